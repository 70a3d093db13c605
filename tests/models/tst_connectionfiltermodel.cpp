// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"

#include "models/connectiontablemodel.h"
#include "support/jsonsamples.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

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

class tst_ConnectionFilterModel final : public QObject {
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
    void onlyFieldsThatAreLookedAtMatch();
    void everyRowIsFoundByItsOwnValues();
    void findingLooksAtNewRows();
    void clearingBringsAllBack();
    void theSameTextChangesNothing();

private:
    std::unique_ptr<ConnectionTableModel> m_rows;
    std::unique_ptr<ConnectionFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_ConnectionFilterModel::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_rows = std::make_unique<ConnectionTableModel>();
    m_model = std::make_unique<ConnectionFilterModel>();
    m_model->setConnections(m_rows.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_ConnectionFilterModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_rows.reset();
}

void tst_ConnectionFilterModel::anEmptyModelIsQuiet()
{
    ConnectionFilterModel model;
    model.setFindText(u"x"_s);
    QCOMPARE(model.rowCount(), 0);
    m_model->setFindText(u"x"_s);
    m_model->sort(0);
    QCOMPARE(m_model->rowCount(), 0);
}

void tst_ConnectionFilterModel::showsAllRowsInTheServersOrder()
{
    m_rows->setConnections({named(u"c"_s, u"1"_s), named(u"a"_s, u"3"_s), named(u"b"_s, u"2"_s)});
    QCOMPARE(ids(*m_model), u"c,a,b"_s);
    QCOMPARE(m_model->columnCount(), m_rows->columnCount());
}

void tst_ConnectionFilterModel::findsInEveryColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << u"the-NAME"_s;
    QTest::newRow("own name") << u"Own"_s;
    QTest::newRow("strategy") << u"workFORCE"_s;
    QTest::newRow("enabled") << u"yes"_s;
    QTest::newRow("level") << u"limit"_s;
    QTest::newRow("membership") << u"AUTOmatic"_s;
    QTest::newRow("sign-up") << u"N/A"_s;
    QTest::newRow("id") << u"con_"_s;
}

void tst_ConnectionFilterModel::findsInEveryColumn()
{
    QFETCH(QString, text);
    const OrganizationConnection row =
        withMembers("con_1", R"(,"organization_connection_name":"own","is_enabled":true,
            "organization_access_level":"limited","assign_membership_on_login":true,
            "connection":{"name":"The-Name","strategy":"okta"})");
    const OrganizationConnection other{.connectionId = u"x"_s};
    m_rows->setConnections({other, row, other});
    m_model->setFindText(text);
    QCOMPARE(ids(*m_model), u"con_1"_s);
    QCOMPARE(m_model->findText(), text);
}

void tst_ConnectionFilterModel::findsWhatIsShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("part of a word") << u"orp"_s << u"a"_s;
    QTest::newRow("blanks count") << u"corp "_s << u""_s;
    QTest::newRow("signs are no patterns") << u".*"_s << u""_s;
    QTest::newRow("bracket") << u"["_s << u"c"_s;
    QTest::newRow("accent in capitals") << u"MÜL"_s << u"b"_s;
    QTest::newRow("another script") << u"文"_s << u"d"_s;
    QTest::newRow("a sign that is spelt out") << u"202e"_s << u"c"_s;
    QTest::newRow("not over two columns") << u"corp–"_s << u""_s;
    QTest::newRow("nothing") << u"zebra"_s << u""_s;
}

void tst_ConnectionFilterModel::findsWhatIsShown()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    m_rows->setConnections({named(u"a"_s, u"Acme Corp"_s), named(u"b"_s, u"Müller"_s),
                            named(u"c"_s, u"x\u202Ey"_s), named(u"d"_s, u"文書"_s)});
    m_model->setFindText(text);
    QCOMPARE(ids(*m_model), expected);
}

void tst_ConnectionFilterModel::onlyFieldsThatAreLookedAtMatch()
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

//! What is remembered of one strategy or level is not taken for that of another.
void tst_ConnectionFilterModel::everyRowIsFoundByItsOwnValues()
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

void tst_ConnectionFilterModel::findingLooksAtNewRows()
{
    m_model->setFindText(u"acme"_s);
    m_rows->setConnections({named(u"a"_s, u"Acme"_s), named(u"b"_s, u"Other"_s)});
    QCOMPARE(ids(*m_model), u"a"_s);
    m_rows->setConnections({named(u"c"_s, u"Other"_s), named(u"d"_s, u"ACME"_s)});
    QCOMPARE(ids(*m_model), u"d"_s);
}

void tst_ConnectionFilterModel::clearingBringsAllBack()
{
    m_rows->setConnections({named(u"a"_s, u"Acme"_s), named(u"b"_s, u"Other"_s)});
    m_model->setFindText(u"zebra"_s);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setFindText({});
    QCOMPARE(ids(*m_model), u"a,b"_s);
}

void tst_ConnectionFilterModel::theSameTextChangesNothing()
{
    m_rows->setConnections({named(u"a"_s, u"Acme"_s), named(u"b"_s, u"Other"_s)});
    m_model->setFindText(u"acme"_s);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy arranged(m_model.get(), &QAbstractItemModel::layoutChanged);
    m_model->setFindText(u"acme"_s);
    QCOMPARE(removed.size() + inserted.size() + arranged.size(), 0);
}

QTEST_GUILESS_MAIN(tst_ConnectionFilterModel)
#include "tst_connectionfiltermodel.moc"
