// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settingsdialog.h"

#include "app/errortext.h"
#include "widgets/symbolicon.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

#include "ui_settingsdialog.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A hint is quiet, a complaint is not; an untouched empty field is not complained about.
void showHint(QLabel *label, const QString &hint, const QString &problem)
{
    label->setPalette(problem.isEmpty() ? mutedPalette() : QGuiApplication::palette());
    QFont font = label->font();
    font.setBold(!problem.isEmpty());
    label->setFont(font);
    label->setText(problem.isEmpty() ? hint : problem);
}

} // namespace

SettingsDialog::SettingsDialog(TenantSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    const Settings &settings = session.settings();
    const bool isOwnTenant = !session.isDemo() && !session.access().domain.isEmpty();
    m_ui->domainField->setText(isOwnTenant ? session.access().domain.text()
                                           : settings.tenantDomain());
    // The one on screen: whoever enters a new token wants to go on where the old one expired.
    m_ui->organizationField->setText(isOwnTenant ? session.browser().request().organizationId
                                                 : settings.organizationId());
    m_ui->rowsField->setRange(PageRequest::MinimumSize, PageRequest::MaximumSize);
    m_ui->rowsField->setValue(settings.rowsPerPage());
    for (QLineEdit *field : {m_ui->domainField, m_ui->tokenField, m_ui->organizationField})
        connect(field, &QLineEdit::textChanged, this, &SettingsDialog::validate);
    connect(m_ui->testButton, &QPushButton::clicked, this, &SettingsDialog::test);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Room for the longest text in every language, no more and no less: a complaint moves nothing.
    const auto reserve = [](QLabel *hint, int lines) {
        hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        hint->setFixedHeight(lines * hint->fontMetrics().lineSpacing() + 4);
    };
    reserve(m_ui->domainHint, 2);
    reserve(m_ui->tokenHint, 3);
    reserve(m_ui->organizationHint, 2);
    m_ui->testLabel->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_ui->testLabel->setMinimumHeight(m_ui->domainHint->height());
    validate();
    constexpr int FirstWidth = 680;
    resize(FirstWidth, std::max(sizeHint().height(), layout()->totalHeightForWidth(FirstWidth)));
}

SettingsDialog::~SettingsDialog() = default;

SettingsDialog::Choice SettingsDialog::choice() const
{
    return {.access = m_access,
            .organizationId = organizationId(),
            .rowsPerPage = m_ui->rowsField->value()};
}

void SettingsDialog::validate()
{
    m_testReply.reset();
    m_testSource.reset();
    m_ui->testLabel->clear();

    const auto domain = TenantDomain::fromText(m_ui->domainField->text());
    const bool isDomainTyped = !m_ui->domainField->text().isEmpty();
    m_access.domain = domain ? *domain : TenantDomain();
    showHint(m_ui->domainHint,
             domain ? domain->origin().toString() : tr("Such as acme.eu.auth0.com"),
             domain || !isDomainTyped ? QString() : problemText(domain.error()));

    const QString tokenText = m_ui->tokenField->text();
    const auto typed = AccessToken::fromText(tokenText);
    m_access.token = token(m_access.domain).value_or(AccessToken());
    showHint(m_ui->tokenHint, tokenHint(m_access.domain),
             typed || tokenText.isEmpty() ? QString() : problemText(typed.error()));

    const auto idProblem = organizationIdProblem(organizationId());
    const bool isIdTyped = !m_ui->organizationField->text().isEmpty();
    showHint(m_ui->organizationHint, tr("org_ and 16 letters or digits"),
             idProblem && isIdTyped ? problemText(*idProblem) : QString());

    const bool isValid = m_access.isComplete() && !idProblem;
    m_ui->testButton->setEnabled(isValid);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(isValid);
}

//! One real request, for one row.
void SettingsDialog::test()
{
    m_testSource = m_session.makeSource(m_access);
    m_testReply = m_testSource->fetchPage({.organizationId = organizationId(), .size = 1});
    connect(m_testReply.get(), &ReplyBase::finished, this, &SettingsDialog::showTestResult);
    connect(m_testReply.get(), &ReplyBase::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                m_ui->testLabel->setText(
                    waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
            });
    m_ui->testButton->setEnabled(false);
    m_ui->testLabel->setText(tr("Asking %1...").arg(m_access.domain.text()));
}

void SettingsDialog::showTestResult()
{
    const auto reply = std::move(m_testReply);
    m_ui->testButton->setEnabled(true);
    const auto &result = reply->result();
    if (!result)
        return m_ui->testLabel->setText(errorText(result.error(), m_access.domain.text()));
    const QString host = m_access.domain.text();
    m_ui->testLabel->setText(
        result->total
            ? tr("%1 answers: the organization has %n connection(s).", nullptr, int(*result->total))
                  .arg(host)
            : tr("%1 answers.").arg(host));
}

QString SettingsDialog::organizationId() const
{
    return m_ui->organizationField->text().trimmed();
}

std::optional<AccessToken> SettingsDialog::token(const TenantDomain &domain) const
{
    if (const QString text = m_ui->tokenField->text(); !text.isEmpty()) {
        const auto typed = AccessToken::fromText(text);
        return typed ? std::optional(*typed) : std::nullopt;
    }
    if (!domain.isEmpty() && domain == m_session.access().domain)
        return m_session.access().token;
    return {};
}

QString SettingsDialog::tokenHint(const TenantDomain &domain) const
{
    const bool isTyped = !m_ui->tokenField->text().isEmpty();
    const bool isKept = !isTyped && token(domain).has_value() && !m_access.token.isEmpty();
    if (isKept) {
        return tr("A token is kept for this session only. Leave the field empty to go on with it.");
    }
    return tr("Kept for this session only, and never written to a file. It needs the scope "
              "read:organization_connections and nothing more.");
}

} // namespace Vestibule
