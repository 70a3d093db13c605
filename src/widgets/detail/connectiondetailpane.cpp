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
#include "widgets/controls/passingnote.h"
#include "widgets/detail/fieldview.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTabBar>

#include <algorithm>
#include <utility>

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
        return ConnectionDetailPane::tr("No strategy");
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
    m_overview = new ListingOverviewView(m_ui->hintPage);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    makeTitle(*m_ui->nameLabel);
    m_ui->nameLabel->shrinkBeforeEliding();
    m_ui->strategyLabel->setMuted(true);
    m_ui->idLabel->setFont(monospacedFont(font()));
    m_ui->idLabel->setElideMode(Qt::ElideMiddle);
    QSizePolicy keepsPlace = m_ui->copyIdButton->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true); // so that the tabs do not move
    m_ui->copyIdButton->setSizePolicy(keepsPlace);
    reserveScrollBar(*m_ui->summaryTab);
    reserveScrollBar(*m_ui->hintScroll);
    m_ui->tabs->setUsesScrollButtons(false); // the pane is as wide as its tabs need
    m_ui->tabs->tabBar()->installEventFilter(this);
    m_ui->summaryTab->setBackgroundRole(QPalette::Base);
    m_ui->summaryTab->setAccessibleName(m_ui->tabs->tabText(0).remove(u'&'));
    connect(m_ui->copyIdButton, &QToolButton::clicked, this, &ConnectionDetailPane::copyHead);
    connect(m_ui->promptPage, &LoginPromptView::connectionChosen, this,
            &ConnectionDetailPane::connectionChosen);
    connect(m_overview, &ListingOverviewView::enabledRequested, this,
            &ConnectionDetailPane::enabledRequested);
    connect(m_overview, &ListingOverviewView::rowsRequested, this,
            &ConnectionDetailPane::rowsRequested);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        drawDuePrompt();
        Q_EMIT tabChanged();
    });
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
    m_ui->hintLayout->addWidget(m_overview);
    m_ui->hintLayout->addStretch();
}

void ConnectionDetailPane::showConnections(const QList<OrganizationConnection> &connections)
{
    QStringList ids;
    m_names.clear();
    for (const OrganizationConnection &connection : connections) {
        ids.append(connection.connectionId);
        m_names.append(displayName(connection));
    }
    m_ui->promptPage->setSelectedIds(ids);
    m_shownId = ids.size() == 1 ? ids.constFirst() : QString();
    m_one = ids.size() == 1 ? std::optional(connections.constFirst()) : std::nullopt;
    if (connections.isEmpty())
        showNone();
    else if (connections.size() == 1)
        showConnection(connections.constFirst());
    else
        showSeveral(connections);
    updateContent();
}

void ConnectionDetailPane::showListing(const std::optional<ListingOverviewView::Listing> &listing)
{
    m_hasListing = listing && listing->overview.rows > 0;
    if (m_hasListing)
        m_overview->showListing(*listing);
    updateContent();
}

void ConnectionDetailPane::showSummary()
{
    m_ui->tabs->setCurrentWidget(m_ui->summaryStack);
}

//! Where there is nothing to select, there is nothing to say about it. In a low pane the page
//! scrolls alone, down to a line, and not the pane around it as well.
void ConnectionDetailPane::updateContent()
{
    m_ui->tabs->setMinimumHeight(m_ui->tabs->tabBar()->sizeHint().height()
                                 + 3 * fontMetrics().lineSpacing() / 2);
    m_ui->connectionScroll->setVisible(!m_names.isEmpty() || m_hasListing);
}

void ConnectionDetailPane::showLoginPrompt(const std::optional<LoginPrompt> &prompt,
                                           const Organization &organization)
{
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->promptPage), true);
    m_duePrompt = {.prompt = prompt, .organization = organization, .isMasked = m_isMasked};
    drawDuePrompt();
}

//! Breaking the lines of a hundred connections takes longer than all the rest of a page turn, and
//! most people never look at them.
void ConnectionDetailPane::drawDuePrompt()
{
    if (!m_duePrompt || !isLoginPromptShown())
        return;
    const DuePrompt due = *std::exchange(m_duePrompt, {});
    m_ui->promptPage->setWords(
        due.prompt ? std::optional(loginPromptWords(*due.prompt, due.organization, due.isMasked))
                   : std::nullopt);
}

void ConnectionDetailPane::showNoLoginPrompt(const QString &why)
{
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->promptPage), true);
    m_duePrompt.reset();
    m_ui->promptPage->setNotice(why);
}

bool ConnectionDetailPane::isLoginPromptShown() const
{
    return m_ui->tabs->currentWidget() == m_ui->promptPage;
}

void ConnectionDetailPane::copyId()
{
    if (m_shownId.isEmpty())
        return;
    copyToClipboard(m_shownId, *this, tr("Connection ID copied"));
    m_ui->copyIdButton->showCopied();
}

void ConnectionDetailPane::copyHead()
{
    if (m_names.size() < 2)
        return copyId();
    copyToClipboard(m_names.join(u'\n'), *this,
                    tr("%n name(s) copied", nullptr, int(m_names.size())));
    m_ui->copyIdButton->showCopied();
}

//! The fields take no focus, so that the keys that scroll them are those of the tabs above.
bool ConnectionDetailPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_ui->tabs->currentWidget() == m_ui->summaryStack) {
        auto *page = qobject_cast<QAbstractScrollArea *>(m_ui->summaryStack->currentWidget());
        const auto scroll = [page](QAbstractSlider::SliderAction action) {
            page->verticalScrollBar()->triggerAction(action);
            return true;
        };
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            return scroll(QAbstractSlider::SliderSingleStepAdd);
        case Qt::Key_Up:
            return scroll(QAbstractSlider::SliderSingleStepSub);
        case Qt::Key_PageDown:
            return scroll(QAbstractSlider::SliderPageStepAdd);
        case Qt::Key_PageUp:
            return scroll(QAbstractSlider::SliderPageStepSub);
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConnectionDetailPane::showHead(const QString &title, const QString &subtitle)
{
    m_ui->nameLabel->setFullText(title);
    m_ui->strategyLabel->setFullText(subtitle);
    const bool isOne = m_names.size() == 1;
    m_ui->idLabel->setFullText(isOne ? displaySafe(m_isMasked ? maskedId(m_shownId) : m_shownId)
                                     : QString());
    m_ui->idLabel->setVisible(isOne);
    m_ui->copyIdButton->setVisible(!m_names.isEmpty());
    m_ui->copyIdButton->setText(isOne ? QString() : tr("Copy names"));
    m_ui->copyIdButton->setAutoRaise(isOne);
    m_ui->copyIdButton->setToolTip(isOne ? tr("Copy the connection ID") : QString());
    m_ui->copyIdButton->setAccessibleName(isOne ? m_ui->copyIdButton->toolTip()
                                                : m_ui->copyIdButton->text());
}

void ConnectionDetailPane::showNone()
{
    showHead(tr("Overview"), tr("Select a connection to see its details."));
    m_ui->jsonPage->setJson({});
    m_ui->summaryStack->setCurrentWidget(m_ui->hintScroll);
}

void ConnectionDetailPane::showConnection(const OrganizationConnection &selected)
{
    const OrganizationConnection connection = m_isMasked ? masked(selected) : selected;
    constexpr qsizetype LongestName = 200;
    showHead(shortened(displayName(connection), LongestName), strategyLine(connection));
    showHints();
    for (FieldView *field : std::as_const(m_fields)) {
        field->showFieldOf(connection);
        field->show();
    }
    showOtherFields(connection);
    m_ui->jsonPage->setJson(connection.json.bytes());
    m_ui->summaryStack->setCurrentWidget(m_ui->summaryTab);
}

void ConnectionDetailPane::setRulesLeftOut(bool areLeftOut)
{
    m_areRulesLeftOut = areLeftOut;
    showHints();
}

void ConnectionDetailPane::showHints()
{
    if (!m_one)
        return;
    const OrganizationConnection shown = m_isMasked ? masked(*m_one) : *m_one;
    m_hints->setSentences(m_areRulesLeftOut ? hintSentencesOfNoRule(shown) : hintSentences(shown));
}

//! Names and ids are left out, because they differ in nearly every row.
void ConnectionDetailPane::showSeveral(const QList<OrganizationConnection> &connections)
{
    QStringList shown;
    constexpr qsizetype MostNames = 20; // more would not be seen
    for (const OrganizationConnection &connection :
         connections.first(std::min(connections.size(), MostNames)))
        shown.append(displayName(m_isMasked ? masked(connection) : connection));
    showHead(tr("%n connection(s)", nullptr, int(connections.size())), shown.join(", "_L1));
    m_hints->setSentences({});
    for (FieldView *field : std::as_const(m_fields)) {
        const bool isCompared = !isFreeText(field->field());
        if (isCompared)
            field->showFieldOf(connections);
        field->setVisible(isCompared);
    }
    m_otherFields->hide();
    m_ui->jsonPage->setJson({});
    m_ui->summaryStack->setCurrentWidget(m_ui->summaryTab);
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

} // namespace Vestibule
