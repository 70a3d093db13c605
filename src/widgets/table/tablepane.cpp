// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/tablepane.h"

#include "models/connectionfiltermodel.h"
#include "models/hintwords.h"
#include "models/organizationwords.h"
#include "models/visibletext.h"
#include "widgets/controls/hintlist.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/table/connectiontableview.h"

#include <QLocale>
#include <QProgressBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

// A line that comes and goes at once would only flicker.
constexpr auto ProgressDelay = 300ms; //!< before it comes
constexpr auto LeastProgress = 300ms; //!< for which it stays
constexpr int ProgressHeight = 4;

} // namespace

TablePane::TablePane(TenantSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_browser(session.browser())
    , m_progress(new QProgressBar(this))
    , m_banner(new MessageBanner(this))
    , m_table(new ConnectionTableView(this))
    , m_statePage(new StatePage(this))
    , m_stack(new QStackedLayout)
    , m_hints(new HintList(this))
{
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(ProgressHeight);
    m_progress->setAccessibleName(tr("Reading connections"));
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true); // so that the table does not jump
    m_progress->setSizePolicy(keepsPlace);
    m_table->setConnectionModel(m_browser.model());
    m_stack->addWidget(m_statePage);
    m_stack->addWidget(m_table);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    layout->addLayout(m_stack, 1);
    m_hints->setObjectName(u"listingHintList"_s);
    m_hints->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_hints);

    m_progressTimer.setSingleShot(true);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_progressEnd.setRemainingTime(LeastProgress);
    });
    m_progressEndTimer.setSingleShot(true);
    connect(&m_progressEndTimer, &QTimer::timeout, m_progress, &QWidget::hide);
    connect(m_statePage, &StatePage::actionTriggered, this, [this] { perform(m_action); });
    connect(&m_browser, &ConnectionBrowser::stateChanged, this, &TablePane::updateState);
    connect(&m_browser, &ConnectionBrowser::pageChanged, this, &TablePane::lookForSelection);
    connect(&m_table->filterModel(), &QAbstractItemModel::modelReset, this,
            &TablePane::updateState);
    m_progress->hide();
}

TablePane::~TablePane() = default;

void TablePane::setNotice(const std::optional<StatePage::Content> &notice)
{
    m_notice = notice;
    updateState();
}

void TablePane::setFindText(const QString &text)
{
    m_table->filterModel().setFindText(text);
    updateState();
}

void TablePane::updateState()
{
    const auto state = m_browser.state();
    const auto &page = m_browser.page();
    showProgress(state == ConnectionBrowser::State::Loading);
    // Of a part of a listing nobody can say what holds for the whole.
    const bool isPart = m_session.savedView() && m_session.savedView()->isPart();
    m_hints->setSentences(page && !isPart ? hintSentences(*page) : QStringList());
    const int matches = m_table->filterModel().rowCount();
    Q_EMIT matchesChanged(matches, m_browser.model()->rowCount());
    if (page && matches > 0)
        return showInStack(m_table);

    m_action = Action::None;
    if (m_notice) {
        m_action = Action::Notice;
        m_statePage->setContent(*m_notice);
    } else if (page)
        m_statePage->setContent(emptyContent(*page));
    else if (state == ConnectionBrowser::State::Failed)
        m_statePage->setContent({.iconName = u"offline"_s, .text = tr("Nothing could be read.")});
    else if (state == ConnectionBrowser::State::Cancelled) {
        m_action = Action::Refresh;
        m_statePage->setContent({.iconName = u"cancel"_s,
                                 .text = tr("Reading was cancelled."),
                                 .actionText = tr("Read again")});
    } else
        m_statePage->setContent({.iconName = u"wait"_s, .text = tr("Reading connections...")});
    showInStack(m_statePage);
}

//! Who was on the page that goes is on the one that comes: the keys lead on from there.
void TablePane::showInStack(QWidget *page)
{
    const QWidget *focus = window()->focusWidget();
    const QWidget *before = m_stack->currentWidget();
    const bool hadFocus = focus && (before == focus || before->isAncestorOf(focus));
    m_stack->setCurrentWidget(page);
    if (hadFocus && page != before)
        page->setFocus();
}

//! Another page has other rows, and nobody misses those of the one before.
void TablePane::lookForSelection()
{
    const auto &page = m_browser.page();
    const auto before = std::exchange(m_shown, page ? std::optional(page->request) : std::nullopt);
    if (page && before == page->request && m_table->hasLostSelection())
        Q_EMIT selectionLost();
}

void TablePane::showProgress(bool isLoading)
{
    if (!isLoading) {
        m_progressTimer.stop();
        if (m_progress->isVisible() && !m_progressEndTimer.isActive())
            m_progressEndTimer.start(std::chrono::milliseconds(m_progressEnd.remainingTime()));
        return;
    }
    m_progressEndTimer.stop();
    if (!m_progressTimer.isActive() && !m_progress->isVisible())
        m_progressTimer.start(ProgressDelay);
}

void TablePane::perform(Action action)
{
    switch (action) {
    case Action::None:
        return;
    case Action::Notice:
        return Q_EMIT noticeAction();
    case Action::ShowAll:
        return Q_EMIT showAllRequested();
    case Action::LastPage:
        return Q_EMIT lastPageRequested();
    case Action::Refresh:
        return Q_EMIT refreshRequested();
    case Action::ClearFind:
        return Q_EMIT clearFindRequested();
    }
}

StatePage::Content TablePane::emptyContent(const ConnectionPage &page)
{
    if (!page.items.isEmpty()) {
        m_action = Action::ClearFind;
        const QString text = visibleText(m_table->filterModel().findText());
        return {.iconName = u"search"_s,
                .text = tr("Nothing on this page matches “%1”.").arg(text),
                .actionText = tr("Clear")};
    }
    if (page.isBeyondEnd()) {
        m_action = page.total ? Action::LastPage : Action::Refresh;
        const QString number = QLocale().toString(page.request.index + 1);
        if (!page.total)
            return {.iconName = u"empty"_s, .text = tr("Page %1 is empty.").arg(number)};
        return {.iconName = u"empty"_s,
                .text = tr("Page %1 is empty: there are %n page(s).", nullptr, *page.pageCount())
                            .arg(number),
                .actionText = tr("Last page")};
    }
    if (!page.request.isEnabled) {
        const QString name = organizationTitle(
            m_session.privacy().organization(m_session.organization(page.request.organizationId)));
        return {.iconName = u"empty"_s, .text = tr("%1 has no connections.").arg(name)};
    }
    m_action = Action::ShowAll;
    return {.iconName = u"empty"_s,
            .text = *page.request.isEnabled ? tr("No enabled connections.")
                                            : tr("No disabled connections."),
            .actionText = tr("Show all")};
}

} // namespace Vestibule
