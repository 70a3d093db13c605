// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenantsession.h"

#include "core/organization.h"
#include "core/requester.h"
#include "inventory/inventoryfile.h"

#include <algorithm>
#include <utility>

namespace Vestibule {

namespace {

TenantAccess accessWith(const TenantDomain &domain, const GivenAccess &given)
{
    TenantAccess access{.domain = domain};
    if (const auto *token = std::get_if<AccessToken>(&given))
        access.token = *token;
    else if (const auto *application = std::get_if<ClientCredentials>(&given))
        access.application = *application;
    return access;
}

} // namespace

TenantSession::TenantSession(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_privacy(environment.settings)
    , m_profileStore(environment.settings, environment.secrets)
    , m_directory(environment.settings)
    , m_inventory(openInventory)
{
    const auto maskRows = [this] { m_browser.model()->setMasked(m_privacy.isOn()); };
    connect(&m_privacy, &PrivacyMode::changed, this, maskRows);
    maskRows();
    connect(&m_browser, &ConnectionBrowser::pageChanged, this, &TenantSession::remember);
    connect(&m_directory, &OrganizationDirectory::nameFound, &m_directory,
            &OrganizationDirectory::remember);
    connect(&m_savedViews, &SavedViewOpener::opened, this, &TenantSession::openSavedView);
}

TenantSession::~TenantSession() = default;

QString TenantSession::organizationId() const
{
    switch (m_stage) {
    case Stage::Nothing:
    case Stage::NeedsOrganization:
        return {};
    case Stage::ReadingToken:
    case Stage::NeedsToken:
        return m_first.organizationId;
    case Stage::Browsing:
        return m_browser.request().organizationId;
    }
    Q_UNREACHABLE();
}

QString TenantSession::filterProblem() const
{
    if (m_endpoint == ConnectionEndpoint::EnabledConnections)
        return tr("The older list has only the enabled connections, and no filter.");
    const SavedViewPtr view = savedViewOf(m_subject);
    return view && view->provenance.isEnabled ? tr("The saved view contains no others.")
                                              : QString();
}

void TenantSession::openProfile(const Profile &profile, const GivenAccess &given)
{
    const auto domain = TenantDomain::fromText(profile.domain);
    m_environment.settings.setCurrentProfileId(profile.id);
    openTenant(
        accessWith(domain ? *domain : TenantDomain(), given),
        {.organizationId = profile.organizationId, .size = m_environment.settings.rowsPerPage()},
        profile);
}

void TenantSession::openTenant(const TenantAccess &access, const PageRequest &first,
                               const std::optional<Profile> &profile)
{
    enter(TenantSubject{.domain = access.domain, .profile = profile});
    m_first = first;
    // The settings file may be edited.
    const auto id = organizationIdFromText(first.organizationId);
    m_first.organizationId = id ? *id : QString();
    const Profile *own = profileOf(m_subject);
    if (own && m_first.organizationId.isEmpty()) {
        const QList<Organization> recent = m_directory.recent();
        m_first.organizationId = recent.isEmpty() ? QString() : recent.constFirst().id;
    }
    if (access.isComplete()) {
        m_access = access;
        return openFirst();
    }
    if (!own) // the keyring has secrets of profiles only
        return setStage(Stage::NeedsToken);
    m_access.application.audience = access.application.audience;
    m_environment.settings.setCurrentProfileId(own->id);
    readSecret();
}

void TenantSession::readSecret()
{
    const Profile *own = profileOf(m_subject);
    if (!own || (m_stage != Stage::Nothing && m_stage != Stage::NeedsToken))
        return;
    m_secretError.reset();
    m_secretReply = m_environment.secrets.read(own->id);
    connect(m_secretReply.get(), &ReplyBase::finished, this, &TenantSession::useKeptSecret);
    setStage(Stage::ReadingToken);
}

void TenantSession::showProfile(const Profile &profile, const GivenAccess &given)
{
    const auto domain = TenantDomain::fromText(profile.domain);
    const QString shown = m_browser.request().organizationId;
    auto *tenant = std::get_if<TenantSubject>(&m_subject);
    const Profile *before = profileOf(m_subject);
    const bool isOnScreen = m_stage == Stage::Browsing && tenant && domain
        && *domain == tenant->domain && (!before || before->id == profile.id)
        && (profile.organizationId == (before ? before->organizationId : shown)
            || profile.organizationId == shown);
    const TenantAccess access = accessWith(m_access.domain, given);
    const bool isUsable = access.isComplete() || !before || usesSameSecret(*before, profile);
    if (!isOnScreen || !isUsable)
        return openProfile(profile, given);
    tenant->profile = profile;
    m_environment.settings.setCurrentProfileId(profile.id);
    if (access.isComplete() && access != m_access)
        useAccess(access);
    else
        Q_EMIT changed();
}

void TenantSession::close()
{
    enter(NoSubject());
    setStage(Stage::Nothing);
}

void TenantSession::closeProfile()
{
    if (profileOf(m_beforeView.subject))
        m_beforeView = {}; // with its token
    if (profileOf(m_subject))
        close();
}

void TenantSession::useKeptSecret()
{
    const auto reply = std::move(m_secretReply);
    std::optional<TenantAccess> access;
    if (!reply->result())
        m_secretError = reply->result().error();
    else if (const std::optional<QByteArray> &kept = *reply->result())
        access = accessFromKept(*kept, m_access.domain, *profileOf(m_subject));
    if (!access)
        return setStage(Stage::NeedsToken);
    if (!m_access.application.audience.isEmpty())
        access->application.audience = m_access.application.audience;
    m_access = *access;
    openFirst();
}

bool TenantSession::openDemo(const PageRequest &first)
{
    const auto demo = m_environment.sourceFactory.launchDemo();
    if (!demo)
        return false;
    enter(DemoSubject{.domain = demo->access.domain});
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
    if (!savedViewOf(m_subject))
        m_beforeView = opened();
    enter(SavedViewSubject{.view = view});
    m_endpoint = provenance.endpoint;
    m_directory.setOrganizations(
        {{.id = provenance.organizationId, .displayName = provenance.organizationName}});
    m_first = {.organizationId = provenance.organizationId,
               .size = m_environment.settings.rowsPerPage(),
               .isEnabled = provenance.isEnabled};
    m_browser.open(std::make_shared<SavedViewSource>(view), m_first);
    setStage(Stage::Browsing);
}

void TenantSession::closeSavedView()
{
    if (!savedViewOf(m_subject))
        return;
    Opened before = std::exchange(m_beforeView, {});
    if (const Profile *old = profileOf(before.subject)) {
        const QList<Profile> profiles = m_environment.settings.profiles();
        const auto profile = std::ranges::find(profiles, old->id, &Profile::id);
        if (profile == profiles.end() || profile->domain != old->domain)
            return close();
        if (!usesSameSecret(*old, *profile) || old->audience != profile->audience)
            before.access = {.domain = before.access.domain};
        std::get<TenantSubject>(before.subject).profile = *profile;
    }
    openAgain(before);
}

void TenantSession::openLike(const TenantSession &other)
{
    openAgain(other.opened());
}

TenantSession::Opened TenantSession::opened() const
{
    return {.subject = m_subject,
            .access = m_access,
            .page = m_stage == Stage::Browsing ? m_browser.request() : m_first,
            .endpoint = m_endpoint};
}

void TenantSession::openAgain(const Opened &opened)
{
    std::visit(Overloaded{[&](const NoSubject &) { close(); },
                          [&](const DemoSubject &) {
                              if (!openDemo(opened.page))
                                  close();
                          },
                          [&](const TenantSubject &tenant) {
                              openTenant(opened.access.isComplete()
                                             ? opened.access
                                             : TenantAccess{.domain = tenant.domain},
                                         opened.page, tenant.profile);
                          },
                          [&](const SavedViewSubject &saved) { openSavedView(saved.view); }},
               opened.subject);
    if (m_access.isComplete() && m_endpoint != opened.endpoint)
        useEndpoint(opened.endpoint);
}

void TenantSession::openOrganization(const QString &id)
{
    if (!m_access.isComplete())
        return;
    if (m_stage == Stage::Browsing)
        m_first = m_browser.request().at(0);
    m_first.organizationId = id;
    m_browser.open(m_environment.sourceFactory.connections(m_access, m_endpoint, Requester::Person),
                   m_first);
    setStage(Stage::Browsing);
}

void TenantSession::replaceToken(const AccessToken &token)
{
    replaceAccess(accessWith(m_access.domain, token));
}

void TenantSession::replaceApplication(const ClientCredentials &application)
{
    replaceAccess(accessWith(m_access.domain, application));
}

void TenantSession::replaceAccess(const TenantAccess &access)
{
    auto *tenant = std::get_if<TenantSubject>(&m_subject);
    if (!canEnterToken(m_subject) || !access.isComplete())
        return;
    if (tenant->profile) {
        QList<Profile> profiles = m_environment.settings.profiles();
        const auto saved = std::ranges::find(profiles, tenant->profile->id, &Profile::id);
        const Profile changed = withAccess(*tenant->profile, access);
        if (saved != profiles.end() && changed != *tenant->profile) {
            *saved = withAccess(*saved, access);
            m_profileStore.setProfiles(profiles);
        }
        tenant->profile = changed;
        m_profileStore.keepSecret(changed.id, access);
    }
    useAccess(access);
}

void TenantSession::useAccess(const TenantAccess &access)
{
    m_access = access;
    if (m_stage != Stage::Browsing)
        return openFirst();
    connectSources();
    repeatRequests();
    Q_EMIT changed();
}

//! With a new source; a page that is on screen stays.
void TenantSession::repeatRequests()
{
    m_browser.replaceSource(
        m_environment.sourceFactory.connections(m_access, m_endpoint, Requester::Person));
}

//! If the exchange fails, the repeated request says why.
void TenantSession::renewToken()
{
    if (!m_signIn)
        return;
    m_renewal = m_signIn->replaceToken(m_signIn->token());
    connect(m_renewal.get(), &ReplyBase::finished, this, [this] {
        m_renewal.reset();
        reconnect();
    });
}

void TenantSession::setPageSize(int rows)
{
    m_environment.settings.setRowsPerPage(rows);
    m_browser.setPageSize(rows);
}

void TenantSession::useEndpoint(ConnectionEndpoint endpoint)
{
    if (!canRefresh(m_subject))
        return;
    m_endpoint = endpoint;
    m_first = m_browser.request().at(0);
    m_first.isEnabled.reset(); // the older list has no filter
    m_browser.open(m_environment.sourceFactory.connections(m_access, m_endpoint, Requester::Person),
                   m_first);
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
    const bool wasReading = m_directory.state() == OrganizationDirectory::State::Reading;
    const bool wasLookingUp = m_directory.isLookingUp();
    connectDirectory();
    if (wasLookingUp)
        lookUpName();
    else if (wasReading)
        readOrganizations();
    if (m_stage == Stage::Browsing)
        repeatRequests();
}

void TenantSession::cancelReadingToken()
{
    if (m_stage != Stage::ReadingToken)
        return;
    m_secretReply.reset();
    setStage(Stage::NeedsToken);
}

//! Forgets everything about the previous subject.
void TenantSession::enter(Subject subject)
{
    m_secretReply.reset();
    m_secretError.reset();
    m_subject = std::move(subject);
    if (!savedViewOf(m_subject))
        m_beforeView = {};
    m_access = {.domain = domainOf(m_subject)};
    m_savedViews.cancel();
    m_endpoint = ConnectionEndpoint::Connections;
    watchToken({});
    m_directory.clear(canRemember(m_subject) ? m_access.domain.text() : QString());
    m_stage = Stage::Nothing;
    m_browser.close();
}

void TenantSession::openFirst()
{
    connectSources();
    if (organizationIdProblem(m_first.organizationId))
        return setStage(Stage::NeedsOrganization);
    m_browser.open(m_environment.sourceFactory.connections(m_access, m_endpoint, Requester::Person),
                   m_first);
    setStage(Stage::Browsing);
}

void TenantSession::connectSources()
{
    watchToken(m_environment.sourceFactory.signIn(m_access));
    m_secretError.reset();
    connectDirectory();
}

void TenantSession::watchToken(const SignInPtr &signIn)
{
    m_renewal.reset();
    if (m_signIn)
        m_signIn->disconnect(this);
    m_signIn = signIn;
    m_tokenWatch.watch(m_access, m_signIn); // before the others hear of the next token
    if (m_signIn)
        connect(m_signIn.get(), &SignIn::tokenChanged, this, &TenantSession::tokenRenewed);
}

//! Keeps a complete list of organizations; enter() clears it for another subject.
void TenantSession::connectDirectory()
{
    if (m_directory.state() != OrganizationDirectory::State::Complete)
        m_directory.setSource(m_environment.sourceFactory.organizations(m_access));
}

void TenantSession::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

//! Called for each page: an organization counts as opened once the tenant has answered for it.
void TenantSession::remember()
{
    if (!m_browser.page())
        return;
    m_directory.remember(m_browser.page()->request.organizationId);
    lookUpName();
}

void TenantSession::lookUpName()
{
    if (m_browser.page() && m_tokenWatch.review().canListOrganizations)
        m_directory.lookUp(m_browser.page()->request.organizationId);
}

} // namespace Vestibule
