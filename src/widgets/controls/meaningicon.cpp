// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/meaningicon.h"

#include "widgets/controls/symbolicon.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

QIcon meaningIcon(CellMeaning meaning, ConnectionField field)
{
    if (field == ConnectionField::AssignMembershipOnLogin)
        return {};
    switch (meaning) {
    case CellMeaning::Text:
        return {};
    case CellMeaning::Yes:
        return symbolIcon(u"yes"_s);
    case CellMeaning::No:
        return symbolIcon(u"no"_s);
    case CellMeaning::AccessNone:
        return symbolIcon(u"access-none"_s);
    case CellMeaning::AccessReadOnly:
        return symbolIcon(u"access-readonly"_s);
    case CellMeaning::AccessLimited:
        return symbolIcon(u"access-limited"_s);
    case CellMeaning::AccessFull:
        return symbolIcon(u"access-full"_s);
    case CellMeaning::NotSent:
    case CellMeaning::NotApplicable:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
