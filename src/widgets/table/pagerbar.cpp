// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/pagerbar.h"

#include "core/connectionhints.h"
#include "models/displaytext.h"
#include "models/inventorytext.h"
#include "session/connectionbrowser.h"
#include "widgets/controls/numberfield.h"
#include "widgets/controls/symbolicon.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QFontMetricsF>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "ui_pagerbar.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Accepts a pasted number, and replaces one that is out of range by the current one.
class RowsValidator final : public QIntValidator {
public:
    RowsValidator(const int &shownRows, QObject *parent)
        : QIntValidator(PageRequest::MinimumSize, PageRequest::MaximumSize, parent)
        , m_shownRows(shownRows)
    {
    }

    State validate(QString &input, int &position) const override
    {
        input = digitsOfNumber(input, locale());
        position = std::min(position, int(input.size()));
        return QIntValidator::validate(input, position);
    }
    void fixup(QString &input) const override { input = QString::number(m_shownRows); }

private:
    const int &m_shownRows;
};

QString rangeOf(const QString &first, const QString &last)
{
    return first + u'–' + last;
}

QString updatedText(const QDateTime &readAt)
{
    const QString time = readTimeText(readAt);
    return readAt.toLocalTime().date() == QDate::currentDate()
        ? PagerBar::tr("Updated %1", "a time of day").arg(time)
        : PagerBar::tr("Updated %1", "a date and a time").arg(time);
}

} // namespace

PagerBar::PagerBar(const Steps &steps, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PagerBar>())
    , m_steps(steps)
{
    m_ui->setupUi(this);
    m_ui->layout->setSizeConstraint(QLayout::SetNoConstraint); // see minimumSizeHint()
    m_ui->previousButton->setDefaultAction(steps.previous);
    m_ui->nextButton->setDefaultAction(steps.next);
    for (const int rows : {10, 25, 50, 100})
        m_ui->rowsField->addItem(QString::number(rows));
    m_ui->rowsField->setCompleter(nullptr); // it would complete a typed 5 to 50
    m_ui->rowsField->setValidator(new RowsValidator(m_shownRows, this));
    m_ui->pageCountLabel->setTextFormat(Qt::PlainText);
    m_ui->rangeLabel->setTextFormat(Qt::PlainText);
    m_ui->limitLabel->setObjectName(u"limitLabel"_s);
    m_ui->limitLabel->setText(tr("· an organization can have no more than 10"));
    for (QLabel *label : {m_ui->limitLabel, m_ui->readAtLabel}) // as those of the other labels
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse);
    alignTexts();
    m_ui->pageField->installEventFilter(this);
    m_ui->rowsField->installEventFilter(this);
    connect(m_ui->pageField, &QSpinBox::editingFinished, this, &PagerBar::requestPage);
    connect(m_ui->rowsField, &QComboBox::activated, this, &PagerBar::requestRows);
    connect(m_ui->rowsField->lineEdit(), &QLineEdit::editingFinished, this, &PagerBar::requestRows);
}

//! A field that loses the focus during destruction would still emit editingFinished().
PagerBar::~PagerBar()
{
    m_ui->pageField->disconnect(this);
    m_ui->rowsField->disconnect(this);
    m_ui->rowsField->lineEdit()->disconnect(this);
}

void PagerBar::updateFrom(const ConnectionBrowser &browser)
{
    const PageRequest request = browser.request();
    const auto &page = browser.page();
    m_shownPage = request.index + 1;
    m_shownRows = request.size;
    m_ui->pageField->setValue(m_shownPage);
    m_ui->rowsField->setEditText(QString::number(m_shownRows));

    const auto last = browser.last();
    m_ui->pageCountLabel->setText(
        last ? tr("of %1", "page 1 of 3").arg(QLocale().toString(last->index + 1)) : QString());
    m_isOnlyPage = !page || page->isWholeListing();
    m_ui->rangeLabel->setText(!page ? QString()
                                  : m_isOnlyPage
                                  ? rowsText(InventoryList::Connections, page->items.size())
                                  : rangeText(*page));
    m_ui->rangeLabel->setAccessibleName(tr("Rows on screen: %1").arg(m_ui->rangeLabel->text()));
    m_ui->readAtLabel->setText(page ? updatedText(page->readAt) : QString());
    m_isNearLimit = page && !m_isPartial && listingHints(*page).contains(ListingHint::NearLimit);
    keepPlaces(page);
    showWhatFits();
    m_steps.first->setEnabled(request.index > 0);
    m_steps.previous->setEnabled(browser.previous().has_value());
    m_steps.next->setEnabled(browser.next().has_value());
    m_steps.last->setEnabled(last && last->index != request.index);
}

//! Room for the widest text that another page of this listing has.
void PagerBar::keepPlaces(const std::optional<ConnectionPage> &page)
{
    const auto widest = [](const QLabel &label, QString text) {
        static const QRegularExpression digit(u"\\d"_s);
        text.replace(digit, u"0"_s);
        return int(std::ceil(QFontMetricsF(label.font()).horizontalAdvance(text))) + 1;
    };
    const QFontMetrics metrics(m_ui->pageField->font());
    constexpr int Frame = 16; // of the field, with its margins
    m_ui->pageField->setFixedWidth(metrics.horizontalAdvance(u"0000"_s) + Frame);
    m_ui->pageCountLabel->setMinimumWidth(
        widest(*m_ui->pageCountLabel, m_ui->pageCountLabel->text()));
    m_ui->readAtLabel->setMinimumWidth(widest(*m_ui->readAtLabel, m_ui->readAtLabel->text()));
    if (!page || !page->total || page->isWholeListing())
        return m_ui->rangeLabel->setMinimumWidth(0);
    const QString last = QLocale().toString(qlonglong(*page->total));
    const QString all = tr("%1 of %2", "rows 1-50 of 132").arg(rangeOf(last, last), last);
    m_ui->rangeLabel->setMinimumWidth(widest(*m_ui->rangeLabel, all));
}

//! Fields centre their text in their own height, labels in theirs: with one height for all, all
//! texts stand on one line.
void PagerBar::alignTexts()
{
    const int height =
        std::max(m_ui->pageField->sizeHint().height(), m_ui->rowsField->sizeHint().height());
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_ui->previousButton, m_ui->pageLabel, m_ui->pageField, m_ui->pageCountLabel,
             m_ui->nextButton, m_ui->rangeLabel, m_ui->limitLabel, m_ui->rowsLabel, m_ui->rowsField,
             m_ui->readAtLabel})
        part->setFixedHeight(height);
}

//! The least important part is left out first.
void PagerBar::showWhatFits()
{
    const auto widthOf = [this](const QWidget *part) {
        return part->sizeHint().expandedTo(part->minimumSize()).width() + m_ui->layout->spacing();
    };
    const QMargins margins = m_ui->layout->contentsMargins();
    int room = width() - margins.left() - margins.right();
    m_ui->pages->setVisible(!m_isOnlyPage);
    if (!m_isOnlyPage)
        room -= widthOf(m_ui->pages);
    const auto show = [&](const QWidgetList &parts, bool isWanted) {
        int needed = 0;
        for (const QWidget *part : parts)
            needed += widthOf(part);
        const bool isShown = isWanted && needed <= room;
        for (QWidget *part : parts)
            part->setVisible(isShown);
        if (isShown)
            room -= needed;
    };
    show({m_ui->rangeLabel}, true);
    show({m_ui->readAtLabel}, true);
    show({m_ui->rowsLabel, m_ui->rowsField}, !m_isOnlyPage);
    show({m_ui->limitLabel}, m_isNearLimit);
}

QSize PagerBar::minimumSizeHint() const
{
    const QMargins margins = m_ui->layout->contentsMargins();
    const int pages = m_isOnlyPage ? 0 : m_ui->pages->minimumSizeHint().width();
    return {pages + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

void PagerBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void PagerBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    alignTexts();
    showWhatFits();
}

void PagerBar::focusPageField()
{
    if (m_ui->pages->isHidden())
        return;
    m_ui->pageField->setFocus(Qt::ShortcutFocusReason);
    m_ui->pageField->selectAll();
}

//! The fields take both keys for themselves, and keep the focus. Escape takes back what was typed.
bool PagerBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress;
    const auto key = isKey ? static_cast<QKeyEvent *>(event)->key() : 0;
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isEnter && key != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (!isEnter) {
        m_ui->pageField->setValue(m_shownPage);
        m_ui->rowsField->setEditText(QString::number(m_shownRows));
    } else if (watched == m_ui->pageField) {
        m_ui->pageField->interpretText();
        requestPage();
    } else {
        requestRows();
    }
    Q_EMIT left(); // NOLINT(readability-misleading-indentation): Q_EMIT is no token
    return true;
}

void PagerBar::requestPage()
{
    const int requested = m_ui->pageField->value();
    if (requested != m_shownPage) // leaving the field unchanged requests nothing
        Q_EMIT pageRequested(requested - 1);
}

void PagerBar::requestRows()
{
    const int requested = m_ui->rowsField->currentText().toInt();
    if (requested >= PageRequest::MinimumSize && requested <= PageRequest::MaximumSize
        && requested != m_shownRows) {
        m_shownRows = requested; // Enter makes the combo box emit two signals
        Q_EMIT rowsPerPageRequested(requested);
    }
}

QString rangeText(const ConnectionPage &page)
{
    const QLocale locale;
    const auto number = [&locale](qsizetype value) { return locale.toString(qlonglong(value)); };
    if (page.items.isEmpty())
        return page.total ? PagerBar::tr("0 of %1", "rows").arg(number(*page.total)) : number(0);
    const QString range =
        rangeOf(number(page.offset() + 1), number(page.offset() + page.items.size()));
    if (page.total)
        return PagerBar::tr("%1 of %2", "rows 1-50 of 132").arg(range, number(*page.total));
    if (!page.next())
        return PagerBar::tr("%1, the last ones", "rows 51-73").arg(range);
    return page.items.size() < page.request.size
        ? PagerBar::tr("%1, possibly more to come", "rows 51-73").arg(range)
        : PagerBar::tr("%1, more to come", "rows 51-100").arg(range);
}

} // namespace Vestibule
