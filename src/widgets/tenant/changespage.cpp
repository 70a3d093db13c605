// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/changespage.h"

#include "models/displaytext.h"
#include "models/drifttext.h"
#include "session/driftbrowser.h"
#include "session/drifttext.h"
#include "session/inventorytext.h"
#include "session/privacymode.h"
#include "widgets/controls/detailsplitter.h"
#include "widgets/controls/findfield.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/tenant/changedetails.h"
#include "widgets/tenant/changestree.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int ChangesMargin = ProgramStyle::EdgeMargin;
constexpr std::size_t MostRowsExpanded = 1000; //!< more are easier to read group by group
constexpr qsizetype MostFields = 12; //!< that the side list shows

const QString KindKey = u"drift/kind/"_s;
const QString FieldKey = u"drift/field/"_s;

} // namespace

ChangesPage::ChangesPage(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_head(new QWidget(this))
    , m_old(new QLabel(m_head))
    , m_new(new QLabel(m_head))
    , m_notes(new MutedLabel(m_head))
    , m_progress(new QLabel(m_head))
    , m_cancel(new QToolButton(m_head))
    , m_swap(new QToolButton(m_head))
    , m_byNames(new QToolButton(m_head))
    , m_grouping(new QComboBox(m_head))
    , m_find(new FindField(m_head))
    , m_matches(new QLabel(m_head))
    , m_splitter(new DetailSplitter(this))
    , m_stack(new QStackedWidget(this))
    , m_statePage(new StatePage(this))
    , m_tree(new ChangesTree(m_model, this))
    , m_details(new ChangeDetails(sources.privacy, this))
{
    setObjectName(u"changesPage"_s);
    layOut();
    connect(m_find, &FindField::findRequested, this, [this](const QString &text) {
        DriftFilter filter = m_sources.drift.order().filter;
        filter.findText = text;
        setFilter(filter);
    });
    connect(m_find, &FindField::left, this, &ChangesPage::focusContent);
    connect(m_grouping, &QComboBox::activated, this, [this](int index) {
        DriftOrder order = m_sources.drift.order();
        order.grouping = DriftGrouping(index);
        m_sources.drift.setOrder(order);
    });
    connect(m_swap, &QToolButton::clicked, &sources.drift, &DriftBrowser::swap);
    connect(m_byNames, &QToolButton::clicked, &sources.drift,
            [this] { m_sources.drift.compareAgain({.byName = true}); });
    connect(m_cancel, &QToolButton::clicked, &sources.drift, &DriftBrowser::cancel);
    connect(&sources.drift, &DriftBrowser::changed, this, &ChangesPage::updateState);
    connect(&sources.drift, &DriftBrowser::progressed, this, &ChangesPage::updateState);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChangesPage::showSelection);
    connect(m_tree, &ChangesTree::activated, this, &ChangesPage::openIndex);
    connect(m_details, &ChangeDetails::liveRequested, this, &ChangesPage::liveRequested);
    connect(m_details, &ChangeDetails::linksRequested, this, &ChangesPage::linksRequested);
    updatePrivacy();
}

ChangesPage::~ChangesPage() = default;

void ChangesPage::layOut()
{
    m_statePage->setObjectName(u"changesStatePage"_s);
    m_old->setObjectName(u"oldInventoryLabel"_s);
    m_new->setObjectName(u"newInventoryLabel"_s);
    m_notes->setObjectName(u"changesNotes"_s);
    m_progress->setObjectName(u"comparingLabel"_s);
    m_matches->setObjectName(u"changesMatches"_s);
    for (QLabel *label : {m_progress, m_matches})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_old, m_new, static_cast<QLabel *>(m_notes)})
        wrapPlainText(*label);
    m_swap->setObjectName(u"swapButton"_s);
    m_swap->setText(tr("Swap"));
    m_swap->setIcon(symbolIcon(u"swap"_s));
    m_swap->setToolTip(tr("Swap the old and the new inventory"));
    m_cancel->setObjectName(u"cancelComparisonButton"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon(symbolIcon(u"cancel"_s));
    m_byNames->setObjectName(u"compareByNamesButton"_s);
    m_byNames->setText(tr("Compare by name"));
    m_byNames->setIcon(symbolIcon(u"compare"_s));
    for (QToolButton *button : {m_swap, m_byNames, m_cancel}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    m_grouping->setObjectName(u"changesGroupingField"_s);
    m_grouping->addItems({tr("By organization"), tr("By connection")});
    m_grouping->setAccessibleName(tr("Grouping of the differences"));
    m_find->setObjectName(u"changesFindField"_s);

    m_tree->setObjectName(u"changesTree"_s);
    m_tree->setAccessibleName(tr("Differences"));

    auto *inventories = new QVBoxLayout;
    inventories->setSpacing(2);
    inventories->addWidget(m_old);
    inventories->addWidget(m_new);
    auto *first = new QHBoxLayout;
    first->setSpacing(ChangesMargin);
    first->addLayout(inventories, 1);
    first->addWidget(m_swap, 0, Qt::AlignTop);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_find, 1);
    second->addWidget(m_grouping);
    second->addWidget(m_matches);
    second->addStretch();
    second->addWidget(m_progress);
    second->addWidget(m_cancel);
    auto *rows = new QVBoxLayout(m_head);
    rows->setContentsMargins(ChangesMargin, 8, ChangesMargin, 8);
    rows->setSpacing(6);
    rows->addLayout(first);
    rows->addWidget(m_notes);
    rows->addWidget(m_byNames, 0, Qt::AlignLeft);
    rows->addLayout(second);

    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_tree);
    m_splitter->setObjectName(u"changesSplitter"_s);
    m_splitter->setPanes(*m_stack, *m_details);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_splitter, 1);
}

void ChangesPage::setNotice(const std::optional<StatePage::Content> &notice)
{
    m_notice = notice;
    updateState();
}

void ChangesPage::updateState()
{
    updateHead();
    updateRows();
    Q_EMIT facetsChanged();
}

//! Which inventories the differences are between, and what could not be compared.
void ChangesPage::updateHead()
{
    const DriftBrowser &browser = m_sources.drift;
    const DriftPtr &drift = browser.drift();
    m_head->setVisible(drift != nullptr);
    if (!drift)
        return;
    const auto line = [this, &drift](const InventorySummary &summary,
                                     const InventorySummary &other) {
        return joinedParts({inventoryTenantText(summary.tenant, m_sources.privacy),
                            periodTextBeside(summary, other), driftExtentText(*drift, summary)});
    };
    m_old->setText(
        tr("Old: %1", "an inventory").arg(line(drift->oldInventory, drift->newInventory)));
    m_new->setText(
        tr("New: %1", "an inventory").arg(line(drift->newInventory, drift->oldInventory)));
    QStringList notes{driftValuesText(*drift)};
    notes += driftNotes(*drift);
    if (browser.problem())
        notes.prepend(problemText(*browser.problem()));
    m_notes->setText(notes.join(u' '));
    m_progress->setVisible(browser.isComparing());
    m_progress->setText(comparingText(browser.percent()));
    m_cancel->setVisible(browser.isComparing());
    m_byNames->setVisible(browser.problem()
                          && browser.problem()->kind == InventoryProblem::Kind::OtherTenant);
    m_swap->setVisible(m_sources.compare);
    m_swap->setEnabled(!browser.isComparing());
    const DriftOrder &order = browser.order();
    m_grouping->setCurrentIndex(int(order.grouping));
    m_find->showText(order.filter.findText);
    const bool hasRows = !drift->changes.isEmpty();
    for (QWidget *each : std::initializer_list<QWidget *>{m_find, m_matches})
        each->setVisible(hasRows);
    m_grouping->setVisible(hasRows && !drift->isOfListings); // they have one organization
    const DriftRowsPtr &rows = browser.rows();
    m_matches->setText(rows && !rows->order.filter.isEmpty()
                           ? tr("%1 of %2", "differences that match, all differences")
                                 .arg(QLocale().toString(qulonglong(rows->rows.size())),
                                      differencesText(drift->changes.size()))
                           : QString());
}

//! What was selected stays selected in another order.
void ChangesPage::updateRows()
{
    const DriftRowsPtr &rows = m_sources.drift.rows();
    if (rows != m_model.rows()) {
        const bool isSameDrift = rows && m_model.rows() && rows->drift == m_model.rows()->drift;
        const QModelIndex current = m_tree->currentIndex();
        const std::optional<DriftRows::Row> selected =
            isSameDrift && current.isValid() ? std::optional(m_model.rowAt(current)) : std::nullopt;
        m_model.setRows(rows);
        if (rows && rows->rows.size() <= MostRowsExpanded)
            m_tree->expandAll();
        if (const QModelIndex index = selected ? m_model.indexOf(*selected) : QModelIndex();
            index.isValid())
            m_tree->setCurrentIndex(index);
        else if (rows && !rows->rows.empty())
            m_tree->setCurrentIndex(m_model.index(0, 0));
        showSelection();
    }
    const bool hasRows = rows && !rows->rows.empty();
    m_details->setVisible(m_areDetailsShown && hasRows);
    const QWidget *focus = focusWidget();
    m_leadsFocus = m_leadsFocus || (focus && focus->hasFocus() && m_stack->isAncestorOf(focus));
    if (hasRows) {
        m_stack->setCurrentWidget(m_tree);
    } else {
        m_statePage->setContent(notice());
        m_stack->setCurrentWidget(m_statePage);
    }
    const bool isWaiting = m_sources.drift.isComparing() || m_sources.drift.isArranging();
    if (m_leadsFocus && !isWaiting) {
        m_leadsFocus = false;
        focusContent();
    }
}

StatePage::Content ChangesPage::notice() const
{
    DriftBrowser &browser = m_sources.drift;
    const DriftPtr &drift = browser.drift();
    if (browser.isComparing() && !drift)
        return {.iconName = u"wait"_s,
                .text = comparingText(browser.percent()),
                .actionText = tr("Cancel"),
                .action = [&browser] { browser.cancel(); }};
    if (browser.problem() && !drift)
        return problemNotice(*browser.problem());
    if (!drift) {
        return m_notice.value_or(
            withCompare({.iconName = u"empty"_s, .text = tr("Nothing has been compared yet.")}));
    }
    if (!browser.rows())
        return {.iconName = u"wait"_s, .text = tr("Sorting…")};
    if (!drift->changes.isEmpty())
        return {.iconName = u"search"_s,
                .text = tr("Nothing matches the filter."),
                .actionText = tr("Show all"),
                .action = [&browser] { browser.setOrder({.grouping = browser.order().grouping}); }};
    if (!drift->isComplete())
        return {.iconName = u"information"_s,
                .text = tr("No difference was found, but not everything could be compared.")};
    return {.iconName = u"yes"_s,
            .text = drift->isOfListings ? tr("Both lists are the same.")
                                        : tr("Both inventories are the same.")};
}

StatePage::Content ChangesPage::withCompare(StatePage::Content content) const
{
    if (QAction *compare = m_sources.compare) {
        content.actionText = compare->text();
        content.action = [compare] { compare->trigger(); };
    }
    return content;
}

QString ChangesPage::problemText(const InventoryProblem &problem) const
{
    if (problem.kind != InventoryProblem::Kind::OtherTenant)
        return comparisonProblemText(problem);
    return tr("That is the inventory of another tenant, %1, with different IDs.")
        .arg(inventoryTenantText(problem.detail, m_sources.privacy));
}

StatePage::Content ChangesPage::problemNotice(const InventoryProblem &problem) const
{
    DriftBrowser &browser = m_sources.drift;
    if (problem.kind == InventoryProblem::Kind::OtherTenant)
        return {.iconName = u"tenant"_s,
                .text = problemText(problem),
                .actionText = tr("Compare by name"),
                .action = [&browser] { browser.compareAgain({.byName = true}); }};
    return withCompare({.iconName = u"error"_s, .text = problemText(problem)});
}

QList<SideList::Entry> ChangesPage::facetEntries() const
{
    const DriftRowsPtr &rows = m_sources.drift.rows();
    if (!rows)
        return {};
    const DriftFilter &filter = rows->order.filter;
    QList<SideList::Entry> entries;
    qsizetype most = 1;
    const auto shown = qsizetype(rows->rows.size());
    const auto add = [&](const QString &heading, const QString &key, const QString &text,
                         qsizetype count, bool isChosen) {
        if (!heading.isEmpty())
            entries.append({.text = heading});
        entries.append({.key = key, .text = text, .count = count, .isChosen = isChosen});
        most = std::max(most, count);
    };
    QString heading = tr("Difference");
    for (const auto &[kind, count] : rows->kinds) {
        if (count == shown && !filter.kind)
            continue; // choosing it would change nothing
        add(heading, KindKey + QString::number(int(kind)), driftKindWord(kind), count,
            kind == filter.kind);
        heading.clear();
    }
    heading = tr("Field");
    qsizetype fields = 0;
    for (const auto &[field, count] : rows->fields) {
        const bool isChosen = field == filter.field;
        if ((count == shown && filter.field.isEmpty()) || (++fields > MostFields && !isChosen))
            continue;
        add(heading, FieldKey + field, driftFieldTitle(field), count, isChosen);
        heading.clear();
    }
    for (SideList::Entry &entry : entries) {
        if (entry.count)
            entry.share = double(*entry.count) / double(most);
    }
    return entries;
}

//! One that is chosen is taken back.
void ChangesPage::chooseFacet(const QString &key)
{
    DriftFilter filter = m_sources.drift.order().filter;
    if (key.startsWith(KindKey)) {
        const auto kind = DriftKind(QStringView(key).sliced(KindKey.size()).toInt());
        filter.kind = filter.kind == kind ? std::nullopt : std::optional(kind);
    } else if (key.startsWith(FieldKey)) {
        const QString field = key.sliced(FieldKey.size());
        filter.field = filter.field == field ? QString() : field;
    }
    setFilter(filter);
}

void ChangesPage::setFilter(const DriftFilter &filter)
{
    m_sources.drift.setOrder({.grouping = m_sources.drift.order().grouping, .filter = filter});
}

void ChangesPage::showSelection()
{
    const QModelIndex current = m_tree->currentIndex();
    if (!current.isValid())
        return m_details->clear();
    const DriftRows &rows = *m_model.rows();
    if (m_model.isGroup(current))
        m_details->showGroup(rows.drift, m_model.rowAt(current), rows.order.grouping,
                             m_model.rowCount(current.siblingAtColumn(0)));
    else
        m_details->showChange(rows.drift, m_model.rowAt(current));
}

void ChangesPage::openIndex(const QModelIndex &index)
{
    const DriftChange *change = m_model.changeAt(index);
    if (!change || m_model.isGroup(index))
        return; // the tree folds a group by itself
    if (isOpenable(*m_model.rows()->drift, *change))
        Q_EMIT liveRequested({.id = change->organizationId, .name = change->organizationName});
}

void ChangesPage::setDetailsShown(bool isShown)
{
    m_areDetailsShown = isShown;
    updateState();
}

void ChangesPage::copyRows() const
{
    m_tree->copySelection();
}

void ChangesPage::copyCell() const
{
    m_tree->copyCell();
}

void ChangesPage::focusFind()
{
    m_find->focusForFinding();
}

void ChangesPage::focusContent()
{
    if (m_stack->currentWidget() == m_tree)
        m_tree->setFocus();
    else
        m_statePage->setFocus();
}

void ChangesPage::updatePrivacy()
{
    m_model.setMasked(m_sources.privacy.isOn());
    m_details->updatePrivacy();
    updateState();
}

} // namespace Vestibule
