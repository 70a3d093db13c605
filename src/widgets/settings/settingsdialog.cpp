// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/settingsdialog.h"

#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/networkcontroller.h"
#include "session/tenantsession.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QPushButton>
#include <QStyledItemDelegate>

#include <algorithm>

#include "ui_settingsdialog.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Draws the warning icon of a page after its name, so that the name does not move.
class PageDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationPosition = QStyleOptionViewItem::Right;
    }
};

} // namespace

SettingsDialog::SettingsDialog(TenantSession &session, NetworkController &network, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_network(network)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    setUpPageList();
    connect(m_ui->tenantsPage, &TenantsPage::changed, this, &SettingsDialog::validate);
    connect(m_ui->networkPage, &NetworkPage::changed, this, &SettingsDialog::validate);
    connect(m_ui->pageList, &QListWidget::currentRowChanged, this, [this] {
        if (!m_ui->buttons->button(QDialogButtonBox::Ok)->isEnabled())
            validate(); // the reason names its page on the others
    });
    connect(m_ui->appearancePage, &AppearancePage::themeChosen, this, applyTheme);
    connect(this, &QDialog::rejected, this,
            [this] { applyTheme(m_session.settings().appearance().theme); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const bool isBrowsing = session.stage() == TenantSession::Stage::Browsing;
    m_ui->tenantsPage->showTenants(
        {.secrets = session.secrets(),
         .sourceFactory = session.sourceFactory(),
         .privacy = session.privacy()},
        {.saved = session.settings().profiles(),
         .currentId = session.settings().currentProfileId(),
         .subject = session.subject(),
         .access = session.access(),
         .organizationId = isBrowsing ? session.browser().request().organizationId : QString()});
    m_ui->networkPage->showSettings(session.settings().network(), session.sourceFactory());
    m_ui->appearancePage->showSettings(session.settings());
    validate();
    reserveLines(*m_ui->reasonLabel, 2); // so that a reason moves nothing
    m_ui->reasonLabel->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    constexpr QSize FirstSize(720, 500);
    resize(firstSize(scaledToFont(FirstSize), *this));
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::showPage(Page page)
{
    m_ui->pageList->setCurrentRow(int(page));
}

//! As wide as its words and the mark of a mistake, and with room around them.
void SettingsDialog::setUpPageList()
{
    QListWidget &list = *m_ui->pageList;
    constexpr int Room = 14; // above and below a word, together
    constexpr int Mark = 16; // also beside large words: the form needs the width
    constexpr int Margin = 30; // left and right of both and between them, together
    int width = 0;
    for (int row = 0; row < list.count(); ++row) {
        const int wordWidth = list.fontMetrics().horizontalAdvance(list.item(row)->text());
        width = std::max(width, wordWidth + Mark + Margin);
        list.item(row)->setSizeHint({0, list.fontMetrics().height() + Room});
    }
    list.setFixedWidth(width);
    list.setItemDelegate(new PageDelegate(&list));
    list.setIconSize({Mark, Mark});
    list.setProperty(ProgramStyle::PaddedProperty, true);
    list.viewport()->setAutoFillBackground(false); // the dialog's colour: it is no table
    connect(&list, &QListWidget::currentRowChanged, m_ui->pages, &QStackedWidget::setCurrentIndex);
    list.setCurrentRow(int(Page::Tenants));
}

//! An empty draft is no mistake: without a tenant the other pages can still be changed.
bool SettingsDialog::hasNoTenant() const
{
    const QList<ProfileDraft> &drafts = m_ui->tenantsPage->drafts();
    return drafts.size() == 1 && drafts.constFirst().isEmpty();
}

//! The reason is shown beside OK, whichever page it is on; a page with a mistake is marked.
void SettingsDialog::validate()
{
    const QString tenants = hasNoTenant() ? QString() : m_ui->tenantsPage->problem();
    const QString network = m_ui->networkPage->problem();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(tenants.isEmpty() && network.isEmpty());
    markPage(Page::Tenants, tenants);
    markPage(Page::Network, network);
    const Page wrong = network.isEmpty() ? Page::Tenants : Page::Network;
    const QString &reason = network.isEmpty() ? tenants : network;
    const bool isHere = m_ui->pageList->currentRow() == int(wrong);
    m_ui->reasonLabel->setText(reason.isEmpty() || isHere
                                   ? reason
                                   : tr("%1: %2", "page of the settings: reason")
                                         .arg(m_ui->pageList->item(int(wrong))->text(), reason));
}

void SettingsDialog::markPage(Page page, const QString &problem)
{
    QListWidgetItem &item = *m_ui->pageList->item(int(page));
    item.setIcon(problem.isEmpty() ? QIcon() : symbolIcon(u"warning"_s));
    item.setToolTip(problem.isEmpty() ? QString() : literalToolTip(problem));
    item.setData(Qt::AccessibleDescriptionRole, problem);
}

//! If the file cannot be written, says so; a second OK applies the settings until the program ends.
void SettingsDialog::save()
{
    const QString problem = m_session.settings().canSave()
        ? QString()
        : settingsErrorText(m_session.settings().fileName());
    if (problem.isEmpty() || m_ui->reasonLabel->text() == problem) {
        accept();
        return apply();
    }
    m_ui->reasonLabel->setText(problem);
}

void SettingsDialog::apply()
{
    const QString language = m_session.settings().appearance().language;
    applyAppearance();
    applyNetwork();
    applyTenants();
    if (m_session.settings().appearance().language != language)
        Q_EMIT languageChanged();
}

void SettingsDialog::applyAppearance()
{
    const AppearancePage &page = *m_ui->appearancePage;
    m_session.settings().setAppearance(page.appearance());
    m_session.settings().setRowsPerPage(page.rowsPerPage());
    applyTheme(page.appearance().theme);
    if (page.isLayoutReset())
        Q_EMIT layoutResetRequested();
}

void SettingsDialog::applyNetwork()
{
    const auto password = m_ui->networkPage->proxyPassword();
    const NetworkSettings network = m_ui->networkPage->network();
    if (password || network != m_session.settings().network())
        m_network.setNetwork(network, password);
}

void SettingsDialog::applyTenants()
{
    const QList<ProfileDraft> drafts =
        hasNoTenant() ? QList<ProfileDraft>() : m_ui->tenantsPage->drafts();
    QList<Profile> profiles;
    for (const ProfileDraft &draft : drafts)
        profiles.append(draft.finished());
    ProfileStore &store = m_session.profileStore();
    store.setProfiles(profiles);
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        const TenantAccess access = drafts.at(i).access();
        if (drafts.at(i).hasNewSecret() && access.isComplete())
            store.keepSecret(profiles.at(i).id, access);
    }
    const int index = m_ui->tenantsPage->currentIndex();
    if (index < 0 || drafts.isEmpty())
        return m_session.closeProfile();
    const ProfileDraft &chosen = drafts.at(index);
    const TenantAccess access = chosen.access();
    m_session.showProfile(profiles.at(index),
                          access.signsIn()             ? GivenAccess(access.application)
                              : access.token.isEmpty() ? GivenAccess()
                                                       : GivenAccess(access.token));
}

} // namespace Vestibule
