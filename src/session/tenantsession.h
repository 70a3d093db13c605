// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/connectionbrowser.h"
#include "session/inventorybrowser.h"
#include "session/organizationdirectory.h"
#include "session/privacymode.h"
#include "session/profilestore.h"
#include "session/savedviewopener.h"
#include "session/sourcefactory.h"
#include "session/subject.h"
#include "session/tokenwatch.h"
#include "store/fallbacksecretstore.h"
#include "store/settings.h"

#include <QObject>

#include <optional>
#include <variant>

namespace Vestibule {

//! With what to read a tenant: what the secret store has for its profile, this token, or this
//! application.
using GivenAccess = std::variant<std::monostate, AccessToken, ClientCredentials>;

//! Opens the subject of the window, with its organization and token, and provides the parts that
//! show it.
class TenantSession final : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        Nothing, //!< the subject is NoSubject
        ReadingToken, //!< waits for the secret store, which may ask the user
        //! No token, or no secret of the profile's application, is stored for this tenant;
        //! secretError() may say why.
        NeedsToken,
        NeedsOrganization,
        Browsing, //!< browser() shows the rest
    };
    Q_ENUM(Stage)

    //! All of it outlives the session.
    struct Environment {
        Settings &settings;
        FallbackSecretStore &secrets;
        SourceFactory &sourceFactory;
    };

    explicit TenantSession(const Environment &environment, QObject *parent = nullptr);
    ~TenantSession() override;

    [[nodiscard]] Stage stage() const { return m_stage; }
    //! The reference stays valid as long as the session; the subject changes with changed().
    [[nodiscard]] const Subject &subject() const { return m_subject; }
    //! Where and with which token or application requests are made. The domain is the subject's;
    //! the rest is known from NeedsOrganization on, and always empty for a saved view.
    [[nodiscard]] const TenantAccess &access() const { return m_access; }
    //! Why no secret could be read, while NeedsToken.
    [[nodiscard]] const std::optional<SecretError> &secretError() const { return m_secretError; }
    [[nodiscard]] ConnectionEndpoint endpoint() const { return m_endpoint; }
    //! The id of the organization that is open, or that opens as soon as there is a token; empty
    //! when none is known.
    [[nodiscard]] QString organizationId() const;
    //! Why the server's filter cannot be changed, as a sentence; empty when it can.
    [[nodiscard]] QString filterProblem() const;

    [[nodiscard]] ConnectionBrowser &browser() { return m_browser; }
    [[nodiscard]] const TokenWatch &tokenWatch() const { return m_tokenWatch; }
    [[nodiscard]] OrganizationDirectory &directory() { return m_directory; }
    //! The inventory that the window looks at beside the subject.
    [[nodiscard]] InventoryBrowser &inventory() { return m_inventory; }
    [[nodiscard]] ProfileStore &profileStore() { return m_profileStore; }
    [[nodiscard]] PrivacyMode &privacy() { return m_privacy; }
    [[nodiscard]] const PrivacyMode &privacy() const { return m_privacy; }
    //! The session shows what it opens.
    [[nodiscard]] SavedViewOpener &savedViews() { return m_savedViews; }
    [[nodiscard]] Settings &settings() { return m_environment.settings; }
    [[nodiscard]] FallbackSecretStore &secrets() { return m_environment.secrets; }
    [[nodiscard]] SourceFactory &sourceFactory() { return m_environment.sourceFactory; }

    //! Opens the profile's organization, or its latest one when the profile names none, and makes
    //! it the current profile.
    void openProfile(const Profile &profile, const GivenAccess &given = {});
    //! Like openProfile(), but keeps what is on screen if that is the profile's domain, opened with
    //! this profile or with none, and the profile does not name a new organization, nor another
    //! kind of access without its secret; then it only applies another token, application, name or
    //! kind.
    void showProfile(const Profile &profile, const GivenAccess &given);
    //! Closes what is open: nothing more is requested, and no token or secret is kept.
    void close();
    //! Closes the tenant on screen because its profile has been removed. Does nothing for a subject
    //! without a profile, but a saved view does not lead back to one.
    void closeProfile();
    //! Opens this page of a tenant. A profile completes what is missing: the organization is then
    //! its latest one, and the token or the application's secret the stored one, which makes it the
    //! current profile; an audience that is given replaces the profile's. Without a valid
    //! organization id the stage becomes NeedsOrganization, without an access or a domain
    //! NeedsToken.
    void openTenant(const TenantAccess &access, const PageRequest &first,
                    const std::optional<Profile> &profile = {});
    //! Opens the demo tenant; its first organization when the request names none. Returns false,
    //! and changes nothing, when the demo tenant cannot start.
    bool openDemo(const PageRequest &first);
    //! The view is not null.
    void openSavedView(const SavedViewPtr &view);
    //! Opens the page again that was open before the saved view, or before the first of several;
    //! nothing when that was nothing, or when its profile has been removed meanwhile. Does nothing
    //! for another subject.
    void closeSavedView();
    //! Opens the page that the other session shows, with the same access, for another window.
    void openLike(const TenantSession &other);
    //! Opens another organization of the same tenant; the filter and the page size stay. Does
    //! nothing without a token, and so nothing for a saved view.
    void openOrganization(const QString &id);
    //! Uses another token for the same tenant, and keeps what is on screen. It replaces the stored
    //! one if the tenant has a profile. Does nothing unless canEnterToken().
    void replaceToken(const AccessToken &token);
    //! The same with an application, or with another secret of it. The profile follows: with an
    //! application it has its client ID and audience, and with a token neither.
    void replaceApplication(const ClientCredentials &application);
    //! Asks for another token of the application, because what it may do has been changed in the
    //! tenant, and repeats the requests that failed. Does nothing for a token that was entered.
    void renewToken();
    //! 1 to 100; also for the listings that are opened later.
    void setPageSize(int rows);
    //! Opens the same organization from this list, at its first page and without a filter. access()
    //! must be complete.
    void useEndpoint(ConnectionEndpoint endpoint);
    //! Begins to read directory(), unless the token certainly does not allow it: that would waste a
    //! request.
    void readOrganizations();
    //! Uses the new network settings of the source factory. Requests that failed or are running are
    //! repeated.
    void reconnect();
    //! Reads the profile's secret once more, because the keyring may work now. Does nothing unless
    //! NeedsToken with a profile.
    void readSecret();
    //! Stops waiting for the secret store: NeedsToken.
    void cancelReadingToken();

Q_SIGNALS:
    //! The subject, the stage, the organization, the endpoint or the access is another one.
    void changed();
    //! The application of the access has another token; nothing else has changed.
    void tokenRenewed();

private:
    //! All that is needed to open a page again.
    struct Opened {
        Subject subject{};
        TenantAccess access{};
        PageRequest page{};
        ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
    };

    [[nodiscard]] Opened opened() const;
    void openAgain(const Opened &opened);
    void enter(Subject subject);
    void replaceAccess(const TenantAccess &access);
    void useAccess(const TenantAccess &access);
    void useKeptSecret();
    void repeatRequests();
    void openFirst();
    void connectSources();
    void watchToken(const SignInPtr &signIn);
    void connectDirectory();
    void setStage(Stage stage);
    void remember();
    void lookUpName();

    Environment m_environment;
    Stage m_stage = Stage::Nothing;
    Subject m_subject;
    TenantAccess m_access;
    SignInPtr m_signIn; //!< of the access's application; null for a token
    ReplyPtr<AccessToken> m_renewal;
    ConnectionEndpoint m_endpoint = ConnectionEndpoint::Connections;
    PageRequest m_first; //!< opened as soon as there is a token
    Opened m_beforeView; //!< while the subject is a saved view
    SecretReadPtr m_secretReply;
    std::optional<SecretError> m_secretError;
    PrivacyMode m_privacy;
    ProfileStore m_profileStore;
    SavedViewOpener m_savedViews;
    TokenWatch m_tokenWatch;
    OrganizationDirectory m_directory;
    ConnectionBrowser m_browser;
    InventoryBrowser m_inventory;
};

} // namespace Vestibule
