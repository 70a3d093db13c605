// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/outcometext.h"

#include "session/errortext.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct OutcomeText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::OutcomeText)
};

QString mismatchText(const ListingMismatch &mismatch)
{
    switch (mismatch.kind) {
    case ListingMismatch::Kind::TotalChanged:
        return OutcomeText::tr("Nothing was written: the list changed while it was read (%1 "
                               "connections, then %2). Export again.")
            .arg(mismatch.expected)
            .arg(mismatch.got);
    case ListingMismatch::Kind::RowRepeated:
        return OutcomeText::tr("Nothing was written: the list changed while it was read, and a "
                               "connection came twice. Export again.");
    case ListingMismatch::Kind::RowsMissing:
        return OutcomeText::tr("Nothing was written: only %1 of %2 connections came. Export again.")
            .arg(mismatch.got)
            .arg(mismatch.expected);
    case ListingMismatch::Kind::BeyondEnd:
        if (mismatch.expected == 0)
            return OutcomeText::tr("Nothing was written: page %1 is empty.").arg(mismatch.got);
        return OutcomeText::tr("Nothing was written: page %1 is empty, there are %n page(s).",
                               nullptr, int(mismatch.expected))
            .arg(mismatch.got);
    }
    Q_UNREACHABLE();
}

QString countText(const ExportCount &count, const QString &target)
{
    if (!count.total)
        return OutcomeText::tr("%n connection(s) written to %1.", nullptr, int(count.rows))
            .arg(target);
    return OutcomeText::tr("%1 of %n connection(s) written to %2.", nullptr, int(*count.total))
        .arg(count.rows)
        .arg(target);
}

QString writeErrorText(const WriteError &error, const QString &targetName)
{
    const QString name = error.name.isEmpty() ? targetName : error.name;
    if (!error.written.isEmpty())
        return OutcomeText::tr("%1 was written, but %2 could not be: %3.")
            .arg(error.written, name, error.reason);
    if (name.isEmpty())
        return OutcomeText::tr("Standard output could not be written: %1.").arg(error.reason);
    return OutcomeText::tr("%1 could not be written: %2.").arg(name, error.reason);
}

} // namespace

QString outcomeText(const ConnectionExport::Outcome &outcome, const QString &host,
                    const QString &targetName)
{
    const QString target = targetName.isEmpty() ? OutcomeText::tr("standard output") : targetName;
    if (const auto *count = std::get_if<ExportCount>(&outcome))
        return countText(*count, target);
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return mismatchText(*mismatch);
    if (const auto *error = std::get_if<WriteError>(&outcome))
        return writeErrorText(*error, targetName);
    return nothingWrittenText(errorText(std::get<ApiError>(outcome), host));
}

QString nothingWrittenText(const QString &reason)
{
    return OutcomeText::tr("Nothing was written. %1").arg(reason);
}

} // namespace Vestibule
