// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "demo/endpoint.h"
#include "demo/fault.h"
#include "demo/tls.h"
#include "demo/wire.h"

#include <QElapsedTimer>
#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

class Tenant::Private final {
public:
    explicit Private(const Options &options);

    Answer answer(const Call &call);
    //! Nothing without a certificate, and when it is no good; error then says why.
    std::unique_ptr<Tls> loadTls();
    bool wantsTls() const { return !certificateFile.isEmpty() || !privateKeyFile.isEmpty(); }

    const QString certificateFile;
    const QString privateKeyFile;
    Endpoint endpoint;
    std::unique_ptr<Wire> wire{}; //!< while running
    std::atomic<quint16> port{0};
    QString error{};
    QString unknownFault{}; //!< among the options; start() refuses it

    mutable QMutex mutex{}; //!< of requests
    QList<Request> requests{};
    QElapsedTimer timer{};
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

Tenant::Private::Private(const Options &options)
    : certificateFile(options.certificateFile)
    , privateKeyFile(options.privateKeyFile)
    , endpoint(options)
    , port(options.port)
{
    endpoint.setFaults(faultsFromNames(options.faults, &unknownFault));
    timer.start();
}

std::unique_ptr<Tls> Tenant::Private::loadTls()
{
    if (!wantsTls())
        return nullptr;
    if (certificateFile.isEmpty() || privateKeyFile.isEmpty()) {
        error = u"A certificate and its key are of use together only"_s;
        return nullptr;
    }
    return Tls::load(certificateFile, privateKeyFile, &error);
}

Answer Tenant::Private::answer(const Call &call)
{
    {
        const QMutexLocker lock(&mutex);
        requests.append({QString::fromUtf8(call.method), QString::fromUtf8(call.target),
                         call.authorization.has_value(), timer.elapsed()});
    }
    return endpoint.answer(call);
}

Tenant::Tenant(const Options &options)
    : d(std::make_unique<Private>(options))
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
    auto tls = d->loadTls();
    if (!tls && d->wantsTls())
        return false;
    auto wire = Wire::make([this](const Call &call) { return d->answer(call); }, std::move(tls));
    if (!wire->open(d->port)) {
        d->error = wire->error();
        return false;
    }
    d->error.clear();
    d->port = wire->port();
    d->endpoint.setPort(wire->port());
    d->wire = std::move(wire);
    return true;
}

void Tenant::stop()
{
    d->wire.reset();
}

bool Tenant::isRunning() const
{
    return d->wire != nullptr;
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
    const QString scheme = d->wantsTls() ? u"https://"_s : QString(); // as people write it
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

bool Tenant::setConnectionCount(const QString &organizationId, int count)
{
    return d->endpoint.setConnectionCount(organizationId, count);
}

QList<Request> Tenant::requests() const
{
    const QMutexLocker lock(&d->mutex);
    return d->requests;
}

void Tenant::clearRequests()
{
    const QMutexLocker lock(&d->mutex);
    d->requests.clear();
}

} // namespace Vestibule::Demo
