// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"
#include "cli/terminal.h"
#include "core/inventorysource.h"
#include "export/inventoryreport.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Vestibule {

//! `report`, from the command line to the exit status: opens the inventory and writes its report.
//! It prints the result to standard error, as well as what the inventory does not cover.
//!
//! The report of an inventory that is not complete is written all the same, with the status
//! NotUnderstood; so is one with a comparison in which not everything could be compared. What has
//! changed does not change the status: that is what `compare` is for.
class ReportCommand final : public QObject {
    Q_OBJECT

public:
    explicit ReportCommand(const ReportOptions &options, QObject *parent = nullptr);
    ~ReportCommand() override;

    //! Call it once.
    void start();
    //! A signal ends the program. A report that is being saved to a file is saved to the end, as if
    //! the signal had come later.
    void end(int signal);

Q_SIGNALS:
    //! Once, never from inside start().
    void finished(Vestibule::ExitStatus status);

private:
    void startReport(const InventorySourcePtr &source);
    void finishReport();
    void finish(ExitStatus status);

    ReportOptions m_options;
    ReplyPtr<InventorySourcePtr, InventoryProblem> m_opening;
    std::unique_ptr<InventoryReport> m_report; //!< null before the inventory is open
    QTimer m_progressTimer; //!< runs only while there is a report
    ProgressLine m_progress;
    bool m_isEnded = false;
};

} // namespace Vestibule
