// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTranslator>

namespace Vestibule {

//! The texts of the program and of Qt's own dialogs, in the person's language where there are some,
//! for as long as this object lives.
class Translations final {
public:
    Translations();

private:
    QTranslator m_english;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace Vestibule
