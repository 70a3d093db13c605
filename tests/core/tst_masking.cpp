// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/masking.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestMasking final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allNamesHaveTheSameMask();
    void idsKeepTheirPrefix();
    void namesHaveTheNumberOfTheirId();
    void aTitleHasItsNumberOnce();
    void numbersAreTheSameInAllThreads();
    void hostsUrlsAndIdsAreMaskedInSentences_data();
    void hostsUrlsAndIdsAreMaskedInSentences();
    void otherWordsOfSentencesStay_data();
    void otherWordsOfSentencesStay();
    void jsonKeepsKeysAndHidesTexts_data();
    void jsonKeepsKeysAndHidesTexts();
    void connectionsKeepAllButNames();
};

void TestMasking::allNamesHaveTheSameMask()
{
    QCOMPARE(maskedName(u"a"_s), u"••••••"_s);
    QCOMPARE(maskedName(u"a"_s.repeated(4000)), u"••••••"_s);
    QCOMPARE(maskedName(QString()), QString());
}

void TestMasking::idsKeepTheirPrefix()
{
    QCOMPARE(maskedId(u"con_ACF7gkvcPd5HbuGO"_s), u"con_••••••"_s);
    QCOMPARE(maskedId(u"org_1"_s), u"org_••••••"_s);
    QCOMPARE(maskedId(u"acme"_s), u"••••••"_s);
    QCOMPARE(maskedId(QString()), QString());
    const Organization acme{.id = u"org_1"_s, .displayName = u"Acme"_s};
    QCOMPARE(masked(acme).id, u"org_••••••"_s);
}

//! In the order in which they are first seen, each kind for itself.
void TestMasking::namesHaveTheNumberOfTheirId()
{
    const QString first = maskedConnectionName(u"acme-okta"_s, u"con_number1"_s);
    QVERIFY2(QRegularExpression(u"^Connection [0-9]+$"_s).match(first).hasMatch(),
             qPrintable(first));
    const int number = first.section(u' ', 1).toInt();
    QCOMPARE(maskedConnectionName(u"acme-saml"_s, u"con_number2"_s),
             u"Connection %1"_s.arg(number + 1));
    QCOMPARE(maskedConnectionName(u"acme-okta"_s, u"con_number1"_s), first);
    QCOMPARE(maskedConnectionName(u"renamed"_s, u"con_number1"_s), first); // the same connection
    const QString organization = maskedOrganizationName(u"Acme"_s, u"con_number1"_s);
    QVERIFY2(organization.startsWith("Organization "_L1), qPrintable(organization));
    QCOMPARE(maskedOrganizationName(u"Other"_s, u"org_number2"_s),
             u"Organization %1"_s.arg(organization.section(u' ', 1).toInt() + 1));
    // Without an id nobody knows which one it is; without a name there is nothing to mask.
    QCOMPARE(maskedConnectionName(u"acme"_s, {}), u"••••••"_s);
    QCOMPARE(maskedConnectionName({}, u"con_number1"_s), QString());
    // A row that is masked already keeps its number.
    QCOMPARE(maskedConnectionName(first, maskedId(u"con_number1"_s)), first);
}

void TestMasking::aTitleHasItsNumberOnce()
{
    const Organization acme{.id = u"org_title"_s, .name = u"acme"_s, .displayName = u"Acme"_s};
    const Organization hidden = masked(acme);
    QCOMPARE(hidden.displayName, maskedOrganizationName(u"Acme"_s, u"org_title"_s));
    QCOMPARE(hidden.name, u"••••••"_s);
    QCOMPARE(masked(hidden), hidden);
    const Organization untitled{.id = u"org_title"_s, .name = u"acme"_s};
    QCOMPARE(masked(untitled).name, hidden.displayName);
    QCOMPARE(masked(untitled).displayName, QString());
}

void TestMasking::numbersAreTheSameInAllThreads()
{
    constexpr int Names = 2000;
    QList<QStringList> seen(4);
    std::vector<std::unique_ptr<QThread>> threads;
    for (QStringList &names : seen) {
        threads.emplace_back(QThread::create([&names] {
            for (int i = 0; i < Names; ++i)
                names.append(maskedConnectionName(u"a"_s, u"con_thread%1"_s.arg(i)));
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    for (const QStringList &names : seen)
        QCOMPARE(names, seen.constFirst());
    QCOMPARE(QSet<QString>(seen.constFirst().begin(), seen.constFirst().end()).size(), Names);
}

void TestMasking::hostsUrlsAndIdsAreMaskedInSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("host") << u"No response from acme.eu.auth0.com. Try again."_s
                          << u"No response from ••••••. Try again."_s;
    QTest::newRow("first word") << u"acme-prod.eu.auth0.com: refused"_s << u"••••••: refused"_s;
    QTest::newRow("capitals") << u"ACME.EU.Auth0.com"_s << u"••••••"_s;
    QTest::newRow("letters of any script") << u"bücher.example, пример.рф"_s << u"••••••, ••••••"_s;
    QTest::newRow("address and port") << u"127.0.0.1:8443 answers."_s << u"•••••• answers."_s;
    QTest::newRow("localhost") << u"localhost:80, [::1]:81"_s << u"••••••, ••••••"_s;
    QTest::newRow("url") << u"Issued by https://acme.eu.auth0.com/."_s << u"Issued by ••••••."_s;
    QTest::newRow("url with a path")
        << u"for “https://a.b/api/v2/?x=acme” only"_s << u"for “••••••” only"_s;
    QTest::newRow("id") << u"(GET /api/v2/organizations/org_a1B2/connections)"_s
                        << u"(GET /api/v2/organizations/org_••••••/connections)"_s;
    QTest::newRow("two") << u"a.b.c, not by d.e.f"_s << u"••••••, not by ••••••"_s;
}

void TestMasking::hostsUrlsAndIdsAreMaskedInSentences()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(maskedText(text), expected);
    QCOMPARE(maskedText(expected), expected);
}

void TestMasking::otherWordsOfSentencesStay_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"The token lacks the scope read:organization_connections.",
          "Page 3 is empty: there are 2 pages.", "Next try in 12 s.", "status 503. Try again...",
          "Le jeton a expiré : il en faut un nouveau.", "organization_connection_name", ""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestMasking::otherWordsOfSentencesStay()
{
    QFETCH(const QString, text);
    QCOMPARE(maskedText(text), text);
}

void TestMasking::jsonKeepsKeysAndHidesTexts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("row") << R"({"connection_id": "con_1", "is_enabled": true,
 "connection":{"name":"acme","strategy":"okta"}, "organization_access_level" : "full",
 "organization_member_access_level":"none", "n": 1.50})"_ba
                         << R"({"connection_id": "••••••", "is_enabled": true,
 "connection":{"name":"••••••","strategy":"okta"}, "organization_access_level" : "full",
 "organization_member_access_level":"none", "n": 1.50})"_ba;
    QTest::newRow("quotes") << R"({"a\"b": "x\" : \"y", "c":null})"_ba
                            << R"({"a\"b": "••••••", "c":null})"_ba;
    QTest::newRow("backslash at the end") << R"({"a":"x\\","b":"y"})"_ba
                                          << R"({"a":"••••••","b":"••••••"})"_ba;
    QTest::newRow("list") << R"({"a":["x", {"b":"y"}, ""]})"_ba
                          << R"({"a":["••••••", {"b":"••••••"}, ""]})"_ba;
    QTest::newRow("words of the catalogue elsewhere")
        << R"({"strategy":["acme"],"a":"b","strategy":"okta"})"_ba
        << R"({"strategy":["••••••"],"a":"••••••","strategy":"okta"})"_ba;
    QTest::newRow("whitespace before the colon") << "{\"a\" \n:\"x\"}"_ba
                                                 << "{\"a\" \n:\"••••••\"}"_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
}

void TestMasking::jsonKeepsKeysAndHidesTexts()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, expected);
    QCOMPARE(maskedJson(json), expected);
    QVERIFY(json.isEmpty() || !QJsonDocument::fromJson(expected).isNull());
}

void TestMasking::connectionsKeepAllButNames()
{
    const OrganizationConnection connection{.connectionId = u"con_1"_s,
                                            .name = u"acme-okta"_s,
                                            .strategy = u"okta"_s,
                                            .isEnabled = true,
                                            .organizationAccessLevel = u"full"_s,
                                            .organizationMemberAccessLevel = u"none"_s,
                                            .json = R"({"connection_id":"con_1"})"_ba};
    OrganizationConnection expected = connection;
    expected.connectionId = u"con_••••••"_s;
    expected.name = maskedConnectionName(u"a"_s, connection.connectionId);
    expected.json = R"({"connection_id":"••••••"})"_ba;
    QCOMPARE(masked(connection), expected);
    QVERIFY(!masked(connection).organizationConnectionName); // an absent value stays absent
}

QTEST_APPLESS_MAIN(TestMasking)
#include "tst_masking.moc"
