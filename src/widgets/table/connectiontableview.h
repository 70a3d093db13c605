// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/organizationconnection.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTableView>
#include <QTimer>

namespace Vestibule {

class ConnectionFilterModel;
class ConnectionTableModel;
class FilterHeader;

//! The table of one page. It sorts and finds, and keeps its selection and scroll position by
//! connection id when the rows change, so that a page looks the same when it comes back.
class ConnectionTableView final : public QTableView {
    Q_OBJECT

public:
    explicit ConnectionTableView(QWidget *parent = nullptr);
    ~ConnectionTableView() override;

    //! The model outlives the view.
    void setConnectionModel(ConnectionTableModel *model);
    [[nodiscard]] ConnectionFilterModel &filterModel() { return *m_filter; }
    //! In the order on screen.
    [[nodiscard]] QList<OrganizationConnection> selectedConnections() const;
    //! Selects these rows alone, which are not none, and scrolls to the first one; false if one of
    //! them is not in the table.
    bool selectConnections(const QStringList &ids);

    //! Sets widths that fit the content, up to a maximum. Does nothing once the user has changed a
    //! width, the order or the visibility of a column.
    void fitColumns();
    //! This column cannot be hidden: a table without columns has no rows and no header to click.
    static constexpr ConnectionField AlwaysVisibleColumn = ConnectionField::Name;
    void setColumnShown(ConnectionField column, bool isShown);
    //! Shows all columns in their default order, with widths that fit.
    void resetColumns();

    //! The row of fields under the titles, each of which filters its column.
    void setColumnFiltersShown(bool isShown);
    [[nodiscard]] bool areColumnFiltersShown() const;
    void clearColumnFilters();

    //! Column widths, order and visibility, for Settings::layout(); empty until the user changes
    //! one.
    [[nodiscard]] QByteArray saveLayout() const;
    //! Columns that a layout of an older version does not have come in their default places.
    //! Falls back to the default layout if the state is not one of these columns, or hides them
    //! all.
    void restoreLayout(const QByteArray &state);
    //! The name of the sorted field, with a leading '-' for descending; empty for the server's
    //! order.
    [[nodiscard]] QByteArray saveSort() const;
    void restoreSort(const QByteArray &sort);

    //! True if none of the rows that the user had selected is among the latest rows.
    [[nodiscard]] bool hasLostSelection() const { return m_hasLostSelection; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    //! The selection or the rows have changed. While the user types a search text, it is emitted
    //! only when the typing pauses.
    void connectionsSelected();
    //! Other rows are kept out, or the row of fields comes or goes.
    void columnFiltersChanged();

private:
    //! Selection and scroll position of one page.
    struct ViewState {
        QStringList selectedIds{};
        QString topId{}; //!< id of the topmost visible row
    };

    void arrangeColumns();
    [[nodiscard]] bool restoreHeader(const QByteArray &state);
    void findInShownColumns();
    void filterColumns();
    void rememberViewState();
    void restoreViewState();
    void updateSelectionAfterFind();
    void announceSelection();
    void restoreSelection(const QStringList &ids);
    void restoreScrollPosition(const QString &topId);
    [[nodiscard]] bool hasAny(const QStringList &ids) const;
    [[nodiscard]] const QString &idAt(int row) const; //!< row of the view, not of the page

    FilterHeader *m_header;
    ConnectionFilterModel *m_filter;
    qsizetype m_announcedRows = 0; //!< number of selected rows at the last connectionsSelected()
    bool m_isFinding = false;
    QTimer m_selectionDebounce;
    ConnectionTableModel *m_connections = nullptr;
    ViewState m_lastState; //!< of the rows that were replaced last
    QHash<QString, ViewState> m_states; //!< of all pages so far, by the id of their first row
    bool m_isFitting = false;
    bool m_hasOwnLayout = false;
    bool m_hadRows = false; //!< before the latest rows
    bool m_hasLostSelection = false;
    bool m_isCleared = false; //!< by the user: nothing is selected until the user selects something
    QString m_autoSelectedId; //!< the row that the view selected because none was; empty otherwise
};

} // namespace Vestibule
