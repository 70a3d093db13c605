// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/sourcebar.h"

#include "models/displaytext.h"
#include "models/organizationtext.h"
#include "session/privacymode.h"
#include "session/tenanttext.h"
#include "store/settings.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/framedbutton.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"
#include "widgets/table/filterbar.h"
#include "widgets/window/windowactions.h"

#include <QAction>
#include <QEvent>
#include <QFontMetrics>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <variant>

#include "ui_sourcebar.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto CancelDelay = 500ms; //!< a shorter wait is over before the user could cancel it
constexpr int BandHeight = 3;
constexpr int LongestTenantName = 28; //!< in characters; a longer one would make the window wide
// In pixels at the designed font.
constexpr int TenantRoom = 230; //!< the least that stays for the tenant beside the tools
constexpr int TitleRoom = 240; //!< and for the title

} // namespace

SourceBar::SourceBar(const Sources &sources, FilterBar &tools, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_ui(std::make_unique<Ui::SourceBar>())
    , m_tools(tools)
    , m_tenantMenu(new QMenu(this))
{
    m_ui->setupUi(this);
    m_ui->layout->addWidget(&tools);
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
    setHeights();
    orderFocus();
}

SourceBar::~SourceBar() = default;

//! One height for everything that can be clicked or typed into. Cancel may be longer than Refresh:
//! nothing moves when one replaces the other.
void SourceBar::setHeights()
{
    const int height = FramedButton::barHeight(fontMetrics());
    m_ui->tenantButton->setFixedHeight(height);
    m_ui->organizationField->setFixedHeight(height);
    for (QToolButton *button : {m_ui->refreshButton, m_ui->exportButton})
        button->setFixedHeight(height);
    for (QWidget *tool : m_tools.controls())
        tool->setFixedHeight(height);
    int width = 0;
    QAction *shown = m_ui->refreshButton->defaultAction();
    for (QAction *action : {m_sources.actions.cancel, m_sources.actions.refresh, shown}) {
        showOnButton(action);
        width = std::max(width, m_ui->refreshButton->sizeHint().width());
    }
    m_ui->refreshButton->setMinimumWidth(width);
}

bool SourceBar::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
        setHeights();
        arrange();
        break;
    case QEvent::Resize:
    case QEvent::LayoutRequest:
        arrange();
        break;
    default:
        break;
    }
    return isHandled;
}

//! What the row takes without the names and the tools.
int SourceBar::widthBesidesNames() const
{
    const QMargins margins = m_ui->layout->contentsMargins();
    return m_ui->separatorLabel->sizeHint().width() + m_ui->refreshButton->minimumWidth()
        + m_ui->exportButton->sizeHint().width() + 6 * m_ui->rowLayout->spacing() + margins.left()
        + margins.right();
}

//! That of two rows, in whatever way the tools stand: the window may become so narrow.
QSize SourceBar::minimumSizeHint() const
{
    const QMargins margins = m_ui->layout->contentsMargins();
    const int names = m_ui->tenantButton->minimumSizeHint().width()
        + m_ui->organizationField->minimumSizeHint().width();
    return {std::max(widthBesidesNames() + names,
                     m_tools.leastWidth() + margins.left() + margins.right()),
            QWidget::minimumSizeHint().height()};
}

//! Moves the tools to the row where they fit, at its right end or below the tenant.
void SourceBar::arrange()
{
    const QMargins margins = m_ui->layout->contentsMargins();
    const int row = width() - widthBesidesNames();
    const int titleRoom = scaledToFont({TitleRoom, 1}).width();
    const int spare =
        row - scaledToFont({TenantRoom, 1}).width() - titleRoom - m_tools.leastWidth();
    const bool isNarrow = spare < 0;
    const int room = isNarrow ? width() - margins.left() - margins.right()
                              : m_tools.leastWidth() + spare / 2; // the other half is for the names
    const int tools = std::clamp(room, m_tools.leastWidth(), m_tools.mostWidth());
    m_tools.setWidth(tools);
    // What stands beside the title is left out first, then the tenant's name is cut, and then the
    // title.
    const int title = std::min(m_ui->organizationField->titleWidth(), titleRoom);
    const int least = m_ui->tenantButton->minimumSizeHint().width();
    m_ui->tenantButton->setMinimumWidth(std::clamp(row - (isNarrow ? 0 : tools) - title, least,
                                                   m_ui->tenantButton->sizeHint().width()));
    if (isNarrow == m_areToolsBelow)
        return;
    m_areToolsBelow = isNarrow;
    m_tools.setSide(isNarrow ? FilterBar::Side::Left : FilterBar::Side::Right);
    if (isNarrow) {
        m_ui->rowLayout->removeWidget(&m_tools);
        m_ui->layout->addWidget(&m_tools);
    } else {
        m_ui->layout->removeWidget(&m_tools);
        m_ui->rowLayout->insertWidget(m_ui->rowLayout->indexOf(m_ui->refreshButton), &m_tools, 1);
    }
    orderFocus();
}

//! Tab goes through the rows as they are read.
void SourceBar::orderFocus()
{
    QWidgetList order{m_ui->tenantButton, m_ui->organizationField};
    const QWidgetList tools = m_tools.controls();
    if (!m_areToolsBelow)
        order += tools;
    order += {m_ui->refreshButton, m_ui->exportButton};
    if (m_areToolsBelow)
        order += tools;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void SourceBar::buildTenantMenu()
{
    const Profile *open = profileOf(m_sources.subject);
    m_tenantMenu->clear();
    for (const Profile &profile : m_sources.settings.profiles()) {
        const QString text = displaySafe(m_sources.privacy.name(profile.name)) + u"  –  "_s
            + tenantKindText(profile.kind);
        QAction *action = m_tenantMenu->addAction(kindIcon(profile.kind), literalLabel(text));
        action->setCheckable(true);
        action->setChecked(open && open->id == profile.id);
        connect(action, &QAction::triggered, this,
                [this, profile] { Q_EMIT profileChosen(profile); });
    }
    m_tenantMenu->addSeparator();
    m_tenantMenu->addActions(
        {m_sources.actions.connectTenant, m_sources.actions.demo, m_sources.actions.settings});
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
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    m_ui->tenantButton->setText(literalLabel(
        metrics.elidedText(name, Qt::ElideMiddle, LongestTenantName * metrics.averageCharWidth())));
    m_ui->tenantButton->setIcon(symbolIcon(isDemo(m_sources.subject) ? u"demo"_s : u"tenant"_s));
    // The address of the demo tenant says nothing to people.
    const QString spoken = isDemo(m_sources.subject) || name == host
        ? name
        : tr("%1 (%2)", "a tenant's name and its domain").arg(name, host);
    const QString what =
        isNothing ? tr("Choose a tenant") : tr("%1: choose another tenant").arg(spoken);
    // The name may be cut.
    m_ui->tenantButton->setToolTip(isNothing ? what : literalToolTip(QStringList{name, what}));
    m_ui->tenantButton->setAccessibleName(what);
    std::visit(Overloaded{[this](const NoSubject &) { showKind({}, {}); },
                          [this](const DemoSubject &) {
                              showKind(tr("DEMO", "badge of the demo tenant"), demoColor());
                          },
                          [this](const TenantSubject &tenant) {
                              if (!tenant.profile)
                                  return showKind({}, {});
                              showKind(tenantKindText(tenant.profile->kind).toUpper(),
                                       kindColor(tenant.profile->kind));
                          },
                          [this](const SavedViewSubject &) {
                              showKind(tr("SAVED COPY"), savedViewColor());
                          }},
               m_sources.subject);
    m_organization = organization;
    showOrganization();
}

void SourceBar::setOrganizationShown(bool isShown)
{
    if (isShown == m_isOrganizationShown)
        return;
    m_isOrganizationShown = isShown;
    m_tools.setVisible(isShown);
    m_ui->refreshButton->setVisible(isShown);
    showOrganization();
}

void SourceBar::showOrganization()
{
    m_ui->organizationField->setEnabled(canRefresh(m_sources.subject)); // a saved view has only one
    if (!m_isOrganizationShown)
        return m_ui->organizationField->setContent({.title = tr("Whole tenant"), .isWhole = true});
    if (m_organization.id.isEmpty())
        return m_ui->organizationField->setContent(
            {.title = tr("Choose an organization"), .isWhole = true});
    const Organization shown = m_sources.privacy.organization(m_organization);
    const QString title = organizationTitle(shown);
    const QString slug = displaySafe(shown.name);
    m_ui->organizationField->setContent({.title = title,
                                         .detail = slug == title ? QString() : slug,
                                         .wholeText = organizationText(shown)});
}

void SourceBar::showKind(const QString &text, const QColor &color)
{
    m_kindColor = color;
    m_ui->tenantButton->setKind(text, color);
    m_ui->tenantButton->setAccessibleDescription(text);
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
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, lineColor(palette()));
    if (m_kindColor.isValid())
        painter.fillRect(0, 0, width(), BandHeight, m_kindColor);
}

} // namespace Vestibule
