// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/exportrequest.h"

#include <QCoreApplication>

namespace Vestibule {

ExportProvenance ExportRequest::provenance() const
{
    const ExportProvenance provenance{.tenantDomain = access.domain.text(),
                                      .organizationId = page.organizationId,
                                      .organizationName = organizationName,
                                      .endpoint = source->endpoint(),
                                      .isEnabled = page.isEnabled,
                                      .extent = extent,
                                      .pageIndex = page.index,
                                      .pageSize = page.size,
                                      .programVersion = QCoreApplication::applicationVersion()};
    const SavedViewPtr view = savedViewOf(subject);
    return view ? view->provenanceOf(provenance) : provenance;
}

} // namespace Vestibule
