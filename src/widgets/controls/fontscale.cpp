// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/fontscale.h"

#include "widgets/controls/labels.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScreen>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QSize UnknownFrame(8, 40); // what a window gets when it is shown

//! Without a display, as for --screenshot, Qt's offscreen platform invents a screen of 800 by 800
//! pixels, which limits nothing. A test describes its screens in a file.
bool isScreenInvented()
{
    return QGuiApplication::platformName() == "offscreen"_L1
        && !qgetenv("QT_QPA_PLATFORM").contains("configfile=");
}

//! The space of the window's screen, or of all screens together if it spans several.
QRect availableArea(const QWidget &window)
{
    const QRect frame = window.frameGeometry();
    const QScreen *at = QGuiApplication::screenAt(frame.center());
    const QScreen *screen = at ? at : window.screen();
    const auto spanned =
        std::ranges::count_if(screen->virtualSiblings(), [&frame](const QScreen *each) {
            return each->availableGeometry().intersects(frame);
        });
    return spanned > 1 ? screen->availableVirtualGeometry() : screen->availableGeometry();
}

QSize frameAround(const QWidget &window)
{
    return window.isVisible() ? window.frameGeometry().size() - window.size() : UnknownFrame;
}

//! Moves the window no further than needed; keeps the room around it if the screen is large enough.
void moveInto(const QRect &area, int room, QWidget &window)
{
    const QSize free = area.size() - frameAround(window) - window.size();
    const auto place = [room](int now, int first, int left) {
        const int most = std::max(0, left);
        const int kept = std::min(room, most / 2);
        return std::clamp(now, first + kept, first + most - kept);
    };
    window.move(place(window.x(), area.left(), free.width()),
                place(window.y(), area.top(), free.height()));
}

} // namespace

QSize scaledToFont(const QSize &size)
{
    constexpr qreal DesignPixels = 12; // 9 points at 96 dots per inch
    const qreal scale = std::max(1.0, QFontInfo(QApplication::font()).pixelSize() / DesignPixels);
    return size * scale;
}

QSize fittedToScreen(const QSize &size, const QWidget &window)
{
    constexpr qreal ScreenShare = 0.9;
    const QWidget *parent = window.parentWidget();
    const QScreen *screen = parent ? parent->window()->screen() : window.screen();
    return screen && !isScreenInvented() ? size.boundedTo(screen->availableSize() * ScreenShare)
                                         : size;
}

bool fitsOnScreen(const QSize &size, const QWidget &window)
{
    const QScreen *screen = window.screen();
    if (!screen || isScreenInvented())
        return true;
    const QSize most = screen->availableSize() - UnknownFrame;
    return size.boundedTo(most) == size;
}

QSize firstSize(const QSize &least, QWidget &dialog)
{
    dialog.ensurePolished(); // the style decides about the sizes
    QSize size = least.expandedTo(dialog.sizeHint());
    if (dialog.hasHeightForWidth()) // the hint's height is for another width
        size.setHeight(std::max(least.height(), heightForTexts(dialog, size.width())));
    return fittedToScreen(size, dialog);
}

void growTo(const QSize &size, QWidget &window)
{
    const QSize larger = window.size().expandedTo(fittedToScreen(size, window));
    if (larger == window.size())
        return;
    window.resize(larger);
    constexpr int Room = 16;
    if (window.isVisible() && !isScreenInvented())
        moveInto(availableArea(window), Room, window);
}

void keepOnScreen(QWidget &window)
{
    const QRect area = availableArea(window);
    if (isScreenInvented() || window.isMaximized() || window.isFullScreen()
        || area.contains(window.frameGeometry()))
        return;
    const QSize size = window.size().boundedTo(area.size() - frameAround(window));
    if (size != window.size())
        window.resize(size);
    moveInto(area, 0, window);
}

QFont monospacedFont(const QFont &text)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (text.pixelSize() > 0) // then the size in points is not set
        font.setPixelSize(text.pixelSize());
    else
        font.setPointSizeF(text.pointSizeF());
    return font;
}

} // namespace Vestibule
