// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/sourcebar.h"

#include "app/errortext.h"
#include "app/tenantsession.h"
#include "models/visibletext.h"
#include "widgets/symbolicon.h"

#include <QAction>
#include <QCompleter>
#include <QLineEdit>

#include "ui_sourcebar.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto CancelDelay = 500ms; //!< a shorter wait is over before anybody would cancel it

QString organizationText(const KnownOrganization &organization)
{
    if (organization.name.isEmpty())
        return visibleText(organization.id);
    return visibleText(organization.name) + u"  ·  "_s + visibleText(organization.id);
}

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
    m_ui->organizationField->completer()->setFilterMode(Qt::MatchContains);
    m_ui->organizationField->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_ui->organizationField, &QComboBox::activated, this, &SourceBar::requestOrganization);
    connect(m_ui->organizationField->lineEdit(), &QLineEdit::returnPressed, this,
            &SourceBar::requestOrganization);
    connect(m_ui->organizationField->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (!m_ui->organizationField->lineEdit()->hasFocus())
            showOrganization(); // left without Enter: the field names what is on screen
    });
}

//! A field that loses the focus while the bar goes tells of it.
SourceBar::~SourceBar()
{
    m_ui->organizationField->lineEdit()->disconnect(this);
}

void SourceBar::setActions(const Actions &actions)
{
    m_actions = actions;
    connect(m_ui->tenantButton, &QToolButton::clicked, actions.settings, &QAction::trigger);
    m_ui->tenantButton->setToolTip(tr("Change the tenant, the token or the organization"));
    m_ui->refreshButton->setDefaultAction(actions.refresh);
    m_ui->exportButton->setDefaultAction(actions.exportRows);
    connect(&m_cancelTimer, &QTimer::timeout, this, [this] { showOnButton(m_actions.cancel); });
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

void SourceBar::update(const TenantSession &session, const QString &organizationId)
{
    m_ui->tenantButton->setText(session.access().domain.text());
    m_ui->tenantButton->setIcon(symbolIcon(session.isDemo() ? u"demo"_s : u"tenant"_s));
    m_ui->kindLabel->setText(session.isDemo() ? tr("DEMO TENANT") : QString());
    m_ui->kindLabel->setVisible(session.isDemo());

    m_shownId = organizationId;
    m_ui->organizationField->clear();
    bool isKnown = false;
    for (const KnownOrganization &organization : session.organizations()) {
        m_ui->organizationField->addItem(organizationText(organization), organization.id);
        isKnown = isKnown || organization.id == organizationId;
    }
    if (!isKnown)
        m_ui->organizationField->insertItem(0, visibleText(organizationId), organizationId);
    showOrganization();
}

void SourceBar::focusOrganizationField()
{
    m_ui->organizationField->setFocus(Qt::ShortcutFocusReason);
    m_ui->organizationField->lineEdit()->selectAll();
}

void SourceBar::requestOrganization()
{
    const QString id = typedId();
    if (id == m_shownId)
        return showOrganization();
    if (const auto problem = organizationIdProblem(id)) {
        showOrganization();
        return Q_EMIT organizationRefused(problemText(*problem));
    }
    Q_EMIT organizationRequested(id);
}

//! The id of the entry whose text stands in the field, or else the text itself.
QString SourceBar::typedId() const
{
    const QString text = m_ui->organizationField->currentText().trimmed();
    const int entry = m_ui->organizationField->findText(text);
    return entry < 0 ? text : m_ui->organizationField->itemData(entry).toString();
}

void SourceBar::showOrganization()
{
    m_ui->organizationField->setCurrentIndex(m_ui->organizationField->findData(m_shownId));
    m_ui->organizationField->lineEdit()->setCursorPosition(0);
}

} // namespace Vestibule
