// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/requester.h"
#include "core/signin.h"
#include "core/sweepsource.h"
#include "core/tenantaccess.h"
#include "net/managementrequest.h"
#include "net/retrypolicy.h"

class QNetworkAccessManager;

namespace Vestibule {

class RatePacer;
class TenantPacer;

//! Reads the Management API of one tenant over HTTP.
class ManagementClient final : public SweepSource {
public:
    struct Options {
        RequestOptions request{};
        RetryPolicy retry{};
        ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
        Requester requester = Requester::Person;
    };

    //! The manager outlives this object, but not necessarily its replies. The access is complete.
    //! All clients of a tenant share its pacer; null makes one for this client alone. When the
    //! access has an application, every request takes its token from the sign-in: it is not null
    //! then.
    ManagementClient(QNetworkAccessManager &manager, TenantAccess access, Options options,
                     std::shared_ptr<TenantPacer> pacer = {}, SignInPtr signIn = {});
    ~ManagementClient() override;

    [[nodiscard]] ReplyPtr<ConnectionPage> fetchPage(const PageRequest &request) override;
    [[nodiscard]] ConnectionEndpoint endpoint() const override { return m_options.endpoint; }
    //! The budget for connections; organizations have another one.
    [[nodiscard]] std::optional<RateBudget> budget() const override;

    [[nodiscard]] ReplyPtr<OrganizationPage> fetchOrganizations(const QString &checkpoint) override;

    [[nodiscard]] ReplyPtr<CataloguePage> fetchCatalogue(const QString &checkpoint) override;

    void setShare(int percent) override;
    [[nodiscard]] std::optional<double> requestsPerSecond() const override;

private:
    //! Makes the request for an access with a token, which may be one of the sign-in.
    template <typename T, typename RequestMaker, typename Parser>
    [[nodiscard]] ReplyPtr<T> fetch(RatePacer &pacer, RequestMaker makeRequest, Parser parse);

    QNetworkAccessManager &m_manager;
    TenantAccess m_access;
    Options m_options;
    std::shared_ptr<TenantPacer> m_pacer; //!< also of replies that outlive this object
    SignInPtr m_signIn; //!< the same; null if the access has a token
};

} // namespace Vestibule
