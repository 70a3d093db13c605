// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/savedviewcomparison.h"

#include "core/threadreply.h"
#include "session/tenantinventory.h"

#include <QCoreApplication>

#include <utility>

namespace Vestibule {

namespace {

//! What the drift calls the tenant.
QString tenantOf(const Subject &subject)
{
    return isDemo(subject) ? inventoryTenantOf(subject) : domainOf(subject).text();
}

ComparedListing listingOf(const SavedView &view, const QString &tenant)
{
    return {.tenant = tenant,
            .organization = {.id = view.provenance.organizationId,
                             .name = view.provenance.organizationName},
            .endpoint = view.provenance.endpoint,
            .isPart = view.isPart() || view.provenance.isEnabled.has_value(),
            .readAt = view.readAt,
            .programVersion = view.provenance.programVersion,
            .connections = view.connections};
}

//! The page is all there is, without a filter.
bool isWhole(const ConnectionPage &page)
{
    return page.request.index == 0 && !page.request.isEnabled && !page.next()
        && page.missingRows() == 0;
}

bool isSameTenant(const TenantDomain &view, const Subject &subject)
{
    const TenantDomain domain = domainOf(subject);
    return view == domain || (view.isLoopback() && domain.isLoopback());
}

} // namespace

SavedViewComparison::SavedViewComparison(const Request &request, QObject *parent)
    : QObject(parent)
    , m_request(request)
{
    connect(&m_opener, &SavedViewOpener::opened, this, &SavedViewComparison::takeView);
    connect(&m_opener, &SavedViewOpener::failed, this,
            [this](const SavedViewProblem &problem) { finish(problem); });
    connect(&m_opener, &SavedViewOpener::inventoryFound, this,
            [this] { finish(SavedViewProblem{.kind = SavedViewProblem::Kind::Inventory}); });
}

SavedViewComparison::~SavedViewComparison() = default;

void SavedViewComparison::start()
{
    m_opener.open(m_request.path);
}

void SavedViewComparison::takeView(const SavedViewPtr &view)
{
    const QString &organizationId = m_request.page.request.organizationId;
    const bool isOtherTenant = !isSameTenant(view->domain, m_request.subject);
    if (isOtherTenant || view->provenance.organizationId != organizationId) {
        return finish(
            OtherOrganization{.isOtherTenant = isOtherTenant,
                              .tenant = view->domain.text(),
                              .organization = {.id = view->provenance.organizationId,
                                               .name = view->provenance.organizationName}});
    }
    const QString tenant = tenantOf(m_request.subject);
    m_old = listingOf(*view, tenant);
    if (const SavedViewPtr shown = savedViewOf(m_request.subject)) {
        m_new = listingOf(*shown, tenant);
        return compare();
    }
    m_new = {.tenant = tenant,
             .organization = {.id = organizationId, .name = m_request.organizationName},
             .endpoint = m_request.source->endpoint(),
             .programVersion = QCoreApplication::applicationVersion()};
    if (!isWhole(m_request.page))
        return readListing();
    takePage(m_request.page);
    compare();
}

void SavedViewComparison::readListing()
{
    const PageRequest first{.organizationId = m_new.organization.id,
                            .size = PageRequest::MaximumSize};
    m_reader = std::make_unique<ListingReader>(m_request.source, first, ExportExtent::AllPages);
    connect(m_reader.get(), &ListingReader::pageRead, this, &SavedViewComparison::takePage);
    connect(m_reader.get(), &ListingReader::restarted, this, [this] {
        m_new.connections.clear();
        m_total = -1;
        Q_EMIT progressed();
    });
    connect(m_reader.get(), &ListingReader::retryScheduled, this,
            &SavedViewComparison::retryScheduled);
    connect(m_reader.get(), &ListingReader::finished, this, &SavedViewComparison::endReading);
    m_reader->start();
}

void SavedViewComparison::takePage(const ConnectionPage &page)
{
    m_new.connections.append(page.items);
    m_new.readAt = page.readAt;
    m_total = page.total.value_or(-1);
    Q_EMIT progressed();
}

void SavedViewComparison::endReading(const ListingReader::Outcome &outcome)
{
    m_reader.release()->deleteLater(); // it is emitting
    if (const auto *error = std::get_if<ApiError>(&outcome))
        return finish(*error);
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return finish(*mismatch);
    compare();
}

//! The file is newer than the page if it was exported while the page stayed on screen.
void SavedViewComparison::compare()
{
    if (m_old.readAt.isValid() && m_new.readAt.isValid() && m_old.readAt > m_new.readAt)
        std::swap(m_old, m_new);
    m_comparing.reset(
        new ThreadReply<DriftPtr>([inOld = m_old, inNew = m_new]() -> Result<DriftPtr> {
            return listingDrift(inOld, inNew);
        }));
    connect(m_comparing.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_comparing);
        finish(*reply->result());
    });
}

void SavedViewComparison::finish(const Outcome &outcome)
{
    m_outcome = outcome;
    Q_EMIT finished();
}

} // namespace Vestibule
