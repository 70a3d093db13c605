// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/networkfile.h"

#include <QSettings>

#include <array>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using ProxyMode = NetworkSettings::ProxyMode;

constexpr QLatin1StringView ModeKey = "network/proxyMode"_L1;
constexpr QLatin1StringView HostKey = "network/proxyHost"_L1;
constexpr QLatin1StringView PortKey = "network/proxyPort"_L1;
constexpr QLatin1StringView UserKey = "network/proxyUser"_L1;
constexpr QLatin1StringView CaKey = "network/caCertificateFile"_L1;
constexpr QLatin1StringView TimeoutKey = "network/timeoutSeconds"_L1;

constexpr int MaximumTimeout = 3600;

constexpr std::array<std::pair<ProxyMode, QLatin1StringView>, 3> ModeWords{{
    {ProxyMode::System, "system"_L1},
    {ProxyMode::None, "none"_L1},
    {ProxyMode::Manual, "manual"_L1},
}};

int numberIn(const QVariant &value, int maximum, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 1 && number <= maximum ? number : otherwise;
}

} // namespace

NetworkSettings readNetwork(const QSettings &file)
{
    NetworkSettings network;
    const QString mode = file.value(ModeKey).toString();
    for (const auto &[known, word] : ModeWords) {
        if (word == mode)
            network.proxyMode = known;
    }
    network.proxyHost = file.value(HostKey).toString();
    network.proxyPort = static_cast<quint16>(
        numberIn(file.value(PortKey), std::numeric_limits<quint16>::max(), network.proxyPort));
    network.proxyUser = file.value(UserKey).toString();
    network.caCertificateFile = file.value(CaKey).toString();
    network.timeout = std::chrono::seconds(numberIn(file.value(TimeoutKey), MaximumTimeout,
                                                    static_cast<int>(network.timeout.count())));
    return network;
}

void writeNetwork(QSettings &file, const NetworkSettings &network)
{
    for (const auto &[known, word] : ModeWords) {
        if (known == network.proxyMode)
            file.setValue(ModeKey, QString(word));
    }
    file.setValue(HostKey, network.proxyHost);
    file.setValue(PortKey, int(network.proxyPort));
    file.setValue(UserKey, network.proxyUser);
    file.setValue(CaKey, network.caCertificateFile);
    file.setValue(TimeoutKey, qlonglong(network.timeout.count()));
}

} // namespace Vestibule
