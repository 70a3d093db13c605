// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/sweepmanager.h"

#include "core/tokenclaims.h"
#include "session/errortext.h"
#include "session/subject.h"
#include "session/tenantinventory.h"
#include "session/tenantsession.h"
#include "store/settings.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

const ApiError *refusalOf(const Sweep &sweep)
{
    return sweep.state() == Sweep::State::Paused ? std::get_if<ApiError>(&sweep.cause()) : nullptr;
}

} // namespace

SweepManager::~SweepManager()
{
    for (const Entry &entry : m_entries)
        entry.sweep->disconnect(this);
}

void SweepManager::addSession(TenantSession &session)
{
    const auto take = [this, &session] { takeNewAccess(session); };
    connect(&session, &TenantSession::changed, this, take);
    connect(&session, &TenantSession::tokenRenewed, this, take);
}

bool SweepManager::canStart(const TenantSession &session) const
{
    const QString tenant = inventoryTenantOf(session.subject());
    if (tenant.isEmpty() || !session.access().isComplete())
        return false;
    const Sweep *sweep = find(tenant);
    return !sweep || !sweep->isRunning();
}

std::optional<std::chrono::seconds> SweepManager::expectedTime(TenantSession &session,
                                                               qsizetype organizations,
                                                               int share) const
{
    if (!canStart(session))
        return {};
    const SweepSourcePtr source =
        session.sourceFactory().sweep(session.access(), session.endpoint(), share);
    const auto perSecond = source->requestsPerSecond();
    if (!perSecond || *perSecond <= 0)
        return {};
    return std::chrono::seconds(qint64(std::ceil(double(organizations) / *perSecond)));
}

KeepLimits keepLimits(const Settings &settings)
{
    return {.inventories = settings.inventoriesToKeep(),
            .bytes = settings.gigabytesToKeep() * 1024LL * 1024 * 1024};
}

Sweep *SweepManager::start(TenantSession &session, const Options &options)
{
    if (!canStart(session))
        return nullptr;
    const QString tenant = inventoryTenantOf(session.subject());
    std::erase_if(m_entries,
                  [&](const Entry &entry) { return entry.sweep->request().tenant == tenant; });
    const TenantAccess &access = session.access();
    const ConnectionEndpoint endpoint = session.endpoint();
    SignInPtr signIn = session.sourceFactory().signIn(access);
    const auto claims = TokenClaims::read(signIn ? signIn->token() : access.token);
    auto sweep = std::make_unique<Sweep>(SweepRequest{
        .tenant = tenant,
        .source = session.sourceFactory().sweep(access, endpoint, options.share),
        .path = workingInventory(tenant),
        .scopes = claims ? claims->scopes : QStringList(),
        .retryFailed = options.retryFailed,
        .anew = options.anew,
        .keep = keepLimits(session.settings()),
        .catalogue = options.catalogue,
    });
    sweep->setShare(options.share);
    Sweep *const started = sweep.get();
    connect(started, &Sweep::changed, this, [this, started] {
        noteRefusedToken(*started);
        Q_EMIT changed();
    });
    connect(started, &Sweep::ended, this, [this, started] {
        if (Entry *entry = entryOf(*started))
            entry->dropSecrets();
        Q_EMIT ended(started);
        finishStopping();
    });
    m_entries.push_back({.access = access,
                         .endpoint = endpoint,
                         .signIn = std::move(signIn),
                         .sweep = std::move(sweep)});
    started->start();
    Q_EMIT changed();
    return started;
}

Sweep *SweepManager::find(const QString &tenant) const
{
    const auto found = std::ranges::find(
        m_entries, tenant, [](const Entry &entry) { return entry.sweep->request().tenant; });
    return found == m_entries.end() ? nullptr : found->sweep.get();
}

TenantDomain SweepManager::domainOf(const Sweep &sweep) const
{
    const Entry *entry = entryOf(sweep);
    return entry ? entry->access.domain : TenantDomain();
}

QList<Sweep *> SweepManager::running() const
{
    QList<Sweep *> sweeps;
    for (const Entry &entry : m_entries) {
        if (entry.sweep->isRunning())
            sweeps.append(entry.sweep.get());
    }
    return sweeps;
}

const SweepManager::Entry *SweepManager::entryOf(const Sweep &sweep) const
{
    const auto found = std::ranges::find(
        m_entries, &sweep, [](const Entry &entry) -> const Sweep * { return entry.sweep.get(); });
    return found == m_entries.end() ? nullptr : &*found;
}

SweepManager::Entry *SweepManager::entryOf(const Sweep &sweep)
{
    // This manager is not constant, and neither is what it has.
    return const_cast<Entry *>(std::as_const(*this).entryOf(sweep)); // NOLINT(*-const-cast)
}

SweepManager::ResumeNeeds SweepManager::resumeNeeds(const TenantSession &session,
                                                    const Sweep &sweep) const
{
    const Entry *entry = entryOf(sweep);
    const ApiError *error = refusalOf(sweep);
    if (!entry || !error)
        return ResumeNeeds::Nothing;
    const ErrorAction action = errorAction(*error);
    if (action == ErrorAction::UseOlderList && entry->endpoint == ConnectionEndpoint::Connections)
        return ResumeNeeds::OlderList;
    // An application may be allowed more meanwhile: resume() asks for another token.
    const bool canSignIn = entry->access.signsIn() && !isSecretRefused(*error);
    if (action != ErrorAction::EnterToken || canSignIn || hasOtherAccess(session, *entry))
        return ResumeNeeds::Nothing;
    return inventoryTenantOf(session.subject()) == sweep.request().tenant ? ResumeNeeds::Token
                                                                          : ResumeNeeds::OpenTenant;
}

//! Whether the session has something else for the sweep's tenant than what was refused. No secret
//! is ever sent to another domain.
bool SweepManager::hasOtherAccess(const TenantSession &session, const Entry &entry)
{
    if (inventoryTenantOf(session.subject()) != entry.sweep->request().tenant
        || !session.access().isComplete())
        return false;
    if (session.access() != entry.access)
        return true;
    return entry.signIn && !entry.signIn->token().isEmpty()
        && entry.signIn->token() != entry.refused;
}

void SweepManager::noteRefusedToken(const Sweep &sweep)
{
    Entry *entry = entryOf(sweep);
    if (!entry || !entry->signIn)
        return;
    if (sweep.state() != Sweep::State::Paused)
        entry->refused.reset();
    else if (!entry->refused)
        entry->refused = entry->signIn->token();
}

void SweepManager::resume(TenantSession &session, Sweep &sweep)
{
    Entry *entry = entryOf(sweep);
    if (!entry || resumeNeeds(session, sweep) == ResumeNeeds::OpenTenant)
        return;
    const ApiError *error = refusalOf(sweep);
    if (error && entry->signIn && isTokenRefused(*error) && !hasOtherAccess(session, *entry))
        return renewAndResume(session.sourceFactory(), *entry);
    resumeWith(session, *entry, entry->endpoint);
}

//! If there is no other token, the sweep is paused again and says why. The session that asked may
//! end before the answer comes.
void SweepManager::renewAndResume(SourceFactory &sources, Entry &entry)
{
    entry.renewal = entry.signIn->replaceToken(entry.signIn->token());
    connect(entry.renewal.get(), &ReplyBase::finished, this,
            [this, &sources, sweep = entry.sweep.get()] { resumeFrom(sources, *entryOf(*sweep)); });
}

void SweepManager::resumeWithOlderList(TenantSession &session, Sweep &sweep)
{
    if (Entry *entry = entryOf(sweep))
        resumeWith(session, *entry, ConnectionEndpoint::EnabledConnections);
}

//! With a new source, because the access or the network settings may have changed. Only an access
//! to the same tenant is used: no secret is ever sent to another domain. The demo tenant has
//! another port and another token after each start.
void SweepManager::resumeWith(TenantSession &session, Entry &entry, ConnectionEndpoint endpoint)
{
    if (entry.sweep->state() != Sweep::State::Paused)
        return entry.sweep->resume();
    if (inventoryTenantOf(session.subject()) == entry.sweep->request().tenant
        && session.access().isComplete()) {
        entry.access = session.access();
        entry.signIn = session.sourceFactory().signIn(entry.access);
    }
    entry.endpoint = endpoint;
    resumeFrom(session.sourceFactory(), entry);
}

void SweepManager::resumeFrom(SourceFactory &sources, Entry &entry)
{
    entry.renewal.reset();
    entry.sweep->resume(sources.sweep(entry.access, entry.endpoint, entry.sweep->share()));
}

//! A sweep that was paused because of its token or application goes on by itself once there is
//! another one.
void SweepManager::takeNewAccess(TenantSession &session)
{
    for (Entry &entry : m_entries) {
        const ApiError *error = refusalOf(*entry.sweep);
        if (error && errorAction(*error) == ErrorAction::EnterToken
            && hasOtherAccess(session, entry))
            resumeWith(session, entry, entry.endpoint);
    }
    Q_EMIT changed(); // canStart() or resumeNeeds() may be different
}

void SweepManager::stopAll()
{
    m_isStopping = true;
    for (Sweep *sweep : running())
        sweep->stop();
    QMetaObject::invokeMethod(this, &SweepManager::finishStopping, Qt::QueuedConnection);
}

void SweepManager::finishStopping()
{
    if (m_isStopping && running().isEmpty()) {
        m_isStopping = false;
        Q_EMIT stopped();
    }
}

} // namespace Vestibule
