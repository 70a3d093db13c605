// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Vestibule {

//! A proxy's password as a secret store keeps it: together with the proxy and the user that it is
//! for. Who changes them in the settings' file, by hand or by malice, finds no password for them.

//! The caller wipes what it gets.
[[nodiscard]] QByteArray keptProxyPassword(const NetworkSettings &network, const QString &password);
//! The password in \a kept; absent when it is for another host, port or user. The caller wipes it.
[[nodiscard]] std::optional<QString> proxyPasswordFromKept(const QByteArray &kept,
                                                           const NetworkSettings &network);

} // namespace Vestibule
