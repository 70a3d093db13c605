// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "session/connectionbrowser.h"
#include "session/failuretext.h"
#include "session/refreshtext.h"
#include "session/subject.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/controls/statepage.h"
#include "widgets/window/savedfile.h"

#include <QElapsedTimer>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace Vestibule {

class PrivacyMode;
class TablePane;
class TokenWatch;

//! Shows what happens while browsing: failures, waits, page numbers out of range, changed listings.
//! Over rows that stay it is a banner; without rows, failures and waits are the block in their
//! place.
class BrowserMessages final : public QObject {
    Q_OBJECT

public:
    //! All of it outlives this object.
    struct Sources {
        const Subject &subject;
        ConnectionBrowser &browser;
        const TokenWatch &token;
        const PrivacyMode &privacy;
        TablePane &pane;
    };

    //! What could not be saved.
    enum class Loss { Settings, Token, ProxyPassword };

    explicit BrowserMessages(const Sources &sources, QObject *parent = nullptr);

    //! Both show a message of the window.
    void inform(const QString &text);
    void warn(const QString &text);
    void tellSaved(const SavedFile &file);
    //! Shows the message, together with those about other losses, and again after other messages,
    //! until the user closes it or the loss ends.
    void showLoss(Loss loss, const QString &text);
    void endLoss(Loss loss);
    //! The messages about losses, one a line; empty if there are none.
    [[nodiscard]] QString losses() const;
    //! Says that the selected connection is gone. The message stays while the browser reports the
    //! state of the page without it.
    void showLostSelection();

Q_SIGNALS:
    void tenantSettingsRequested();
    void networkSettingsRequested();
    void tokenRequested();
    void renewalRequested(); //!< another token of the application
    void organizationsRequested();
    //! What another reading of the page on screen has changed; an empty note when other rows are
    //! being read. The message about the state that was
    //! read is there already.
    void refreshed(const Vestibule::RefreshNote &note);
    void olderListRequested();

private:
    //! The button of the banner; there is none while the text is empty.
    struct Button {
        QString text{};
        std::function<void()> action{};
        bool isRetry = false; //!< it only repeats the request
    };

    void show(const MessageBanner::Message &message);
    void show(MessageBanner::Severity severity, const QString &text, const Button &button,
              const QString &details = {});
    void showBlock(const StatePage::Content &content);
    [[nodiscard]] Button accessButton(const ApiError &error);
    [[nodiscard]] Button retryButton();
    [[nodiscard]] Button tokenButton();
    [[nodiscard]] Button buttonFor(const ApiError &error);
    void showNothingElse();
    void showState();
    void showError(const ApiError &error);
    void showMismatch(const ListingMismatch &mismatch);
    void showExpiry();
    void endExpiry();
    void showWait(int tries, std::chrono::milliseconds delay, const ApiError &cause);
    void showWaitWithCancel();
    void countDown();
    void moveMessage();
    [[nodiscard]] std::optional<RefreshNote> takeRefreshNote();
    [[nodiscard]] QString staleText() const;

    Sources m_sources;
    bool m_isAboutExpiry = false; //!< the message on screen says that the token has expired
    QMap<Loss, QString> m_losses;
    bool m_areLossesShown = false; //!< they are in the banner now
    std::optional<int> m_explainedPage; //!< index of the page that the message is about
    std::optional<ConnectionPage> m_before; //!< the rows on screen while they are read again
    bool m_isAboutError = false; //!< the message on screen says why reading failed
    std::optional<ApiError> m_shownError;
    QElapsedTimer m_failedAt; //!< when it was first shown
    Retry m_retry;
    QElapsedTimer m_askedAt; //!< when the running try began
    std::chrono::milliseconds m_waitDelay{};
    QElapsedTimer m_waitingSince;
    QTimer m_countdown;
};

} // namespace Vestibule
