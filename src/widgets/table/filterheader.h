// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QHeaderView>
#include <QList>
#include <QString>

class QLineEdit;

namespace Vestibule {

//! The header of a table, with a row of fields below the titles that filter the columns. The fields
//! follow the columns when they are moved, resized, hidden or scrolled.
//!
//! One section may be pinned: it is not scrolled out of sight, but stays at the edge, over the
//! others. It is drawn there, and the mouse finds it there.
class FilterHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit FilterHeader(QWidget *parent = nullptr);
    ~FilterHeader() override;

    //! The row is not shown at first. Its texts are lost when it is hidden.
    void setFiltersShown(bool isShown);
    [[nodiscard]] bool areFiltersShown() const { return m_areShown; }
    //! What the fields of visible sections contain, by section; none is empty.
    [[nodiscard]] QHash<int, QString> texts() const;
    void clearTexts();
    //! The keyboard goes to the field of this section, or to the first one.
    void focusField(int section);

    void setPinned(int section) { m_pinned = section; }
    //! Where the pinned section is drawn, without a height; null while it is at its own place. It
    //! is not pinned where it would take more than half of the room.
    [[nodiscard]] QRect pinnedPlace() const;
    //! The section that is drawn at this place; -1 where there is none.
    [[nodiscard]] int sectionAt(const QPoint &place) const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void textsChanged();
    //! The user has finished typing; the owner moves the focus to the rows.
    void left();
    //! The field has the focus, and may be out of sight.
    void fieldFocused(int section);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

protected Q_SLOTS:
    void updateGeometries() override;

public Q_SLOTS:
    //! Also to be called when the header is scrolled, which it does not tell.
    void placeFields();

private:
    void makeFields();
    void orderFields();
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QRect fieldPlace(int section, const QRect &room) const;
    [[nodiscard]] int shiftAt(const QPoint &place) const;
    bool handleKey(QLineEdit &field, int key);

    bool m_areShown = false;
    int m_pinned = -1;
    bool m_isPinnedPressed = false; //!< the mouse was pressed on it, and is still down
    QList<QLineEdit *> m_fields; //!< by section; none before the row is first shown
};

//! The line between a pinned section and what is scrolled below it.
[[nodiscard]] QRect pinnedEdge(const QWidget &widget, const QRect &pinned);

} // namespace Vestibule
