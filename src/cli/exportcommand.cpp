// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exportcommand.h"

#include "core/requester.h"
#include "export/exporttext.h"
#include "formats/exporttarget.h"
#include "formats/provenance.h"
#include "session/errortext.h"
#include "session/profilestore.h"
#include "session/tokentext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

ExportCommand::ExportCommand(const Environment &environment, const ExportOptions &options,
                             const StartupAccess &startup, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_options(options)
    , m_startup(startup)
    , m_network(environment.settings, environment.secrets, environment.sourceFactory)
{
}

ExportCommand::~ExportCommand() = default;

void ExportCommand::start()
{
    connect(&m_network, &NetworkController::ready, this, &ExportCommand::findAccess,
            Qt::QueuedConnection);
    if (m_options.tenant.timeout)
        m_network.overrideTimeout(*m_options.tenant.timeout);
    m_network.restore();
}

void ExportCommand::end(int signal)
{
    const bool isRunning = !m_isEnded && (!m_job || m_job->isRunning());
    const bool isSaving = m_job && m_job->state() == ExportJob::State::Saving;
    const bool isToStream = isSaving && isStream(m_job->request().path);
    if (!isRunning || (isSaving && !isToStream))
        return;
    m_isEnded = true;
    m_reading.reset();
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel(); // does nothing while it saves: only the end of the program stops that
    }
    m_progress.clear();
    if (!m_options.isQuiet)
        printError(isSaving ? savingCancelledText(m_job->targetName()) : cancelledText());
    Q_EMIT finished(endedBySignal(signal));
}

void ExportCommand::findAccess()
{
    if (m_isEnded) // the call was queued before
        return;
    if (const auto problem = m_network.certificateProblem())
        printError(problemText(*problem));
    if (m_options.tenant.demo) {
        const auto demo = m_environment.sourceFactory.launchDemo();
        if (!demo)
            return fail(ExitStatus::NoAnswer, tr("The demo tenant could not be started."));
        m_startup.access = demo->access;
        m_startup.organizationId = m_options.listing.organizationId.isEmpty()
            ? demo->organizations.constFirst().id
            : m_options.listing.organizationId;
        return startJob();
    }
    const TenantAccess &access = m_startup.access;
    if (access.token.isEmpty() && !access.domain.isEmpty() && m_startup.profile)
        return readToken(*m_startup.profile);
    startJob();
}

void ExportCommand::readToken(const Profile &profile)
{
    m_reading = m_environment.secrets.read(profile.id);
    connect(m_reading.get(), &ReplyBase::finished, this, [this] {
        const SecretReadPtr reply = std::move(m_reading);
        takeToken(reply);
    });
}

void ExportCommand::takeToken(const SecretReadPtr &reply)
{
    if (reply->result() && *reply->result())
        m_startup.access.token =
            tokenFromKept(**reply->result(), m_startup.access.domain).value_or(AccessToken());
    // Without a keyring, FallbackSecretStore has no token, and does not report that as an error.
    const bool isKeyringAtFault = !reply->result() || m_environment.secrets.problem();
    if (m_startup.access.token.isEmpty() && isKeyringAtFault) {
        return fail(ExitStatus::Usage,
                    tr("The keyring cannot be read: unlock it, or give AUTH0_API_TOKEN or "
                       "--token-file."));
    }
    startJob();
}

void ExportCommand::warnAboutToken()
{
    const TenantAccess &access = m_startup.access;
    const TokenReview review =
        reviewToken(access.token, access.domain, QDateTime::currentDateTimeUtc());
    for (const TokenNote &note : tokenWarnings(review, access.domain))
        printError(note.text);
}

void ExportCommand::startJob()
{
    if (const auto missing = missingInput(m_startup))
        return fail(ExitStatus::Usage, missing->message);
    if (!m_options.isQuiet)
        warnAboutToken();
    const TenantAccess &access = m_startup.access;
    ExportRequest request{
        .access = access,
        .source = m_environment.sourceFactory.connections(access, ConnectionEndpoint::Connections,
                                                          Requester::Export),
        .extent = m_options.listing.pageIndex ? ExportExtent::OnePage : ExportExtent::AllPages,
        .page = m_options.listing.firstPage(m_startup.organizationId, PageRequest::MaximumSize),
        .layout = m_options.layout,
        .path = m_options.target == "-"_L1 ? QString() : m_options.target,
        .withSideFile = m_options.withSideFile,
        .maximumWait = m_options.tenant.maximumWait,
    };
    if (m_options.tenant.demo)
        request.subject = DemoSubject{.domain = access.domain};
    else
        request.subject = TenantSubject{.domain = access.domain, .profile = m_startup.profile};
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
