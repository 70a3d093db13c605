// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "formats/provenance.h"
#include "session/listingcheck.h"

#include <QObject>

#include <chrono>
#include <map>
#include <optional>
#include <variant>

namespace Vestibule {

//! Reads a listing page by page, from the first to the last, and checks that it is complete.
//!
//! With a total of n it makes ceil(n / size) requests, and one for an empty listing: several at a
//! time, as soon as the first page has given the total. Without a total it continues until
//! ConnectionPage::next() is absent. If the pages do not add up, it reads them all once more: a
//! list that changes while it is read has most likely settled by then.
//!
//! A tenant may allow fewer rows per page than asked for. Then it reads all pages with the tenant's
//! limit, or, when the answer states none, once more with as many rows as the first page had.
class ListingReader final : public QObject {
    Q_OBJECT

public:
    //! Most requests at a time: as many as the connections that QNetworkAccessManager opens to a
    //! host. The source delays them when the tenant's rate limit requires it.
    static constexpr int MaximumUnderWay = 6;
    //! Most rows of a listing without a total, whose end only the tenant decides. The API allows
    //! ten connections in an organization.
    static constexpr qsizetype MaximumRowsWithoutTotal = 100'000;

    //! std::monostate when the listing is complete; otherwise why it is not.
    using Outcome = std::variant<std::monostate, ApiError, ListingMismatch>;

    //! The source is not null. The extent is AllPages or OnePage; for AllPages the index of the
    //! first page is 0.
    ListingReader(ConnectionSourcePtr source, const PageRequest &first, ExportExtent extent,
                  QObject *parent = nullptr);
    ~ListingReader() override;

    //! Call it once.
    void start();
    //! After finished() with an ApiError: continues where it stopped, without reading a page twice.
    //! The source is not null and of the same tenant; it may have another token.
    void resume(ConnectionSourcePtr source);
    //! Stops; no signal follows.
    void cancel();

    [[nodiscard]] qsizetype rowsRead() const { return m_check.rows(); }

Q_SIGNALS:
    void pageRead(const Vestibule::ConnectionPage &page);
    //! The pages did not add up: those that pageRead() delivered are void, and reading starts
    //! again.
    void restarted();
    //! See ReplyBase; from any of the requests that are under way.
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    //! Once, and once more after each resume(); not after cancel().
    void finished(const Vestibule::ListingReader::Outcome &outcome);

private:
    void fetchAhead();
    void fetch(int index);
    void takeReply(int index);
    void deliverReadyPages();
    void stop(const Outcome &outcome);
    void restartOrFinish(const ListingMismatch &problem);
    void readAgain();
    [[nodiscard]] bool isPastEnd(int index) const;
    [[nodiscard]] bool isShortened(const ConnectionPage &page) const;
    [[nodiscard]] std::optional<ListingMismatch> check(const ConnectionPage &page);
    [[nodiscard]] std::optional<ListingMismatch> checkEnd(const ConnectionPage &last) const;

    ConnectionSourcePtr m_source;
    PageRequest m_first;
    ExportExtent m_extent;
    std::map<int, ReplyPtr<ConnectionPage>> m_replies; //!< under way, by page index
    std::map<int, ConnectionPage> m_ready; //!< read, but waiting for pages before them
    int m_nextIndex; //!< of the page that is delivered next
    std::optional<int> m_endIndex; //!< one after the last page; absent while it is not known
    ListingCheck m_check; //!< of all pages that were delivered
    bool m_isSecondReading = false;
};

} // namespace Vestibule
