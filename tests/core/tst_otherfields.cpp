// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/otherfields.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What a later version of the API may add to a row.
class tst_OtherFields final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void knownFieldsAreNotAmongThem();
    void unknownOnesKeepTheirSpelling();
    void thoseOfTheNestedObjectAreNamedAfterIt();
    void columnsOfAFileAreNoMembers();
};

void tst_OtherFields::knownFieldsAreNotAmongThem()
{
    QVERIFY(otherFields({.json = R"({"connection_id":"con_1","is_enabled":true,
        "organization_connection_name":null,"connection":{"name":"a","strategy":"okta"}})"_ba})
                .isEmpty());
    QVERIFY(otherFields({.json = R"({"connection_id":"con_1","connection":null})"_ba}).isEmpty());
    QVERIFY(otherFields({}).isEmpty());
}

void tst_OtherFields::unknownOnesKeepTheirSpelling()
{
    const QList<OtherField> expected{{u"a"_s, "1.50"}, {u"z"_s, R"({"x": [1, 2]})"_ba}};
    QCOMPARE(otherFields({.json = R"({"z":{"x": [1, 2]},"connection_id":"con_1","a": 1.50})"_ba}),
             expected);
}

void tst_OtherFields::thoseOfTheNestedObjectAreNamedAfterIt()
{
    const QList<OtherField> expected{{u"flag"_s, "true"}, {u"connection.id"_s, R"("con_1")"}};
    QCOMPARE(otherFields({.json = R"({"connection":{"id":"con_1","name":"a"},"flag":true})"_ba}),
             expected);
}

//! `connection_name` is what an export calls the nested object's name; the API has no such member.
void tst_OtherFields::columnsOfAFileAreNoMembers()
{
    const QList<OtherField> expected{{u"connection_name"_s, R"("a")"},
                                     {u"connection_strategy"_s, "1"}};
    QCOMPARE(otherFields({.json = R"({"connection_strategy":1,"connection_name":"a",
        "connection":{"name":"b","strategy":"okta"}})"_ba}),
             expected);
}

QTEST_APPLESS_MAIN(tst_OtherFields)
#include "tst_otherfields.moc"
