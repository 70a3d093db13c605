// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace Vestibule::Demo {

//! The Auth0 plan whose rate limits the demo tenant has, with the numbers of Auth0's rate limit
//! policy.
enum class Plan { None, Free, Professional, Enterprise };

//! The organizations of the demo tenant that is built into the program, so that each of its views
//! has something to show.
inline constexpr int BuiltInOrganizations = 60;

//! How a demo tenant is set up before it starts.
struct Options {
    quint16 port = 0; //!< 0 takes a free one
    //! Connections of the first organization, 0 to 100,000; absent: ten made by hand.
    std::optional<int> connections{};
    //! 1 to 100,000. The first fourteen are made by hand, the others are generated.
    int organizations = 5;
    int state = 1; //!< 2: after what changeToSecondState() does
    std::chrono::milliseconds latency{}; //!< before every answer of a listing, 0 or more
    Plan plan = Plan::None;
    QStringList faults{}; //!< names from Tenant::faultNames()
    //! Faults of the connections of one organization, its id or name, or of the token endpoint,
    //! "/oauth/token"; and the fault's name.
    QList<std::pair<QString, QString>> faultsAt{};
    //! How long the tokens of the token endpoint are valid, at least 1 s.
    std::chrono::seconds tokenLifetime{std::chrono::hours{24}};
    //! Each token expires after so many requests, at least 0; absent: by its time alone.
    std::optional<int> tokenRequests{};
    //! Two PEM files: the certificate, followed by those between it and its authority, and its RSA
    //! or EC key. With both, the tenant serves https. Each start reads them again.
    QString certificateFile{};
    QString privateKeyFile{};
};

} // namespace Vestibule::Demo
