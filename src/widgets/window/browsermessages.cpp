// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/browsermessages.h"

#include "session/errortext.h"
#include "session/networkkeeper.h"
#include "session/problemtext.h"
#include "session/readtimetext.h"
#include "widgets/controls/messagebanner.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

BrowserMessages::BrowserMessages(TenantSession &session, NetworkKeeper &network,
                                 MessageBanner &banner, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_banner(banner)
{
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &BrowserMessages::countDown);
    connect(&banner, &MessageBanner::actionTriggered, this, [this] { perform(m_action); });
    connect(&session.keeper(), &ProfileKeeper::failed, this,
            [this](const SecretError &error) { warn(secretErrorText(error)); });
    connect(&network, &NetworkKeeper::failed, this, [this] { warn(proxyPasswordErrorText()); });
    connect(&network, &NetworkKeeper::ready, this, [this, &network] {
        if (const auto problem = network.certificateProblem())
            warn(problemText(*problem)); // what cannot be had is said, not passed over
    });
    ConnectionBrowser &browser = session.browser();
    connect(&browser, &ConnectionBrowser::stateChanged, this, &BrowserMessages::showState);
    connect(&browser, &ConnectionBrowser::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                showWait(delay, cause);
            });
    connect(&browser, &ConnectionBrowser::pageClamped, this, [this](int asked, int last) {
        inform(tr("There is no page %1: this is the last one, page %2.")
                   .arg(QLocale().toString(asked + 1), QLocale().toString(last + 1)));
        m_explained = last;
    });
    connect(&browser, &ConnectionBrowser::listingChanged, this, &BrowserMessages::showMismatch);
    connect(&session.tokenWatch(), &TokenWatch::expired, this, &BrowserMessages::showExpiry);
    connect(&session.tokenWatch(), &TokenWatch::changed, this, &BrowserMessages::endExpiry);
    connect(&session.privacy(), &PrivacyMode::changed, this, [this] {
        if (m_session.browser().error())
            showState();
    });
    showState();
}

void BrowserMessages::inform(const QString &text)
{
    m_action = Action::None;
    m_explained.reset();
    m_banner.showMessage({.severity = MessageBanner::Severity::Information, .text = text});
}

void BrowserMessages::showLostSelection()
{
    inform(tr("The selected connection is no longer there."));
    m_explained = m_session.browser().request().index;
}

void BrowserMessages::warn(const QString &text)
{
    inform(text);
    m_banner.showMessage({.severity = MessageBanner::Severity::Warning, .text = text});
}

void BrowserMessages::showState()
{
    m_countdown.stop();
    m_isAboutExpiry = false;
    const auto explained = std::exchange(m_explained, {});
    const ConnectionBrowser &browser = m_session.browser();
    if (browser.error())
        return showError(*browser.error());
    const bool isExplained = browser.state() == ConnectionBrowser::State::Loaded && browser.page()
        && browser.page()->request.index == explained;
    const bool isExpired = m_session.tokenWatch().review().isExpired && !m_session.isDemo();
    if (isExpired && browser.state() == ConnectionBrowser::State::Loaded)
        return showExpiry(); // pages from memory need no token, and do not make it a good one
    if (!isExplained)
        m_banner.hide(); // the next step, whatever it is, ends the message about the one before
}

void BrowserMessages::showError(const ApiError &error)
{
    m_action = actionFor(error);
    const QString text = m_session.privacy().failure(error, m_session.access().domain.text());
    m_banner.showMessage({.severity = MessageBanner::Severity::Error,
                          .text = text + staleText(),
                          .actionText = buttonText(m_action)});
}

//! The demo has neither settings nor a token of the person's own; an older list than the older one
//! does not exist.
BrowserMessages::Action BrowserMessages::actionFor(const ApiError &error) const
{
    const bool isOlder = m_session.endpoint() == ConnectionEndpoint::EnabledConnections;
    switch (errorAction(error)) {
    case ErrorAction::Retry:
        return Action::Retry;
    case ErrorAction::EnterToken:
        return m_session.isDemo() ? Action::Retry : Action::EnterToken;
    case ErrorAction::ChooseOrganization:
        return Action::ChooseOrganization;
    case ErrorAction::UseOlderList:
        return isOlder ? Action::Retry : Action::UseOlderList;
    case ErrorAction::OpenTenantSettings:
        return m_session.isDemo() ? Action::Retry : Action::OpenTenantSettings;
    case ErrorAction::OpenNetworkSettings:
        return m_session.isDemo() ? Action::Retry : Action::OpenNetworkSettings;
    }
    Q_UNREACHABLE();
}

QString BrowserMessages::buttonText(Action action)
{
    switch (action) {
    case Action::None:
        return {};
    case Action::Retry:
        return tr("Retry");
    case Action::OpenTenantSettings:
    case Action::OpenNetworkSettings:
        return tr("Settings...");
    case Action::EnterToken:
        return tr("Enter a token...");
    case Action::ChooseOrganization:
        return tr("Choose...");
    case Action::UseOlderList:
        return tr("Read the older list");
    case Action::Reload:
        return tr("Refresh");
    case Action::Cancel:
        return tr("Cancel");
    }
    Q_UNREACHABLE();
}

void BrowserMessages::showMismatch(const ListingMismatch &mismatch)
{
    const QLocale locale;
    QString text;
    switch (mismatch.kind) {
    case ListingMismatch::Kind::TotalChanged:
        text = tr("The list has changed: it had %1 connections and has %2 now. Rows may have moved "
                  "between pages.")
                   .arg(locale.toString(mismatch.expected), locale.toString(mismatch.got));
        break;
    case ListingMismatch::Kind::RowRepeated:
        text = tr("The list has changed while it was read: a connection came twice, so another one "
                  "may be missing.");
        break;
    case ListingMismatch::Kind::RowsMissing:
        text = tr("Only %1 of %n row(s) of this page came. The list may be changing.", nullptr,
                  int(mismatch.expected))
                   .arg(locale.toString(mismatch.got));
        break;
    case ListingMismatch::Kind::BeyondEnd: // the table itself says so
        return;
    }
    m_action = Action::Reload;
    m_banner.showMessage({.severity = MessageBanner::Severity::Warning,
                          .text = text,
                          .actionText = buttonText(m_action)});
}

//! A new token has come.
void BrowserMessages::endExpiry()
{
    if (m_isAboutExpiry && !m_session.tokenWatch().review().isExpired)
        m_banner.hide();
}

void BrowserMessages::showExpiry()
{
    m_isAboutExpiry = true;
    m_countdown.stop();
    m_action = Action::EnterToken;
    m_banner.showMessage({.severity = MessageBanner::Severity::Warning,
                          .text = tr("The token has expired. What is on screen stays; enter a new "
                                     "token to read on."),
                          .actionText = buttonText(m_action)});
}

//! What stays on screen is named with its time, so that nobody takes it for the answer.
QString BrowserMessages::staleText() const
{
    const auto &page = m_session.browser().page();
    if (!page)
        return {};
    return u' ' + tr("The rows below were read at %1.").arg(readTimeText(page->readAt));
}

void BrowserMessages::showWait(std::chrono::milliseconds delay, const ApiError &cause)
{
    m_cause = cause;
    m_delay = delay;
    m_waitingSince.start();
    m_countdown.start();
    m_action = Action::Cancel;
    m_explained.reset();
    m_banner.showMessage(
        {.severity = MessageBanner::Severity::Information, .actionText = tr("Cancel")});
    countDown();
}

void BrowserMessages::countDown()
{
    const auto left = m_delay - std::chrono::milliseconds(m_waitingSince.elapsed());
    if (left.count() <= 0) { // the try is on its way
        m_countdown.stop();
        return m_banner.setText(tr("Asking again..."));
    }
    m_banner.setText(waitText(m_cause, std::chrono::ceil<std::chrono::seconds>(left)));
}

void BrowserMessages::perform(Action action)
{
    switch (action) {
    case Action::None:
        return;
    case Action::Retry:
        return m_session.browser().retry();
    case Action::OpenTenantSettings:
        return Q_EMIT tenantSettingsRequested();
    case Action::OpenNetworkSettings:
        return Q_EMIT networkSettingsRequested();
    case Action::EnterToken:
        return Q_EMIT tokenRequested();
    case Action::ChooseOrganization:
        return Q_EMIT organizationsRequested();
    case Action::UseOlderList:
        return m_session.useEndpoint(ConnectionEndpoint::EnabledConnections);
    case Action::Reload:
        return m_session.browser().reload();
    case Action::Cancel:
        return m_session.browser().cancel();
    }
}

} // namespace Vestibule
