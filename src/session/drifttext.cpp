// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/drifttext.h"

#include "models/displaytext.h"
#include "session/inventorytext.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct DriftText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::DriftText)
};

//! "acme-okta (con_0123456789abcdef)".
QString nameAndId(const QString &name, const QString &id)
{
    if (name.isEmpty())
        return displaySafe(id);
    return DriftText::tr("%1 (%2)", "a name and an id").arg(displaySafe(name), displaySafe(id));
}

//! "acme-prod.eu.auth0.com, 29 Nov, 14:03 – 14:27, 1,204 of 1,204 organizations read, complete".
QString inventoryLine(const Drift &drift, const InventorySummary &summary)
{
    const bool isOld = &summary == &drift.oldInventory;
    QStringList parts{displaySafe(summary.tenant),
                      periodTextBeside(summary, isOld ? drift.newInventory : drift.oldInventory),
                      drift.isOfListings ? QString() : countsText(summary.counts),
                      driftExtentText(drift, summary)};
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

//! Below its organization.
QString changeLine(const DriftChange &change)
{
    const bool isWhole = change.connectionId.isEmpty();
    const QString connection = nameAndId(change.connectionName, change.connectionId);
    switch (change.kind) {
    case DriftKind::Added:
        return isWhole ? DriftText::tr("added, with all its connections", "an organization")
                       : DriftText::tr("added: %1", "a connection").arg(connection);
    case DriftKind::Removed:
        return isWhole ? DriftText::tr("removed, with all its connections", "an organization")
                       : DriftText::tr("removed: %1", "a connection").arg(connection);
    case DriftKind::Changed: {
        const QString values = DriftText::tr("%1: %2 -> %3", "a field, its value before and after")
                                   .arg(displaySafe(change.field), driftValueText(change.before),
                                        driftValueText(change.after));
        return isWhole
            ? DriftText::tr("changed: %1", "a field with its values").arg(values)
            : DriftText::tr("changed: %1, %2", "a connection, and a field with its values")
                  .arg(connection, values);
    }
    case DriftKind::NotComparable:
        return isWhole ? DriftText::tr("not comparable", "an organization")
                       : DriftText::tr("not comparable: %1", "a connection").arg(connection);
    }
    Q_UNREACHABLE();
}

QStringList notesOfInventories(const Drift &drift)
{
    QStringList notes;
    if (!drift.oldInventory.isComplete())
        notes.append(
            DriftText::tr("Old: %1", "an inventory").arg(incompleteText(drift.oldInventory)));
    if (!drift.newInventory.isComplete())
        notes.append(
            DriftText::tr("New: %1", "an inventory").arg(incompleteText(drift.newInventory)));
    if (drift.hasOneOlderList())
        notes.append(DriftText::tr(
            "One of the inventories comes from the older list, without disabled connections and "
            "access levels: only what both lists have was compared."));
    if (drift.counts.notComparable > 0)
        notes.append(
            DriftText::tr("What is not comparable may or may not be the same: it is missing in one "
                          "of the inventories, or a name is missing or not unique."));
    return notes;
}

QStringList notesOfListings(const Drift &drift)
{
    QStringList notes;
    if (drift.hasOneOlderList())
        notes.append(
            DriftText::tr("One of the two comes from the older list, without disabled connections "
                          "and access levels: only what both have was compared."));
    if (!drift.oldInventory.isComplete())
        notes.append(DriftText::tr(
            "The old list is incomplete: connections found only in the new one may not be new."));
    if (!drift.newInventory.isComplete())
        notes.append(DriftText::tr(
            "The new list is incomplete: connections found only in the old one may still exist."));
    return notes;
}

class TextDriftEncoder final : public DriftEncoder {
public:
    explicit TextDriftEncoder(const Drift &drift)
        : m_drift(drift)
    {
    }

    QByteArray begin() override
    {
        const QString lines = DriftText::tr("Old: %1", "an inventory")
                                  .arg(inventoryLine(m_drift, m_drift.oldInventory))
            + u'\n'
            + DriftText::tr("New: %1", "an inventory")
                  .arg(inventoryLine(m_drift, m_drift.newInventory))
            + u'\n';
        return lines.toUtf8();
    }

    QByteArray encode(std::span<const DriftChange> changes) override
    {
        QString lines;
        for (const DriftChange &change : changes) {
            if (m_organizationId != change.organizationId) {
                m_organizationId = change.organizationId;
                lines += u'\n' + title(change) + u'\n';
            }
            lines += "  "_L1 + changeLine(change) + u'\n';
        }
        return lines.toUtf8();
    }

    QByteArray end() override
    {
        QString lines = u'\n' + driftCountsText(m_drift) + u'\n';
        for (const QString &note : driftNotes(m_drift))
            lines += note + u'\n';
        return lines.toUtf8();
    }

private:
    [[nodiscard]] static QString title(const DriftChange &change)
    {
        return change.organizationId.isEmpty()
            ? DriftText::tr("All organizations")
            : nameAndId(change.organizationName, change.organizationId);
    }

    const Drift &m_drift;
    std::optional<QString> m_organizationId; //!< of the last line; absent before the first
};

} // namespace

namespace {

//! The changed ones are counted in values, all others in links: what is read beside the
//! differences, which are values there, says so.
QString countsSentence(const Drift &drift, const QString &changed)
{
    const DriftCounts &counts = drift.counts;
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &text) {
        if (count > 0)
            parts.append(text);
    };
    add(counts.added, DriftText::tr("%Ln added", "differences", int(counts.added)));
    add(counts.removed, DriftText::tr("%Ln removed", "differences", int(counts.removed)));
    add(counts.changed, changed);
    add(counts.notComparable,
        DriftText::tr("%Ln not comparable", "differences", int(counts.notComparable)));
    const QString same = drift.isOfListings
        ? DriftText::tr("%Ln connection(s) are the same", nullptr, int(counts.same))
        : DriftText::tr("%Ln link(s) are the same", nullptr, int(counts.same));
    if (parts.isEmpty())
        return DriftText::tr("No differences; %1.", "with how many links are the same").arg(same);
    return DriftText::tr("%1; %2.", "the differences, how many links are the same")
        .arg(parts.join(", "_L1), same);
}

} // namespace

QString driftCountsText(const Drift &drift)
{
    return countsSentence(drift,
                          DriftText::tr("%Ln changed", "differences", int(drift.counts.changed)));
}

QString driftValuesText(const Drift &drift)
{
    return countsSentence(
        drift, DriftText::tr("%Ln value(s) changed", "differences", int(drift.counts.changed)));
}

QString driftExtentText(const Drift &drift, const InventorySummary &summary)
{
    if (!drift.isOfListings)
        return completenessText(summary);
    return summary.isComplete() ? DriftText::tr("complete list")
                                : DriftText::tr("part of the list");
}

QStringList driftNotes(const Drift &drift)
{
    return drift.isOfListings ? notesOfListings(drift) : notesOfInventories(drift);
}

QString comparingText(int percent)
{
    return DriftText::tr("Comparing: %1%",
                         "how far it is, with the percent sign as the language writes it")
        .arg(percent);
}

QString driftValueText(const DriftValue &value)
{
    switch (value.kind) {
    case DriftValue::Kind::Absent:
        return DriftText::tr("not sent", "a value");
    case DriftValue::Kind::Null:
        return u"null"_s;
    case DriftValue::Kind::Text:
        return DriftText::tr("\"%1\"", "a text in quotation marks").arg(displaySafe(value.text));
    case DriftValue::Kind::Flag:
    case DriftValue::Kind::Json:
        return displaySafe(value.text);
    }
    Q_UNREACHABLE();
}

QString comparisonProblemText(const InventoryProblem &problem)
{
    if (problem.kind != InventoryProblem::Kind::OtherTenant)
        return inventoryProblemText(problem);
    return DriftText::tr("%1 is the inventory of another tenant, %2: use --by-name to compare "
                         "organizations and connections by name.")
        .arg(displaySafe(problem.path), displaySafe(problem.detail));
}

std::unique_ptr<DriftEncoder> makeDriftTextEncoder(const Drift &drift)
{
    return std::make_unique<TextDriftEncoder>(drift);
}

} // namespace Vestibule
