// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/networkcontroller.h"

#include "core/secretbytes.h"

#include <QByteArrayView>
#include <QUrl>

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

//! Precedes the password. Host and user are percent-encoded: line breaks in an edited settings file
//! could otherwise make one proxy look like another.
QByteArray headOf(const NetworkSettings &network)
{
    return QUrl::toPercentEncoding(network.proxyHost) + '\n' + QByteArray::number(network.proxyPort)
        + '\n' + QUrl::toPercentEncoding(network.proxyUser) + '\n';
}

} // namespace

QByteArray keptProxyPassword(const NetworkSettings &network, const QString &password)
{
    QByteArray secret = password.toUtf8();
    QByteArray kept = headOf(network);
    kept.reserve(kept.size() + secret.size()); // reallocation would leave a copy
    kept.append(secret);
    SecretBytes::wipe(secret);
    return kept;
}

std::optional<QString> proxyPasswordFromKept(const QByteArray &kept, const NetworkSettings &network)
{
    const QByteArray head = headOf(network);
    if (!kept.startsWith(head))
        return {};
    return QString::fromUtf8(QByteArrayView(kept).sliced(head.size()));
}

NetworkController::NetworkController(Settings &settings, SecretStore &secrets,
                                     SourceFactory &sourceFactory, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_sourceFactory(sourceFactory)
{
}

NetworkController::~NetworkController() = default;

void NetworkController::restore()
{
    m_reading.reset(); // for settings that have been replaced
    const NetworkSettings network = m_settings.network();
    if (hasPassword(network))
        readPassword(network);
    else
        apply(network, {});
}

void NetworkController::setNetwork(const NetworkSettings &network,
                                   const std::optional<QString> &proxyPassword)
{
    const NetworkSettings before = m_settings.network();
    m_settings.setNetwork(network);
    const bool isKept = hasPassword(before);
    const bool isWanted = hasPassword(network);
    if (!isWanted || !proxyPassword) {
        if (isKept && !(isWanted && isSameProxy(before, network)))
            await(m_secrets.remove(ProxyKey)); // its proxy is no longer used
        return restore();
    }
    m_reading.reset();
    QByteArray kept = keptProxyPassword(network, *proxyPassword);
    await(m_secrets.write(ProxyKey, kept));
    SecretBytes::wipe(kept);
    apply(network, *proxyPassword);
}

//! Assigning cancels the previous change, which is for the same key.
void NetworkController::await(SecretChangePtr change)
{
    m_change = std::move(change);
    connect(m_change.get(), &ReplyBase::finished, this, [this] {
        const auto ended = std::move(m_change);
        if (!ended->result())
            Q_EMIT failed(ended->result().error());
    });
}

void NetworkController::readPassword(const NetworkSettings &network)
{
    m_reading = m_secrets.read(ProxyKey);
    connect(m_reading.get(), &ReplyBase::finished, this, [this, network] {
        const auto reading = std::move(m_reading);
        QByteArray kept;
        if (reading->result())
            kept = (*reading->result()).value_or(QByteArray());
        QString password = proxyPasswordFromKept(kept, network).value_or(QString());
        apply(network, password); // without one, the proxy will ask for it
        SecretBytes::wipe(password);
        SecretBytes::wipe(kept);
    });
}

void NetworkController::apply(const NetworkSettings &network, const QString &proxyPassword)
{
    NetworkSettings used = network;
    used.timeout = m_timeout.value_or(network.timeout);
    m_certificateProblem = m_sourceFactory.setNetwork(used, proxyPassword);
    Q_EMIT ready();
}

} // namespace Vestibule
