// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorybar.h"

#include "core/requester.h"
#include "inventory/sweep.h"
#include "models/displaytext.h"
#include "session/inventorytext.h"
#include "session/sweeptext.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/optionallabels.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/thinprogressbar.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int BarMargin = ProgramStyle::EdgeMargin;
constexpr std::array Shares{10, 25, 50, 75, 100}; // percent
constexpr int MostNewRows = 999'999; // more make the button wider

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setObjectName(action->objectName() + "Button"_L1);
    return button;
}

//! In which the button has room for each of the texts of an action.
int widthFor(const QToolButton &button, const QStringList &texts)
{
    QToolButton sample(button.parentWidget());
    sample.setFont(button.font());
    sample.setToolButtonStyle(button.toolButtonStyle());
    sample.setIcon(button.icon());
    int widest = 0;
    for (const QString &text : texts) {
        sample.setText(QAction(text).iconText());
        widest = std::max(widest, sample.sizeHint().width());
    }
    return widest;
}

QString newRowsText(qsizetype rows)
{
    return InventoryBar::tr("Show %Ln more", "rows", int(rows));
}

//! The least in a line with others: what the field says while it is empty is whole.
int findWidth(const QLineEdit &field)
{
    constexpr int Icons = 64; // in pixels, with the gaps around them
    const int placeholder = field.fontMetrics().horizontalAdvance(field.placeholderText());
    return std::max(placeholder + Icons, field.sizeHint().width());
}

//! With the gap beside it; nothing for a widget that is hidden.
int spaceOf(const QWidget &widget)
{
    return widget.isHidden() ? 0 : widget.sizeHint().width() + BarMargin;
}

} // namespace

InventoryBar::InventoryBar(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_tenant(new QLabel(this))
    , m_period(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_completeness(new QLabel(this))
    , m_newRows(new QToolButton(this))
    , m_firstRow(new QWidget(this))
    , m_firstLine(new QHBoxLayout(m_firstRow))
    , m_more(new QToolButton(m_firstRow))
    , m_findRow(new QWidget(this))
    , m_optional{m_period, m_tenant, m_counts}
    , m_sweepRow(new QWidget(this))
    , m_sweepCounts(new QLabel(this))
    , m_progress(new ThinProgressBar(this))
    , m_pace(new MutedLabel(this))
    , m_share(new QComboBox(this))
{
    setObjectName(u"inventoryBar"_s);
    QFont bold = font();
    bold.setBold(true);
    m_tenant->setFont(bold);
    m_period->setFont(bold);
    m_completeness->setFont(bold);
    m_tenant->setObjectName(u"inventoryName"_s);
    m_period->setObjectName(u"periodLabel"_s);
    m_counts->setObjectName(u"countsLabel"_s);
    m_sweepCounts->setObjectName(u"sweepCountsLabel"_s);
    m_completeness->setObjectName(u"completenessLabel"_s);
    m_pace->setObjectName(u"paceLabel"_s);
    for (QLabel *label : {m_tenant, m_period, m_counts, m_sweepCounts, m_completeness})
        label->setTextFormat(Qt::PlainText);
    m_newRows->setObjectName(u"newRowsButton"_s);
    m_newRows->setFocusPolicy(Qt::StrongFocus);
    m_newRows->hide();
    connect(m_newRows, &QToolButton::clicked, this, &InventoryBar::newRowsRequested);

    m_firstLine->setContentsMargins(0, 0, 0, 0);
    m_firstLine->setSpacing(BarMargin);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_tenant, m_period, m_counts, m_completeness, m_newRows})
        m_firstLine->addWidget(widget);
    m_firstLine->addStretch();
    addButtons(actions);
    measure();

    m_progress->setAccessibleName(tr("Organizations read"));
    for (const int share : Shares)
        m_share->addItem(tr("%1 % of the rate limit").arg(QLocale().toString(share)), share);
    m_share->setCurrentIndex(m_share->findData(DefaultSweepShare));
    m_share->setObjectName(u"shareField"_s);
    m_share->setAccessibleName(tr("The part of the tenant's rate limit that the sweep may use"));
    m_share->setToolTip(m_share->accessibleName());
    connect(m_share, &QComboBox::activated, this,
            [this](int index) { Q_EMIT shareChosen(m_share->itemData(index).toInt()); });
    auto *second = new QHBoxLayout(m_sweepRow);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(BarMargin);
    second->addWidget(m_sweepCounts);
    second->addWidget(m_progress, 1);
    second->addWidget(m_pace);
    second->addWidget(m_share);
    second->addWidget(makeButton(actions.pause, m_sweepRow));
    second->addWidget(makeButton(actions.stop, m_sweepRow));
    m_sweepRow->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(BarMargin, 6, BarMargin, 6);
    layout->setSpacing(4);
    layout->addWidget(m_firstRow);
    layout->addWidget(m_findRow);
    layout->addWidget(m_sweepRow);
    m_firstRow->installEventFilter(this);
    new OptionalLabels(*m_sweepRow, {m_pace, m_sweepCounts});
}

InventoryBar::~InventoryBar() = default;

//! The menu has all actions, and shows those that have no button.
void InventoryBar::addButtons(const Actions &actions)
{
    auto *menu = new QMenu(m_more);
    for (QAction *action : {actions.sweep, actions.compare, actions.save, actions.open}) {
        QToolButton *button = makeButton(action, m_firstRow);
        m_firstLine->addWidget(button);
        m_buttons.append(button);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const QToolButton *button : std::as_const(m_buttons)) {
            if (button->isHidden())
                menu->addAction(button->defaultAction());
        }
    });
    m_more->setObjectName(u"moreButton"_s);
    m_more->setText(tr("More", "actions"));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_firstLine->addWidget(m_more);
    auto *findLine = new QHBoxLayout(m_findRow);
    findLine->setContentsMargins(0, 0, 0, 0);
    findLine->addStretch();
    m_findRow->hide();
}

void InventoryBar::setFindField(QLineEdit &field)
{
    m_find = &field;
    measure();
    m_arrangement.reset();
    arrange();
}

void InventoryBar::setSweepTexts(const QStringList &texts)
{
    m_sweepTexts = texts;
    measure();
}

//! The least widths, which depend on the font.
void InventoryBar::measure()
{
    m_newRows->setMinimumWidth(widthFor(*m_newRows, {newRowsText(MostNewRows)}));
    QToolButton &sweep = *m_buttons.constFirst();
    sweep.setMinimumWidth(widthFor(sweep, m_sweepTexts));
    if (m_find)
        m_find->setMinimumWidth(findWidth(*m_find));
}

//! Without an inventory, the page offers the sweep, and there is nothing to compare or to save: the
//! buttons would only stand elsewhere as soon as the words beside them are there.
QList<QToolButton *> InventoryBar::offeredButtons() const
{
    QList<QToolButton *> offered;
    for (QToolButton *button : m_hasInventory ? m_buttons : m_buttons.last(1)) {
        if (button->defaultAction()->isVisible())
            offered.append(button);
    }
    return offered;
}

int InventoryBar::neededWidth(const Arrangement &arrangement) const
{
    const QList<QToolButton *> buttons = offeredButtons();
    int needed = spaceOf(*m_completeness);
    for (qsizetype i = 0; i < m_optional.size(); ++i) {
        const QLabel &label = *m_optional.at(i);
        const bool hasRoom = i >= m_optional.size() - arrangement.labels;
        needed += hasRoom ? spaceOf(label) : label.isHidden() ? 0 : BarMargin; // the gap stays
    }
    for (const QToolButton *button : buttons.first(arrangement.buttons))
        needed += std::max(button->sizeHint().width(), button->minimumWidth()) + BarMargin;
    if (arrangement.buttons < buttons.size())
        needed += m_more->sizeHint().width() + BarMargin;
    if (!m_newRows->isHidden() || m_newRows->sizePolicy().retainSizeWhenHidden())
        needed += m_newRows->minimumWidth() + BarMargin;
    // Also for a place where there is nothing to find: the buttons are the same in all places.
    if (m_find && arrangement.isFindInLine)
        needed += m_find->minimumWidth() + BarMargin;
    return needed;
}

InventoryBar::Arrangement InventoryBar::bestArrangement() const
{
    const int room = m_firstRow->width();
    const qsizetype all = offeredButtons().size();
    const qsizetype least = std::min(all, qsizetype(1)); // the one that most people want
    Arrangement tried{.labels = m_optional.size()};
    for (const bool isFindInLine : {true, false}) {
        tried.isFindInLine = isFindInLine;
        for (tried.buttons = all; tried.buttons >= least; --tried.buttons) {
            if (neededWidth(tried) <= room)
                return tried;
        }
    }
    tried.buttons = least;
    while (tried.labels > 0 && neededWidth(tried) > room)
        --tried.labels;
    return tried;
}

//! A label without room gets no width. It is not hidden, because the bar hides a label for its own
//! reasons.
void InventoryBar::arrange()
{
    const qsizetype all = offeredButtons().size();
    m_firstRow->setMinimumWidth(
        neededWidth({.isFindInLine = false, .buttons = std::min(all, qsizetype(1)), .labels = 0}));
    const Arrangement best = bestArrangement();
    for (qsizetype i = 0; i < m_optional.size(); ++i) {
        const bool hasRoom = i >= m_optional.size() - best.labels;
        m_optional.at(i)->setMaximumWidth(hasRoom ? QWIDGETSIZE_MAX : 0);
    }
    const QList<QToolButton *> offered = offeredButtons();
    for (QToolButton *button : std::as_const(m_buttons)) {
        const qsizetype place = offered.indexOf(button);
        button->setVisible(place >= 0 && place < best.buttons);
    }
    m_more->setVisible(best.buttons < offered.size());
    const bool hasFind = m_find && !m_find->isHidden();
    const bool isFindMoved =
        m_find && (!m_arrangement || m_arrangement->isFindInLine != best.isFindInLine);
    m_arrangement = best; // before the field is shown, which may resize the row and come here again
    if (isFindMoved) {
        const bool hadFocus = m_find->hasFocus();
        m_firstLine->removeWidget(m_find); // or its place would count in the index
        // In the line it is as wide for every text; typing shows a button that would widen it.
        m_find->setMaximumWidth(best.isFindInLine ? m_find->minimumWidth() : QWIDGETSIZE_MAX);
        if (best.isFindInLine)
            m_firstLine->insertWidget(m_firstLine->indexOf(m_buttons.constFirst()), m_find);
        else
            qobject_cast<QHBoxLayout *>(m_findRow->layout())->insertWidget(0, m_find, 1);
        m_find->setVisible(hasFind);
        if (hadFocus)
            m_find->setFocus();
    }
    m_findRow->setVisible(hasFind && !m_arrangement->isFindInLine);
}

bool InventoryBar::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::FontChange) {
        measure();
        m_arrangement.reset(); // the field's greatest width follows its least one
    }
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        arrange();
    return isHandled;
}

bool InventoryBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandled = QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrange();
    return isHandled;
}

void InventoryBar::showInventory(const QString &tenant, const InventorySummary &summary)
{
    m_hasInventory = true;
    m_tenant->setText(tenant);
    m_tenant->setVisible(!tenant.isEmpty());
    showSummary(summary);
}

void InventoryBar::showNoInventory()
{
    m_hasInventory = false;
    for (QLabel *label : {m_tenant, m_period, m_counts, m_completeness}) {
        label->clear();
        label->hide();
    }
}

void InventoryBar::showSummary(const InventorySummary &summary)
{
    m_period->setText(periodText(summary));
    m_counts->setText(countsText(summary.counts));
    m_sweepCounts->setText(m_counts->text());
    const QString mark = summary.isComplete() ? u"✓ "_s : u"⚠ "_s;
    m_completeness->setText(mark + completenessText(summary));
    const QStringList notes = coverageNotes(summary);
    m_completeness->setToolTip(notes.isEmpty() ? QString() : literalToolTip(notes));
    m_completeness->setAccessibleDescription(notes.join(u' '));
    m_period->show();
    m_counts->setVisible(m_sweepRow->isHidden());
    m_completeness->show();
}

void InventoryBar::showSweep(const Sweep *sweep)
{
    m_sweepRow->setVisible(sweep != nullptr);
    keepRoomForNewRows(sweep != nullptr);
    m_counts->setVisible(!sweep && !m_counts->text().isEmpty());
    if (!sweep)
        return;
    const InventorySummary &summary = sweep->summary();
    showSummary(summary);
    const qsizetype listed = summary.counts.listed();
    const bool isPaused = sweep->state() == Sweep::State::Paused;
    // A moving bar while nothing is listed yet; an empty one when that does not go on.
    m_progress->setRange(0, isPaused ? std::max(1, int(listed)) : int(listed));
    m_progress->setValue(int(listed - summary.counts.waiting));
    m_pace->setText(sweepText(*sweep));
    if (const int index = m_share->findData(sweep->share()); index != m_share->currentIndex()) {
        const QSignalBlocker blocker(m_share);
        m_share->setCurrentIndex(index);
    }
}

//! So that the labels stay where they are when the button comes and goes.
void InventoryBar::keepRoomForNewRows(bool isKept)
{
    QSizePolicy policy = m_newRows->sizePolicy();
    policy.setRetainSizeWhenHidden(isKept);
    m_newRows->setSizePolicy(policy);
}

void InventoryBar::showNewRows(qsizetype rows)
{
    m_newRows->setVisible(rows > 0);
    if (rows > 0)
        m_newRows->setText(newRowsText(rows));
}

} // namespace Vestibule
