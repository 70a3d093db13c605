// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorydetails.h"

#include "core/loginprompt.h"
#include "core/shortened.h"
#include "core/strategycatalog.h"
#include "models/displaytext.h"
#include "models/findingtext.h"
#include "models/inventorytext.h"
#include "models/loginprompttext.h"
#include "models/organizationtext.h"
#include "session/inventorytext.h"
#include "session/privacymode.h"
#include "widgets/controls/copybutton.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/programstyle.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/detail/loginpromptview.h"
#include "widgets/tenant/findingbox.h"
#include "widgets/tenant/linklistview.h"

#include <QDesktopServices>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestTitle = 200;
constexpr int DetailsMargin = ProgramStyle::EdgeMargin;
constexpr int LeastLines = 8; //!< of what is below the head

//! When the organization was asked for its connections; it has not always given them. No line ends
//! between the word and the time.
QString askedAtText(OrganizationState state, const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QString when = readTimeText(time.toLocalTime());
    switch (state) {
    case OrganizationState::Waiting:
    case OrganizationState::Read:
        return InventoryDetails::tr("read\u00a0%1", "when").arg(when);
    case OrganizationState::Failed:
        return InventoryDetails::tr("tried\u00a0%1", "when").arg(when);
    case OrganizationState::Gone:
        return InventoryDetails::tr("requested\u00a0%1", "when").arg(when);
    }
    Q_UNREACHABLE();
}

} // namespace

InventoryDetails::InventoryDetails(const PrivacyMode &privacy, QWidget *parent)
    : QWidget(parent)
    , m_privacy(privacy)
    , m_head(new QWidget)
    , m_headArea(new ScrollPage(this))
    , m_title(new QLabel(m_head))
    , m_subtitle(new MutedLabel(m_head))
    , m_idRow(new QWidget(m_head))
    , m_id(new ElidedLabel(m_idRow))
    , m_copyId(new CopyButton(m_idRow))
    , m_note(new QLabel(m_head))
    , m_live(new QPushButton(tr("Open in &tenant"), m_head))
    , m_links(new QPushButton(tr("Show lin&ks"), m_head))
    , m_withMuted(new QPushButton(tr("Show with the m&uted ones"), m_head))
    , m_mute(new QPushButton(tr("&Mute…"), m_head))
    , m_unmute(new QPushButton(tr("Un&mute"), m_head))
    , m_box(new FindingBox(m_head))
    , m_findingNote(new QLabel(m_head))
    , m_document(new QPushButton(tr("Read the &documentation"), m_head))
    , m_catalogue(new QPushButton(tr("Read the &tenant's connections"), m_head))
    , m_unused(new QPlainTextEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new QWidget(this))
    , m_connection(new ConnectionDetailPane(this))
    , m_related(InventoryList::Links)
    , m_relatedConnections(InventoryList::Links)
    , m_organizations(new LinkListView(m_related, LinkListModel::NamedBy::Organization, this))
    , m_connectionTabs(makeTabs(*m_organizations, tr("Organi&zations")))
    , m_figures(new QGridLayout)
    , m_connections(
          new LinkListView(m_relatedConnections, LinkListModel::NamedBy::Connection, this))
    , m_organizationTabs(makeTabs(*m_connections, tr("Connection&s")))
    , m_prompt(new LoginPromptView(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    makeTitle(*m_title);
    m_title->setObjectName(u"inventoryTitle"_s);
    m_note->setObjectName(u"inventoryNote"_s);
    m_findingNote->setObjectName(u"findingNote"_s);
    for (QLabel *label : {m_title, static_cast<QLabel *>(m_subtitle), m_note, m_findingNote}) {
        wrapPlainText(*label);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_id->setObjectName(u"inventoryIdLabel"_s);
    m_id->setFont(monospacedFont(font()));
    m_id->setElideMode(Qt::ElideMiddle);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copyId->setObjectName(u"copyInventoryIdButton"_s);
    m_copyId->setAutoRaise(true);
    m_box->setTabComesFrom(*m_copyId);
    m_connection->setRulesLeftOut(true); // the box has them, unless they are muted
    auto *idLine = new QHBoxLayout(m_idRow);
    idLine->setContentsMargins(0, 0, 0, 0);
    idLine->setSpacing(4);
    idLine->addWidget(m_id);
    idLine->addWidget(m_copyId);
    idLine->addStretch();
    m_idRow->hide();
    m_live->setObjectName(u"liveButton"_s);
    m_links->setObjectName(u"linksButton"_s);
    m_withMuted->setObjectName(u"withMutedButton"_s);
    m_mute->setObjectName(u"muteButton"_s);
    m_mute->setToolTip(tr("Stop counting this finding, with a reason"));
    m_unmute->setObjectName(u"unmuteButton"_s);
    m_document->setObjectName(u"documentButton"_s);
    m_catalogue->setObjectName(u"catalogueButton"_s);
    m_catalogue->setToolTip(tr("Only their IDs, names and strategies, one request for 100; the "
                               "token needs the scope read:connections"));
    m_unused->setObjectName(u"unusedList"_s);
    m_unused->setReadOnly(true);
    m_unused->setFrameShape(QFrame::StyledPanel); // which shows the focus
    m_unused->document()->setDocumentMargin(DetailsMargin - m_unused->frameWidth());
    m_unused->setAccessibleName(findingTitle(FindingRule::Unused));
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_connection);
    m_connectionTabs->setObjectName(u"connectionTabs"_s);
    addFigures();
    m_stack->addWidget(m_connectionTabs);
    m_organizationTabs->setObjectName(u"organizationTabs"_s);
    m_organizationTabs->addTab(m_prompt, tr("&Login prompt"));
    m_stack->addWidget(m_organizationTabs);
    m_stack->addWidget(m_unused);

    auto *head = new QVBoxLayout(m_head);
    head->setContentsMargins(DetailsMargin, 8, DetailsMargin, 8);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);
    head->addWidget(m_idRow);
    head->addWidget(m_note);
    head->addWidget(m_box);
    head->addWidget(m_findingNote);
    auto *buttons = new FlowLayout(6);
    for (QWidget *button : {m_live, m_links, m_mute, m_unmute, m_withMuted, m_catalogue})
        buttons->addWidget(button);
    head->addSpacing(4);
    head->addLayout(buttons);
    head->addWidget(m_document, 0, Qt::AlignLeft); // by itself: the others come and go
    m_headArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_headArea->setWidget(m_head);
    m_head->installEventFilter(this);
    connect(m_stack, &QStackedWidget::currentChanged, this, &InventoryDetails::arrange);

    connect(m_copyId, &QToolButton::clicked, this, [this] {
        const bool isConnection = m_row && std::holds_alternative<ConnectionUse>(*m_row);
        copyToClipboard(m_shownId, *this,
                        isConnection ? tr("Connection ID copied") : tr("Organization ID copied"));
        m_copyId->showCopied();
    });
    connect(m_live, &QPushButton::clicked, this, [this] {
        if (const auto *link = m_row ? std::get_if<InventoryLink>(&*m_row) : nullptr)
            Q_EMIT liveRequested(link->organization);
        else if (const auto *entry = m_row ? std::get_if<InventoryOrganization>(&*m_row) : nullptr)
            Q_EMIT liveRequested(entry->organization);
    });
    connect(m_links, &QPushButton::clicked, this, [this] {
        if (const auto *use = m_row ? std::get_if<ConnectionUse>(&*m_row) : nullptr)
            Q_EMIT linksRequested(use->id);
        if (const auto *entry = m_row ? std::get_if<InventoryOrganization>(&*m_row) : nullptr)
            Q_EMIT linksOfOrganizationRequested(entry->organization);
        if (const auto *count = m_row ? std::get_if<FindingCount>(&*m_row) : nullptr)
            Q_EMIT findingsRequested(count->rule, count->count == 0);
    });
    connect(m_withMuted, &QPushButton::clicked, this, [this] {
        if (const auto *count = m_row ? std::get_if<FindingCount>(&*m_row) : nullptr)
            Q_EMIT findingsRequested(count->rule, true);
    });
    connect(m_mute, &QPushButton::clicked, this, &InventoryDetails::muteRequested);
    connect(m_unmute, &QPushButton::clicked, this, &InventoryDetails::unmuteRequested);
    connect(m_catalogue, &QPushButton::clicked, this, &InventoryDetails::catalogueRequested);
    connect(m_document, &QPushButton::clicked, this, [this] {
        if (const auto *count = m_row ? std::get_if<FindingCount>(&*m_row) : nullptr)
            QDesktopServices::openUrl(QUrl(findingRule(count->rule).source));
    });
    connect(m_organizations, &LinkListView::rowOpened, this, [this](const InventoryRow &row) {
        Q_EMIT liveRequested(std::get<InventoryLink>(row).organization);
    });
    connect(m_organizations, &LinkListView::linksRequested, this, [this](const InventoryRow &row) {
        Q_EMIT linksOfOrganizationRequested(std::get<InventoryLink>(row).organization);
    });
    const auto showLinksOf = [this](const InventoryRow &row) {
        Q_EMIT linksRequested(std::get<InventoryLink>(row).connection.connectionId);
    };
    connect(m_connections, &LinkListView::rowOpened, this, showLinksOf);
    connect(m_connections, &LinkListView::linksRequested, this, showLinksOf);
    connect(m_box, &FindingBox::ruleRequested, this, &InventoryDetails::ruleRequested);
    connect(m_organizationTabs, &QTabWidget::currentChanged, this, &InventoryDetails::updatePrompt);
    connect(m_connection, &ConnectionDetailPane::tabChanged, this, &InventoryDetails::updatePrompt);
    connect(&m_reader, &OrganizationReader::finished, this, &InventoryDetails::takePrompt);
    connect(m_connection, &ConnectionDetailPane::connectionChosen, this, [this](const QString &id) {
        if (const auto key = promptKey())
            Q_EMIT linkChosen({.organizationId = key->organizationId, .connectionId = id});
    });
    connect(m_prompt, &LoginPromptView::connectionChosen, this, [this](const QString &id) {
        if (const auto key = promptKey())
            m_connections->select({.organizationId = key->organizationId, .connectionId = id});
    });
    connect(m_connections, &LinkListView::rowSelected, this, [this] {
        const InventoryRow *row = m_connections->selectedRow();
        const auto *link = row ? std::get_if<InventoryLink>(row) : nullptr;
        m_prompt->setSelectedIds(link ? QStringList{link->connection.connectionId} : QStringList());
    });
    showNoPrompt(tr("Reading…"));
    showRow(nullptr);
    showFinding({}, nullptr);
}

InventoryDetails::~InventoryDetails()
{
    delete m_organizations; // before the listings that they show
    delete m_connections;
}

void InventoryDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void InventoryDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

bool InventoryDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_head && event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::eventFilter(watched, event);
}

//! The same for every row, so that the list keeps its height.
QSize InventoryDetails::minimumSizeHint() const
{
    const QSize head = m_headArea->minimumSizeHint();
    return {std::max(head.width(), m_stack->minimumSizeHint().width()),
            head.height() + LeastLines * fontMetrics().lineSpacing()};
}

//! The head is as high as what it says; where there is too little room for that, it can be
//! scrolled, and what is below it keeps some lines. No layout does that for texts that wrap. Below
//! a table, where the details are wide and low, the two stand side by side.
void InventoryDetails::arrange()
{
    constexpr int LeastWidthOfBoth = 520;
    const bool isAlone = m_stack->currentWidget() == m_nothing;
    const bool isBeside = !isAlone && width() >= scaledToFont({LeastWidthOfBoth, 1}).width()
        && 2 * width() > 3 * height();
    const auto heightAt = [this](int room) { return m_head->layout()->totalHeightForWidth(room); };
    const int wide = isBeside ? width() * 2 / 5 : width();
    const int wanted = heightAt(wide);
    const int below = isAlone ? 0 : LeastLines * fontMetrics().lineSpacing();
    const int high =
        isBeside ? height() : std::min(wanted, std::max(height() - below, height() / 2));
    const bool isScrolled = high < wanted;
    // Qt would keep a bar that was needed once: beside it, the texts need more lines.
    m_headArea->setVerticalScrollBarPolicy(isScrolled ? Qt::ScrollBarAlwaysOn
                                                      : Qt::ScrollBarAlwaysOff);
    const auto place = [this](QWidget &part, const QRect &where) {
        part.setGeometry(QStyle::visualRect(layoutDirection(), rect(), where));
    };
    place(*m_headArea, {0, 0, wide, high});
    place(*m_stack,
          isBeside ? QRect(wide, 0, width() - wide, height())
                   : QRect(0, high, width(), height() - high));
    const int bar = isScrolled ? m_headArea->verticalScrollBar()->sizeHint().width() : 0;
    m_head->setMinimumHeight(heightAt(wide - bar));
}

void InventoryDetails::setSource(const InventorySourcePtr &source, ConnectionEndpoint endpoint)
{
    showRow(nullptr);
    m_promptKey.reset();
    m_reader.stop();
    m_endpoint = endpoint;
    m_related.setSource(source);
    m_relatedConnections.setSource(source);
    m_readingUnused.reset();
    m_inventory = source;
}

void InventoryDetails::setCatalogueOffered(bool isOffered)
{
    m_isCatalogueOffered = isOffered;
    updateCatalogue();
}

void InventoryDetails::setSelectable(bool isSelectable)
{
    m_isSelectable = isSelectable;
    if (!m_row)
        updateHint();
}

void InventoryDetails::updateHint()
{
    m_subtitle->setText(m_isSelectable ? tr("Select a row to see its details.") : QString());
}

void InventoryDetails::updateCatalogue()
{
    const auto *count = m_row ? std::get_if<FindingCount>(&*m_row) : nullptr;
    m_catalogue->setVisible(m_isCatalogueOffered && count && count->rule == FindingRule::Unused
                            && !count->isChecked);
}

void InventoryDetails::updatePrivacy()
{
    const auto row = m_row;
    m_row.reset();
    m_promptKey.reset(); // to be drawn again
    showRow(row ? &*row : nullptr);
}

void InventoryDetails::showRow(const InventoryRow *row)
{
    if (row && m_row == *row)
        return;
    m_row = row ? std::optional(*row) : std::nullopt;
    m_related.model().setMasked(m_privacy.isOn());
    m_relatedConnections.model().setMasked(m_privacy.isOn());
    m_connection->setMasked(m_privacy.isOn());
    m_note->hide();
    showBox();
    showId();
    m_live->setVisible(row
                       && (std::holds_alternative<InventoryLink>(*row)
                           || std::holds_alternative<InventoryOrganization>(*row)));
    m_links->setVisible(row
                        && (std::holds_alternative<ConnectionUse>(*row)
                            || std::holds_alternative<InventoryOrganization>(*row)));
    m_links->setText(tr("Show lin&ks"));
    m_withMuted->hide();
    m_document->hide();
    m_readingUnused.reset();
    updateCatalogue();
    if (!row) {
        m_title->clear();
        updateHint();
        m_stack->setCurrentWidget(m_nothing);
    } else if (const auto *link = std::get_if<InventoryLink>(&*m_row)) {
        showLink(*link);
    } else if (const auto *use = std::get_if<ConnectionUse>(&*m_row)) {
        showUse(*use);
    } else if (const auto *count = std::get_if<FindingCount>(&*m_row)) {
        showRule(*count);
    } else {
        showOrganization(std::get<InventoryOrganization>(*m_row));
    }
    updatePrompt();
}

//! Of a connection or an organization; the pane of a link has its own. The real one is copied.
void InventoryDetails::showId()
{
    const auto *use = m_row ? std::get_if<ConnectionUse>(&*m_row) : nullptr;
    const auto *entry = m_row ? std::get_if<InventoryOrganization>(&*m_row) : nullptr;
    m_shownId = use ? use->id : entry ? entry->organization.id : QString();
    m_id->setFullText(displaySafe(m_privacy.id(m_shownId)));
    const QString name = use ? tr("Copy the connection ID") : tr("Copy the organization ID");
    m_copyId->setToolTip(name);
    m_copyId->setAccessibleName(name);
    m_idRow->setVisible(!m_shownId.isEmpty());
}

void InventoryDetails::showLink(const InventoryLink &link)
{
    const Organization organization = m_privacy.organization(link.organization);
    m_title->setText(shortened(organizationTitle(organization), LongestTitle));
    m_subtitle->setText(joinedParts(
        {displaySafe(organization.name), askedAtText(OrganizationState::Read, link.readAt)}));
    m_connection->showConnections({link.connection});
    m_stack->setCurrentWidget(m_connection);
}

void InventoryDetails::showUse(const ConnectionUse &use)
{
    const InventoryRow shown = m_privacy.isOn() ? masked(use) : use;
    m_title->setText(shortened(cellWord(shown, InventoryColumn::ConnectionName), LongestTitle));
    QStringList parts;
    if (use.strategy) {
        parts.append(categoryWord(strategyInfo(*use.strategy).category));
        parts.append(strategyWord(*use.strategy));
        parts.removeDuplicates();
    }
    // No line ends between the number and what is counted.
    parts.append(
        tr("in %Ln organization(s)", nullptr, use.organizations).replace(u' ', QChar(QChar::Nbsp)));
    m_subtitle->setText(joinedParts(parts));
    showFigures(use);
    showRelated(m_organizations, {.connection = use.id});
}

void InventoryDetails::showOrganization(const InventoryOrganization &entry)
{
    const Organization organization = m_privacy.organization(entry.organization);
    m_title->setText(shortened(organizationTitle(organization), LongestTitle));
    const bool isRead = entry.state == OrganizationState::Read;
    m_subtitle->setText(joinedParts(
        {displaySafe(organization.name),
         isRead ? tr("%Ln connection(s)", nullptr, entry.connections) : stateWord(entry.state),
         askedAtText(entry.state, entry.readAt)}));
    if (entry.state == OrganizationState::Failed || entry.state == OrganizationState::Gone) {
        const InventoryRow shown = m_privacy.isOn() ? masked(entry) : entry;
        const QString text = displaySafe(std::get<InventoryOrganization>(shown).errorText);
        const QString status =
            entry.errorStatus > 0 ? tr("HTTP status %1").arg(entry.errorStatus) : tr("no response");
        m_note->setText(text.isEmpty() ? tr("Not read: %1.").arg(status)
                                       : tr("Not read: %1 (%2).").arg(text, status));
        m_note->show();
    }
    showRelated(m_connections, {.organization = entry.organization.id});
}

void InventoryDetails::showRule(const FindingCount &count)
{
    const FindingRuleInfo &info = findingRule(count.rule);
    m_title->setText(findingTitle(count.rule));
    QStringList parts{severityWord(info.severity),
                      count.count > 0       ? findingCountText(count.rule, count.count)
                          : count.isChecked ? tr("nothing found")
                                            : tr("not checked")};
    if (count.muted > 0)
        parts.append(tr("%Ln muted", nullptr, int(count.muted)));
    m_subtitle->setText(joinedParts(parts));
    // The sentence speaks of what was found; where that is nothing, it would not be true.
    QStringList sentences{findingSentence(count.rule)};
    if (count.count == 0)
        sentences.prepend(tr("This rule reports:"));
    const bool isConnection = info.subject == FindingSubject::Connection;
    if (isConnection && !count.isChecked)
        sentences.append(tr("This needs a complete inventory with the connections of the tenant, "
                            "which a sweep reads only on request."));
    m_note->setText(sentences.join(u'\n'));
    m_note->show();
    m_links->setVisible(!isConnection && count.count + count.muted > 0);
    m_links->setText(count.count > 0 ? tr("Show &them") : tr("Show the muted one&s"));
    m_withMuted->setVisible(!isConnection && count.count > 0 && count.muted > 0);
    m_document->setVisible(!info.source.isEmpty());
    m_document->setToolTip(info.source);
    const bool hasList = isConnection && count.count + count.muted > 0;
    m_stack->setCurrentWidget(hasList ? static_cast<QWidget *>(m_unused) : m_nothing);
    if (hasList)
        showUnused();
}

//! They are in no list of the inventory, which has only connections of organizations.
void InventoryDetails::showUnused()
{
    m_unused->clear();
    if (!m_inventory)
        return;
    m_readingUnused = m_inventory->unusedConnections();
    connect(m_readingUnused.get(), &ReplyBase::finished, this, [this] {
        const auto reading = std::move(m_readingUnused);
        if (!reading->result())
            return m_unused->setPlainText(inventoryProblemText(reading->result().error()));
        QStringList lines;
        for (const ConnectionUse &use : *reading->result()) {
            const InventoryRow shown = m_privacy.isOn() ? masked(use) : use;
            lines.append(cellWord(shown, InventoryColumn::ConnectionName) + u" · "_s
                         + cellWord(shown, InventoryColumn::Strategy));
        }
        m_unused->setPlainText(lines.join(u'\n'));
    });
}

void InventoryDetails::showFinding(const std::optional<FindingRule> &rule, const FindingMute *mute)
{
    const auto *count = m_row ? std::get_if<FindingCount>(&*m_row) : nullptr;
    const bool hasAny = !count || count->count > 0;
    m_mute->setVisible(rule && !mute && hasAny);
    m_unmute->setVisible(rule && mute);
    m_filterRule = rule && !mute && !count ? rule : std::nullopt;
    showBox();
    QStringList sentences;
    if (rule && mute && !count) // otherwise the box or the rule's own page has the sentence
        sentences.append(findingSentence(*rule));
    if (mute) {
        const QDateTime at = QDateTime::fromString(mute->at, Qt::ISODate).toLocalTime();
        const QString by = displaySafe(m_privacy.name(mute->by)); // a system may know no user
        const QString time = readTimeText(at);
        const QString scope = muteScopeText(mute->key);
        const QString reason = displaySafe(m_privacy.name(mute->reason));
        sentences.append(
            by.isEmpty()
                ? tr("Muted %1 (%2): %3", "time, for what, reason").arg(time, scope, reason)
                : tr("Muted by %1, %2 (%3): %4", "user, time, for what, reason")
                      .arg(by, time, scope, reason));
    }
    m_findingNote->setText(sentences.join(u'\n'));
    m_findingNote->setVisible(!sentences.isEmpty());
}

//! In the order that was chosen last.
void InventoryDetails::showRelated(LinkListView *list, const InventoryFilter &filter)
{
    InventoryListing &listing = list->listing();
    listing.setFilter(filter);
    listing.show();
    m_stack->setCurrentWidget(list == m_connections ? m_organizationTabs : m_connectionTabs);
}

//! A list beside other pages, and what sorts it while it is shown.
QTabWidget *InventoryDetails::makeTabs(LinkListView &list, const QString &title)
{
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->setUsesScrollButtons(false); // the pane is as wide as its tabs need
    tabs->addTab(&list, title);
    auto *corner = new QWidget(tabs);
    auto *order = new QToolButton(corner);
    order->setObjectName(u"orderButton"_s);
    order->setIcon(symbolIcon(u"sort"_s));
    order->setToolTip(tr("Sort the list"));
    order->setAccessibleName(order->toolTip());
    order->setAutoRaise(true);
    order->setFocusPolicy(Qt::StrongFocus);
    connect(order, &QToolButton::clicked, &list, [order, &list] {
        list.orderMenu()->popup(order->mapToGlobal(QPoint(0, order->height())));
    });
    auto *place = new QHBoxLayout(corner); // which stays when the button is hidden
    place->setContentsMargins(0, 0, 8, 0);
    place->addWidget(order);
    QSizePolicy keepsPlace = order->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    order->setSizePolicy(keepsPlace);
    tabs->setCornerWidget(corner);
    connect(tabs, &QTabWidget::currentChanged, order,
            [tabs, order, &list] { order->setVisible(tabs->currentWidget() == &list); });
    return tabs;
}

namespace {

constexpr std::array FigureColumns{InventoryColumn::Organizations, InventoryColumn::Enabled,
                                   InventoryColumn::Disabled,      InventoryColumn::Membership,
                                   InventoryColumn::Signup,        InventoryColumn::Shown,
                                   InventoryColumn::Levels};

} // namespace

//! A page with the numbers of a connection, one a line.
void InventoryDetails::addFigures()
{
    auto *page = new QWidget;
    m_figures->setContentsMargins(DetailsMargin, DetailsMargin, DetailsMargin, DetailsMargin);
    m_figures->setVerticalSpacing(8);
    m_figures->setColumnStretch(1, 1);
    int line = 0;
    for (const InventoryColumn column : FigureColumns) {
        auto *title = new MutedLabel(page);
        title->setText(columnTitle(InventoryList::Connections, column));
        title->setToolTip(literalToolTip(columnSentence(InventoryList::Connections, column)));
        auto *value = new QLabel(page);
        value->setObjectName(u"figure"_s);
        wrapPlainText(*value);
        value->setAlignment(Qt::AlignRight | Qt::AlignTop);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setToolTip(title->toolTip());
        m_figures->addWidget(title, line, 0, Qt::AlignTop);
        m_figures->addWidget(value, line++, 1);
    }
    m_figures->setRowStretch(line, 1);
    page->setLayout(m_figures);
    auto *area = new ReadingArea(m_connectionTabs);
    area->setWidget(page);
    area->setAccessibleName(tr("Summary"));
    page->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    m_connectionTabs->addTab(area, tr("S&ummary"));
}

void InventoryDetails::showFigures(const ConnectionUse &use)
{
    for (int line = 0; line < int(FigureColumns.size()); ++line) {
        auto *value = qobject_cast<QLabel *>(m_figures->itemAtPosition(line, 1)->widget());
        value->setText(cellWord(use, FigureColumns.at(std::size_t(line))));
        value->setAccessibleName(spokenCell(use, FigureColumns.at(std::size_t(line))));
    }
}

void InventoryDetails::showBox()
{
    m_box->setFindings(m_row ? findingsOf(*m_row) : QList<FindingRule>(), m_filterRule);
}

std::optional<InventoryDetails::PromptKey> InventoryDetails::promptKey() const
{
    if (const auto *link = m_row ? std::get_if<InventoryLink>(&*m_row) : nullptr)
        return PromptKey{.organizationId = link->organization.id, .readAt = link->readAt};
    if (const auto *entry = m_row ? std::get_if<InventoryOrganization>(&*m_row) : nullptr)
        return PromptKey{.organizationId = entry->organization.id,
                         .readAt = entry->readAt,
                         .state = entry->state};
    return {};
}

bool InventoryDetails::isPromptShown() const
{
    return m_stack->currentWidget() == m_organizationTabs
        ? m_organizationTabs->currentWidget() == m_prompt
        : m_stack->currentWidget() == m_connection && m_connection->isLoginPromptShown();
}

//! Reads an organization only when somebody looks at its drawing. The drawing stays while another
//! row of the same organization is selected.
void InventoryDetails::updatePrompt()
{
    const auto key = promptKey();
    if (!key || !isPromptShown() || key == m_promptKey || !m_inventory)
        return;
    m_promptKey = key;
    showNoPrompt(tr("Reading…"));
    m_reader.read(m_inventory, key->organizationId);
}

void InventoryDetails::takePrompt()
{
    if (m_reader.problem()) {
        m_promptKey.reset(); // to be read again when somebody looks at it again
        return showNoPrompt(inventoryProblemText(*m_reader.problem()));
    }
    const auto &content = m_reader.content();
    if (!content)
        return showNoPrompt(tr("The inventory no longer contains this organization."));
    switch (content->organization.state) {
    case OrganizationState::Waiting:
        return showNoPrompt(tr("Nothing to draw: the organization has not been read yet."));
    case OrganizationState::Failed:
        return showNoPrompt(
            tr("Nothing to draw: the organization's connections could not be read."));
    case OrganizationState::Gone:
        return showNoPrompt(tr("Nothing to draw: the organization no longer exists."));
    case OrganizationState::Read:
        break;
    }
    const LoginPrompt prompt =
        loginPrompt({.connections = content->connections, .isWhole = true, .endpoint = m_endpoint});
    const Organization shown = m_privacy.organization(content->organization.organization);
    m_connection->showLoginPrompt(prompt, shown);
    m_prompt->setWords(loginPromptWords(prompt, shown, m_privacy.isOn()));
}

void InventoryDetails::showNoPrompt(const QString &why)
{
    m_connection->showNoLoginPrompt(why);
    m_prompt->setNotice(why);
}

} // namespace Vestibule
