// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"
#include "cli/startupaccess.h"
#include "session/networkcontroller.h"
#include "session/sourcefactory.h"
#include "store/fallbacksecretstore.h"

#include <QObject>
#include <QString>

namespace Vestibule {

//! What a command that asks a tenant needs; all of it outlives the command.
struct CommandEnvironment {
    Settings &settings;
    FallbackSecretStore &secrets;
    SourceFactory &sourceFactory;
};

//! Completes what the command line says about the tenant: applies the network settings, starts the
//! demo tenant, and reads the token from the keyring if none was given. It prints what is wrong
//! with the network settings.
class TenantAccessFinder final : public QObject {
    Q_OBJECT

public:
    TenantAccessFinder(const CommandEnvironment &environment, const TenantOptions &options,
                       const StartupAccess &startup, QObject *parent = nullptr);
    ~TenantAccessFinder() override;

    //! Call it once.
    void start();
    //! Stops; no signal follows.
    void cancel();
    //! Prints what may be wrong with the token.
    void warnAboutToken() const;

    //! After found(). The demo tenant's organization is its first one.
    [[nodiscard]] const StartupAccess &startup() const { return m_startup; }

Q_SIGNALS:
    //! Either of them once, never from inside start(). Domain or token may be missing still.
    void found();
    void failed(Vestibule::ExitStatus status, const QString &sentence);

private:
    void find();
    void readToken(const Profile &profile);
    void takeToken(const SecretReadPtr &reply);

    CommandEnvironment m_environment;
    TenantOptions m_options;
    StartupAccess m_startup;
    NetworkController m_network;
    SecretReadPtr m_reading;
    bool m_isCancelled = false;
};

} // namespace Vestibule
