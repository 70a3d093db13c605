// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"
#include "cli/startupaccess.h"
#include "cli/tenantaccessfinder.h"
#include "cli/terminal.h"
#include "export/exportjob.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace Vestibule {

//! `--export`, from the command line to the exit status: takes what is not given from the settings
//! and the keyring, warns about the token, and exports. It prints the result to standard error, and
//! the progress, if that is a terminal.
class ExportCommand final : public QObject {
    Q_OBJECT

public:
    ExportCommand(const CommandEnvironment &environment, const ExportOptions &options,
                  const StartupAccess &startup, QObject *parent = nullptr);
    ~ExportCommand() override;

    //! Call it once.
    void start();
    //! A signal ends the program: cancels the export. Rows that are being saved to a file are saved
    //! to the end, as if the signal had come later.
    void end(int signal);

Q_SIGNALS:
    //! Once, never from inside start().
    void finished(Vestibule::ExitStatus status);

private:
    void startJob();
    void showProgress();
    void showWait(std::chrono::milliseconds longer);
    void showSignInWait(const ApiError &cause, std::chrono::milliseconds delay) const;
    void finishJob();
    void fail(ExitStatus status, const QString &sentence);

    SourceFactory &m_sourceFactory;
    ExportOptions m_options;
    TenantAccessFinder m_finder;
    std::unique_ptr<ExportJob> m_job; //!< null before the access is known
    ProgressLine m_progress;
    bool m_isEnded = false; //!< by a signal
};

} // namespace Vestibule
