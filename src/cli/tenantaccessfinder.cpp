// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/tenantaccessfinder.h"

#include "cli/terminal.h"
#include "core/tokenclaims.h"
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
    m_fetching.reset();
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
    if (!access.isComplete() && !access.domain.isEmpty() && m_startup.profile)
        return readSecret(*m_startup.profile);
    signIn();
}

//! Why there is no access, and what a script can do about it.
QString TenantAccessFinder::keyringText(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::Unavailable:
        return tr("No keyring is available: give AUTH0_API_TOKEN, --token-file, or a client ID and "
                  "its secret.");
    case SecretError::Kind::Silent:
        return tr("The keyring does not respond: try again, or give AUTH0_API_TOKEN, --token-file, "
                  "or a client ID and its secret.");
    case SecretError::Kind::Locked:
        return tr("The keyring is locked: unlock it, or give AUTH0_API_TOKEN, --token-file, or a "
                  "client ID and its secret.");
    case SecretError::Kind::Denied:
        return tr("The keyring denied access to this program: allow it, or give AUTH0_API_TOKEN, "
                  "--token-file, or a client ID and its secret.");
    case SecretError::Kind::Broken:
        return tr("The keyring's entry for this tenant is damaged: enter the secret again in the "
                  "window, or give AUTH0_API_TOKEN, --token-file, or a client ID and its secret.");
    }
    Q_UNREACHABLE();
}

void TenantAccessFinder::readSecret(const Profile &profile)
{
    m_reading = m_environment.secrets.read(profile.id);
    connect(m_reading.get(), &ReplyBase::finished, this, [this, profile] {
        const SecretReadPtr reply = std::move(m_reading);
        takeSecret(profile, reply);
    });
}

void TenantAccessFinder::takeSecret(const Profile &profile, const SecretReadPtr &reply)
{
    if (!reply->result())
        return Q_EMIT failed(ExitStatus::Usage, keyringText(reply->result().error()));
    TenantAccess &access = m_startup.access;
    const auto kept =
        *reply->result() ? accessFromKept(**reply->result(), access.domain, profile) : std::nullopt;
    if (kept) {
        const QString given = access.application.audience;
        access = *kept;
        if (!given.isEmpty())
            access.application.audience = given;
    }
    signIn();
}

//! Before the first request, so that one error says why there is no answer, and the token's
//! warnings come before the rows.
void TenantAccessFinder::signIn()
{
    if (m_startup.access.isComplete())
        m_signIn = m_environment.sourceFactory.signIn(m_startup.access);
    if (!m_signIn)
        return Q_EMIT found();
    m_fetching = m_signIn->fetchToken();
    connect(m_fetching.get(), &ReplyBase::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                Q_EMIT signInWaits(cause, delay);
            });
    connect(m_fetching.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_fetching);
        if (reply->result())
            Q_EMIT found();
        else
            Q_EMIT signInFailed(reply->result().error());
    });
}

AccessToken TenantAccessFinder::token() const
{
    return m_signIn ? m_signIn->token() : m_startup.access.token;
}

void TenantAccessFinder::warnAboutToken() const
{
    const TenantDomain &domain = m_startup.access.domain;
    const TokenReview review = reviewToken(token(), domain, QDateTime::currentDateTimeUtc());
    for (const TokenNote &note : tokenWarnings(review, domain))
        printError(note.text);
}

QStringList TenantAccessFinder::scopes() const
{
    const auto claims = TokenClaims::read(token());
    return claims ? claims->scopes : QStringList();
}

} // namespace Vestibule
