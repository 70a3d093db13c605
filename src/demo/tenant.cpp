// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "demo/endpoint.h"
#include "demo/fault.h"
#include "demo/httpserver.h"

#include <QHash>

#include <atomic>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

class Tenant::Private final {
public:
    Private(const Options &options, Observer requestObserver);

    Answer answer(const Request &request);
    bool servesHttps() const { return !certificateFile.isEmpty() || !privateKeyFile.isEmpty(); }

    const QString certificateFile;
    const QString privateKeyFile;
    const Observer observer;
    Endpoint endpoint;
    std::unique_ptr<HttpServer> server{}; //!< while running
    std::atomic<quint16> port{0};
    QString error{};
    QString unknownFault{}; //!< among the options; start() refuses it
    QString unknownOrganization{}; //!< the same
};

namespace {

Faults faultsFromNames(const QStringList &names, QString *unknown)
{
    Faults faults;
    for (const QString &name : names)
        if (const auto fault = faultFromName(name))
            faults.insert(*fault);
        else
            *unknown = name;
    return faults;
}

} // namespace

Tenant::Private::Private(const Options &options, Observer requestObserver)
    : certificateFile(options.certificateFile)
    , privateKeyFile(options.privateKeyFile)
    , observer(std::move(requestObserver))
    , endpoint(options)
    , port(options.port)
{
    endpoint.setFaults(faultsFromNames(options.faults, &unknownFault));
    QHash<QString, QStringList> namesAt;
    for (const auto &[organization, name] : options.faultsAt)
        namesAt[organization].append(name);
    for (auto at = namesAt.cbegin(); at != namesAt.cend(); ++at) {
        if (!endpoint.setFaultsAt(at.key(), faultsFromNames(*at, &unknownFault)))
            unknownOrganization = at.key();
    }
}

Answer Tenant::Private::answer(const Request &request)
{
    if (observer)
        observer(request);
    return endpoint.answer(request);
}

Tenant::Tenant(const Options &options, Observer observer)
    : d(std::make_unique<Private>(options, std::move(observer)))
{
}

Tenant::~Tenant()
{
    stop();
}

bool Tenant::start()
{
    if (isRunning())
        return true;
    if (!d->unknownFault.isEmpty()) {
        d->error = u"There is no fault named \"%1\""_s.arg(d->unknownFault);
        return false;
    }
    if (!d->unknownOrganization.isEmpty()) {
        d->error = u"There is no organization \"%1\""_s.arg(d->unknownOrganization);
        return false;
    }
    if (d->certificateFile.isEmpty() != d->privateKeyFile.isEmpty()) {
        d->error = u"A certificate and its key are of use together only"_s;
        return false;
    }
    auto server =
        std::make_unique<HttpServer>([this](const Request &request) { return d->answer(request); });
    const bool isReady =
        !d->servesHttps() || server->setCertificate(d->certificateFile, d->privateKeyFile);
    if (!isReady || !server->open(d->port)) {
        d->error = server->error();
        return false;
    }
    d->error.clear();
    d->port = server->port();
    d->endpoint.setPort(server->port());
    d->server = std::move(server);
    return true;
}

void Tenant::stop()
{
    d->server.reset();
}

bool Tenant::isRunning() const
{
    return d->server != nullptr;
}

QString Tenant::errorString() const
{
    return d->error;
}

quint16 Tenant::port() const
{
    return d->port;
}

QString Tenant::domain() const
{
    const QString scheme = d->servesHttps() ? u"https://"_s : QString(); // as people type it
    return scheme + u"127.0.0.1:"_s + QString::number(d->port);
}

QByteArray Tenant::accessToken() const
{
    return makeToken({});
}

QByteArray Tenant::makeToken(const TokenClaims &claims) const
{
    return d->endpoint.makeToken(claims);
}

int Tenant::exchanges() const
{
    return d->endpoint.exchanges();
}

QList<Organization> Tenant::organizations() const
{
    return d->endpoint.organizations();
}

QStringList Tenant::faultNames()
{
    return Demo::faultNames();
}

QString Tenant::faultDescription(const QString &name)
{
    return Demo::faultDescription(name);
}

void Tenant::setFaults(const QStringList &names)
{
    QString unknown;
    d->endpoint.setFaults(faultsFromNames(names, &unknown));
    if (!unknown.isEmpty())
        qWarning("The demo tenant has no fault named \"%s\"", qUtf8Printable(unknown));
}

bool Tenant::setFaultsAt(const QString &organization, const QStringList &names)
{
    QString unknown;
    const bool isKnown = d->endpoint.setFaultsAt(organization, faultsFromNames(names, &unknown));
    if (!unknown.isEmpty())
        qWarning("The demo tenant has no fault named \"%s\"", qUtf8Printable(unknown));
    return isKnown;
}

bool Tenant::setConnectionCount(const QString &organizationId, int count)
{
    return d->endpoint.setConnectionCount(organizationId, count);
}

void Tenant::changeToSecondState()
{
    d->endpoint.changeToSecondState();
}

} // namespace Vestibule::Demo
