// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/connectionbrowser.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <optional>
#include <variant>

namespace Vestibule {

//! Reads all pages of the listing that a browser shows, so that Find can look at every row of it.
//!
//! It reads one page after another, and only those that the browser has not kept. While it is
//! Complete, the browser's model() has the rows of all pages. It ends by itself when the browser
//! shows another page or has reloaded this one.
class ListingSearch final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Off,
        Reading,
        Complete,
        Failed, //!< problem() says why; the model has the page's rows
    };
    Q_ENUM(State)

    //! Most rows of a listing without a total, whose end only the tenant decides.
    static constexpr qsizetype MaximumRowsWithoutTotal = 100'000;

    //! The tenant did not answer, or its pages do not add up to one listing.
    using Problem = std::variant<ApiError, ListingMismatch>;

    //! The browser outlives this object.
    explicit ListingSearch(ConnectionBrowser &browser, QObject *parent = nullptr);
    ~ListingSearch() override;

    [[nodiscard]] State state() const { return m_state; }
    //! There are other pages than the one on screen, and nothing else is being read.
    [[nodiscard]] bool isPossible() const;
    //! Of the listing; absent when only its end will tell.
    [[nodiscard]] std::optional<int> pageCount() const;
    //! The requests that start() would make; absent as above.
    [[nodiscard]] std::optional<int> requestsNeeded() const;
    //! The pages that are in the result so far.
    [[nodiscard]] int pagesRead() const { return m_pagesRead; }
    //! Only while Failed.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

    //! Also after a failure: pages that have been read are not read again, unless they did not add
    //! up. When all pages are there, it is Complete at once.
    void start();
    //! Stops reading; the model has the rows of the page again.
    void end();

Q_SIGNALS:
    //! The state, or the number of pages that have been read.
    void changed();
    //! See ReplyBase.
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);

private:
    void readOn();
    void takeReply();
    //! What does not add up with it.
    [[nodiscard]] std::optional<ListingMismatch> take(const ConnectionPage &page);
    void fail(const Problem &problem);
    void forget();
    void setState(State state);
    void followBrowser();

    ConnectionBrowser &m_browser;
    State m_state = State::Off;
    std::optional<Problem> m_problem;
    ReplyPtr<ConnectionPage> m_reply;
    ListingCheck m_check;
    QList<OrganizationConnection> m_rows;
    int m_pagesRead = 0;
    bool m_isWhole = false; //!< the last page has been read
    bool m_isReloading = false; //!< the search begins when the browser has reloaded its page
};

} // namespace Vestibule
