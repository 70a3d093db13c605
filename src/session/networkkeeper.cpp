// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/networkkeeper.h"

#include "core/secretbytes.h"
#include "session/proxypassword.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QLatin1StringView ProxyKey = ".proxy"_L1;

bool hasPassword(const NetworkSettings &network)
{
    return network.proxyMode == NetworkSettings::ProxyMode::Manual && !network.proxyUser.isEmpty();
}

bool isSameProxy(const NetworkSettings &one, const NetworkSettings &other)
{
    return one.proxyHost == other.proxyHost && one.proxyPort == other.proxyPort
        && one.proxyUser == other.proxyUser;
}

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
    if (hasPassword(network))
        readPassword(network);
    else
        use(network, {});
}

void NetworkKeeper::setNetwork(const NetworkSettings &network,
                               const std::optional<QString> &proxyPassword)
{
    const NetworkSettings before = m_settings.network();
    m_settings.setNetwork(network);
    const bool isKept = hasPassword(before);
    const bool isWanted = hasPassword(network);
    if (!isWanted || !proxyPassword) {
        if (isKept && !(isWanted && isSameProxy(before, network)))
            await(m_secrets.remove(ProxyKey)); // it is for no proxy any longer
        return restore();
    }
    m_reading.reset();
    QByteArray kept = keptProxyPassword(network, *proxyPassword);
    await(m_secrets.write(ProxyKey, kept));
    SecretBytes::wipe(kept);
    use(network, *proxyPassword);
}

//! Only the latest change counts: one for the same key that is under way is given up.
void NetworkKeeper::await(SecretChangePtr change)
{
    m_change = std::move(change);
    connect(m_change.get(), &ReplyBase::finished, this, [this] {
        const auto ended = std::move(m_change);
        if (!ended->result())
            Q_EMIT failed(ended->result().error());
    });
}

void NetworkKeeper::readPassword(const NetworkSettings &network)
{
    m_reading = m_secrets.read(ProxyKey);
    connect(m_reading.get(), &ReplyBase::finished, this, [this, network] {
        const auto reading = std::move(m_reading);
        QByteArray kept;
        if (reading->result())
            kept = (*reading->result()).value_or(QByteArray());
        QString password = proxyPasswordFromKept(kept, network).value_or(QString());
        use(network, password); // without it, the proxy will say that it wants one
        SecretBytes::wipe(password);
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
