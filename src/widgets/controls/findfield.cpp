// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/findfield.h"

#include "core/pastedtext.h"
#include "widgets/controls/symbolicon.h"

#include <QEvent>
#include <QKeyEvent>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr int IconsAndFrame = 64; //!< in pixels: both icons, and the gaps around them

} // namespace

FindField::FindField(QWidget *parent)
    : QLineEdit(parent)
{
    constexpr auto TypingPause = 150ms;
    constexpr int MostWidth = 320;
    const QString hint = tr("Find names and IDs");
    setHints(hint, hint);
    setClearButtonEnabled(true);
    addAction(symbolIcon(u"search"_s), QLineEdit::LeadingPosition);
    setMaximumWidth(MostWidth);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT findRequested(findText()); });
}

FindField::~FindField() = default;

void FindField::setHints(const QString &hint, const QString &shortHint)
{
    m_hint = hint;
    m_shortHint = shortHint;
    setAccessibleName(hint);
    showHint();
}

int FindField::widthFor(const QString &hint) const
{
    return fontMetrics().horizontalAdvance(hint) + IconsAndFrame;
}

int FindField::leastWidth() const
{
    return widthFor(m_shortHint);
}

//! Before the first layout, the field has no width that means anything.
void FindField::showHint()
{
    const bool fits = !testAttribute(Qt::WA_Resized) || widthFor(m_hint) <= width();
    setPlaceholderText(fits ? m_hint : m_shortHint);
    setToolTip(fits ? QString() : m_hint);
}

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

void FindField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    showHint();
}

void FindField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showHint();
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
