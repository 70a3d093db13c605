// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/accessinput.h"
#include "cli/commandline.h"
#include "cli/exportcommand.h"
#include "session/networkkeeper.h"
#include "session/tenantgateway.h"
#include "store/secretvault.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Vestibule {

//! `--export` from the command line to the exit status: finds what the command line leaves open in
//! the settings and the keyring, warns of what the token says of itself, and exports.
class ExportTask final : public QObject {
    Q_OBJECT

public:
    struct Environment {
        Settings &settings;
        SecretVault &secrets;
        TenantGateway &gateway;
    };

    //! All of \a environment outlives this object.
    ExportTask(const Environment &environment, const CommandLine &line, const AccessInput &input,
               QObject *parent = nullptr);
    ~ExportTask() override;

    void start();

Q_SIGNALS:
    //! Once, never from inside start().
    void finished(Vestibule::ExitStatus status);

private:
    void findAccess();
    void readToken(const Profile &profile);
    void takeToken(const SecretReadPtr &reply);
    void startExport();
    void fail(ExitStatus status, const QString &sentence);

    Environment m_environment;
    CommandLine m_line;
    AccessInput m_input;
    NetworkKeeper m_network;
    SecretReadPtr m_reading;
    std::unique_ptr<ExportCommand> m_command;
};

} // namespace Vestibule
