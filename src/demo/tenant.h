// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/authentication.h"
#include "demo/options.h"
#include "demo/organization.h"
#include "demo/request.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Vestibule::Demo {

//! Serves four listings on 127.0.0.1, with invented data and with faults on demand: `GET
//! /api/v2/organizations`, below each organization `/connections` and the older
//! `/enabled_connections`, and `GET /api/v2/connections`, for which accessToken() has no right. An
//! application gets a token at `POST /oauth/token`, with ClientId and ClientSecret. All members may
//! be called from any thread, except start(), stop(), isRunning() and errorString(), which must be
//! called from one thread.
class Tenant {
public:
    //! Called in the server's thread for each request to any path, before it is answered.
    using Observer = std::function<void(const Request &)>;

    explicit Tenant(const Options &options = {}, Observer observer = {});
    ~Tenant(); //!< stops
    Tenant(const Tenant &) = delete;
    Tenant &operator=(const Tenant &) = delete;

    //! False when a fault or its organization is unknown, a certificate cannot be used or the port
    //! cannot be had; errorString() says why.
    [[nodiscard]] bool start();
    //! Cuts every connection at once. A later start() takes the same port again, and older tokens
    //! stay valid.
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString errorString() const; //!< in English, no full stop

    [[nodiscard]] quint16 port() const; //!< 0 before the first start() when none was asked for
    [[nodiscard]] QString domain() const; //!< "127.0.0.1:PORT", after "https://" with a certificate

    //! Valid for 24 hours from now, for this tenant, with the scopes that a browser needs.
    [[nodiscard]] QByteArray accessToken() const;
    [[nodiscard]] QByteArray makeToken(const TokenClaims &claims) const;
    //! How many tokens the token endpoint has given.
    [[nodiscard]] int exchanges() const;

    //! Never empty; Options::connections counts the connections of the first.
    [[nodiscard]] QList<Organization> organizations() const;

    static QStringList faultNames();
    static QString faultDescription(const QString &name); //!< one line in English, no full stop

    //! Takes effect with the next request and restarts what a fault counts. Ignores unknown names
    //! with a warning.
    void setFaults(const QStringList &names);
    //! The same for the connections of one organization, named by id or name; they have the others'
    //! faults as well. Also for the token endpoint, TokenTarget, which has only those of the others
    //! that are about it. False when there is no such organization.
    bool setFaultsAt(const QString &organization, const QStringList &names);
    //! Removes the last connections of the listing, or adds generated ones, until there are count.
    //! False when there is no such organization.
    bool setConnectionCount(const QString &organizationId, int count);
    //! What Options::state does at the start. Call it once.
    void changeToSecondState();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Vestibule::Demo
