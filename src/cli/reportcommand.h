// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"
#include "cli/terminal.h"
#include "core/inventorysource.h"
#include "export/inventoryreport.h"
#include "export/organizationreport.h"
#include "export/reportjob.h"
#include "session/savedviewopener.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Vestibule {

//! `report`, from the command line to the exit status: opens the inventory or the saved view and
//! writes its report, or that of one organization of it. It prints the result to standard error, as
//! well as what is missing.
//!
//! The report of something that is not complete is written all the same, with the status
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
    void openAsInventory();
    void takeView(const SavedViewPtr &view);
    void startReport(const InventorySourcePtr &source);
    void startOrganizationReport(const OrganizationReport::Origin &origin);
    //! Starts it, and prints how it ended.
    template <typename Report>
    void run(std::unique_ptr<Report> report);
    //! Done if the report was written.
    [[nodiscard]] static ExitStatus statusOf(const ReportJob::Outcome &outcome);
    //! Prints what is missing in a report that was written; false if nothing is.
    [[nodiscard]] bool printMissing(const InventoryReport &report) const;
    [[nodiscard]] static bool printMissing(const OrganizationReport &report);
    [[nodiscard]] QString targetPath() const;
    void finish(ExitStatus status);

    ReportOptions m_options;
    SavedViewOpener m_opener; //!< tells what kind of file it is
    ReplyPtr<InventorySourcePtr, InventoryProblem> m_opening;
    std::unique_ptr<ReportJob> m_report; //!< null before the file is open
    QTimer m_progressTimer; //!< runs only while there is a report with a comparison
    ProgressLine m_progress;
    bool m_isEnded = false;
};

} // namespace Vestibule
