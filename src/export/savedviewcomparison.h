// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/drift.h"
#include "core/listingdrift.h"
#include "core/organization.h"
#include "export/listingreader.h"
#include "session/savedviewopener.h"
#include "session/subject.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <variant>

namespace Vestibule {

//! Compares a saved view with another listing of the same organization, which is live or a saved
//! view, too: reads the file, then the whole live listing unless it is on screen already. The one
//! that was read later is the new one; of two of the same time, the one that is not of the file.
//!
//! Nothing is compared if the file is of another tenant or organization. All demo tenants are one:
//! each start gives it another address.
class SavedViewComparison final : public QObject {
    Q_OBJECT

public:
    struct Request {
        QString path{}; //!< of the saved view's file
        Subject subject{}; //!< whose listing it is compared with
        ConnectionSourcePtr source{}; //!< not null; reads that listing
        ConnectionPage page{}; //!< that is on screen
        QString organizationName{}; //!< for people; empty if it is not known
    };

    //! The saved view is of another organization.
    struct OtherOrganization {
        bool isOtherTenant = false;
        QString tenant{}; //!< of the saved view
        Organization organization{}; //!< of the saved view; its name may be unknown

        bool operator==(const OtherOrganization &) const = default;
    };

    //! The differences, or why nothing was compared.
    using Outcome =
        std::variant<DriftPtr, SavedViewProblem, OtherOrganization, ApiError, ListingMismatch>;

    explicit SavedViewComparison(const Request &request, QObject *parent = nullptr);
    //! Stops it.
    ~SavedViewComparison() override;

    //! Call it once. Ends with finished(), never from inside the call.
    void start();

    //! Of the live listing, so far.
    [[nodiscard]] qsizetype rowsRead() const { return m_new.connections.size(); }
    //! Of the live listing; -1 while it is not known or not being read.
    [[nodiscard]] qsizetype total() const { return m_total; }
    //! After finished().
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    //! rowsRead() or total() has changed.
    void progressed();
    //! See ReplyBase.
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    void finished();

private:
    void takeView(const SavedViewPtr &view);
    void readListing();
    void takePage(const ConnectionPage &page);
    void endReading(const ListingReader::Outcome &outcome);
    void compare();
    void finish(const Outcome &outcome);

    Request m_request;
    SavedViewOpener m_opener;
    std::unique_ptr<ListingReader> m_reader; //!< null unless the live listing is read
    ReplyPtr<DriftPtr> m_comparing;
    ComparedListing m_old;
    ComparedListing m_new;
    qsizetype m_total = -1;
    Outcome m_outcome;
};

} // namespace Vestibule
