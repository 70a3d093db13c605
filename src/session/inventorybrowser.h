// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/inventorylisting.h"
#include "session/overviewreader.h"

#include <QObject>
#include <QString>

#include <array>
#include <functional>
#include <optional>

namespace Vestibule {

//! The inventory that the window looks at beside its subject: at most one, a file that the user
//! keeps or the working inventory of a tenant.
class InventoryBrowser final : public QObject {
    Q_OBJECT

public:
    //! Those that have a listing.
    static constexpr std::array Lists{InventoryList::Links, InventoryList::Connections,
                                      InventoryList::Organizations, InventoryList::Rules};

    enum class State { Closed, Opening, Open, Failed };
    Q_ENUM(State)

    //! Opens a file, as openInventory() does.
    using Opener =
        std::function<InventorySource::InventoryReply<InventorySourcePtr>(const QString &path)>;

    explicit InventoryBrowser(Opener opener, QObject *parent = nullptr);
    ~InventoryBrowser() override;

    //! Opens a file, in place of the inventory that is open. While it is checked, and when it
    //! cannot be opened, the old one stays.
    void open(const QString &path);
    //! Stops opening: the old inventory stays, if there was one.
    void cancel();
    void close();
    //! Reads the summary again, because a sweep goes on.
    void refreshSummary();

    [[nodiscard]] State state() const { return m_state; }
    //! The file that is open; empty if none is.
    [[nodiscard]] const QString &path() const { return m_path; }
    //! The file that is being opened, otherwise path().
    [[nodiscard]] const QString &wantedPath() const
    {
        return m_state == State::Opening ? m_wantedPath : m_path;
    }
    //! Of the file that is open.
    [[nodiscard]] const InventorySummary &summary() const { return m_summary; }
    [[nodiscard]] bool isOpen() const { return m_source != nullptr; }
    [[nodiscard]] const InventorySourcePtr &source() const { return m_source; }
    //! Why the last file could not be opened, while Failed.
    [[nodiscard]] const std::optional<InventoryProblem> &problem() const { return m_problem; }
    //! One of Lists.
    [[nodiscard]] InventoryListing &listing(InventoryList list);
    [[nodiscard]] const InventoryListing &listing(InventoryList list) const;
    [[nodiscard]] OverviewReader &overview() { return m_overview; }

Q_SIGNALS:
    //! State, file or summary.
    void changed();
    //! Another inventory is open, or none any more. Emitted before changed().
    void inventoryChanged();

private:
    void takeSource();
    void fail(const InventoryProblem &problem);
    void setSource(const InventorySourcePtr &source, const InventorySummary &summary);

    Opener m_opener;
    State m_state = State::Closed;
    QString m_path; //!< of m_source
    QString m_wantedPath; //!< while Opening
    InventorySourcePtr m_source;
    InventorySourcePtr m_candidate; //!< has been opened, and is being summarized
    InventorySummary m_summary;
    bool m_isSummaryOld = false; //!< to be read once more after the one that is under way
    std::optional<InventoryProblem> m_problem;
    InventorySource::InventoryReply<InventorySourcePtr> m_opening;
    InventorySource::InventoryReply<InventorySummary> m_summarizing;
    std::array<InventoryListing, Lists.size()> m_listings;
    OverviewReader m_overview;
};

} // namespace Vestibule
