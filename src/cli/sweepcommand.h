// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/commandline.h"
#include "cli/exitstatus.h"
#include "cli/tenantaccessfinder.h"
#include "cli/terminal.h"
#include "core/inventorysource.h"
#include "inventory/sweep.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

namespace Vestibule {

//! `sweep`, from the command line to the exit status.
//!
//! With `--into FILE` it writes a working inventory of its own, which belongs to that target, and
//! FILE appears when the sweep ends; the working inventory is removed then. So whichever of them is
//! there says what is to be done: the same command goes on. Without `--into`, it is the inventory
//! that the window shows.
//!
//! It prints the result to standard error, as the last line the numbers, and the progress, if that
//! is a terminal.
class SweepCommand final : public QObject {
    Q_OBJECT

public:
    //! Everything in the environment outlives this object.
    SweepCommand(const CommandEnvironment &environment, const SweepOptions &options,
                 const StartupAccess &startup, QObject *parent = nullptr);
    ~SweepCommand() override;

    //! Call it once.
    void start();
    //! A signal ends the program: what has arrived is committed.
    void end(int signal);

Q_SIGNALS:
    //! Once, never from inside start().
    void finished(Vestibule::ExitStatus status);

private:
    void chooseFile();
    [[nodiscard]] bool readIds();
    void lookAtTarget();
    void takeTarget(const InventorySummary &summary);
    void copyTarget();
    void startSweep(ConnectionEndpoint endpoint);
    void showProgress();
    void announce();
    void takeEnd();
    void seal();
    void removeWorking() const;
    void finishWhole();
    void finishBy(const ApiError &error);
    void finishBy(const InventoryProblem &problem);
    void finish(ExitStatus status);
    void fail(ExitStatus status, const QString &sentence);
    void say(const QString &sentence) const;
    [[nodiscard]] QString host() const;

    SourceFactory &m_sourceFactory;
    KeepLimits m_keep; //!< of the inventories in the data folder
    SweepOptions m_options;
    TenantAccessFinder m_finder;
    QString m_tenant; //!< InventorySummary::tenant
    QString m_path; //!< of the working inventory
    QStringList m_ids;
    ReplyPtr<InventorySourcePtr, InventoryProblem> m_opening; //!< the target, to look at it
    InventorySourcePtr m_target;
    ReplyPtr<InventorySummary, InventoryProblem> m_looking;
    ReplyPtr<std::monostate, InventoryProblem> m_writing; //!< copies or seals
    std::unique_ptr<Sweep> m_sweep;
    InventorySummary m_summary;
    qint64 m_requestsBefore = -1; //!< of earlier commands; -1 before the file is open
    ProgressLine m_progress;
    QString m_catalogueProblem; //!< why the catalogue was asked for and not read
    int m_signal = 0; //!< that ends the program; 0 if none has
    bool m_isCopied = false; //!< the working inventory is a copy of the target
    bool m_usesOlderList = false;
    bool m_isAnnounced = false;
    bool m_isEnded = false;
};

} // namespace Vestibule
