// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace Vestibule {

//! Finds and sorts among the rows of one page; the server's filter is not made here.
class ConnectionFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit ConnectionFilterModel(QObject *parent = nullptr);

    //! Keeps the rows in which any column shows \a text; case does not matter. Empty keeps all.
    void setFindText(const QString &text);
    [[nodiscard]] QString findText() const { return m_findText; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_collator; //!< of the person's language
    QString m_findText;
};

} // namespace Vestibule
