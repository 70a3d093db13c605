// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/tenantspage.h"

#include "models/visibletext.h"
#include "session/problemtext.h"
#include "session/profiletoken.h"
#include "session/tenantkindword.h"
#include "session/tenantsession.h"
#include "session/tokentext.h"
#include "widgets/controls/fieldhint.h"
#include "widgets/controls/kindcolor.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/settings/connectiontest.h"
#include "widgets/settings/tokendialog.h"

#include <QUuid>

#include "ui_tenantspage.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Ids are made once and never reused.
QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

TenantsPage::TenantsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TenantsPage>())
{
    m_ui->setupUi(this);
    m_ui->addButton->setIcon(symbolIcon(u"add"_s));
    m_ui->duplicateButton->setIcon(symbolIcon(u"copy"_s));
    m_ui->removeButton->setIcon(symbolIcon(u"remove"_s));
    for (const TenantKind kind :
         {TenantKind::Production, TenantKind::Staging, TenantKind::Development})
        m_ui->kindField->addItem(kindIcon(kind), tenantKindWord(kind), int(kind));
    m_ui->testLabel->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (QLabel *hint : {m_ui->domainHint, m_ui->organizationHint, m_ui->tokenHint})
        reserveLines(*hint, 2);
    m_ui->testLabel->setMinimumHeight(m_ui->tokenHint->minimumHeight());

    for (QLineEdit *field : std::initializer_list<QLineEdit *>{m_ui->nameField, m_ui->domainField,
                                                               m_ui->organizationField})
        connect(field, &QLineEdit::textChanged, this, &TenantsPage::takeFields);
    connect(m_ui->tokenField, &QLineEdit::textChanged, this, &TenantsPage::takeToken);
    connect(m_ui->kindField, &QComboBox::currentIndexChanged, this, &TenantsPage::takeFields);
    connect(m_ui->profileList, &QListWidget::currentRowChanged, this, &TenantsPage::showDraft);
    connect(m_ui->addButton, &QToolButton::clicked, this, [this] {
        addDraft({.profile = {.id = newId()}, .isKeptRead = true});
        m_ui->nameField->setFocus();
    });
    connect(m_ui->duplicateButton, &QToolButton::clicked, this, &TenantsPage::duplicateDraft);
    connect(m_ui->removeButton, &QToolButton::clicked, this, &TenantsPage::removeDraft);
    connect(m_ui->testButton, &QPushButton::clicked, this, &TenantsPage::startTest);
}

TenantsPage::~TenantsPage() = default;

void TenantsPage::setSession(TenantSession &session)
{
    m_session = &session;
    if (session.privacy().isOn()) {
        for (QLineEdit *field : {m_ui->nameField, m_ui->domainField, m_ui->organizationField})
            field->setEchoMode(QLineEdit::Password);
    }
    m_test = std::make_unique<ConnectionTest>(session.gateway(), session.privacy());
    connect(m_test.get(), &ConnectionTest::said, m_ui->testLabel, &QLabel::setText);
    connect(m_test.get(), &ConnectionTest::finished, this, &TenantsPage::validate);
    connect(&session.secrets(), &SecretVault::ready, this, &TenantsPage::validate);
    session.secrets().probe();

    const bool isOwnTenant =
        !session.isDemo() && !session.savedView() && !session.access().domain.isEmpty();
    const QString current = session.profile() ? session.profile()->id
        : isOwnTenant                         ? QString()
                                              : session.settings().currentProfileId();
    const QSignalBlocker blocker(m_ui->profileList); // one of them is shown, at the end
    int currentRow = 0;
    for (const Profile &profile : session.settings().profiles()) {
        if (profile.id == current)
            currentRow = int(m_drafts.size());
        addDraft({.profile = profile});
    }
    const bool isUnsaved = isOwnTenant && !session.profile();
    if (isUnsaved || m_drafts.isEmpty()) {
        currentRow = int(m_drafts.size());
        addDraft({.profile = {.id = newId()}, .isKeptRead = true});
    }
    ProfileDraft &draft = m_drafts[currentRow];
    if (isUnsaved) { // given at the start: one step makes a profile of it
        draft.profile.domain = session.access().domain.text();
        if (session.stage() == TenantSession::Stage::Browsing)
            draft.profile.organizationId = session.browser().request().organizationId;
    }
    if (isOwnTenant) {
        if (session.access().isComplete()) {
            draft.keptToken = session.access().token;
            draft.keptFor = session.access().domain;
            draft.isKeptRead = true;
        }
    }
    m_ui->profileList->setCurrentRow(currentRow);
    showDraft();
    if (draft.profile.domain.isEmpty())
        m_ui->nameField->setFocus();
}

int TenantsPage::currentIndex() const
{
    return m_ui->profileList->currentRow();
}

QString TenantsPage::problem() const
{
    for (const ProfileDraft &draft : m_drafts) {
        const QString reason = draft.problem();
        if (reason.isEmpty())
            continue;
        return draft.profile.name.isEmpty()
            ? reason
            : tr("%1: %2", "tenant: reason")
                  .arg(visibleText(m_session->privacy().name(draft.profile.name)), reason);
    }
    return {};
}

void TenantsPage::addDraft(const ProfileDraft &draft)
{
    m_drafts.append(draft);
    m_ui->profileList->addItem(QString());
    showListItem(int(m_drafts.size()) - 1);
    m_ui->profileList->setCurrentRow(int(m_drafts.size()) - 1);
}

void TenantsPage::duplicateDraft()
{
    if (currentIndex() < 0)
        return;
    ProfileDraft copy{.profile = m_drafts.at(currentIndex()).profile, .isKeptRead = true};
    copy.profile.id = newId();
    copy.profile.name = tr("%1 (copy)").arg(copy.profile.name);
    addDraft(copy);
}

void TenantsPage::removeDraft()
{
    const int index = currentIndex();
    if (index < 0)
        return;
    const QSignalBlocker blocker(m_ui->profileList); // rows and drafts do not fit meanwhile
    delete m_ui->profileList->takeItem(index);
    m_drafts.removeAt(index);
    showDraft();
}

void TenantsPage::showDraft()
{
    const int index = currentIndex();
    const bool hasDraft = index >= 0 && index < m_drafts.size();
    endTest();
    m_isShowing = true;
    if (hasDraft) // what was no token is not in the field any more
        m_drafts[index].tokenProblem.reset();
    const ProfileDraft draft = hasDraft ? m_drafts.at(index) : ProfileDraft();
    m_ui->nameField->setText(draft.profile.name);
    m_ui->kindField->setCurrentIndex(m_ui->kindField->findData(int(draft.profile.kind)));
    m_ui->domainField->setText(draft.profile.domain);
    m_ui->organizationField->setText(draft.profile.organizationId);
    m_ui->tokenField->wipe();
    m_isShowing = false;
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_ui->nameField, m_ui->kindField, m_ui->domainField, m_ui->organizationField,
             m_ui->tokenField, m_ui->duplicateButton, m_ui->removeButton})
        field->setEnabled(hasDraft);
    readKeptToken();
    validate();
}

void TenantsPage::takeFields()
{
    const int index = currentIndex();
    if (m_isShowing || index < 0 || index >= m_drafts.size())
        return;
    ProfileDraft &draft = m_drafts[index];
    draft.profile.name = m_ui->nameField->text();
    draft.profile.kind = TenantKind(m_ui->kindField->currentData().toInt());
    draft.profile.domain = m_ui->domainField->text();
    draft.profile.organizationId = m_ui->organizationField->text();
    endTest();
    showListItem(index);
    validate();
}

void TenantsPage::takeToken()
{
    if (m_isShowing || currentIndex() < 0)
        return;
    m_drafts[currentIndex()].typedToken = m_ui->tokenField->token();
    m_drafts[currentIndex()].tokenProblem = m_ui->tokenField->problem();
    endTest();
    validate();
}

void TenantsPage::readKeptToken()
{
    m_reading.reset();
    const int index = currentIndex();
    if (index < 0 || m_drafts.at(index).isKeptRead)
        return;
    const QString id = m_drafts.at(index).profile.id;
    const TenantDomain domain = m_drafts.at(index).domain(); // as it is kept; it may be edited soon
    m_reading = m_session->secrets().read(id);
    connect(m_reading.get(), &ReplyBase::finished, this, [this, id, domain] {
        const SecretReadPtr reply = std::move(m_reading);
        takeKeptToken(id, domain, reply);
    });
}

void TenantsPage::takeKeptToken(const QString &profileId, const TenantDomain &domain,
                                const SecretReadPtr &reply)
{
    for (ProfileDraft &draft : m_drafts) {
        if (draft.profile.id != profileId)
            continue;
        draft.isKeptRead = true;
        draft.keptFor = domain;
        if (reply->result() && *reply->result())
            draft.keptToken = tokenFromKept(**reply->result(), draft.keptFor);
    }
    validate();
}

void TenantsPage::validate()
{
    const int index = currentIndex();
    const bool hasDraft = index >= 0 && index < m_drafts.size();
    const ProfileDraft draft = hasDraft ? m_drafts.at(index) : ProfileDraft();
    const auto domain = TenantDomain::fromText(draft.profile.domain);
    showHint(*m_ui->domainHint,
             domain ? m_session->privacy().name(domain->origin().toString())
                    : tr("Such as acme.eu.auth0.com"),
             domain || draft.profile.domain.isEmpty() ? QString() : problemText(domain.error()));
    const QString id = draft.profile.organizationId.trimmed();
    const auto idProblem = organizationIdProblem(id);
    showHint(*m_ui->organizationHint, tr("org_ and 16 letters or digits"),
             idProblem && !id.isEmpty() ? problemText(*idProblem) : QString());
    const auto tokenProblem = draft.tokenProblem;
    showHint(*m_ui->tokenHint, tokenHint(draft, m_session->secrets()),
             tokenProblem ? problemText(*tokenProblem) : QString());

    const TenantAccess access = draft.access();
    m_ui->notesView->showNotes(
        access.token.isEmpty()
            ? QList<TokenNote>()
            : m_session->privacy().notes(
                reviewToken(access.token, access.domain, QDateTime::currentDateTimeUtc()),
                access.domain));
    m_ui->testButton->setEnabled(access.isComplete() && draft.problem().isEmpty()
                                 && !m_test->isRunning());
    Q_EMIT changed();
}

void TenantsPage::showListItem(int index)
{
    const ProfileDraft &draft = m_drafts.at(index);
    QListWidgetItem *item = m_ui->profileList->item(index);
    item->setText(draft.title().isEmpty() ? tr("New tenant")
                                          : visibleText(m_session->privacy().name(draft.title())));
    item->setIcon(kindIcon(draft.profile.kind));
}

void TenantsPage::endTest()
{
    m_test->cancel();
    m_ui->testLabel->clear();
}

void TenantsPage::startTest()
{
    const ProfileDraft &draft = m_drafts.at(currentIndex());
    m_test->start(draft.access(), draft.finished().organizationId);
    m_ui->testButton->setEnabled(false);
}

} // namespace Vestibule
