// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Reads the connections of all organizations of a tenant, six at a time, and prints the seconds
// without those for the list of organizations: with the program's client, or with a bare
// QNetworkAccessManager that reads the same addresses and looks at nothing.
//     bench-requests client|bare DOMAIN      token in AUTH0_API_TOKEN

#include "core/managementurl.h"
#include "core/tenantaccess.h"
#include "net/managementclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <array>
#include <cstdio>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr int AtATime = 6;

//! One kind of request after another, until there are no more.
class Reader : public QObject {
public:
    explicit Reader(TenantAccess access)
        : m_access(std::move(access))
        , m_client(m_network, m_access, {.requester = Requester::Sweep})
    {
        m_client.setShare(100);
    }

    void list(const QString &checkpoint = {})
    {
        m_listing = m_client.fetchOrganizations(checkpoint);
        connect(m_listing.get(), &ReplyBase::finished, this, [this] {
            const auto listing = std::move(m_listing);
            if (!listing->result())
                qFatal("%s", qUtf8Printable(listing->result().error().detail));
            for (const Organization &organization : listing->result()->items)
                m_ids.append(organization.id);
            if (!listing->result()->next.isEmpty())
                return list(listing->result()->next);
            m_timer.start();
            for (int slot = 0; slot < AtATime; ++slot)
                next(slot);
        });
    }

protected:
    virtual void fetch(int slot, const PageRequest &page) = 0;
    void next(int slot)
    {
        if (m_begun < m_ids.size())
            return fetch(slot, {.organizationId = m_ids.at(m_begun++), .size = 100});
        if (++m_ended < AtATime)
            return;
        std::printf("%.3f\n", double(m_timer.nsecsElapsed()) / 1e9);
        QCoreApplication::quit();
    }

    TenantAccess m_access;
    QNetworkAccessManager m_network;
    ManagementClient m_client;

private:
    ReplyPtr<OrganizationPage> m_listing;
    QStringList m_ids;
    QElapsedTimer m_timer;
    qsizetype m_begun = 0;
    int m_ended = 0;
};

class ClientReader final : public Reader {
public:
    using Reader::Reader;

private:
    void fetch(int slot, const PageRequest &page) override
    {
        auto &reply = m_replies.at(size_t(slot));
        reply = m_client.fetchPage(page);
        connect(reply.get(), &ReplyBase::finished, this, [this, slot] {
            if (!m_replies.at(size_t(slot))->result())
                qFatal("a request failed");
            next(slot);
        });
    }

    std::array<ReplyPtr<ConnectionPage>, AtATime> m_replies;
};

class BareReader final : public Reader {
public:
    using Reader::Reader;

private:
    void fetch(int slot, const PageRequest &page) override
    {
        QNetworkRequest request(
            connectionsUrl(m_access.domain, page, ConnectionEndpoint::Connections));
        request.setRawHeader("Authorization", m_access.token.authorizationHeader());
        QNetworkReply *reply = m_network.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, slot, reply] {
            if (reply->readAll().isEmpty())
                qFatal("a request failed");
            reply->deleteLater();
            next(slot);
        });
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        qFatal("bench-requests client|bare DOMAIN");
    const TenantAccess access{.domain = *TenantDomain::fromText(arguments.at(2)),
                              .token =
                                  *AccessToken::fromText(qEnvironmentVariable("AUTH0_API_TOKEN"))};
    std::unique_ptr<Reader> reader;
    if (arguments.at(1) == "bare"_L1)
        reader = std::make_unique<BareReader>(access);
    else
        reader = std::make_unique<ClientReader>(access);
    reader->list();
    return QCoreApplication::exec();
}
