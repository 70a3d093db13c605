// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/framedbutton.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionToolButton>

using namespace Qt::StringLiterals;

namespace Vestibule {

FramedButton::FramedButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

int FramedButton::barHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 14;
}

QString FramedButton::plainText() const
{
    return text().replace("&&"_L1, "&"_L1);
}

QSize FramedButton::sizeHint() const
{
    return {2 * Padding + IconSide + IconGap + fontMetrics().horizontalAdvance(plainText()),
            barHeight(fontMetrics())};
}

QSize FramedButton::minimumSizeHint() const
{
    return sizeHint();
}

QRect FramedButton::mirrored(const QRect &place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void FramedButton::paintFrame(QPainter &painter)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.icon = {};
    option.text.clear();
    option.features = QStyleOptionToolButton::None;
    option.subControls = QStyle::SC_ToolButton;
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
}

void FramedButton::paintIcon(QPainter &painter, int left)
{
    icon().paint(&painter, mirrored(QRect(left, (height() - IconSide) / 2, IconSide, IconSide)),
                 Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

void FramedButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintFrame(painter);
    const int contents = sizeHint().width() - 2 * Padding;
    const int left = (width() - contents) / 2;
    paintIcon(painter, left);
    const auto group = !isEnabled() ? QPalette::Disabled : QPalette::Active;
    painter.setPen(palette().color(group, QPalette::ButtonText));
    const int before = IconSide + IconGap;
    painter.drawText(mirrored(QRect(left + before, 0, contents - before + 1, height())),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, plainText());
}

} // namespace Vestibule
