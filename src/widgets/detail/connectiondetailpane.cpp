// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/connectiondetailpane.h"

#include "core/connectionfield.h"
#include "core/json.h"
#include "core/masking.h"
#include "core/shortened.h"
#include "core/strategycatalog.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "models/loginprompttext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/hintlist.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/detail/fieldview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>

#include "ui_connectiondetailpane.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! What an administrator can set comes first, then what names the connection. The fields of the
//! pane's title are left out.
QList<ConnectionField> summaryFields()
{
    QList<ConnectionField> settings;
    QList<ConnectionField> names;
    for (const ConnectionField field : FieldsOnScreen) {
        if (field == ConnectionField::Name || field == ConnectionField::ConnectionId)
            continue;
        const bool isName = isFreeText(field) || field == ConnectionField::Strategy;
        (isName ? names : settings).append(field);
    }
    return settings + names;
}

QString strategyLine(const OrganizationConnection &connection)
{
    if (!connection.strategy)
        return ConnectionDetailPane::tr("Strategy not sent");
    const StrategyCategory category = strategyInfo(*connection.strategy).category;
    if (category == StrategyCategory::Database) // the only strategy of its category
        return categoryWord(category);
    return categoryWord(category) + u" · "_s + strategyWord(*connection.strategy);
}

} // namespace

ConnectionDetailPane::ConnectionDetailPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectionDetailPane>())
{
    m_ui->setupUi(this);
    m_hints = new HintList(m_ui->summaryPage);
    m_otherFields = new QLabel(m_ui->summaryPage);
    m_common = new CommonFieldsView(m_ui->hintPage);
    m_overview = new ListingOverviewView(m_ui->hintPage);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_ui->idLabel->setFont(monospacedFont(font()));
    makeTitle(*m_ui->nameLabel);
    m_ui->copyIdButton->setIcon(symbolIcon(u"copy"_s));
    m_ui->copyIdButton->setToolTip(tr("Copy the connection ID"));
    m_ui->copyIdButton->setAccessibleName(m_ui->copyIdButton->toolTip());
    m_ui->summaryTab->setBackgroundRole(QPalette::Base);
    m_ui->summaryTab->setAccessibleName(m_ui->tabs->tabText(0).remove(u'&'));
    connect(m_ui->copyIdButton, &QToolButton::clicked, this, &ConnectionDetailPane::copyId);
    connect(m_ui->promptPage, &LoginPromptView::connectionChosen, this,
            &ConnectionDetailPane::connectionChosen);
    connect(m_overview, &ListingOverviewView::enabledRequested, this,
            &ConnectionDetailPane::enabledRequested);
    connect(m_overview, &ListingOverviewView::rowsRequested, this,
            &ConnectionDetailPane::rowsRequested);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &ConnectionDetailPane::tabChanged);
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->promptPage), false);
    addViews();
    showConnections({});
}

ConnectionDetailPane::~ConnectionDetailPane() = default;

void ConnectionDetailPane::addViews()
{
    m_ui->summaryLayout->addWidget(m_hints);
    for (const ConnectionField field : summaryFields()) {
        m_fields.append(new FieldView(field, m_ui->summaryPage));
        m_ui->summaryLayout->addWidget(m_fields.constLast());
    }
    m_otherFields->setObjectName(u"otherFields"_s);
    wrapPlainText(*m_otherFields);
    m_otherFields->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->summaryLayout->addWidget(m_otherFields);
    m_ui->summaryLayout->addStretch();
    m_ui->hintLayout->insertStretch(0);
    m_ui->hintLayout->addWidget(m_common);
    m_ui->hintLayout->addWidget(m_overview);
    m_ui->hintLayout->addStretch(1);
}

void ConnectionDetailPane::showConnections(const QList<OrganizationConnection> &connections)
{
    QStringList ids;
    for (const OrganizationConnection &connection : connections)
        ids.append(connection.connectionId);
    m_ui->promptPage->setSelectedIds(ids);
    m_selected = connections.size();
    m_ui->head->setVisible(connections.size() == 1);
    if (connections.size() == 1)
        return showConnection(connections.constFirst());
    m_shownId.clear();
    if (!connections.isEmpty())
        m_common->showConnections(connections);
    m_ui->jsonPage->setJson({});
    updateHintPage();
    m_ui->summaryStack->setCurrentWidget(m_ui->hintScroll);
}

void ConnectionDetailPane::showListing(const std::optional<ListingOverviewView::Listing> &listing)
{
    m_hasListing = listing && listing->overview.rows > 0;
    if (m_hasListing)
        m_overview->showListing(*listing);
    updateHintPage();
}

void ConnectionDetailPane::showSummary()
{
    m_ui->tabs->setCurrentWidget(m_ui->summaryStack);
}

void ConnectionDetailPane::updateHintPage()
{
    const bool isNone = m_selected == 0;
    m_ui->hintLabel->setText(isNone ? tr("Select a connection to see its details.")
                                    : tr("%n connection(s) selected.", nullptr, int(m_selected)));
    const bool isHintAlone = isNone && !m_hasListing;
    m_ui->hintLayout->setStretch(0, isHintAlone ? 1 : 0); // then it is centred
    m_common->setVisible(m_selected > 1);
    m_overview->setVisible(isNone && m_hasListing);
}

void ConnectionDetailPane::showLoginPrompt(const std::optional<LoginPrompt> &prompt,
                                           const Organization &organization)
{
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->promptPage), true);
    m_ui->promptPage->setWords(
        prompt ? std::optional(loginPromptWords(*prompt, organization, m_isMasked)) : std::nullopt);
}

void ConnectionDetailPane::showNoLoginPrompt(const QString &why)
{
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->promptPage), true);
    m_ui->promptPage->setNotice(why);
}

bool ConnectionDetailPane::isLoginPromptShown() const
{
    return m_ui->tabs->currentWidget() == m_ui->promptPage;
}

void ConnectionDetailPane::copyId() const
{
    if (!m_shownId.isEmpty())
        QGuiApplication::clipboard()->setText(m_shownId);
}

void ConnectionDetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideId();
}

void ConnectionDetailPane::showConnection(const OrganizationConnection &selected)
{
    m_shownId = selected.connectionId;
    const OrganizationConnection connection = m_isMasked ? masked(selected) : selected;
    const QString name = displayName(connection);
    constexpr qsizetype LongestName = 200;
    m_ui->nameLabel->setText(shortened(name, LongestName));
    m_ui->strategyLabel->setText(strategyLine(connection));
    m_ui->idLabel->setToolTip(literalToolTip(connection.connectionId));
    m_hints->setSentences(hintSentences(connection));
    for (FieldView *field : std::as_const(m_fields))
        field->showFieldOf(connection);
    showOtherFields(connection);
    m_ui->jsonPage->setJson(connection.json.bytes());
    m_ui->summaryStack->setCurrentWidget(m_ui->summaryTab);
    elideId();
}

void ConnectionDetailPane::showOtherFields(const OrganizationConnection &connection)
{
    constexpr qsizetype LongestField = 300;
    QStringList lines{tr("Also sent")};
    for (const OtherField &field : otherFields(connection)) {
        const QString line = field.name + ": "_L1 + QString::fromUtf8(field.json);
        lines.append(displaySafe(shortened(line, LongestField)));
    }
    m_otherFields->setVisible(lines.size() > 1);
    m_otherFields->setText(lines.join(u'\n'));
}

void ConnectionDetailPane::elideId()
{
    m_ui->idLabel->setText(m_ui->idLabel->fontMetrics().elidedText(
        displaySafe(m_isMasked ? maskedId(m_shownId) : m_shownId), Qt::ElideMiddle,
        m_ui->idLabel->width()));
}

} // namespace Vestibule
