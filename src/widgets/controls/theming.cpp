// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/theming.h"

#include "widgets/controls/programstyle.h"

#include <QApplication>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct Colors {
    QColor window{}; //!< the background of the window
    QColor base{}; //!< the background of tables and fields
    QColor alternateBase{};
    QColor button{};
    QColor text{};
    QColor placeholder{};
    QColor disabledText{}; //!< readable, although WCAG asks for no contrast here
    QColor highlight{};
    QColor highlightedText{};
    QColor link{};
};

Colors lightColors()
{
    return {.window = QColor(0xf3f4f6U),
            .base = QColor(0xffffffU),
            .alternateBase = QColor(0xf7f8faU),
            .button = QColor(0xf6f7f9U),
            .text = QColor(0x1b1c1fU),
            .placeholder = QColor(0x6a6d73U),
            .disabledText = QColor(0x8b8f96U),
            .highlight = QColor(0x454aa5U),
            .highlightedText = QColor(0xffffffU),
            .link = QColor(0x3b40a0U)};
}

Colors darkColors()
{
    return {.window = QColor(0x2a2c31U),
            .base = QColor(0x1b1c1fU),
            .alternateBase = QColor(0x212327U),
            .button = QColor(0x35383eU),
            .text = QColor(0xf2f3f5U),
            .placeholder = QColor(0x9a9ea6U),
            .disabledText = QColor(0x80848cU),
            .highlight = QColor(0x8f95f0U),
            .highlightedText = QColor(0x101118U),
            .link = QColor(0xa9aef8U)};
}

Colors highContrastColors()
{
    return {.window = QColor(0x1a1a1aU),
            .base = QColor(0x000000U),
            .alternateBase = QColor(0x0d0d0dU),
            .button = QColor(0x333333U),
            .text = QColor(0xffffffU),
            .placeholder = QColor(0xc8c8c8U),
            .disabledText = QColor(0xa6a6a6U),
            .highlight = QColor(0xffd60aU),
            .highlightedText = QColor(0x000000U),
            .link = QColor(0x8fd0ffU)};
}

constexpr QColor FusionHighlight{48, 140, 198}; // of Qt, for a platform without colours

void setAccent(QPalette &palette, const Colors &colors)
{
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, colors.highlightedText);
    palette.setColor(QPalette::Link, colors.link);
    palette.setColor(QPalette::LinkVisited, colors.link);
}

QPalette paletteOf(const Colors &colors)
{
    QPalette palette(colors.button, colors.window); // Qt derives the shades of frames
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternateBase);
    palette.setColor(QPalette::ToolTipBase, colors.base);
    palette.setColor(QPalette::PlaceholderText, colors.placeholder);
    setAccent(palette, colors);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, colors.text);
        palette.setColor(QPalette::Disabled, role, colors.disabledText);
    }
    return palette;
}

//! This share of the text's colour on the window's.
QColor textOnWindow(const QPalette &palette, qreal share)
{
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    return isHighContrast(palette)
        ? text
        : mixed(text, palette.color(QPalette::Active, QPalette::Window), share);
}

} // namespace

QColor mixed(const QColor &color, const QColor &ground, qreal share)
{
    const auto mix = [share](qreal one, qreal other) {
        return float(one * share + other * (1 - share));
    };
    return QColor::fromRgbF(mix(color.redF(), ground.redF()), mix(color.greenF(), ground.greenF()),
                            mix(color.blueF(), ground.blueF()));
}

QPalette themePalette(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return {};
    case Theme::Light:
        return paletteOf(lightColors());
    case Theme::Dark:
        return paletteOf(darkColors());
    case Theme::HighContrast:
        return paletteOf(highContrastColors());
    }
    Q_UNREACHABLE();
}

void applyTheme(Theme theme)
{
    static const QString platformStyle = QApplication::style()->name(); // before the first change
    static QString current; // of the style that the application has
    const QString style = theme == Theme::System ? platformStyle : u"fusion"_s;
    if (current != style) {
        QApplication::setStyle(new ProgramStyle(style)); // the application owns it
        current = style;
    }
    QApplication::setPalette(themePalette(theme));
    if (theme != Theme::System)
        return;
    // Without a platform theme, Qt falls back to Fusion's blue; then the program's accent is used.
    const QPalette platform = QApplication::palette();
    if (platform.color(QPalette::Highlight) != FusionHighlight)
        return;
    const bool isDark = platform.color(QPalette::Base).lightness() < 128;
    QPalette accented;
    setAccent(accented, isDark ? darkColors() : lightColors());
    QApplication::setPalette(accented);
}

bool isHighContrast(const QPalette &palette)
{
    constexpr int DarkestGrey = 32; // Qt makes the same text and base for any dark window
    return palette.color(QPalette::Active, QPalette::Window).lightness() < DarkestGrey
        && palette.color(QPalette::Active, QPalette::Base) == Qt::black
        && palette.color(QPalette::Active, QPalette::Text) == Qt::white;
}

QColor mutedTextColor(const QPalette &palette)
{
    constexpr qreal Share = 0.68;
    const QColor text = palette.color(QPalette::Text);
    return isHighContrast(palette) ? text : mixed(text, palette.color(QPalette::Base), Share);
}

QColor frameColor(const QPalette &palette)
{
    constexpr qreal Share = 0.54;
    return textOnWindow(palette, Share);
}

QColor lineColor(const QPalette &palette)
{
    constexpr qreal Share = 0.16;
    return textOnWindow(palette, Share);
}

QColor selectionColor(const QPalette &palette)
{
    const qreal share = palette.color(QPalette::Base).lightness() < 128 ? 0.26 : 0.14;
    return mixed(palette.color(QPalette::Active, QPalette::Highlight),
                 palette.color(QPalette::Active, QPalette::Base), share);
}

//! Only sets the colour of texts: a widget whose palette sets all colours does not follow another
//! theme.
QPalette mutedPalette()
{
    QPalette palette;
    const QColor muted = mutedTextColor(QGuiApplication::palette());
    palette.setColor(QPalette::WindowText, muted);
    palette.setColor(QPalette::Text, muted); // used by labels with selectable text
    return palette;
}

QColor warningColor(const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    return isDark ? QColor(0xff, 0xc1, 0x4d) : QColor(0x8a, 0x52, 0x00);
}

QColor findingColor(const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    return isDark ? QColor(0xff, 0xc1, 0x4d) : QColor(0xb7, 0x6b, 0x00);
}

QColor positiveColor(const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    return isDark ? QColor(0x6f, 0xd3, 0x98) : QColor(0x1b, 0x6e, 0x3c);
}

QColor kindColor(TenantKind kind)
{
    switch (kind) {
    case TenantKind::Production:
        return QColor(0xb3, 0x26, 0x1e);
    case TenantKind::Staging:
        return QColor(0x8a, 0x5a, 0x00);
    case TenantKind::Development:
        return QColor(0x1b, 0x6e, 0x3c);
    }
    Q_UNREACHABLE();
}

QColor demoColor()
{
    return QColor(0x3a, 0x5b, 0xa0);
}

QColor savedViewColor()
{
    return QColor(0x5f, 0x5a, 0x66);
}

} // namespace Vestibule
