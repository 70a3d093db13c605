// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/sourcebar.h"

#include "models/displaytext.h"
#include "models/organizationtext.h"
#include "session/privacymode.h"
#include "session/tenanttext.h"
#include "store/settings.h"
#include "widgets/controls/optionallabels.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"
#include "widgets/window/windowactions.h"

#include <QAction>
#include <QFontMetrics>
#include <QMenu>
#include <QPainter>

#include <chrono>
#include <variant>

#include "ui_sourcebar.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto CancelDelay = 500ms; //!< a shorter wait is over before the user could cancel it
constexpr int BandHeight = 3;
constexpr int LongestTenantName = 24; //!< in characters; a longer one would make the window wide

//! An ampersand would mark the next character as the mnemonic.
QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

SourceBar::SourceBar(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_ui(std::make_unique<Ui::SourceBar>())
    , m_tenantMenu(new QMenu(this))
{
    m_ui->setupUi(this);
    QFont bold = font();
    bold.setBold(true);
    m_ui->kindLabel->setFont(bold);
    m_ui->kindLabel->setAutoFillBackground(true);
    m_ui->kindLabel->setContentsMargins(6, 1, 6, 1);
    new OptionalLabels(*this, {m_ui->organizationLabel});
    m_tenantMenu->setObjectName(u"tenantMenu"_s);
    m_ui->tenantButton->setMenu(m_tenantMenu);
    m_ui->refreshButton->setDefaultAction(sources.actions.refresh);
    m_ui->exportButton->setDefaultAction(sources.actions.exportRows);
    m_cancelTimer.setSingleShot(true);
    connect(&m_cancelTimer, &QTimer::timeout, this,
            [this] { showOnButton(m_sources.actions.cancel); });
    connect(m_ui->organizationField, &PopupField::popupRequested, this,
            &SourceBar::organizationsRequested);
    connect(m_tenantMenu, &QMenu::aboutToShow, this, &SourceBar::buildTenantMenu);
    connect(&sources.privacy, &PrivacyMode::changed, this, &SourceBar::buildTenantMenu);
    buildTenantMenu();
}

SourceBar::~SourceBar() = default;

void SourceBar::buildTenantMenu()
{
    const Profile *open = profileOf(m_sources.subject);
    m_tenantMenu->clear();
    for (const Profile &profile : m_sources.settings.profiles()) {
        const QString text = displaySafe(m_sources.privacy.name(profile.name)) + u"  –  "_s
            + tenantKindText(profile.kind);
        QAction *action = m_tenantMenu->addAction(kindIcon(profile.kind), withoutMnemonic(text));
        action->setCheckable(true);
        action->setChecked(open && open->id == profile.id);
        connect(action, &QAction::triggered, this,
                [this, profile] { Q_EMIT profileChosen(profile); });
    }
    m_tenantMenu->addSeparator();
    m_tenantMenu->addActions({m_sources.actions.demo, m_sources.actions.settings});
}

void SourceBar::showLoading(bool isLoading)
{
    if (isLoading) {
        m_cancelTimer.start(CancelDelay);
    } else {
        m_cancelTimer.stop();
        showOnButton(m_sources.actions.refresh);
    }
}

//! Removes the other action: a tool button with two actions would get a menu.
void SourceBar::showOnButton(QAction *action)
{
    for (QAction *other : m_ui->refreshButton->actions())
        m_ui->refreshButton->removeAction(other);
    m_ui->refreshButton->setDefaultAction(action);
}

void SourceBar::showSubject(const Organization &organization)
{
    const QString host = m_sources.privacy.name(domainOf(m_sources.subject).text());
    const bool isNothing = std::holds_alternative<NoSubject>(m_sources.subject);
    const QString name =
        isNothing ? tr("No tenant is open") : tenantName(m_sources.subject, m_sources.privacy);
    const QFontMetrics metrics = m_ui->tenantButton->fontMetrics();
    m_ui->tenantButton->setText(withoutMnemonic(
        metrics.elidedText(name, Qt::ElideMiddle, LongestTenantName * metrics.averageCharWidth())));
    m_ui->tenantButton->setIcon(symbolIcon(isDemo(m_sources.subject) ? u"demo"_s : u"tenant"_s));
    m_ui->tenantButton->setToolTip(isNothing ? tr("Choose a tenant")
                                             : tr("Tenant %1: choose another one").arg(host));
    m_ui->tenantButton->setAccessibleName(m_ui->tenantButton->toolTip());
    std::visit(Overloaded{[this](const NoSubject &) { showKind({}, {}); },
                          [this](const DemoSubject &) { showKind(tr("DEMO TENANT"), demoColor()); },
                          [this](const TenantSubject &tenant) {
                              if (!tenant.profile)
                                  return showKind({}, {});
                              showKind(tenantKindText(tenant.profile->kind).toUpper(),
                                       kindColor(tenant.profile->kind));
                          },
                          [this](const SavedViewSubject &) {
                              showKind(tr("SAVED, NOT LIVE"), savedViewColor());
                          }},
               m_sources.subject);
    m_ui->organizationField->setEnabled(canRefresh(m_sources.subject)); // a saved view has only one
    m_ui->organizationField->setShownText(
        organization.id.isEmpty() ? tr("Choose an organization")
                                  : organizationText(m_sources.privacy.organization(organization)));
}

void SourceBar::showKind(const QString &text, const QColor &color)
{
    m_kindColor = color;
    m_ui->kindLabel->setText(text);
    m_ui->kindLabel->setVisible(!text.isEmpty());
    QPalette colors;
    if (color.isValid()) {
        colors.setColor(QPalette::Window, color);
        colors.setColor(QPalette::WindowText, Qt::white);
    }
    m_ui->kindLabel->setPalette(colors);
    update();
}

void SourceBar::openTenantMenu()
{
    m_ui->tenantButton->showMenu();
}

QWidget &SourceBar::organizationField()
{
    return *m_ui->organizationField;
}

void SourceBar::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_kindColor.isValid())
        return;
    QPainter painter(this);
    painter.fillRect(0, 0, width(), BandHeight, m_kindColor);
}

} // namespace Vestibule
