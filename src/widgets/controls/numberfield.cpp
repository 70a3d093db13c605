// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/numberfield.h"

#include "core/pastedtext.h"

#include <algorithm>

namespace Vestibule {

QString digitsOfNumber(const QString &text, const QLocale &locale)
{
    QString digits = visibleText(text);
    digits.removeIf([](QChar c) { return c.isSpace(); });
    return digits.remove(locale.groupSeparator());
}

QValidator::State NumberField::validate(QString &input, int &position) const
{
    input = digitsOfNumber(input, locale());
    position = std::min(position, int(input.size()));
    return QSpinBox::validate(input, position);
}

} // namespace Vestibule
