// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! With the system's region if its language is the chosen one: a Swiss user who chose French gets
//! numbers as in Switzerland.
QLocale chosenLocale(const QString &language)
{
    const QLocale system = QLocale::system();
    if (language.isEmpty() || QLocale(language).language() == system.language())
        return system;
    return QLocale(language);
}

} // namespace

//! One between two letters is no quotation mark.
QString Translations::QtTranslator::translate(const char *context, const char *source,
                                              const char *comment, int number) const
{
    QString text = QTranslator::translate(context, source, comment, number);
    for (qsizetype at = text.indexOf(u'\''); at >= 0; at = text.indexOf(u'\'', at + 1)) {
        if (at > 0 && text.at(at - 1).isLetter() && at + 1 < text.size()
            && text.at(at + 1).isLetter())
            text[at] = u'’';
    }
    return text;
}

Translations::Translations(const QString &language)
{
    setLanguage(language);
}

void Translations::setLanguage(const QString &language)
{
    const QLocale locale = chosenLocale(language);
    QLocale::setDefault(locale);
    m_translators = std::make_unique<Translators>();
    auto &[english, own, qt] = *m_translators;
    if (english.load(u":/i18n/vestibule_en"_s)) // for its plurals
        QCoreApplication::installTranslator(&english);
    if (locale.language() == QLocale::English
        || !own.load(locale, u"vestibule"_s, u"_"_s, u":/i18n"_s))
        return;
    QCoreApplication::installTranslator(&own);
    // Qt's only together with ours: a window must not mix two languages.
    if (qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

} // namespace Vestibule
