// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "models/connectiontablemodel.h"
#include "session/listingmismatch.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <optional>

namespace Vestibule {

//! The browsing session without a window: which page is on screen, which one is asked for, and what
//! came of it.
//!
//! A page that was read is kept until the listing is refreshed, changes its filter or page size, or
//! is seen to have another total: going back to it costs no request.
class ConnectionBrowser final : public QObject {
    Q_OBJECT

public:
    enum class State {
        NotConfigured, //!< there is nobody to ask
        Loading, //!< request() is on its way; page(), if any, is what was there before
        Loaded,
        Failed, //!< error() says why; page(), if any, is what was there before
        Cancelled, //!< the first page was not waited for: there is no page()
    };
    Q_ENUM(State)

    explicit ConnectionBrowser(QObject *parent = nullptr);
    ~ConnectionBrowser() override;

    //! Forgets what it shows and reads \a first from \a source, which is not null.
    void open(ConnectionSourcePtr source, const PageRequest &first);
    //! Goes on with another source of the same tenant, such as one with a new token: what is on
    //! screen stays, and what had failed or is on its way is asked for again.
    void replaceSource(ConnectionSourcePtr source);
    //! Forgets everything: NotConfigured.
    void close();

    [[nodiscard]] State state() const { return m_state; }
    //! The rows of page(); empty without one.
    [[nodiscard]] ConnectionTableModel *model() { return &m_model; }
    //! What is on screen.
    [[nodiscard]] const std::optional<ConnectionPage> &page() const { return m_page; }
    //! What is asked for while Loading; otherwise what is on screen, or would be.
    [[nodiscard]] PageRequest request() const;
    //! Why the last request failed; only while Failed.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    //! For exports of the same listing; null while NotConfigured.
    [[nodiscard]] ConnectionSourcePtr source() const { return m_source; }

    //! The neighbours of request(): absent where there is none, or none that is known to exist.
    [[nodiscard]] std::optional<PageRequest> next() const;
    [[nodiscard]] std::optional<PageRequest> previous() const;
    [[nodiscard]] std::optional<PageRequest> last() const;

public Q_SLOTS:
    //! Reads request() anew.
    void reload();
    //! Asks again for what failed, or reloads.
    void retry();
    void firstPage();
    void previousPage();
    void nextPage();
    void lastPage();
    //! \a index counts from 0. Behind a known end it goes to the last page and says so by
    //! pageClamped(): a page that cannot exist is never asked for.
    void goToPage(int index);
    //! 1 to 100. The first row on screen stays on screen.
    void setPageSize(int size);
    //! The server's filter: back to the first page.
    void setEnabledFilter(std::optional<bool> isEnabled);
    //! Stops waiting; what is on screen stays.
    void cancel();

Q_SIGNALS:
    void stateChanged(Vestibule::ConnectionBrowser::State state);
    //! page() is another one.
    void pageChanged();
    void pageClamped(int askedIndex, int lastIndex); //!< both counted from 0
    //! The pages read so far do not add up: rows may have moved between them.
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
    PageRequest m_wanted; //!< the last request that was made, and how
    Cache m_wantedCache = Cache::Use;
    std::optional<ConnectionPage> m_page;
    std::optional<ApiError> m_error;
    QHash<int, ConnectionPage> m_cache; //!< pages of the listing on screen by index
    ReplyPtr<ConnectionPage> m_reply;
};

} // namespace Vestibule
