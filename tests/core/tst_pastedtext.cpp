// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/pastedtext.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestPastedText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void onlyVisibleCharactersStay_data();
    void onlyVisibleCharactersStay();
    void nothingElseIsInvisible();
    void surroundingsAreRemoved_data();
    void surroundingsAreRemoved();
    void assignmentHasAValue_data();
    void assignmentHasAValue();
    void aLongRunOfSpacesTakesNoTime_data();
    void aLongRunOfSpacesTakesNoTime();
    void lineHasSingleSpaces();
    void lineKeepsWhatChangesItsCharacters_data();
    void lineKeepsWhatChangesItsCharacters();
};

void TestPastedText::onlyVisibleCharactersStay_data()
{
    QTest::addColumn<char32_t>("character");
    const auto add = [](const char *name, char32_t character) { QTest::newRow(name) << character; };
    add("soft hyphen", 0x00AD);
    add("combining grapheme joiner", 0x034F);
    add("Arabic letter mark", 0x061C);
    add("Hangul filler", 0x115F);
    add("Mongolian vowel separator", 0x180E);
    add("zero-width space", 0x200B);
    add("zero-width non-joiner", 0x200C);
    add("zero-width joiner", 0x200D);
    add("left-to-right mark", 0x200E);
    add("right-to-left mark", 0x200F);
    add("left-to-right embedding", 0x202A);
    add("right-to-left override", 0x202E);
    add("word joiner", 0x2060);
    add("invisible separator", 0x2063);
    add("left-to-right isolate", 0x2066);
    add("pop directional isolate", 0x2069);
    add("wide Hangul filler", 0x3164);
    add("text variation selector", 0xFE0E);
    add("emoji variation selector", 0xFE0F);
    add("byte order mark", 0xFEFF);
    add("half-width Hangul filler", 0xFFA0);
    add("tag letter", 0xE0061);
    add("supplementary variation selector", 0xE0100);
}

void TestPastedText::onlyVisibleCharactersStay()
{
    QFETCH(char32_t, character);
    const QString invisible = QString::fromUcs4(&character, 1);
    QCOMPARE(visibleText(QString(invisible + "org_"_L1 + invisible + "1"_L1 + invisible)),
             u"org_1"_s);
    QCOMPARE(visibleText(invisible), QString());
}

void TestPastedText::nothingElseIsInvisible()
{
    const QString text = u"a b\u00A0c\u2028d\t\u0301é 組織 😀 -._~+/=\u007F"_s + QChar(0xD83D);
    QCOMPARE(visibleText(text), text);
}

void TestPastedText::surroundingsAreRemoved_data()
{
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    add("nothing", u"x y"_s);
    add("whitespace", u" \t\r\nx y\n\n"_s);
    add("no-break spaces", u"\u00A0x y\u202F\u2007"_s);
    add("ideographic space, line separator", u"\u3000x y\u2028"_s);
    add("quotes", u"\"x y\""_s);
    add("single quotes", u"'x y'"_s);
    add("backticks", u"`x y`"_s);
    add("three backticks", u"```\nx y\n```"_s);
    add("typographic quotes", u"“x y”"_s);
    add("single typographic quotes", u"‘x y’"_s);
    add("German quotes", u"„x y“"_s);
    add("French quotes", u"« x y »"_s);
    add("half of the quotes", u"x y\""_s);
    add("comma", u"x y,"_s);
    add("semicolon", u"x y;"_s);
    add("quotes and comma", u" \"x y\" ,\n"_s);
    add("angle brackets", u"<x y>"_s);
}

void TestPastedText::surroundingsAreRemoved()
{
    QFETCH(QString, text);
    QCOMPARE(bareText(text).toString(), u"x y"_s);
}

void TestPastedText::assignmentHasAValue_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    const auto add = [](const char *name, const QString &text, const QString &value = u"v.x"_s) {
        QTest::newRow(name) << text << value;
    };
    add("shell", u"NAME=v.x"_s);
    add("shell, quotes", u"NAME='v.x'"_s);
    add("export", u"export NAME=\"v.x\""_s);
    add("a prompt", u"$ export NAME=v.x"_s);
    add("declare with an option", u"declare -x NAME=v.x"_s);
    add("cmd", u"set NAME=v.x"_s);
    add("cmd, quotes", u"set \"NAME=v.x\""_s);
    add("setx", u"setx NAME \"v.x\""_s);
    add("fish", u"set -gx NAME v.x"_s);
    add("PowerShell", u"$env:NAME = \"v.x\""_s);
    add("JavaScript", u"const name = 'v.x';"_s);
    add("JSON", u"\"name\": \"v.x\","_s);
    add("JSON without spaces", u"\"name\":\"v.x\""_s);
    add("YAML", u"name: v.x"_s);
    add("no value", u"NAME="_s, u"NAME="_s);
    add("none", u"v.x"_s);
    add("a port", u"localhost:8080"_s, u"localhost:8080"_s);
    add("an address", u"https://v.x/?a=b"_s, u"https://v.x/?a=b"_s);
    add("words", u"some words here"_s, u"some words here"_s);
}

void TestPastedText::assignmentHasAValue()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QCOMPARE(assignedValue(bareText(text)).toString(), value);
}

void TestPastedText::aLongRunOfSpacesTakesNoTime_data()
{
    QTest::addColumn<QString>("head");
    for (const char *head :
         {"$", "export", "export -x", "$ export NAME", "NAME", "NAME=", "\"NAME\"", "NAME:", "'"})
        QTest::newRow(head) << QString::fromLatin1(head);
}

void TestPastedText::aLongRunOfSpacesTakesNoTime()
{
    QFETCH(QString, head);
    const QString text = head + QString(64 * 1024, u' ') + u'!';
    QElapsedTimer time;
    time.start();
    const QStringView value = assignedValue(text);
    QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
    Q_UNUSED(value)
}

void TestPastedText::lineHasSingleSpaces()
{
    QCOMPARE(lineOfText(u" Acme\u200B\u00A0Corp \n (EU)\t"_s), u"Acme Corp (EU)"_s);
}

void TestPastedText::lineKeepsWhatChangesItsCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    const auto add = [](const char *name, const QString &text, const QString &line) {
        QTest::newRow(name) << text << line;
    };
    add("emoji with a variation", u"❤\uFE0F Acme"_s, u"❤\uFE0F Acme"_s);
    add("family of emoji", u"👩\u200D👧"_s, u"👩\u200D👧"_s);
    add("Persian with a non-joiner", u"می\u200Cخواهم"_s, u"می\u200Cخواهم"_s);
    add("ideograph with a variation", u"葛\U000E0100"_s, u"葛\U000E0100"_s);
    add("nothing to change", u"\u200D\uFE0F"_s, QString());
    add("after a space", u"Acme \u200DCorp"_s, u"Acme Corp"_s);
    add("other invisible characters", u"Ac\u200Bme\u202E\uFEFF"_s, u"Acme"_s);
}

void TestPastedText::lineKeepsWhatChangesItsCharacters()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QCOMPARE(lineOfText(text), line);
}

QTEST_APPLESS_MAIN(TestPastedText)
#include "tst_pastedtext.moc"
