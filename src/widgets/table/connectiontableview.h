// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/organizationconnection.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <QTableView>
#include <QTimer>

namespace Vestibule {

class ConnectionFilterModel;
class ConnectionTableModel;

//! The table of one page: sorts, finds, and keeps its selection and its scroll position by
//! connection id when the rows change: a page that comes back looks as it did.
class ConnectionTableView final : public QTableView {
    Q_OBJECT

public:
    explicit ConnectionTableView(QWidget *parent = nullptr);
    ~ConnectionTableView() override;

    //! \a model outlives the view.
    void setConnectionModel(ConnectionTableModel *model);
    [[nodiscard]] ConnectionFilterModel &filterModel() { return *m_filter; }
    //! In the order on screen.
    [[nodiscard]] QList<OrganizationConnection> selectedConnections() const;

    //! Widths that show what is in the columns, each within reason; does nothing once a person has
    //! set a width or moved a column.
    void fitColumns();
    //! One column stays, so that there is always a row to see and a header to click.
    static constexpr ConnectionField LastingColumn = ConnectionField::Name;
    void setColumnShown(ConnectionField column, bool isShown);
    //! All columns in their first order, with widths that fit.
    void resetColumns();

    //! Column widths, order and visibility, for Settings::layout(); empty while nobody changed any.
    [[nodiscard]] QByteArray saveLayout() const;
    //! What is not a layout of these columns, or shows none of them, is as good as none.
    void restoreLayout(const QByteArray &state);
    //! The field that is sorted by, with a leading '-' when descending; empty: the server's order.
    [[nodiscard]] QByteArray saveSort() const;
    void restoreSort(const QByteArray &sort);

    //! Nothing of what a person had selected came back with the latest rows.
    [[nodiscard]] bool hasLostSelection() const { return m_hasLostSelection; }

Q_SIGNALS:
    //! Other rows are selected, or the rows came anew; while Find is typed in, when that pauses.
    void connectionsSelected();

private:
    //! What a person did with the rows of one page.
    struct Look {
        QStringList selectedIds{};
        QString topId{}; //!< of the first row in view
    };

    void findInShownColumns();
    void rememberLook();
    void restoreLook();
    void selectWhatIsLeft();
    void tellOfSelection();
    void restoreSelection(const QStringList &ids);
    void restoreScrollPosition(const QString &topId);
    [[nodiscard]] bool hasAny(const QStringList &ids) const;
    [[nodiscard]] const QString &idAt(int row) const; //!< of a row on screen

    ConnectionFilterModel *m_filter;
    qsizetype m_selectedRows = 0; //!< that were told of last
    bool m_isFinding = false;
    QTimer m_tellTimer;
    ConnectionTableModel *m_connections = nullptr;
    Look m_lastLook; //!< of the rows that were replaced last
    QHash<QString, Look> m_looks; //!< of all pages so far, by the id of their first row
    bool m_isFitting = false;
    bool m_hasOwnLayout = false;
    bool m_hadRows = false; //!< before the latest rows came
    bool m_hasLostSelection = false;
    QString m_chosenForLack; //!< the row that was selected because nobody had selected any
};

} // namespace Vestibule
