// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "models/listingfacets.h"

#include <QCollator>
#include <QList>
#include <QMap>
#include <QSortFilterProxyModel>

namespace Vestibule {

class ConnectionTableModel;

//! Finds and sorts within the rows of one page. The server's filter is not applied here.
//!
//! Flags and levels sort by meaning: yes before no, levels from none to full. Strategies and names
//! sort as the person's language does, ids by their characters. Rows without a value come last in
//! both directions.
class ConnectionFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ConnectionFilterModel(QObject *parent = nullptr);

    //! Call this once, in place of setSourceModel(). The model must outlive this object.
    void setConnections(ConnectionTableModel *model);

    //! Keeps the rows in which one of the fields contains the text, ignoring case. It compares with
    //! valueWord(), never masked, also without its invisible characters. An empty text keeps all
    //! rows.
    void setFindText(const QString &text);
    [[nodiscard]] QString findText() const { return m_findText; }
    //! Keeps the rows in which each of these fields contains its text as well, by the same rules.
    //! Empty texts keep all rows.
    void setFieldTexts(const QMap<ConnectionField, QString> &texts);
    //! Keeps the rows that have chosen values as well.
    void setListingFilter(const ListingFilter &filter);
    //! Whether a text or a value keeps rows out.
    [[nodiscard]] bool isFiltering() const;
    //! Whether the texts, and not the chosen values, keep the row.
    [[nodiscard]] bool isFound(const OrganizationConnection &row) const;
    //! The fields to look at: those that a person can see. All fields by default.
    void setFindFields(const QList<ConnectionField> &fields);
    //! Whether setFindText()'s text, which is not empty, is in this field of a row of this model.
    [[nodiscard]] bool isFoundIn(int row, ConnectionField field) const;

Q_SIGNALS:
    //! The texts may keep other rows.
    void findChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const ConnectionTableModel *m_connections = nullptr;
    QString m_findText;
    QList<ConnectionField> m_findFields;
    QMap<ConnectionField, QString> m_fieldTexts; // none is empty
    ListingFilter m_listingFilter;
    QCollator m_collator; // for the person's language
};

} // namespace Vestibule
