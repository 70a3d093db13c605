// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QTranslator>

#include <memory>

namespace Vestibule {

//! The texts of the program and of Qt's own dialogs, in the person's language where there are some,
//! and numbers and dates as that language writes them, for as long as this object lives.
class Translations final {
public:
    //! \a language is that of Appearance: empty for the system's.
    explicit Translations(const QString &language);

    //! For every text that is made from now on.
    void setLanguage(const QString &language);

private:
    struct Translators {
        QTranslator english{};
        QTranslator own{};
        QTranslator qt{};
    };

    std::unique_ptr<Translators> m_translators; //!< one that goes takes its texts with it
};

} // namespace Vestibule
