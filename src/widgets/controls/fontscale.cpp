// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/fontscale.h"

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
    if (dialog.hasHeightForWidth())
        size.setHeight(std::max(size.height(), dialog.heightForWidth(size.width())));
    return fittedToScreen(size, dialog);
}

void keepOnScreen(QWidget &window)
{
    const QRect area = availableArea(window);
    if (isScreenInvented() || window.isMaximized() || window.isFullScreen()
        || area.contains(window.frameGeometry()))
        return;
    const QSize frame =
        window.isVisible() ? window.frameGeometry().size() - window.size() : UnknownFrame;
    const QSize size = window.size().boundedTo(area.size() - frame);
    if (size != window.size())
        window.resize(size);
    const QSize free = area.size() - frame - window.size();
    const QPoint least = area.topLeft();
    const QPoint most = least + QPoint(std::max(0, free.width()), std::max(0, free.height()));
    window.move(std::clamp(window.x(), least.x(), most.x()),
                std::clamp(window.y(), least.y(), most.y()));
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
