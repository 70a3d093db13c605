// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/proxypassword.h"

#include "core/secretbytes.h"

#include <QByteArrayView>
#include <QUrl>

namespace Vestibule {

namespace {

//! Before the password. Host and user are encoded: an edited settings file may have line breaks in
//! them, with which one proxy could pass for another.
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
    kept.reserve(kept.size() + secret.size()); // growing would leave a copy behind
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

} // namespace Vestibule
