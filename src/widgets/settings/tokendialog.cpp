// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/tokendialog.h"

#include "core/pastedtext.h"
#include "session/errortext.h"
#include "session/tenantsession.h"
#include "session/tenanttext.h"
#include "session/tokentext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/formrows.h"
#include "widgets/controls/labels.h"

#include <QDateTime>
#include <QPushButton>

#include "ui_tokendialog.h"

namespace Vestibule {

namespace {

QString tenantText(const Subject &subject, const PrivacyMode &privacy, bool isApplication)
{
    const QString host = privacy.name(domainOf(subject).text());
    const Profile *profile = profileOf(subject);
    if (isApplication && !profile)
        return TokenDialog::tr("The application that signs in to %1.").arg(host);
    if (isApplication) {
        return TokenDialog::tr("The application that signs in to %1 (%2, %3).")
            .arg(tenantName(subject, privacy), tenantKindText(profile->kind), host);
    }
    if (!profile)
        return TokenDialog::tr("A Management API token for %1.").arg(host);
    return TokenDialog::tr("A Management API token for %1 (%2, %3).")
        .arg(tenantName(subject, privacy), tenantKindText(profile->kind), host);
}

//! Says where the new token will be kept. The keyring is not asked before there is one.
QString tokenKeepingText(TenantSession &session)
{
    if (!profileOf(session.subject()) && session.access().isComplete())
        return TokenDialog::tr("Kept for this session only: this tenant is not in the settings.");
    if (!session.secrets().problem())
        return TokenDialog::tr("Saved in the keyring, never in a file.");
    return TokenDialog::tr("Kept for this session only (no keyring available), never in a file.");
}

} // namespace

bool isReadByApplication(const TenantSession &session)
{
    const Profile *profile = profileOf(session.subject());
    return session.access().signsIn()
        || (profile && profile->access == AccessKind::Application
            && session.access().token.isEmpty());
}

TokenDialog::TokenDialog(TenantSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_domain(session.access().domain)
    , m_isApplication(isReadByApplication(session))
    , m_ui(std::make_unique<Ui::TokenDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(m_isApplication ? tr("Enter the client secret") : tr("Enter a token"));
    m_ui->tenantLabel->setText(tenantText(session.subject(), session.privacy(), m_isApplication));
    setRowShown(*m_ui->fieldLayout, *m_ui->clientIdField, m_isApplication);
    m_ui->notesView->setVisible(!m_isApplication);
    if (m_isApplication) {
        const Profile *profile = profileOf(session.subject());
        const ClientCredentials &used = session.access().application;
        const bool isUsed = session.access().signsIn();
        m_audience = isUsed || !profile ? used.audience : profile->audience;
        m_ui->clientIdField->setText(isUsed || !profile ? used.clientId : profile->clientId);
        if (session.privacy().isOn())
            m_ui->clientIdField->setEchoMode(QLineEdit::Password);
        m_ui->tokenLabel->setText(tr("Client &secret"));
        m_ui->tokenField->setFocus();
    }
    connect(m_ui->clientIdField, &QLineEdit::textChanged, this, &TokenDialog::validate);
    connect(m_ui->tokenField, &QLineEdit::textChanged, this, &TokenDialog::validate);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &TokenDialog::use);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&session.secrets(), &FallbackSecretStore::stateChanged, this, &TokenDialog::validate);
    connect(&session, &TenantSession::changed, this, [this] {
        if (m_session.access().domain != m_domain)
            reject();
    });
    validate();
    constexpr QSize FirstSize(560, 1);
    resize(fittedToScreen({scaledToFont(FirstSize).width(), sizeHint().height()}, *this));
}

TokenDialog::~TokenDialog() = default;

ClientCredentials TokenDialog::application() const
{
    return {.clientId = lineOfText(m_ui->clientIdField->text()),
            .secret = m_ui->tokenField->secret(),
            .audience = m_audience};
}

void TokenDialog::validate()
{
    QPushButton *ok = m_ui->buttons->button(QDialogButtonBox::Ok);
    if (m_isApplication) {
        showHint(*m_ui->tokenHint, tokenKeepingText(m_session), {});
        ok->setEnabled(application().isComplete() && !m_domain.isEmpty());
        return;
    }
    const auto token = m_ui->tokenField->token();
    const auto problem = m_ui->tokenField->problem();
    showHint(*m_ui->tokenHint, tokenKeepingText(m_session),
             problem ? problemText(*problem) : QString());
    m_ui->notesView->showNotes(
        token ? m_session.privacy().notes(
            reviewToken(*token, m_domain, QDateTime::currentDateTimeUtc()), m_domain)
              : QList<TokenNote>());
    ok->setEnabled(token && !m_domain.isEmpty());
}

void TokenDialog::use()
{
    const ClientCredentials application =
        m_isApplication ? this->application() : ClientCredentials();
    const auto token = m_ui->tokenField->token();
    m_ui->tokenField->wipe();
    accept();
    if (m_session.access().domain != m_domain)
        return;
    if (m_isApplication)
        m_session.replaceApplication(application);
    else if (token)
        m_session.replaceToken(*token);
    else
        return;
    Q_EMIT entered();
}

} // namespace Vestibule
