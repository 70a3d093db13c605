// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QToolButton>

namespace Vestibule {

//! A tool button with a frame: icon and text stand together in its middle, whatever its width is.
class FramedButton : public QToolButton {
    Q_OBJECT

public:
    explicit FramedButton(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    //! The height that all controls of one bar have.
    [[nodiscard]] static int barHeight(const QFontMetrics &metrics);

protected:
    void paintEvent(QPaintEvent *event) override;

    static constexpr int Padding = 10; //!< left and right of what is in the frame
    static constexpr int IconGap = 6; //!< between icon and text
    static constexpr int IconSide = 16;

    //! Without the double ampersands that stand for one.
    [[nodiscard]] QString plainText() const;
    //! A place as read from left to right, where it is in the direction of the button.
    [[nodiscard]] QRect mirrored(const QRect &place) const;
    //! The button without its contents, as the style draws it.
    void paintFrame(QPainter &painter);
    void paintIcon(QPainter &painter, int left);
};

} // namespace Vestibule
