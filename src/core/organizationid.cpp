// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organizationid.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

std::optional<OrganizationIdProblem> organizationIdProblem(const QString &id)
{
    if (id.isEmpty())
        return OrganizationIdProblem::Empty;
    if (id.toUcs4().size() > MaximumOrganizationIdLength)
        return OrganizationIdProblem::TooLong;
    const bool isPrintable = std::ranges::all_of(
        id, [](QChar c) { return !c.isSpace() && c.category() != QChar::Other_Control; });
    if (!isPrintable || id == "."_L1 || id == ".."_L1 || !id.isValidUtf16())
        return OrganizationIdProblem::NotAnId;
    return {};
}

} // namespace Vestibule
