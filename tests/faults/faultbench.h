// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/exitstatus.h"
#include "core/tenantaccess.h"
#include "demo/tenant.h"
#include "net/managementrequest.h"
#include "session/connectionbrowser.h"
#include "session/errortext.h"

#include <QNetworkAccessManager>
#include <QString>
#include <QStringList>

#include <optional>

//! What a fault must become, all the way to the person.
struct FaultExpectation {
    //! Absent: a page comes all the same.
    std::optional<Vestibule::ApiError::Kind> kind{};
    int httpStatus = 0;
    const char *sentence = ""; //!< a telling part of what a person reads
    Vestibule::ExitStatus exitStatus = Vestibule::ExitStatus::Done;
    std::chrono::milliseconds longest{5'000}; //!< generous: machines may be busy
    Vestibule::ErrorAction action = Vestibule::ErrorAction::Retry;
};

//! A browser that has rows of a healthy tenant on screen when the fault comes, over real sockets.
//! Everything that is logged meanwhile, with all of Qt's logging on, is kept.
class FaultBench final {
public:
    static constexpr int HealthyRows = 10;

    FaultBench();
    ~FaultBench();

    [[nodiscard]] Vestibule::Demo::Tenant &tenant() { return m_tenant; }
    //! Of the tenant; its token is looked for everywhere.
    [[nodiscard]] Vestibule::TenantAccess access() const { return m_access; }

    struct Target {
        Vestibule::TenantAccess access{};
        Vestibule::RequestOptions options{};
    };
    //! Reads the healthy page, then the same one from \a target while the tenant has \a faults;
    //! empty when all is as expected, otherwise what was not.
    [[nodiscard]] QString run(const QStringList &faults, const Target &target,
                              const FaultExpectation &expected);

private:
    [[nodiscard]] QString runLogged(const QStringList &faults, const Target &target,
                                    const FaultExpectation &expected);
    [[nodiscard]] QString settle(std::chrono::milliseconds longest);
    [[nodiscard]] QString compare(const Target &target, const FaultExpectation &expected);
    [[nodiscard]] QString findToken(const Vestibule::TenantAccess &access) const;

    Vestibule::Demo::Tenant m_tenant;
    Vestibule::TenantAccess m_access;
    QNetworkAccessManager m_manager;
    Vestibule::ConnectionBrowser m_browser;
    QString m_sentence; //!< of the last failure
};
