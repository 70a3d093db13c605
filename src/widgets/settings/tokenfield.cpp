// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/tokenfield.h"

namespace Vestibule {

TokenField::TokenField(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password); // which refuses to copy, to cut and to be dragged from
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText
                        | Qt::ImhSensitiveData);
}

//! Whoever listens may be gone already.
TokenField::~TokenField()
{
    const QSignalBlocker blocker(this);
    wipe();
}

std::optional<AccessToken> TokenField::token() const
{
    QString typed = text();
    const auto result = AccessToken::fromText(typed);
    SecretBytes::wipe(typed);
    return result ? std::optional(*result) : std::nullopt;
}

std::optional<AccessToken::Problem> TokenField::problem() const
{
    if (text().isEmpty())
        return {};
    const auto result = AccessToken::fromText(text());
    return result ? std::nullopt : std::optional(result.error());
}

//! Qt's own buffers are beyond reach: a text of the same length takes the place of the secret, and
//! the undo history goes with it.
void TokenField::wipe()
{
    setText(QString(text().size(), u'x'));
    clear();
}

} // namespace Vestibule
