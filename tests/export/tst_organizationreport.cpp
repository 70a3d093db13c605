// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/organizationreport.h"

#include "inventory/inventoryfile.h"
#include "models/findingtext.h"
#include "support/fakesource.h"
#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"
#include "support/replywait.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestOrganizationReport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<InventoryFolder>(); }

    void ofAnInventory_data();
    void ofAnInventory();
    void unknownOrganization_data();
    void unknownOrganization();
    void mutedFindingsAreOnlyCounted();
    void organizationThatWasNotRead_data();
    void organizationThatWasNotRead();
    void ofASavedView_data();
    void ofASavedView();
    void ofAListing();
    void failureLeavesTheFileAsItWas();
    void cancelLeavesNothing();
    void promptIsDrawn();
    void hostileNamesAreOnlyText();
    void manyRowsAreCapped();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString html() const { return QString::fromUtf8(bytesOf(u"out.html"_s)); }
    //! To out.html.
    [[nodiscard]] std::unique_ptr<OrganizationReport> run(const OrganizationReport::Origin &origin,
                                                          const QString &file = {}) const
    {
        auto report = std::make_unique<OrganizationReport>(OrganizationReport::Request{
            .origin = origin, .file = file, .path = path(u"out.html"_s)});
        report->start();
        if (report->isRunning()) // never ended from inside the call
            (void)QTest::qWaitFor([&] { return !report->isRunning(); }, 20'000);
        return report;
    }
    [[nodiscard]] std::unique_ptr<OrganizationReport> runInventory(
        const QString &organization) const
    {
        return run(OrganizationReport::InInventory{.source = *resultOf(
                                                       openInventory(path(u"a.vestibule"_s))),
                                                   .organization = organization},
                   path(u"a.vestibule"_s));
    }
    //! Two organizations share con_s. The first one has a database as well, which is disabled.
    void build(const QStringList &statements = {}) const
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        const OrganizationConnection shared{.connectionId = u"con_s"_s,
                                            .name = u"shared-okta"_s,
                                            .strategy = u"okta"_s,
                                            .isEnabled = true,
                                            .assignMembershipOnLogin = true};
        const auto first = builder.addOrganization({u"org_1"_s, u"alpha"_s, u"Alpha"_s});
        builder.addLink(first, shared);
        builder.addLink(first,
                        {.connectionId = u"con_d"_s,
                         .name = u"people"_s,
                         .strategy = u"auth0"_s,
                         .isEnabled = false,
                         .isSignupEnabled = true});
        builder.addLink(builder.addOrganization({u"org_2"_s, u"beta"_s, u"Beta"_s}), shared);
        for (const QString &statement : statements)
            builder.exec(statement);
        QVERIFY(!builder.finish());
    }
    [[nodiscard]] static SavedViewPtr view(
        ExportExtent extent, std::optional<bool> isEnabled = {},
        ConnectionEndpoint endpoint = ConnectionEndpoint::Connections)
    {
        SavedView made{.provenance = {.tenantDomain = u"acme.eu.auth0.com"_s,
                                      .organizationId = u"org_1"_s,
                                      .organizationName = u"Alpha"_s,
                                      .endpoint = endpoint,
                                      .isEnabled = isEnabled,
                                      .extent = extent},
                       .count = {.rows = 2, .total = 7},
                       .connections = {fakeRow(1), fakeRow(2)}};
        return std::make_shared<const SavedView>(made);
    }

    std::unique_ptr<InventoryFolder> m_folder;
};

void TestOrganizationReport::ofAnInventory_data()
{
    QTest::addColumn<QString>("organization");
    QTest::newRow("name") << u"alpha"_s;
    QTest::newRow("id") << u"org_1"_s;
}

void TestOrganizationReport::ofAnInventory()
{
    QFETCH(QString, organization);
    build();
    const auto report = runInventory(organization);
    QCOMPARE(report->state(), OrganizationReport::State::Written);
    QVERIFY(report->content().isWhole());
    QCOMPARE(organizationMissingText(report->content()), QString());
    const QString text = html();
    const QByteArray file = bytesOf(u"a.vestibule"_s);
    for (const QString &expected :
         {u"<h1>Connections of one organization: Alpha</h1>"_s, u"class=\"verdict complete\""_s,
          u"<dd>acme.eu.auth0.com</dd>"_s, u"<dd>29 November 2026, 14:03 UTC</dd>"_s,
          u"<dd class=\"code\">GET /api/v2/organizations/{id}/connections</dd>"_s,
          u"<dd>a.vestibule</dd>"_s,
          QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()),
          u"<dt>Enabled</dt>\n<dd>No (1), Yes (1)</dd>"_s,
          u"<h2>%1</h2>"_s.arg(findingTitle(FindingRule::SharedMembership)),
          u"<h2>%1</h2>"_s.arg(findingTitle(FindingRule::DormantFlags)),
          u"<td>people<span class=\"note code\">con_d</span></td>"_s,
          u"<td><span class=\"note\">not sent</span></td>"_s,
          u"<td><span class=\"note\">n/a</span></td>"_s})
        QVERIFY2(text.contains(expected), qPrintable(expected));
    QVERIFY(!text.contains("Beta"_L1) && !text.contains("org_2"_L1));
    QVERIFY(!text.contains(u"<h2>"_s + findingTitle(FindingRule::NoneEnabled) + u"</h2>"_s));
}

void TestOrganizationReport::unknownOrganization_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<bool>("hasTwins");
    QTest::newRow("unknown") << u"gamma"_s << false;
    QTest::newRow("part of a name") << u"alph"_s << false;
    QTest::newRow("two with this name") << u"alpha"_s << true;
}

void TestOrganizationReport::unknownOrganization()
{
    QFETCH(QString, organization);
    QFETCH(bool, hasTwins);
    build(hasTwins ? QStringList(u"UPDATE organization SET name = 'alpha'"_s) : QStringList());
    const auto report = runInventory(organization);
    QCOMPARE(report->state(), OrganizationReport::State::Failed);
    QVERIFY(std::holds_alternative<OrganizationReport::UnknownOrganization>(report->outcome()));
    QVERIFY(!QFile::exists(path(u"out.html"_s)));
}

void TestOrganizationReport::mutedFindingsAreOnlyCounted()
{
    build({u"INSERT INTO mute VALUES ('shared-membership', '', 'con_s', 'known', 'me', "
           "'2026-11-29T14:03:00.000Z')"_s});
    const auto report = runInventory(u"org_1"_s);
    QCOMPARE(report->state(), OrganizationReport::State::Written);
    QCOMPARE(report->content().rules.constFirst(),
             (FindingCount{.rule = FindingRule::SharedMembership, .muted = 1}));
    QVERIFY(!html().contains(u"<h2>"_s + findingTitle(FindingRule::SharedMembership)));
}

void TestOrganizationReport::organizationThatWasNotRead_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("expected");
    QTest::newRow("failed") << u"failed"_s << u"could not be read: try &lt;later&gt;"_s;
    QTest::newRow("waiting") << u"waiting"_s << u"was not read yet"_s;
    QTest::newRow("gone") << u"gone"_s << u"but it no longer existed"_s;
}

//! Nothing is said of connections that nobody has read.
void TestOrganizationReport::organizationThatWasNotRead()
{
    QFETCH(QString, state);
    QFETCH(QString, expected);
    build({u"DELETE FROM link WHERE org = 2"_s,
           u"UPDATE organization SET state = '%1', error_status = 503, error_text = 'try <later>' "
           "WHERE ord = 2"_s.arg(state)});
    const auto report = runInventory(u"beta"_s);
    QCOMPARE(report->state(), OrganizationReport::State::Written);
    QVERIFY(!report->content().isWhole());
    QVERIFY(!organizationMissingText(report->content()).isEmpty());
    QVERIFY2(html().contains(expected), qPrintable(html()));
    QVERIFY(html().contains("class=\"verdict incomplete\""_L1));
    QVERIFY(!html().contains("<figure"_L1) && !html().contains("<table"_L1));
}

void TestOrganizationReport::ofASavedView_data()
{
    QTest::addColumn<SavedViewPtr>("view");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << view(ExportExtent::AllPages) << true << u"Complete: all 2 "_s;
    QTest::newRow("page") << view(ExportExtent::OnePage) << false
                          << u"part of the list, 2 of 7 connections"_s;
    QTest::newRow("selection") << view(ExportExtent::SelectedRows) << false
                               << u"part of the list, 2 of 7 connections"_s;
    QTest::newRow("enabled") << view(ExportExtent::AllPages, true) << false
                             << u"the 2 enabled connection"_s;
    QTest::newRow("disabled") << view(ExportExtent::AllPages, false) << false
                              << u"the 2 disabled connection"_s;
    constexpr auto OlderList = ConnectionEndpoint::EnabledConnections;
    QTest::newRow("older list") << view(ExportExtent::AllPages, {}, OlderList) << true
                                << u"of the organization in the older list."_s;
    // The program writes no such view; somebody may have filtered its rows.
    QTest::newRow("older list, filtered")
        << view(ExportExtent::AllPages, true, OlderList) << false << u"the 2 enabled connection"_s;
}

void TestOrganizationReport::ofASavedView()
{
    QFETCH(SavedViewPtr, view);
    QFETCH(bool, isWhole);
    QFETCH(QString, expected);
    QFile file(path(u"view.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    file.close();
    const auto report = run(view, path(u"view.json"_s));
    QCOMPARE(report->state(), OrganizationReport::State::Written);
    QCOMPARE(report->content().isWhole(), isWhole);
    QVERIFY2(html().contains(expected), qPrintable(organizationCoverageText(report->content())));
    QCOMPARE(html().contains("verdict complete"_L1), isWhole);
    QVERIFY(html().contains(
        QString::fromLatin1(QCryptographicHash::hash("{}", QCryptographicHash::Sha256).toHex())));
    QVERIFY(html().contains("not checked"_L1)); // what other organizations decide
    QVERIFY(html().contains("It does not cover other organizations"_L1));
}

//! All pages are read, and the filter of the window does not matter.
void TestOrganizationReport::ofAListing()
{
    const auto source = std::make_shared<FakeSource>();
    source->serve(150);
    const auto report =
        run(OrganizationReport::Listing{.source = source,
                                        .tenant = u"demo"_s,
                                        .organization = {u"org_1"_s, u"alpha"_s, u"Alpha"_s}});
    QCOMPARE(report->state(), OrganizationReport::State::Written);
    QCOMPARE(source->indexes(), (QList<int>{0, 1}));
    QCOMPARE(source->requests().constFirst(),
             (PageRequest{.organizationId = u"org_1"_s, .size = 100}));
    QVERIFY(report->content().isWhole());
    QVERIFY(html().contains("<dd>Demo tenant</dd>"_L1));
    QVERIFY(html().contains("Complete: all 150 "_L1));
    QVERIFY(html().contains(fakeId(149)));
    QVERIFY(!html().contains("SHA-256"_L1));
}

void TestOrganizationReport::failureLeavesTheFileAsItWas()
{
    QFile before(path(u"out.html"_s));
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();
    const auto source = std::make_shared<FakeSource>();
    source->answerAll([](const PageRequest &) {
        return FakeSource::Answer(ApiError{.kind = ApiError::Kind::Forbidden});
    });
    const auto report = run(OrganizationReport::Listing{.source = source});
    QCOMPARE(report->state(), OrganizationReport::State::Failed);
    QVERIFY(std::holds_alternative<ApiError>(report->outcome()));
    QCOMPARE(bytesOf(u"out.html"_s), "before");
}

void TestOrganizationReport::cancelLeavesNothing()
{
    const auto source = std::make_shared<FakeSource>();
    OrganizationReport report(
        {.origin = OrganizationReport::Listing{.source = source}, .path = path(u"out.html"_s)});
    report.start();
    QTRY_COMPARE(source->pending(), 1);
    report.cancel();
    QCOMPARE(report.state(), OrganizationReport::State::Cancelled);
    QCOMPARE(source->cancelled(), 1);
    QVERIFY(!QFile::exists(path(u"out.html"_s)));
}

//! Each part says from which connection and which fields it comes; nothing is a real control.
void TestOrganizationReport::promptIsDrawn()
{
    OrganizationReportContent content{.organization = {.id = u"org_1"_s},
                                      .rows = {.isWhole = true}};
    content.rows.connections = {
        {.connectionId = u"con_d"_s,
         .name = u"people"_s,
         .strategy = u"auth0"_s,
         .isEnabled = true,
         .assignMembershipOnLogin = true,
         .isSignupEnabled = true},
        {.connectionId = u"con_o"_s, .name = u"work"_s, .strategy = u"okta"_s, .isEnabled = true},
        {.connectionId = u"con_h"_s,
         .name = u"partners"_s,
         .strategy = u"samlp"_s,
         .isEnabled = true,
         .showAsButton = false},
        {.connectionId = u"con_x"_s,
         .name = u"former"_s,
         .strategy = u"github"_s,
         .isEnabled = false}};
    const HtmlReport report = organizationReportOf(content);
    QCOMPARE(report.sections.at(1).title, u"Login prompt"_s);
    const HtmlReport::Drawing drawing = report.sections.at(1).drawing.value();
    QVERIFY(drawing.caption.contains("You cannot sign in here"_L1));
    QCOMPARE(drawing.heading, u"Log in to org_1"_s);
    QCOMPARE(drawing.parts.size(), 2);
    const HtmlReport::Drawing::Part form = drawing.parts.at(0);
    QCOMPARE(form.fields, (QStringList{u"E-mail address"_s, u"Password"_s}));
    QCOMPARE(form.button, u"Continue"_s);
    QCOMPARE(form.text, u"No account yet? Sign up"_s);
    QCOMPARE(form.source.join(u" · "_s),
             u"people · Strategy: Database · Enabled: Yes · Membership On Authentication: "
             "Automatic · Organization Signup: Yes"_s);
    const HtmlReport::Drawing::Part button = drawing.parts.at(1);
    QCOMPARE(button.between, u"or"_s);
    QCOMPARE(button.button, u"Continue with work"_s);
    QVERIFY(button.isUncertain && !button.note.isEmpty());
    QCOMPARE(drawing.lists.size(), 3);
    QCOMPARE(drawing.lists.at(0).parts.constFirst().text, u"partners"_s);
    QCOMPARE(drawing.lists.at(1).parts.constFirst().text, u"former"_s);
    QVERIFY(drawing.lists.at(2).parts.size() >= 3); // what it does not know
    const QByteArray html = toHtml(report);
    for (const char *control : {"<form", "<input", "<button", "<a href"})
        QVERIFY2(!html.contains(control), control);
}

void TestOrganizationReport::hostileNamesAreOnlyText()
{
    const QString hostile = u"<img src=x onerror=alert(1)>\u202e\n"_s;
    OrganizationConnection row{.connectionId = hostile,
                               .organizationConnectionName = hostile,
                               .name = hostile,
                               .strategy = hostile,
                               .isEnabled = true,
                               .organizationAccessLevel = hostile};
    row.json = QByteArray(R"({"<b>":"<i>\u202e"})");
    const OrganizationReportContent content{.tenant = hostile,
                                            .organization = {hostile, hostile, hostile},
                                            .rows = {.connections = {row}, .isWhole = true},
                                            .errorText = hostile,
                                            .fileName = hostile};
    const QString html = QString::fromUtf8(toHtml(organizationReportOf(content)));
    for (const char *raw : {"<img", "<b>", "<i>"})
        QVERIFY2(!html.contains(QLatin1StringView(raw)), raw);
    QVERIFY(!html.contains(u'\u202e'));
    QVERIFY(html.count(u"&lt;img src=x onerror=alert(1)&gt;[U+202E]\u240A"_s) >= 10);
}

//! The numbers are those of all.
void TestOrganizationReport::manyRowsAreCapped()
{
    OrganizationReportContent content{.rows = {.isWhole = true}};
    for (int i = 0; i < 5000; ++i)
        content.rows.connections.append(fakeRow(i));
    const HtmlReport report = organizationReportOf(content);
    QCOMPARE(report.sections.constFirst().facts.constFirst().value,
             u"5,000 (an organization can have 10)"_s);
    QCOMPARE(report.sections.constLast().table->rows.size(), 200);
    QCOMPARE(report.sections.constLast().paragraphs, QStringList(u"The first 200 of 5,000."_s));
    QVERIFY(report.sections.at(1).drawing->caption.contains("part of the list"_L1));
    QVERIFY(toHtml(report).size() < 500'000);
}

Q_DECLARE_METATYPE(SavedViewPtr)

QTEST_GUILESS_MAIN(TestOrganizationReport)
#include "tst_organizationreport.moc"
