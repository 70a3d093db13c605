// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/shortened.h"

namespace Vestibule {

QString shortened(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    const bool isHalf = length > 0 && text.at(length - 1).isHighSurrogate();
    return text.first(isHalf ? length - 1 : length) + u'…';
}

} // namespace Vestibule
