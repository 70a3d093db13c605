// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/exporttext.h"

#include "models/displaytext.h"
#include "models/organizationtext.h"
#include "session/drifttext.h"
#include "session/errortext.h"
#include "session/inventorytext.h"
#include "session/privacymode.h"
#include "session/tenanttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <optional>
#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto FirstEstimate = 2s; //!< until then, connecting to the host distorts the pace

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ExportText)
};

QString filterText(std::optional<bool> isEnabled)
{
    if (!isEnabled)
        return ExportText::tr("All connections");
    return *isEnabled ? ExportText::tr("Enabled connections only")
                      : ExportText::tr("Disabled connections only");
}

QString extentText(const ExportProvenance &provenance)
{
    switch (provenance.extent) {
    case ExportExtent::AllPages:
        return ExportText::tr("all pages");
    case ExportExtent::OnePage:
        return ExportText::tr("page %1").arg(provenance.pageIndex + 1);
    case ExportExtent::SelectedRows:
        return ExportText::tr("selected rows");
    }
    Q_UNREACHABLE();
}

QString mismatchText(const ListingMismatch &mismatch)
{
    switch (mismatch.kind) {
    case ListingMismatch::Kind::TotalChanged:
        return ExportText::tr("Nothing was written: the list changed while it was read (%1 "
                              "connections, then %2). Export again.")
            .arg(mismatch.expected)
            .arg(mismatch.got);
    case ListingMismatch::Kind::RowRepeated:
        return ExportText::tr("Nothing was written: the list changed while it was read, and a "
                              "connection was listed twice. Export again.");
    case ListingMismatch::Kind::RowsMissing:
        return ExportText::tr(
                   "Nothing was written: only %1 of %2 connections were received. Export again.")
            .arg(mismatch.got)
            .arg(mismatch.expected);
    case ListingMismatch::Kind::PageSizeChanged:
        return ExportText::
            tr("Nothing was written: the tenant allows %1 rows per page, and %2 were requested.")
                .arg(mismatch.got)
                .arg(mismatch.expected);
    case ListingMismatch::Kind::DoesNotEnd:
        return ExportText::tr(
                   "Nothing was written: the tenant's list has no end (%1 connections so far).")
            .arg(mismatch.got);
    case ListingMismatch::Kind::BeyondEnd:
        if (mismatch.expected == 0)
            return ExportText::tr("Nothing was written: page %1 is empty.").arg(mismatch.got);
        return ExportText::tr("Nothing was written: page %1 is empty, there are %n page(s).",
                              nullptr, int(mismatch.expected))
            .arg(mismatch.got);
    }
    Q_UNREACHABLE();
}

QString countText(const ExportCount &count, const QString &target)
{
    if (!count.total)
        return ExportText::tr("%n connection(s) written to %1.", nullptr, int(count.rows))
            .arg(target);
    return ExportText::tr("%1 of %n connection(s) written to %2.", nullptr, int(*count.total))
        .arg(count.rows)
        .arg(target);
}

QString writtenText(const ExportCount &count)
{
    const QLocale locale;
    if (!count.total)
        return ExportText::tr("Done. Rows written: %1.").arg(locale.toString(count.rows));
    return ExportText::tr("Done. Rows written: %1 of %2.")
        .arg(locale.toString(count.rows), locale.toString(*count.total));
}

QString writeErrorText(const WriteError &error, const QString &targetName)
{
    const QString name = error.name.isEmpty() ? targetName : error.name;
    if (!error.written.isEmpty())
        return ExportText::tr("%1 was written, but %2 could not be: %3.")
            .arg(error.written, name, error.reason);
    if (name.isEmpty())
        return ExportText::tr("Standard output could not be written: %1.").arg(error.reason);
    return ExportText::tr("%1 could not be written: %2.").arg(name, error.reason);
}

QString nothingWrittenText(const QString &reason)
{
    return ExportText::tr("Nothing was written. %1").arg(reason);
}

QString readingText(const ExportJob &job)
{
    const QString read = job.rowsRead() == 0
        ? ExportText::tr("Reading…")
        : progressText(job.rowsRead(), job.total(), job.elapsed());
    if (job.waitLeft() <= 0ms)
        return read;
    const auto left = std::chrono::ceil<std::chrono::seconds>(job.waitLeft());
    return read + u'\n' + waitText(job.waitCause(), left);
}

QString failureText(const ExportJob &job, const PrivacyMode &privacy)
{
    return privacy.failure(*job.failure(), job.provenance().tenantDomain);
}

//! Says what the user must do in the main window: a token can be entered only for the tenant that
//! the session shows.
QString withResumeNeeds(const QString &text, const ExportJob &job, const PrivacyMode &privacy)
{
    if (job.resumeNeeds() != ExportJob::ResumeNeeds::OpenTenant)
        return text;
    return text + u'\n'
        + ExportText::tr(
              "The main window now shows another tenant. To continue, open %1 there again.")
              .arg(exportedTenant(job.request(), privacy));
}

QString endText(const ExportJob &job, const PrivacyMode &privacy)
{
    ExportJob::Outcome outcome = job.outcome();
    if (const auto *count = std::get_if<ExportCount>(&outcome))
        return writtenText(*count); // another line of the window names the file
    if (auto *error = std::get_if<WriteError>(&outcome)) {
        error->name = privacy.name(error->name);
        error->written = privacy.name(error->written);
    }
    return outcomeText(outcome, {}, privacy.name(job.targetName()));
}

} // namespace

QString exportTitle(const Organization &organization, const Subject &subject,
                    const PrivacyMode &privacy)
{
    return ExportText::tr("%1 – %2", "organization, tenant")
        .arg(organizationTitle(privacy.organization(organization)), tenantTitle(subject, privacy));
}

QString exportFilterText(std::optional<bool> isEnabled)
{
    return isEnabled ? filterText(isEnabled) : QString();
}

QString exportedOrganization(const ExportRequest &request, const PrivacyMode &privacy)
{
    return organizationTitle(privacy.organization(
        {.id = request.page.organizationId, .displayName = request.organizationName}));
}

QString exportedTenant(const ExportRequest &request, const PrivacyMode &privacy)
{
    const QString host = request.access.domain.text();
    const QString title = tenantTitle(request.subject, privacy);
    const bool isHostInTitle = !isDemo(request.subject) && !profileOf(request.subject);
    return isHostInTitle ? title : joinedParts({title, privacy.name(host)});
}

QString exportedRows(const ExportProvenance &provenance)
{
    return joinedParts({filterText(provenance.isEnabled), extentText(provenance)});
}

QString progressText(qsizetype rows, qsizetype total, std::chrono::milliseconds elapsed)
{
    const QLocale locale;
    if (total < 0)
        return ExportText::tr("%Ln row(s) read", nullptr, int(rows));
    const QString read =
        ExportText::tr("%1 of %2 rows read").arg(locale.toString(rows), locale.toString(total));
    if (elapsed < FirstEstimate || rows == 0 || rows >= total)
        return read;
    const auto left = elapsed * (total - rows) / rows;
    return ExportText::tr("%1, about %2 left", "rows read, time")
        .arg(read, durationText(std::chrono::ceil<std::chrono::seconds>(left)));
}

QString outcomeText(const ExportJob::Outcome &outcome, const QString &host,
                    const QString &targetName)
{
    const QString target = targetName.isEmpty() ? ExportText::tr("standard output") : targetName;
    if (const auto *count = std::get_if<ExportCount>(&outcome))
        return countText(*count, target);
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return mismatchText(*mismatch);
    if (const auto *error = std::get_if<WriteError>(&outcome))
        return writeErrorText(*error, targetName);
    return nothingWrittenText(errorText(std::get<ApiError>(outcome), host));
}

QString outcomeText(const InventoryExport::Outcome &outcome, const QString &targetName)
{
    if (const auto *problem = std::get_if<InventoryProblem>(&outcome))
        return nothingWrittenText(inventoryProblemText(*problem));
    if (const auto *error = std::get_if<WriteError>(&outcome))
        return writeErrorText(*error, targetName);
    const qsizetype rows = std::get<InventoryCount>(outcome).rows;
    return ExportText::tr("%Ln row(s) written to %1.", nullptr, int(rows))
        .arg(targetName.isEmpty() ? ExportText::tr("standard output") : targetName);
}

QString reportOutcomeText(const ReportJob::Outcome &outcome, const QString &host,
                          const QString &targetName)
{
    if (const auto *problem = std::get_if<InventoryProblem>(&outcome))
        return nothingWrittenText(comparisonProblemText(*problem)); // it may compare
    if (const auto *unknown = std::get_if<ReportJob::UnknownOrganization>(&outcome))
        return nothingWrittenText(ExportText::tr("The file does not contain the organization %1.",
                                                 "in an inventory or a saved view")
                                      .arg(displaySafe(unknown->text)));
    if (const auto *error = std::get_if<ApiError>(&outcome))
        return nothingWrittenText(errorText(*error, host));
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return mismatchText(*mismatch);
    if (const auto *error = std::get_if<WriteError>(&outcome))
        return writeErrorText(*error, targetName);
    return ExportText::tr("The report was written to %1.")
        .arg(targetName.isEmpty() ? ExportText::tr("standard output") : targetName);
}

QString comparesOnlyInventoriesText()
{
    return ExportText::tr("--compare needs an inventory, and this is a saved view.");
}

QString cancelledText()
{
    return ExportText::tr("The export was cancelled. Nothing was written.");
}

QString savingCancelledText(const QString &targetName)
{
    return ExportText::tr(
               "The export was cancelled while writing to %1, which may contain a part of it.")
        .arg(targetName.isEmpty() ? ExportText::tr("standard output") : targetName);
}

QString exportStateText(const ExportJob &job, const PrivacyMode &privacy)
{
    switch (job.state()) {
    case ExportJob::State::Reading:
        return readingText(job);
    case ExportJob::State::Paused:
        return withResumeNeeds(ExportText::tr("%1 What was read so far is kept (%Ln row(s)).",
                                              nullptr, int(job.rowsRead()))
                                   .arg(failureText(job, privacy)),
                               job, privacy);
    case ExportJob::State::Saving:
        return ExportText::tr("Saving…");
    case ExportJob::State::Cancelled:
        return cancelledText();
    case ExportJob::State::Failed:
        if (job.failure())
            return withResumeNeeds(nothingWrittenText(failureText(job, privacy)), job, privacy);
        return endText(job, privacy);
    case ExportJob::State::Written:
        return endText(job, privacy);
    }
    Q_UNREACHABLE();
}

QString exportStateIcon(const ExportJob &job)
{
    switch (job.state()) {
    case ExportJob::State::Reading:
        return job.waitLeft() > 0ms ? u"wait"_s : QString();
    case ExportJob::State::Paused:
        return u"warning"_s;
    case ExportJob::State::Failed:
        return u"error"_s;
    case ExportJob::State::Written:
        return u"yes"_s;
    case ExportJob::State::Cancelled:
        return u"cancel"_s;
    case ExportJob::State::Saving:
        return {};
    }
    Q_UNREACHABLE();
}

QString exportStatusText(const ExportJob &job, const PrivacyMode &privacy)
{
    const QString name = exportedOrganization(job.request(), privacy);
    const QLocale locale;
    switch (job.state()) {
    case ExportJob::State::Reading:
        if (job.total() > 0)
            return ExportText::tr("Export of %1: %2 %", "organization, percent")
                .arg(name, locale.toString(100 * job.rowsRead() / job.total()));
        return ExportText::tr("Export of %1: reading…", "organization").arg(name);
    case ExportJob::State::Paused:
        return ExportText::tr("Export of %1: paused", "organization").arg(name);
    case ExportJob::State::Saving:
        return ExportText::tr("Export of %1: saving…", "organization").arg(name);
    case ExportJob::State::Written:
        return ExportText::tr("Export of %1: done", "organization").arg(name);
    case ExportJob::State::Failed:
        return ExportText::tr("Export of %1: failed", "organization").arg(name);
    case ExportJob::State::Cancelled:
        return ExportText::tr("Export of %1: cancelled", "organization").arg(name);
    }
    Q_UNREACHABLE();
}

QString exportRunningText(const ExportJob &job)
{
    return ExportText::tr("An export is running: %1.")
        .arg(progressText(job.rowsRead(), job.total(), {}));
}

} // namespace Vestibule
