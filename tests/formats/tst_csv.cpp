// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/csv.h"

#include "support/csvreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Samples::readCsv;

namespace {

using Guard = CsvDialect::FormulaGuard;
using Records = QList<QStringList>;

QByteArray written(const Records &records, Guard guard = Guard::On, char16_t separator = u',')
{
    CsvText csv({.separator = separator, .guard = guard});
    for (const QStringList &record : records)
        csv.appendRecord(record);
    return csv.take();
}

} // namespace

class tst_Csv final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aRecordIsAsRfc4180Says_data();
    void aRecordIsAsRfc4180Says();
    void recordsFollowEachOther();
    void aFormulaIsDisarmed_data();
    void aFormulaIsDisarmed();
    void whatIsNoFormulaStays_data();
    void whatIsNoFormulaStays();
    void withoutGuardNothingIsAdded();
    void otherSeparators_data();
    void otherSeparators();
    void theByteOrderMarkStandsInFront();
    void whatShowsNothingHidesNoFormula();
    void halfASignIsNoTrapForTheNextCell();
    void whatWasTakenIsGone();
};

void tst_Csv::aRecordIsAsRfc4180Says_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b"_s} << "a,b\r\n"_ba;
    QTest::newRow("one") << QStringList{u"a"_s} << "a\r\n"_ba;
    QTest::newRow("empty cells") << QStringList{u""_s, u""_s, u""_s} << ",,\r\n"_ba;
    QTest::newRow("null cell") << QStringList{QString(), u"b"_s} << ",b\r\n"_ba;
    QTest::newRow("comma") << QStringList{u"a,b"_s, u"c"_s} << "\"a,b\",c\r\n"_ba;
    QTest::newRow("quote") << QStringList{u"say \"hi\""_s} << "\"say \"\"hi\"\"\"\r\n"_ba;
    QTest::newRow("only a quote") << QStringList{u"\""_s} << "\"\"\"\"\r\n"_ba;
    QTest::newRow("line feed") << QStringList{u"a\nb"_s} << "\"a\nb\"\r\n"_ba;
    QTest::newRow("carriage return") << QStringList{u"a\rb"_s} << "\"a\rb\"\r\n"_ba;
    QTest::newRow("both") << QStringList{u"a\r\n"_s} << "\"a\r\n\"\r\n"_ba;
    QTest::newRow("blanks stay") << QStringList{u" a "_s, u" "_s} << " a , \r\n"_ba;
    QTest::newRow("semicolon, apostrophe") << QStringList{u"a;b"_s, u"it's"_s} << "a;b,it's\r\n"_ba;
    QTest::newRow("UTF-8") << QStringList{u"é文😀"_s} << "é文😀\r\n"_ba;
    QTest::newRow("guarded and quoted")
        << QStringList{u"=A1,\"x\""_s} << "\"'=A1,\"\"x\"\"\"\r\n"_ba;
    QTest::newRow("a line break in front is guarded")
        << QStringList{u"\r=1"_s} << "\"'\r=1\"\r\n"_ba;
}

void tst_Csv::aRecordIsAsRfc4180Says()
{
    QFETCH(QStringList, cells);
    QFETCH(QByteArray, line);
    QCOMPARE(written({cells}), line);
}

void tst_Csv::recordsFollowEachOther()
{
    QCOMPARE(written({{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}), "a,b\r\n1,2\r\n"_ba);
    QCOMPARE(written({}), ""_ba);
}

void tst_Csv::aFormulaIsDisarmed_data()
{
    QTest::addColumn<QString>("start");
    QTest::newRow("equals") << u"="_s;
    QTest::newRow("plus") << u"+"_s;
    QTest::newRow("minus") << u"-"_s;
    QTest::newRow("at") << u"@"_s;
    QTest::newRow("tab") << u"\t"_s;
    QTest::newRow("carriage return") << u"\r"_s;
    QTest::newRow("line feed") << u"\n"_s;
    QTest::newRow("full-width equals") << u"\uFF1D"_s;
    QTest::newRow("full-width plus") << u"\uFF0B"_s;
    QTest::newRow("full-width minus") << u"\uFF0D"_s;
    QTest::newRow("full-width at") << u"\uFF20"_s;
}

void tst_Csv::aFormulaIsDisarmed()
{
    QFETCH(QString, start);
    const QStringList cells{start, QString(start + "1+1"_L1), QString(start + start)};
    for (const QString &cell : cells)
        QCOMPARE(guardedAgainstFormula(cell), QString(u'\'' + cell));
    for (qsizetype column = 0; column < 3; ++column) {
        QStringList record{u"a"_s, u"b"_s, u"c"_s};
        record[column] = cells.at(1);
        QStringList expected = record;
        expected[column] = u'\'' + cells.at(1);
        QCOMPARE(readCsv(written({record})), Records{expected});
    }
}

void tst_Csv::whatIsNoFormulaStays_data()
{
    QTest::addColumn<QString>("cell");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("null") << QString();
    QTest::newRow("word") << u"okta"_s;
    QTest::newRow("number") << u"12"_s;
    QTest::newRow("signs inside") << u"a=b+c-d@e\tf"_s;
    QTest::newRow("apostrophe") << u"'quoted'"_s;
    QTest::newRow("quotes in front") << u"\"=1"_s;
    QTest::newRow("apostrophe in front") << u"'=1"_s;
    QTest::newRow("blank in front") << u" =1"_s;
    QTest::newRow("dash") << u"–"_s;
    QTest::newRow("full-width letter") << u"Ａ"_s;
}

void tst_Csv::whatIsNoFormulaStays()
{
    QFETCH(QString, cell);
    QCOMPARE(guardedAgainstFormula(cell), cell);
}

void tst_Csv::withoutGuardNothingIsAdded()
{
    const QByteArray csv = written({{u"=1"_s, u"+2"_s, u"\r3"_s}}, Guard::Off);
    QCOMPARE(csv, "=1,+2,\"\r3\"\r\n"_ba);
}

void tst_Csv::otherSeparators_data()
{
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("semicolon") << QChar(u';') << "a,b;\"c;d\";\"'\te\"\"\";f\r\n"_ba;
    QTest::newRow("tab") << QChar(u'\t') << "a,b\tc;d\t\"'\te\"\"\"\tf\r\n"_ba;
}

void tst_Csv::otherSeparators()
{
    QFETCH(QChar, separator);
    QFETCH(QByteArray, line);
    const QStringList cells{u"a,b"_s, u"c;d"_s, u"\te\""_s, u"f"_s};
    QCOMPARE(written({cells}, Guard::On, separator.unicode()), line);
}

void tst_Csv::theByteOrderMarkStandsInFront()
{
    CsvText csv({.hasByteOrderMark = true});
    csv.appendRecord({u"a"_s});
    csv.appendRecord({u"=b"_s});
    QCOMPARE(csv.take(),
             "\xEF\xBB\xBF"
             "a\r\n'=b\r\n"_ba);
    csv.appendRecord({u"c"_s});
    QCOMPARE(csv.take(), "c\r\n"_ba);
}

void tst_Csv::whatShowsNothingHidesNoFormula()
{
    const QString zero(QChar(u'\0')); // which LibreOffice Calc drops
    for (const QString &before :
         {u"\uFEFF"_s, u"\uFEFF\uFEFF"_s, zero, zero.repeated(2), QString(u"\uFEFF"_s + zero)}) {
        for (const QString &cell : {QString(before + u"=1"_s), QString(before + u"@x"_s)})
            QCOMPARE(guardedAgainstFormula(cell), QString(u'\'' + cell));
        for (const QString &cell : {before, QString(before + u"a=1"_s)})
            QCOMPARE(guardedAgainstFormula(cell), cell);
    }
}

void tst_Csv::halfASignIsNoTrapForTheNextCell()
{
    const QString half(QChar(0xD83D));
    QCOMPARE(written({{half, QString(QChar(0xDE00)), u"b"_s}}), "\uFFFD,\uFFFD,b\r\n"_ba);
}

void tst_Csv::whatWasTakenIsGone()
{
    CsvText csv;
    csv.appendRecord({u"a"_s});
    QCOMPARE(csv.take(), "a\r\n"_ba);
    QCOMPARE(csv.take(), ""_ba);
}

QTEST_GUILESS_MAIN(tst_Csv)
#include "tst_csv.moc"
