// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/options.h"
#include "demo/organization.h"
#include "demo/token.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Vestibule::Demo {

//! What a request looked like; the token itself is never kept.
struct Request {
    QString method{};
    QString path{}; //!< the target as it came: undecoded, with its query
    bool hadToken = false; //!< an Authorization header was sent
    qint64 milliseconds = 0; //!< since the tenant was created
};

//! Serves three listings on 127.0.0.1, with invented data and with faults on demand: `GET
//! /api/v2/organizations`, and of each its `/connections` and its older `/enabled_connections`. All
//! members may be called from any thread, except start(), stop(), isRunning() and errorString(),
//! which belong to one.
class Tenant final {
public:
    explicit Tenant(const Options &options = {});
    ~Tenant(); //!< stops
    Tenant(const Tenant &) = delete;
    Tenant &operator=(const Tenant &) = delete;

    //! False when a fault is unknown, a certificate is no good or the port cannot be had;
    //! errorString() says why.
    [[nodiscard]] bool start();
    //! Cuts every connection at once. start() then takes the same port again, and the tokens
    //! made before stay good.
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString errorString() const;

    [[nodiscard]] quint16 port() const; //!< 0 before the first start() when none was asked for
    [[nodiscard]] QString domain() const; //!< "127.0.0.1:PORT", with "https://" before it if so

    //! Valid for 24 hours from now, for this tenant, with the scopes that a browser needs.
    [[nodiscard]] QByteArray accessToken() const;
    [[nodiscard]] QByteArray makeToken(const TokenClaims &claims) const;

    //! Never empty; the first is the one whose connections Options::connections counts.
    [[nodiscard]] QList<Organization> organizations() const;

    static QStringList faultNames();
    static QString faultDescription(const QString &name); //!< one line in English, no full stop

    //! Takes effect with the next request; what a fault counts begins again. Unknown names are
    //! left out with a warning.
    void setFaults(const QStringList &names);
    //! Removes the last connections of the listing, or adds generated ones, until there are count.
    //! False when there is no such organization.
    bool setConnectionCount(const QString &organizationId, int count);

    [[nodiscard]] QList<Request> requests() const; //!< to any path, oldest first
    void clearRequests();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Vestibule::Demo
