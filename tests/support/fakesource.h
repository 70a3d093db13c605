// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"

#include <QList>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

//! What fakeRow() calls row \a number of a listing, counted from 0.
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

//! The page that a tenant with \a total rows answers \a request with. Without \a withTotal it does
//! not say how many there are.
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

//! A source whose answers come when the test says so. It remembers what it was asked.
class FakeSource final : public Vestibule::ConnectionSource {
    class FakeReply;

public:
    using Answer = Vestibule::Result<Vestibule::ConnectionPage>;
    using Answerer = std::function<Answer(const Vestibule::PageRequest &)>;

    //! From now on answers every request by itself, from the event loop, as a tenant would.
    void answerAll(Answerer answerer) { m_answerer = std::move(answerer); }
    //! The same for a listing of \a total rows.
    void serve(qsizetype total, bool withTotal = true)
    {
        answerAll([=](const Vestibule::PageRequest &request) {
            return fakePage(request, total, withTotal);
        });
    }

    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::ConnectionPage> fetchPage(
        const Vestibule::PageRequest &request) override;

    //! All requests, the oldest first.
    [[nodiscard]] const QList<Vestibule::PageRequest> &requests() const { return m_requests; }
    //! The page indexes of all requests.
    [[nodiscard]] QList<int> indexes() const
    {
        QList<int> all;
        for (const Vestibule::PageRequest &request : m_requests)
            all.append(request.index);
        return all;
    }
    //! Replies that have neither been answered nor given up.
    [[nodiscard]] int pending() const { return *m_pending; }
    [[nodiscard]] int cancelled() const { return *m_cancelled; }

    //! Ends the latest request; its finished() comes from the event loop. False when it has ended
    //! or was given up.
    bool answer(Answer answer);
    //! The same with the page of a listing of \a total rows.
    bool answer(qsizetype total, bool withTotal = true)
    {
        return answer(Answer(fakePage(m_requests.constLast(), total, withTotal)));
    }
    bool fail(Vestibule::ApiError::Kind kind = Vestibule::ApiError::Kind::Server)
    {
        return answer(Answer(Vestibule::ApiError{.kind = kind}));
    }
    //! The latest request says that it will be made again.
    bool scheduleRetry(int attempt, std::chrono::milliseconds delay,
                       const Vestibule::ApiError &cause);

private:
    Answerer m_answerer;
    QList<Vestibule::PageRequest> m_requests;
    QPointer<FakeReply> m_latest;
    // Shared with the replies, which may outlive this object.
    std::shared_ptr<int> m_pending = std::make_shared<int>(0);
    std::shared_ptr<int> m_cancelled = std::make_shared<int>(0);
};

class FakeSource::FakeReply final : public Vestibule::Reply<Vestibule::ConnectionPage> {
public:
    FakeReply(std::shared_ptr<int> pending, std::shared_ptr<int> cancelled)
        : m_pending(std::move(pending))
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

private:
    void abortWork() override
    {
        --*m_pending;
        ++*m_cancelled;
    }

    std::shared_ptr<int> m_pending;
    std::shared_ptr<int> m_cancelled;
};

inline Vestibule::ReplyPtr<Vestibule::ConnectionPage> FakeSource::fetchPage(
    const Vestibule::PageRequest &request)
{
    m_requests.append(request);
    m_latest = new FakeReply(m_pending, m_cancelled);
    Vestibule::ReplyPtr<Vestibule::ConnectionPage> reply(m_latest.data());
    if (m_answerer)
        answer(m_answerer(request));
    return reply;
}

inline bool FakeSource::answer(Answer answer)
{
    return m_latest && m_latest->end(std::move(answer));
}

inline bool FakeSource::scheduleRetry(int attempt, std::chrono::milliseconds delay,
                                      const Vestibule::ApiError &cause)
{
    if (!m_latest || !m_latest->isOpen())
        return false;
    Q_EMIT m_latest->retryScheduled(attempt, delay, cause);
    return true;
}
