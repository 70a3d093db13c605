// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demotenant.h"

#include "demo/demoendpoint.h"
#include "demo/demofault.h"
#include "demo/demotls.h"
#include "demo/demowire.h"

#include <QElapsedTimer>
#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace Vestibule {

class DemoTenant::Private final {
public:
    explicit Private(const DemoOptions &options);

    DemoAnswer answer(const DemoCall &call);
    //! Nothing without a certificate, and when it is no good; error then says why.
    std::unique_ptr<DemoTls> loadTls();
    bool wantsTls() const { return !certificateFile.isEmpty() || !privateKeyFile.isEmpty(); }

    const QString certificateFile;
    const QString privateKeyFile;
    DemoEndpoint endpoint;
    std::unique_ptr<DemoWire> wire{}; //!< while running
    std::atomic<quint16> port{0};
    QString error{};
    QString unknownFault{}; //!< among the options; start() refuses it

    mutable QMutex mutex{}; //!< of requests
    QList<DemoRequest> requests{};
    QElapsedTimer timer{};
};

namespace {

DemoFaults faultsFromNames(const QStringList &names, QString *unknown)
{
    DemoFaults faults;
    for (const QString &name : names)
        if (const auto fault = demoFaultFromName(name))
            faults.insert(*fault);
        else
            *unknown = name;
    return faults;
}

} // namespace

DemoTenant::Private::Private(const DemoOptions &options)
    : certificateFile(options.certificateFile)
    , privateKeyFile(options.privateKeyFile)
    , endpoint(options)
    , port(options.port)
{
    endpoint.setFaults(faultsFromNames(options.faults, &unknownFault));
    timer.start();
}

std::unique_ptr<DemoTls> DemoTenant::Private::loadTls()
{
    if (!wantsTls())
        return nullptr;
    if (certificateFile.isEmpty() || privateKeyFile.isEmpty()) {
        error = u"A certificate and its key are of use together only"_s;
        return nullptr;
    }
    return DemoTls::load(certificateFile, privateKeyFile, &error);
}

DemoAnswer DemoTenant::Private::answer(const DemoCall &call)
{
    {
        const QMutexLocker lock(&mutex);
        requests.append({QString::fromUtf8(call.method), QString::fromUtf8(call.target),
                         call.authorization.has_value(), timer.elapsed()});
    }
    return endpoint.answer(call);
}

DemoTenant::DemoTenant(const DemoOptions &options)
    : d(std::make_unique<Private>(options))
{
}

DemoTenant::~DemoTenant()
{
    stop();
}

bool DemoTenant::start()
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
    auto wire =
        DemoWire::make([this](const DemoCall &call) { return d->answer(call); }, std::move(tls));
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

void DemoTenant::stop()
{
    d->wire.reset();
}

bool DemoTenant::isRunning() const
{
    return d->wire != nullptr;
}

QString DemoTenant::errorString() const
{
    return d->error;
}

quint16 DemoTenant::port() const
{
    return d->port;
}

QString DemoTenant::domain() const
{
    const QString scheme = d->wantsTls() ? u"https://"_s : QString(); // as people write it
    return scheme + u"127.0.0.1:"_s + QString::number(d->port);
}

QByteArray DemoTenant::accessToken() const
{
    return makeToken({});
}

QByteArray DemoTenant::makeToken(const TokenClaims &claims) const
{
    return d->endpoint.makeToken(claims);
}

QList<DemoOrganization> DemoTenant::organizations() const
{
    return d->endpoint.organizations();
}

QStringList DemoTenant::faultNames()
{
    return demoFaultNames();
}

QString DemoTenant::faultDescription(const QString &name)
{
    return demoFaultDescription(name);
}

void DemoTenant::setFaults(const QStringList &names)
{
    QString unknown;
    d->endpoint.setFaults(faultsFromNames(names, &unknown));
    if (!unknown.isEmpty())
        qWarning("The demo tenant has no fault named \"%s\"", qUtf8Printable(unknown));
}

bool DemoTenant::setConnectionCount(const QString &organizationId, int count)
{
    return d->endpoint.setConnectionCount(organizationId, count);
}

QList<DemoRequest> DemoTenant::requests() const
{
    const QMutexLocker lock(&d->mutex);
    return d->requests;
}

void DemoTenant::clearRequests()
{
    const QMutexLocker lock(&d->mutex);
    d->requests.clear();
}

} // namespace Vestibule
