// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/visibletext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_VisibleText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void whatCanBeSeenStays_data();
    void whatCanBeSeenStays();
    void whatCannotBeSeenIsSpeltOut_data();
    void whatCannotBeSeenIsSpeltOut();
    void everyControlSignIsSpeltOut();
    void nothingIsSpeltOutTwice();
    void aToolTipIsLiteral_data();
    void aToolTipIsLiteral();
};

void tst_VisibleText::whatCanBeSeenStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("null") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("words") << u"Acme Corp, Inc."_s;
    QTest::newRow("blanks") << u"  a  b  "_s;
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
    QTest::newRow("symbols of control signs") << u"␀␡"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d));
}

void tst_VisibleText::whatCanBeSeenStays()
{
    QFETCH(QString, text);
    QCOMPARE(visibleText(text), text);
}

void tst_VisibleText::whatCannotBeSeenIsSpeltOut_data()
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

void tst_VisibleText::whatCannotBeSeenIsSpeltOut()
{
    QFETCH(QString, text);
    QFETCH(QString, visible);
    QCOMPARE(visibleText(text), visible);
}

void tst_VisibleText::everyControlSignIsSpeltOut()
{
    for (char16_t sign = 0; sign < 0xA0; sign = sign == 0x1f ? 0x7f : char16_t(sign + 1)) {
        const QString visible = visibleText(QString(QChar(sign)));
        for (const QChar c : visible)
            QVERIFY2(c.isPrint(), QByteArray::number(sign, 16).constData());
        QVERIFY(!visible.isEmpty());
    }
}

void tst_VisibleText::nothingIsSpeltOutTwice()
{
    const QString once = visibleText(u"a\u202E\n\U000E0041b"_s);
    QCOMPARE(visibleText(once), once);
}

void tst_VisibleText::aToolTipIsLiteral_data()
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

void tst_VisibleText::aToolTipIsLiteral()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(literalToolTip(text), expected);
}

QTEST_APPLESS_MAIN(tst_VisibleText)
#include "tst_visibletext.moc"
