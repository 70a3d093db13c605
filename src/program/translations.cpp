// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

Translations::Translations()
{
    const QLocale locale;
    if (m_english.load(u":/i18n/vestibule_en"_s)) // its plurals
        QCoreApplication::installTranslator(&m_english);
    if (locale.language() == QLocale::English
        || !m_own.load(locale, u"vestibule"_s, u"_"_s, u":/i18n"_s))
        return;
    QCoreApplication::installTranslator(&m_own);
    // Qt's only together with ours: a window in two languages helps nobody.
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace Vestibule
