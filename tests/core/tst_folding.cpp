// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/folding.h"

#include <QList>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestFolding final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldedTextIgnoresCase_data();
    void foldedTextIgnoresCase();
    void findsWhatContainsFinds();
    void searchTextHasALineForEachText();
    void searchTextAlsoHasWhatIsVisible();
    void searchTextSortsByTheFirstText();
};

void TestFolding::foldedTextIgnoresCase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("small") << u"acme"_s << u"acme"_s;
    QTest::newRow("capitals") << u"ACME Corp"_s << u"acme corp"_s;
    QTest::newRow("accents stay") << u"ÉCOLE"_s << u"école"_s;
    QTest::newRow("sharp s is one character") << u"Straße"_s << u"straße"_s;
    QTest::newRow("Greek") << u"ΣΑΣ"_s << u"σασ"_s;
    QTest::newRow("two QChars") << u"𐐀"_s << u"𐐨"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd800)) << QString(QChar(0xd800));
    QTest::newRow("line break") << u"a\nb"_s << u"a\u240ab"_s;
    QTest::newRow("delete") << u"a\x7f"_s << u"a\u2421"_s;
}

void TestFolding::foldedTextIgnoresCase()
{
    QFETCH(QString, text);
    QTEST(folded(text), "expected");
}

void TestFolding::findsWhatContainsFinds()
{
    QRandomGenerator random(1);
    const QList<uint> alphabet = u"aAbBéÉßẞıIİikKKſsS𐐀𐐨σςΣ- "_s.toUcs4();
    const auto draw = [&](int most) {
        QString text;
        for (int left = random.bounded(most + 1); left > 0; --left)
            text += QChar::fromUcs4(alphabet.at(random.bounded(int(alphabet.size()))));
        return text;
    };
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QString text = draw(12);
        const QString part = draw(2);
        const bool contains = text.contains(part, Qt::CaseInsensitive);
        found += contains ? 1 : 0;
        QVERIFY2(folded(text).contains(folded(part)) == contains, qPrintable(text + u'|' + part));
    }
    QVERIFY(found > 1000);
}

void TestFolding::searchTextHasALineForEachText()
{
    QCOMPARE(searchText({u"Acme"_s, u"Acme\nCorp"_s, QString(), u"org_1"_s}),
             u"acme\nacme\u240acorp\n\norg_1"_s);
}

void TestFolding::searchTextAlsoHasWhatIsVisible()
{
    QCOMPARE(searchText({u"Ac\u200bme"_s, u"org_1"_s}), u"ac\u200bme\norg_1\nacme"_s);
}

void TestFolding::searchTextSortsByTheFirstText()
{
    QVERIFY(searchText({u"acme"_s, u"z"_s}) < searchText({u"Acme corp"_s, u"a"_s}));
    QVERIFY(searchText({u"acme"_s, u"a"_s}) < searchText({u"ACME"_s, u"b"_s}));
}

QTEST_APPLESS_MAIN(TestFolding)
#include "tst_folding.moc"
