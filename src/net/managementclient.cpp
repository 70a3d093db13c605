// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementclient.h"

#include "core/connectionjson.h"
#include "net/httpget.h"
#include "net/managementrequest.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace Vestibule {

namespace {

//! Makes a page of the body that a GET brings. It does so beside the user's thread: a body near the
//! size limit takes a quarter of a second.
class PageReply final : public Reply<ConnectionPage> {
public:
    PageReply(ReplyPtr<QByteArray> get, PageRequest request, QString requestText)
        : m_get(std::move(get))
        , m_request(std::move(request))
        , m_requestText(std::move(requestText))
    {
        connect(m_get.get(), &ReplyBase::retryScheduled, this, &ReplyBase::retryScheduled);
        connect(m_get.get(), &ReplyBase::finished, this, [this] { parse(); });
        connect(&m_parsing, &QFutureWatcherBase::finished, this, [this] { finishParsing(); });
    }

private:
    void parse()
    {
        const auto get = std::move(m_get);
        if (!get->result())
            return finish(get->result().error());
        m_readAt = QDateTime::currentDateTime();
        m_parsing.setFuture(QtConcurrent::run(parseConnectionPage, *get->result(), m_request));
    }

    void finishParsing()
    {
        const Result<ConnectionPage> result = m_parsing.result();
        if (result) {
            ConnectionPage page = *result;
            page.readAt = m_readAt;
            return finish(std::move(page));
        }
        ApiError error = result.error();
        error.request = m_requestText;
        finish(std::move(error));
    }

    //! A parser that runs already ends by itself; nobody hears of it.
    void abortWork() override
    {
        m_get.reset();
        m_parsing.disconnect(this);
    }

    ReplyPtr<QByteArray> m_get;
    QFutureWatcher<Result<ConnectionPage>> m_parsing;
    PageRequest m_request;
    QString m_requestText;
    QDateTime m_readAt;
};

} // namespace

ManagementClient::ManagementClient(QNetworkAccessManager &manager, TenantDomain domain,
                                   AccessToken token, Options options)
    : m_manager(manager)
    , m_domain(std::move(domain))
    , m_token(std::move(token))
    , m_options(options)
{
}

ReplyPtr<ConnectionPage> ManagementClient::fetchPage(const PageRequest &request)
{
    const QNetworkRequest get = connectionsRequest(m_domain, m_token, request, m_options.timeout);
    ReplyPtr<QByteArray> body(new HttpGet(m_manager, get, m_options.retry));
    return ReplyPtr<ConnectionPage>(
        new PageReply(std::move(body), request, HttpGet::describe(get)));
}

} // namespace Vestibule
