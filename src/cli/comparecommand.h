// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"
#include "cli/terminal.h"
#include "export/driftexport.h"
#include "inventory/inventorycomparison.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Vestibule {

//! `compare`, from the command line to the exit status: compares two inventories and writes what
//! differs. It prints to standard error how many differences there are and what could not be
//! compared, unless the text for people says so on standard output, and the progress, if that is a
//! terminal.
//!
//! The rows are written also when not everything could be compared, with the status NotUnderstood.
class CompareCommand final : public QObject {
    Q_OBJECT

public:
    explicit CompareCommand(const CompareOptions &options, QObject *parent = nullptr);
    ~CompareCommand() override;

    //! Call it once.
    void start();
    //! A signal ends the program. Rows that are being saved to a file are saved to the end, as if
    //! the signal had come later.
    void end(int signal);

Q_SIGNALS:
    //! Once, never from inside start().
    void finished(Vestibule::ExitStatus status);

private:
    void takeDrift();
    void finishExport();
    void finish(ExitStatus status);

    CompareOptions m_options;
    std::unique_ptr<InventoryComparison> m_comparison; //!< null when it is not running
    ReplyPtr<DriftPtr, InventoryProblem> m_comparing;
    DriftPtr m_drift;
    DriftExport m_export;
    QTimer m_progressTimer;
    ProgressLine m_progress;
    bool m_isEnded = false;
};

} // namespace Vestibule
