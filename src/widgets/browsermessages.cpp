// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/browsermessages.h"

#include "app/errortext.h"
#include "widgets/messagebanner.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

BrowserMessages::BrowserMessages(TenantSession &session, MessageBanner &banner, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_banner(banner)
{
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &BrowserMessages::countDown);
    connect(&banner, &MessageBanner::actionTriggered, this, [this] { perform(m_action); });
    ConnectionBrowser &browser = session.browser();
    connect(&browser, &ConnectionBrowser::stateChanged, this, &BrowserMessages::showState);
    connect(&browser, &ConnectionBrowser::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                showWait(delay, cause);
            });
    connect(&browser, &ConnectionBrowser::pageClamped, this, [this](int asked, int last) {
        inform(tr("There is no page %1: this is the last one, page %2.")
                   .arg(QLocale().toString(asked + 1), QLocale().toString(last + 1)));
        m_clampedTo = last;
    });
    connect(&browser, &ConnectionBrowser::totalChanged, this,
            [this](qsizetype before, qsizetype now) {
                m_action = Action::Reload;
                m_banner.showMessage(
                    {.severity = MessageBanner::Severity::Warning,
                     .text = tr("The list has changed: it had %1 connections and has %2 now. Rows "
                                "may have moved between pages.")
                                 .arg(QLocale().toString(before), QLocale().toString(now)),
                     .actionText = tr("Refresh")});
            });
}

void BrowserMessages::inform(const QString &text)
{
    m_action = Action::None;
    m_clampedTo.reset();
    m_banner.showMessage({.severity = MessageBanner::Severity::Information, .text = text});
}

void BrowserMessages::showState()
{
    m_countdown.stop();
    const auto clampedTo = std::exchange(m_clampedTo, {});
    const ConnectionBrowser &browser = m_session.browser();
    if (browser.error())
        return showError(*browser.error());
    const bool isExplained = browser.state() == ConnectionBrowser::State::Loaded && browser.page()
        && browser.page()->request.index == clampedTo;
    if (!isExplained)
        m_banner.hide(); // the next step, whatever it is, ends the message about the one before
}

void BrowserMessages::showError(const ApiError &error)
{
    const bool isSettings = errorAction(error) == ErrorAction::OpenSettings && !m_session.isDemo();
    m_action = isSettings ? Action::OpenSettings : Action::Retry;
    const QString text = errorText(error, m_session.access().domain.text());
    m_banner.showMessage({.severity = MessageBanner::Severity::Error,
                          .text = text + staleText(),
                          .actionText = isSettings ? tr("Settings...") : tr("Retry")});
}

//! What stays on screen is named with its time, so that nobody takes it for the answer.
QString BrowserMessages::staleText() const
{
    const auto &page = m_session.browser().page();
    if (!page)
        return {};
    return u' '
        + tr("The rows below were read at %1.")
              .arg(QLocale().toString(page->readAt.time(), u"HH:mm:ss"));
}

void BrowserMessages::showWait(std::chrono::milliseconds delay, const ApiError &cause)
{
    m_cause = cause;
    m_delay = delay;
    m_waitingSince.start();
    m_countdown.start();
    m_action = Action::Cancel;
    m_clampedTo.reset();
    m_banner.showMessage(
        {.severity = MessageBanner::Severity::Information, .actionText = tr("Cancel")});
    countDown();
}

void BrowserMessages::countDown()
{
    const auto left = m_delay - std::chrono::milliseconds(m_waitingSince.elapsed());
    m_banner.setText(
        waitText(m_cause, std::max(0s, std::chrono::ceil<std::chrono::seconds>(left))));
}

void BrowserMessages::perform(Action action)
{
    switch (action) {
    case Action::None:
        return;
    case Action::Retry:
        return m_session.browser().retry();
    case Action::OpenSettings:
        return Q_EMIT settingsRequested();
    case Action::Reload:
        return m_session.browser().reload();
    case Action::Cancel:
        return m_session.browser().cancel();
    }
}

} // namespace Vestibule
