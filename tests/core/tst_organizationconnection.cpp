// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organizationconnection.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestOrganizationConnection final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowTextKeepsItsBytes_data();
    void rowTextKeepsItsBytes();
    void rowsShareOneText();
    void rowOutlivesTheOthers();
    void rowTextsAreComparedByTheirBytes();
    void connectionsAreComparedByEveryMember();
};

void TestOrganizationConnection::rowTextKeepsItsBytes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("null") << QByteArray();
    QTest::newRow("whitespace") << "{ \"a\" :\t1.50,\n\"a\":2 }"_ba;
    QTest::newRow("every byte") << [] {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all.append(char(byte));
        return all;
    }();
    QTest::newRow("long") << QByteArray(3'000'000, 'x');
}

void TestOrganizationConnection::rowTextKeepsItsBytes()
{
    QFETCH(const QByteArray, json);
    const RowText text(json);
    QCOMPARE(text.bytes(), json);
    QCOMPARE(RowText().bytes(), QByteArray());
}

void TestOrganizationConnection::rowsShareOneText()
{
    const QByteArray answer = R"([{}, {"a":1},{}])"_ba;
    const QByteArrayView view = answer;
    const QList<RowText> rows{RowText(answer, view.sliced(1, 2)), RowText(answer, view.first(0)),
                              RowText(answer, view.sliced(5, 7)), RowText(answer, view.last(3))};
    const QByteArrayList expected{"{}", "", R"({"a":1})", "{}]"};
    for (const qsizetype row : {2, 0, 3, 1, 2})
        QCOMPARE(rows.at(row).bytes(), expected.at(row));
}

void TestOrganizationConnection::rowOutlivesTheOthers()
{
    RowText last;
    {
        QByteArray answer = "[1,2]"_ba;
        answer.detach(); // so that the text is not a literal, which lives for ever
        const RowText first(answer, QByteArrayView(answer).sliced(1, 1));
        last = RowText(answer, QByteArrayView(answer).sliced(3, 1));
        QCOMPARE(first.bytes(), "1"_ba);
    }
    QCOMPARE(last.bytes(), "2"_ba);
}

void TestOrganizationConnection::rowTextsAreComparedByTheirBytes()
{
    const QByteArray answer = "[{}]"_ba;
    QVERIFY(RowText(answer, QByteArrayView(answer).sliced(1, 2)) == RowText("{}"));
    QVERIFY(!(RowText("{}") == RowText("[]")));
    QVERIFY(!(RowText("{}") == RowText()));
    QVERIFY(RowText(QByteArray()) == RowText());
}

void TestOrganizationConnection::connectionsAreComparedByEveryMember()
{
    const OrganizationConnection connection{.connectionId = u"con_1"_s, .json = "{}"_ba};
    OrganizationConnection other = connection;
    QVERIFY(other == connection);
    other.isEnabled = false;
    QVERIFY(other != connection);
    other = connection;
    other.json = "[]"_ba;
    QVERIFY(other != connection);
}

QTEST_APPLESS_MAIN(TestOrganizationConnection)
#include "tst_organizationconnection.moc"
