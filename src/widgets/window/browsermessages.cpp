// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/browsermessages.h"

#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/privacymode.h"
#include "session/refreshtext.h"
#include "session/tokenwatch.h"
#include "widgets/table/tablepane.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

using Severity = MessageBanner::Severity;

namespace {

QString failureIcon(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Closed:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Tls:
        return u"offline"_s;
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::Forbidden:
        return u"token"_s;
    case ApiError::Kind::RateLimited:
        return u"wait"_s;
    case ApiError::Kind::NotFound:
        return u"search"_s;
    case ApiError::Kind::Rejected:
    case ApiError::Kind::Server:
    case ApiError::Kind::Intermediary:
    case ApiError::Kind::BadPayload:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

BrowserMessages::BrowserMessages(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &BrowserMessages::countDown);
    connect(&sources.pane.banner(), &MessageBanner::closed, this, [this] {
        if (!m_areLossesShown)
            return showNothingElse();
        m_losses.clear();
        showState(); // they may have replaced an error
    });
    ConnectionBrowser *browser = &sources.browser;
    connect(browser, &ConnectionBrowser::stateChanged, this, &BrowserMessages::showState);
    connect(browser, &ConnectionBrowser::retryScheduled, this,
            [this](int tries, std::chrono::milliseconds delay, const ApiError &cause) {
                showWait(tries, delay, cause);
            });
    connect(browser, &ConnectionBrowser::pageClamped, this, [this](int asked, int last) {
        inform(tr("There is no page %1: this is the last one, page %2.")
                   .arg(QLocale().toString(asked + 1), QLocale().toString(last + 1)));
        m_explainedPage = last;
    });
    connect(browser, &ConnectionBrowser::listingChanged, this, &BrowserMessages::showMismatch);
    sources.pane.setRemedies([this](const ApiError &error) {
        if (errorAction(error) != ErrorAction::EnterToken || !canEnterToken(m_sources.subject))
            return TablePane::Remedy();
        const Button button = accessButton(error);
        return button.isRetry ? TablePane::Remedy() : TablePane::Remedy{button.text, button.action};
    });
    connect(&sources.pane, &TablePane::hasRowsChanged, this, &BrowserMessages::moveMessage);
    connect(&sources.token, &TokenWatch::expired, this, &BrowserMessages::showExpiry);
    connect(&sources.token, &TokenWatch::changed, this, &BrowserMessages::endExpiry);
    connect(&sources.privacy, &PrivacyMode::changed, this, [this] {
        m_sources.pane.banner().closeNaming();
        if (m_sources.browser.error())
            showState();
    });
    showState();
}

void BrowserMessages::show(Severity severity, const QString &text, const Button &button,
                           const QString &details)
{
    show({.severity = severity,
          .text = text,
          .actionText = button.text,
          .action = button.action,
          .details = details});
}

void BrowserMessages::show(const MessageBanner::Message &message)
{
    m_areLossesShown = false;
    m_isAboutError = false;
    m_sources.pane.setFailure({});
    m_sources.pane.banner().showMessage(message);
}

//! The banner is left to what is lost, which is not about the rows.
void BrowserMessages::showBlock(const StatePage::Content &content)
{
    showNothingElse();
    m_sources.pane.setFailure(content);
}

void BrowserMessages::inform(const QString &text)
{
    m_explainedPage.reset();
    show(Severity::Information, text, {});
}

void BrowserMessages::warn(const QString &text)
{
    m_explainedPage.reset();
    show(Severity::Warning, text, {});
}

void BrowserMessages::tellSaved(const SavedFile &file)
{
    m_explainedPage.reset();
    show(savedMessage(file));
}

void BrowserMessages::showLoss(Loss loss, const QString &text)
{
    m_losses.insert(loss, text);
    m_explainedPage.reset();
    if (!m_countdown.isActive()) // otherwise it follows the message about the wait
        showNothingElse();
}

void BrowserMessages::endLoss(Loss loss)
{
    if (m_losses.remove(loss) > 0 && m_areLossesShown)
        showState();
}

QString BrowserMessages::losses() const
{
    return m_losses.values().join(u'\n');
}

//! There is no message about the state of the browser.
void BrowserMessages::showNothingElse()
{
    m_isAboutError = false;
    m_sources.pane.setFailure({});
    if (m_losses.isEmpty())
        return m_sources.pane.banner().hide();
    show(Severity::Warning, losses(), {});
    m_areLossesShown = true;
}

void BrowserMessages::showLostSelection()
{
    inform(tr("The selected connection is no longer there."));
    m_explainedPage = m_sources.browser.request().index;
}

void BrowserMessages::showState()
{
    m_countdown.stop();
    m_isAboutExpiry = false;
    const std::optional<RefreshNote> note = takeRefreshNote();
    const auto explainedPage = std::exchange(m_explainedPage, {});
    const ConnectionBrowser &browser = m_sources.browser;
    if (browser.error())
        return showError(*browser.error());
    const bool isLoaded = browser.state() == ConnectionBrowser::State::Loaded;
    const bool isExpired = m_sources.token.review().isExpired && canEnterToken(m_sources.subject);
    if (isLoaded && isExpired)
        return showExpiry(); // a page from the cache does not prove that the token is valid
    const bool isExplained =
        isLoaded && browser.page() && browser.page()->request.index == explainedPage;
    if (!isExplained)
        showNothingElse(); // the message was about the previous state
    if (note)
        Q_EMIT refreshed(*note);
}

void BrowserMessages::showError(const ApiError &error)
{
    if (error != m_shownError) {
        m_shownError = error;
        m_failedAt.start();
    }
    ApiError now = error; // what the tenant asks to wait has become less since it was first shown
    if (now.retryAfter)
        *now.retryAfter -=
            std::min(*now.retryAfter, std::chrono::milliseconds(m_failedAt.elapsed()));
    const QString host = domainOf(m_sources.subject).text();
    QString text = m_sources.privacy.failure(now, host);
    if (isExpiredToken(error)) { // nobody can enter one of an application or of the demo
        if (m_sources.token.renewsItself())
            text = expiredApplicationTokenText();
        else if (isDemo(m_sources.subject))
            text = refusedDemoTokenText();
    }
    const QString details = m_sources.privacy.isOn() ? QString() : failureDetails(error);
    const Button button = buttonFor(error);
    if (m_sources.pane.hasRows()) {
        show(Severity::Error, text + staleText(), button, details);
        m_isAboutError = true;
        return;
    }
    StatePage::Content block{.iconName = failureIcon(error),
                             .text = text,
                             .actionText = button.text,
                             .action = button.action,
                             .title = failureTitle(error),
                             .details = details};
    if (!button.isRetry) {
        const Button retry = retryButton();
        block.otherText = retry.text;
        block.otherAction = retry.action;
    }
    showBlock(block);
    m_isAboutError = true;
}

//! Between the banner and the middle: Find has hidden all rows, or shows some again.
void BrowserMessages::moveMessage()
{
    if (m_isAboutError && m_sources.browser.error())
        return showError(*m_sources.browser.error());
    if (!m_countdown.isActive())
        return;
    showWaitWithCancel();
    countDown();
}

//! After another reading of the page that was on screen.
std::optional<RefreshNote> BrowserMessages::takeRefreshNote()
{
    const ConnectionBrowser &browser = m_sources.browser;
    const auto &page = browser.page();
    if (browser.state() == ConnectionBrowser::State::Loading) {
        m_askedAt.start();
        m_shownError.reset();
        m_before = page;
        if (!page)
            Q_EMIT refreshed({}); // what was noted is about other rows
        return {};
    }
    const auto before = std::exchange(m_before, {});
    const bool isRead = browser.state() == ConnectionBrowser::State::Loaded && page;
    if (isRead && before && before->request == page->request && before->readAt != page->readAt)
        return refreshNote(*before, *page);
    return {};
}

//! What an application may do can change in the tenant: then another token of it is enough.
BrowserMessages::Button BrowserMessages::accessButton(const ApiError &error)
{
    if (!m_sources.token.renewsItself())
        return tokenButton();
    if (isTokenRefused(error))
        return {tr("Sign in again"), [this] { Q_EMIT renewalRequested(); }};
    if (isSecretRefused(error))
        return {tr("Client secret…"), [this] { Q_EMIT tokenRequested(); }};
    return retryButton(); // mended in the tenant alone
}

BrowserMessages::Button BrowserMessages::retryButton()
{
    return {tr("Retry"), [this] { m_sources.browser.retry(); }, true};
}

BrowserMessages::Button BrowserMessages::tokenButton()
{
    return {tr("Enter a token…"), [this] { Q_EMIT tokenRequested(); }};
}

//! Offers Retry where the user cannot do more: the demo has neither settings nor a token to enter,
//! and there is no fallback below /enabled_connections.
BrowserMessages::Button BrowserMessages::buttonFor(const ApiError &error)
{
    const Button retry = retryButton();
    const bool isOwnTenant = canEnterToken(m_sources.subject);
    switch (errorAction(error)) {
    case ErrorAction::Retry:
        return retry;
    case ErrorAction::EnterToken:
        return isOwnTenant ? accessButton(error) : retry;
    case ErrorAction::ChooseOrganization:
        return {tr("Choose…"), [this] { Q_EMIT organizationsRequested(); }};
    case ErrorAction::UseOlderList:
        if (m_sources.browser.source()->endpoint() == ConnectionEndpoint::EnabledConnections)
            return retry;
        return {tr("Read the older list"), [this] { Q_EMIT olderListRequested(); }};
    case ErrorAction::OpenTenantSettings:
        if (!isOwnTenant)
            return retry;
        return {tr("Settings…"), [this] { Q_EMIT tenantSettingsRequested(); }};
    case ErrorAction::OpenNetworkSettings:
        if (!isOwnTenant)
            return retry;
        return {tr("Settings…"), [this] { Q_EMIT networkSettingsRequested(); }};
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
        text = tr("The list changed while it was read: a connection is listed twice, so another "
                  "may be missing.");
        break;
    case ListingMismatch::Kind::RowsMissing:
        text = tr("Only %1 of %n row(s) of this page were received. The list may be changing.",
                  nullptr, int(mismatch.expected))
                   .arg(locale.toString(mismatch.got));
        break;
    case ListingMismatch::Kind::PageSizeChanged:
        return show(Severity::Information,
                    tr("The tenant allows %1 rows per page, and %2 were requested. The other rows "
                       "are on the next pages.")
                        .arg(locale.toString(mismatch.got), locale.toString(mismatch.expected)),
                    {});
    case ListingMismatch::Kind::DoesNotEnd: // for exports alone
    case ListingMismatch::Kind::BeyondEnd: // the page in place of the table says so
        return;
    }
    show(Severity::Warning, text, {tr("Refresh"), [this] { m_sources.browser.reload(); }});
}

void BrowserMessages::showExpiry()
{
    m_isAboutExpiry = true;
    m_countdown.stop();
    show(Severity::Warning,
         tr("The token has expired. The rows on screen stay; enter a new token to continue."),
         tokenButton());
}

//! A new token ends the message.
void BrowserMessages::endExpiry()
{
    if (m_isAboutExpiry && !m_sources.token.review().isExpired)
        showNothingElse();
}

//! Says when the rows that stay on screen were read, so that the user does not take them for the
//! answer.
QString BrowserMessages::staleText() const
{
    const auto &page = m_sources.browser.page();
    if (!page)
        return {};
    return u' ' + tr("The rows below are from %1.").arg(readTimeText(page->readAt));
}

void BrowserMessages::showWait(int tries, std::chrono::milliseconds delay, const ApiError &cause)
{
    const std::chrono::milliseconds asked(m_askedAt.isValid() ? m_askedAt.elapsed() : 0);
    m_retry = {
        .cause = cause, .tries = tries, .silence = std::chrono::round<std::chrono::seconds>(asked)};
    m_waitDelay = delay;
    m_waitingSince.start();
    m_countdown.start();
    m_explainedPage.reset();
    showWaitWithCancel();
    countDown();
}

//! The sentence comes with countDown().
void BrowserMessages::showWaitWithCancel()
{
    if (m_sources.pane.hasRows())
        show(Severity::Information, {}, {tr("Cancel"), [this] { m_sources.browser.cancel(); }});
    else
        showNothingElse();
}

void BrowserMessages::countDown()
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(
        m_waitDelay - std::chrono::milliseconds(m_waitingSince.elapsed()));
    if (left.count() <= 0) { // the request is being repeated
        m_countdown.stop();
        m_askedAt.start();
    }
    const QString text = retryText(m_retry, left);
    if (m_sources.pane.hasRows())
        return m_sources.pane.banner().setText(text);
    m_sources.pane.setFailure(StatePage::Content{.iconName = u"wait"_s,
                                                 .text = text,
                                                 .actionText = tr("Cancel"),
                                                 .action = [this] { m_sources.browser.cancel(); },
                                                 .title = tr("Waiting for the tenant")});
}

} // namespace Vestibule
