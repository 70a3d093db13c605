// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QTranslator>

#include <memory>

namespace Vestibule {

//! Translates the program and Qt's own dialogs into the user's language, as far as there are
//! translations, and sets the default locale for numbers and dates. The translators are installed
//! as long as this object lives.
class Translations final {
public:
    //! The language is Appearance::language: empty for the system's.
    explicit Translations(const QString &language);

    //! For all texts that are made from now on; texts on screen stay as they are.
    void setLanguage(const QString &language);

private:
    //! Qt's own texts, with the apostrophe that ours have, in whose sentences they stand.
    class QtTranslator final : public QTranslator {
    public:
        QString translate(const char *context, const char *source, const char *comment,
                          int number) const override;
    };

    struct Translators {
        QTranslator english{};
        QTranslator own{};
        QtTranslator qt{};
    };

    std::unique_ptr<Translators> m_translators; //!< a destroyed QTranslator uninstalls itself
};

} // namespace Vestibule
