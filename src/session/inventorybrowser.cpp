// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/inventorybrowser.h"

#include <utility>

namespace Vestibule {

InventoryBrowser::InventoryBrowser(Opener opener, QObject *parent)
    : QObject(parent)
    , m_opener(std::move(opener))
    , m_listings{
          InventoryListing(InventoryList::Links), InventoryListing(InventoryList::Connections),
          InventoryListing(InventoryList::Organizations), InventoryListing(InventoryList::Rules)}
{
}

InventoryBrowser::~InventoryBrowser() = default;

InventoryListing &InventoryBrowser::listing(InventoryList list)
{
    return m_listings.at(std::size_t(list));
}

const InventoryListing &InventoryBrowser::listing(InventoryList list) const
{
    return m_listings.at(std::size_t(list));
}

void InventoryBrowser::open(const QString &path)
{
    m_candidate.reset();
    m_summarizing.reset();
    m_problem.reset();
    m_wantedPath = path;
    m_state = State::Opening;
    m_opening = m_opener(path);
    connect(m_opening.get(), &ReplyBase::finished, this, &InventoryBrowser::takeSource);
    Q_EMIT changed();
}

void InventoryBrowser::cancel()
{
    if (m_state != State::Opening)
        return;
    m_opening.reset();
    m_summarizing.reset();
    m_candidate.reset();
    m_state = m_source ? State::Open : State::Closed;
    Q_EMIT changed();
}

void InventoryBrowser::close()
{
    m_opening.reset();
    m_summarizing.reset();
    m_candidate.reset();
    m_problem.reset();
    m_state = State::Closed;
    m_wantedPath.clear();
    if (m_source)
        setSource({}, {});
    Q_EMIT changed();
}

void InventoryBrowser::takeSource()
{
    const auto reply = std::move(m_opening);
    if (!reply->result())
        return fail(reply->result().error());
    m_candidate = *reply->result();
    m_summarizing = m_candidate->summarize();
    connect(m_summarizing.get(), &ReplyBase::finished, this, [this] {
        const auto summarizing = std::move(m_summarizing);
        const InventorySourcePtr source = std::exchange(m_candidate, {});
        if (!summarizing->result())
            return fail(summarizing->result().error());
        m_state = State::Open;
        setSource(source, *summarizing->result());
        Q_EMIT changed();
        if (m_isSummaryOld)
            refreshSummary();
    });
}

void InventoryBrowser::fail(const InventoryProblem &problem)
{
    m_state = State::Failed;
    m_problem = problem;
    Q_EMIT changed();
}

void InventoryBrowser::setSource(const InventorySourcePtr &source, const InventorySummary &summary)
{
    m_source = source;
    m_summary = summary;
    m_path = m_wantedPath;
    for (InventoryListing &listing : m_listings)
        listing.setSource(source);
    m_overview.setSource(source);
    Q_EMIT inventoryChanged();
}

void InventoryBrowser::refreshSummary()
{
    m_isSummaryOld = m_opening || m_summarizing; // what is under way may be from before
    if (!m_source || m_isSummaryOld)
        return;
    m_summarizing = m_source->summarize();
    connect(m_summarizing.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_summarizing);
        if (reply->result() && *reply->result() != m_summary) {
            m_summary = *reply->result();
            m_overview.refresh();
            Q_EMIT changed();
        }
        if (m_isSummaryOld)
            refreshSummary();
    });
}

} // namespace Vestibule
