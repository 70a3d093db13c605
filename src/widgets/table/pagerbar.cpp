// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/pagerbar.h"

#include "models/displaytext.h"
#include "session/connectionbrowser.h"
#include "widgets/controls/numberfield.h"
#include "widgets/controls/optionallabels.h"
#include "widgets/controls/symbolicon.h"

#include <QAction>
#include <QIntValidator>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

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

} // namespace

PagerBar::PagerBar(const Steps &steps, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PagerBar>())
    , m_steps(steps)
{
    m_ui->setupUi(this);
    m_ui->firstButton->setDefaultAction(steps.first);
    m_ui->previousButton->setDefaultAction(steps.previous);
    m_ui->nextButton->setDefaultAction(steps.next);
    m_ui->lastButton->setDefaultAction(steps.last);
    for (const int rows : {10, 25, 50, 100})
        m_ui->rowsField->addItem(QString::number(rows));
    m_ui->rowsField->setCompleter(nullptr); // it would complete a typed 5 to 50
    m_ui->rowsField->setValidator(new RowsValidator(m_shownRows, this));
    m_ui->pageCountLabel->setTextFormat(Qt::PlainText);
    m_ui->rangeLabel->setTextFormat(Qt::PlainText);
    new OptionalLabels(*this, {m_ui->readAtLabel, m_ui->rowsLabel, m_ui->rangeLabel});
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
    m_ui->rangeLabel->setText(page ? rangeText(*page) : QString());
    m_ui->rangeLabel->setAccessibleName(tr("Rows on screen: %1").arg(m_ui->rangeLabel->text()));
    m_ui->readAtLabel->setText(
        page ? tr("Updated %1", "a time of day").arg(readTimeText(page->readAt)) : QString());
    m_steps.first->setEnabled(request.index > 0);
    m_steps.previous->setEnabled(browser.previous().has_value());
    m_steps.next->setEnabled(browser.next().has_value());
    m_steps.last->setEnabled(last && last->index != request.index);
}

void PagerBar::focusPageField()
{
    m_ui->pageField->setFocus(Qt::ShortcutFocusReason);
    m_ui->pageField->selectAll();
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
        number(page.offset() + 1) + u'-' + number(page.offset() + page.items.size());
    if (page.total)
        return PagerBar::tr("%1 of %2", "rows 1-50 of 132").arg(range, number(*page.total));
    if (!page.next())
        return PagerBar::tr("%1, the last ones", "rows 51-73").arg(range);
    return page.items.size() < page.request.size
        ? PagerBar::tr("%1, possibly more to come", "rows 51-73").arg(range)
        : PagerBar::tr("%1, more to come", "rows 51-100").arg(range);
}

} // namespace Vestibule
