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

QColor symbolColor(QIcon::Mode mode, bool isQuiet)
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
    return isQuiet ? mutedTextColor(palette) : palette.color(QPalette::WindowText);
}

class SymbolIconEngine final : public QIconEngine {
public:
    explicit SymbolIconEngine(const QString &name, bool isQuiet = false)
        : m_name(name)
        , m_isQuiet(isQuiet)
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
        const QString color = symbolColor(mode, m_isQuiet).name(QColor::HexArgb);
        const QString key =
            u"vestibule/%1/%2/%3/%4"_s.arg(m_name, color).arg(size.width()).arg(scale);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(size, symbolColor(mode, m_isQuiet));
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new SymbolIconEngine(m_name, m_isQuiet); }
    QString key() const override { return u"vestibule"_s; }

private:
    [[nodiscard]] QPixmap render(const QSize &size, const QColor &color) const
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
        return pixmap;
    }

    QString m_name;
    bool m_isQuiet;
};

} // namespace

QIcon symbolIcon(const QString &name)
{
    return QIcon(new SymbolIconEngine(name)); // the icon owns its engine
}

QIcon quietSymbolIcon(const QString &name)
{
    return QIcon(new SymbolIconEngine(name, true));
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
        return symbolIcon(u"access-none"_s);
    case CellMeaning::AccessReadOnly:
        return symbolIcon(u"access-readonly"_s);
    case CellMeaning::AccessLimited:
        return symbolIcon(u"access-limited"_s);
    case CellMeaning::AccessFull:
        return symbolIcon(u"access-full"_s);
    case CellMeaning::NotSent:
    case CellMeaning::NotApplicable:
        return {};
    }
    Q_UNREACHABLE();
}

QIcon kindIcon(TenantKind kind)
{
    constexpr int Size = 16;
    constexpr int Margin = 3;
    const qreal ratio = qGuiApp->devicePixelRatio();
    QPixmap dot(QSize(Size, Size) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kindColor(kind));
    painter.drawEllipse(QRect(0, 0, Size, Size).adjusted(Margin, Margin, -Margin, -Margin));
    return QIcon(dot);
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
