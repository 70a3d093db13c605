// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exportcommand.h"

#include "core/requester.h"
#include "export/exporttext.h"
#include "formats/exporttarget.h"
#include "formats/provenance.h"
#include "session/errortext.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

ExportCommand::ExportCommand(const CommandEnvironment &environment, const ExportOptions &options,
                             const StartupAccess &startup, QObject *parent)
    : QObject(parent)
    , m_sourceFactory(environment.sourceFactory)
    , m_options(options)
    , m_finder(environment, options.tenant, startup)
{
    connect(&m_finder, &TenantAccessFinder::found, this, &ExportCommand::startJob);
    connect(&m_finder, &TenantAccessFinder::failed, this, &ExportCommand::fail);
    connect(&m_finder, &TenantAccessFinder::signInFailed, this, [this](const ApiError &error) {
        fail(exitStatus(error), errorText(error, m_finder.startup().access.domain.text()));
    });
    if (!m_options.isQuiet)
        connect(&m_finder, &TenantAccessFinder::signInWaits, this, &ExportCommand::showSignInWait);
}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    m_finder.start();
}

void ExportCommand::end(int signal)
{
    const bool isRunning = !m_isEnded && (!m_job || m_job->isRunning());
    const bool isSaving = m_job && m_job->state() == ExportJob::State::Saving;
    const bool isToStream = isSaving && isStream(m_job->request().path);
    if (!isRunning || (isSaving && !isToStream))
        return;
    m_isEnded = true;
    m_finder.cancel();
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel(); // does nothing while it saves: only the end of the program stops that
    }
    m_progress.clear();
    if (!m_options.isQuiet)
        printError(isSaving ? savingCancelledText(m_job->targetName()) : cancelledText());
    Q_EMIT finished(endedBySignal(signal));
}

void ExportCommand::startJob()
{
    StartupAccess startup = m_finder.startup();
    if (!m_options.listing.organizationId.isEmpty())
        startup.organizationId = m_options.listing.organizationId;
    if (const auto missing = missingInput(startup))
        return fail(ExitStatus::Usage, missing->message);
    if (!m_options.isQuiet)
        m_finder.warnAboutToken();
    const TenantAccess &access = startup.access;
    ExportRequest request{
        .access = access,
        .source =
            m_sourceFactory.connections(access, ConnectionEndpoint::Connections, Requester::Export),
        .extent = m_options.listing.pageIndex ? ExportExtent::OnePage : ExportExtent::AllPages,
        .page = m_options.listing.firstPage(startup.organizationId, PageRequest::MaximumSize),
        .layout = m_options.layout,
        .path = m_options.target == "-"_L1 ? QString() : m_options.target,
        .withSideFile = m_options.withSideFile,
        .maximumWait = m_options.tenant.maximumWait,
    };
    if (m_options.tenant.demo)
        request.subject = DemoSubject{.domain = access.domain};
    else
        request.subject = TenantSubject{.domain = access.domain, .profile = startup.profile};
    m_job = std::make_unique<ExportJob>(request);
    if (!m_options.isQuiet) {
        connect(m_job.get(), &ExportJob::progressed, this, &ExportCommand::showProgress);
        connect(m_job.get(), &ExportJob::waitExtended, this, &ExportCommand::showWait);
    }
    connect(m_job.get(), &ExportJob::changed, this, [this] {
        if (!m_job->isRunning())
            finishJob();
    });
    m_job->start();
}

void ExportCommand::showProgress()
{
    m_progress.show(progressText(m_job->rowsRead(), m_job->total(), m_job->elapsed()));
}

void ExportCommand::showWait(std::chrono::milliseconds longer)
{
    if (longer < 1s) // the wait that was printed before covers it
        return;
    m_progress.clear();
    printError(
        waitText(m_job->waitCause(), std::chrono::ceil<std::chrono::seconds>(m_job->waitLeft())));
}

void ExportCommand::showSignInWait(const ApiError &cause, std::chrono::milliseconds delay) const
{
    printError(waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
}

void ExportCommand::finishJob()
{
    const ExportJob::Outcome &outcome = m_job->outcome();
    m_progress.clear();
    if (!m_options.isQuiet || !std::holds_alternative<ExportCount>(outcome))
        printError(outcomeText(outcome, m_job->provenance().tenantDomain, m_job->targetName()));
    Q_EMIT finished(exitStatus(outcome));
}

void ExportCommand::fail(ExitStatus status, const QString &sentence)
{
    m_isEnded = true;
    printError(sentence);
    Q_EMIT finished(status);
}

} // namespace Vestibule
