// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"

#include <QObject>
#include <QSet>

#include <chrono>
#include <optional>
#include <variant>

namespace Vestibule {

//! The tenant's pages do not add up to one listing: rows moved while they were read.
struct ListingMismatch {
    enum class Kind {
        TotalChanged, //!< between two pages
        RowRepeated, //!< one connection_id twice
        RowsMissing, //!< fewer rows than the total
        BeyondEnd, //!< the one page that was asked for lies behind the last one
    };
    Kind kind = Kind::RowsMissing;
    qsizetype expected = 0; //!< rows; for BeyondEnd the number of pages, 0 when it is not known
    qsizetype got = 0; //!< rows; for BeyondEnd the page that was asked for, counted from 1

    bool operator==(const ListingMismatch &) const = default;
};

//! Reads a listing page by page, from the first to the last, and checks that it is whole.
//!
//! With a total of n it makes ceil(n / size) requests, and one for an empty listing. Without a
//! total it goes on until a page is not full.
class ListingReader final : public QObject {
    Q_OBJECT

public:
    enum class Extent { OnePage, AllPages };
    //! Nothing when the listing is whole; otherwise why it is not.
    using Outcome = std::variant<std::monostate, ApiError, ListingMismatch>;

    //! Starts with \a first, whose index is 0 for AllPages. \a source is not null.
    ListingReader(ConnectionSourcePtr source, const PageRequest &first, Extent extent,
                  QObject *parent = nullptr);
    ~ListingReader() override;

    void start();
    //! Stops; no signal follows.
    void cancel();

    [[nodiscard]] qsizetype rowsRead() const { return m_ids.size(); }
    //! Rows of the whole listing; absent when the tenant does not say.
    [[nodiscard]] std::optional<qsizetype> total() const { return m_total; }

Q_SIGNALS:
    void pageRead(const Vestibule::ConnectionPage &page);
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    //! At most once; not after cancel().
    void finished(const Vestibule::ListingReader::Outcome &outcome);

private:
    void fetch(const PageRequest &request);
    void takePage();
    [[nodiscard]] std::optional<ListingMismatch> mismatch(const ConnectionPage &page);
    [[nodiscard]] std::optional<ListingMismatch> mismatchAtEnd(const ConnectionPage &page) const;

    ConnectionSourcePtr m_source;
    PageRequest m_first;
    Extent m_extent;
    ReplyPtr<ConnectionPage> m_reply;
    QSet<QString> m_ids;
    std::optional<qsizetype> m_total;
};

} // namespace Vestibule
