// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/sourcebar.h"

#include "models/organizationwords.h"
#include "session/tenantkindword.h"
#include "session/tenantsession.h"
#include "session/tenanttext.h"
#include "widgets/controls/kindcolor.h"
#include "widgets/controls/symbolicon.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

#include "ui_sourcebar.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto CancelDelay = 500ms; //!< a shorter wait is over before anybody would cancel it
constexpr int BandHeight = 3;

} // namespace

SourceBar::SourceBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SourceBar>())
{
    m_ui->setupUi(this);
    m_cancelTimer.setSingleShot(true);
    QFont bold = font();
    bold.setBold(true);
    m_ui->kindLabel->setFont(bold);
    m_ui->kindLabel->setAutoFillBackground(true);
    m_ui->kindLabel->setContentsMargins(6, 1, 6, 1);
    connect(m_ui->organizationField, &PopupField::popupRequested, this,
            &SourceBar::organizationsRequested);
}

SourceBar::~SourceBar() = default;

void SourceBar::setActions(const Actions &actions)
{
    m_actions = actions;
    m_ui->refreshButton->setDefaultAction(actions.refresh);
    m_ui->exportButton->setDefaultAction(actions.exportRows);
    connect(&m_cancelTimer, &QTimer::timeout, this, [this] { showOnButton(m_actions.cancel); });
}

void SourceBar::setTenantMenu(QMenu *menu)
{
    m_ui->tenantButton->setMenu(menu);
}

void SourceBar::showLoading(bool isLoading)
{
    if (isLoading) {
        m_cancelTimer.start(CancelDelay);
    } else {
        m_cancelTimer.stop();
        showOnButton(m_actions.refresh);
    }
}

//! A tool button with two actions would grow a menu.
void SourceBar::showOnButton(QAction *action)
{
    for (QAction *other : m_ui->refreshButton->actions())
        m_ui->refreshButton->removeAction(other);
    m_ui->refreshButton->setDefaultAction(action);
}

void SourceBar::follow(const TenantSession &session, const QString &organizationId)
{
    const QString host = session.privacy().name(session.access().domain.text());
    QString tenant =
        tenantName({.domain = session.access().domain.text(), .profile = session.profile()},
                   session.privacy());
    m_ui->tenantButton->setText(tenant.replace(u'&', u"&&"_s)); // a single one would be a shortcut
    m_ui->tenantButton->setIcon(symbolIcon(session.isDemo() ? u"demo"_s : u"tenant"_s));
    m_ui->tenantButton->setToolTip(tr("Tenant %1: choose another one").arg(host));
    m_ui->tenantButton->setAccessibleName(m_ui->tenantButton->toolTip());
    if (session.isDemo())
        showKind(tr("DEMO TENANT"), demoColor());
    else if (session.savedView())
        showKind(tr("SAVED, NOT LIVE"), savedViewColor());
    else if (session.profile())
        showKind(tenantKindWord(session.profile()->kind).toUpper(),
                 kindColor(session.profile()->kind));
    else
        showKind({}, {});
    m_ui->organizationField->setEnabled(!session.savedView()); // a file has no others
    m_ui->organizationField->setShownText(organizationId.isEmpty()
                                              ? tr("Choose an organization")
                                              : organizationText(session.privacy().organization(
                                                  session.organization(organizationId))));
}

void SourceBar::showKind(const QString &word, const QColor &color)
{
    m_kindColor = color;
    m_ui->kindLabel->setText(word);
    m_ui->kindLabel->setVisible(!word.isEmpty());
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
