// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/connectwindow.h"

#include "core/managementurl.h"
#include "core/pastedtext.h"
#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/profilestore.h"
#include "session/tenantsession.h"
#include "session/tenanttext.h"
#include "session/tokentext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/formrows.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/settings/accessguide.h"
#include "widgets/settings/connecttext.h"
#include "widgets/settings/pastefield.h"
#include "widgets/settings/profiledraft.h"
#include "widgets/settings/tokenfield.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QLabel *makeWrappedLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    wrapPlainText(*label);
    return label;
}

QLineEdit *makeField(const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(name);
    return field;
}

MutedLabel *makeHint(const QString &name, QWidget *parent)
{
    auto *hint = new MutedLabel(parent);
    hint->setObjectName(name);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return hint;
}

//! Fields of which one is shown at a time, and the hint close below them.
QVBoxLayout *withHint(const QList<QWidget *> &fields, QWidget *hint)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(2);
    for (QWidget *field : fields)
        layout->addWidget(field);
    layout->addWidget(hint);
    return layout;
}

} // namespace

ConnectWindow::ConnectWindow(TenantSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_check(session.sourceFactory(), session.privacy())
    , m_newId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    setObjectName(u"connectWindow"_s);
    setWindowTitle(tr("Connect a tenant"));
    m_page = new ScrollPage(this);
    m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_page, 1);
    addButtons(*layout);
    if (session.privacy().isOn()) {
        for (QLineEdit *field : {m_domain, m_clientId, m_audience, m_name})
            field->setEchoMode(QLineEdit::Password);
    }
    connect(m_paste, &PasteField::entered, this, &ConnectWindow::distribute);
    for (QLineEdit *field :
         std::initializer_list<QLineEdit *>{m_domain, m_token, m_clientId, m_secret, m_audience})
        connect(field, &QLineEdit::textChanged, this, &ConnectWindow::validate);
    connect(m_byApplication, &QRadioButton::toggled, this, &ConnectWindow::validate);
    connect(m_guideButton, &QToolButton::toggled, this, [this](bool isOpen) {
        m_guide->setVisible(isOpen);
        if (!isOpen)
            return resizeBy(std::min(0, m_heightBeforeGuide - height()));
        m_heightBeforeGuide = height();
        fitToContent();
        m_page->ensureWidgetVisible(m_guide);
    });
    connect(&m_check, &AccessCheck::changed, this, &ConnectWindow::showCheck);
    connect(&m_check, &AccessCheck::finished, this, &ConnectWindow::end);
    connect(&session.secrets(), &FallbackSecretStore::stateChanged, this,
            &ConnectWindow::showNames);
    validate();
    m_paste->setFocus();
    constexpr QSize FirstSize(640, 1);
    resize(firstSize(scaledToFont(FirstSize), *this));
    m_ownHeight = height();
}

ConnectWindow::~ConnectWindow() = default;

QWidget *ConnectWindow::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_paste = new PasteField(content);
    m_paste->setObjectName(u"pasteField"_s);
    m_paste->setPlaceholderText(
        tr("A domain, the address of the Auth0 Dashboard, a token, a client ID and secret, lines "
           "of an .env file, a curl command: each part is put in its field below."));
    auto *pasteLabel = new QLabel(tr("&Paste what you have"), content);
    pasteLabel->setBuddy(m_paste);
    layout->addWidget(pasteLabel);
    layout->addWidget(m_paste);
    m_found = makeWrappedLabel(u"foundLabel"_s, content);
    m_found->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_found->hide();
    layout->addWidget(m_found);

    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(m_form);
    m_domain = makeField(u"domainField"_s, content);
    m_domain->setPlaceholderText(u"acme.eu.auth0.com"_s);
    m_domainHint = makeHint(u"domainHint"_s, content);
    auto *domainLabel = new QLabel(tr("&Domain"), content);
    domainLabel->setBuddy(m_domain);
    m_form->addRow(domainLabel, withHint({m_domain}, m_domainHint));
    m_name = makeField(u"nameField"_s, content);
    m_name->setMaxLength(100);
    m_form->addRow(tr("Na&me"), m_name);
    m_kind = new QComboBox(content);
    m_kind->setObjectName(u"kindField"_s);
    m_kind->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (const TenantKind kind :
         {TenantKind::Production, TenantKind::Staging, TenantKind::Development})
        m_kind->addItem(kindIcon(kind), tenantKindText(kind), int(kind));
    m_form->addRow(tr("&Kind"), m_kind);
    addAccess(content);

    m_notes = new TokenNotesView(content);
    m_notes->setObjectName(u"notesView"_s);
    m_notes->hide();
    layout->addWidget(m_notes);
    m_guideButton = new QToolButton(content);
    m_guideButton->setObjectName(u"guideButton"_s);
    m_guideButton->setText(tr("&How do I get access?"));
    m_guideButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_guideButton->setArrowType(Qt::RightArrow);
    m_guideButton->setCheckable(true);
    m_guideButton->setAutoRaise(true);
    m_guideButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_guideButton, &QToolButton::toggled, this, [this](bool isOpen) {
        m_guideButton->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    });
    m_guide = new AccessGuide(m_session.privacy(), content);
    m_guide->setObjectName(u"accessGuide"_s);
    m_guide->hide();
    layout->addWidget(m_guideButton, 0, Qt::AlignLeft);
    layout->addWidget(m_guide);
    layout->addStretch(1);
    return content;
}

void ConnectWindow::addAccess(QWidget *content)
{
    m_byApplication = new QRadioButton(tr("&Application"), content);
    m_byApplication->setObjectName(u"byApplication"_s);
    m_byApplication->setToolTip(tr("It signs in by itself, and its token renews automatically."));
    m_byApplication->setChecked(true);
    m_byToken = new QRadioButton(tr("API &token"), content);
    m_byToken->setObjectName(u"byToken"_s);
    m_byToken->setToolTip(tr("You enter a new one when it expires."));
    auto *choices = new QHBoxLayout;
    choices->setSpacing(16);
    choices->addWidget(m_byApplication);
    choices->addWidget(m_byToken);
    choices->addStretch(1);
    m_form->addRow(tr("Access"), choices);
    m_token = new TokenField(content);
    m_token->setObjectName(u"tokenField"_s);
    m_clientId = makeField(u"clientIdField"_s, content);
    m_form->addRow(tr("Client &ID"), m_clientId);
    m_secret = new SecretField(content);
    m_secret->setObjectName(u"clientSecretField"_s);
    m_secretLabel = new QLabel(content); // of the one that is shown
    m_secret->setAccessibleName(tr("Client s&ecret").remove(u'&'));
    m_token->setAccessibleName(tr("API tok&en").remove(u'&'));
    m_keepingHint = makeHint(u"keepingHint"_s, content);
    m_form->addRow(m_secretLabel, withHint({m_secret, m_token}, m_keepingHint));
    m_audience = makeField(u"audienceField"_s, content);
    m_audience->setPlaceholderText(u"https://acme.eu.auth0.com/api/v2/"_s);
    m_audienceHint = makeHint(u"audienceHint"_s, content);
    m_audienceRow = new QWidget(content);
    QVBoxLayout *audienceLayout = withHint({m_audience}, m_audienceHint);
    audienceLayout->setContentsMargins(0, 0, 0, 0);
    m_audienceRow->setLayout(audienceLayout);
    auto *audienceLabel = new QLabel(tr("A&udience"), content);
    audienceLabel->setBuddy(m_audience);
    m_form->addRow(audienceLabel, m_audienceRow);
}

void ConnectWindow::addButtons(QVBoxLayout &layout)
{
    m_reason = makeWrappedLabel(u"reasonLabel"_s, this);
    layout.addWidget(m_reason);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(u"buttons"_s);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(u"connectButton"_s);
    m_connect->setIcon(symbolIcon(u"connect"_s));
    m_connect->setDefault(true);
    m_sweep = buttons->addButton(tr("Connect and s&weep the tenant"), QDialogButtonBox::ActionRole);
    m_sweep->setAutoDefault(false);
    m_sweep->setObjectName(u"connectAndSweepButton"_s);
    m_sweep->setToolTip(tr("Reads the connections of all organizations"));
    buttons->setFocusProxy(nullptr); // it would lead Tab back to its first button
    layout.addWidget(buttons);
    connect(m_connect, &QPushButton::clicked, this, [this] { start(Next::Organizations); });
    connect(m_sweep, &QPushButton::clicked, this, [this] { start(Next::Sweep); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

TenantDomain ConnectWindow::domain() const
{
    const auto domain = TenantDomain::fromText(m_domain->text());
    return domain ? *domain : TenantDomain();
}

bool ConnectWindow::isApplication() const
{
    return m_byApplication->isChecked();
}

TenantAccess ConnectWindow::access() const
{
    TenantAccess access{.domain = domain()};
    if (!isApplication()) {
        if (const auto token = m_token->token())
            access.token = *token;
        return access;
    }
    access.application = {.clientId = lineOfText(m_clientId->text()), .secret = m_secret->secret()};
    if (!isCanonicalDomain(access.domain)) {
        const auto canonical = TenantDomain::fromText(m_audience->text());
        access.application.audience = canonical ? managementAudience(*canonical) : QString();
    }
    return access;
}

Profile ConnectWindow::profile() const
{
    const Settings &settings = m_session.settings();
    Profile profile = profileFor(domain(), settings.profiles(), settings.currentProfileId())
                          .value_or(Profile{.id = m_newId});
    profile.domain = domain().text();
    const QString name = lineOfText(m_name->text());
    profile.name = !name.isEmpty() ? name
        : profile.name.isEmpty()   ? tenantNameOf(domain())
                                   : profile.name;
    profile.kind = TenantKind(m_kind->currentData().toInt());
    return withAccess(profile, access());
}

ConnectWindow::Problem ConnectWindow::problem() const
{
    const auto domain = TenantDomain::fromText(m_domain->text());
    if (!domain) {
        return {m_session.privacy().isOn() ? problemText(domain.error())
                                           : problemText(domain.error(), m_domain->text()),
                m_domain};
    }
    if (!isApplication()) {
        if (const auto problem = m_token->problem())
            return {problemText(*problem), m_token};
        if (m_token->text().isEmpty())
            return {tr("Enter a token, or paste it above."), m_token};
        return {};
    }
    const TenantAccess chosen = access();
    if (chosen.application.clientId.isEmpty())
        return {tr("Enter the client ID of the application, or paste it above."), m_clientId};
    if (chosen.application.secret.isEmpty())
        return {tr("Enter the client secret of the application, or paste it above."), m_secret};
    if (!isCanonicalDomain(*domain) && chosen.application.audience.isEmpty())
        return {tr("With a custom domain, also enter the tenant's Auth0 domain as the audience."),
                m_audience};
    return {};
}

//! The one of the two that is shown.
QLineEdit *ConnectWindow::secretField() const
{
    return isApplication() ? static_cast<QLineEdit *>(m_secret) : m_token;
}

//! The field with a mistake, as far as one is known, otherwise the button that connects.
QWidget *ConnectWindow::whereItGoesOn() const
{
    if (QLineEdit *field = problem().field)
        return field;
    if (!m_check.error())
        return m_connect;
    switch (errorAction(*m_check.error())) {
    case ErrorAction::EnterToken:
        return secretField();
    case ErrorAction::OpenTenantSettings:
        return m_domain;
    case ErrorAction::Retry:
    case ErrorAction::ChooseOrganization:
    case ErrorAction::UseOlderList:
    case ErrorAction::OpenNetworkSettings:
        return m_connect;
    }
    Q_UNREACHABLE();
}

void ConnectWindow::showGuide()
{
    m_guideButton->setChecked(true);
}

void ConnectWindow::distribute(const QString &text)
{
    const QWidget *focusBefore = focusWidget();
    const PastedAccess found = pastedAccess(text);
    if (!found.domain.isEmpty())
        m_domain->setText(found.domain.text());
    if (!found.token.isEmpty())
        m_token->setSecret(found.token.secret());
    if (!found.clientId.isEmpty())
        m_clientId->setText(found.clientId);
    if (!found.clientSecret.isEmpty())
        m_secret->setSecret(found.clientSecret);
    if (!found.audience.isEmpty())
        m_audience->setText(found.audience);
    if (!found.organizationId.isEmpty())
        m_organizationId = found.organizationId;
    const bool hasApplication = !found.clientId.isEmpty() || !found.clientSecret.isEmpty();
    if (hasApplication) // also beside a token: it renews itself
        m_byApplication->setChecked(true);
    else if (!found.token.isEmpty())
        m_byToken->setChecked(true);
    m_found->setText(foundText(found, m_session.privacy()));
    m_found->show();
    const bool isTaken = !found.domain.isEmpty() || !found.token.isEmpty() || hasApplication
        || !found.audience.isEmpty() || !found.organizationId.isEmpty();
    if (isTaken)
        m_paste->clear();
    validate();
    fitToContent();
    const bool isPasted = focusBefore == m_paste && isTaken && m_connect->isEnabled();
    // What had it was disabled or hidden.
    const QWidget *focusNow = focusWidget();
    const bool isLost = focusNow != focusBefore || (focusNow && !focusNow->isVisibleTo(this));
    if (isPasted || isLost)
        whereItGoesOn()->setFocus();
}

void ConnectWindow::validate()
{
    m_check.cancel();
    const bool isCustom = !domain().isEmpty() && !isCanonicalDomain(domain());
    m_token->setVisible(!isApplication());
    m_secret->setVisible(isApplication());
    m_secretLabel->setText(isApplication() ? tr("Client s&ecret") : tr("API tok&en"));
    m_secretLabel->setBuddy(isApplication() ? m_secret : m_token);
    setRowShown(*m_form, *m_clientId, isApplication());
    setRowShown(*m_form, *m_audienceRow, isApplication() && isCustom);
    showNames();
    m_guide->showFor(domain(), lineOfText(m_clientId->text()));
    showCheck();
    growToContent();
}

//! What the domain says, what the profile will be called, and where its secret is kept.
void ConnectWindow::showNames()
{
    const PrivacyMode &privacy = m_session.privacy();
    const TenantDomain shown = domain();
    const Settings &settings = m_session.settings();
    const auto known = profileFor(shown, settings.profiles(), settings.currentProfileId());
    const QString title = known ? displaySafe(privacy.name(known->name)) : QString();
    showHint(
        *m_domainHint,
        known ? tr("This tenant is in the settings as %1: its access will be replaced.").arg(title)
            : shown.isEmpty() ? tr("The tenant's Auth0 domain or a custom domain")
                              : privacy.name(shown.origin().toString()),
        shown.isEmpty() && !m_domain->text().isEmpty() ? problem().text : QString());
    m_name->setPlaceholderText(known ? title : privacy.name(tenantNameOf(shown)));
    showHint(*m_audienceHint,
             tr("This is a custom domain: the audience needs the tenant's Auth0 domain, such as "
                "acme.eu.auth0.com."),
             audienceProblem(m_audience->text()));
    const FallbackSecretStore &secrets = m_session.secrets();
    const auto tokenProblem = isApplication() ? std::nullopt : m_token->problem();
    showHint(*m_keepingHint,
             !secrets.isReady()
                 ? tr("Saved in the keyring, otherwise for this session only; never in a file.")
                 : secrets.isPersistent()
                 ? tr("Saved in the keyring, never in a file.")
                 : tr("Kept for this session only (no keyring available), never in a file."),
             tokenProblem ? problemText(*tokenProblem) : QString());
}

//! About the token before the check, and then what the check has found out.
void ConnectWindow::showNotes()
{
    QList<TokenNote> notes;
    for (const AccessCheck::Finding &finding : m_check.findings()) {
        notes.append(
            {.severity = finding.isGood ? TokenNote::Severity::Good : TokenNote::Severity::Warning,
             .text = finding.text});
    }
    const TenantAccess chosen = access();
    if (notes.isEmpty() && !chosen.token.isEmpty()) {
        notes = m_session.privacy().notes(
            reviewToken(chosen.token, chosen.domain, QDateTime::currentDateTimeUtc()),
            chosen.domain);
    }
    m_notes->showNotes(notes);
    m_notes->setVisible(!notes.isEmpty());
    if (notes.isEmpty())
        return;
    m_notes->fitTo(m_page->viewport()->width());
    growToContent();
    m_page->ensureWidgetVisible(m_notes);
}

//! As far as the screen allows. The window does not shrink under what is typed.
void ConnectWindow::growToContent()
{
    if (const int missing = missingHeight(); missing > 0)
        resizeBy(missing);
}

//! After something was pasted or unfolded, no empty room is left of what was shown before.
void ConnectWindow::fitToContent()
{
    const int missing = missingHeight();
    if (missing > 0 || height() == m_ownHeight) // otherwise the user has chosen the height
        resizeBy(missing);
}

//! How much higher the page had to be for its content, which wraps at the page's width; less than
//! nothing if there is room left.
int ConnectWindow::missingHeight() const
{
    if (!isVisible())
        return 0;
    m_page->widget()->layout()->activate();
    layout()->activate(); // the reason below the page takes its height first
    constexpr int Rounding = 2;
    return heightForTexts(*m_page->widget(), m_page->viewport()->width()) + Rounding
        - m_page->viewport()->height();
}

void ConnectWindow::resizeBy(int change)
{
    if (!isVisible() || change == 0)
        return;
    growTo({minimumSizeHint().width(), height() + change}, *this);
    if (change < 0)
        resize(width(), height() + change);
    m_ownHeight = height();
}

void ConnectWindow::showCheck()
{
    showNotes();
    const QString missing = problem().text;
    const bool isIncomplete = m_check.outcome() == AccessCheck::Outcome::Incomplete;
    m_reason->setText(m_check.isRunning() ? m_check.progress()
                          : isIncomplete
                          ? tr("The tenant can be connected, but something is missing.")
                          : missing);
    const bool canConnect = missing.isEmpty(); // also while it runs: the focus stays on the button
    if (!canConnect && (focusWidget() == m_connect || focusWidget() == m_sweep))
        whereItGoesOn()->setFocus(); // Qt would choose the button that cancels
    m_connect->setText(isIncomplete ? tr("&Connect anyway") : tr("&Connect"));
    m_connect->setEnabled(canConnect);
    m_sweep->setEnabled(canConnect && !isIncomplete);
}

//! A second press connects although something is missing.
void ConnectWindow::start(Next next)
{
    m_next = next;
    if (m_check.isRunning())
        return;
    if (m_check.outcome() == AccessCheck::Outcome::Incomplete)
        return keep();
    m_startFocus = focusWidget();
    m_check.start(access(), m_organizationId);
}

//! If the user has moved the focus meanwhile, it stays there. A wrong text is selected.
void ConnectWindow::end()
{
    if (m_check.outcome() == AccessCheck::Outcome::Good)
        return keep();
    if (focusWidget() == m_startFocus || (m_startFocus && !m_startFocus->isEnabled()))
        whereItGoesOn()->setFocus(Qt::TabFocusReason);
}

void ConnectWindow::keep()
{
    const TenantAccess chosen = access();
    const Profile own = profile();
    QList<Profile> profiles = m_session.settings().profiles();
    const auto before = std::ranges::find(profiles, own.id, &Profile::id);
    if (before == profiles.end())
        profiles.append(own);
    else
        *before = own;
    m_token->wipe();
    m_secret->wipe();
    accept();
    m_session.profileStore().setProfiles(profiles);
    m_session.profileStore().keepSecret(own.id, chosen);
    m_session.openProfile(
        own, chosen.signsIn() ? GivenAccess(chosen.application) : GivenAccess(chosen.token));
    if (!m_organizationId.isEmpty())
        m_session.openOrganization(m_organizationId);
    Q_EMIT connected(m_next);
}

} // namespace Vestibule
