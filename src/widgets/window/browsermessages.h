// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tenantsession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Vestibule {

class MessageBanner;
class NetworkKeeper;

//! Says in the banner what happens to the browsing: failures, waits, clamped pages, changed lists.
class BrowserMessages final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object.
    BrowserMessages(TenantSession &session, NetworkKeeper &network, MessageBanner &banner,
                    QObject *parent = nullptr);

    //! A sentence of the window's own.
    void inform(const QString &text);
    void warn(const QString &text);
    //! Says that what was selected is gone, and keeps the message when the state of the page that
    //! came without it is told next.
    void showLostSelection();

Q_SIGNALS:
    void tenantSettingsRequested();
    void networkSettingsRequested();
    void tokenRequested();
    void organizationsRequested();

private:
    enum class Action {
        None,
        Retry,
        OpenTenantSettings,
        OpenNetworkSettings,
        EnterToken,
        ChooseOrganization,
        UseOlderList,
        Reload,
        Cancel,
    };

    [[nodiscard]] Action actionFor(const ApiError &error) const;
    [[nodiscard]] static QString buttonText(Action action);
    void showMismatch(const ListingMismatch &mismatch);
    void showExpiry();
    void endExpiry();

    void showState();
    void showError(const ApiError &error);
    void showWait(std::chrono::milliseconds delay, const ApiError &cause);
    void countDown();
    void perform(Action action);
    [[nodiscard]] QString staleText() const;

    TenantSession &m_session;
    MessageBanner &m_banner;
    Action m_action = Action::None;
    bool m_isAboutExpiry = false; //!< the message on screen
    std::optional<int> m_explained; //!< the page that the message is about, until it is there
    ApiError m_cause; //!< why there is a wait
    std::chrono::milliseconds m_delay{};
    QElapsedTimer m_waitingSince;
    QTimer m_countdown;
};

} // namespace Vestibule
