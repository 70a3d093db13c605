// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/accessinput.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Which tenant of the settings a start means. Several may be for one domain.
class TestAccessInputProfile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { qunsetenv("AUTH0_DOMAIN"); }
    void profileByPrecedence_data();
    void profileByPrecedence();
    void profileThatIsNoneIsAnError();
};

void TestAccessInputProfile::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    qunsetenv("AUTH0_DOMAIN");
    qunsetenv("AUTH0_API_TOKEN");
}

void TestAccessInputProfile::profileByPrecedence_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("expected"); // an id, which is an organization's here; empty: none
    const QByteArray globex = "globex.auth0.com";
    QTest::newRow("the current one") << QString() << QString() << QByteArray() << u"b"_s;
    QTest::newRow("by option") << QString() << u"globex.auth0.com"_s << QByteArray() << u"g"_s;
    QTest::newRow("by variable") << QString() << QString() << globex << u"g"_s;
    QTest::newRow("the current of a domain")
        << QString() << u"acme.auth0.com"_s << globex << u"b"_s;
    QTest::newRow("by name") << u"third"_s << QString() << globex << u"c"_s;
    QTest::newRow("none") << QString() << u"other.auth0.com"_s << QByteArray() << QString();
}

void TestAccessInputProfile::profileByPrecedence()
{
    QFETCH(QString, named);
    QFETCH(QString, option);
    QFETCH(QByteArray, variable);
    QFETCH(QString, expected);
    const auto profile = [](const QString &id, const QString &name, const QString &domain) {
        return Profile{.id = id, .name = name, .domain = domain, .organizationId = id};
    };
    const QString acme = u"acme.auth0.com"_s;
    CommandLine line{.profile = named};
    if (!option.isEmpty())
        line.domain = *TenantDomain::fromText(option);
    qputenv("AUTH0_DOMAIN", variable);
    const auto input = readAccess(
        line,
        {profile(u"a"_s, u"first"_s, acme), profile(u"b"_s, u"second"_s, acme),
         profile(u"c"_s, u"third"_s, acme), profile(u"g"_s, u"globex"_s, u"globex.auth0.com"_s)},
        u"b"_s);
    QVERIFY(input.has_value());
    QCOMPARE(input->profile ? input->profile->id : QString(), expected);
    QCOMPARE(input->organizationId, expected);
    if (input->profile)
        QCOMPARE(input->access.domain.text(), input->profile->domain);
}

void TestAccessInputProfile::profileThatIsNoneIsAnError()
{
    const auto input = readAccess({.profile = u"acme"_s}, {{.name = u"Acme"_s}}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.contains(u"\"acme\""_s));
}

QTEST_GUILESS_MAIN(TestAccessInputProfile)
#include "tst_accessinputprofile.moc"
