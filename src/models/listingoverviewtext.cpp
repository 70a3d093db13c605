// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/listingoverviewtext.h"

#include "models/findingtext.h"
#include "models/inventorytext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ListingOverviewText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ListingOverviewText)
};

QString connectionsText(qsizetype rows)
{
    return rowsText(InventoryList::Connections, rows);
}

} // namespace

QString overviewCaption(const OverviewExtent &extent)
{
    const QString rows = connectionsText(extent.rows);
    if (extent.isSavedPart)
        return ListingOverviewText::tr("In the saved part of the list: %1.").arg(rows);
    if (extent.isWhole)
        return rows;
    if (extent.total)
        return ListingOverviewText::tr("On this page only: %1 of %2.", "rows, connections")
            .arg(QLocale().toString(qlonglong(extent.rows)), connectionsText(*extent.total));
    return ListingOverviewText::tr("On this page only: %1.", "connections").arg(rows);
}

QString overviewLabel(FlagChoice isEnabled)
{
    return facetText({.kind = InventoryFacet::Kind::Enabled, .flag = isEnabled});
}

QString overviewLabel(const ListedLevel &accessLevel)
{
    switch (accessLevel.presence) {
    case FieldPresence::Sent:
        return facetText({.kind = InventoryFacet::Kind::AccessLevel, .word = accessLevel.word});
    case FieldPresence::Null:
        return u"null"_s; // as among the changes
    case FieldPresence::Absent:
        return ListingOverviewText::tr("Not sent", "an access level");
    }
    Q_UNREACHABLE();
}

QString overviewLabel(ConnectionHint hint)
{
    switch (hint) {
    case ConnectionHint::SignupWithMembership:
        return ListingOverviewText::tr("Sign-up adds members");
    case ConnectionHint::SignupWithoutMeaning:
        return ListingOverviewText::tr("Sign-up without effect");
    case ConnectionHint::ButtonWithoutMeaning:
        return ListingOverviewText::tr("Hidden button without effect");
    case ConnectionHint::SignupWithoutMembership:
    case ConnectionHint::SocialMembership:
    case ConnectionHint::AccessWithoutName:
    case ConnectionHint::DisabledKeepsFlags:
        return findingTitle(*ruleOf(hint));
    }
    Q_UNREACHABLE();
}

QString spokenRows(const QString &label, qsizetype rows)
{
    return spokenFigure(label, connectionsText(rows));
}

QString spokenRows(ConnectionHint hint, qsizetype rows)
{
    return ListingOverviewText::tr("%1 (%2): %3", "a hint, its severity, connections")
        .arg(overviewLabel(hint), severityWord(severityOf(hint)), connectionsText(rows));
}

QString hintNumber(ConnectionHint hint, qsizetype rows)
{
    const QString number = QLocale().toString(qlonglong(rows));
    if (severityOf(hint) != FindingSeverity::High)
        return number;
    return ListingOverviewText::tr("%1: %2", "the severity of a hint, a number")
        .arg(severityWord(FindingSeverity::High), number);
}

} // namespace Vestibule
