// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/paintedtext.h"

#include <QGuiApplication>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

namespace {

//! Draws nothing and keeps the texts.
class TextEngine final : public QPaintEngine {
public:
    TextEngine()
        : QPaintEngine(QPaintEngine::AllFeatures)
    {
    }

    bool begin(QPaintDevice * /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState & /*state*/) override {}
    [[nodiscard]] Type type() const override { return QPaintEngine::User; }
    void drawPixmap(const QRectF & /*place*/, const QPixmap & /*pixmap*/,
                    const QRectF & /*part*/) override
    {
    }
    void drawPath(const QPainterPath & /*path*/) override {}
    void drawPolygon(const QPointF * /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override
    {
    }
    void drawPolygon(const QPoint * /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override {}

    void drawTextItem(const QPointF &start, const QTextItem &item) override
    {
        const QRectF place(start.x(), start.y() - item.ascent(), item.width(),
                           item.ascent() + item.descent());
        const QRectF shown = painter()->deviceTransform().mapRect(place);
        const QRegion clip = systemClip(); // the widget's part that is in sight
        QColor color = painter()->pen().color();
        color.setAlphaF(float(color.alphaF() * painter()->opacity()));
        // A bar draws its text once for the part that is filled, and once for the other.
        const bool isClipped =
            painter()->hasClipping() && !painter()->clipBoundingRect().contains(place.center());
        if (!isClipped && (clip.isEmpty() || clip.contains(shown.center().toPoint())))
            m_texts.append({.text = item.text(), .place = shown, .color = color});
    }

    [[nodiscard]] const QList<PaintedText> &texts() const { return m_texts; }

private:
    QList<PaintedText> m_texts;
};

class TextDevice final : public QPaintDevice {
public:
    explicit TextDevice(const QWidget &window)
        : m_window(window)
    {
    }

    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_engine; }
    [[nodiscard]] const QList<PaintedText> &texts() const { return m_engine.texts(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_window.width();
        case PdmHeight:
            return m_window.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_window.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_window.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget &m_window;
    mutable TextEngine m_engine;
};

} // namespace

QList<PaintedText> paintedTexts(QWidget &window)
{
    TextDevice device(window);
    QPainter painter(&device);
    painter.setLayoutDirection(QGuiApplication::layoutDirection()); // as on the screen
    window.render(&painter);
    painter.end();
    return device.texts();
}
