// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/findfield.h"

#include "core/pastedtext.h"
#include "widgets/controls/symbolicon.h"

#include <QKeyEvent>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

FindField::FindField(QWidget *parent)
    : QLineEdit(parent)
{
    constexpr auto TypingPause = 150ms;
    constexpr int MostWidth = 320;
    setPlaceholderText(tr("Find names and IDs"));
    setAccessibleName(placeholderText());
    setClearButtonEnabled(true);
    addAction(symbolIcon(u"search"_s), QLineEdit::LeadingPosition);
    setMaximumWidth(MostWidth);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT findRequested(findText()); });
}

FindField::~FindField() = default;

QString FindField::findText() const
{
    return visibleText(text()).trimmed();
}

void FindField::showText(const QString &text)
{
    if (m_pause.isActive() || findText() == text)
        return;
    setText(text);
    m_pause.stop(); // it is the filter already
}

void FindField::dropTyped()
{
    m_pause.stop();
}

void FindField::focusForFinding()
{
    if (!isVisible())
        return;
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        break;
    default:
        return QLineEdit::keyPressEvent(event);
    }
    Q_EMIT left();
}

} // namespace Vestibule
