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
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/detail/loginpromptview.h"
#include "widgets/tenant/inventorytableview.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestTitle = 200;
constexpr int DetailsMargin = 12;
constexpr int LeastLines = 8; //!< of what is below the head

//! When the organization was asked for its connections; it has not always given them.
QString askedAtText(OrganizationState state, const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QString when = readTimeText(time.toLocalTime());
    switch (state) {
    case OrganizationState::Waiting:
    case OrganizationState::Read:
        return InventoryDetails::tr("read %1", "when").arg(when);
    case OrganizationState::Failed:
        return InventoryDetails::tr("tried %1", "when").arg(when);
    case OrganizationState::Gone:
        return InventoryDetails::tr("requested %1", "when").arg(when);
    }
    Q_UNREACHABLE();
}

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u" · "_s);
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
    , m_links(new QPushButton(tr("Show as lin&ks"), m_head))
    , m_withMuted(new QPushButton(tr("Show with the m&uted ones"), m_head))
    , m_mute(new QPushButton(tr("&Mute…"), m_head))
    , m_unmute(new QPushButton(tr("Un&mute"), m_head))
    , m_findingNote(new QLabel(m_head))
    , m_document(new QPushButton(tr("Read the &documentation"), m_head))
    , m_catalogue(new QPushButton(tr("Read the &tenant's connections"), m_head))
    , m_unused(new QPlainTextEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new QWidget(this))
    , m_connection(new ConnectionDetailPane(this))
    , m_related(InventoryList::Links)
    , m_relatedConnections(InventoryList::Links)
    , m_organizations(new InventoryTableView(m_related,
                                             {InventoryColumn::OrganizationDisplayName,
                                              InventoryColumn::IsEnabled,
                                              InventoryColumn::OrganizationAccessLevel},
                                             this))
    , m_connections(
          new InventoryTableView(m_relatedConnections,
                                 {InventoryColumn::ConnectionName, InventoryColumn::IsEnabled,
                                  InventoryColumn::OrganizationAccessLevel},
                                 this))
    , m_organizationTabs(new QTabWidget(this))
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
    m_unused->document()->setDocumentMargin(DetailsMargin);
    m_unused->setAccessibleName(findingTitle(FindingRule::Unused));
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_connection);
    m_stack->addWidget(m_organizations);
    m_organizationTabs->setObjectName(u"organizationTabs"_s);
    m_organizationTabs->setDocumentMode(true);
    m_organizationTabs->addTab(m_connections, tr("Connection&s"));
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
    head->addWidget(m_findingNote);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_live);
    buttons->addWidget(m_links);
    buttons->addWidget(m_mute);
    buttons->addWidget(m_unmute);
    buttons->addStretch();
    head->addSpacing(4);
    head->addLayout(buttons);
    head->addWidget(m_withMuted, 0, Qt::AlignLeft);
    head->addWidget(m_document, 0, Qt::AlignLeft);
    head->addWidget(m_catalogue, 0, Qt::AlignLeft);
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
    connect(m_organizations, &InventoryTableView::rowOpened, this, [this](const InventoryRow &row) {
        Q_EMIT liveRequested(std::get<InventoryLink>(row).organization);
    });
    connect(m_connections, &InventoryTableView::rowOpened, this, [this](const InventoryRow &row) {
        Q_EMIT linksRequested(std::get<InventoryLink>(row).connection.connectionId);
    });
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
    connect(m_connections, &InventoryTableView::rowSelected, this, [this] {
        const InventoryRow *row = m_connections->selectedRow();
        const auto *link = row ? std::get_if<InventoryLink>(row) : nullptr;
        m_prompt->setSelectedIds(link ? QStringList{link->connection.connectionId} : QStringList());
    });
    showNoPrompt(tr("Reading…"));
    showRow(nullptr);
}

InventoryDetails::~InventoryDetails() = default;

void InventoryDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
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
//! scrolled, and what is below it keeps some lines. No layout does that for texts that wrap.
void InventoryDetails::arrange()
{
    const auto heightAt = [this](int room) { return m_head->layout()->totalHeightForWidth(room); };
    const int wanted = heightAt(width());
    const bool isAlone = m_stack->currentWidget() == m_nothing;
    const int below = isAlone ? 0 : LeastLines * fontMetrics().lineSpacing();
    const int high = std::min(wanted, std::max(height() - below, height() / 2));
    const bool isScrolled = high < wanted;
    // Qt would keep a bar that was needed once: beside it, the texts need more lines.
    m_headArea->setVerticalScrollBarPolicy(isScrolled ? Qt::ScrollBarAlwaysOn
                                                      : Qt::ScrollBarAlwaysOff);
    m_headArea->setGeometry(0, 0, width(), high);
    m_stack->setGeometry(0, high, width(), height() - high);
    const int bar = isScrolled ? m_headArea->verticalScrollBar()->sizeHint().width() : 0;
    m_head->setMinimumHeight(heightAt(width() - bar));
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
    showId();
    m_live->setVisible(row
                       && (std::holds_alternative<InventoryLink>(*row)
                           || std::holds_alternative<InventoryOrganization>(*row)));
    m_links->setVisible(row && std::holds_alternative<ConnectionUse>(*row));
    m_links->setText(tr("Show as lin&ks"));
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
    m_subtitle->setText(joined(
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
    parts.append(tr("in %Ln organization(s)", nullptr, use.organizations));
    m_subtitle->setText(joined(parts));
    QStringList notes{tr("Enabled in %1, disabled in %2.")
                          .arg(QLocale().toString(use.enabled), QLocale().toString(use.disabled))};
    if (use.membership > 0)
        notes.append(tr("Automatic membership in %Ln of them.", nullptr, use.membership));
    if (use.signup > 0)
        notes.append(tr("Sign-up in %Ln of them.", nullptr, use.signup));
    notes.append(tr("Access levels: %1.").arg(levelsText(use)));
    m_note->setText(notes.join(u' '));
    m_note->show();
    showRelated(m_organizations, {.connection = use.id});
}

void InventoryDetails::showOrganization(const InventoryOrganization &entry)
{
    const Organization organization = m_privacy.organization(entry.organization);
    m_title->setText(shortened(organizationTitle(organization), LongestTitle));
    const bool isRead = entry.state == OrganizationState::Read;
    m_subtitle->setText(joined(
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
    m_subtitle->setText(joined(parts));
    m_note->setText(findingSentence(count.rule));
    m_note->show();
    const bool isConnection = info.subject == FindingSubject::Connection;
    m_links->setVisible(!isConnection && count.count + count.muted > 0);
    m_links->setText(count.count > 0 ? tr("Show &them") : tr("Show the muted one&s"));
    m_withMuted->setVisible(!isConnection && count.count > 0 && count.muted > 0);
    m_document->setVisible(!info.source.isEmpty());
    m_document->setToolTip(info.source);
    m_stack->setCurrentWidget(isConnection ? static_cast<QWidget *>(m_unused) : m_nothing);
    if (isConnection)
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
        const auto *count = m_row ? std::get_if<FindingCount>(&*m_row) : nullptr;
        if (lines.isEmpty() && count && !count->isChecked)
            lines.append(tr("This needs a complete inventory with the connections of the tenant, "
                            "which a sweep reads only on request."));
        m_unused->setPlainText(lines.join(u'\n'));
    });
}

void InventoryDetails::showFinding(const std::optional<FindingRule> &rule, const FindingMute *mute)
{
    const auto *count = m_row ? std::get_if<FindingCount>(&*m_row) : nullptr;
    const bool hasAny = !count || count->count > 0;
    m_mute->setVisible(rule && !mute && hasAny);
    m_unmute->setVisible(rule && mute);
    QStringList sentences;
    if (rule && !count) // a rule says it itself
        sentences.append(findingSentence(*rule));
    if (mute) {
        const QDateTime at = QDateTime::fromString(mute->at, Qt::ISODate).toLocalTime();
        sentences.append(tr("Muted by %1, %2 (%3): %4", "user, time, for what, reason")
                             .arg(displaySafe(m_privacy.name(mute->by)), readTimeText(at),
                                  muteScopeText(mute->key),
                                  displaySafe(m_privacy.name(mute->reason))));
    }
    m_findingNote->setText(sentences.join(u'\n'));
    m_findingNote->setVisible(!sentences.isEmpty());
}

void InventoryDetails::showRelated(InventoryTableView *table, const InventoryFilter &filter)
{
    InventoryListing &listing = table->listing();
    const bool isOrganization = table == m_connections;
    listing.setOrder(isOrganization ? InventoryColumn::ConnectionName
                                    : InventoryColumn::OrganizationDisplayName,
                     false);
    listing.setFilter(filter);
    listing.show();
    m_stack->setCurrentWidget(isOrganization ? static_cast<QWidget *>(m_organizationTabs) : table);
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
