// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectioncopy.h"

#include "core/managementurl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Row = OrganizationConnection;

class TestConnectionCopy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void tsvHasALineForEachRow();
    void tsvCellsHaveNoTabsOrLineBreaks();
    void tsvQuotesOtherSeparators();
    void csvIsQuotedLikeAnExport();
    void jsonKeepsTheRows();
    void markdownEscapesMarkup();
    void curlRequestsTheSamePage();
    void shellReadsTheAddressAsOneWord();
    void auth0CommandHasOnlyThePath();
    void terraformNamesAreValidAndDiffer();
};

namespace {

Row row(const QString &name, const QByteArray &json = R"({"connection_id":"con_1"})")
{
    return {.connectionId = u"con_1"_s, .name = name, .isEnabled = true, .json = json};
}

ListingAddress address(const QString &organization = u"org_1"_s)
{
    return {
        .domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
        .request = {.organizationId = organization, .index = 2, .size = 25, .isEnabled = false}};
}

} // namespace

void TestConnectionCopy::tsvHasALineForEachRow()
{
    const QStringList lines = copyText(CopyFormat::Tsv, {row(u"a"_s), row(u"b"_s)}).split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.at(0).startsWith("connection_name\torganization_connection_name\t"_L1));
    QVERIFY(lines.at(1).startsWith("a\t\t\ttrue\t"_L1));
    QVERIFY(lines.at(2).startsWith("b\t"_L1));
    QVERIFY(lines.at(3).isEmpty());
}

void TestConnectionCopy::tsvCellsHaveNoTabsOrLineBreaks()
{
    const QStringList lines =
        copyText(CopyFormat::Tsv, {row(u"a\tb\r\nc"_s), row(u"=1+1"_s)}).split(u'\n');
    QVERIFY(lines.at(1).startsWith("a b c\t"_L1));
    QCOMPARE(lines.at(1).count(u'\t'), lines.at(0).count(u'\t'));
    QVERIFY(lines.at(2).startsWith("'=1+1\t"_L1));
}

//! A spreadsheet that splits at other separators, too, would begin a cell with the formula.
void TestConnectionCopy::tsvQuotesOtherSeparators()
{
    const QStringList lines =
        copyText(CopyFormat::Tsv, {row(u"a;=1+1"_s), row(u"a,=1+1"_s)}).split(u'\n');
    QVERIFY(lines.at(1).startsWith("\"a;=1+1\"\t"_L1));
    QVERIFY(lines.at(2).startsWith("\"a,=1+1\"\t"_L1));
}

void TestConnectionCopy::csvIsQuotedLikeAnExport()
{
    const QString text = copyText(CopyFormat::Csv, {row(u"a,\"b\""_s)});
    QCOMPARE(text.count("\r\n"_L1), 2);
    QVERIFY(text.contains("\"a,\"\"b\"\"\","_L1));
}

void TestConnectionCopy::jsonKeepsTheRows()
{
    const QByteArray json = R"({"z":1.50,"connection_id":"con_1"})";
    const QString text = copyText(CopyFormat::Json, {row(u"a"_s, json), row(u"b"_s, json)});
    QVERIFY(text.contains("\"z\": 1.50"_L1));
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array.at(1).toObject().value("connection_id"_L1).toString(), u"con_1"_s);
}

void TestConnectionCopy::markdownEscapesMarkup()
{
    const QString text =
        copyText(CopyFormat::Markdown, {row(u"<img src=x>|*b* [l](u)\n`c`\\"_s), row(u"ok"_s)});
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(1).startsWith("| --- | --- |"_L1));
    QVERIFY2(lines.at(2).startsWith("| \\<img src=x\\>\\|\\*b\\* \\[l\\](u) \\`c\\`\\\\ | "_L1),
             qPrintable(lines.at(2)));
    QVERIFY(lines.at(3).startsWith("| ok |"_L1));
}

void TestConnectionCopy::curlRequestsTheSamePage()
{
    const QString url = u"https://acme.eu.auth0.com/api/v2/organizations/org_1/connections"
                        "?page=2&per_page=25&include_totals=true&is_enabled=false"_s;
    QCOMPARE(curlCommand(address()),
             u"curl --fail --header \"Authorization: Bearer $AUTH0_API_TOKEN\" '%1'\n"_s.arg(url));
}

void TestConnectionCopy::shellReadsTheAddressAsOneWord()
{
    const QString command = curlCommand(address(u"o'; echo $HOME `id` \"x"_s));
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"curl() { printf '%s\\n' \"$#\" \"$4\"; }; "_s + command});
    QVERIFY(shell.waitForFinished());
    const QString url =
        connectionsUrl(address().domain, address(u"o'; echo $HOME `id` \"x"_s).request,
                       ConnectionEndpoint::Connections)
            .toString(QUrl::FullyEncoded);
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), u"4\n"_s + url + u'\n');
    QVERIFY(shell.readAllStandardError().isEmpty());
}

void TestConnectionCopy::auth0CommandHasOnlyThePath()
{
    QCOMPARE(auth0Command(address()),
             u"auth0 api get 'organizations/org_1/connections"
             "?page=2&per_page=25&include_totals=true&is_enabled=false'\n"_s);
}

void TestConnectionCopy::terraformNamesAreValidAndDiffer()
{
    const QString text = terraformImport(
        u"org_1"_s, {row(u"acme okta"_s), row(u"acme/okta"_s), row(u"7 \"}${x}"_s)});
    static const QRegularExpression block(
        u"import \\{\n  to = auth0_organization_connection\\.([A-Za-z_][\\w-]*)\n"
        "  id = \"org_1::con_1\"\n\\}\n"_s);
    QStringList names;
    for (auto blocks = block.globalMatch(text); blocks.hasNext();)
        names.append(blocks.next().captured(1));
    QCOMPARE(names, QStringList({u"acme_okta"_s, u"acme_okta_2"_s, u"_7_x_"_s}));
    QVERIFY(QString(text).remove(block).isEmpty());
}

QTEST_APPLESS_MAIN(TestConnectionCopy)
#include "tst_connectioncopy.moc"
