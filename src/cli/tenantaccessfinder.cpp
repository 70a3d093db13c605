// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/tenantaccessfinder.h"

#include "cli/terminal.h"
#include "session/errortext.h"
#include "session/profilestore.h"
#include "session/tokentext.h"

#include <QDateTime>

namespace Vestibule {

TenantAccessFinder::TenantAccessFinder(const CommandEnvironment &environment,
                                       const TenantOptions &options, const StartupAccess &startup,
                                       QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_options(options)
    , m_startup(startup)
    , m_network(environment.settings, environment.secrets, environment.sourceFactory)
{
}

TenantAccessFinder::~TenantAccessFinder() = default;

void TenantAccessFinder::start()
{
    connect(&m_network, &NetworkController::ready, this, &TenantAccessFinder::find,
            Qt::QueuedConnection);
    if (m_options.timeout)
        m_network.overrideTimeout(*m_options.timeout);
    m_network.restore();
}

void TenantAccessFinder::cancel()
{
    m_isCancelled = true;
    m_reading.reset();
}

void TenantAccessFinder::find()
{
    if (m_isCancelled) // the call was queued before
        return;
    if (const auto problem = m_network.certificateProblem())
        printError(problemText(*problem));
    if (m_options.demo) {
        const auto demo = m_environment.sourceFactory.launchDemo();
        if (!demo)
            return Q_EMIT failed(ExitStatus::NoAnswer, tr("The demo tenant could not be started."));
        m_startup.access = demo->access;
        m_startup.organizationId = demo->organizations.constFirst().id;
        return Q_EMIT found();
    }
    const TenantAccess &access = m_startup.access;
    if (access.token.isEmpty() && !access.domain.isEmpty() && m_startup.profile)
        return readToken(*m_startup.profile);
    Q_EMIT found();
}

void TenantAccessFinder::readToken(const Profile &profile)
{
    m_reading = m_environment.secrets.read(profile.id);
    connect(m_reading.get(), &ReplyBase::finished, this, [this] {
        const SecretReadPtr reply = std::move(m_reading);
        takeToken(reply);
    });
}

void TenantAccessFinder::takeToken(const SecretReadPtr &reply)
{
    if (reply->result() && *reply->result())
        m_startup.access.token =
            tokenFromKept(**reply->result(), m_startup.access.domain).value_or(AccessToken());
    // Without a keyring, FallbackSecretStore has no token, and does not report that as an error.
    const bool isKeyringAtFault = !reply->result() || m_environment.secrets.problem();
    if (m_startup.access.token.isEmpty() && isKeyringAtFault) {
        return Q_EMIT failed(ExitStatus::Usage,
                             tr("The keyring cannot be read: unlock it, or give AUTH0_API_TOKEN or "
                                "--token-file."));
    }
    Q_EMIT found();
}

void TenantAccessFinder::warnAboutToken() const
{
    const TenantAccess &access = m_startup.access;
    const TokenReview review =
        reviewToken(access.token, access.domain, QDateTime::currentDateTimeUtc());
    for (const TokenNote &note : tokenWarnings(review, access.domain))
        printError(note.text);
}

} // namespace Vestibule
