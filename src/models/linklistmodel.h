// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "models/connectiontext.h"

#include <QAbstractListModel>

#include <optional>

namespace Vestibule {

class InventoryModel;

//! Links as a list with one entry each, for a narrow place: it is called by its organization or by
//! its connection. It reads from the model of a list of links, which outlives it, and like that
//! model only what is looked at.
class LinkListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum class NamedBy { Organization, Connection };

    LinkListModel(const InventoryModel &links, NamedBy namedBy, QObject *parent = nullptr);
    ~LinkListModel() override;

    //! What is drawn of an entry, masked where names are.
    struct Entry {
        QString name{};
        QString state{}; //!< linkStateText()
        CellMeaning enabled = CellMeaning::NotSent;
        QString level{}; //!< the access level in a word
        CellMeaning levelMeaning = CellMeaning::NotSent;

        bool operator==(const Entry &) const = default;
    };
    //! Absent while the row has not been read; reading it is requested then.
    [[nodiscard]] std::optional<Entry> entryAt(int row) const;
    //! The columns that an entry consists of, by which a list of them can be sorted; the name
    //! first.
    [[nodiscard]] QList<InventoryColumn> columns() const;
    //! The texts of columns(), with tabs between them, never masked; empty if the row has not been
    //! read.
    [[nodiscard]] QString copiedText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QVariant cell(int row, InventoryColumn column, int role) const;

    const InventoryModel &m_links;
    const NamedBy m_namedBy;
};

} // namespace Vestibule
