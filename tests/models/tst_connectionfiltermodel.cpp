// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"

#include "models/connectiontablemodel.h"
#include "support/jsonsamples.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

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

class TestConnectionFilterModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anEmptyModelIsQuiet();
    void showsAllRowsInTheServersOrder();
    void findsInEveryColumn_data();
    void findsInEveryColumn();
    void findsWhatIsShown_data();
    void findsWhatIsShown();
    void findsNamesWithInvisibleCharacters_data();
    void findsNamesWithInvisibleCharacters();
    void onlyFieldsThatAreLookedAtMatch();
    void everyRowIsFoundByItsOwnValues();
    void findingLooksAtNewRows();
    void clearingBringsAllBack();
    void theSameTextChangesNothing();
    void everyFieldTextMustMatch();
    void fieldTextsAndFindGoTogether();

    void sortsByMeaning_data();
    void sortsByMeaning();
    void equalRowsKeepTheServersOrder();
    void theThirdClickIsTheServersOrder();
    void strategiesAreSortedByTheWordsOfTheirCells();
    void sortsAndFindsTogether();
    void sortsWithoutCaseInEveryLocale_data();
    void sortsWithoutCaseInEveryLocale();
    void masksChangeNeitherOrderNorMatches();

private:
    std::unique_ptr<ConnectionTableModel> m_rows;
    std::unique_ptr<ConnectionFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestConnectionFilterModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_rows = std::make_unique<ConnectionTableModel>();
    m_model = std::make_unique<ConnectionFilterModel>();
    m_model->setConnections(m_rows.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestConnectionFilterModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_rows.reset();
}

void TestConnectionFilterModel::anEmptyModelIsQuiet()
{
    ConnectionFilterModel model;
    model.setFindText(u"x"_s);
    QCOMPARE(model.rowCount(), 0);
    m_model->setFindText(u"x"_s);
    m_model->sort(0);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestConnectionFilterModel::showsAllRowsInTheServersOrder()
{
    m_rows->setConnections({named(u"c"_s, u"1"_s), named(u"a"_s, u"3"_s), named(u"b"_s, u"2"_s)});
    QCOMPARE(ids(*m_model), u"c,a,b"_s);
    QCOMPARE(m_model->columnCount(), m_rows->columnCount());
}

void TestConnectionFilterModel::findsInEveryColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << u"the-NAME"_s;
    QTest::newRow("own name") << u"Own"_s;
    QTest::newRow("strategy") << u"workFORCE"_s;
    QTest::newRow("enabled") << u"yes"_s;
    QTest::newRow("level") << u"limit"_s;
    QTest::newRow("member level") << u"read-ONLY"_s;
    QTest::newRow("membership") << u"AUTOmatic"_s;
    QTest::newRow("sign-up") << u"N/A"_s;
    QTest::newRow("id") << u"con_"_s;
}

void TestConnectionFilterModel::findsInEveryColumn()
{
    QFETCH(QString, text);
    const OrganizationConnection row =
        withMembers("con_1", R"(,"organization_connection_name":"own","is_enabled":true,
            "organization_access_level":"limited","organization_member_access_level":"readonly","assign_membership_on_login":true,
            "connection":{"name":"The-Name","strategy":"okta"})");
    const OrganizationConnection other{.connectionId = u"x"_s};
    m_rows->setConnections({other, row, other});
    m_model->setFindText(text);
    QCOMPARE(ids(*m_model), u"con_1"_s);
    QCOMPARE(m_model->findText(), text);
}

void TestConnectionFilterModel::findsWhatIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("part of a word") << u"orp"_s << u"a"_s;
    QTest::newRow("spaces count") << u"corp "_s << u""_s;
    QTest::newRow("characters are no patterns") << u".*"_s << u""_s;
    QTest::newRow("bracket") << u"["_s << u"c"_s;
    QTest::newRow("accent in capitals") << u"MÜL"_s << u"b"_s;
    QTest::newRow("another script") << u"文"_s << u"d"_s;
    QTest::newRow("a character that is spelt out") << u"202e"_s << u"c"_s;
    QTest::newRow("not over two columns") << u"corp–"_s << u""_s;
    QTest::newRow("nothing") << u"zebra"_s << u""_s;
}

void TestConnectionFilterModel::findsWhatIsShown()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    m_rows->setConnections({named(u"a"_s, u"Acme Corp"_s), named(u"b"_s, u"Müller"_s),
                            named(u"c"_s, u"x\u202Ey"_s), named(u"d"_s, u"文書"_s)});
    m_model->setFindText(text);
    QCOMPARE(ids(*m_model), expected);
}

void TestConnectionFilterModel::findsNamesWithInvisibleCharacters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("visible");
    QTest::newRow("variation selector") << u"❤\uFE0F Acme"_s << u"❤ acme"_s;
    QTest::newRow("joiner") << u"👩\u200D👧 Acme"_s << u"👩👧"_s;
    QTest::newRow("non-joiner") << u"می\u200Cخواهم"_s << u"میخواهم"_s;
}

void TestConnectionFilterModel::findsNamesWithInvisibleCharacters()
{
    QFETCH(QString, name);
    QFETCH(QString, visible);
    m_rows->setConnections({named(u"con_1"_s, u"beta"_s), named(u"con_2"_s, name)});
    for (const QString &text : {name, visible}) {
        m_model->setFindText(text);
        QCOMPARE(ids(*m_model), u"con_2"_s);
    }
}

void TestConnectionFilterModel::onlyFieldsThatAreLookedAtMatch()
{
    m_rows->setConnections({named(u"acme"_s, u"x"_s), named(u"b"_s, u"Acme"_s)});
    m_model->setFindText(u"acme"_s);
    QCOMPARE(ids(*m_model), u"acme,b"_s);
    m_model->setFindFields({Name, Strategy});
    QCOMPARE(ids(*m_model), u"b"_s);
    m_model->setFindFields({Strategy});
    QCOMPARE(ids(*m_model), u""_s);
    m_model->setFindText({});
    QCOMPARE(ids(*m_model), u"acme,b"_s);
}

void TestConnectionFilterModel::everyRowIsFoundByItsOwnValues()
{
    QList<OrganizationConnection> rows;
    for (const char *strategy : {"auth0", "okta", "", "new-one"}) {
        for (const std::optional<bool> flag :
             {std::optional<bool>(), std::optional(true), std::optional(false)}) {
            for (const char *level : {"none", "full", "beyond"}) {
                rows.append({.connectionId = QString::number(rows.size()),
                             .strategy = QString::fromLatin1(strategy),
                             .isEnabled = flag,
                             .assignMembershipOnLogin = flag,
                             .showAsButton = flag,
                             .isSignupEnabled = flag,
                             .organizationAccessLevel = QString::fromLatin1(level)});
            }
        }
    }
    rows.append({.connectionId = u"bare"_s});
    m_rows->setConnections(rows);
    m_model->setFindFields({Strategy, IsEnabled, OrganizationAccessLevel, ShowAsButton,
                            AssignMembershipOnLogin, IsSignupEnabled});
    for (const QString &text : {u"yes"_s, u"no"_s, u"n/a"_s, u"–"_s, u"Database"_s, u"okta"_s,
                                u"new"_s, u"full"_s, u"beyond"_s}) {
        QStringList expected;
        for (int row = 0; row < m_rows->rowCount(); ++row) {
            QString shown;
            for (int column = int(Strategy); column < int(ConnectionId); ++column)
                shown += m_rows->index(row, column).data().toString() + u'\n';
            if (shown.contains(text, Qt::CaseInsensitive))
                expected.append(rows.at(row).connectionId);
        }
        QVERIFY(!expected.isEmpty() && expected.size() < rows.size());
        m_model->setFindText(text);
        QCOMPARE(ids(*m_model), expected.join(u','));
    }
}

void TestConnectionFilterModel::findingLooksAtNewRows()
{
    m_model->setFindText(u"acme"_s);
    m_rows->setConnections({named(u"a"_s, u"Acme"_s), named(u"b"_s, u"Other"_s)});
    QCOMPARE(ids(*m_model), u"a"_s);
    m_rows->setConnections({named(u"c"_s, u"Other"_s), named(u"d"_s, u"ACME"_s)});
    QCOMPARE(ids(*m_model), u"d"_s);
}

void TestConnectionFilterModel::clearingBringsAllBack()
{
    m_rows->setConnections({named(u"a"_s, u"Acme"_s), named(u"b"_s, u"Other"_s)});
    m_model->setFindText(u"zebra"_s);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setFindText({});
    QCOMPARE(ids(*m_model), u"a,b"_s);
}

void TestConnectionFilterModel::theSameTextChangesNothing()
{
    m_rows->setConnections({named(u"a"_s, u"Acme"_s), named(u"b"_s, u"Other"_s)});
    m_model->setFindText(u"acme"_s);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy arranged(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_model->setFindText(u"acme"_s);
    QCOMPARE(removed.size() + inserted.size() + arranged.size(), 0);
}

void TestConnectionFilterModel::everyFieldTextMustMatch()
{
    m_rows->setConnections({{.connectionId = u"a"_s, .name = u"Acme"_s, .strategy = u"okta"_s},
                            {.connectionId = u"b"_s, .name = u"acme 2"_s, .strategy = u"samlp"_s},
                            {.connectionId = u"c"_s, .name = u"Okta"_s, .strategy = u"okta"_s}});
    QVERIFY(!m_model->isFiltering());
    m_model->setFieldTexts({{Name, u"ACME"_s}});
    QVERIFY(m_model->isFiltering());
    QCOMPARE(ids(*m_model), u"a,b"_s);
    m_model->setFieldTexts({{Name, u"acme"_s}, {Strategy, u"okta"_s}});
    QCOMPARE(ids(*m_model), u"a"_s);
    m_model->setFieldTexts({{Strategy, u"okta"_s}}); // looks at no other field
    QCOMPARE(ids(*m_model), u"a,c"_s);
    m_model->setFieldTexts({{Strategy, QString()}});
    QCOMPARE(ids(*m_model), u"a,b,c"_s);
    QVERIFY(!m_model->isFiltering());
}

void TestConnectionFilterModel::fieldTextsAndFindGoTogether()
{
    m_rows->setConnections({{.connectionId = u"a"_s, .name = u"Acme"_s, .strategy = u"okta"_s},
                            {.connectionId = u"b"_s, .name = u"Acme"_s, .strategy = u"samlp"_s},
                            {.connectionId = u"c"_s, .name = u"Other"_s, .strategy = u"okta"_s}});
    m_model->setFindText(u"acme"_s);
    m_model->setFieldTexts({{Strategy, u"okta"_s}});
    QCOMPARE(ids(*m_model), u"a"_s);
    m_model->setFindFields({Strategy}); // hidden ones are not looked at
    m_model->setFindText(u"okta"_s);
    QCOMPARE(ids(*m_model), u"a,c"_s);
    m_model->setFindText({});
    QVERIFY(m_model->isFiltering());
    QCOMPARE(ids(*m_model), u"a,c"_s);
}

void TestConnectionFilterModel::sortsByMeaning_data()
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
    QTest::newRow("member level")
        << OrganizationMemberAccessLevel
        << QByteArrayList{R"(,"organization_member_access_level":"none")",
                          R"(,"organization_member_access_level":"readonly")",
                          R"(,"organization_member_access_level":"limited")",
                          R"(,"organization_member_access_level":"full")",
                          R"(,"organization_member_access_level":"all")",
                          R"(,"organization_member_access_level":null)"}
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

void TestConnectionFilterModel::sortsByMeaning()
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
    do { // for any order of the server
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

void TestConnectionFilterModel::equalRowsKeepTheServersOrder()
{
    m_rows->setConnections({named(u"c"_s, u"same"_s), named(u"a"_s, u"SAME"_s),
                            named(u"b"_s, u"Same"_s), named(u"d"_s, u"first"_s)});
    m_model->sort(int(Name));
    QCOMPARE(ids(*m_model), u"d,c,a,b"_s);
}

void TestConnectionFilterModel::theThirdClickIsTheServersOrder()
{
    m_rows->setConnections({named(u"c"_s, u"2"_s), named(u"a"_s, u"3"_s), named(u"b"_s, u"1"_s)});
    m_model->sort(int(Name));
    m_model->sort(int(Name), Qt::DescendingOrder);
    m_model->sort(-1);
    QCOMPARE(ids(*m_model), u"c,a,b"_s);
}

//! "Email" is short for "Passwordless email".
void TestConnectionFilterModel::strategiesAreSortedByTheWordsOfTheirCells()
{
    QList<OrganizationConnection> rows;
    for (const QString &strategy : {u"okta"_s, u"email"_s, u"github"_s})
        rows.append({.connectionId = strategy, .strategy = strategy});
    m_rows->setConnections(rows);
    m_model->sort(int(Strategy));
    QCOMPARE(ids(*m_model), u"email,github,okta"_s);
}

void TestConnectionFilterModel::sortsAndFindsTogether()
{
    m_model->sort(int(Name));
    m_model->setFindText(u"acme"_s);
    m_rows->setConnections({named(u"a"_s, u"Zacme"_s), named(u"b"_s, u"Other"_s),
                            named(u"c"_s, u"acme"_s), named(u"d"_s, u"Macme"_s)});
    QCOMPARE(ids(*m_model), u"c,d,a"_s);
}

void TestConnectionFilterModel::sortsWithoutCaseInEveryLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("C") << QLocale::c();
    QTest::newRow("English") << QLocale(QLocale::English);
    QTest::newRow("French") << QLocale(QLocale::French);
}

void TestConnectionFilterModel::sortsWithoutCaseInEveryLocale()
{
    QFETCH(QLocale, locale);
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(locale);
    ConnectionFilterModel model;
    model.setConnections(m_rows.get());
    m_rows->setConnections({named(u"1"_s, u"b"_s), named(u"2"_s, u"A"_s), named(u"3"_s, u"C"_s),
                            named(u"4"_s, u"a"_s), named(u"5"_s, u"B"_s)});
    model.sort(int(Name));
    QCOMPARE(ids(model), u"2,4,1,5,3"_s);
    model.sort(int(Name), Qt::DescendingOrder);
    QCOMPARE(ids(model), u"3,1,5,2,4"_s);
}

void TestConnectionFilterModel::masksChangeNeitherOrderNorMatches()
{
    m_rows->setConnections(
        {named(u"a"_s, u"Zacme"_s), named(u"b"_s, u"Other"_s), named(u"c"_s, u"acme"_s)});
    m_model->sort(int(Name));
    m_model->setFindText(u"acme"_s);
    m_rows->setMasked(true);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->mapToSource(m_model->index(0, 0)).row(), 2);
    QCOMPARE(m_model->mapToSource(m_model->index(1, 0)).row(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionFilterModel)
#include "tst_connectionfiltermodel.moc"
