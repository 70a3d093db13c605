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
#include <QStringList>

#include <chrono>

namespace Vestibule {

//! What a command that asks a tenant needs; all of it outlives the command.
struct CommandEnvironment {
    Settings &settings;
    FallbackSecretStore &secrets;
    SourceFactory &sourceFactory;
};

//! Completes what the command line says about the tenant: applies the network settings, starts the
//! demo tenant, reads the token or the application's secret from the keyring if none was given, and
//! lets the application sign in. It prints what is wrong with the network settings.
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
    //! Prints what may be wrong with the token that was given, or that the application got.
    void warnAboutToken() const;
    //! What the token says that it allows. After found().
    [[nodiscard]] QStringList scopes() const;

    //! After found(). The demo tenant's organization is its first one.
    [[nodiscard]] const StartupAccess &startup() const { return m_startup; }

Q_SIGNALS:
    //! One of these three once, never from inside start(). Domain or access may be missing still.
    void found();
    void failed(Vestibule::ExitStatus status, const QString &sentence);
    //! The application did not get a token.
    void signInFailed(const Vestibule::ApiError &error);
    //! The sign-in waits before its next try; see ReplyBase::retryScheduled().
    void signInWaits(const Vestibule::ApiError &cause, std::chrono::milliseconds delay);

private:
    void find();
    [[nodiscard]] static QString keyringText(const SecretError &error);
    void readSecret(const Profile &profile);
    void takeSecret(const Profile &profile, const SecretReadPtr &reply);
    void signIn();
    [[nodiscard]] AccessToken token() const;

    CommandEnvironment m_environment;
    TenantOptions m_options;
    StartupAccess m_startup;
    NetworkController m_network;
    SecretReadPtr m_reading;
    SignInPtr m_signIn; //!< held so that the sources get this one, and its token
    ReplyPtr<AccessToken> m_fetching;
    bool m_isCancelled = false;
};

} // namespace Vestibule
