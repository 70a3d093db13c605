// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "inventory/database.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace Vestibule {

//! Many texts in one block of memory, as UTF-8: a million QStrings would need far more.
class TextBlock final {
public:
    void add(const QByteArray &text)
    {
        m_bytes += text;
        m_ends.push_back(m_bytes.size());
    }

    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] std::string_view at(std::size_t i) const
    {
        const qsizetype begin = i == 0 ? 0 : m_ends[i - 1];
        return {m_bytes.constData() + begin, std::size_t(m_ends[i] - begin)};
    }
    [[nodiscard]] QString text(std::size_t i) const
    {
        const std::string_view view = at(i);
        return QString::fromUtf8(view.data(), qsizetype(view.size()));
    }

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends;
};

//! An inventory in memory, with what a comparison needs of it: its rows have numbers from 0, in the
//! order of the keys in the file.
struct ComparedInventory {
    using Index = std::uint32_t;

    //! The columns of flags and levels, in the order of their codes in a link.
    static constexpr std::size_t FlagCount = 4;
    static constexpr std::size_t LevelCount = 2;

    QString path{};
    InventorySummary summary{};

    // Of organizations.
    TextBlock organizationIds{};
    TextBlock organizationNames{}; //!< empty: not known
    TextBlock displayNames{};
    std::vector<OrganizationState> states{};
    //! Of each organization: its first link; one more at the end.
    std::vector<Index> firstLink{};

    // Of connections.
    TextBlock connectionIds{};
    TextBlock connectionNames{}; //!< empty unless they are texts
    TextBlock strategies{}; //!< the same
    std::vector<DriftValue::Kind> connectionNameKinds{}; //!< Absent, Null or Text
    std::vector<DriftValue::Kind> strategyKinds{}; //!< the same

    // Of links.
    std::vector<Index> linkConnections{};
    //! Flags, levels and whether there are a name and unknown members, as one number: equal if
    //! and only if all of them are, but for words of levels that this version does not know.
    std::vector<Index> linkCodes{};
    TextBlock linkNames{}; //!< organization_connection_name; empty unless it is a text
    QHash<Index, std::array<QString, LevelCount>> otherLevels{}; //!< of links with unknown words

    [[nodiscard]] DriftValue connectionName(Index connection) const;
    [[nodiscard]] DriftValue strategy(Index connection) const;
    [[nodiscard]] DriftValue flag(Index link, std::size_t flag) const;
    [[nodiscard]] DriftValue level(Index link, std::size_t level) const;
    [[nodiscard]] DriftValue linkName(Index link) const;
    //! JSON of unknown members; empty if there are none.
    [[nodiscard]] std::string_view linkExtra(Index link) const
    {
        return m_linkExtras.size() == 0 ? std::string_view() : m_linkExtras.at(link);
    }

    //! Checks the file and reads it whole, as it was at one moment; `progress` is called with the
    //! part that was read, up to 1.
    static ComparedInventory load(Database &database, const std::function<void(double)> &progress);

private:
    void loadOrganizations(Database &database);
    void loadConnections(Database &database);
    void loadLinks(Database &database, const std::function<void(double)> &progress);
    void loadOtherLevels(Database &database, const std::vector<Index> &links);
    void loadExtras(Database &database);

    std::vector<qint64> m_organizationKeys{}; //!< ascending
    std::vector<qint64> m_connectionKeys{}; //!< the same
    TextBlock m_linkExtras{}; //!< of each link, or of none
};

} // namespace Vestibule
