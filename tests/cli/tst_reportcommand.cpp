// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/reportcommand.h"

#include "formats/connectionencoder.h"
#include "support/fakesource.h"
#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestReportCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<InventoryFolder>(); }

    void completeInventory();
    void incompleteInventoryIsReportedAllTheSame();
    void badFiles_data();
    void badFiles();
    void comparison_data();
    void comparison();
    void oneOrganization_data();
    void oneOrganization();
    void savedView_data();
    void savedView();
    void targetThatCannotBeWritten();
    void signalEndsIt();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void build(OrganizationState second = OrganizationState::Read) const
    {
        Samples::InventoryBuilder builder(path(u"acme.vestibule"_s));
        builder.addLink(builder.addOrganization({u"org_1"_s, u"alpha"_s, u"Alpha"_s}),
                        {.connectionId = u"con_1"_s, .name = u"own"_s, .strategy = u"auth0"_s});
        builder.addOrganization({u"org_2"_s, u"beta"_s, u"Beta"_s}, second);
        QVERIFY(!builder.finish());
    }
    //! The status of the command line, which is run as main() does.
    [[nodiscard]] ExitStatus run(const QString &file, const QString &target,
                                 const QStringList &options = {}) const
    {
        const auto line = parseCommandLine(QStringList{u"vestibule"_s, u"report"_s, path(file),
                                                       u"--html"_s, path(target), u"--quiet"_s}
                                           + options);
        if (!line)
            return ExitStatus(-1);
        ReportCommand command(std::get<ReportOptions>(*line));
        QSignalSpy finished(&command, &ReportCommand::finished);
        command.start();
        if (!finished.isEmpty() || !finished.wait(10'000))
            return ExitStatus(-1);
        return finished.constFirst().constFirst().value<ExitStatus>();
    }
    [[nodiscard]] QByteArray report() const
    {
        QFile file(path(u"out.html"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<InventoryFolder> m_folder;
};

void TestReportCommand::completeInventory()
{
    build();
    QCOMPARE(run(u"acme.vestibule"_s, u"out.html"_s), ExitStatus::Done);
    QVERIFY(report().contains("class=\"verdict complete\""));
    QVERIFY(report().contains("<td>own<"));
    QVERIFY(report().contains("acme.vestibule"));
}

void TestReportCommand::incompleteInventoryIsReportedAllTheSame()
{
    for (const OrganizationState state : {OrganizationState::Failed, OrganizationState::Waiting}) {
        init();
        build(state);
        QCOMPARE(run(u"acme.vestibule"_s, u"out.html"_s), ExitStatus::NotUnderstood);
        QVERIFY(report().contains("class=\"verdict incomplete\""));
    }
    init();
    build(OrganizationState::Gone); // there is nothing to read
    QCOMPARE(run(u"acme.vestibule"_s, u"out.html"_s), ExitStatus::Done);
}

void TestReportCommand::badFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ExitStatus>("status");
    QTest::newRow("none") << u"no-such-file"_s << ExitStatus::Usage;
    QTest::newRow("folder") << u"."_s << ExitStatus::Usage;
    QTest::newRow("other") << u"other"_s << ExitStatus::NotUnderstood;
}

void TestReportCommand::badFiles()
{
    QFETCH(QString, file);
    QFETCH(ExitStatus, status);
    QFile other(path(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("{}") == 2);
    other.close();
    QCOMPARE(run(file, u"out.html"_s), status);
    QVERIFY(!QFile::exists(path(u"out.html"_s)));
}

void TestReportCommand::comparison_data()
{
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<OrganizationState>("state"); // of an organization in the old inventory
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<ExitStatus>("status");
    const QString acme = u"acme.eu.auth0.com"_s;
    const QString other = u"other.eu.auth0.com"_s;
    const QStringList byName{u"--by-name"_s};
    QTest::newRow("changes") << acme << OrganizationState::Read << QStringList()
                             << ExitStatus::Done;
    QTest::newRow("not complete") << acme << OrganizationState::Failed << QStringList()
                                  << ExitStatus::NotUnderstood;
    QTest::newRow("two tenants") << other << OrganizationState::Read << QStringList()
                                 << ExitStatus::Usage;
    QTest::newRow("two tenants by name")
        << other << OrganizationState::Read << byName << ExitStatus::Done;
}

void TestReportCommand::comparison()
{
    QFETCH(QString, tenant);
    QFETCH(OrganizationState, state);
    QFETCH(QStringList, options);
    QFETCH(ExitStatus, status);
    build();
    {
        Samples::InventoryBuilder builder(path(u"old.vestibule"_s), tenant);
        builder.addLink(builder.addOrganization({u"org_1"_s, u"alpha"_s, u"Alpha"_s}),
                        {.connectionId = u"con_1"_s, .name = u"own"_s, .strategy = u"okta"_s});
        builder.addOrganization({u"org_2"_s, u"beta"_s, u"Beta"_s}, state);
        QVERIFY(!builder.finish());
    }
    options += {u"--compare"_s, path(u"old.vestibule"_s)};
    QCOMPARE(run(u"acme.vestibule"_s, u"out.html"_s, options), status);
    const bool isWritten = status != ExitStatus::Usage;
    QCOMPARE(report().contains("<td>&quot;okta&quot;</td><td>&quot;auth0&quot;</td>"), isWritten);
    QCOMPARE(report().contains("old.vestibule"), isWritten);
    QCOMPARE(QFile::exists(path(u"out.html"_s)), isWritten);
}

void TestReportCommand::oneOrganization_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<OrganizationState>("second");
    QTest::addColumn<ExitStatus>("status");
    QTest::newRow("name") << u"alpha"_s << OrganizationState::Read << ExitStatus::Done;
    QTest::newRow("id") << u"org_1"_s << OrganizationState::Read << ExitStatus::Done;
    QTest::newRow("unknown") << u"nobody"_s << OrganizationState::Read << ExitStatus::NotFound;
    QTest::newRow("not read") << u"beta"_s << OrganizationState::Failed
                              << ExitStatus::NotUnderstood;
    QTest::newRow("gone") << u"beta"_s << OrganizationState::Gone << ExitStatus::NotUnderstood;
    // It may share connections with the other one.
    QTest::newRow("another not read")
        << u"alpha"_s << OrganizationState::Failed << ExitStatus::NotUnderstood;
}

void TestReportCommand::oneOrganization()
{
    QFETCH(QString, organization);
    QFETCH(OrganizationState, second);
    QFETCH(ExitStatus, status);
    build(second);
    QCOMPARE(run(u"acme.vestibule"_s, u"out.html"_s, {u"--organization"_s, organization}), status);
    QCOMPARE(report().contains("<h1>Connections of one organization: "),
             status != ExitStatus::NotFound);
    QCOMPARE(report().contains("Log in to Alpha"),
             organization != u"beta"_s && !report().isEmpty());
    QCOMPARE(QFile::exists(path(u"out.html"_s)), status != ExitStatus::NotFound);
}

void TestReportCommand::savedView_data()
{
    QTest::addColumn<ExportExtent>("extent");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<ExitStatus>("status");
    const auto organization = [](const QString &name) {
        return QStringList{u"--organization"_s, name};
    };
    const auto all = ExportExtent::AllPages;
    QTest::newRow("whole") << all << QStringList() << ExitStatus::Done;
    QTest::newRow("part") << ExportExtent::SelectedRows << QStringList()
                          << ExitStatus::NotUnderstood;
    QTest::newRow("its id") << all << organization(u"org_1"_s) << ExitStatus::Done;
    QTest::newRow("its name") << all << organization(u"Alpha"_s) << ExitStatus::Done;
    QTest::newRow("another") << all << organization(u"org_2"_s) << ExitStatus::NotFound;
    QTest::newRow("compare") << all << QStringList{u"--compare"_s, u"x"_s} << ExitStatus::Usage;
}

void TestReportCommand::savedView()
{
    QFETCH(ExportExtent, extent);
    QFETCH(QStringList, options);
    QFETCH(ExitStatus, status);
    const ExportProvenance provenance{.tenantDomain = u"acme.eu.auth0.com"_s,
                                      .organizationId = u"org_1"_s,
                                      .organizationName = u"Alpha"_s,
                                      .extent = extent,
                                      .programVersion = u"1.0.0"_s};
    const QList<OrganizationConnection> rows{fakeRow(1), fakeRow(2)};
    const auto encoder = makeConnectionEncoder({.format = ExportFormat::Json}, provenance);
    QFile file(path(u"view.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(encoder->begin() + encoder->encode(rows));
    file.write(encoder->end({.rows = 2, .total = 2}, QDateTime::currentDateTimeUtc()));
    file.close();
    QCOMPARE(run(u"view.json"_s, u"out.html"_s, options), status);
    const bool isWritten = status == ExitStatus::Done || status == ExitStatus::NotUnderstood;
    QCOMPARE(report().contains("Log in to Alpha"), isWritten);
    QCOMPARE(report().contains("view.json"), isWritten);
    QCOMPARE(QFile::exists(path(u"out.html"_s)), isWritten);
}

void TestReportCommand::targetThatCannotBeWritten()
{
    build();
    QCOMPARE(run(u"acme.vestibule"_s, u"no/such/folder.html"_s), ExitStatus::NotWritten);
}

void TestReportCommand::signalEndsIt()
{
    build();
    ReportCommand command(
        {.file = path(u"acme.vestibule"_s), .target = path(u"out.html"_s), .isQuiet = true});
    QSignalSpy finished(&command, &ReportCommand::finished);
    command.start();
    command.end(SIGTERM);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(int(finished.constFirst().constFirst().value<ExitStatus>()), 143);
    command.end(SIGTERM);
    QTest::qWait(100);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!QFile::exists(path(u"out.html"_s)));
}

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_reportcommand.moc"
