// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventorysource.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QString>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

//! An inventory of as many rows as wanted, which answers from the event loop, or when the test
//! wants it to. It records what is asked for.
class FakeInventorySource final : public Vestibule::InventorySource {
public:
    //! A reply that the test ends.
    template <typename T>
    class FakeReply final : public Vestibule::Reply<T, Vestibule::InventoryProblem> {
    public:
        void end(const Vestibule::Result<T, Vestibule::InventoryProblem> &result)
        {
            this->finish(result);
        }

    private:
        void abortWork() override {}
    };

    //! The link with that number in the order of every view.
    [[nodiscard]] static Vestibule::InventoryLink link(qsizetype number)
    {
        const QString digits = QStringLiteral("%1").arg(number, 7, 10, QLatin1Char('0'));
        return {.organization = {.id = QStringLiteral("org_") + digits,
                                 .name = QStringLiteral("organization-") + digits,
                                 .displayName = QStringLiteral("Organization ") + digits},
                .connection = {.connectionId = QStringLiteral("con_") + digits,
                               .name = QStringLiteral("connection-") + digits,
                               .strategy = QStringLiteral("okta"),
                               .isEnabled = number % 2 == 0}};
    }

    qsizetype rows = 0; //!< of every view that is opened from now on
    //! The rows of every view that is opened from now on; null: link() makes them.
    std::function<QList<Vestibule::InventoryRow>(const Vestibule::InventoryQuery &)> rowsFor{};
    int most = 0; //!< InventoryView::most of every view that is opened from now on
    bool answersByItself = true; //!< otherwise endOpening() does
    bool answersFetches = true; //!< otherwise rows never come
    std::optional<Vestibule::InventoryProblem> problem{}; //!< of every request from now on
    Vestibule::InventorySummary summary{};
    QList<Vestibule::InventoryFacet> allFacets{};

    Vestibule::InventoryOverview wholeOverview{};

    QList<Vestibule::InventoryQuery> queries{}; //!< of open()
    int overviews = 0; //!< how often overview() was called
    QList<qsizetype> fetched{}; //!< the first rows of fetch()
    int openViews = 0;

    [[nodiscard]] InventoryReply<Vestibule::InventorySummary> summarize() override
    {
        return answered<Vestibule::InventorySummary>(summary);
    }
    [[nodiscard]] InventoryReply<Vestibule::InventoryView> open(
        const Vestibule::InventoryQuery &query) override
    {
        queries.append(query);
        ++m_views;
        ++openViews;
        if (rowsFor)
            m_rows.insert(m_views, rowsFor(query));
        const Vestibule::InventoryView view{
            .number = m_views, .rows = rowsFor ? m_rows.value(m_views).size() : rows, .most = most};
        if (answersByItself)
            return answered<Vestibule::InventoryView>(view);
        auto *reply = new FakeReply<Vestibule::InventoryView>;
        m_opening = reply;
        m_view = view;
        return InventoryReply<Vestibule::InventoryView>(reply);
    }
    //! False if nobody waits any more.
    bool endOpening()
    {
        if (!m_opening)
            return false;
        m_opening->end(m_view);
        return true;
    }
    [[nodiscard]] InventoryReply<QList<Vestibule::InventoryRow>> fetch(
        const Vestibule::InventoryView &view, qsizetype first, qsizetype count) override
    {
        fetched.append(first);
        if (!answersFetches)
            return InventoryReply<QList<Vestibule::InventoryRow>>(
                new FakeReply<QList<Vestibule::InventoryRow>>);
        if (rowsFor)
            return answered<QList<Vestibule::InventoryRow>>(
                m_rows.value(view.number).mid(first, count));
        QList<Vestibule::InventoryRow> found;
        for (qsizetype row = first; row < std::min(first + count, view.rows); ++row)
            found.append(link(row));
        return answered<QList<Vestibule::InventoryRow>>(found);
    }
    [[nodiscard]] InventoryReply<std::optional<qsizetype>> find(
        const Vestibule::InventoryView &view, const Vestibule::InventoryKey &key) override
    {
        for (qsizetype row = 0; row < view.rows; ++row) {
            if (keyOf(rowsFor ? m_rows.value(view.number).at(row) : link(row)) == key)
                return answered<std::optional<qsizetype>>(row);
        }
        return answered<std::optional<qsizetype>>(std::optional<qsizetype>());
    }
    [[nodiscard]] InventoryReply<QList<Vestibule::InventoryFacet>> facets(
        const Vestibule::InventoryQuery & /*query*/) override
    {
        return answered<QList<Vestibule::InventoryFacet>>(allFacets);
    }
    [[nodiscard]] InventoryReply<QList<Vestibule::FindingMute>> mutes() override
    {
        return answered<QList<Vestibule::FindingMute>>({});
    }
    [[nodiscard]] InventoryReply<QList<Vestibule::ConnectionUse>> unusedConnections() override
    {
        return answered<QList<Vestibule::ConnectionUse>>({});
    }
    [[nodiscard]] InventoryReply<Vestibule::InventoryOverview> overview() override
    {
        ++overviews;
        return answered<Vestibule::InventoryOverview>(wholeOverview);
    }
    [[nodiscard]] InventoryReply<QList<QList<Vestibule::OrganizationUse>>> organizationsOf(
        const Vestibule::InventoryView & /*view*/, qsizetype /*first*/, qsizetype count,
        qsizetype /*most*/) override
    {
        return answered<QList<QList<Vestibule::OrganizationUse>>>(
            QList<QList<Vestibule::OrganizationUse>>(count));
    }
    void close(const Vestibule::InventoryView & /*view*/) override { --openViews; }

private:
    template <typename T>
    [[nodiscard]] InventoryReply<T> answered(const T &value)
    {
        auto *reply = new FakeReply<T>;
        if (problem)
            reply->end(*problem);
        else
            reply->end(value);
        return InventoryReply<T>(reply);
    }

    qint64 m_views = 0;
    QHash<qint64, QList<Vestibule::InventoryRow>> m_rows; //!< of rowsFor, by the view's number
    Vestibule::InventoryView m_view;
    QPointer<FakeReply<Vestibule::InventoryView>> m_opening;
};
