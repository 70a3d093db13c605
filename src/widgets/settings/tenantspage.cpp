// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/tenantspage.h"

#include "core/organization.h"
#include "core/shortened.h"
#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/privacymode.h"
#include "session/profilestore.h"
#include "session/tenanttext.h"
#include "session/tokentext.h"
#include "widgets/controls/formrows.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/settings/accesscheck.h"

#include <QDateTime>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QUuid>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "ui_tenantspage.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestName = 40; //!< of a tenant within a sentence, in characters

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

//! With an application, as the window that connects a tenant begins.
ProfileDraft newDraft()
{
    return {.profile = {.id = newId(), .access = AccessKind::Application}};
}

//! Draws the dot of a tenant close to its name, as in the field of its kind: a padded list has its
//! padding twice between the two.
class ProfileDelegate final : public QStyledItemDelegate {
public:
    static constexpr int IconSide = 16;
    static constexpr int Gap = 4; //!< beside the icon, whose dot has a margin, too

    using QStyledItemDelegate::QStyledItemDelegate;

    //! What a row needs beside its text.
    static int roomBesideText(const QListView &list) { return textStart(list) + padding(list); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        QStyleOptionViewItem text = row;
        row.text.clear();
        const QStyle &style = *option.widget->style();
        style.drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);
        text.icon = {};
        text.features.setFlag(QStyleOptionViewItem::HasDecoration, false);
        text.backgroundBrush = Qt::NoBrush;
        for (const auto drawn :
             {QStyle::State_Selected, QStyle::State_HasFocus, QStyle::State_MouseOver})
            text.state.setFlag(drawn, false);
        const int start = textStart(*option.widget) - padding(*option.widget);
        text.rect =
            QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(start, 0, 0, 0));
        style.drawControl(QStyle::CE_ItemViewItem, &text, painter, option.widget);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        constexpr int Room = 11; // above and below a name, together
        return {0, std::max(option.fontMetrics.height(), IconSide) + Room};
    }

private:
    static int padding(const QWidget &list)
    {
        return list.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &list) + 1;
    }
    static int textStart(const QWidget &list) { return padding(list) + IconSide + Gap; }
};

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
        m_ui->kindField->addItem(kindIcon(kind), tenantKindText(kind), int(kind));
    reserveLines(*m_ui->domainHint, 1);
    reserveLines(*m_ui->organizationHint, 1);
    reserveLines(*m_ui->tokenHint, 2);
    // One label for both: it is beside the one that is shown.
    m_ui->clientSecretField->setAccessibleName(tr("Client &secret").remove(u'&'));
    m_ui->tokenField->setAccessibleName(tr("A&PI token").remove(u'&'));
    constexpr int LeastNotes = 3; // where the page is scrolled
    m_ui->notesView->setMinimumHeight(m_ui->notesView->heightOfNotes(LeastNotes));
    m_ui->profileList->setProperty(ProgramStyle::PaddedProperty, true);
    m_ui->profileList->setItemDelegate(new ProfileDelegate(m_ui->profileList));
    m_ui->profileList->setIconSize({ProfileDelegate::IconSide, ProfileDelegate::IconSide});
    fitList(QWIDGETSIZE_MAX);

    for (QLineEdit *field : std::initializer_list<QLineEdit *>{
             m_ui->nameField, m_ui->domainField, m_ui->organizationField, m_ui->clientIdField,
             m_ui->audienceField})
        connect(field, &QLineEdit::textChanged, this, &TenantsPage::updateDraft);
    connect(m_ui->byApplication, &QRadioButton::toggled, this, &TenantsPage::updateDraft);
    connect(m_ui->tokenField, &QLineEdit::textChanged, this, &TenantsPage::updateDraftToken);
    connect(m_ui->clientSecretField, &QLineEdit::textChanged, this,
            &TenantsPage::updateDraftSecret);
    connect(m_ui->kindField, &QComboBox::currentIndexChanged, this, &TenantsPage::updateDraft);
    connect(m_ui->profileList, &QListWidget::currentRowChanged, this, &TenantsPage::showDraft);
    connect(m_ui->addButton, &QToolButton::clicked, this, [this] {
        if (hasOnlyAnEmptyDraft()) {
            m_ui->profileList->item(0)->setHidden(false);
            validate();
        } else {
            addDraft(newDraft());
        }
        m_ui->domainField->setFocus();
    });
    connect(m_ui->duplicateButton, &QToolButton::clicked, this, &TenantsPage::duplicateDraft);
    connect(m_ui->removeButton, &QToolButton::clicked, this, &TenantsPage::removeDraft);
    connect(m_ui->testButton, &QPushButton::clicked, this, &TenantsPage::startTest);
}

TenantsPage::~TenantsPage() = default;

void TenantsPage::showTenants(const Environment &environment, const Tenants &tenants)
{
    m_secrets = &environment.secrets;
    m_privacy = &environment.privacy;
    if (m_privacy->isOn()) {
        for (QLineEdit *field : {m_ui->nameField, m_ui->domainField, m_ui->organizationField,
                                 m_ui->clientIdField, m_ui->audienceField})
            field->setEchoMode(QLineEdit::Password);
    }
    m_test = std::make_unique<AccessCheck>(environment.sourceFactory, environment.privacy);
    connect(m_test.get(), &AccessCheck::changed, this, &TenantsPage::showTest);
    connect(m_test.get(), &AccessCheck::finished, this, &TenantsPage::validate);
    connect(m_secrets, &FallbackSecretStore::stateChanged, this, &TenantsPage::validate);

    const bool isOwnTenant = canEnterToken(tenants.subject);
    const Profile *profile = profileOf(tenants.subject);
    const bool isUnsaved = isOwnTenant && !profile;
    const QString currentId = profile ? profile->id : isUnsaved ? QString() : tenants.currentId;
    const QSignalBlocker blocker(m_ui->profileList); // showDraft() follows at the end
    int currentRow = 0;
    for (const Profile &saved : tenants.saved) {
        if (saved.id == currentId)
            currentRow = int(m_drafts.size());
        addDraft({.profile = saved, .unread = saved});
    }
    if (isUnsaved || m_drafts.isEmpty()) {
        currentRow = int(m_drafts.size());
        addDraft(newDraft());
    }
    ProfileDraft &draft = m_drafts[currentRow];
    if (isUnsaved) { // from the command line; OK saves it as a profile, also without a secret
        draft.profile.access = AccessKind::Token;
        draft.profile.domain = domainOf(tenants.subject).text();
        draft.profile.organizationId = tenants.organizationId;
    }
    if (isUnsaved && tenants.access.isComplete())
        draft.profile = withAccess(draft.profile, tenants.access);
    if (isOwnTenant && tenants.access.isComplete()) {
        draft.kept = tenants.access;
        draft.unread.reset();
    }
    m_ui->profileList->setCurrentRow(currentRow);
    showDraft();
    if (draft.profile.domain.isEmpty())
        m_ui->domainField->setFocus();
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
                  .arg(displaySafe(shortened(m_privacy->name(draft.profile.name), LongestName)),
                       reason);
    }
    return {};
}

void TenantsPage::addDraft(const ProfileDraft &draft)
{
    m_drafts.append(draft);
    m_ui->profileList->addItem(QString());
    updateListItem(int(m_drafts.size()) - 1);
    m_ui->profileList->setCurrentRow(int(m_drafts.size()) - 1);
}

void TenantsPage::duplicateDraft()
{
    if (currentIndex() < 0)
        return;
    ProfileDraft copy{.profile = m_drafts.at(currentIndex()).profile};
    copy.profile.id = newId();
    copy.profile.name = tr("%1 (copy)").arg(copy.profile.name);
    addDraft(copy);
}

void TenantsPage::removeDraft()
{
    const int index = currentIndex();
    if (index < 0)
        return;
    const QSignalBlocker blocker(m_ui->profileList); // until rows and drafts correspond again
    delete m_ui->profileList->takeItem(index);
    m_drafts.removeAt(index);
    if (m_drafts.isEmpty()) // the button will be disabled, and Qt would give its focus to OK
        m_ui->addButton->setFocus();
    showDraft();
}

void TenantsPage::showDraft()
{
    const int index = currentIndex();
    const bool hasDraft = index >= 0 && index < m_drafts.size();
    endTest();
    m_isShowing = true;
    if (hasDraft) // the token field is cleared below
        m_drafts[index].tokenProblem.reset();
    const ProfileDraft draft = hasDraft ? m_drafts.at(index) : ProfileDraft();
    m_ui->nameField->setText(draft.profile.name);
    m_ui->kindField->setCurrentIndex(m_ui->kindField->findData(int(draft.profile.kind)));
    m_ui->domainField->setText(draft.profile.domain);
    m_ui->organizationField->setText(draft.profile.organizationId);
    (draft.isApplication() ? m_ui->byApplication : m_ui->byToken)->setChecked(true);
    m_ui->clientIdField->setText(draft.profile.clientId);
    m_ui->audienceField->setText(draft.profile.audience);
    m_ui->tokenField->wipe();
    m_ui->clientSecretField->wipe();
    m_isShowing = false;
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_ui->nameField, m_ui->kindField, m_ui->domainField, m_ui->organizationField,
             m_ui->byToken, m_ui->byApplication, m_ui->tokenField, m_ui->clientIdField,
             m_ui->clientSecretField, m_ui->audienceField})
        field->setEnabled(hasDraft);
    validate();
}

void TenantsPage::updateDraft()
{
    const int index = currentIndex();
    if (m_isShowing || index < 0 || index >= m_drafts.size())
        return;
    ProfileDraft &draft = m_drafts[index];
    draft.profile.name = m_ui->nameField->text();
    draft.profile.kind = TenantKind(m_ui->kindField->currentData().toInt());
    draft.profile.domain = m_ui->domainField->text();
    draft.profile.organizationId = m_ui->organizationField->text();
    draft.profile.access =
        m_ui->byApplication->isChecked() ? AccessKind::Application : AccessKind::Token;
    draft.profile.clientId = m_ui->clientIdField->text();
    draft.profile.audience = m_ui->audienceField->text();
    endTest();
    updateListItem(index);
    validate();
}

void TenantsPage::updateDraftToken()
{
    if (m_isShowing || currentIndex() < 0)
        return;
    m_drafts[currentIndex()].typedToken = m_ui->tokenField->token();
    m_drafts[currentIndex()].tokenProblem = m_ui->tokenField->problem();
    endTest();
    validate();
}

void TenantsPage::updateDraftSecret()
{
    if (m_isShowing || currentIndex() < 0)
        return;
    m_drafts[currentIndex()].typedSecret = m_ui->clientSecretField->secret();
    endTest();
    validate();
}

void TenantsPage::validate()
{
    const int index = currentIndex();
    const bool hasDraft = index >= 0 && index < m_drafts.size();
    const ProfileDraft draft = hasDraft ? m_drafts.at(index) : ProfileDraft();
    const auto domain = TenantDomain::fromText(draft.profile.domain);
    m_ui->nameField->setPlaceholderText(domain ? m_privacy->name(domain->text()) : QString());
    showHint(*m_ui->domainHint,
             domain ? m_privacy->name(domain->origin().toString())
                    : tr("The tenant's Auth0 domain or a custom domain"),
             domain || draft.profile.domain.isEmpty() ? QString()
                 : m_privacy->isOn()                  ? problemText(domain.error())
                                     : problemText(domain.error(), draft.profile.domain));
    const auto id = organizationIdFromText(draft.profile.organizationId);
    const bool isTakenOut = id && *id != draft.profile.organizationId.trimmed();
    showHint(*m_ui->organizationHint,
             isTakenOut ? m_privacy->id(*id) : tr("org_ followed by 16 letters or digits"),
             id || id.error() == OrganizationIdProblem::Empty ? QString()
                                                              : problemText(id.error()));
    const QString wrongAudience = audienceProblem(draft.profile.audience);
    showHint(*m_ui->audienceHint, {}, wrongAudience);
    m_ui->audienceHint->setVisible(!wrongAudience.isEmpty());
    const bool isToken = !draft.isApplication();
    showHint(*m_ui->tokenHint, tokenHint(draft, *m_secrets),
             isToken && draft.tokenProblem ? problemText(*draft.tokenProblem) : QString());

    showAccess(draft);
    const bool isInList = hasDraft && !m_ui->profileList->item(index)->isHidden();
    m_ui->duplicateButton->setEnabled(isInList);
    m_ui->removeButton->setEnabled(isInList);
    const TenantAccess access = draft.access();
    showNotes(access);
    m_ui->testButton->setEnabled((access.isComplete() || draft.mayBeKept())
                                 && draft.problem().isEmpty() && !m_reading
                                 && !m_test->isRunning());
    Q_EMIT changed();
}

//! The fields of a token or of an application. What is kept is never shown.
void TenantsPage::showAccess(const ProfileDraft &draft)
{
    const bool isApplication = draft.isApplication();
    setRowShown(*m_ui->formLayout, *m_ui->clientIdField, isApplication);
    setRowShown(*m_ui->formLayout, *m_ui->audienceRow, draft.needsAudience());
    m_ui->clientSecretField->setVisible(isApplication);
    m_ui->tokenField->setVisible(!isApplication);
    m_ui->secretLabel->setText(isApplication ? tr("Client &secret") : tr("A&PI token"));
    const bool isKept = draft.access().isComplete() && !draft.hasNewSecret();
    SecretField *field = m_ui->tokenField;
    if (isApplication)
        field = m_ui->clientSecretField;
    m_ui->secretLabel->setBuddy(field);
    field->setPlaceholderText(isKept ? tr("Saved; not shown again") : QString());
}

void TenantsPage::updateListItem(int index)
{
    const ProfileDraft &draft = m_drafts.at(index);
    QListWidgetItem *item = m_ui->profileList->item(index);
    item->setText(draft.title().isEmpty() ? tr("New tenant")
                                          : displaySafe(m_privacy->name(draft.title())));
    item->setToolTip(literalToolTip(item->text())); // the list is narrow
    item->setIcon(kindIcon(draft.profile.kind));
    item->setHidden(hasOnlyAnEmptyDraft()); // there is no tenant before something is entered
}

bool TenantsPage::hasOnlyAnEmptyDraft() const
{
    return m_drafts.size() == 1 && m_drafts.constFirst().isEmpty();
}

//! What the test has found, and below it what the token says by itself.
void TenantsPage::showNotes(const TenantAccess &access)
{
    QList<TokenNote> notes;
    for (const AccessCheck::Finding &finding : m_test->findings()) {
        notes.append(
            {.severity = finding.isGood ? TokenNote::Severity::Good : TokenNote::Severity::Warning,
             .text = finding.text});
    }
    const QString waiting = m_reading ? tr("Checking the keyring…") : m_test->progress();
    if (!waiting.isEmpty())
        notes.append({.text = waiting});
    if (!m_keyringProblem.isEmpty())
        notes.append({.severity = TokenNote::Severity::Warning, .text = m_keyringProblem});
    if (!access.token.isEmpty()) {
        QList<TokenNote> own = m_privacy->notes(
            reviewToken(access.token, access.domain, QDateTime::currentDateTimeUtc()),
            access.domain);
        if (m_test->outcome() == AccessCheck::Outcome::Good)
            own.removeIf([](const TokenNote &note) { return note.isOfScopes; });
        notes += own;
    }
    m_ui->notesView->showNotes(notes);
}

void TenantsPage::endTest()
{
    m_reading.reset();
    m_test->cancel();
    m_keyringProblem.clear();
}

//! What is kept is read only now: the keyring may ask the person for its password.
void TenantsPage::startTest()
{
    const ProfileDraft &draft = m_drafts.at(currentIndex());
    m_keyringProblem.clear();
    if (draft.access().isComplete()) {
        m_test->start(draft.access(), draft.finished().organizationId);
    } else {
        m_reading = m_secrets->read(draft.profile.id);
        connect(m_reading.get(), &ReplyBase::finished, this, &TenantsPage::takeKept);
    }
    validate();
}

//! The draft is the same as in startTest(): a change of it ends the test.
void TenantsPage::takeKept()
{
    const SecretReadPtr reply = std::move(m_reading);
    if (!reply->result()) {
        m_keyringProblem = secretErrorText(reply->result().error());
        return validate();
    }
    ProfileDraft &draft = m_drafts[currentIndex()];
    const Profile saved = *std::exchange(draft.unread, {});
    if (const auto &kept = *reply->result())
        draft.kept = accessFromKept(*kept, draft.domain(), saved).value_or(TenantAccess());
    if (draft.access().isComplete())
        return startTest();
    validate();
}

void TenantsPage::showTest()
{
    if (currentIndex() >= 0)
        showNotes(m_drafts.at(currentIndex()).access());
}

//! As wide as its buttons and a name of usual length, with room between the names. Where large
//! words fill the screen, the fields need the width more, and only the list's own words stay whole.
void TenantsPage::fitList(int pageWidth)
{
    constexpr int UsualCharacters = 21;
    constexpr int FullShare = 4; //!< of the page: a quarter
    QListWidget &list = *m_ui->profileList;
    int buttons = 2 * m_ui->listButtons->spacing();
    for (const QToolButton *button : {m_ui->addButton, m_ui->duplicateButton, m_ui->removeButton})
        buttons += button->sizeHint().width();
    const int room = ProfileDelegate::roomBesideText(list) + 2 * list.frameWidth() + 1;
    const int least =
        std::max(buttons, list.fontMetrics().horizontalAdvance(tr("New tenant")) + room);
    const int usual = UsualCharacters * list.fontMetrics().averageCharWidth() + room;
    list.setFixedWidth(std::max(least, std::min(usual, pageWidth / FullShare)));
}

void TenantsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitList(width());
}

} // namespace Vestibule
