// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/networkkeeper.h"

#include "core/secretbytes.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Profiles have ids of another form.
constexpr QLatin1StringView ProxyKey = "proxy"_L1;

} // namespace

NetworkKeeper::NetworkKeeper(Settings &settings, SecretStore &secrets, TenantGateway &gateway,
                             QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_gateway(gateway)
{
}

NetworkKeeper::~NetworkKeeper() = default;

void NetworkKeeper::restore()
{
    m_reading.reset(); // it was for settings that hold no more
    const NetworkSettings network = m_settings.network();
    const bool hasPassword =
        network.proxyMode == NetworkSettings::ProxyMode::Manual && !network.proxyUser.isEmpty();
    if (hasPassword)
        readPassword(network);
    else
        use(network, {});
}

void NetworkKeeper::setNetwork(const NetworkSettings &network,
                               const std::optional<QString> &proxyPassword)
{
    m_settings.setNetwork(network);
    if (!proxyPassword)
        return restore();
    m_reading.reset();
    QByteArray secret = proxyPassword->toUtf8();
    m_writing = m_secrets.write(ProxyKey, secret);
    SecretBytes::wipe(secret);
    use(network, *proxyPassword);
}

void NetworkKeeper::readPassword(const NetworkSettings &network)
{
    m_reading = m_secrets.read(ProxyKey);
    connect(m_reading.get(), &ReplyBase::finished, this, [this, network] {
        const auto reading = std::move(m_reading);
        QByteArray kept;
        if (reading->result())
            kept = (*reading->result()).value_or(QByteArray());
        use(network, QString::fromUtf8(kept)); // without it, the proxy will say that it wants one
        SecretBytes::wipe(kept);
    });
}

void NetworkKeeper::use(const NetworkSettings &network, const QString &proxyPassword)
{
    NetworkSettings used = network;
    used.timeout = m_timeout.value_or(network.timeout);
    m_certificateProblem = m_gateway.setNetwork(used, proxyPassword);
    Q_EMIT ready();
}

} // namespace Vestibule
