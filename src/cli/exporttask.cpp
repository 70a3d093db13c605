// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exporttask.h"

#include "cli/standarderror.h"
#include "session/problemtext.h"
#include "session/profiletoken.h"
#include "session/tokentext.h"

#include <QCoreApplication>

namespace Vestibule {

ExportTask::ExportTask(const Environment &environment, const CommandLine &line,
                       const AccessInput &input, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_line(line)
    , m_input(input)
    , m_network(environment.settings, environment.secrets, environment.gateway)
{
}

ExportTask::~ExportTask() = default;

void ExportTask::start()
{
    connect(&m_network, &NetworkKeeper::ready, this, &ExportTask::findAccess, Qt::QueuedConnection);
    if (m_line.timeout)
        m_network.overrideTimeout(*m_line.timeout);
    m_network.restore();
}

void ExportTask::findAccess()
{
    if (const auto problem = m_network.certificateProblem())
        printError(problemText(*problem));
    if (m_line.demo) {
        const auto demo = m_environment.gateway.launchDemo();
        if (!demo)
            return fail(ExitStatus::NoAnswer, tr("The demo tenant could not be started."));
        m_input.access = demo->access;
        m_input.organizationId = m_line.organizationId.isEmpty()
            ? demo->organizations.constFirst().id
            : m_line.organizationId;
        return startExport();
    }
    const TenantAccess &access = m_input.access;
    if (access.token.isEmpty() && !access.domain.isEmpty() && m_input.profile)
        return readToken(*m_input.profile);
    startExport();
}

void ExportTask::readToken(const Profile &profile)
{
    m_reading = m_environment.secrets.read(profile.id);
    connect(m_reading.get(), &ReplyBase::finished, this, [this] {
        const SecretReadPtr reply = std::move(m_reading);
        takeToken(reply);
    });
}

void ExportTask::takeToken(const SecretReadPtr &reply)
{
    if (reply->result() && *reply->result())
        m_input.access.token =
            tokenFromKept(**reply->result(), m_input.access.domain).value_or(AccessToken());
    // A vault without its keyring knows of no token, and calls that no error.
    const bool isKeyringAtFault = !reply->result() || m_environment.secrets.problem();
    if (m_input.access.token.isEmpty() && isKeyringAtFault) {
        return fail(ExitStatus::Usage,
                    tr("The keyring cannot be read: unlock it, or give AUTH0_API_TOKEN or "
                       "--token-file."));
    }
    startExport();
}

void ExportTask::startExport()
{
    if (const auto missing = missingInput(m_input))
        return fail(ExitStatus::Usage, missing->message);
    const TenantAccess &access = m_input.access;
    const TokenReview review =
        reviewToken(access.token, access.domain, QDateTime::currentDateTimeUtc());
    if (!m_line.isQuiet) {
        for (const TokenNote &note : tokenWarnings(review, access.domain))
            printError(note.text);
    }
    const PageRequest first = firstPage(m_line, m_input.organizationId, PageRequest::MaximumSize);
    m_command = std::make_unique<ExportCommand>(ExportCommand::Options{
        .source = m_environment.gateway.connections(access, ConnectionEndpoint::Connections),
        .first = first,
        .extent =
            m_line.pageIndex ? ListingReader::Extent::OnePage : ListingReader::Extent::AllPages,
        .target = m_line.target,
        .layout = m_line.layout,
        .provenance = {.tenantDomain = access.domain.text(),
                       .organizationId = first.organizationId,
                       .isEnabled = first.isEnabled,
                       .extent = m_line.pageIndex ? ExportExtent::OnePage : ExportExtent::AllPages,
                       .pageIndex = first.index,
                       .pageSize = first.size,
                       .programVersion = QCoreApplication::applicationVersion()},
        .withSideFile = m_line.withSideFile,
        .isQuiet = m_line.isQuiet,
        .maximumWait = m_line.maximumWait,
    });
    connect(m_command.get(), &ExportCommand::finished, this, &ExportTask::finished);
    m_command->start();
}

void ExportTask::fail(ExitStatus status, const QString &sentence)
{
    printError(sentence);
    Q_EMIT finished(status);
}

} // namespace Vestibule
