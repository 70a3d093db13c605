// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/sourcefactory.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

//! A proxy's password as the secret store keeps it: together with the proxy and the user that it is
//! for. Editing these in the settings file, by mistake or on purpose, does not send the password
//! elsewhere. The caller wipes the result.
[[nodiscard]] QByteArray keptProxyPassword(const NetworkSettings &network, const QString &password);
//! The password in what keptProxyPassword() returned; absent when it is for another host, port or
//! user. The caller wipes it.
[[nodiscard]] std::optional<QString> proxyPasswordFromKept(const QByteArray &kept,
                                                           const NetworkSettings &network);

//! Stores the network settings, and the proxy's password in the secret store, and applies both to
//! the sources that are made from then on. A password belongs to one host, port and user.
class NetworkController final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object.
    NetworkController(Settings &settings, SecretStore &secrets, SourceFactory &sourceFactory,
                      QObject *parent = nullptr);
    ~NetworkController() override;

    //! Replaces the time-out of the settings until this object ends: the command line's option.
    void overrideTimeout(std::chrono::seconds timeout) { m_timeout = timeout; }
    //! Applies what is stored. ready() follows, before this returns when no password is needed.
    void restore();
    //! Stores and applies; ready() follows as for restore(). Without a password, the stored one is
    //! used if it is for the same proxy.
    void setNetwork(const NetworkSettings &network, const std::optional<QString> &proxyPassword);

    //! Why the additional certificate of the settings is not trusted; absent when it is, when there
    //! is none, and before ready().
    [[nodiscard]] const std::optional<CertificateProblem> &certificateProblem() const
    {
        return m_certificateProblem;
    }

Q_SIGNALS:
    //! Sources that are made from now on use the new settings.
    void ready();
    //! The password could not be stored or removed; everything else was done. A new password is
    //! used until the settings change or this object ends.
    void failed(const Vestibule::SecretError &error);

private:
    void apply(const NetworkSettings &network, const QString &proxyPassword);
    void readPassword(const NetworkSettings &network);
    void await(SecretChangePtr change);

    Settings &m_settings;
    SecretStore &m_secrets;
    SourceFactory &m_sourceFactory;
    std::optional<std::chrono::seconds> m_timeout;
    std::optional<CertificateProblem> m_certificateProblem;
    SecretReadPtr m_reading;
    SecretChangePtr m_change; //!< of the password; not finished yet
};

} // namespace Vestibule
