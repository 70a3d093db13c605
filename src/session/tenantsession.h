// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/connectionbrowser.h"
#include "session/organizationdirectory.h"
#include "session/privacymode.h"
#include "session/profilekeeper.h"
#include "session/savedviewopener.h"
#include "session/tenantgateway.h"
#include "session/tokenwatch.h"
#include "store/secretvault.h"
#include "store/settings.h"

#include <QObject>

#include <optional>

namespace Vestibule {

//! Which tenant and which organization the window looks at, and how it gets there.
class TenantSession final : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        Nothing, //!< no tenant was chosen
        ReadingToken, //!< the secret store is asked, which may ask the person
        NeedsToken, //!< none is kept for this tenant; secretError() may say why
        NeedsOrganization,
        Browsing, //!< browser() has the rest
    };
    Q_ENUM(Stage)

    //! What the session works with; all of it outlives the session.
    struct Environment {
        Settings &settings;
        SecretVault &secrets;
        TenantGateway &gateway;
    };

    explicit TenantSession(const Environment &environment, QObject *parent = nullptr);
    ~TenantSession() override;

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] ConnectionBrowser &browser() { return m_browser; }
    [[nodiscard]] const TokenWatch &tokenWatch() const { return m_tokenWatch; }
    [[nodiscard]] OrganizationDirectory &directory() { return m_directory; }
    [[nodiscard]] ProfileKeeper &keeper() { return m_keeper; }
    [[nodiscard]] PrivacyMode &privacy() { return m_privacy; }
    [[nodiscard]] const PrivacyMode &privacy() const { return m_privacy; }
    //! Reads saved views from files; what it has opened is on screen.
    [[nodiscard]] SavedViewOpener &savedViews() { return m_savedViews; }
    [[nodiscard]] Settings &settings() { return m_environment.settings; }
    [[nodiscard]] SecretVault &secrets() { return m_environment.secrets; }
    [[nodiscard]] TenantGateway &gateway() { return m_environment.gateway; }

    //! The domain is known from ReadingToken on, the token from NeedsOrganization on.
    [[nodiscard]] const TenantAccess &access() const { return m_access; }
    [[nodiscard]] bool isDemo() const { return m_isDemo; }
    //! What is on screen when it is a file and no tenant; null otherwise. Its domain is that of
    //! access(), without a token: nobody is asked.
    [[nodiscard]] const SavedViewPtr &savedView() const { return m_savedView; }
    //! Absent for the demo, for a saved view, and for a tenant that was given at the start and is
    //! in no profile.
    [[nodiscard]] const std::optional<Profile> &profile() const { return m_profile; }
    //! Why no token could be read, while NeedsToken.
    [[nodiscard]] const std::optional<SecretError> &secretError() const { return m_secretError; }
    [[nodiscard]] ConnectionEndpoint endpoint() const { return m_endpoint; }

    //! Those that this tenant has answered for before, the latest first; none for the demo or a
    //! saved view.
    [[nodiscard]] QList<Organization> recentOrganizations() const;
    //! What is known of an organization: at least its id.
    [[nodiscard]] Organization organization(const QString &id) const;

    //! Opens the organization of \a profile, or the last one when it names none, with \a token, or
    //! else the one that is kept for it, and makes it the current profile.
    void openProfile(const Profile &profile, const std::optional<AccessToken> &token = {});
    //! As openProfile(), but what is on screen stays if it is the same profile and nobody chose
    //! another organization for it; only another token, name or kind is taken over.
    void showProfile(const Profile &profile, const std::optional<AccessToken> &token);
    //! Leaves the tenant on screen, as when its profile is no longer kept. What is in no profile()
    //! stays.
    void closeProfile();
    //! Opens \a first of a tenant. Its \a profile, if it is in the settings, becomes profile(), and
    //! stands in for what is left open: the organization is then the last one, the token the one
    //! that is kept, and that makes it the current profile. Without a valid id of an organization
    //! it ends in NeedsOrganization, without a token or a domain in NeedsToken.
    void openTenant(const TenantAccess &access, const PageRequest &first,
                    const std::optional<Profile> &profile = {});
    //! Opens the demo tenant; its first organization when \a first names none. False when the demo
    //! tenant cannot start; what was on screen stays then.
    bool openDemo(const PageRequest &first);
    //! Shows \a view, which is not null.
    void openSavedView(const SavedViewPtr &view);
    //! Another organization of the same tenant; the filter and the page size stay. Nothing happens
    //! without a token, and so for a saved view.
    void openOrganization(const QString &id);
    //! Another token for the same tenant: the view stays. It takes the place of the one that is
    //! kept for profile(); without a profile it is kept nowhere. Nothing happens for a saved view.
    void replaceToken(const AccessToken &token);
    //! 1 to 100. Of this listing, and of those to come.
    void setPageSize(int rows);
    //! The same organization from the other list, from its first page and without a filter.
    void useEndpoint(ConnectionEndpoint endpoint);
    //! Begins to read directory(), unless the token is known not to be allowed to: that request
    //! would be wasted.
    void readOrganizations();
    //! New requests are made by the gateway's new ways: another proxy, another CA. What failed, or
    //! was being read, is asked for again.
    void reconnect();
    //! Does not wait for the secret store any longer.
    void cancelReadingToken();

Q_SIGNALS:
    //! Another tenant, organization, stage, list or token, or another name or kind of the profile.
    void changed();

private:
    void enter(const TenantDomain &domain, std::optional<Profile> profile, bool isDemo);
    void useToken(const AccessToken &token);
    void takeKeptToken();
    void openFirst();
    void connectSources();
    void connectDirectory();
    void setStage(Stage stage);
    void remember();

    Environment m_environment;
    Stage m_stage = Stage::Nothing;
    TenantAccess m_access;
    std::optional<Profile> m_profile;
    bool m_isDemo = false;
    SavedViewPtr m_savedView;
    ConnectionEndpoint m_endpoint = ConnectionEndpoint::Connections;
    PageRequest m_first; //!< to open as soon as there is a token
    SecretReadPtr m_secretReply;
    std::optional<SecretError> m_secretError;
    PrivacyMode m_privacy;
    ProfileKeeper m_keeper;
    SavedViewOpener m_savedViews;
    TokenWatch m_tokenWatch;
    OrganizationDirectory m_directory;
    ConnectionBrowser m_browser;
};

} // namespace Vestibule
