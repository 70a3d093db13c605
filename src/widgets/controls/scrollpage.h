// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QScrollArea>

namespace Vestibule {

//! Shows its widget at full size where there is room, and otherwise lets people scroll, so that a
//! form never makes a window larger than the screen. The window's background stays visible.
class ScrollPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollPage(QWidget *parent = nullptr);
    ~ScrollPage() override;

    //! That of the widget, however large it is.
    [[nodiscard]] QSize sizeHint() const override;
    //! A few lines; as wide as the widget needs, if the area may not scroll to the side.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showFocus(const QWidget *before, QWidget *now);
};

//! A text to read that scrolls down and can be scrolled with the keyboard: Tab gets to it while
//! there is something to scroll, and a ring in its margin says that it has the focus.
class ReadingArea : public QScrollArea {
    Q_OBJECT

public:
    static constexpr int Ring = 2; //!< pixels around the content, for the focus

    explicit ReadingArea(QWidget *parent = nullptr);

    //! See reserveScrollBar().
    void reserveBar();

protected:
    bool event(QEvent *event) override;

private:
    void followRange();
};

//! Keeps the room of the vertical scroll bar when there is nothing to scroll, so that what is in
//! the area has the same width then. The bar itself is drawn only when it is of use.
void reserveScrollBar(QAbstractScrollArea &area);

} // namespace Vestibule
