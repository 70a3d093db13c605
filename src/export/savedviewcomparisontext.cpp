// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/savedviewcomparisontext.h"

#include "models/displaytext.h"
#include "session/privacymode.h"
#include "session/savedviewtext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct SavedViewComparisonText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::SavedViewComparisonText)
};

QString otherOrganizationText(const SavedViewComparison::OtherOrganization &other,
                              const QString &file, const PrivacyMode &privacy)
{
    const QString id = displaySafe(privacy.id(other.organization.id));
    const QString name = displaySafe(privacy.name(other.organization.name));
    const QString organization = name.isEmpty()
        ? id
        : SavedViewComparisonText::tr("%1 (%2)", "the name and the id of an organization")
              .arg(name, id);
    if (other.isOtherTenant)
        return SavedViewComparisonText::tr("%1 is a saved view of another tenant: of %2 in %3.",
                                           "a file, an organization, its tenant")
            .arg(file, organization, displaySafe(privacy.name(other.tenant)));
    return SavedViewComparisonText::tr("%1 is a saved view of another organization: %2.",
                                       "a file, an organization")
        .arg(file, organization);
}

QString mismatchSentence(const ListingMismatch &mismatch)
{
    switch (mismatch.kind) {
    case ListingMismatch::Kind::TotalChanged:
    case ListingMismatch::Kind::RowRepeated:
    case ListingMismatch::Kind::RowsMissing:
        return SavedViewComparisonText::tr(
            "Nothing was compared: the tenant's list changed while it was read. Compare again.");
    case ListingMismatch::Kind::PageSizeChanged:
    case ListingMismatch::Kind::DoesNotEnd:
    case ListingMismatch::Kind::BeyondEnd:
        break;
    }
    return SavedViewComparisonText::tr(
        "Nothing was compared: the pages of the tenant's list do not add up.");
}

} // namespace

QString comparisonProgressText(const SavedViewComparison &comparison)
{
    const QLocale locale;
    if (comparison.total() >= 0)
        return SavedViewComparisonText::tr("Reading from the tenant: %1 of %2 connections")
            .arg(locale.toString(comparison.rowsRead()), locale.toString(comparison.total()));
    if (comparison.rowsRead() > 0)
        return SavedViewComparisonText::tr("Reading from the tenant: %1 connections")
            .arg(locale.toString(comparison.rowsRead()));
    return SavedViewComparisonText::tr("Comparing with the saved view…");
}

QString comparisonProblemText(const SavedViewComparison::Outcome &outcome, const QString &file,
                              const QString &host, const PrivacyMode &privacy)
{
    const QString fileName = displaySafe(privacy.name(QFileInfo(file).fileName()));
    if (const auto *problem = std::get_if<SavedViewProblem>(&outcome)) {
        if (problem->kind != SavedViewProblem::Kind::Inventory)
            return savedViewProblemText(*problem, fileName);
        return SavedViewComparisonText::tr("%1 is an inventory of a whole tenant, not a saved view "
                                           "of one organization. To compare it, use Changes.")
            .arg(fileName);
    }
    if (const auto *other = std::get_if<SavedViewComparison::OtherOrganization>(&outcome))
        return otherOrganizationText(*other, fileName, privacy);
    if (const auto *error = std::get_if<ApiError>(&outcome))
        return privacy.failure(*error, host);
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return mismatchSentence(*mismatch);
    return {};
}

} // namespace Vestibule
