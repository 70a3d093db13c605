// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/tablepane.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "models/organizationtext.h"
#include "session/connectionbrowser.h"
#include "widgets/controls/hintlist.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/table/connectiontableview.h"

#include <QAbstractItemModel>
#include <QLocale>
#include <QProgressBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

// Without these times the progress line would flicker when a response comes quickly.
constexpr auto ProgressShowDelay = 300ms; //!< from the request until the line is shown
constexpr auto MinimumProgress = 300ms; //!< for which the line stays visible
constexpr int ProgressHeight = 4;

} // namespace

TablePane::TablePane(ConnectionBrowser &browser, QWidget *parent)
    : QWidget(parent)
    , m_browser(browser)
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

    m_progressDelay.setSingleShot(true);
    connect(&m_progressDelay, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_progressEnd.setRemainingTime(MinimumProgress);
    });
    m_progressEndTimer.setSingleShot(true);
    connect(&m_progressEndTimer, &QTimer::timeout, m_progress, &QWidget::hide);
    connect(&m_browser, &ConnectionBrowser::stateChanged, this, &TablePane::updateState);
    connect(&m_browser, &ConnectionBrowser::pageChanged, this, &TablePane::checkSelection);
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

void TablePane::setOrganizationTitle(const QString &title)
{
    if (title == m_organizationTitle)
        return;
    m_organizationTitle = title;
    updateState();
}

void TablePane::setPartial(bool isPartial)
{
    if (isPartial == m_isPartial)
        return;
    m_isPartial = isPartial;
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
    m_hints->setSentences(page && !m_isPartial ? hintSentences(*page) : QStringList());
    const int matches = m_table->filterModel().rowCount();
    Q_EMIT matchesChanged(matches, m_browser.model()->rowCount());
    if (page && matches > 0)
        return showInStack(m_table);

    if (m_notice)
        m_statePage->setContent(*m_notice);
    else if (page)
        m_statePage->setContent(emptyContent(*page));
    else if (state == ConnectionBrowser::State::Failed)
        m_statePage->setContent({.iconName = u"offline"_s, .text = tr("Nothing could be read.")});
    else if (state == ConnectionBrowser::State::Cancelled)
        m_statePage->setContent({.iconName = u"cancel"_s,
                                 .text = tr("Reading was cancelled."),
                                 .actionText = tr("Read again"),
                                 .action = [this] { m_browser.retry(); }});
    else
        m_statePage->setContent({.iconName = u"wait"_s, .text = tr("Reading connections…")});
    showInStack(m_statePage);
}

//! Keeps the keyboard focus when the stack switches pages.
void TablePane::showInStack(QWidget *page)
{
    const QWidget *focus = window()->focusWidget();
    const QWidget *before = m_stack->currentWidget();
    const bool hadFocus = focus && (before == focus || before->isAncestorOf(focus));
    m_stack->setCurrentWidget(page);
    if (hadFocus && page != before)
        page->setFocus();
}

//! Reports a lost selection only after a refresh of the same page; another page has other rows.
void TablePane::checkSelection()
{
    const auto &page = m_browser.page();
    const auto before = std::exchange(m_shown, page ? std::optional(page->request) : std::nullopt);
    if (page && before == page->request && m_table->hasLostSelection())
        Q_EMIT selectionLost();
}

void TablePane::showProgress(bool isLoading)
{
    if (!isLoading) {
        m_progressDelay.stop();
        if (m_progress->isVisible() && !m_progressEndTimer.isActive())
            m_progressEndTimer.start(std::chrono::milliseconds(m_progressEnd.remainingTime()));
        return;
    }
    m_progressEndTimer.stop();
    if (!m_progressDelay.isActive() && !m_progress->isVisible())
        m_progressDelay.start(ProgressShowDelay);
}

StatePage::Content TablePane::emptyContent(const ConnectionPage &page)
{
    if (!page.items.isEmpty()) {
        const QString text = displaySafe(m_table->filterModel().findText());
        return {.iconName = u"search"_s,
                .text = tr("Nothing on this page matches “%1”.").arg(text),
                .actionText = tr("Clear"),
                .action = [this] { Q_EMIT clearFindRequested(); }};
    }
    if (page.isBeyondEnd()) {
        const QString number = QLocale().toString(page.request.index + 1);
        if (!page.total)
            return {.iconName = u"empty"_s, .text = tr("Page %1 is empty.").arg(number)};
        return {.iconName = u"empty"_s,
                .text = tr("Page %1 is empty: there are %Ln page(s).", nullptr, *page.pageCount())
                            .arg(number),
                .actionText = tr("Last page"),
                .action = [this] { m_browser.lastPage(); }};
    }
    if (!page.request.isEnabled)
        return {.iconName = u"empty"_s,
                .text = tr("%1 has no connections.").arg(m_organizationTitle)};
    return {.iconName = u"empty"_s,
            .text = *page.request.isEnabled ? tr("No enabled connections.")
                                            : tr("No disabled connections."),
            .actionText = tr("Show all"),
            .action = [this] { Q_EMIT showAllRequested(); }};
}

} // namespace Vestibule
