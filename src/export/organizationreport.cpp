// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/organizationreport.h"

#include "core/organizationfindings.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

namespace Vestibule {

namespace {

//! An organization has at most ten connections; a file from a stranger may say otherwise.
constexpr qsizetype MostLinks = 10'000;

PromptRows promptRows(const SavedView &view)
{
    return {.connections = view.connections,
            .isWhole = !view.isPart(),
            .isEnabled = view.provenance.isEnabled,
            .endpoint = view.provenance.endpoint};
}

//! Of an inventory, its findings are there already. Those of a listing are found in its rows, of
//! which a saved view may have tens of thousands: in another thread.
HtmlReport reportWithFindings(OrganizationReportContent content)
{
    constexpr qsizetype MostEvidence = 100; // of each rule
    if (content.origin == OrganizationReportContent::Origin::Inventory)
        return organizationReportOf(content);
    const OrganizationFindings found = organizationFindings(content.organization, content.rows);
    content.rules = found.rules;
    for (const FindingCount &count : found.rules) {
        QList<Finding> findings;
        for (const Finding &finding : found.findings) {
            if (finding.key.rule == count.rule && findings.size() < MostEvidence)
                findings.append(finding);
        }
        content.findings.append(findings);
    }
    return organizationReportOf(content);
}

} // namespace

OrganizationReport::OrganizationReport(const Request &request, QObject *parent)
    : ReportJob(request.path, {request.file}, parent)
    , m_request(request)
{
}

OrganizationReport::~OrganizationReport()
{
    OrganizationReport::stopReading();
}

template <typename Function>
void OrganizationReport::fetch(const InventoryQuery &query, Function function)
{
    m_opening = m_inventory->open(query);
    then(m_opening, [this, function](const InventoryView &view) {
        m_view = view;
        m_fetching = m_inventory->fetch(view, 0, std::min(view.rows, MostLinks));
        then(m_fetching, [this, function, total = view.rows](const QList<InventoryRow> &rows) {
            m_inventory->close(*std::exchange(m_view, std::nullopt));
            function(rows, total);
        });
    });
}

void OrganizationReport::read(const QByteArrayList &hashes)
{
    m_content.fileName = QFileInfo(m_request.file).fileName();
    m_content.sha256 = hashes.constFirst();
    std::visit([this](const auto &origin) { readFrom(origin); }, m_request.origin);
}

void OrganizationReport::readFrom(const Listing &listing)
{
    m_content.origin = OrganizationReportContent::Origin::Listing;
    m_content.tenant = listing.tenant;
    m_content.organization = listing.organization;
    m_content.rows = {.isWhole = true, .endpoint = listing.source->endpoint()};
    m_reader = std::make_unique<ListingReader>(
        listing.source,
        PageRequest{.organizationId = listing.organization.id, .size = PageRequest::MaximumSize},
        ExportExtent::AllPages);
    connect(m_reader.get(), &ListingReader::pageRead, this, [this](const ConnectionPage &page) {
        m_content.rows.connections.append(page.items);
        m_content.readAt = page.readAt.toUTC();
    });
    connect(m_reader.get(), &ListingReader::restarted, this,
            [this] { m_content.rows.connections.clear(); });
    connect(m_reader.get(), &ListingReader::finished, this, &OrganizationReport::takeListing);
    m_reader->start();
}

void OrganizationReport::takeListing(const ListingReader::Outcome &outcome)
{
    m_reader.release()->deleteLater(); // it is emitting
    if (const auto *error = std::get_if<ApiError>(&outcome))
        fail(*error);
    else if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        fail(*mismatch);
    else
        makeReport();
}

void OrganizationReport::readFrom(const SavedViewPtr &view)
{
    m_content.origin = OrganizationReportContent::Origin::SavedView;
    m_content.tenant = view->provenance.tenantDomain;
    m_content.organization = {.id = view->provenance.organizationId,
                              .displayName = view->provenance.organizationName};
    m_content.rows = promptRows(*view);
    m_content.total = view->count.total;
    m_content.readAt = view->readAt;
    makeReport();
}

void OrganizationReport::readFrom(const InInventory &inventory)
{
    m_content.origin = OrganizationReportContent::Origin::Inventory;
    m_inventory = inventory.source;
    m_summarizing = m_inventory->summarize();
    then(m_summarizing, [this](const InventorySummary &summary) {
        m_content.tenant = summary.tenant;
        m_content.rows.endpoint = summary.endpoint;
        m_content.isInventoryComplete = summary.isComplete();
        findOrganization();
    });
}

//! An id is unique. A name that several organizations have says nothing.
void OrganizationReport::findOrganization()
{
    const QString wanted = std::get<InInventory>(m_request.origin).organization;
    const InventoryQuery query{.list = InventoryList::Organizations,
                               .filter = {.organization = wanted}};
    fetch(query, [this, wanted](const QList<InventoryRow> &rows, qsizetype /*total*/) {
        const auto isMeant = [&](const InventoryRow &row) {
            return std::get<InventoryOrganization>(row).organization.id == wanted;
        };
        const auto found = std::ranges::find_if(rows, isMeant);
        if (found == rows.end() && rows.size() != 1)
            return fail(UnknownOrganization{wanted});
        const auto &organization =
            std::get<InventoryOrganization>(found == rows.end() ? rows.constFirst() : *found);
        m_content.organization = organization.organization;
        m_content.readAt = organization.readAt;
        m_content.state = organization.state;
        m_content.errorStatus = organization.errorStatus;
        m_content.errorText = organization.errorText;
        if (organization.state == OrganizationState::Read)
            readLinks();
        else
            makeReport();
    });
}

void OrganizationReport::readLinks()
{
    const InventoryQuery query{.list = InventoryList::Links,
                               .filter = {.organization = m_content.organization.id},
                               .sortedBy = InventoryColumn::ConnectionName};
    fetch(query, [this](const QList<InventoryRow> &rows, qsizetype total) {
        for (const InventoryRow &row : rows) {
            const auto &link = std::get<InventoryLink>(row);
            if (link.organization.id == m_content.organization.id)
                m_content.rows.connections.append(link.connection);
        }
        m_content.rows.isWhole = rows.size() == total;
        m_content.total = total;
        readMutes();
    });
}

void OrganizationReport::readMutes()
{
    m_readingMutes = m_inventory->mutes();
    then(m_readingMutes, [this](const QList<FindingMute> &mutes) {
        m_mutes = mutes;
        readFindings(0);
    });
}

//! The list of findings has no filter by organization; those of links and organizations do.
void OrganizationReport::readFindings(qsizetype rule)
{
    if (rule == findingRules().size())
        return makeReport();
    const FindingRuleInfo &info = findingRules().at(rule);
    if (info.subject == FindingSubject::Connection) // of no organization
        return readFindings(rule + 1);
    const bool isOfLinks = info.subject == FindingSubject::Link;
    const InventoryQuery query{.list =
                                   isOfLinks ? InventoryList::Links : InventoryList::Organizations,
                               .filter = {.organization = m_content.organization.id,
                                          .finding = info.rule,
                                          .withMuted = true},
                               .sortedBy = isOfLinks ? InventoryColumn::ConnectionName
                                                     : InventoryColumn::OrganizationName};
    fetch(query, [this, rule, id = info.rule](const QList<InventoryRow> &rows, qsizetype) {
        FindingCount count{.rule = id};
        QList<Finding> findings;
        for (const InventoryRow &row : rows) {
            const InventoryKey key = keyOf(row);
            if (key.organizationId != m_content.organization.id)
                continue; // its name is this one's id
            Finding finding{.key = {id, key.organizationId, key.connectionId}};
            if (const auto *link = std::get_if<InventoryLink>(&row))
                finding.connectionName = link->connection.name;
            if (muteOf(m_mutes, finding.key)) {
                ++count.muted;
                continue;
            }
            ++count.count;
            findings.append(finding);
        }
        m_content.rules.append(count);
        m_content.findings.append(findings);
        readFindings(rule + 1);
    });
}

void OrganizationReport::makeReport()
{
    m_content.madeAt = QDateTime::currentDateTimeUtc();
    m_content.programVersion = QCoreApplication::applicationVersion();
    save([content = m_content] { return reportWithFindings(content); });
}

void OrganizationReport::stopReading()
{
    m_summarizing.reset();
    m_opening.reset();
    m_fetching.reset();
    m_readingMutes.reset();
    if (m_reader)
        m_reader->cancel();
    m_reader.reset();
    if (const auto view = std::exchange(m_view, std::nullopt))
        m_inventory->close(*view);
}

} // namespace Vestibule
