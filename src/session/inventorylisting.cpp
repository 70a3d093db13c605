// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/inventorylisting.h"

#include "core/folding.h"
#include "models/connectiontext.h"
#include "models/findingtext.h"

#include <algorithm>
#include <utility>

namespace Vestibule {

InventoryQuery InventoryListing::firstQuery(InventoryList list)
{
    if (list == InventoryList::Connections) // those that matter to most organizations
        return {.list = list, .sortedBy = InventoryColumn::Organizations, .isDescending = true};
    if (list == InventoryList::Rules) // the rules' own order
        return {.list = list, .sortedBy = InventoryColumn::Severity};
    return {.list = list, .sortedBy = InventoryColumn::OrganizationDisplayName};
}

namespace {

//! What is on screen in the columns that are sorted by words of the language.
void addWords(InventoryQuery &query)
{
    query.rulesByTitle.clear();
    query.strategyWords.clear();
    if (query.sortedBy == InventoryColumn::Strategy) {
        query.strategyWords = tableStrategyWords();
    } else if (query.sortedBy == InventoryColumn::Rule) {
        for (const FindingRuleInfo &info : findingRules())
            query.rulesByTitle.append(info.rule);
        std::ranges::stable_sort(query.rulesByTitle, {},
                                 [](FindingRule rule) { return folded(findingTitle(rule)); });
    }
}

} // namespace

InventoryListing::InventoryListing(InventoryList list, QObject *parent)
    : QObject(parent)
    , m_model(list)
    , m_query(firstQuery(list))
{
    connect(&m_model, &InventoryModel::failed, this, [this](const InventoryProblem &problem) {
        m_problem = problem;
        Q_EMIT changed();
    });
}

InventoryListing::~InventoryListing() = default;

void InventoryListing::setSource(const InventorySourcePtr &source)
{
    stopOpening();
    m_counting.reset();
    m_facets.clear();
    m_problem.reset();
    m_shown.reset();
    m_model.clear();
    m_source = source;
    Q_EMIT changed();
}

void InventoryListing::show()
{
    if (m_source && !isSorting() && !m_shown)
        open();
}

void InventoryListing::refresh()
{
    if (m_source)
        open();
}

void InventoryListing::refreshIfShown()
{
    if (m_shown || isSorting()) // what is being read may be from before
        refresh();
}

void InventoryListing::cancel()
{
    if (!isSorting())
        return;
    stopOpening();
    if (m_shown)
        m_query = *m_shown;
    Q_EMIT changed();
}

void InventoryListing::setFilter(const InventoryFilter &filter)
{
    if (filter == m_query.filter)
        return;
    m_query.filter = filter;
    if (m_source)
        open();
}

void InventoryListing::setOrder(InventoryColumn column, bool isDescending)
{
    if (column == m_query.sortedBy && isDescending == m_query.isDescending)
        return;
    m_query.sortedBy = column;
    m_query.isDescending = isDescending;
    if (m_source)
        open();
}

void InventoryListing::open()
{
    m_counting.reset();
    stopOpening();
    addWords(m_query);
    m_opening = m_source->open(m_query);
    connect(m_opening.get(), &ReplyBase::finished, this, &InventoryListing::takeView);
    Q_EMIT changed();
}

void InventoryListing::takeView()
{
    const auto reply = std::move(m_opening);
    if (!reply->result()) {
        m_problem = reply->result().error();
        if (m_shown)
            m_query = *m_shown;
        return void(Q_EMIT changed());
    }
    m_next = *reply->result();
    if (m_next.rows == 0)
        return showView({});
    m_beginning = m_source->fetch(m_next, 0, InventoryModel::RowsPerRequest);
    connect(m_beginning.get(), &ReplyBase::finished, this, [this] {
        const auto rows = std::move(m_beginning);
        showView(rows->result() ? *rows->result() : QList<InventoryRow>()); // the model asks again
    });
}

//! With its first rows, so that the table is never empty in between.
void InventoryListing::showView(const QList<InventoryRow> &beginning)
{
    m_problem.reset();
    m_shown = m_query;
    m_model.setView(m_source, m_next, beginning);
    countFacets();
    Q_EMIT changed();
}

void InventoryListing::stopOpening()
{
    m_opening.reset();
    if (m_beginning)
        m_source->close(m_next);
    m_beginning.reset();
}

void InventoryListing::countFacets()
{
    m_counting = m_source->facets(m_query);
    connect(m_counting.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_counting);
        if (reply->result()) // without them the side list has no numbers
            m_facets = *reply->result();
        Q_EMIT changed();
    });
}

} // namespace Vestibule
