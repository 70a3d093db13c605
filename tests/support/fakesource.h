// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"

#include <QDateTime>
#include <QList>
#include <QPointer>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

//! The connection id of the row with that number, counted from 0.
inline QString fakeId(qsizetype number)
{
    return QStringLiteral("con_%1").arg(number, 16, 10, QLatin1Char('0'));
}

inline Vestibule::OrganizationConnection fakeRow(qsizetype number)
{
    const QString id = fakeId(number);
    return {
        .connectionId = id,
        .name = QStringLiteral("connection-%1").arg(number),
        .strategy = QStringLiteral("okta"),
        .isEnabled = true,
        .json = QByteArray("{\"connection_id\":\"" + id.toLatin1() + "\"}"),
    };
}

//! The page with which a tenant with total rows answers the request; without the total if withTotal
//! is false.
inline Vestibule::ConnectionPage fakePage(const Vestibule::PageRequest &request, qsizetype total,
                                          bool withTotal = true)
{
    Vestibule::ConnectionPage page{
        .request = request,
        .readAt = QDateTime(QDate(2026, 2, 3), QTime(14, 3, 20)),
    };
    if (withTotal)
        page.total = total;
    for (qsizetype row = page.offset(); row < total && page.items.size() < request.size; ++row)
        page.items.append(fakeRow(row));
    return page;
}

//! A source of connections that answers when the test wants it to. It records all requests.
class FakeSource final : public Vestibule::ConnectionSource {
    class FakeReply;

public:
    using Answer = Vestibule::Result<Vestibule::ConnectionPage>;
    using Answerer = std::function<Answer(const Vestibule::PageRequest &)>;

    //! Makes the source answer every request by itself, from the event loop, as a tenant would.
    void answerAll(Answerer answerer) { m_answerer = std::move(answerer); }
    //! The same with a listing of total rows.
    void serve(qsizetype total, bool withTotal = true)
    {
        answerAll([=](const Vestibule::PageRequest &request) {
            return fakePage(request, total, withTotal);
        });
    }

    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::ConnectionPage> fetchPage(
        const Vestibule::PageRequest &request) override;

    //! All requests, oldest first.
    [[nodiscard]] const QList<Vestibule::PageRequest> &requests() const { return m_requests; }
    //! The page indexes of all requests.
    [[nodiscard]] QList<int> indexes() const
    {
        QList<int> all;
        for (const Vestibule::PageRequest &request : m_requests)
            all.append(request.index);
        return all;
    }
    //! The number of open requests that are neither answered nor cancelled.
    [[nodiscard]] int pending() const { return *m_pending; }
    [[nodiscard]] int cancelled() const { return *m_cancelled; }

    //! Finishes the oldest open request; finished() is emitted from the event loop. False if there
    //! is none.
    bool answer(Answer answer);
    //! The same with the page of a listing of total rows.
    bool answer(qsizetype total, bool withTotal = true)
    {
        const Vestibule::PageRequest *request = oldestRequest();
        return request && answer(Answer(fakePage(*request, total, withTotal)));
    }
    //! As answer(), but for the latest open request.
    bool answerLatest(qsizetype total);
    bool fail(Vestibule::ApiError::Kind kind = Vestibule::ApiError::Kind::Server)
    {
        return answer(Answer(Vestibule::ApiError{.kind = kind}));
    }
    //! Makes the oldest open request announce a retry.
    bool scheduleRetry(int attempt, std::chrono::milliseconds delay,
                       const Vestibule::ApiError &cause);

private:
    //! Null if there is none.
    [[nodiscard]] FakeReply *oldest() const;
    [[nodiscard]] const Vestibule::PageRequest *oldestRequest() const;

    Answerer m_answerer;
    QList<Vestibule::PageRequest> m_requests;
    QList<QPointer<FakeReply>> m_replies;
    // Shared with the replies, which may outlive the source.
    std::shared_ptr<int> m_pending = std::make_shared<int>(0);
    std::shared_ptr<int> m_cancelled = std::make_shared<int>(0);
};

class FakeSource::FakeReply final : public Vestibule::Reply<Vestibule::ConnectionPage> {
public:
    FakeReply(const Vestibule::PageRequest &request, std::shared_ptr<int> pending,
              std::shared_ptr<int> cancelled)
        : m_request(request)
        , m_pending(std::move(pending))
        , m_cancelled(std::move(cancelled))
    {
        ++*m_pending;
    }

    bool end(Answer answer)
    {
        if (isSettled())
            return false;
        --*m_pending;
        finish(std::move(answer));
        return true;
    }
    [[nodiscard]] bool isOpen() const { return !isSettled(); }
    [[nodiscard]] const Vestibule::PageRequest &request() const { return m_request; }

private:
    void abortWork() override
    {
        --*m_pending;
        ++*m_cancelled;
    }

    Vestibule::PageRequest m_request;
    std::shared_ptr<int> m_pending;
    std::shared_ptr<int> m_cancelled;
};

inline FakeSource::FakeReply *FakeSource::oldest() const
{
    for (const QPointer<FakeReply> &reply : m_replies) {
        if (reply && reply->isOpen())
            return reply;
    }
    return nullptr;
}

inline const Vestibule::PageRequest *FakeSource::oldestRequest() const
{
    return oldest() ? &oldest()->request() : nullptr;
}

inline Vestibule::ReplyPtr<Vestibule::ConnectionPage> FakeSource::fetchPage(
    const Vestibule::PageRequest &request)
{
    m_requests.append(request);
    auto *made = new FakeReply(request, m_pending, m_cancelled);
    m_replies.append(made);
    Vestibule::ReplyPtr<Vestibule::ConnectionPage> reply(made);
    if (m_answerer)
        made->end(m_answerer(request));
    return reply;
}

inline bool FakeSource::answerLatest(qsizetype total)
{
    for (qsizetype i = m_replies.size() - 1; i >= 0; --i) {
        FakeReply *reply = m_replies.at(i);
        if (reply && reply->isOpen())
            return reply->end(fakePage(reply->request(), total));
    }
    return false;
}

inline bool FakeSource::answer(Answer answer)
{
    return oldest() && oldest()->end(std::move(answer));
}

inline bool FakeSource::scheduleRetry(int attempt, std::chrono::milliseconds delay,
                                      const Vestibule::ApiError &cause)
{
    FakeReply *reply = oldest();
    if (!reply)
        return false;
    Q_EMIT reply->retryScheduled(attempt, delay, cause);
    return true;
}
