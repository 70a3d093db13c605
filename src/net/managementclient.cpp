// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementclient.h"

#include "core/connectionjson.h"
#include "net/httpget.h"
#include "net/managementrequest.h"

namespace Vestibule {

namespace {

//! Makes a page of the body that a GET brings.
class PageReply final : public Reply<ConnectionPage> {
public:
    PageReply(ReplyPtr<QByteArray> get, PageRequest request, QString requestText)
        : m_get(std::move(get))
        , m_request(std::move(request))
        , m_requestText(std::move(requestText))
    {
        connect(m_get.get(), &ReplyBase::retryScheduled, this, &ReplyBase::retryScheduled);
        connect(m_get.get(), &ReplyBase::finished, this, [this] { parse(); });
    }

private:
    void parse()
    {
        const auto get = std::move(m_get);
        if (!get->result())
            return finish(get->result().error());
        auto result = parseConnectionPage(*get->result(), m_request);
        if (result) {
            ConnectionPage page = *result;
            page.readAt = QDateTime::currentDateTime();
            return finish(std::move(page));
        }
        ApiError error = result.error();
        error.request = m_requestText;
        finish(std::move(error));
    }

    void abortWork() override { m_get.reset(); }

    ReplyPtr<QByteArray> m_get;
    PageRequest m_request;
    QString m_requestText;
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
    const QNetworkRequest get
        = connectionsRequest(m_domain, m_token, request, m_options.timeout);
    ReplyPtr<QByteArray> body(new HttpGet(m_manager, get, m_options.retry));
    return ReplyPtr<ConnectionPage>(
        new PageReply(std::move(body), request, HttpGet::describe(get)));
}

} // namespace Vestibule
