// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/connectionexport.h"
#include "app/exitstatus.h"

#include <QObject>
#include <QString>

namespace Vestibule {

//! `--export`: the export without a window. Says on standard error what it did or why it did not.
class ExportCommand final : public QObject {
    Q_OBJECT

public:
    struct Options {
        ConnectionSourcePtr source{}; //!< not null
        PageRequest first{};
        ListingReader::Extent extent = ListingReader::Extent::AllPages;
        QString target{}; //!< a path, or "-" for standard output
        ExportFormat format = ExportFormat::Csv;
        ExportProvenance provenance{};
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
    std::chrono::milliseconds m_waited{}; //!< for the rate limit, over all requests
};

} // namespace Vestibule
