// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/requester.h"
#include "core/signin.h"
#include "core/tenantaccess.h"
#include "inventory/sweep.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Vestibule {

class Settings;
class SourceFactory;
class TenantSession;

//! The sweeps of the program, at most one of a tenant, for all windows. They go on when a session
//! opens another tenant or ends, and outlive the main windows, which are replaced when the language
//! changes.
class SweepManager final : public QObject {
    Q_OBJECT

public:
    struct Options {
        bool retryFailed = false; //!< see SweepRequest
        bool anew = false; //!< the same
        bool catalogue = false; //!< the same
        int share = DefaultSweepShare; //!< in percent, 1 to 100
    };

    //! What must happen before resume() can help.
    enum class ResumeNeeds {
        Nothing,
        Token, //!< a new one, or a new secret, for the session's tenant, which is the sweep's
        OpenTenant, //!< the same, but the session must open the sweep's tenant first
        OlderList, //!< the tenant lacks the list; resumeWithOlderList() reads the older one
    };

    using QObject::QObject;
    //! What was committed stays.
    ~SweepManager() override;

    //! A new token, secret or application of this session lets the sweeps of its tenant go on that
    //! are paused for the want of one. The session may end at any time; its source factory outlives
    //! this object.
    void addSession(TenantSession &session);

    //! Whether the session shows a tenant with a token, of which no sweep is running.
    [[nodiscard]] bool canStart(const TenantSession &session) const;
    //! How long a sweep of so many organizations would take that start() begins, as far as the
    //! tenant's answers have told its rate limit; absent while none is known. The share is in
    //! percent.
    [[nodiscard]] std::optional<std::chrono::seconds> expectedTime(TenantSession &session,
                                                                   qsizetype organizations,
                                                                   int share) const;
    //! Sweeps the tenant that the session shows into its working inventory, in place of a sweep of
    //! it that has ended. Null, and nothing is done, unless canStart().
    Sweep *start(TenantSession &session, const Options &options);

    //! The latest sweep of a tenant (InventorySummary::tenant), running or ended; null if there is
    //! none. Valid until another one of the tenant starts.
    [[nodiscard]] Sweep *find(const QString &tenant) const;
    //! Where the latest sweep of a tenant asks, and what for. Its domain is how people know the
    //! tenant.
    [[nodiscard]] TenantDomain domainOf(const Sweep &sweep) const;
    //! All that have not ended, the oldest first.
    [[nodiscard]] QList<Sweep *> running() const;

    [[nodiscard]] ResumeNeeds resumeNeeds(const TenantSession &session, const Sweep &sweep) const;
    //! Goes on after a pause, with the session's access and network settings if they are for the
    //! same domain. An application that was refused gets another token first, since its rights may
    //! have been changed. Does nothing while resumeNeeds() is OpenTenant.
    void resume(TenantSession &session, Sweep &sweep);
    void resumeWithOlderList(TenantSession &session, Sweep &sweep);
    //! Ends all of them tidily; stopped() follows, from the event loop, also if none runs.
    void stopAll();

Q_SIGNALS:
    //! A sweep was added, one of them has changed, or what it needs in order to go on.
    void changed();
    //! A sweep has ended; the pointer is valid in a direct connection.
    void ended(Vestibule::Sweep *sweep);
    void stopped();

private:
    struct Entry {
        TenantAccess access{};
        ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
        SignInPtr signIn{}; //!< of the access's application; null for a token
        //! The application's token when the sweep was paused; absent while it is not paused.
        std::optional<AccessToken> refused{};
        ReplyPtr<AccessToken> renewal{}; //!< another one, with which the sweep goes on
        std::unique_ptr<Sweep> sweep{};

        //! When the sweep has ended.
        void dropSecrets()
        {
            access = {.domain = access.domain};
            signIn.reset();
            refused.reset();
            renewal.reset();
        }
    };
    [[nodiscard]] static bool hasOtherAccess(const TenantSession &session, const Entry &entry);
    void noteRefusedToken(const Sweep &sweep);
    [[nodiscard]] const Entry *entryOf(const Sweep &sweep) const;
    [[nodiscard]] Entry *entryOf(const Sweep &sweep);
    void resumeWith(TenantSession &session, Entry &entry, ConnectionEndpoint endpoint);
    void resumeFrom(SourceFactory &sources, Entry &entry);
    void renewAndResume(SourceFactory &sources, Entry &entry);
    void takeNewAccess(TenantSession &session);
    void finishStopping();

    std::vector<Entry> m_entries;
    bool m_isStopping = false;
};

//! How much of a tenant's inventories is kept, as the user chose.
[[nodiscard]] KeepLimits keepLimits(const Settings &settings);

} // namespace Vestibule
