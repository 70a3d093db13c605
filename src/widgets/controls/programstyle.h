// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QProxyStyle>
#include <QString>

namespace Vestibule {

//! The program's own drawing, over another style. Everywhere it draws two things: what is selected
//! in a list or table has a tint of the accent, a bar of the accent at its left and the text's own
//! colour, whether the window is active or not; and what has the focus has a ring of the accent.
//! Over Fusion it draws all fields, buttons, boxes and tabs: flat, with frames of a contrast of at
//! least 3 to 1 (WCAG 2.1, 1.4.11), dashed in high contrast where they are disabled. Every colour
//! comes from the palette, every size from the style below.
class ProgramStyle final : public QProxyStyle {
public:
    //! Over the style with this name, as QStyleFactory knows it.
    explicit ProgramStyle(const QString &below);

    //! Lists and tables with this property, whatever its value, have more room in their cells and
    //! heads.
    static constexpr const char *PaddedProperty = "vestibulePadded";
    //! Left and right of the window's bars, tables and panes, in pixels.
    static constexpr int EdgeMargin = 12;
    //! Of the accent, at the left of what is selected.
    static constexpr int AccentBarWidth = 3;

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    //! Makes the hints of fields readable where the platform has them half transparent.
    void polish(QPalette &palette) override;
    //! Tool buttons can be pressed with Enter, and Tab comes to the chosen radio button. Tabs and
    //! the entries of lists show that the mouse is over them.
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    //! The heads of columns keep no more room for the arrow of sorting than it takes.
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;

private:
    [[nodiscard]] int lineHeight(const QFontMetrics &metrics, const QWidget *widget) const;
    //! Over Fusion; true when it was drawn.
    static bool drawOwnPrimitive(PrimitiveElement element, const QStyleOption &option,
                                 QPainter &painter, const QWidget *widget);
    bool drawOwnControl(ControlElement element, const QStyleOption &option, QPainter &painter,
                        const QWidget *widget) const;

    bool m_isOverFusion;
};

} // namespace Vestibule
