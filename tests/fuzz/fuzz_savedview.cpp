// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organization.h"
#include "formats/connectionencoder.h"
#include "formats/savedview.h"
#include "fuzz/require.h"

using namespace Vestibule;
using Fuzz::require;

namespace {

void checkHead(const SavedView &view)
{
    const auto domain = TenantDomain::fromText(view.provenance.tenantDomain);
    require(domain && *domain == view.domain, "a view's domain is that of its provenance");
    require(!organizationIdProblem(view.provenance.organizationId),
            "the organization has a valid id");
    require(view.count.rows == view.connections.size(), "a view holds as many rows as it says");
    require(!view.count.total || *view.count.total >= view.count.rows,
            "no more rows than the total");
    require(view.isPart() || !view.count.total || *view.count.total == view.count.rows,
            "a view that is not a part is complete");
    require(!view.readAt.isValid() || view.readAt.timeSpec() == Qt::UTC, "times are UTC");
    const bool isPage = view.provenance.extent == ExportExtent::OnePage;
    require(view.provenance.pageIndex >= 0 && view.provenance.pageSize >= 0,
            "page index and size are not negative");
    require(isPage || (view.provenance.pageIndex == 0 && view.provenance.pageSize == 0),
            "only a page has an index and a size");
}

void checkFilters(const SavedView &view)
{
    for (const std::optional<bool> isEnabled : {std::optional<bool>(), {true}, {false}}) {
        const auto rows = view.filtered(isEnabled);
        require(rows.size() <= view.connections.size(), "a filter adds no rows");
        const auto total = view.listingTotal(isEnabled);
        require(!total || *total >= 0, "no negative total");
        require(isEnabled || rows == view.connections, "without a filter all rows are there");
    }
}

//! A view that can be opened can be exported, and the exported file opens as the same view.
void checkRoundTrip(const SavedView &view)
{
    const auto encoder = makeConnectionEncoder({.format = ExportFormat::Json}, view.provenance);
    QByteArray json = encoder->begin();
    json += encoder->encode(view.connections);
    json += encoder->end(view.count, view.readAt);
    const auto again = parseSavedView(json);
    require(again.has_value(), "an exported view opens");
    require(again->provenance == view.provenance && again->domain == view.domain
                && again->count == view.count && again->connections == view.connections,
            "an exported view has the same content");
    // Files contain the time in whole seconds.
    require(again->readAt.toSecsSinceEpoch() == view.readAt.toSecsSinceEpoch(),
            "an exported view has the same time");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto view = parseSavedView(json);
    if (!view) {
        require(view.error().kind == SavedViewProblem::Kind::NotASavedView
                    || (view.error().kind == SavedViewProblem::Kind::Damaged
                        && !view.error().detail.isEmpty()),
                "a refusal says where");
        return 0;
    }
    checkHead(*view);
    checkFilters(*view);
    checkRoundTrip(*view);
    return 0;
}
