// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportordertext.h"

#include "models/organizationwords.h"
#include "session/privacymode.h"
#include "session/tenanttext.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

constexpr QStringView Separator = u" · ";

struct ExportOrderText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ExportOrderText)
};

QString filterText(std::optional<bool> isEnabled)
{
    if (!isEnabled)
        return ExportOrderText::tr("All connections");
    return *isEnabled ? ExportOrderText::tr("Enabled connections only")
                      : ExportOrderText::tr("Disabled connections only");
}

QString extentText(const ExportProvenance &provenance)
{
    switch (provenance.extent) {
    case ExportExtent::AllPages:
        return ExportOrderText::tr("all pages");
    case ExportExtent::OnePage:
        return ExportOrderText::tr("page %1").arg(provenance.pageIndex + 1);
    case ExportExtent::SelectedRows:
        return ExportOrderText::tr("selected rows");
    }
    Q_UNREACHABLE();
}

} // namespace

QString exportedOrganization(const ExportOrder &order, const PrivacyMode &privacy)
{
    return organizationTitle(privacy.organization(
        {.id = order.provenance.organizationId, .displayName = order.provenance.organizationName}));
}

QString exportedTenant(const ExportOrder &order, const PrivacyMode &privacy)
{
    const QString host = order.provenance.tenantDomain;
    const QString title = tenantTitle({.domain = host,
                                       .profile = order.profile,
                                       .isDemo = order.isDemo,
                                       .isSaved = order.savedView != nullptr},
                                      privacy);
    const bool isHostInTitle = !order.isDemo && (order.savedView || !order.profile);
    return isHostInTitle ? title : title + Separator + privacy.name(host);
}

QString exportedRows(const ExportProvenance &provenance)
{
    return filterText(provenance.isEnabled) + Separator + extentText(provenance);
}

} // namespace Vestibule
