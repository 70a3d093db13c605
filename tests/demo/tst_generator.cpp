// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/generator.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestGenerator final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsLookLikeIdsAndStayTheSame();
    void namesAndIdsAreUniqueAndValid();
    void shortListIsTheBeginningOfALongOne();
    void flagsObeyTheRulesOfTheApi();
    void aFifthIsDisabled();
    void someHaveALevelForMembers();
    void sortsWithoutRegardToCase();
};

void TestGenerator::idsLookLikeIdsAndStayTheSame()
{
    const QString id = Demo::makeId(u"con_"_s, u"northwind-okta"_s);
    static const QRegularExpression pattern(u"^con_[a-zA-Z0-9]{16}$"_s);
    QVERIFY(pattern.match(id).hasMatch());
    QCOMPARE(Demo::makeId(u"con_"_s, u"northwind-okta"_s), id);
    QVERIFY(Demo::makeId(u"con_"_s, u"northwind-oktb"_s) != id);
    // Bookmarks and documentation name this id, so it must not change by accident.
    QCOMPARE(Demo::makeId(u"org_"_s, u"acme-corp"_s), u"org_tND54yIDkRM8yuSM"_s);
}

void TestGenerator::namesAndIdsAreUniqueAndValid()
{
    static const QRegularExpression valid(u"^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$"_s);
    QSet<QString> names;
    QSet<QString> ids;
    for (const Demo::Connection &connection : Demo::generateConnections(u"seed"_s, 5000)) {
        QVERIFY2(valid.match(connection.name).hasMatch(), qUtf8Printable(connection.name));
        names.insert(connection.name);
        ids.insert(connection.id);
    }
    QCOMPARE(names.size(), 5000);
    QCOMPARE(ids.size(), 5000);
}

void TestGenerator::shortListIsTheBeginningOfALongOne()
{
    QCOMPARE(Demo::generateConnections(u"seed"_s, 300).first(20),
             Demo::generateConnections(u"seed"_s, 20));
    QVERIFY(Demo::generateConnections(u"seed"_s, 0).isEmpty());
}

void TestGenerator::flagsObeyTheRulesOfTheApi()
{
    for (const Demo::Connection &connection : Demo::generateConnections(u"seed"_s, 2000)) {
        if (connection.signupEnabled) {
            QCOMPARE(connection.strategy, u"auth0"_s);
            QVERIFY(connection.assignMembershipOnLogin);
        }
        if (connection.accessLevel != "none"_L1) {
            QVERIFY(connection.organizationConnectionName);
        }
        if (connection.organizationConnectionName) {
            QVERIFY(connection.organizationConnectionName->size() <= 50);
        }
    }
}

void TestGenerator::aFifthIsDisabled()
{
    const QList<Demo::Connection> connections = Demo::generateConnections(u"seed"_s, 2000);
    const auto disabled = std::count_if(connections.begin(), connections.end(),
                                        [](const Demo::Connection &each) { return !each.enabled; });
    QVERIFY2(disabled > 340 && disabled < 460, qPrintable(QString::number(disabled)));
}

void TestGenerator::someHaveALevelForMembers()
{
    const QList<Demo::Connection> connections = Demo::generateConnections(u"seed"_s, 2000);
    const auto count =
        std::count_if(connections.begin(), connections.end(), [](const Demo::Connection &each) {
            return each.memberAccessLevel.has_value();
        });
    QVERIFY2(count > 720 && count < 880, qPrintable(QString::number(count)));
    QSet<QString> levels;
    for (const Demo::Connection &connection : connections)
        levels.insert(connection.memberAccessLevel.value_or(u"none"_s));
    QCOMPARE(levels, QSet<QString>({u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s}));
}

void TestGenerator::sortsWithoutRegardToCase()
{
    QList<Demo::Connection> connections;
    for (const QString &id : {u"con_PmFe"_s, u"con_kRa8"_s, u"con_7sQp"_s, u"con_SFyZ"_s}) {
        Demo::Connection connection;
        connection.id = id;
        connections.append(connection);
    }
    Demo::sortConnections(connections);
    QStringList ids;
    for (const Demo::Connection &connection : std::as_const(connections)) {
        ids.append(connection.id);
    }
    QCOMPARE(ids, QStringList({u"con_7sQp"_s, u"con_kRa8"_s, u"con_PmFe"_s, u"con_SFyZ"_s}));
}

QTEST_APPLESS_MAIN(TestGenerator)
#include "tst_generator.moc"
