// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/exitstatus.h"
#include "core/signin.h"
#include "core/tenantaccess.h"
#include "demo/tenant.h"
#include "net/managementrequest.h"
#include "session/connectionbrowser.h"
#include "session/errortext.h"
#include "support/recordingtenant.h"
#include "support/testcertificate.h"

#include <QNetworkAccessManager>
#include <QString>
#include <QStringList>

#include <optional>

//! The error that a fault must cause, up to the text and action that a person gets.
struct FaultExpectation {
    //! Absent: the page is read all the same.
    std::optional<Vestibule::ApiError::Kind> kind{};
    int httpStatus = 0;
    const char *sentence = ""; //!< a part of the error text
    Vestibule::ExitStatus exitStatus = Vestibule::ExitStatus::Done;
    std::chrono::milliseconds longest{5'000}; //!< generous, because machines may be busy
    Vestibule::ErrorAction action = Vestibule::ErrorAction::Retry;
};

//! A ConnectionBrowser that has read a page of a healthy tenant over real sockets when the fault
//! begins. Records everything that is logged meanwhile, with all of Qt's logging on.
class FaultBench final {
public:
    static constexpr int HealthyRows = 10;

    FaultBench();
    ~FaultBench();

    [[nodiscard]] Vestibule::Demo::Tenant &tenant() { return m_tenant; }
    [[nodiscard]] int signIns() const { return m_tenant.signIns(); }
    void clearRequests() { m_tenant.clearRequests(); }
    //! For the tenant. No text may contain its token.
    [[nodiscard]] Vestibule::TenantAccess access() const { return m_access; }
    //! The same with the tenant's application, whose secret no text may contain either.
    [[nodiscard]] Vestibule::TenantAccess applicationAccess() const;

    struct Target {
        Vestibule::TenantAccess access{}; //!< may have an application, which signs in
        Vestibule::RequestOptions options{};
        QStringList tokenFaults{}; //!< of the bench's tenant, at its token endpoint alone
    };
    //! Reads the healthy page, then the same page from the target while the tenant has the faults.
    //! Returns what was not as expected; empty when everything was.
    [[nodiscard]] QString run(const QStringList &faults, const Target &target,
                              const FaultExpectation &expected);

    //! Test data for runAtBadCertificate(): certificates that cannot be trusted.
    static void addBadCertificates();
    //! Reads from a tenant that has the certificate of the test's data row: the error text says why
    //! it cannot be trusted, and nothing is sent. The access gets the domain of that tenant.
    [[nodiscard]] QString runAtBadCertificate(Vestibule::TenantAccess access);
    //! The same from a tenant that has no TLS at all.
    [[nodiscard]] QString runAtPlainHttp(Vestibule::TenantAccess access, const char *sentence);
    //! Options that trust this authority as well.
    [[nodiscard]] static Vestibule::RequestOptions trusting(
        const Vestibule::TestAuthority &authority);

private:
    [[nodiscard]] QString runLogged(const QStringList &faults, const Target &target,
                                    const FaultExpectation &expected);
    [[nodiscard]] QString settle(std::chrono::milliseconds longest);
    [[nodiscard]] QString compare(const Target &target, const FaultExpectation &expected);
    [[nodiscard]] QString findSecret(const Vestibule::TenantAccess &access) const;

    RecordingTenant m_tenant;
    Vestibule::TenantAccess m_access;
    QNetworkAccessManager m_manager;
    Vestibule::ConnectionBrowser m_browser;
    Vestibule::SignInPtr m_signIn; //!< of the last run
    QString m_sentence; //!< the error text of the last failure
};
