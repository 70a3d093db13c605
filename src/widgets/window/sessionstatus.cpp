// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/sessionstatus.h"

#include "core/shortened.h"
#include "models/displaytext.h"
#include "session/autorefresh.h"
#include "session/connectionbrowser.h"
#include "session/failuretext.h"
#include "session/privacymode.h"
#include "session/tokentext.h"
#include "session/tokenwatch.h"
#include "widgets/controls/optionallabels.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <variant>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QToolButton *makeButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

//! What the application's token may do and until when it may, in HTML.
QStringList renewalLines(const TokenClaims &claims)
{
    QStringList lines{SessionStatus::tr("The application signs in by itself.")};
    if (claims.expiresAt) {
        lines.append(SessionStatus::tr("Its token is valid until %1 and is renewed before.")
                         .arg(readTimeText(*claims.expiresAt, {})));
    }
    constexpr qsizetype Longest = 300;
    if (!claims.scopes.isEmpty()) {
        lines.append(SessionStatus::tr("Its scopes: %1.")
                         .arg(displaySafe(shortened(claims.scopes.join(", "_L1), Longest))));
    }
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    return lines;
}

} // namespace

SessionStatus::SessionStatus(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_token(makeButton(u"tokenStatus"_s, this))
    , m_budget(new QLabel(this))
    , m_refresh(new QLabel(this))
    , m_endpoint(makeButton(u"endpointStatus"_s, this))
    , m_privacy(makeButton(u"privacyStatus"_s, this))
    , m_promise(new QLabel(this))
{
    m_budget->setObjectName(u"budgetStatus"_s);
    m_refresh->setObjectName(u"refreshStatus"_s);
    m_endpoint->setText(tr("Older list: fewer fields"));
    m_endpoint->setIcon(symbolIcon(u"warning"_s));
    m_endpoint->setToolTip(tr("Read from /enabled_connections. Click to read /connections."));
    m_privacy->setText(tr("Names are masked"));
    m_privacy->setIcon(symbolIcon(u"privacy"_s));
    m_privacy->setToolTip(
        tr("Privacy mode: names, IDs and domains are masked in all windows. Copies and exported "
           "files contain the real ones. Click to turn it off."));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 10, 0); // 12 with those of the status bar
    layout->setSpacing(18);
    m_promise->setObjectName(u"promiseStatus"_s);
    m_promise->setText(tr("Read-only"));
    m_promise->setToolTip(tr("Vestibule only reads. It cannot change anything in your tenant."));
    layout->addWidget(m_privacy);
    layout->addWidget(m_token);
    layout->addWidget(m_budget);
    layout->addWidget(m_refresh);
    layout->addWidget(m_endpoint);
    layout->addWidget(m_promise);
    // The first one is left out first. The buttons stay: they warn, or end what hides the names.
    m_optional = new OptionalLabels(*this, {m_promise, m_refresh, m_budget});

    connect(m_token, &QToolButton::clicked, this, &SessionStatus::tokenRequested);
    connect(m_endpoint, &QToolButton::clicked, this, &SessionStatus::connectionsEndpointRequested);
    connect(m_privacy, &QToolButton::clicked, this, &SessionStatus::privacyEndRequested);
    connect(&sources.token, &TokenWatch::changed, this, &SessionStatus::showToken);
    connect(&sources.privacy, &PrivacyMode::changed, this, &SessionStatus::showPrivacy);
    connect(&sources.browser, &ConnectionBrowser::stateChanged, this, &SessionStatus::showSource);
    connect(&sources.browser, &ConnectionBrowser::retryScheduled, this, &SessionStatus::showBudget);
    connect(&sources.refresh, &AutoRefresh::minutesChanged, this, &SessionStatus::showRefresh);
    showPrivacy();
    showSource();
}

//! Also for the labels that are left out, so that they come back as soon as there is room.
QSize SessionStatus::sizeHint() const
{
    return QWidget::sizeHint() + QSize(m_optional->leftOutWidth(), 0);
}

void SessionStatus::showRefresh()
{
    const int minutes = m_sources.refresh.minutes();
    m_refresh->setText(tr("Refreshes every %n minute(s)", nullptr, minutes));
    m_refresh->setVisible(minutes > 0 && canRefresh(m_sources.subject));
}

void SessionStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showToken();
}

//! Shows a warning by a symbol and bold text, not by the colour alone.
void SessionStatus::showToken()
{
    const TokenWatch &watch = m_sources.token;
    const bool renewsItself = watch.renewsItself();
    m_token->setVisible((watch.hasToken() || renewsItself) && canEnterToken(m_sources.subject));
    const TokenReview &review = watch.review();
    const bool isRefused = !m_refusal.isEmpty() && (renewsItself || !review.isExpired);
    m_token->setText(isRefused ? m_refusal : tokenStatusText(review, renewsItself));
    const bool isWarning = isRefused || watch.isNearEnd() || review.issuerDiffers
        || review.audienceDiffers || (watch.hasToken() && !review.missingScopes.isEmpty());
    m_token->setIcon(symbolIcon(isWarning ? u"warning"_s : u"token"_s));
    QFont font = this->font();
    font.setBold(isWarning);
    m_token->setFont(font);
    QPalette colors;
    if (isWarning)
        colors.setColor(QPalette::ButtonText, warningColor(colors));
    m_token->setPalette(colors);
    QStringList lines;
    if (renewsItself)
        lines.append(renewalLines(review.claims));
    for (const TokenNote &note : m_sources.privacy.notes(review, domainOf(m_sources.subject)))
        lines.append(note.text.toHtmlEscaped());
    lines.append((renewsItself ? tr("Click to enter another client secret.")
                               : tr("Click to enter another token."))
                     .toHtmlEscaped());
    m_token->setToolTip("<qt>"_L1 + lines.join("<br>"_L1) + "</qt>"_L1);
}

//! Updates the token, too, because its tooltip names the tenant.
void SessionStatus::showPrivacy()
{
    m_privacy->setVisible(m_sources.privacy.isOn());
    showToken();
}

//! The tenant's word counts more than what the token says of itself, until the tenant answers or
//! there is another token. A page from the cache is no answer.
void SessionStatus::updateRefusal()
{
    const ConnectionBrowser &browser = m_sources.browser;
    const auto refusal = browser.error() ? refusedAccessText(*browser.error()) : std::nullopt;
    if (refusal) {
        m_refusal = *refusal;
        m_refusedAt = QDateTime::currentDateTimeUtc();
        m_refusedSource = browser.source();
    } else if (browser.source() != m_refusedSource.lock()
               || (browser.page() && browser.page()->readAt >= m_refusedAt)) {
        m_refusal.clear();
    }
    showToken();
}

void SessionStatus::showSource()
{
    // The welcome page says so itself.
    m_promise->setVisible(!std::holds_alternative<NoSubject>(m_sources.subject));
    updateRefusal();
    const ConnectionSourcePtr source = m_sources.browser.source();
    m_endpoint->setVisible(source && source->endpoint() == ConnectionEndpoint::EnabledConnections);
    m_endpoint->setEnabled(canRefresh(m_sources.subject)); // a file has no other list
    showBudget();
    showRefresh();
}

void SessionStatus::showBudget()
{
    const ConnectionSourcePtr source = m_sources.browser.source();
    const auto budget = source ? source->budget() : std::nullopt;
    m_budget->setVisible(budget.has_value());
    if (!budget)
        return;
    const QLocale locale;
    m_budget->setText(tr("API requests left: %1 of %2", "requests left")
                          .arg(locale.toString(budget->remaining), locale.toString(budget->limit)));
    m_budget->setToolTip(tr("API requests left until the rate limit, as of %1. All clients of the "
                            "tenant share them.")
                             .arg(locale.toString(budget->readAt.time(), u"HH:mm:ss")));
}

} // namespace Vestibule
