// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/findmatcher.h"
#include "models/sortkeys.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <optional>

namespace Vestibule {

class ConnectionTableModel;

//! Finds and sorts among the rows of one page; the server's filter is not made here. What was not
//! sent stands behind everything else, whichever way the rows are sorted.
class ConnectionFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ConnectionFilterModel(QObject *parent = nullptr);

    //! In the place of setSourceModel(), and once; \a model outlives this.
    void setConnections(ConnectionTableModel *model);

    //! Keeps the rows in which a field that is looked at shows \a text (its valueWord(), never
    //! masked); case does not matter. Empty keeps all.
    void setFindText(const QString &text);
    [[nodiscard]] QString findText() const { return m_findText; }
    //! Those that a person can see; all of them at first.
    void setFindFields(const QList<ConnectionField> &fields);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void findAgain();

    const ConnectionTableModel *m_connections = nullptr;
    QString m_findText;
    QList<ConnectionField> m_findFields;
    mutable FindMatcher m_matcher; //!< remembers what it has found out
    QCollator m_collator; //!< of the person's language
    mutable std::optional<SortKeys> m_keys; //!< of m_keyColumn; absent until they are asked for
    mutable int m_keyColumn = -1;
};

} // namespace Vestibule
