// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportjobtext.h"

#include "export/exportjob.h"
#include "export/outcometext.h"
#include "export/progresstext.h"
#include "session/errortext.h"
#include "session/privacymode.h"
#include "widgets/export/exportordertext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

struct ExportJobText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ExportJobText)
};

QString readingText(const ExportJob &job)
{
    const QString read = job.rowsRead() == 0
        ? ExportJobText::tr("Reading...")
        : progressText(job.rowsRead(), job.total(), job.elapsed());
    if (job.waitLeft() <= 0ms)
        return read;
    const auto left = std::chrono::ceil<std::chrono::seconds>(job.waitLeft());
    return read + u'\n' + waitText(job.waitCause(), left);
}

QString failureText(const ExportJob &job, const PrivacyMode &privacy)
{
    return privacy.failure(*job.failure(), job.order().provenance.tenantDomain);
}

//! Where no button leads: a token is entered for the tenant that the session looks at.
QString withWayOn(const QString &text, const ExportJob &job, const PrivacyMode &privacy)
{
    if (job.wayOn() != ExportJob::WayOn::OpenTenant)
        return text;
    return text + u'\n'
        + ExportJobText::tr(
              "The main window shows another tenant now. To go on, open %1 there again.")
              .arg(exportedTenant(job.order(), privacy));
}

QString endText(const ExportJob &job, const PrivacyMode &privacy)
{
    ConnectionExport::Outcome outcome = job.outcome();
    if (auto *error = std::get_if<WriteError>(&outcome)) {
        error->name = privacy.name(error->name);
        error->written = privacy.name(error->written);
    }
    return outcomeText(outcome, {}, privacy.name(job.targetName()));
}

} // namespace

QString exportStateText(const ExportJob &job, const PrivacyMode &privacy)
{
    switch (job.state()) {
    case ExportJob::State::Reading:
        return readingText(job);
    case ExportJob::State::HeldUp:
        return withWayOn(ExportJobText::tr("%1 What was read so far is kept (%n row(s)).", nullptr,
                                           int(job.rowsRead()))
                             .arg(failureText(job, privacy)),
                         job, privacy);
    case ExportJob::State::Saving:
        return ExportJobText::tr("Saving...");
    case ExportJob::State::Cancelled:
        return ExportJobText::tr("The export was cancelled. Nothing was written.");
    case ExportJob::State::Failed:
        if (job.failure())
            return withWayOn(nothingWrittenText(failureText(job, privacy)), job, privacy);
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
    case ExportJob::State::HeldUp:
        return u"warning"_s;
    case ExportJob::State::Failed:
        return u"error"_s;
    case ExportJob::State::Written:
        return u"yes"_s;
    case ExportJob::State::Saving:
    case ExportJob::State::Cancelled:
        return {};
    }
    Q_UNREACHABLE();
}

QString exportRunningText(const ExportJob &job)
{
    return ExportJobText::tr("An export is running: %1.")
        .arg(progressText(job.rowsRead(), job.total(), {}));
}

} // namespace Vestibule
