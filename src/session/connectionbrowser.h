// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "models/connectiontablemodel.h"
#include "session/listingcheck.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <optional>

namespace Vestibule {

//! Reads the pages of one listing: which page is on screen, which one is requested, and the result.
//!
//! Pages are cached until the listing is reloaded, or its filter, page size or total changes: going
//! back costs no request.
class ConnectionBrowser final : public QObject {
    Q_OBJECT

public:
    enum class State {
        NotConfigured, //!< there is no source
        Loading, //!< request() is running; page(), if any, is the previous one
        Loaded,
        Failed, //!< error() says why; page(), if any, is the previous one
        Cancelled, //!< the first request was cancelled, so there is no page()
    };
    Q_ENUM(State)

    explicit ConnectionBrowser(QObject *parent = nullptr);
    ~ConnectionBrowser() override;

    //! Closes the previous listing and reads this page from the source, which is not null.
    void open(ConnectionSourcePtr source, const PageRequest &first);
    //! Uses another source for the same listing, for example with a new token. The page on screen
    //! stays; a request that failed or is running is repeated.
    void replaceSource(ConnectionSourcePtr source);
    //! Forgets everything; the state is NotConfigured then.
    void close();

    [[nodiscard]] State state() const { return m_state; }
    //! The rows of page(); empty without one.
    [[nodiscard]] ConnectionTableModel *model() { return &m_model; }
    //! The page on screen.
    [[nodiscard]] const std::optional<ConnectionPage> &page() const { return m_page; }
    //! While Loading, what is requested; otherwise the request of page(), or without one the last
    //! request.
    [[nodiscard]] PageRequest request() const;
    //! Why the last request failed; only while Failed.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    //! A page of the listing on screen that need not be read again; null if there is none. Valid
    //! until the browser is asked for something else.
    [[nodiscard]] const ConnectionPage *keptPage(int index) const;
    //! Adds a page of the listing on screen to the cache. The caller has read it from source().
    void keep(const ConnectionPage &page);
    //! Exports of the same listing use it, too; null while NotConfigured.
    [[nodiscard]] ConnectionSourcePtr source() const { return m_source; }

    //! The pages next to request(); absent where no such page is known to exist.
    [[nodiscard]] std::optional<PageRequest> next() const;
    [[nodiscard]] std::optional<PageRequest> previous() const;
    [[nodiscard]] std::optional<PageRequest> last() const;

public Q_SLOTS:
    //! Reads request() again, and forgets the cached pages when it has been read.
    void reload();
    //! Repeats the request that failed; reloads if none has.
    void retry();
    void firstPage();
    void previousPage();
    void nextPage();
    void lastPage();
    //! The index counts from 0. If the page is known not to exist, it goes to the last page and
    //! emits pageClamped().
    void goToPage(int index);
    //! 1 to 100. The new page contains the first row of the previous one.
    void setPageSize(int size);
    //! Sets the server's filter and goes to the first page.
    void setEnabledFilter(std::optional<bool> isEnabled);
    //! Cancels the request; the page on screen stays.
    void cancel();

Q_SIGNALS:
    void stateChanged(Vestibule::ConnectionBrowser::State state);
    //! page() has changed. Emitted before stateChanged().
    void pageChanged();
    void pageClamped(int requestedIndex, int lastIndex); //!< both count from 0
    //! The pages read so far do not add up: rows may have moved between them. Or the page is not of
    //! the size that was asked for; request() has the tenant's then.
    void listingChanged(const Vestibule::ListingMismatch &mismatch);
    //! See ReplyBase.
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);

private:
    enum class Cache { Use, Renew };

    void load(const PageRequest &request, Cache cache);
    void finishLoading();
    void accept(const ConnectionPage &page);
    [[nodiscard]] std::optional<ListingMismatch> mismatch(const ConnectionPage &page) const;
    void show(const ConnectionPage &page);
    void setState(State state);
    [[nodiscard]] std::optional<ConnectionPage> position() const;

    ConnectionSourcePtr m_source;
    ConnectionTableModel m_model;
    State m_state = State::NotConfigured;
    PageRequest m_wanted; //!< the last request
    Cache m_wantedCache = Cache::Use;
    std::optional<ConnectionPage> m_page;
    std::optional<ApiError> m_error;
    QHash<int, ConnectionPage> m_cache; //!< pages of this listing by index
    ReplyPtr<ConnectionPage> m_reply;
};

} // namespace Vestibule
