// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenantsession.h"

#include "core/organizationid.h"
#include "session/profiletoken.h"
#include "session/savedviewsource.h"

#include <algorithm>

namespace Vestibule {

TenantSession::TenantSession(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_privacy(environment.settings)
    , m_keeper(environment.settings, environment.secrets)
{
    const auto maskRows = [this] { m_browser.model()->setMasked(m_privacy.isOn()); };
    connect(&m_privacy, &PrivacyMode::changed, this, maskRows);
    maskRows();
    connect(&m_browser, &ConnectionBrowser::pageChanged, this, &TenantSession::remember);
    connect(&m_savedViews, &SavedViewOpener::opened, this, &TenantSession::openSavedView);
}

TenantSession::~TenantSession() = default;

QList<Organization> TenantSession::recentOrganizations() const
{
    QList<Organization> recent;
    if (m_isDemo || m_savedView)
        return recent;
    const Settings &settings = m_environment.settings;
    for (const RecentOrganization &each : settings.recentOrganizations(m_access.domain.text()))
        recent.append(m_directory.find(each.id).value_or(
            Organization{.id = each.id, .displayName = each.name}));
    return recent;
}

Organization TenantSession::organization(const QString &id) const
{
    if (const auto read = m_directory.find(id))
        return *read;
    const QList<Organization> recent = recentOrganizations();
    const auto found = std::ranges::find(recent, id, &Organization::id);
    return found == recent.end() ? Organization{.id = id} : *found;
}

void TenantSession::openProfile(const Profile &profile, const std::optional<AccessToken> &token)
{
    const auto domain = TenantDomain::fromText(profile.domain);
    m_environment.settings.setCurrentProfileId(profile.id);
    openTenant(
        {.domain = domain ? *domain : TenantDomain(), .token = token.value_or(AccessToken())},
        {.organizationId = profile.organizationId, .size = m_environment.settings.rowsPerPage()},
        profile);
}

void TenantSession::openTenant(const TenantAccess &access, const PageRequest &first,
                               const std::optional<Profile> &profile)
{
    enter(access.domain, profile, false);
    m_first = first;
    if (m_profile && first.organizationId.isEmpty()) {
        const QList<Organization> recent = recentOrganizations();
        m_first.organizationId = recent.isEmpty() ? QString() : recent.constFirst().id;
    }
    if (access.isComplete()) {
        m_access = access;
        return openFirst();
    }
    if (!m_profile) // nothing is kept for it
        return setStage(Stage::NeedsToken);
    m_environment.settings.setCurrentProfileId(m_profile->id);
    m_secretReply = m_environment.secrets.read(m_profile->id);
    connect(m_secretReply.get(), &ReplyBase::finished, this, &TenantSession::takeKeptToken);
    setStage(Stage::ReadingToken);
}

void TenantSession::showProfile(const Profile &profile, const std::optional<AccessToken> &token)
{
    const auto domain = TenantDomain::fromText(profile.domain);
    const QString shown = m_browser.request().organizationId;
    const QString organizationBefore = m_profile ? m_profile->organizationId : shown;
    const bool isOnScreen = m_stage == Stage::Browsing && !m_isDemo && !m_savedView && domain
        && *domain == m_access.domain && (!m_profile || m_profile->id == profile.id)
        && (profile.organizationId == organizationBefore || profile.organizationId == shown);
    if (!isOnScreen)
        return openProfile(profile, token);
    m_profile = profile;
    m_environment.settings.setCurrentProfileId(profile.id);
    if (token && *token != m_access.token)
        useToken(*token);
    else
        Q_EMIT changed();
}

void TenantSession::closeProfile()
{
    if (!m_profile)
        return;
    enter({}, {}, false);
    setStage(Stage::Nothing);
}

void TenantSession::takeKeptToken()
{
    const auto reply = std::move(m_secretReply);
    std::optional<AccessToken> token;
    if (!reply->result())
        m_secretError = reply->result().error();
    else if (const std::optional<QByteArray> &kept = *reply->result())
        token = tokenFromKept(*kept, m_access.domain);
    if (!token) { // without a keyring, none can be found: that is worth saying
        if (!m_secretError)
            m_secretError = m_environment.secrets.problem();
        return setStage(Stage::NeedsToken);
    }
    m_access.token = *token;
    openFirst();
}

bool TenantSession::openDemo(const PageRequest &first)
{
    const auto demo = m_environment.gateway.launchDemo();
    if (!demo)
        return false;
    enter(demo->access.domain, {}, true);
    m_access = demo->access;
    m_first = first;
    if (m_first.organizationId.isEmpty())
        m_first.organizationId = demo->organizations.constFirst().id;
    openFirst();
    m_directory.setOrganizations(demo->organizations);
    Q_EMIT changed();
    return true;
}

void TenantSession::openSavedView(const SavedViewPtr &view)
{
    const ExportProvenance &provenance = view->provenance;
    enter(view->domain, {}, false);
    m_savedView = view;
    m_endpoint = provenance.endpoint;
    m_directory.setOrganizations(
        {{.id = provenance.organizationId, .displayName = provenance.organizationName}});
    m_first = {.organizationId = provenance.organizationId,
               .size = m_environment.settings.rowsPerPage(),
               .isEnabled = provenance.isEnabled};
    m_browser.open(std::make_shared<SavedViewSource>(view), m_first);
    setStage(Stage::Browsing);
}

void TenantSession::openOrganization(const QString &id)
{
    if (!m_access.isComplete()) // there is nobody to ask
        return;
    if (m_stage == Stage::Browsing)
        m_first = m_browser.request().at(0);
    m_first.organizationId = id;
    m_browser.open(m_environment.gateway.connections(m_access, m_endpoint), m_first);
    setStage(Stage::Browsing);
}

void TenantSession::replaceToken(const AccessToken &token)
{
    if (m_savedView) // it stays what it is: nobody is asked
        return;
    if (m_profile)
        m_keeper.keepToken(m_profile->id, {.domain = m_access.domain, .token = token});
    useToken(token);
}

void TenantSession::useToken(const AccessToken &token)
{
    m_access.token = token;
    if (m_stage != Stage::Browsing)
        return openFirst();
    connectSources();
    m_browser.replaceSource(m_environment.gateway.connections(m_access, m_endpoint));
    Q_EMIT changed();
}

void TenantSession::setPageSize(int rows)
{
    m_environment.settings.setRowsPerPage(rows);
    m_browser.setPageSize(rows);
}

void TenantSession::useEndpoint(ConnectionEndpoint endpoint)
{
    m_endpoint = endpoint;
    m_first = m_browser.request().at(0);
    m_first.isEnabled.reset(); // the older list has no such filter
    m_browser.open(m_environment.gateway.connections(m_access, m_endpoint), m_first);
    Q_EMIT changed();
}

void TenantSession::readOrganizations()
{
    const TokenReview &review = m_tokenWatch.review();
    const bool isReadable = m_tokenWatch.hasToken() && !review.problem;
    if (!isReadable || review.canListOrganizations)
        m_directory.read();
}

void TenantSession::reconnect()
{
    if (!m_access.isComplete())
        return;
    const bool wasAsked = m_directory.state() != OrganizationDirectory::State::Unread;
    connectDirectory();
    if (wasAsked)
        readOrganizations();
    if (m_stage == Stage::Browsing)
        m_browser.replaceSource(m_environment.gateway.connections(m_access, m_endpoint));
}

void TenantSession::cancelReadingToken()
{
    if (m_stage != Stage::ReadingToken)
        return;
    m_secretReply.reset();
    setStage(Stage::NeedsToken);
}

//! Leaves the tenant before; nothing of it is taken along.
void TenantSession::enter(const TenantDomain &domain, std::optional<Profile> profile, bool isDemo)
{
    m_secretReply.reset();
    m_secretError.reset();
    m_access = {.domain = domain};
    m_profile = std::move(profile);
    m_isDemo = isDemo;
    m_savedView.reset();
    m_savedViews.cancel();
    m_endpoint = ConnectionEndpoint::Connections;
    m_tokenWatch.watch({});
    m_directory.setSource({});
    m_stage = Stage::Nothing;
    m_browser.close();
}

void TenantSession::openFirst()
{
    connectSources();
    if (organizationIdProblem(m_first.organizationId))
        return setStage(Stage::NeedsOrganization);
    m_browser.open(m_environment.gateway.connections(m_access, m_endpoint), m_first);
    setStage(Stage::Browsing);
}

void TenantSession::connectSources()
{
    m_tokenWatch.watch(m_access);
    m_secretError.reset();
    connectDirectory();
}

//! A list of organizations that is complete stays, unless another tenant is meant.
void TenantSession::connectDirectory()
{
    if (m_directory.state() != OrganizationDirectory::State::Complete)
        m_directory.setSource(m_environment.gateway.organizations(m_access));
}

void TenantSession::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

//! Only an organization that the tenant has answered for is worth remembering, and no demo is.
void TenantSession::remember()
{
    if (m_isDemo || m_savedView || !m_browser.page())
        return;
    const Organization shown = organization(m_browser.page()->request.organizationId);
    const RecentOrganization entry{.id = shown.id, .name = shown.displayName};
    const QString domain = m_access.domain.text();
    const QList<RecentOrganization> recent = m_environment.settings.recentOrganizations(domain);
    if (recent.isEmpty() || recent.constFirst() != entry)
        m_environment.settings.addRecentOrganization(domain, entry);
}

} // namespace Vestibule
