// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "session/listingmismatch.h"

#include <QObject>
#include <QSet>

#include <chrono>
#include <map>
#include <optional>
#include <variant>

namespace Vestibule {

//! Reads a listing page by page, from the first to the last, and checks that it is whole.
//!
//! With a total of n it makes ceil(n / size) requests, and one for an empty listing: several at a
//! time, as soon as the first page has told the total. Without a total it goes on until a page is
//! not full. Pages that do not add up are read once more from the start: a list that changes while
//! it is read has most likely settled by then.
class ListingReader final : public QObject {
    Q_OBJECT

public:
    //! Requests that are under way at a time; QNetworkAccessManager has as many connections to a
    //! host. The source holds them back when the tenant's budget asks for it.
    static constexpr int MaximumUnderWay = 6;

    enum class Extent { OnePage, AllPages };
    //! Nothing when the listing is whole; otherwise why it is not.
    using Outcome = std::variant<std::monostate, ApiError, ListingMismatch>;

    //! Starts with \a first, whose index is 0 for AllPages. \a source is not null.
    ListingReader(ConnectionSourcePtr source, const PageRequest &first, Extent extent,
                  QObject *parent = nullptr);
    ~ListingReader() override;

    void start();
    //! After finished() with an ApiError: goes on where it stopped, without reading a page twice.
    //! \a source is not null and of the same tenant; it may have another token.
    void resume(ConnectionSourcePtr source);
    //! Stops; no signal follows.
    void cancel();

    [[nodiscard]] qsizetype rowsRead() const { return m_ids.size(); }

Q_SIGNALS:
    void pageRead(const Vestibule::ConnectionPage &page);
    //! The pages did not add up: what pageRead() told is void, and reading begins anew.
    void restarted();
    //! See ReplyBase; of any of the requests that are under way.
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
    [[nodiscard]] bool isBehindEnd(int index) const;
    [[nodiscard]] std::optional<ListingMismatch> mismatch(const ConnectionPage &page);
    [[nodiscard]] std::optional<ListingMismatch> mismatchAtEnd(const ConnectionPage &page) const;

    ConnectionSourcePtr m_source;
    PageRequest m_first;
    Extent m_extent;
    std::map<int, ReplyPtr<ConnectionPage>> m_replies; //!< under way, by the index of the page
    std::map<int, ConnectionPage> m_ready; //!< read, but pages before them are missing
    int m_nextIndex; //!< of the page that is delivered next
    std::optional<int> m_endIndex; //!< behind the last page, as far as it is known
    //! A hash of each id: a long listing takes little memory, and with this run's random seed
    //! the chance that two of 100,000 ids share one is below one in a thousand million.
    QSet<size_t> m_ids;
    std::optional<qsizetype> m_total; //!< of the whole listing; absent when the tenant does not say
    bool m_isSecondReading = false;
};

} // namespace Vestibule
