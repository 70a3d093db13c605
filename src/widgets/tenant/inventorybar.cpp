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

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int BarMargin = 12;
constexpr std::array Shares{10, 25, 50, 75, 100}; // percent
constexpr int BarProgressHeight = 6;
constexpr int MostNewRows = 999'999; // more make the button wider

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setObjectName(action->objectName() + "Button"_L1);
    QObject::connect(action, &QAction::visibleChanged, button,
                     [action, button] { button->setVisible(action->isVisible()); });
    return button;
}

} // namespace

InventoryBar::InventoryBar(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_tenant(new QLabel(this))
    , m_period(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_completeness(new QLabel(this))
    , m_newRows(new QToolButton(this))
    , m_sweepRow(new QWidget(this))
    , m_sweepCounts(new QLabel(this))
    , m_progress(new QProgressBar(this))
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
    showNewRows(MostNewRows);
    m_newRows->setMinimumWidth(m_newRows->sizeHint().width());
    m_newRows->hide();
    connect(m_newRows, &QToolButton::clicked, this, &InventoryBar::newRowsRequested);

    auto *firstRow = new QWidget(this);
    auto *first = new QHBoxLayout(firstRow);
    first->setContentsMargins(0, 0, 0, 0);
    first->setSpacing(BarMargin);
    first->addWidget(m_tenant);
    first->addWidget(m_period);
    first->addWidget(m_counts);
    first->addWidget(m_completeness);
    first->addWidget(m_newRows);
    first->addStretch();
    for (QAction *action : {actions.sweep, actions.compare, actions.save, actions.open})
        first->addWidget(makeButton(action, firstRow));

    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(BarProgressHeight);
    m_progress->setAccessibleName(tr("Organizations read"));
    m_progress->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
    layout->addWidget(firstRow);
    layout->addWidget(m_sweepRow);
    new OptionalLabels(*firstRow, {m_period, m_tenant, m_counts});
    new OptionalLabels(*m_sweepRow, {m_pace, m_sweepCounts});
}

InventoryBar::~InventoryBar() = default;

void InventoryBar::showInventory(const QString &tenant, const InventorySummary &summary)
{
    m_tenant->setText(tenant);
    m_tenant->setVisible(!tenant.isEmpty());
    showSummary(summary);
}

void InventoryBar::showNoInventory()
{
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
    m_progress->setRange(0, int(listed)); // 0: a moving bar, while nothing is listed
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
        m_newRows->setText(tr("Show %Ln more", "rows", int(rows)));
}

} // namespace Vestibule
