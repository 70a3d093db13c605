// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"
#include "cli/terminal.h"
#include "core/inventorysource.h"
#include "export/inventoryexport.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace Vestibule {

//! `links`, `used-by` and `findings`, from the command line to the exit status: opens the inventory
//! and writes rows of it. It prints the result to standard error, as well as what the inventory
//! does not cover, and the progress, if that is a terminal.
//!
//! The rows of an inventory that is not complete are written all the same, with the status
//! NotUnderstood; otherwise findings may change it to Found.
class InventoryCommand final : public QObject {
    Q_OBJECT

public:
    explicit InventoryCommand(const InventoryOptions &options, QObject *parent = nullptr);
    ~InventoryCommand() override;

    //! Call it once.
    void start();
    //! A signal ends the program. Rows that are being saved to a file are saved to the end, as if
    //! the signal had come later.
    void end(int signal);

Q_SIGNALS:
    //! Once, never from inside start().
    void finished(Vestibule::ExitStatus status);

private:
    void takeCounts(const QList<InventoryRow> &rows);
    void countFindings(const InventorySourcePtr &source);
    void startExport(const InventorySourcePtr &source);
    void finishExport();
    void fail(const InventoryProblem &problem);
    void finish(ExitStatus status);

    InventoryOptions m_options;
    ReplyPtr<InventorySourcePtr, InventoryProblem> m_opening;
    InventorySource::InventoryReply<InventoryView> m_openingRules;
    InventorySource::InventoryReply<QList<InventoryRow>> m_countingFindings;
    bool m_hasFound = false; //!< what InventoryOptions::failsOn says
    QStringList m_unchecked; //!< ids of rules that the inventory cannot be held against
    bool m_lacksRule = false; //!< one of them was asked for by name
    std::unique_ptr<InventoryExport> m_export; //!< null before the inventory is open
    ProgressLine m_progress;
    bool m_isEnded = false;
};

} // namespace Vestibule
