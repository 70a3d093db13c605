// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/tokendialog.h"

#include "session/errortext.h"
#include "session/tenantsession.h"
#include "session/tenanttext.h"
#include "session/tokentext.h"
#include "widgets/controls/fontscale.h"

#include <QDateTime>
#include <QPushButton>

#include "ui_tokendialog.h"

namespace Vestibule {

namespace {

QString tenantText(const Subject &subject, const PrivacyMode &privacy)
{
    const QString host = privacy.name(domainOf(subject).text());
    const Profile *profile = profileOf(subject);
    if (!profile)
        return TokenDialog::tr("A Management API token for %1.").arg(host);
    return TokenDialog::tr("A Management API token for %1 (%2, %3).")
        .arg(tenantName(subject, privacy), tenantKindText(profile->kind), host);
}

//! Says where the new token will be kept. The keyring is not asked before there is one.
QString tokenKeepingText(TenantSession &session)
{
    if (!profileOf(session.subject()) && session.access().isComplete())
        return TokenDialog::tr("It is kept for this session only: this tenant is in no profile.");
    if (!session.secrets().problem())
        return TokenDialog::tr("It is kept in the keyring, and never in a file.");
    return TokenDialog::tr("It is kept for this session only (no keyring found), and never in a "
                           "file.");
}

} // namespace

TokenDialog::TokenDialog(TenantSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_domain(session.access().domain)
    , m_ui(std::make_unique<Ui::TokenDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Enter a token"));
    m_ui->tenantLabel->setText(tenantText(session.subject(), session.privacy()));
    connect(m_ui->tokenField, &QLineEdit::textChanged, this, &TokenDialog::validate);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &TokenDialog::useToken);
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

void TokenDialog::validate()
{
    const auto token = m_ui->tokenField->token();
    const auto problem = m_ui->tokenField->problem();
    m_ui->tokenHint->setText(problem ? problemText(*problem) : tokenKeepingText(m_session));
    m_ui->notesView->showNotes(
        token ? m_session.privacy().notes(
            reviewToken(*token, m_domain, QDateTime::currentDateTimeUtc()), m_domain)
              : QList<TokenNote>());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(token && !m_domain.isEmpty());
}

void TokenDialog::useToken()
{
    const auto token = m_ui->tokenField->token();
    m_ui->tokenField->wipe();
    accept();
    if (!token || m_session.access().domain != m_domain)
        return;
    m_session.replaceToken(*token);
    Q_EMIT entered();
}

} // namespace Vestibule
