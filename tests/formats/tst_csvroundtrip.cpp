// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/csv.h"

#include "support/csvreader.h"

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

QByteArray written(const Records &records, const CsvDialect &dialect)
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

//! Of any plane of Unicode; half of a pair is none.
QString randomCharacter(QRandomGenerator &random)
{
    constexpr char32_t PlaneSize = 0x10000;
    const char32_t plane = random.bounded(17U);
    const char32_t character = plane * PlaneSize + random.bounded(quint32(PlaneSize));
    return QChar::isSurrogate(character) ? u"\uFFFF"_s : QString::fromUcs4(&character, 1);
}

//! Any of both sets, and what else breaks a line or shows nothing.
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

//! The records as Python's csv module reads them.
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

//! What is written of rows at random, of every plane and with everything that means something to a
//! reader, is what readers get that share nothing with the writer.
class tst_CsvRoundTrip final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theRowsAreAsVariedAsTheyShouldBe();
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void pythonReadsTheSameInEveryDialect_data();
    void pythonReadsTheSameInEveryDialect();
};

void tst_CsvRoundTrip::theRowsAreAsVariedAsTheyShouldBe()
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

void tst_CsvRoundTrip::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_CsvRoundTrip::whatIsWrittenIsReadBack()
{
    QFETCH(quint32, seed);
    const Records records = randomRecords(seed);
    QCOMPARE(readCsv(written(records, {.guard = Guard::Off})), records);
    QCOMPARE(readCsv(written(records, {})), guarded(records));
}

void tst_CsvRoundTrip::pythonReadsTheSameInEveryDialect_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<CsvDialect>("dialect");
    quint32 seed = 0;
    for (const CsvSeparator &separator : CsvSeparators) {
        for (const bool hasMark : {false, true}) {
            for (const Guard guard : {Guard::On, Guard::Off}) {
                QTest::addRow("%s%s%s", separator.word.latin1(), hasMark ? ", mark" : "",
                              guard == Guard::On ? ", guard" : "")
                    << ++seed << CsvDialect{separator.sign, hasMark, guard};
            }
        }
    }
}

void tst_CsvRoundTrip::pythonReadsTheSameInEveryDialect()
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

QTEST_GUILESS_MAIN(tst_CsvRoundTrip)
#include "tst_csvroundtrip.moc"
