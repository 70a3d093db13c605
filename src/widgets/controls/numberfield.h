// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLocale>
#include <QSpinBox>

namespace Vestibule {

//! A typed or pasted number without what a copy brings along: whitespace of every kind, invisible
//! characters, and the locale's group separators.
[[nodiscard]] QString digitsOfNumber(const QString &text, const QLocale &locale);

//! A spin box that accepts a pasted number; see digitsOfNumber(). It must have no suffix.
class NumberField final : public QSpinBox {
    Q_OBJECT

public:
    using QSpinBox::QSpinBox;

    QValidator::State validate(QString &input, int &position) const override;
};

} // namespace Vestibule
