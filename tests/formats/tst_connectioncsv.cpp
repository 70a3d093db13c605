// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectioncsv.h"

#include "core/connectionfield.h"
#include "support/jsonsamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_ConnectionCsv final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theHeaderNamesTheApisFields();
    void everyFieldHasItsCell();
    void whatWasNotSentIsAnEmptyCell_data();
    void whatWasNotSentIsAnEmptyCell();
    void aMissingFlagIsNotFalse();
    void valuesAreTheTenantsOwn();
};

void tst_ConnectionCsv::theHeaderNamesTheApisFields()
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
    };
    QCOMPARE(csvHeader(), expected);
}

void tst_ConnectionCsv::everyFieldHasItsCell()
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
    };
    const QStringList expected{u"acme-okta"_s, u"acme"_s, u"okta"_s,  u"true"_s, u"limited"_s,
                               u"false"_s,     u"true"_s, u"false"_s, u"con_1"_s};
    QCOMPARE(csvCells(connection), expected);
}

void tst_ConnectionCsv::whatWasNotSentIsAnEmptyCell_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("absent") << R"({"connection_id":"con_1"})"_ba;
    QTest::newRow("null")
        << R"({"connection_id":"con_1","organization_connection_name":null,"is_enabled":null,
               "assign_membership_on_login":null,"show_as_button":null,"is_signup_enabled":null,
               "organization_access_level":null,"connection":{"name":null,"strategy":null}})"_ba;
}

void tst_ConnectionCsv::whatWasNotSentIsAnEmptyCell()
{
    QFETCH(QByteArray, row);
    QStringList expected(csvHeader().size() - 1);
    expected.append(u"con_1"_s);
    QCOMPARE(csvCells(Samples::connection(row)), expected);
}

void tst_ConnectionCsv::aMissingFlagIsNotFalse()
{
    const qsizetype column = csvHeader().indexOf("is_enabled"_L1);
    QCOMPARE(csvCells({.connectionId = u"x"_s}).at(column), QString());
    QCOMPARE(csvCells({.connectionId = u"x"_s, .isEnabled = false}).at(column), u"false"_s);
}

//! Words for people are for the screen: a strategy keeps its key, an odd sign its place.
void tst_ConnectionCsv::valuesAreTheTenantsOwn()
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

QTEST_APPLESS_MAIN(tst_ConnectionCsv)
#include "tst_connectioncsv.moc"
