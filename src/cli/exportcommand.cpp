// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exportcommand.h"

#include "cli/standarderror.h"
#include "export/outcometext.h"
#include "export/progresstext.h"
#include "formats/exportsidefile.h"
#include "session/errortext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

std::unique_ptr<ExportTarget> makeTarget(const QString &target)
{
    return target == "-"_L1 ? makeStandardOutputTarget() : makeFileTarget(target);
}

} // namespace

ExportCommand::ExportCommand(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_export(
          makeTarget(options.target),
          ConnectionExport::Options{.layout = options.layout, .provenance = options.provenance})
{
    connect(&m_export, &ConnectionExport::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                wait(delay, cause);
            });
    connect(&m_export, &ConnectionExport::finished, this, &ExportCommand::finish);
    if (options.withSideFile)
        m_export.setSideTarget(makeFileTarget(sideFilePath(options.target)));
    if (options.isQuiet)
        return;
    connect(&m_export, &ConnectionExport::progress, this, [this](qsizetype rows, qsizetype total) {
        m_progress.show(
            progressText(rows, total, std::chrono::milliseconds(m_sinceStart.elapsed())));
    });
}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    m_sinceStart.start();
    m_export.start(
        std::make_unique<ListingReader>(m_options.source, m_options.first, m_options.extent));
}

//! One request alone stays below the limit by itself; many of them may not. Requests that wait at
//! the same time wait once.
void ExportCommand::wait(std::chrono::milliseconds delay, const ApiError &cause)
{
    const std::chrono::milliseconds now(m_sinceStart.elapsed());
    const auto longer = now + delay - std::max(now, m_waitEnd);
    const bool isNews = longer >= std::chrono::seconds(1);
    if (longer.count() > 0) {
        m_waitEnd = now + delay;
        if (cause.kind == ApiError::Kind::RateLimited)
            m_waited += longer;
    }
    if (m_waited > m_options.maximumWait) {
        m_export.cancel();
        return finish(cause);
    }
    if (!isNews || m_options.isQuiet)
        return;
    m_progress.clear();
    printError(waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
}

void ExportCommand::finish(const ConnectionExport::Outcome &outcome)
{
    m_progress.clear();
    if (!m_options.isQuiet || !std::holds_alternative<ExportCount>(outcome))
        printError(outcomeText(outcome, m_options.provenance.tenantDomain, m_export.targetName()));
    Q_EMIT finished(exitStatus(outcome));
}

} // namespace Vestibule
