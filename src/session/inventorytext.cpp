// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/inventorytext.h"

#include "models/displaytext.h"
#include "session/privacymode.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct InventoryText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::InventoryText)
};

QString number(qsizetype value)
{
    return QLocale().toString(qlonglong(value));
}

QString withReason(QString sentence, const QString &reason)
{
    if (reason.isEmpty())
        return sentence;
    if (sentence.endsWith(u'.'))
        sentence.chop(1);
    return InventoryText::tr("%1 (%2).",
                             "a sentence without its full stop, the reason the system gives")
        .arg(sentence, displaySafe(reason));
}

QString period(const InventorySummary &summary, const QString &clockFormat)
{
    if (!summary.began.isValid())
        return {};
    const QLocale locale;
    const QDateTime began = summary.began.toLocalTime();
    const QDateTime ended = summary.ended.isValid() ? summary.ended.toLocalTime() : began;
    const auto day = [](const QDateTime &time) {
        const bool isThisYear = time.date().year() == QDate::currentDate().year();
        return isThisYear ? datedText(time, InventoryText::tr("d MMM", "a date"))
                          : datedText(time, InventoryText::tr("d MMM yyyy", "a date"));
    };
    const auto clock = [&locale, &clockFormat](const QDateTime &time) {
        return locale.toString(time.time(), clockFormat);
    };
    if (began.date() != ended.date())
        return InventoryText::tr("%1, %2 – %3, %4", "from a day and time to another")
            .arg(day(began), clock(began), day(ended), clock(ended));
    if (clock(began) == clock(ended))
        return InventoryText::tr("%1, %2", "a day and a time").arg(day(began), clock(began));
    return InventoryText::tr("%1, %2 – %3", "a day, from a time to a time")
        .arg(day(began), clock(began), clock(ended));
}

} // namespace

QString inventoryTenantText(const QString &tenant, const PrivacyMode &privacy)
{
    return tenant == "demo"_L1 ? InventoryText::tr("Demo tenant")
                               : displaySafe(privacy.name(tenant));
}

QString inventoryProblemText(const InventoryProblem &problem)
{
    const QString file = displaySafe(problem.path);
    const QString detail = displaySafe(problem.detail);
    switch (problem.kind) {
    case InventoryProblem::Kind::NotReadable:
        return withReason(InventoryText::tr("%1 cannot be read.").arg(file), problem.detail);
    case InventoryProblem::Kind::NotAFile:
        return InventoryText::tr("%1 is not a file.").arg(file);
    case InventoryProblem::Kind::NotAnInventory:
        return InventoryText::tr("%1 is not an inventory of Vestibule.").arg(file);
    case InventoryProblem::Kind::NewerVersion:
        return InventoryText::tr("%1 was made by a newer Vestibule (file version %2). Install that "
                                 "version to open it.")
            .arg(file, detail);
    case InventoryProblem::Kind::Damaged:
        return withReason(InventoryText::tr("%1 is damaged.").arg(file), problem.detail);
    case InventoryProblem::Kind::Foreign:
        return withReason(
            InventoryText::tr("Another program has changed %1, so it can no longer be trusted.")
                .arg(file),
            problem.detail);
    case InventoryProblem::Kind::NoDriver:
        return InventoryText::tr(
            "Qt's SQLite driver is not installed. On Debian and Ubuntu, install "
            "the package libqt6sql6-sqlite.");
    case InventoryProblem::Kind::NotWritable:
        return withReason(InventoryText::tr("%1 cannot be written.").arg(file), problem.detail);
    case InventoryProblem::Kind::DiskFull:
        return InventoryText::tr("The disk is full: %1 cannot be written.").arg(file);
    case InventoryProblem::Kind::Removed:
        return InventoryText::tr("%1 is gone: the file or its folder was removed.").arg(file);
    case InventoryProblem::Kind::OtherTenant:
        return InventoryText::tr("%1 is the inventory of another tenant: %2.").arg(file, detail);
    case InventoryProblem::Kind::OtherOrganizations:
        return InventoryText::tr("%1 covers different organizations than those given.").arg(file);
    case InventoryProblem::Kind::Busy:
        return withReason(InventoryText::tr("Another Vestibule is already sweeping this tenant."),
                          problem.detail);
    case InventoryProblem::Kind::Cancelled:
        return InventoryText::tr("Reading was cancelled.");
    }
    Q_UNREACHABLE();
}

QString periodText(const InventorySummary &summary)
{
    return period(summary, u"HH:mm"_s);
}

QString periodTextBeside(const InventorySummary &summary, const InventorySummary &other)
{
    const QString text = periodText(summary);
    if (text != periodText(other))
        return text;
    const QString withSeconds = period(summary, u"HH:mm:ss"_s);
    return withSeconds == period(other, u"HH:mm:ss"_s) ? text : withSeconds;
}

QString countsText(const SweepCounts &counts)
{
    QStringList parts{
        InventoryText::tr("%1 of %Ln organization(s) read", nullptr, int(counts.listed()))
            .arg(number(counts.read))};
    if (counts.failed > 0)
        parts.append(InventoryText::tr("%1 failed").arg(number(counts.failed)));
    if (counts.gone > 0)
        parts.append(InventoryText::tr("%1 gone", "organizations").arg(number(counts.gone)));
    if (counts.waiting > 0)
        parts.append(InventoryText::tr("%1 waiting", "organizations").arg(number(counts.waiting)));
    return parts.join(", "_L1);
}

QString completenessText(const InventorySummary &summary)
{
    return summary.isComplete() ? InventoryText::tr("complete", "an inventory")
                                : InventoryText::tr("not complete", "an inventory");
}

QString incompleteText(const InventorySummary &summary)
{
    const QString counts = countsText(summary.counts);
    if (!summary.isPopulationFrozen)
        return InventoryText::tr("The inventory is not complete: the list of organizations was not "
                                 "read completely, and %1.")
            .arg(counts);
    return InventoryText::tr("The inventory is not complete: %1.").arg(counts);
}

QString coverageText(const InventorySummary &summary)
{
    const SweepCounts &counts = summary.counts;
    const QString numbers =
        InventoryText::tr("%Ln organization(s) listed", nullptr, int(counts.listed())) + ", "_L1
        + InventoryText::tr("%Ln read", "organizations", int(counts.read)) + ", "_L1
        + InventoryText::tr("%Ln failed", "organizations", int(counts.failed)) + ", "_L1
        + InventoryText::tr("%Ln gone", "organizations", int(counts.gone)) + ", "_L1
        + InventoryText::tr("%Ln waiting", "organizations", int(counts.waiting));
    return (summary.isComplete() ? InventoryText::tr("Complete: %1.", "an inventory")
                                 : InventoryText::tr("Not complete: %1.", "an inventory"))
        .arg(numbers);
}

QStringList coverageNotes(const InventorySummary &summary)
{
    QStringList notes;
    if (!summary.isPopulationFrozen && !summary.coversGivenOnly)
        notes.append(InventoryText::tr("The list of organizations was not read completely."));
    if (summary.coversGivenOnly)
        notes.append(InventoryText::tr("It covers only the requested organizations."));
    if (summary.hasCatalogue())
        notes.append(
            InventoryText::tr("The tenant's connections were listed on %1. A connection added to "
                              "an organization after that organization was read counts as unused.")
                .arg(readTimeText(summary.catalogueReadAt.toLocalTime())));
    if (summary.counts.failed > 0)
        notes.append(InventoryText::tr("%Ln organization(s) could not be read.", nullptr,
                                       int(summary.counts.failed)));
    if (summary.counts.waiting > 0)
        notes.append(InventoryText::tr("%Ln organization(s) have not been read yet.", nullptr,
                                       int(summary.counts.waiting)));
    if (summary.counts.gone > 0)
        notes.append(InventoryText::tr("%Ln organization(s) were removed before they were read.",
                                       nullptr, int(summary.counts.gone)));
    if (summary.appeared > 0)
        notes.append(InventoryText::tr("%Ln organization(s) were added while it was read.", nullptr,
                                       int(summary.appeared)));
    if (summary.vanished > 0)
        notes.append(InventoryText::tr("%Ln organization(s) were removed while it was read.",
                                       nullptr, int(summary.vanished)));
    if (summary.endpoint == ConnectionEndpoint::EnabledConnections)
        notes.append(InventoryText::tr("The tenant has only the older list, without disabled "
                                       "connections and access levels."));
    return notes;
}

} // namespace Vestibule
