// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/kindcolor.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

namespace Vestibule {

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

} // namespace Vestibule
