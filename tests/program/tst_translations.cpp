// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/translations.h"

#include <QJsonDocument>
#include <QJsonParseError>
#include <QLibraryInfo>
#include <QLocale>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestTranslations final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void qtsTextsHaveTheApostropheOfOurs();
};

void TestTranslations::qtsTextsHaveTheApostropheOfOurs()
{
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_fr.qm"_L1))
        QSKIP("Qt's French translation is not installed");
    const Translations french(u"fr"_s);
    QJsonParseError error;
    QJsonDocument::fromJson("nothing"_ba, &error);
    QCOMPARE(error.errorString(), u"la valeur n’est pas autorisée"_s);
    // A mark of quotation stays one.
    const QString quoted = QCoreApplication::translate("QXmlStream", ", but got \'");
    QVERIFY2(quoted.endsWith(u'\''), qPrintable(quoted));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
