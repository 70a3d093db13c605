// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/inventoryreport.h"

#include "inventory/inventoryfile.h"
#include "models/findingtext.h"
#include "support/fakeinventorysource.h"
#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"
#include "support/replywait.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestInventoryReport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<InventoryFolder>(); }

    void saysWhatTheInventorySays();
    void saysWhatIsMissing();
    void capsWhatIsLong();
    void ownInventoryIsNotNamed();
    void hostileNamesAreOnlyText();
    void problemLeavesTheFileAsItWas();
    void cancelLeavesNothing();
    void targetThatCannotBeWritten();
    void findingsComeBeforeTheConnections();
    void comparesWithAnOldInventory();
    void takesAComparisonThatWasMade();
    void capsChanges();
    void comparisonThatFails();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString report() const { return QString::fromUtf8(bytesOf(u"out.html"_s)); }
    //! Of a.vestibule to out.html.
    [[nodiscard]] InventoryReport::State run(
        const InventorySourcePtr &source, bool namesFile = true,
        const std::optional<InventoryReport::Comparison> &comparison = {}) const
    {
        InventoryReport report(source,
                               {.inventory = path(u"a.vestibule"_s),
                                .namesFile = namesFile,
                                .path = path(u"out.html"_s),
                                .comparison = comparison});
        report.start();
        if (!report.isRunning()) // never from inside the call
            return InventoryReport::State::Reading;
        (void)QTest::qWaitFor([&] { return !report.isRunning(); }, 20'000);
        return report.state();
    }
    [[nodiscard]] InventorySourcePtr open() const
    {
        return *resultOf(openInventory(path(u"a.vestibule"_s)));
    }
    //! Two organizations have con_s, and each one of its own.
    void addTwo(Samples::InventoryBuilder &builder) const
    {
        const OrganizationConnection shared{.connectionId = u"con_s"_s,
                                            .name = u"shared-okta"_s,
                                            .strategy = u"okta"_s,
                                            .isEnabled = true,
                                            .organizationAccessLevel = u"full"_s};
        OrganizationConnection off = shared;
        off.isEnabled = false;
        const auto first = builder.addOrganization({u"org_1"_s, u"alpha"_s, u"Alpha"_s});
        builder.addLink(first, shared);
        builder.addLink(first, {.connectionId = u"con_1"_s, .name = u"own-1"_s});
        const auto second = builder.addOrganization({u"org_2"_s, u"beta"_s, u"Beta & Co"_s});
        builder.addLink(second, off);
        builder.addLink(second, {.connectionId = u"con_2"_s, .name = u"own-2"_s});
    }

    std::unique_ptr<InventoryFolder> m_folder;
};

void TestInventoryReport::saysWhatTheInventorySays()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        addTwo(builder);
        builder.set(InventoryKeys::Scopes, u"read:organizations read:connections"_s);
        builder.exec(u"INSERT INTO run VALUES (1, '2026-11-29T14:03:00.000Z', "
                     "'2026-11-29T14:27:00.000Z', '2026-11-29T14:27:00.000Z', 'complete', 9, 0)"_s);
        QVERIFY(!builder.finish());
    }
    const QByteArray file = bytesOf(u"a.vestibule"_s);
    QCOMPARE(run(open()), InventoryReport::State::Written);
    const QString html = report();
    for (const QString &expected :
         {u"<h1>Connections of all organizations: acme.eu.auth0.com</h1>"_s,
          u"class=\"verdict complete\""_s, u"<dd>29 November 2026, 14:03 UTC</dd>"_s,
          u"<dd>29 November 2026, 14:27 UTC</dd>"_s, u"<dd>a.vestibule</dd>"_s,
          u"read:organizations read:connections"_s,
          QString::fromLatin1(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()),
          u"<h3>Connections by strategy</h3>"_s, u"<td>shared-okta<"_s, u"con_s"_s,
          u"In: Alpha · Beta &amp; Co (disabled)"_s})
        QVERIFY2(html.contains(expected), qPrintable(expected));
    // Those that most organizations have come first.
    QVERIFY(html.indexOf("shared-okta"_L1) < html.indexOf("own-1"_L1));
    QVERIFY(html.indexOf("own-1"_L1) < html.indexOf("own-2"_L1));
    QVERIFY(!html.contains("could not be read"_L1));
    QCOMPARE(bytesOf(u"a.vestibule"_s), file);
}

void TestInventoryReport::saysWhatIsMissing()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        addTwo(builder);
        builder.addOrganization({u"org_3"_s, u"gamma"_s, {}}, OrganizationState::Failed);
        builder.addOrganization({u"org_4"_s, u"delta"_s, {}}, OrganizationState::Waiting);
        builder.exec(u"UPDATE organization SET error_status = 503, error_text = 'try <later>' "
                     "WHERE id = 'org_3'"_s);
        QVERIFY(!builder.finish());
    }
    QCOMPARE(run(open()), InventoryReport::State::Written);
    const QString html = report();
    QVERIFY(html.contains("class=\"verdict incomplete\">Not complete: "_L1));
    QVERIFY(!html.contains("verdict complete"_L1));
    QVERIFY(html.contains("<h2>Organizations that could not be read</h2>"_L1));
    QVERIFY(html.contains(">gamma<"_L1));
    QVERIFY(html.contains(">503<"_L1));
    QVERIFY(html.contains("try &lt;later&gt;"_L1));
    QVERIFY(!html.contains(">delta<"_L1)); // it waits
    QVERIFY(html.contains("<dd>not known</dd>"_L1)); // the scopes
}

void TestInventoryReport::capsWhatIsLong()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        for (int i = 0; i < 1100; ++i) {
            const auto organization = builder.addOrganization(
                {u"org_%1"_s.arg(i), u"name-%1"_s.arg(i, 4, 10, QLatin1Char('0')), QString()});
            builder.addLink(organization, {.connectionId = u"con_all"_s, .name = u"all"_s});
            builder.addLink(organization,
                            {.connectionId = u"con_%1"_s.arg(i),
                             .name = u"own-%1"_s.arg(i),
                             .isEnabled = false,
                             .assignMembershipOnLogin = true});
        }
        QVERIFY(!builder.finish());
    }
    QCOMPARE(run(open()), InventoryReport::State::Written);
    const QString html = report();
    QVERIFY(html.contains("The 1,000 connections used by the most organizations, of 1,101."_L1));
    const QString connections = html.mid(html.indexOf("Connections and their organizations"_L1));
    QCOMPARE(connections.count("<tbody>"_L1), 1000);
    QVERIFY(connections.contains(u"name-0019 · and 1,080 more"_s));
    QVERIFY(!connections.contains(u"name-0019 · name-0020"_s));
    const QString before = html.left(html.size() - connections.size());
    QVERIFY(before.contains("name-0099<"_L1) && !before.contains("name-0100<"_L1)); // of a rule
    QVERIFY(html.size() < 1'000'000);
}

//! Its file has the name of a hash, and a sweep may change it.
void TestInventoryReport::ownInventoryIsNotNamed()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        addTwo(builder);
        QVERIFY(!builder.finish());
    }
    QCOMPARE(run(open(), false), InventoryReport::State::Written);
    QVERIFY(!report().contains("a.vestibule"_L1));
    QVERIFY(!report().contains("SHA-256"_L1));
}

void TestInventoryReport::hostileNamesAreOnlyText()
{
    const QString hostile = u"<img src=x onerror=alert(1)>\u202e\n"_s;
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s), hostile);
        const auto organization = builder.addOrganization({u"org_1"_s, hostile, hostile});
        builder.addLink(organization,
                        {.connectionId = hostile,
                         .name = hostile,
                         .strategy = hostile,
                         .organizationAccessLevel = hostile});
        QVERIFY(!builder.finish());
    }
    QCOMPARE(run(open()), InventoryReport::State::Written);
    const QString html = report();
    QVERIFY(!html.contains("<img"_L1));
    QVERIFY(!html.contains(u'\u202e'));
    QVERIFY(html.count(u"&lt;img src=x onerror=alert(1)&gt;[U+202E]\u240A"_s) >= 6);
}

void TestInventoryReport::problemLeavesTheFileAsItWas()
{
    QFile before(path(u"out.html"_s));
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();
    const auto source = std::make_shared<FakeInventorySource>();
    source->problem = InventoryProblem{.kind = InventoryProblem::Kind::Damaged};
    QCOMPARE(run(source), InventoryReport::State::Failed);
    QCOMPARE(bytesOf(u"out.html"_s), "before");
}

void TestInventoryReport::cancelLeavesNothing()
{
    const auto source = std::make_shared<FakeInventorySource>();
    source->rows = 3;
    source->answersByItself = false;
    InventoryReport report(source, {.path = path(u"out.html"_s)});
    QSignalSpy changed(&report, &InventoryReport::changed);
    report.start();
    QTRY_COMPARE(source->openViews, 1);
    report.cancel();
    QCOMPARE(report.state(), InventoryReport::State::Cancelled);
    QCOMPARE(changed.size(), 1);
    QTest::qWait(50);
    QCOMPARE(report.state(), InventoryReport::State::Cancelled);
    QCOMPARE(m_folder->isValid() ? QDir(m_folder->path()).entryList(QDir::Files) : QStringList(),
             QStringList());
}

void TestInventoryReport::targetThatCannotBeWritten()
{
    InventoryReport report(std::make_shared<FakeInventorySource>(),
                           {.path = path(u"no/such/folder/out.html"_s)});
    report.start();
    QVERIFY(report.isRunning());
    QTRY_COMPARE(report.state(), InventoryReport::State::Failed);
    QVERIFY(std::holds_alternative<WriteError>(report.outcome()));
}

//! Every rule is named, also the one that has found nothing.
void TestInventoryReport::findingsComeBeforeTheConnections()
{
    ReportContent content{.connections = {{.id = u"con_1"_s}},
                          .failed = {{.organization = {.id = u"org_1"_s}}}};
    const auto titles = [&] {
        QStringList found;
        for (const HtmlReport::Section &section : reportOf(content).sections)
            found.append(section.title);
        return found;
    };
    const QString connections = u"Connections and their organizations"_s;
    const QString failed = u"Organizations that could not be read"_s;
    QCOMPARE(titles(), (QStringList{u"Overview"_s, connections, failed}));
    content.rules = {{.rule = FindingRule::AllHidden},
                     {.rule = FindingRule::SharedMembership, .count = 3, .muted = 1}};
    content.findings = {{},
                        {{.key = {.rule = FindingRule::SharedMembership,
                                  .organizationId = u"org_1"_s,
                                  .connectionId = u"con_1"_s},
                          .organizationName = u"alpha"_s,
                          .connectionName = u"<okta>"_s}}};
    const QString shared = findingTitle(FindingRule::SharedMembership);
    QCOMPARE(titles(), (QStringList{u"Overview"_s, u"Findings"_s, shared, connections, failed}));
    const HtmlReport report = reportOf(content);
    const auto rules = report.sections.at(1).table->rows;
    QCOMPARE(rules.size(), 2);
    QCOMPARE(rules.at(1).cells.at(1).items, QStringList(u"High"_s));
    QCOMPARE(rules.at(1).cells.at(2).items,
             QStringList(findingCountText(FindingRule::SharedMembership, 3)));
    QCOMPARE(rules.at(1).cells.at(3).items, QStringList(u"1"_s));
    const HtmlReport::Section &found = report.sections.at(2);
    QCOMPARE(found.source, QUrl(findingRule(FindingRule::SharedMembership).source));
    QCOMPARE(found.paragraphs.constLast(), u"The first 1 of 3."_s);
    QCOMPARE(found.table->rows.size(), 1);
    const QByteArray html = toHtml(report);
    QVERIFY(html.contains("&lt;okta&gt;") && !html.contains("<okta>"));
}

void TestInventoryReport::comparesWithAnOldInventory()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        addTwo(builder);
        QVERIFY(!builder.finish());
    }
    {
        // Of the first connection, absent, null and false have become values, and others vanish.
        Samples::InventoryBuilder builder(path(u"old.vestibule"_s));
        const auto first = builder.addOrganization({u"org_1"_s, u"alpha"_s, u"Alpha"_s});
        builder.addLink(first,
                        {.connectionId = u"con_s"_s,
                         .name = u"shared-okta"_s,
                         .strategy = u"okta"_s,
                         .isEnabled = false,
                         .json = QByteArray(R"({"organization_access_level":null})")});
        builder.addOrganization({u"org_2"_s, u"beta"_s, u"Beta & Co"_s}, OrganizationState::Failed);
        builder.addOrganization({u"org_9"_s, u"gone-org"_s, {}});
        QVERIFY(!builder.finish());
    }
    const QByteArray old = bytesOf(u"old.vestibule"_s);
    QCOMPARE(run(open(), true, InventoryReport::Comparison{.path = path(u"old.vestibule"_s)}),
             InventoryReport::State::Written);
    const QString html = report();
    for (const QString &expected :
         {u"<h2>Changes</h2>"_s, u"<td>old.vestibule</td><td>a.vestibule</td>"_s,
          QString::fromLatin1(QCryptographicHash::hash(old, QCryptographicHash::Sha256).toHex()),
          u"1 added, 1 removed, 2 value(s) changed, 1 not comparable; "_s,
          u"Not everything could be compared with the old inventory"_s,
          u"<td>Enabled<span class=\"note code\">is_enabled</span></td>"
          "<td>false</td><td>true</td>"_s,
          u"<td><span class=\"note code\">null</span></td><td>&quot;full&quot;</td>"_s,
          u"<td>own-1<span class=\"note code\">con_1</span></td><td>Added</td>"_s,
          u"<td>The organization</td><td>Removed</td>"_s})
        QVERIFY2(html.contains(expected), qPrintable(expected));
    const QString unclear = html.mid(html.indexOf("<h2>What could not be compared</h2>"_L1));
    QVERIFY(unclear.contains("beta<span class=\"note code\">org_2</span>"_L1));
    QVERIFY(unclear.contains("<td>The organization</td><td>Not comparable</td></tr>"_L1));
}

//! As the window does, which shows the same differences.
void TestInventoryReport::takesAComparisonThatWasMade()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        addTwo(builder);
        QVERIFY(!builder.finish());
    }
    auto drift = std::make_shared<Drift>();
    drift->oldInventory.isPopulationFrozen = drift->newInventory.isPopulationFrozen = true;
    drift->oldInventory.began = QDateTime({2026, 2, 1}, {10, 0, 5}, Qt::UTC);
    drift->newInventory.began = QDateTime({2026, 2, 1}, {10, 0, 40}, Qt::UTC);
    drift->oldInventory.ended = QDateTime({2026, 2, 1}, {10, 1}, Qt::UTC);
    drift->newInventory.ended = QDateTime({2026, 2, 1}, {10, 2}, Qt::UTC);
    drift->counts.changed = 2;
    drift->changes = {{.connectionId = u"con_1"_s,
                       .connectionName = u"<own>"_s,
                       .field = u"new_field"_s,
                       .after = {.kind = DriftValue::Kind::Json, .text = u"[1]"_s}},
                      {.organizationId = u"org_1"_s,
                       .organizationName = u"alpha"_s,
                       .field = u"organization_display_name"_s,
                       .before = {.kind = DriftValue::Kind::Text, .text = u"Alpha"_s},
                       .after = {.kind = DriftValue::Kind::Text, .text = u"Alfa"_s}}};
    QCOMPARE(run(open(), true,
                 InventoryReport::Comparison{
                     .path = path(u"old.vestibule"_s), .namesFile = false, .drift = drift}),
             InventoryReport::State::Written);
    const QString html = report();
    QVERIFY(!html.contains("old.vestibule"_L1)); // it is the program's own
    // Seconds where the two would look alike, and only there.
    QVERIFY(html.contains("<td>1 February 2026, 10:00:05 UTC</td>"
                          "<td>1 February 2026, 10:00:40 UTC</td>"_L1));
    QVERIFY(html.contains("<td>1 February 2026, 10:01 UTC</td>"
                          "<td>1 February 2026, 10:02 UTC</td>"_L1));
    QVERIFY(html.contains(">In all organizations</th>"_L1));
    QVERIFY(
        html.contains("<td>Organization<span class=\"note code\">organization_display_name<"_L1));
    QVERIFY(html.contains("<td>&lt;own&gt;<span class=\"note code\">con_1</span></td>"
                          "<td>new_field</td><td><span class=\"note\">not sent</span></td>"
                          "<td>[1]</td>"_L1));
    QVERIFY(!html.contains("could not be compared"_L1));
}

void TestInventoryReport::capsChanges()
{
    auto drift = std::make_shared<Drift>();
    for (int i = 0; i < 3000; ++i) {
        const bool isChange = i % 2 == 1;
        drift->changes.append({.kind = isChange ? DriftKind::Added : DriftKind::NotComparable,
                               .organizationId = u"org_%1"_s.arg(i)});
        ++(isChange ? drift->counts.added : drift->counts.notComparable);
    }
    const HtmlReport report = reportOf({.drift = drift});
    QCOMPARE(report.sections.size(), 4);
    QCOMPARE(report.sections.at(2).table->rows.size(), 1000);
    QCOMPARE(report.sections.at(2).paragraphs,
             QStringList(u"The first 1,000 of 1,500. “vestibule compare” writes all of them."_s));
    QCOMPARE(report.sections.at(3).table->rows.size(), 300);
    QCOMPARE(report.sections.at(3).paragraphs,
             QStringList(u"The first 300 of 1,500. “vestibule compare” writes all of them."_s));
    QVERIFY(toHtml(report).size() < 400'000); // the rest of a report takes a megabyte at most
}

void TestInventoryReport::comparisonThatFails()
{
    {
        Samples::InventoryBuilder builder(path(u"a.vestibule"_s));
        addTwo(builder);
        QVERIFY(!builder.finish());
    }
    QCOMPARE(run(open(), true, InventoryReport::Comparison{.path = path(u"no-such-file"_s)}),
             InventoryReport::State::Failed);
    QVERIFY(!QFile::exists(path(u"out.html"_s)));
}

QTEST_GUILESS_MAIN(TestInventoryReport)
#include "tst_inventoryreport.moc"
