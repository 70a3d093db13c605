// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/exportcommand.h"

#include "app/errortext.h"
#include "app/outcometext.h"
#include "app/standarderror.h"

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
    , m_export(makeTarget(options.target), options.format, options.provenance)
{
    connect(&m_export, &ConnectionExport::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                wait(delay, cause);
            });
    connect(&m_export, &ConnectionExport::finished, this, &ExportCommand::finish);
}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    m_export.start(
        std::make_unique<ListingReader>(m_options.source, m_options.first, m_options.extent));
}

//! One request alone stays below the limit by itself; many of them may not.
void ExportCommand::wait(std::chrono::milliseconds delay, const ApiError &cause)
{
    if (cause.kind == ApiError::Kind::RateLimited)
        m_waited += delay;
    if (m_waited <= m_options.maximumWait)
        return printError(waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
    m_export.cancel();
    finish(cause);
}

void ExportCommand::finish(const ConnectionExport::Outcome &outcome)
{
    printError(outcomeText(outcome, m_options.provenance.tenantDomain, m_export.targetName()));
    Q_EMIT finished(exitStatus(outcome));
}

} // namespace Vestibule
