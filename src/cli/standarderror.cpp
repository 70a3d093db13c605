// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/standarderror.h"

#include "models/visibletext.h"

#include <cstdio>

namespace Vestibule {

void printError(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(visibleText(sentence)));
}

} // namespace Vestibule
