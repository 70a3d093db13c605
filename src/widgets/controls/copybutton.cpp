// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/copybutton.h"

#include "widgets/controls/symbolicon.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

CopyButton::CopyButton(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
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

} // namespace Vestibule
