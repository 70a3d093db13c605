// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/displaytext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

class TestDisplayText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void whatCanBeSeenStays_data();
    void whatCanBeSeenStays();
    void whatCannotBeSeenIsSpeltOut_data();
    void whatCannotBeSeenIsSpeltOut();
    void everyControlCharacterIsSpeltOut();
    void nothingIsSpeltOutTwice();
    void aToolTipIsLiteral_data();
    void aToolTipIsLiteral();
    void aDurationHasOneUnit_data();
    void aDurationHasOneUnit();
    void aTimeOfAnotherDayHasItsDate();
    void theFirstOfAMonthInFrench();
    void aDotIsNoBeginOfALine();
};

void TestDisplayText::whatCanBeSeenStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("null") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("words") << u"Acme Corp, Inc."_s;
    QTest::newRow("spaces") << u"  a  b  "_s;
    QTest::newRow("no-break space") << u"a\u00A0b"_s;
    QTest::newRow("markup") << u"<b>&amp;</b>"_s;
    QTest::newRow("accents") << u"e\u0301é"_s;
    QTest::newRow("Chinese") << u"百度"_s;
    QTest::newRow("Hebrew") << u"אבג"_s;
    QTest::newRow("Persian with a non-joiner") << u"می\u200Cخواهم"_s;
    QTest::newRow("Sinhala with a joiner") << u"ශ්\u200Dරී"_s;
    QTest::newRow("emoji") << u"😀"_s;
    QTest::newRow("family of emoji") << u"👩\u200D👩\u200D👧"_s;
    QTest::newRow("emoji with a variation") << u"❤\uFE0F"_s;
    QTest::newRow("flag") << u"🇫🇷"_s;
    QTest::newRow("symbols of control characters") << u"␀␡"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d));
}

void TestDisplayText::whatCanBeSeenStays()
{
    QFETCH(QString, text);
    QCOMPARE(displaySafe(text), text);
}

void TestDisplayText::whatCannotBeSeenIsSpeltOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << u"a␀b"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a␉b"_s;
    QTest::newRow("line break") << u"a\r\nb"_s << u"a␍␊b"_s;
    QTest::newRow("escape") << u"\u001b[31m"_s << u"␛[31m"_s;
    QTest::newRow("unit separator") << u"\u001f"_s << u"␟"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"␡"_s;
    QTest::newRow("next line") << u"a\u0085b"_s << u"a[U+0085]b"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a[U+2028]b"_s;
    QTest::newRow("paragraph separator") << u"a\u2029b"_s << u"a[U+2029]b"_s;
    QTest::newRow("right-to-left override") << u"a\u202Egnp.exe"_s << u"a[U+202E]gnp.exe"_s;
    QTest::newRow("isolate") << u"\u2067a\u2069"_s << u"[U+2067]a[U+2069]"_s;
    QTest::newRow("direction marks") << u"\u200E\u200F"_s << u"[U+200E][U+200F]"_s;
    QTest::newRow("zero-width space") << u"ac\u200Bme"_s << u"ac[U+200B]me"_s;
    QTest::newRow("word joiner") << u"ac\u2060me"_s << u"ac[U+2060]me"_s;
    QTest::newRow("byte order mark") << u"\uFEFFacme"_s << u"[U+FEFF]acme"_s;
    QTest::newRow("soft hyphen") << u"ac\u00ADme"_s << u"ac[U+00AD]me"_s;
    QTest::newRow("tags") << u"a\U000E0041\U000E007F"_s << u"a[U+E0041][U+E007F]"_s;
    QTest::newRow("beam of music") << u"a\U0001D173"_s << u"a[U+1D173]"_s;
    QTest::newRow("beside emoji") << u"👩\u200D👧\u202E😀"_s << u"👩\u200D👧[U+202E]😀"_s;
}

void TestDisplayText::whatCannotBeSeenIsSpeltOut()
{
    QFETCH(QString, text);
    QFETCH(QString, visible);
    QCOMPARE(displaySafe(text), visible);
}

void TestDisplayText::everyControlCharacterIsSpeltOut()
{
    for (char16_t c = 0; c < 0xA0; c = c == 0x1f ? 0x7f : char16_t(c + 1)) {
        const QString visible = displaySafe(QString(QChar(c)));
        for (const QChar shown : visible)
            QVERIFY2(shown.isPrint(), QByteArray::number(c, 16).constData());
        QVERIFY(!visible.isEmpty());
    }
}

void TestDisplayText::nothingIsSpeltOutTwice()
{
    const QString once = displaySafe(u"a\u202E\n\U000E0041b"_s);
    QCOMPARE(displaySafe(once), once);
}

void TestDisplayText::aToolTipIsLiteral_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << u""_s << u"<qt></qt>"_s;
    QTest::newRow("words") << u"acme"_s << u"<qt>acme</qt>"_s;
    QTest::newRow("picture") << u"<img src=\"file:///x\">"_s
                             << u"<qt>&lt;img src=&quot;file:///x&quot;&gt;</qt>"_s;
    QTest::newRow("entity") << u"&lt;b&gt;"_s << u"<qt>&amp;lt;b&amp;gt;</qt>"_s;
    QTest::newRow("its own end") << u"</qt><a href='x'>"_s
                                 << u"<qt>&lt;/qt&gt;&lt;a href='x'&gt;</qt>"_s;
    QTest::newRow("line break") << u"a\nb"_s << u"<qt>a␊b</qt>"_s;
    QTest::newRow("bidi") << u"a\u202Eb"_s << u"<qt>a[U+202E]b</qt>"_s;
}

void TestDisplayText::aToolTipIsLiteral()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(literalToolTip(text), expected);
}

void TestDisplayText::aDurationHasOneUnit_data()
{
    QTest::addColumn<std::chrono::seconds>("duration");
    QTest::addColumn<QString>("expected");
    QTest::newRow("negative") << -5s << u"0 s"_s;
    QTest::newRow("seconds") << 59s << u"59 s"_s;
    QTest::newRow("a minute") << 60s << u"1 min"_s;
    QTest::newRow("almost two hours") << std::chrono::seconds(2h) - 1s << u"119 min"_s;
    QTest::newRow("two hours") << std::chrono::seconds(2h) << u"2 h"_s;
    QTest::newRow("almost two days") << std::chrono::seconds(48h) - 1s << u"47 h"_s;
    QTest::newRow("two days") << std::chrono::seconds(48h) << u"2 day(s)"_s; // not translated here
}

void TestDisplayText::aDurationHasOneUnit()
{
    QFETCH(std::chrono::seconds, duration);
    QFETCH(QString, expected);
    QCOMPARE(durationText(duration), expected);
}

void TestDisplayText::aTimeOfAnotherDayHasItsDate()
{
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"en_GB"_s));
    const QDateTime readAt(QDate(2026, 3, 1), QTime(13, 4, 5));
    QCOMPARE(readTimeText(readAt, QDate(2026, 3, 1)), u"13:04:05"_s);
    QCOMPARE(readTimeText(readAt, QDate(2026, 3, 2)), u"1 Mar 2026 13:04:05"_s);
    QCOMPARE(readTimeText(readAt.toUTC(), QDate(2026, 3, 1)), u"13:04:05"_s);
}

void TestDisplayText::aDotIsNoBeginOfALine()
{
    QCOMPARE(joinedParts({u"acme"_s, QString(), u"3 connections"_s, u"read"_s}),
             u"acme\u00A0· 3 connections\u00A0· read"_s);
    QCOMPARE(joinedParts({}), QString());
}

//! "1er mars", but "2 mars" and "11 mars".
void TestDisplayText::theFirstOfAMonthInFrench()
{
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"en_GB"_s));
    const auto text = [](int day) {
        return datedText(QDateTime(QDate(2026, 12, day), QTime(1, 2)), u"d MMM yyyy HH:mm"_s);
    };
    QCOMPARE(text(1), u"1 Dec 2026 01:02"_s);
    QLocale::setDefault(QLocale(u"fr_FR"_s));
    QCOMPARE(text(1), u"1er déc. 2026 01:02"_s);
    QCOMPARE(text(2), u"2 déc. 2026 01:02"_s);
    QCOMPARE(text(11), u"11 déc. 2026 01:02"_s);
    const QDateTime first(QDate(2026, 3, 1), QTime(1, 2));
    QCOMPARE(datedText(first, u"HH:mm"_s), u"01:02"_s); // no day
    QVERIFY2(readTimeText(first, QDate(2026, 3, 2)).startsWith(u"1er mars 2026 01:02"_s),
             qPrintable(readTimeText(first, QDate(2026, 3, 2))));
}

QTEST_APPLESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
