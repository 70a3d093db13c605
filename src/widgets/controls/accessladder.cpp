// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/accessladder.h"

#include "widgets/controls/theming.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

// In pixels beside a text of 9 points.
constexpr int Bars = 4;
constexpr int StepWidth = 4;
constexpr int StepGap = 2;
constexpr int FirstHeight = 4;
constexpr int Rise = 3; //!< by which each bar is higher than the one before
constexpr QSize DesignSize(Bars *StepWidth + (Bars - 1) * StepGap, FirstHeight + (Bars - 1) * Rise);
constexpr qreal DesignText = 16; //!< the height of that text

int filledBars(CellMeaning level)
{
    return isAccessLevel(level) ? int(level) - int(CellMeaning::AccessNone) + 1 : 0;
}

//! Keeps its picture for each size and colour, because a table paints a hundred of them.
class LadderIconEngine final : public QIconEngine {
public:
    explicit LadderIconEngine(CellMeaning level)
        : m_level(level)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    //! The size is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode /*mode*/, QIcon::State /*state*/,
                         qreal scale) override
    {
        const QPalette palette = QGuiApplication::palette();
        const QString key = u"vestibule/ladder/%1/%2/%3x%4/%5"_s.arg(int(m_level))
                                .arg(palette.cacheKey())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            drawAccessLadder(painter, QRect(QPoint(), size), m_level, palette);
            painter.end();
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new LadderIconEngine(m_level); }
    QString key() const override { return u"vestibule-ladder"_s; }

private:
    CellMeaning m_level;
};

} // namespace

bool isAccessLevel(CellMeaning meaning)
{
    return meaning >= CellMeaning::AccessNone && meaning <= CellMeaning::AccessFull;
}

QSize accessLadderSize(const QFontMetrics &text)
{
    const qreal scale = std::max(1.0, text.height() / DesignText);
    return {int(std::lround(DesignSize.width() * scale)),
            int(std::lround(DesignSize.height() * scale))};
}

void drawAccessLadder(QPainter &painter, const QRect &place, CellMeaning level,
                      const QPalette &palette)
{
    constexpr qreal Corner = 1;
    const QColor filled = palette.color(QPalette::Highlight);
    QColor empty = mutedTextColor(palette);
    empty.setAlphaF(0.28F);
    const int filledCount = filledBars(level);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.translate(place.topLeft());
    painter.scale(qreal(place.width()) / DesignSize.width(),
                  qreal(place.height()) / DesignSize.height());
    for (int bar = 0; bar < Bars; ++bar) {
        const int height = FirstHeight + bar * Rise;
        painter.setBrush(bar < filledCount ? filled : empty);
        painter.drawRoundedRect(
            QRect(bar * (StepWidth + StepGap), DesignSize.height() - height, StepWidth, height),
            Corner, Corner);
    }
    painter.restore();
}

QIcon accessLadderIcon(CellMeaning level)
{
    return QIcon(new LadderIconEngine(level)); // the icon owns its engine
}

AccessLadder::AccessLadder(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AccessLadder::setLevel(CellMeaning level)
{
    m_level = level;
    update();
}

QSize AccessLadder::sizeHint() const
{
    return accessLadderSize(fontMetrics());
}

void AccessLadder::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawAccessLadder(painter, rect(), m_level, palette());
}

} // namespace Vestibule
