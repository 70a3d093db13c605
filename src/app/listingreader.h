// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/listingmismatch.h"
#include "core/connectionsource.h"

#include <QObject>
#include <QSet>

#include <chrono>
#include <optional>
#include <variant>

namespace Vestibule {

//! Reads a listing page by page, from the first to the last, and checks that it is whole.
//!
//! With a total of n it makes ceil(n / size) requests, and one for an empty listing. Without a
//! total it goes on until a page is not full. Pages that do not add up are read once more from the
//! start: a list that changes while it is read has most likely settled by then.
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
    //! The pages did not add up: what pageRead() told is void, and reading begins anew.
    void restarted();
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    //! At most once; not after cancel().
    void finished(const Vestibule::ListingReader::Outcome &outcome);

private:
    void fetch(const PageRequest &request);
    void restartOrFinish(const ListingMismatch &problem);
    void takePage();
    [[nodiscard]] std::optional<ListingMismatch> mismatch(const ConnectionPage &page);
    [[nodiscard]] std::optional<ListingMismatch> mismatchAtEnd(const ConnectionPage &page) const;

    ConnectionSourcePtr m_source;
    PageRequest m_first;
    Extent m_extent;
    ReplyPtr<ConnectionPage> m_reply;
    QSet<QString> m_ids;
    std::optional<qsizetype> m_total;
    bool m_isSecondReading = false;
};

} // namespace Vestibule
