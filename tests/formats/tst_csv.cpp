// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/csv.h"

#include "core/connectionfield.h"
#include "support/csvreader.h"
#include "support/jsonsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Samples::readCsv;

namespace {

using Guard = CsvDialect::FormulaGuard;
using Records = QList<QStringList>;

QByteArray written(const Records &records, const CsvDialect &dialect = {})
{
    CsvText csv(dialect);
    for (const QStringList &record : records)
        csv.appendRecord(record);
    return csv.take();
}

Records guarded(Records records)
{
    for (QStringList &record : records) {
        for (QString &cell : record)
            cell = guardedAgainstFormula(cell);
    }
    return records;
}

//! From any plane of Unicode, but no half of a surrogate pair.
QString randomCharacter(QRandomGenerator &random)
{
    constexpr char32_t PlaneSize = 0x10000;
    const char32_t plane = random.bounded(17U);
    const char32_t character = plane * PlaneSize + random.bounded(quint32(PlaneSize));
    return QChar::isSurrogate(character) ? u"\uFFFF"_s : QString::fromUcs4(&character, 1);
}

//! From C0 and C1, and other characters that are invisible or break lines.
QString randomControl(QRandomGenerator &random)
{
    static const QString others = u"\u007F\u2028\u2029\u200B\u202E\u2060\uFEFF"_s;
    const auto number = random.bounded(0x40 + int(others.size()));
    if (number >= 0x40)
        return others.at(number - 0x40);
    return QChar(number < 0x20 ? number : number + 0x60);
}

QString randomCell(QRandomGenerator &random)
{
    static const QStringList pieces{
        u"a"_s, u","_s, u"\""_s, u"\"\""_s, u"\r"_s, u"\n"_s, u"\r\n"_s, u" "_s,  u";"_s, u"'"_s,
        u"="_s, u"@"_s, u"\t"_s, u"é"_s,    u"文"_s, u"😀"_s,  u"＝"_s,   u"-1"_s, u"+"_s};
    QString cell;
    for (int i = int(random.bounded(6)); i > 0; --i) {
        cell += random.bounded(2) == 0 ? randomControl(random) : randomCharacter(random);
        cell += pieces.at(random.bounded(int(pieces.size())));
    }
    return cell;
}

Records randomRecords(quint32 seed)
{
    QRandomGenerator random(seed);
    Records records;
    for (int r = 0; r < 100; ++r) {
        QStringList record;
        for (int c = 0; c < 5; ++c)
            record.append(randomCell(random));
        records.append(record);
    }
    return records;
}

//! Reads records with Python's csv module.
Records readByPython(const QString &python, const QByteArray &csv, const CsvDialect &dialect)
{
    const QString program =
        u"import csv,io,json,sys\n"
        "text=io.TextIOWrapper(sys.stdin.buffer,encoding=sys.argv[1],newline='')\n"
        "rows=csv.reader(text,strict=True,delimiter=sys.argv[2])\n"
        "print(json.dumps(list(rows)))"_s;
    QProcess process;
    process.start(python,
                  {u"-I"_s, u"-c"_s, program,
                   dialect.hasByteOrderMark ? u"utf-8-sig"_s : u"utf-8"_s,
                   QString(QChar(dialect.separator))});
    process.write(csv);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qWarning("Python: %s", process.readAllStandardError().constData());
    Records records;
    for (const QJsonValue record : QJsonDocument::fromJson(process.readAllStandardOutput()).array())
        records.append(record.toVariant().toStringList());
    return records;
}

} // namespace
Q_DECLARE_METATYPE(CsvDialect)

class TestCsv final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void recordsFollowRfc4180_data();
    void recordsFollowRfc4180();
    void recordsFollowEachOther();
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void otherCellsStay_data();
    void otherCellsStay();
    void withoutGuardFormulasStay();
    void otherSeparators_data();
    void otherSeparators();
    void theByteOrderMarkComesFirst();
    void invisibleCharactersHideNoFormula();
    void halfACharacterDoesNotSpoilTheNextCell();
    void takeEmptiesTheBuffer();
    void theHeaderHasTheApisNames();
    void everyFieldHasItsCell();
    void anUnsentFieldIsAnEmptyCell_data();
    void anUnsentFieldIsAnEmptyCell();
    void aMissingFlagIsNotFalse();
    void valuesStayAsSent();
    void randomRowsHaveAllPlanesAndControls();
    void randomRowsAreReadBack_data();
    void randomRowsAreReadBack();
    void pythonReadsTheSameInEveryDialect_data();
    void pythonReadsTheSameInEveryDialect();
};

void TestCsv::recordsFollowRfc4180_data()
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
    QTest::newRow("spaces stay") << QStringList{u" a "_s, u" "_s} << " a , \r\n"_ba;
    QTest::newRow("apostrophe") << QStringList{u"it's"_s} << "it's\r\n"_ba;
    QTest::newRow("other readers' separators")
        << QStringList{u"a;=1+1"_s, u"b\t=1+1"_s, u"c"_s} << "\"a;=1+1\",\"b\t=1+1\",c\r\n"_ba;
    QTest::newRow("UTF-8") << QStringList{u"é文😀"_s} << "é文😀\r\n"_ba;
    QTest::newRow("guarded and quoted")
        << QStringList{u"=A1,\"x\""_s} << "\"'=A1,\"\"x\"\"\"\r\n"_ba;
    QTest::newRow("a line break in front is guarded")
        << QStringList{u"\r=1"_s} << "\"'\r=1\"\r\n"_ba;
}

void TestCsv::recordsFollowRfc4180()
{
    QFETCH(QStringList, cells);
    QFETCH(QByteArray, line);
    QCOMPARE(written({cells}), line);
}

void TestCsv::recordsFollowEachOther()
{
    QCOMPARE(written({{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}), "a,b\r\n1,2\r\n"_ba);
    QCOMPARE(written({}), ""_ba);
}

void TestCsv::formulasAreGuarded_data()
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

void TestCsv::formulasAreGuarded()
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

void TestCsv::otherCellsStay_data()
{
    QTest::addColumn<QString>("cell");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("null") << QString();
    QTest::newRow("word") << u"okta"_s;
    QTest::newRow("number") << u"12"_s;
    QTest::newRow("operators inside") << u"a=b+c-d@e\tf"_s;
    QTest::newRow("apostrophe") << u"'quoted'"_s;
    QTest::newRow("quotes in front") << u"\"=1"_s;
    QTest::newRow("apostrophe in front") << u"'=1"_s;
    QTest::newRow("space in front") << u" =1"_s;
    QTest::newRow("dash") << u"–"_s;
    QTest::newRow("full-width letter") << u"Ａ"_s;
}

void TestCsv::otherCellsStay()
{
    QFETCH(QString, cell);
    QCOMPARE(guardedAgainstFormula(cell), cell);
}

void TestCsv::withoutGuardFormulasStay()
{
    const QByteArray csv = written({{u"=1"_s, u"+2"_s, u"\r3"_s}}, {.guard = Guard::Off});
    QCOMPARE(csv, "=1,+2,\"\r3\"\r\n"_ba);
}

void TestCsv::otherSeparators_data()
{
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("semicolon") << QChar(u';') << "\"a,b\";\"c;d\";\"'\te\"\"\";f\r\n"_ba;
    QTest::newRow("tab") << QChar(u'\t') << "\"a,b\"\t\"c;d\"\t\"'\te\"\"\"\tf\r\n"_ba;
}

void TestCsv::otherSeparators()
{
    QFETCH(QChar, separator);
    QFETCH(QByteArray, line);
    const QStringList cells{u"a,b"_s, u"c;d"_s, u"\te\""_s, u"f"_s};
    QCOMPARE(written({cells}, {.separator = separator.unicode()}), line);
}

void TestCsv::theByteOrderMarkComesFirst()
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

void TestCsv::invisibleCharactersHideNoFormula()
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

void TestCsv::halfACharacterDoesNotSpoilTheNextCell()
{
    const QString half(QChar(0xD83D));
    QCOMPARE(written({{half, QString(QChar(0xDE00)), u"b"_s}}), "\uFFFD,\uFFFD,b\r\n"_ba);
}

void TestCsv::takeEmptiesTheBuffer()
{
    CsvText csv;
    csv.appendRecord({u"a"_s});
    QCOMPARE(csv.take(), "a\r\n"_ba);
    QCOMPARE(csv.take(), ""_ba);
}

void TestCsv::theHeaderHasTheApisNames()
{
    const QStringList expected{
        u"connection_name"_s,
        u"organization_connection_name"_s,
        u"connection_strategy"_s,
        u"is_enabled"_s,
        u"organization_access_level"_s,
        u"assign_membership_on_login"_s,
        u"show_as_button"_s,
        u"is_signup_enabled"_s,
        u"connection_id"_s,
        u"organization_member_access_level"_s, // the latest field is the last column
    };
    QCOMPARE(csvHeader(), expected);
}

void TestCsv::everyFieldHasItsCell()
{
    const OrganizationConnection connection{
        .connectionId = u"con_1"_s,
        .organizationConnectionName = u"acme"_s,
        .name = u"acme-okta"_s,
        .strategy = u"okta"_s,
        .isEnabled = true,
        .assignMembershipOnLogin = false,
        .showAsButton = true,
        .isSignupEnabled = false,
        .organizationAccessLevel = u"limited"_s,
        .organizationMemberAccessLevel = u"readonly"_s,
    };
    const QStringList expected{u"acme-okta"_s, u"acme"_s, u"okta"_s,  u"true"_s,  u"limited"_s,
                               u"false"_s,     u"true"_s, u"false"_s, u"con_1"_s, u"readonly"_s};
    QCOMPARE(csvCells(connection), expected);
}

void TestCsv::anUnsentFieldIsAnEmptyCell_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("absent") << R"({"connection_id":"con_1"})"_ba;
    QTest::newRow("null")
        << R"({"connection_id":"con_1","organization_connection_name":null,"is_enabled":null,
               "assign_membership_on_login":null,"show_as_button":null,"is_signup_enabled":null,
               "organization_access_level":null,"organization_member_access_level":null,
               "connection":{"name":null,"strategy":null}})"_ba;
}

void TestCsv::anUnsentFieldIsAnEmptyCell()
{
    QFETCH(QByteArray, row);
    QStringList expected(csvHeader().size());
    expected[csvHeader().indexOf("connection_id"_L1)] = u"con_1"_s;
    QCOMPARE(csvCells(Samples::connection(row)), expected);
}

void TestCsv::aMissingFlagIsNotFalse()
{
    const qsizetype column = csvHeader().indexOf("is_enabled"_L1);
    QCOMPARE(csvCells({.connectionId = u"x"_s}).at(column), QString());
    QCOMPARE(csvCells({.connectionId = u"x"_s, .isEnabled = false}).at(column), u"false"_s);
}

//! Words for people are only shown on screen: strategies stay as sent, odd characters as well.
void TestCsv::valuesStayAsSent()
{
    const OrganizationConnection connection{.connectionId = u"x"_s,
                                            .name = u"a\u202Eb\n"_s,
                                            .strategy = u"waad"_s,
                                            .organizationAccessLevel = u"none"_s};
    const QStringList cells = csvCells(connection);
    QCOMPARE(cells.at(0), u"a\u202Eb\n"_s);
    QCOMPARE(cells.at(2), u"waad"_s);
    QCOMPARE(cells.at(4), u"none"_s);
}

void TestCsv::randomRowsHaveAllPlanesAndControls()
{
    QSet<char32_t> planes;
    QSet<char32_t> controls;
    for (quint32 seed = 1; seed <= 5; ++seed) {
        for (const QStringList &record : randomRecords(seed)) {
            for (const char32_t character : record.join(QString()).toUcs4()) {
                planes.insert(character >> 16U);
                if (character < 0x20 || (character >= 0x80 && character < 0xA0))
                    controls.insert(character);
            }
        }
    }
    QCOMPARE(planes.size(), 17);
    QCOMPARE(controls.size(), 64);
}

void TestCsv::randomRowsAreReadBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestCsv::randomRowsAreReadBack()
{
    QFETCH(quint32, seed);
    const Records records = randomRecords(seed);
    QCOMPARE(readCsv(written(records, {.guard = Guard::Off})), records);
    QCOMPARE(readCsv(written(records, {})), guarded(records));
}

void TestCsv::pythonReadsTheSameInEveryDialect_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<CsvDialect>("dialect");
    quint32 seed = 0;
    for (const CsvSeparator &separator : CsvSeparators) {
        for (const bool hasMark : {false, true}) {
            for (const Guard guard : {Guard::On, Guard::Off}) {
                QTest::addRow("%s%s%s", separator.word.latin1(), hasMark ? ", mark" : "",
                              guard == Guard::On ? ", guard" : "")
                    << ++seed << CsvDialect{separator.character, hasMark, guard};
            }
        }
    }
}

void TestCsv::pythonReadsTheSameInEveryDialect()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("no python3 here");
    QFETCH(quint32, seed);
    QFETCH(CsvDialect, dialect);
    const Records records = randomRecords(seed);
    QCOMPARE(readByPython(python, written(records, dialect), dialect),
             dialect.guard == Guard::On ? guarded(records) : records);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
