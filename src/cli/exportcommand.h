// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/exitstatus.h"
#include "cli/progressline.h"
#include "export/connectionexport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <chrono>

namespace Vestibule {

//! `--export`: the export without a window. Says on standard error what it did or why it did not,
//! and how far it is when that is a terminal.
class ExportCommand final : public QObject {
    Q_OBJECT

public:
    struct Options {
        ConnectionSourcePtr source{}; //!< not null
        PageRequest first{};
        ListingReader::Extent extent = ListingReader::Extent::AllPages;
        QString target{}; //!< a path, or "-" for standard output
        ExportLayout layout{};
        ExportProvenance provenance{};
        bool withSideFile = false; //!< for a path
        bool isQuiet = false; //!< nothing but errors is said
        std::chrono::milliseconds maximumWait{300'000}; //!< for the rate limit, in all
    };

    explicit ExportCommand(const Options &options, QObject *parent = nullptr);
    ~ExportCommand() override;

    void start();

Q_SIGNALS:
    //! Once, never from inside start().
    void finished(Vestibule::ExitStatus status);

private:
    void wait(std::chrono::milliseconds delay, const ApiError &cause);
    void finish(const ConnectionExport::Outcome &outcome);

    Options m_options;
    ConnectionExport m_export;
    ProgressLine m_progress;
    QElapsedTimer m_sinceStart;
    std::chrono::milliseconds m_waited{}; //!< for the rate limit, by any request
    std::chrono::milliseconds m_waitEnd{}; //!< of the latest wait, since the start
};

} // namespace Vestibule
