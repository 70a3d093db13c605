// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QList>
#include <QRect>
#include <QSet>
#include <QString>
#include <QWidget>

//! What a user would see at a widget and should not.
struct WidgetFault {
    QString check{}; //!< a word, such as "cut"
    QString widget{}; //!< its name, after that of the named widget around it
    QString details{};
};
using WidgetFaults = QList<WidgetFault>;

//! One line for each fault, for a test's message.
[[nodiscard]] QString faultText(const WidgetFaults &faults);

//! The name of a fault's widget: its objectName() and that of the named widget around it.
[[nodiscard]] QString walkName(const QWidget &widget);

//! Texts with less room than they need: labels, buttons, boxes, tabs, table heads, menus in the
//! menu bar, hints in fields. A text that ends in an ellipsis is not cut if a tooltip has it whole.
[[nodiscard]] WidgetFaults cutTexts(const QWidget &window);

//! Texts that are drawn with an ellipsis, by whatever widget, and that no tooltip there has whole.
[[nodiscard]] WidgetFaults elidedTexts(QWidget &window);

//! Widgets that leave their parent's rectangle, except in scroll areas, and a window that is larger
//! than its screen.
[[nodiscard]] WidgetFaults widgetsOutside(const QWidget &window);

//! The columns of tables that are not whole in the window, and tables that scroll sideways or whose
//! columns end before the edge.
[[nodiscard]] WidgetFaults columnsOutside(const QWidget &window);

//! The cells of tables that have less room than they need, also those with a tooltip.
[[nodiscard]] WidgetFaults shortenedCells(const QWidget &window);

//! Texts below 4.5 to 1: the pen that draws them on the pixels around; the smooth edge of a thin
//! letter is never as dark as its pen. Frames and icons below 3 to 1, in pixels. What is disabled
//! is left out, as in WCAG 2.1. Widgets whose keys are in seen are left out; the others are added.
[[nodiscard]] WidgetFaults lowContrasts(QWidget &window, QSet<QString> *seen = nullptr);

//! Walks the window with the Tab key: stops that are out of sight, or look without the focus as
//! with it: nowhere a contrast of 3 to 1 between the two. Seen as above.
[[nodiscard]] WidgetFaults invisibleFocus(QWidget &window, QSet<QString> *seen = nullptr);

//! Where the visible widgets of a window are, to compare two states. Widgets that are made anew for
//! a state are compared with those that had their names and order in the same parent.
class WidgetPlaces {
public:
    //! The controls and texts of the window, except those in areas of these classes.
    static WidgetPlaces ofControls(const QWidget &window, const QStringList &areasLeftOut = {});
    //! The labels and buttons inside an area.
    static WidgetPlaces ofTexts(const QWidget &area);

    //! Controls that are in both states and moved by more than a pixel, or changed their size. Of a
    //! text, one edge has to stay.
    [[nodiscard]] WidgetFaults floatsUntil(const WidgetPlaces &later) const;
    //! Texts and controls of which both edges moved sideways.
    [[nodiscard]] WidgetFaults movesUntil(const WidgetPlaces &later) const;
    //! Only the controls: where words follow one another in a line, each moves with those before.
    [[nodiscard]] WidgetPlaces withoutTexts() const;
    //! Adds what is only in the later state, so that the next ones are compared with it, too.
    void include(const WidgetPlaces &later);

private:
    struct Place {
        QString name{};
        QRect rect{}; //!< in the window
        bool isText = false;
    };

    void add(const QString &key, const QWidget &widget);

    QHash<QString, Place> m_places;
};
