// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/rowtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_RowText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackByteForByte_data();
    void comesBackByteForByte();
    void rowsOfOneAnswerStayApart();
    void outlivesItsNeighbours();
    void equalBytesAreEqual();
};

void tst_RowText::comesBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("blanks") << "{ \"a\" :\t1.50,\n\"a\":2 }"_ba;
    QTest::newRow("every byte") << [] {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all.append(char(byte));
        return all;
    }();
    QTest::newRow("long") << QByteArray(3'000'000, 'x');
}

void tst_RowText::comesBackByteForByte()
{
    QFETCH(const QByteArray, json);
    const RowText text(json);
    QCOMPARE(text.bytes(), json);
    QCOMPARE(RowText().bytes(), QByteArray());
}

void tst_RowText::rowsOfOneAnswerStayApart()
{
    const QList<QByteArrayView> rows{"{}", "", "{\"a\":1}", "{}"};
    const QList<RowText> one = RowText::packed(rows);
    const QList<RowText> other = RowText::packed({"other"});
    QCOMPARE(one.size(), rows.size());
    for (const qsizetype row : {2, 0, 3, 1, 2}) { // in any order, with another answer in between
        QCOMPARE(one.at(row).bytes(), rows.at(row).toByteArray());
        QCOMPARE(other.constFirst().bytes(), "other"_ba);
    }
    QVERIFY(RowText::packed({}).isEmpty());
}

void tst_RowText::outlivesItsNeighbours()
{
    RowText last;
    {
        const QList<RowText> rows = RowText::packed({"first", "last"});
        last = rows.constLast();
    }
    QCOMPARE(RowText("another").bytes(), "another"_ba);
    QCOMPARE(last.bytes(), "last"_ba);
}

void tst_RowText::equalBytesAreEqual()
{
    QVERIFY(RowText::packed({"x", "{}"}).constLast() == RowText("{}"));
    QVERIFY(!(RowText("{}") == RowText("[]")));
    QVERIFY(!(RowText("{}") == RowText()));
    QVERIFY(RowText(QByteArray()) == RowText());
}

QTEST_APPLESS_MAIN(tst_RowText)
#include "tst_rowtext.moc"
