// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/exportordertext.h"

#include "app/privacymode.h"
#include "app/tenantkindword.h"
#include "models/organizationchoicemodel.h"
#include "models/visibletext.h"

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
    const QString host = privacy.name(order.provenance.tenantDomain);
    if (order.isDemo)
        return ExportOrderText::tr("Demo tenant") + Separator + host;
    if (order.savedView)
        return ExportOrderText::tr("%1 (saved, not live)", "tenant").arg(host);
    if (!order.profile)
        return host;
    return ExportOrderText::tr("%1 (%2)", "tenant (kind)")
               .arg(visibleText(privacy.name(order.profile->name)),
                    tenantKindWord(order.profile->kind))
        + Separator + host;
}

QString exportedRows(const ExportProvenance &provenance)
{
    return filterText(provenance.isEnabled) + Separator + extentText(provenance);
}

} // namespace Vestibule
