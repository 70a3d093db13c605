// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organization.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum OrganizationIdProblem;

class TestOrganization final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void idIsAccepted_data();
    void idIsAccepted();
    void idIsRefused_data();
    void idIsRefused();
    void idIsTakenFromText_data();
    void idIsTakenFromText();
    void textHasNoId_data();
    void textHasNoId();
    void aLongRunOfSpacesTakesNoTime_data();
    void aLongRunOfSpacesTakesNoTime();
    void pageIsRead_data();
    void pageIsRead();
    void anArrayMayBeCutOff();
    void pageIsRefused_data();
    void pageIsRefused();
};

void TestOrganization::idIsAccepted_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("as they are today") << u"org_9ybsU1dN2dKfDkBi"_s;
    QTest::newRow("one character") << u"x"_s;
    QTest::newRow("50 characters") << QString(50, u'a');
    QTest::newRow("50 characters of two units") << u"😀"_s.repeated(50);
    QTest::newRow("characters of URLs") << u"a/b?c=d&e#f%2e+;:@"_s;
    QTest::newRow("dots and more") << u"..."_s;
    QTest::newRow("another script") << u"組織"_s;
    QTest::newRow("markup") << u"<b>&amp;"_s;
}

void TestOrganization::idIsAccepted()
{
    QFETCH(QString, id);
    QVERIFY(!organizationIdProblem(id));
}

void TestOrganization::idIsRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<OrganizationIdProblem>("problem");
    QTest::newRow("null") << QString() << Empty;
    QTest::newRow("empty") << u""_s << Empty;
    QTest::newRow("51 characters") << QString(51, u'a') << TooLong;
    QTest::newRow("51 characters of two units") << u"😀"_s.repeated(51) << TooLong;
    QTest::newRow("a million") << QString(1'000'000, u'a') << TooLong;
    QTest::newRow("a space") << u" "_s << NotAnId;
    QTest::newRow("space in front") << u" org_1"_s << NotAnId;
    QTest::newRow("space after") << u"org_1 "_s << NotAnId;
    QTest::newRow("space inside") << u"org 1"_s << NotAnId;
    QTest::newRow("no-break space") << u"org\u00A01"_s << NotAnId;
    QTest::newRow("line feed") << u"org_1\n"_s << NotAnId;
    QTest::newRow("line separator") << u"org_1\u2028"_s << NotAnId;
    QTest::newRow("NUL") << QString::fromUtf16(u"org\0", 4) << NotAnId;
    QTest::newRow("escape") << u"\u001b[0m"_s << NotAnId;
    QTest::newRow("delete") << u"org\u007f"_s << NotAnId;
    QTest::newRow("C1 control") << u"org\u0085x"_s << NotAnId;
    QTest::newRow("here") << u"."_s << NotAnId;
    QTest::newRow("above") << u".."_s << NotAnId;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) << NotAnId;
}

void TestOrganization::idIsRefused()
{
    QFETCH(QString, id);
    QFETCH(OrganizationIdProblem, problem);
    const std::optional<OrganizationIdProblem> found = organizationIdProblem(id);
    QVERIFY(found);
    QCOMPARE(int(*found), int(problem));
}

void TestOrganization::idIsTakenFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    const auto add = [](const char *name, const QString &text,
                        const QString &id = u"org_9ybsU1dN"_s) {
        QTest::newRow(name) << text << id;
    };
    add("the id", u"org_9ybsU1dN"_s);
    add("another script", u"組織"_s, u"組織"_s);
    add("characters of URLs", u"a/b?c=d&e#f%2e+;:@"_s, u"a/b?c=d&e#f%2e+;:@"_s);
    add("begins alike", u"org_a-b.c"_s, u"org_a-b.c"_s);
    for (const auto &[name, character] : std::initializer_list<std::pair<const char *, QChar>>{
             {"zero-width space", u'\u200B'},
             {"left-to-right mark", u'\u200E'},
             {"soft hyphen", u'\u00AD'},
             {"byte order mark", u'\uFEFF'},
             {"word joiner", u'\u2060'},
             {"right-to-left override", u'\u202E'},
             {"variation selector", u'\uFE0F'}}) {
        add(name, character + u"org_9y"_s + character + u"bsU1dN"_s + character);
    }
    add("no-break spaces around", u"\u00A0org_9ybsU1dN\u202F"_s);
    add("line breaks around", u"\r\norg_9ybsU1dN\n"_s);
    add("quotes", u"\"org_9ybsU1dN\""_s);
    add("typographic quotes", u"“org_9ybsU1dN”"_s);
    add("backticks and comma", u"`org_9ybsU1dN`,"_s);
    add("half of the quotes", u"'org_9ybsU1dN"_s);
    add("full stop", u"org_9ybsU1dN."_s);
    add("parentheses", u"Acme (org_9ybsU1dN)"_s);
    add("a line of JSON", u"  \"id\": \"org_9ybsU1dN\","_s);
    add("JSON", u"{\"id\":\"org_9ybsU1dN\",\"name\":\"acme\",\"display_name\":\"Acme\"}"_s);
    add("claim of a token", u"\"org_id\": \"org_9ybsU1dN\""_s);
    add("assignment", u"export ORGANIZATION=org_9ybsU1dN"_s);
    add("option", u"--organization org_9ybsU1dN"_s);
    add("option with an equals sign", u"--organization=org_9ybsU1dN"_s);
    add("twice", u"org_9ybsU1dN org_9ybsU1dN"_s);
    add("console",
        u"https://manage.auth0.com/dashboard/eu/acme/organizations/org_9ybsU1dN/overview"_s);
    add("console without scheme",
        u"manage.auth0.com/dashboard/eu/acme/organizations/org_9ybsU1dN"_s);
    add("console with a query and a fragment",
        u"https://manage.auth0.com/dashboard/us/a/organizations/org_9ybsU1dN/members?page=1#x"_s);
    add("console after a hash",
        u"https://manage.auth0.com/#/organizations/org_9ybsU1dN/settings"_s);
    add("console, an id of another kind",
        u"https://manage.auth0.com/dashboard/eu/acme/organizations/x%20y-1/overview"_s.replace(
            "%20"_L1, "%C3%A9"_L1),
        u"xéy-1"_s);
    add("API", u"https://acme.eu.auth0.com/api/v2/organizations/org_9ybsU1dN/connections?page=0"_s);
    add("path of the API", u"/api/v2/organizations/org_9ybsU1dN"_s);
    add("request", u"GET /api/v2/organizations/org_9ybsU1dN/members HTTP/1.1"_s);
    add("link to sign in",
        u"https://acme.eu.auth0.com/authorize?client_id=a&organization=org_9ybsU1dN&scope=b"_s);
    add("invitation",
        u"https://a.example/login?invitation=i&organization=org_9ybsU1dN&organization_name=acme"_s);
}

void TestOrganization::idIsTakenFromText()
{
    QFETCH(QString, text);
    QFETCH(QString, id);
    const auto read = organizationIdFromText(text);
    QVERIFY(read);
    QCOMPARE(*read, id);
    QVERIFY(!organizationIdProblem(*read));
    QCOMPARE(*organizationIdFromText(*read), id);
}

void TestOrganization::textHasNoId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<OrganizationIdProblem>("problem");
    QTest::newRow("empty") << u""_s << Empty;
    QTest::newRow("whitespace") << u" \u00A0\n"_s << Empty;
    QTest::newRow("invisible") << u"\u200B\uFEFF"_s << Empty;
    QTest::newRow("quotes") << u"\"\""_s << Empty;
    QTest::newRow("too long") << QString("org_"_L1 + QString(47, u'x')) << TooLong;
    QTest::newRow("too long in an address")
        << QString("https://manage.auth0.com/organizations/"_L1 + QString(51, u'x')) << TooLong;
    QTest::newRow("words") << u"Acme Corp"_s << NotAnId;
    QTest::newRow("line break inside") << u"org_a\nb"_s << NotAnId;
    QTest::newRow("two") << u"org_a, org_b"_s << NotAnId;
    QTest::newRow("two without a space") << u"org_a,org_b"_s << NotAnId;
    QTest::newRow("list of the console")
        << u"https://manage.auth0.com/dashboard/eu/acme/organizations"_s << NotAnId;
    QTest::newRow("console") << u"manage.auth0.com"_s << NotAnId;
    QTest::newRow("domain") << u"acme.eu.auth0.com"_s << NotAnId;
    QTest::newRow("API, by name") << u"https://acme.eu.auth0.com/api/v2/organizations/name/acme"_s
                                  << NotAnId;
    QTest::newRow("above in an address")
        << u"https://acme.eu.auth0.com/api/v2/organizations/../users"_s << NotAnId;
    QTest::newRow("another address") << u"https://a.example/x"_s << NotAnId;
    QTest::newRow("JSON without an id") << u"{\"name\":\"acme\"}"_s << NotAnId;
    QTest::newRow("a list in JSON") << u"[{\"id\":\"org_a\"},{\"id\":\"org_b\"}]"_s << NotAnId;
    QTest::newRow("control character") << u"org_a\u0007b"_s << NotAnId;
    QTest::newRow("ellipsis") << u"org_9ybs…"_s << NotAnId;
    QTest::newRow("three dots") << u"org_9ybs..."_s << NotAnId;
    QTest::newRow("shortened in the middle") << u"org_9y…kBi"_s << NotAnId;
    QTest::newRow("ellipsis in an address")
        << u"https://acme.eu.auth0.com/api/v2/organizations/org_9ybs…/members"_s << NotAnId;
    for (const char *placeholder :
         {"{id}", ":id", "{{org}}", "$ORG", "${org}", "<id>", "%7Bid%7D", "..."}) {
        const QString text = QString::fromLatin1(placeholder);
        QTest::addRow("path with %s", placeholder)
            << u"/api/v2/organizations/%1/connections"_s.replace("%1"_L1, text) << NotAnId;
        QTest::addRow("path ends with %s", placeholder)
            << QString("organizations/"_L1 + text) << NotAnId;
    }
}

void TestOrganization::textHasNoId()
{
    QFETCH(QString, text);
    QFETCH(OrganizationIdProblem, problem);
    const auto read = organizationIdFromText(text);
    QVERIFY2(!read, read ? qPrintable(*read) : "");
    QCOMPARE(int(read.error()), int(problem));
}

void TestOrganization::aLongRunOfSpacesTakesNoTime_data()
{
    QTest::addColumn<QString>("head");
    for (const char *head : {"org_", "org_a", "organizations/", "?organization=", "a"})
        QTest::newRow(head) << QString::fromLatin1(head);
}

void TestOrganization::aLongRunOfSpacesTakesNoTime()
{
    QFETCH(QString, head);
    QElapsedTimer time;
    time.start();
    const auto id = organizationIdFromText(head + QString(64 * 1024, u' ') + u'!');
    QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
    Q_UNUSED(id)
}

void TestOrganization::pageIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<OrganizationPage>("expected");
    const Organization acme{.id = u"org_1"_s, .name = u"acme"_s, .displayName = u"Acme Öl"_s};
    const Organization bare{.id = u"org_2"_s};
    const QByteArray part = R"({"organizations":[
        {"id":"org_1","name":"acme","display_name":"Acme Öl","metadata":{}},{"id":"org_2"}],
        "next":"abc"})";
    QTest::newRow("a part") << part << OrganizationPage{.items = {acme, bare}, .next = u"abc"_s};
    QTest::newRow("the last part")
        << R"({"organizations":[{"id":"org_2"}]})"_ba << OrganizationPage{.items = {bare}};
    QTest::newRow("none") << R"({"organizations":[],"next":null})"_ba << OrganizationPage{};
    QTest::newRow("a bare array") << R"([{"id":"org_2","name":null}])"_ba
                                  << OrganizationPage{.items = {bare}};
    QTest::newRow("totals, whole") << R"({"organizations":[{"id":"org_2"}],"start":3,"total":4})"_ba
                                   << OrganizationPage{.items = {bare}};
    QTest::newRow("totals, cut off")
        << R"({"organizations":[{"id":"org_2"}],"start":0,"limit":1,"total":4})"_ba
        << OrganizationPage{.items = {bare}, .isCutOff = true};
}

//! The API's default page has 50, so an array with as many may be the first of several.
void TestOrganization::anArrayMayBeCutOff()
{
    for (const int count : {0, 49, 50, 100}) {
        const QByteArray row = R"({"id":"org_1"})";
        const QByteArrayList rows(count, row);
        const auto page = parseOrganizationPage('[' + rows.join(',') + ']');
        QVERIFY(page);
        QCOMPARE(page->items.size(), count);
        QCOMPARE(page->isCutOff, count >= 50);
    }
}

void TestOrganization::pageIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(OrganizationPage, expected);
    const auto page = parseOrganizationPage(body);
    QVERIFY(page);
    QCOMPARE(*page, expected);
}

void TestOrganization::pageIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QString noList = u"the list of organizations is missing"_s;
    const QString noId = u"organization 2 has no ID"_s;
    QTest::newRow("empty") << QByteArray() << u"nothing was sent"_s;
    QTest::newRow("another object") << R"({"connections":[]})"_ba << noList;
    QTest::newRow("no list") << R"({"organizations":{"id":"org_1"}})"_ba << noList;
    QTest::newRow("no id") << R"([{"id":"org_1"},{"name":"acme"}])"_ba << noId;
    QTest::newRow("an empty id") << R"({"organizations":[{"id":"org_1"},{"id":""}]})"_ba << noId;
    QTest::newRow("not even an object") << R"([{"id":"org_1"},"org_2"])"_ba << noId;
}

void TestOrganization::pageIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto page = parseOrganizationPage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ApiError::Kind::BadPayload);
    QCOMPARE(page.error().detail, detail);
}

QTEST_APPLESS_MAIN(TestOrganization)
#include "tst_organization.moc"
