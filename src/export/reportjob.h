// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/inventory.h"
#include "core/reply.h"
#include "export/exportwriter.h"
#include "export/listingreader.h"
#include "formats/exporttarget.h"
#include "formats/htmlreport.h"

#include <QByteArrayList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <variant>

namespace Vestibule {

//! Writes a report to a file, whole or not at all. A subclass reads what the report is made of.
class ReportJob : public QObject {
    Q_OBJECT

public:
    enum class State {
        Reading,
        Saving, //!< everything is read: too late to cancel
        Written,
        Failed, //!< outcome() says why; nothing was written
        Cancelled, //!< nothing was written
    };
    Q_ENUM(State)

    //! The inventory has no organization with that name or id.
    struct UnknownOrganization {
        QString text{};
    };
    //! Why nothing was written; the monostate if it was. A report of something that is not complete
    //! is written all the same, and people must be told.
    using Outcome = std::variant<std::monostate, UnknownOrganization, InventoryProblem, ApiError,
                                 ListingMismatch, WriteError>;

    ~ReportJob() override;

    //! Call it once. Never ends the report from inside the call.
    void start();
    //! Stops at once and leaves the file as it was. Does nothing unless it is Reading.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const
    {
        return m_state == State::Reading || m_state == State::Saving;
    }
    //! The target's name for people; empty for standard output.
    [[nodiscard]] QString targetName() const;
    //! While Written or Failed.
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    void changed();

protected:
    //! Writes to this path; an empty one is standard output. The files are those that the report
    //! names with their SHA-256.
    ReportJob(const QString &path, const QStringList &files, QObject *parent);

    //! Begins to read; save() or fail() comes at the end. Each of the files has a hash, which is
    //! empty for an inventory that a sweep may write, whose content is also in files beside it, for
    //! an empty path, and for a file that cannot be read: a report says everything else all the
    //! same.
    virtual void read(const QByteArrayList &hashes) = 0;
    //! Drops what is being read, if anything is. Called when the report ends, but not by the
    //! destructor: a subclass calls it in its own.
    virtual void stopReading() = 0;

    //! Calls the function with the value of the reply, or fails with its problem. The reply is a
    //! member, which is null again when the function is called.
    template <typename T, typename Function>
    void then(ReplyPtr<T, InventoryProblem> &reply, Function function);
    //! Makes the report and writes it, on a thread: a slow disk may take long. The thread may
    //! outlive this object, and completes the file.
    void save(const std::function<HtmlReport()> &makeReport);
    void fail(const Outcome &outcome);

private:
    void end(State state);

    QString m_path;
    QStringList m_files;
    std::unique_ptr<ExportTarget> m_target; //!< null when it is not Reading
    ReplyPtr<QByteArrayList, InventoryProblem> m_hashing;
    ReplyPtr<std::monostate, WriteError> m_saving; //!< null unless Saving
    State m_state = State::Reading;
    Outcome m_outcome;
};

template <typename T, typename Function>
void ReportJob::then(ReplyPtr<T, InventoryProblem> &reply, Function function)
{
    connect(reply.get(), &ReplyBase::finished, this, [this, &reply, function] {
        const auto finished = std::move(reply);
        if (finished->result())
            function(*finished->result());
        else
            fail(finished->result().error());
    });
}

} // namespace Vestibule
