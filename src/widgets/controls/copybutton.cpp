// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/copybutton.h"

#include "widgets/controls/symbolicon.h"

#include <QPainter>
#include <QStyle>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

CopyButton::CopyButton(QWidget *parent)
    : FramedButton(parent)
{
    setIcon(symbolIcon(u"copy"_s));
    m_end.setSingleShot(true);
    m_end.setInterval(1s);
    connect(&m_end, &QTimer::timeout, this, [this] { setIcon(symbolIcon(u"copy"_s)); });
}

void CopyButton::showCopied()
{
    setIcon(symbolIcon(u"yes"_s));
    m_end.start();
}

int CopyButton::contentsWidth() const
{
    return IconSide + IconGap + fontMetrics().size(Qt::TextShowMnemonic, text()).width();
}

QSize CopyButton::sizeHint() const
{
    const QSize iconAlone = QToolButton::sizeHint();
    return text().isEmpty() ? iconAlone : QSize(2 * Padding + contentsWidth(), iconAlone.height());
}

QSize CopyButton::minimumSizeHint() const
{
    return sizeHint();
}

void CopyButton::paintEvent(QPaintEvent *event)
{
    if (text().isEmpty())
        return QToolButton::paintEvent(event);
    QPainter painter(this);
    paintFrame(painter);
    const int left = (width() - contentsWidth()) / 2;
    paintIcon(painter, left);
    const QRect place(left + IconSide + IconGap, 0, width(), height());
    style()->drawItemText(&painter, place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic,
                          palette(), isEnabled(), text(), QPalette::ButtonText);
}

} // namespace Vestibule
