// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/inventoryreport.h"

#include "inventory/inventorycomparison.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Vestibule {

namespace {

// Together well below 2 MB of HTML.
constexpr qsizetype MostConnections = 1000;
constexpr qsizetype MostOrganizations = 20; // of each connection
constexpr qsizetype MostFailed = 1000;
constexpr qsizetype MostFindings = 100; // of each rule

//! The inventory and the one that it is compared with; empty for one that the report does not name.
QStringList namedFiles(const InventoryReport::Request &request)
{
    const auto &comparison = request.comparison;
    return {request.namesFile ? request.inventory : QString(),
            comparison && comparison->namesFile ? comparison->path : QString()};
}

} // namespace

InventoryReport::InventoryReport(InventorySourcePtr source, const Request &request, QObject *parent)
    : ReportJob(request.path, namedFiles(request), parent)
    , m_source(std::move(source))
    , m_request(request)
{
}

InventoryReport::~InventoryReport()
{
    InventoryReport::stopReading();
}

void InventoryReport::read(const QByteArrayList &hashes)
{
    const QStringList files = namedFiles(m_request);
    m_content.fileName = QFileInfo(files.at(0)).fileName();
    m_content.oldFileName = QFileInfo(files.at(1)).fileName();
    m_content.sha256 = hashes.at(0);
    m_content.oldSha256 = hashes.at(1);
    const auto &comparison = m_request.comparison;
    if (!comparison || comparison->drift) {
        m_content.drift = comparison ? comparison->drift : nullptr;
        return summarize();
    }
    m_comparison = std::make_unique<InventoryComparison>(comparison->path, m_request.inventory,
                                                         comparison->options);
    m_comparing = m_comparison->run();
    then(m_comparing, [this](const DriftPtr &drift) {
        m_comparison.reset();
        m_content.drift = drift;
        summarize();
    });
}

void InventoryReport::summarize()
{
    m_summarizing = m_source->summarize();
    then(m_summarizing, [this](const InventorySummary &summary) {
        m_content.summary = summary;
        count();
    });
}

void InventoryReport::count()
{
    m_counting = m_source->overview();
    then(m_counting, [this](const InventoryOverview &overview) {
        m_content.overview = overview;
        countFindings();
    });
}

void InventoryReport::countFindings()
{
    m_opening = m_source->open({.list = InventoryList::Rules, .sortedBy = InventoryColumn::Rule});
    then(m_opening, [this](const InventoryView &view) {
        m_view = view;
        m_fetching = m_source->fetch(view, 0, view.rows);
        then(m_fetching, [this](const QList<InventoryRow> &rows) {
            for (const InventoryRow &row : rows)
                m_content.rules.append(std::get<FindingCount>(row));
            closeView();
            readFindings(0);
        });
    });
}

//! A sweep may go on meanwhile, so that the numbers are those of the views that have the rows.
void InventoryReport::readFindings(qsizetype rule)
{
    if (rule == m_content.rules.size())
        return readConnections();
    m_opening = m_source->open({.list = InventoryList::Findings,
                                .filter = {.rules = {m_content.rules.at(rule).rule}},
                                .sortedBy = InventoryColumn::Rule});
    then(m_opening, [this, rule](const InventoryView &view) {
        m_view = view;
        m_content.rules[rule].count = view.rows;
        m_fetching = m_source->fetch(view, 0, std::min(view.rows, MostFindings));
        then(m_fetching, [this, rule](const QList<InventoryRow> &rows) {
            QList<Finding> findings;
            for (const InventoryRow &row : rows)
                findings.append(std::get<Finding>(row));
            m_content.findings.append(findings);
            closeView();
            readFindings(rule + 1);
        });
    });
}

void InventoryReport::readConnections()
{
    m_opening = m_source->open({.list = InventoryList::Connections,
                                .sortedBy = InventoryColumn::Organizations,
                                .isDescending = true});
    then(m_opening, [this](const InventoryView &view) {
        m_view = view;
        m_fetching = m_source->fetch(view, 0, MostConnections);
        then(m_fetching, [this](const QList<InventoryRow> &rows) {
            for (const InventoryRow &row : rows)
                m_content.connections.append(std::get<ConnectionUse>(row));
            m_fetchingUses =
                m_source->organizationsOf(*m_view, 0, MostConnections, MostOrganizations);
            then(m_fetchingUses, [this](const QList<QList<OrganizationUse>> &organizations) {
                m_content.organizations = organizations;
                closeView();
                readFailed();
            });
        });
    });
}

void InventoryReport::readFailed()
{
    if (m_content.summary.counts.failed == 0)
        return makeReport();
    m_opening = m_source->open(
        {.list = InventoryList::Organizations, .filter = {.state = OrganizationState::Failed}});
    then(m_opening, [this](const InventoryView &view) {
        m_view = view;
        m_fetching = m_source->fetch(view, 0, MostFailed);
        then(m_fetching, [this](const QList<InventoryRow> &rows) {
            for (const InventoryRow &row : rows)
                m_content.failed.append(std::get<InventoryOrganization>(row));
            closeView();
            makeReport();
        });
    });
}

void InventoryReport::makeReport()
{
    m_content.madeAt = QDateTime::currentDateTimeUtc();
    m_content.programVersion = QCoreApplication::applicationVersion();
    save([content = m_content] { return reportOf(content); });
}

std::optional<int> InventoryReport::comparedPercent() const
{
    return m_comparison ? std::optional(m_comparison->percent()) : std::nullopt;
}

void InventoryReport::closeView()
{
    if (const auto view = std::exchange(m_view, std::nullopt))
        m_source->close(*view);
}

void InventoryReport::stopReading()
{
    m_comparing.reset();
    m_comparison.reset();
    m_summarizing.reset();
    m_counting.reset();
    m_opening.reset();
    m_fetching.reset();
    m_fetchingUses.reset();
    closeView();
}

} // namespace Vestibule
