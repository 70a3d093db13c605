// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"
#include "net/httpget.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <functional>

namespace Vestibule {

//! Makes a \a T of the body that a GET brings. It does so beside the user's thread: a body near the
//! size limit takes a quarter of a second.
template <typename T>
class ParsedReply final : public Reply<T> {
public:
    //! Runs in another thread; the time is when the last byte arrived.
    using Parser = std::function<Result<T>(const QByteArray &body, const QDateTime &readAt)>;

    ParsedReply(std::unique_ptr<HttpGet, ReplyDeleter> get, Parser parse)
        : m_requestText(HttpGet::describe(get->request()))
        , m_get(std::move(get))
        , m_parse(std::move(parse))
    {
        this->connect(m_get.get(), &ReplyBase::retryScheduled, this, &ReplyBase::retryScheduled);
        this->connect(m_get.get(), &ReplyBase::finished, this, [this] { startParsing(); });
        this->connect(&m_parsing, &QFutureWatcherBase::finished, this, [this] { endParsing(); });
    }

private:
    void startParsing()
    {
        const auto get = std::move(m_get);
        if (!get->result())
            return this->finish(get->result().error());
        m_parsing.setFuture(
            QtConcurrent::run(m_parse, *get->result(), QDateTime::currentDateTime()));
    }

    void endParsing()
    {
        const Result<T> result = m_parsing.result();
        if (result)
            return this->finish(result);
        ApiError error = result.error();
        error.request = m_requestText;
        this->finish(std::move(error));
    }

    //! A parser that runs already ends by itself; nobody hears of it.
    void abortWork() override
    {
        m_get.reset();
        m_parsing.disconnect(this);
    }

    QString m_requestText;
    std::unique_ptr<HttpGet, ReplyDeleter> m_get;
    Parser m_parse;
    QFutureWatcher<Result<T>> m_parsing;
};

} // namespace Vestibule
