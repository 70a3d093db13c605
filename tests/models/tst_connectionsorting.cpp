// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"

#include "models/connectiontablemodel.h"
#include "support/jsonsamples.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum ConnectionField;

namespace {

//! The ids from top to bottom, joined by commas.
QString ids(const ConnectionFilterModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.index(row, int(ConnectionId)).data().toString());
    return found.join(u',');
}

OrganizationConnection named(const QString &id, const QString &name)
{
    return {.connectionId = id, .name = name};
}

OrganizationConnection withMembers(const QByteArray &id, const QByteArray &members)
{
    return Samples::connection("{\"connection_id\":\"" + id + "\"" + members + '}');
}

} // namespace

//! The order of rows by a column.
class tst_ConnectionSorting final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sortsByMeaning_data();
    void sortsByMeaning();
    void equalRowsKeepTheServersOrder();
    void theThirdClickIsTheServersOrder();
    void sortsAndFindsTogether();

private:
    std::unique_ptr<ConnectionTableModel> m_rows;
    std::unique_ptr<ConnectionFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_ConnectionSorting::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_rows = std::make_unique<ConnectionTableModel>();
    m_model = std::make_unique<ConnectionFilterModel>();
    m_model->setConnections(m_rows.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_ConnectionSorting::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_rows.reset();
}

void tst_ConnectionSorting::sortsByMeaning_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::addColumn<QByteArrayList>("ascending"); // members of rows, least first
    QTest::addColumn<int>("missing"); // how many of them, at the end, have nothing to sort by
    const QByteArray database = R"(,"connection":{"strategy":"auth0"})";
    const QByteArray okta = R"(,"connection":{"strategy":"okta"})";
    QTest::newRow("flag") << IsEnabled
                          << QByteArrayList{R"(,"is_enabled":true)", R"(,"is_enabled":false)", ""}
                          << 1;
    QTest::newRow("membership") << AssignMembershipOnLogin
                                << QByteArrayList{R"(,"assign_membership_on_login":true)",
                                                  R"(,"assign_membership_on_login":false)", ""}
                                << 1;
    QTest::newRow("button") << ShowAsButton
                            << QByteArrayList{okta + R"(,"show_as_button":true)",
                                              okta + R"(,"show_as_button":false)", database, okta}
                            << 1;
    QTest::newRow("sign-up") << IsSignupEnabled
                             << QByteArrayList{database + R"(,"is_signup_enabled":true)",
                                               database + R"(,"is_signup_enabled":false)", okta,
                                               database}
                             << 1;
    QTest::newRow("level") << OrganizationAccessLevel
                           << QByteArrayList{R"(,"organization_access_level":"none")",
                                             R"(,"organization_access_level":"readonly")",
                                             R"(,"organization_access_level":"limited")",
                                             R"(,"organization_access_level":"full")",
                                             R"(,"organization_access_level":"all")",
                                             ""}
                           << 1;
    QTest::newRow("no level, and one without a name")
        << OrganizationAccessLevel
        << QByteArrayList{R"(,"organization_access_level":"full")",
                          R"(,"organization_access_level":"")", ""}
        << 1;
    const auto name = [](const char *text) -> QByteArray {
        return QByteArray(R"(,"connection":{"name":")") + text + "\"}";
    };
    QTest::newRow("name") << Name
                          << QByteArrayList{name("acme"), name("Beta"), name("gamma"), name("Zulu"),
                                            ""}
                          << 1;
    const auto strategy = [](const char *text) -> QByteArray {
        return QByteArray(R"(,"connection":{"strategy":")") + text + "\"}";
    };
    QTest::newRow("strategy, by its name for people")
        << Strategy
        << QByteArrayList{strategy("adfs"), strategy("auth0"), strategy("waad"), strategy("okta"),
                          ""}
        << 1;
    QTest::newRow("id") << ConnectionId << QByteArrayList{"", "", ""} << 0;
}

void tst_ConnectionSorting::sortsByMeaning()
{
    QFETCH(ConnectionField, field);
    QFETCH(QByteArrayList, ascending);
    QFETCH(int, missing);
    QList<int> order;
    for (int i = 0; i < ascending.size(); ++i)
        order.append(i);
    QStringList expected;
    for (const int i : std::as_const(order))
        expected.append(QString::number(i));
    do { // whatever the server's order was
        QList<OrganizationConnection> rows;
        for (const int i : std::as_const(order))
            rows.append(withMembers(QByteArray::number(i), ascending.at(i)));
        m_rows->setConnections(rows);
        m_model->sort(int(field), Qt::AscendingOrder);
        QCOMPARE(ids(*m_model), expected.join(u','));
        m_model->sort(int(field), Qt::DescendingOrder);
        QStringList reversed(expected.crbegin() + missing, expected.crend());
        reversed.append(expected.last(missing)); // they stay where they are
        QCOMPARE(ids(*m_model), reversed.join(u','));
    } while (ascending.size() < 5 && std::next_permutation(order.begin(), order.end()));
}

void tst_ConnectionSorting::equalRowsKeepTheServersOrder()
{
    m_rows->setConnections({named(u"c"_s, u"same"_s), named(u"a"_s, u"SAME"_s),
                            named(u"b"_s, u"Same"_s), named(u"d"_s, u"first"_s)});
    m_model->sort(int(Name));
    QCOMPARE(ids(*m_model), u"d,c,a,b"_s);
}

void tst_ConnectionSorting::theThirdClickIsTheServersOrder()
{
    m_rows->setConnections({named(u"c"_s, u"2"_s), named(u"a"_s, u"3"_s), named(u"b"_s, u"1"_s)});
    m_model->sort(int(Name));
    m_model->sort(int(Name), Qt::DescendingOrder);
    m_model->sort(-1);
    QCOMPARE(ids(*m_model), u"c,a,b"_s);
}

void tst_ConnectionSorting::sortsAndFindsTogether()
{
    m_model->sort(int(Name));
    m_model->setFindText(u"acme"_s);
    m_rows->setConnections({named(u"a"_s, u"Zacme"_s), named(u"b"_s, u"Other"_s),
                            named(u"c"_s, u"acme"_s), named(u"d"_s, u"Macme"_s)});
    QCOMPARE(ids(*m_model), u"c,d,a"_s);
}

QTEST_GUILESS_MAIN(tst_ConnectionSorting)
#include "tst_connectionsorting.moc"
