// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/organizationconnection.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTableView>
#include <QTimer>

#include <array>
#include <optional>

namespace Vestibule {

class ConnectionFilterModel;
class ConnectionTableModel;
class FilterHeader;

//! The columns in their order at first: what people look for in a list comes first, the last three
//! are hidden.
inline constexpr std::array TableColumns{
    ConnectionField::Name,
    ConnectionField::IsEnabled,
    ConnectionField::Strategy,
    ConnectionField::OrganizationAccessLevel,
    ConnectionField::AssignMembershipOnLogin,
    ConnectionField::IsSignupEnabled,
    ConnectionField::ShowAsButton,
    ConnectionField::OrganizationConnectionName,
    ConnectionField::OrganizationMemberAccessLevel,
    ConnectionField::ConnectionId,
};

//! The table of one page. It sorts and finds, and keeps its selection and scroll position by
//! connection id when the rows change, so that a page looks the same when it comes back.
//!
//! Its columns are as wide as the longest word of their kind needs in this font and language,
//! whatever the rows say: nothing moves when another page or organization comes. The name takes
//! what is left. A column without a value in any row takes no room; once there was one, it stays.
//! Where there is too little room for all, the table scrolls sideways and the name stays in sight.
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
    //! The next rows are those of another listing: they begin with a selection, also when that of
    //! the listing before was taken back. Not so after keepUnselected().
    void beginListing();
    //! Takes the selection back in this listing and those that follow, until something is selected.
    void keepUnselected();
    //! Selects these rows alone, which are not none, and scrolls to the first one; false if one of
    //! them is not in the table.
    bool selectConnections(const QStringList &ids);

    //! This column cannot be hidden: a table without columns has no rows and no header to click.
    static constexpr ConnectionField AlwaysVisibleColumn = ConnectionField::Name;
    void setColumnShown(ConnectionField column, bool isShown);
    //! Shows the columns as at first.
    void resetColumns();

    //! The hidden columns because of which rows are found that have the text in no column on
    //! screen; of the first rows, if there are many.
    [[nodiscard]] QList<ConnectionField> columnsFoundHidden() const;

    //! The row of fields under the titles, each of which filters its column.
    void setColumnFiltersShown(bool isShown);
    [[nodiscard]] bool areColumnFiltersShown() const;
    void clearColumnFilters();
    //! The keyboard goes to the column's field, which is shown.
    void focusColumnFilter(ConnectionField column);
    //! Whose head is at this place of the header; absent beside the columns.
    [[nodiscard]] std::optional<ConnectionField> columnOfHead(const QPoint &place) const;

    //! The order of the columns, those that the user has hidden or shown, and the widths that the
    //! user has changed, for Settings::layout(); empty until the user changes one.
    [[nodiscard]] QByteArray saveLayout() const;
    //! Columns that a layout of an older version does not have come in their default places.
    //! Falls back to the default layout if the state is not one of these columns, or hides them
    //! all. Of the widths of an older version only those of free texts count: the others were
    //! measured for other titles and icons.
    void restoreLayout(const QByteArray &state);
    //! The name of the sorted field, with a leading '-' for descending; empty for the server's
    //! order.
    [[nodiscard]] QByteArray saveSort() const;
    void restoreSort(const QByteArray &sort);

    //! The name is where it is drawn, also when the table is scrolled sideways.
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &place) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    //! True if none of the rows that the user had selected is among the latest rows.
    [[nodiscard]] bool hasLostSelection() const { return m_hasLostSelection; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex &index, const QEvent *event) const override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

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
    void takeResizing(int column, int before, int now);
    void foldEmptyColumns();
    void fitColumns();
    [[nodiscard]] int usualWidth(ConnectionField field);
    [[nodiscard]] bool restoreFields(const QByteArray &state);
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
    bool m_isRestoring = false; //!< the selection, after the rows were replaced
    QTimer m_selectionDebounce;
    ConnectionTableModel *m_connections = nullptr;
    ViewState m_lastState; //!< of the rows that were replaced last
    QHash<QString, ViewState> m_states; //!< of all pages so far, by the id of their first row
    bool m_isFitting = false;
    bool m_hasOwnLayout = false; //!< the order or the visibility, or a width
    QHash<ConnectionField, int> m_ownWidths; //!< those that the user has changed
    QHash<ConnectionField, int> m_usualWidths; //!< of the font and the language, as far as measured
    QSet<ConnectionField> m_wished; //!< columns that the user has shown, with values or without
    QSet<ConnectionField> m_valued; //!< columns with a value in any row so far
    QSet<ConnectionField> m_folded; //!< columns that are hidden because they have no value
    bool m_hadRows = false; //!< before the latest rows
    bool m_hasLostSelection = false;
    bool m_isCleared = false; //!< by the user: nothing is selected until the user selects something
    bool m_staysCleared = false; //!< in the next listing, too
    QString m_autoSelectedId; //!< the row that the view selected because none was; empty otherwise
};

} // namespace Vestibule
