// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/pastefield.h"

#include "core/secretbytes.h"

#include <QKeyEvent>
#include <QMimeData>

namespace Vestibule {

PasteField::PasteField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize PasteField::sizeHint() const
{
    constexpr int Lines = 3;
    return {QPlainTextEdit::sizeHint().width(),
            Lines * fontMetrics().lineSpacing() + 4 * frameWidth() + 8};
}

QSize PasteField::minimumSizeHint() const
{
    return {QPlainTextEdit::minimumSizeHint().width(), sizeHint().height()};
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    clear();
    Q_EMIT entered(text);
    SecretBytes::wipe(text);
}

//! Enter finishes typed text; in an empty field it presses the window's button.
void PasteField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        return QPlainTextEdit::keyPressEvent(event);
    if (document()->isEmpty())
        return event->ignore();
    finish();
}

void PasteField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish();
}

void PasteField::finish()
{
    QString text = toPlainText();
    if (!text.trimmed().isEmpty())
        Q_EMIT entered(text);
    SecretBytes::wipe(text);
}

} // namespace Vestibule
