// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/symbolicon.h"

#include "models/connectiontext.h"
#include "widgets/controls/theming.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A colour is never alone: each of these icons has its word beside it.
QColor symbolColor(const QString &name, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    if (name == "finding"_L1)
        return findingColor(palette);
    if (name == "warning"_L1)
        return warningColor(palette);
    if (name == "yes"_L1)
        return positiveColor(palette);
    return mutedTextColor(palette);
}

class SymbolIconEngine final : public QIconEngine {
public:
    explicit SymbolIconEngine(const QString &name)
        : m_name(name)
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
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/,
                         qreal scale) override
    {
        const QColor color = symbolColor(m_name, mode);
        // No shade of grey says it there.
        const bool isStruck = mode == QIcon::Disabled && isHighContrast(QGuiApplication::palette());
        const QString key = u"vestibule/%1/%2/%3/%4/%5"_s.arg(m_name, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(scale)
                                .arg(int(isStruck));
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(size, color, isStruck);
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new SymbolIconEngine(m_name); }
    QString key() const override { return u"vestibule"_s; }

private:
    [[nodiscard]] QPixmap render(const QSize &size, const QColor &color, bool isStruck) const
    {
        QFile file(u":/icons/%1.svg"_s.arg(m_name));
        QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter);
        if (isStruck) {
            const QRectF place = QRectF(QPointF(), size).adjusted(1, 1, -1, -1);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(color, size.width() / 12.0, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(place.bottomLeft(), place.topRight());
        }
        return pixmap;
    }

    QString m_name;
};

//! A dot has no white text on it: on a dark window it is brighter than kindColor().
QColor kindDotColor(TenantKind kind)
{
    if (QGuiApplication::palette().color(QPalette::Window).lightness() >= 128)
        return kindColor(kind);
    switch (kind) {
    case TenantKind::Production:
        return QColor(0xff, 0x8a, 0x80);
    case TenantKind::Staging:
        return QColor(0xff, 0xc1, 0x4d);
    case TenantKind::Development:
        return QColor(0x6f, 0xd3, 0x98);
    }
    Q_UNREACHABLE();
}

//! Drawn each time, so that it follows the theme.
class KindIconEngine final : public QIconEngine {
public:
    explicit KindIconEngine(TenantKind kind)
        : m_kind(kind)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode /*mode*/,
               QIcon::State /*state*/) override
    {
        const qreal margin = rect.width() * 3 / 16.0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(kindDotColor(m_kind));
        painter->drawEllipse(QRectF(rect).adjusted(margin, margin, -margin, -margin));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap dot(size);
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return dot;
    }

    QIconEngine *clone() const override { return new KindIconEngine(m_kind); }

private:
    TenantKind m_kind;
};

} // namespace

QIcon symbolIcon(const QString &name)
{
    return QIcon(new SymbolIconEngine(name)); // the icon owns its engine
}

QIcon meaningIcon(CellMeaning meaning, ConnectionField field)
{
    if (field == ConnectionField::AssignMembershipOnLogin)
        return {};
    switch (meaning) {
    case CellMeaning::Text:
        return {};
    case CellMeaning::Yes:
        return symbolIcon(u"yes"_s);
    case CellMeaning::No:
        return symbolIcon(u"no"_s);
    case CellMeaning::AccessNone:
    case CellMeaning::AccessReadOnly:
    case CellMeaning::AccessLimited:
    case CellMeaning::AccessFull: // the ladder
    case CellMeaning::NotSent:
    case CellMeaning::NotApplicable:
        return {};
    }
    Q_UNREACHABLE();
}

QIcon kindIcon(TenantKind kind)
{
    return QIcon(new KindIconEngine(kind)); // the icon owns its engine
}

QIcon applicationIcon()
{
    QSvgRenderer renderer(u":/icons/io.github.vestibule.Vestibule.svg"_s);
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Vestibule
