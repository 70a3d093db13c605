// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/inventorycommand.h"

#include "support/inventorysamples.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestInventoryCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void links_data();
    void links();
    void usedBy();
    void findings_data();
    void findings();
    void incompleteInventoryIsWrittenAllTheSame();
    void badFiles_data();
    void badFiles();
    void targetThatCannotBeWritten();
    void signalEndsIt();

private:
    //! Two organizations with three links.
    void build(OrganizationState third = OrganizationState::Read);
    [[nodiscard]] ExitStatus run(const QStringList &arguments) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray output() const
    {
        QFile file(path(u"out.csv"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestInventoryCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestInventoryCommand::build(OrganizationState third)
{
    Samples::InventoryBuilder builder(path(u"acme.vestibule"_s));
    const OrganizationConnection shared{.connectionId = u"con_s"_s,
                                        .name = u"shared-okta"_s,
                                        .strategy = u"okta"_s,
                                        .isEnabled = true,
                                        .organizationAccessLevel = u"none"_s};
    OrganizationConnection full = shared;
    full.isEnabled = false;
    full.organizationAccessLevel = u"full"_s;
    const OrganizationConnection own{
        .connectionId = u"con_o"_s, .name = u"own"_s, .strategy = u"auth0"_s, .isEnabled = true};
    const qint64 first =
        builder.addOrganization({.id = u"org_1"_s, .name = u"alpha"_s, .displayName = u"Alpha"_s});
    builder.addLink(first, shared);
    builder.addLink(first, own);
    const qint64 second =
        builder.addOrganization({.id = u"org_2"_s, .name = u"beta"_s, .displayName = u"Beta"_s});
    builder.addLink(second, full);
    builder.addOrganization({.id = u"org_3"_s, .name = u"gamma"_s}, third);
    QVERIFY(!builder.finish());
}

//! The status of the command line, which is run as main() does.
ExitStatus TestInventoryCommand::run(const QStringList &arguments) const
{
    const QStringList all = QStringList{u"vestibule"_s} + arguments
        + QStringList{u"--export"_s, path(u"out.csv"_s), u"--quiet"_s};
    const auto line = parseCommandLine(all);
    if (!line)
        return ExitStatus::Usage;
    InventoryCommand command(std::get<InventoryOptions>(*line));
    QSignalSpy finished(&command, &InventoryCommand::finished);
    command.start();
    if (!finished.isEmpty() || !finished.wait(10'000))
        return ExitStatus(-1);
    return finished.constFirst().constFirst().value<ExitStatus>();
}

void TestInventoryCommand::links_data()
{
    QTest::addColumn<QStringList>("filter");
    QTest::addColumn<QByteArrayList>("rows"); // organization and connection
    const auto row = [](const char *name, const QStringList &filter, const QByteArrayList &rows) {
        QTest::newRow(name) << filter << rows;
    };
    row("all", {}, {"org_1,con_s", "org_1,con_o", "org_2,con_s"});
    row("enabled", {u"--is-enabled"_s, u"true"_s}, {"org_1,con_s", "org_1,con_o"});
    row("not enabled", {u"--is-enabled"_s, u"false"_s}, {"org_2,con_s"});
    row("strategy", {u"--strategy"_s, u"auth0"_s}, {"org_1,con_o"});
    row("level", {u"--access-level"_s, u"full"_s}, {"org_2,con_s"});
    row("level that was not sent", {u"--access-level"_s, QString()}, {"org_1,con_o"});
    row("connection by name", {u"--connection"_s, u"shared-okta"_s},
        {"org_1,con_s", "org_2,con_s"});
    row("connection by id", {u"--connection"_s, u"con_o"_s}, {"org_1,con_o"});
    row("organization by name", {u"--organization"_s, u"beta"_s}, {"org_2,con_s"});
    row("organization by id", {u"--organization"_s, u"org_1"_s}, {"org_1,con_s", "org_1,con_o"});
    row("both", {u"--organization"_s, u"org_1"_s, u"--connection"_s, u"con_s"_s}, {"org_1,con_s"});
    row("nothing", {u"--connection"_s, u"unknown"_s}, {});
}

void TestInventoryCommand::links()
{
    QFETCH(QStringList, filter);
    QFETCH(QByteArrayList, rows);
    build();
    QCOMPARE(run(QStringList{u"links"_s, path(u"acme.vestibule"_s), u"--columns"_s,
                             u"organization_id,connection_id"_s}
                 + filter),
             ExitStatus::Done);
    QByteArrayList lines = output().split('\n');
    QCOMPARE(lines.takeFirst(), "organization_id,connection_id\r");
    QCOMPARE(lines.takeLast(), "");
    for (QByteArray &line : lines)
        line.chop(1);
    std::ranges::sort(lines);
    std::ranges::sort(rows);
    QCOMPARE(lines, rows);
}

void TestInventoryCommand::usedBy()
{
    build();
    const QString file = path(u"acme.vestibule"_s);
    QCOMPARE(run({u"used-by"_s, file}), ExitStatus::Done);
    QCOMPARE(output().split('\n').mid(1),
             QByteArrayList({"con_o,own,auth0,1,1,0,0,0,0,\r",
                             "con_s,shared-okta,okta,2,1,1,0,0,0,\"none=1;full=1\"\r", ""}));
    QCOMPARE(run({u"used-by"_s, file, u"--connection"_s, u"shared-okta"_s}), ExitStatus::Done);
    QVERIFY(output().startsWith("organization_id,organization_name,"));
    QCOMPARE(output().count('\n'), 3);
}

void TestInventoryCommand::findings_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<OrganizationState>("third");
    QTest::addColumn<ExitStatus>("status");
    QTest::addColumn<bool>("isListed"); // the finding of shared-full-access
    const auto row = [](const char *name, const QString &options, ExitStatus status,
                        OrganizationState third = OrganizationState::Read) {
        const bool isListed =
            !options.contains("--rule"_L1) || options.contains("shared-full-access"_L1);
        QTest::newRow(name) << options.split(u' ', Qt::SkipEmptyParts) << third << status
                            << isListed;
    };
    // The only finding of high severity is shared-full-access.
    row("high", {}, ExitStatus::Found);
    row("none of this rule", u"--rule all-hidden"_s, ExitStatus::Done);
    row("this rule and another", u"--rule all-hidden --rule shared-full-access"_s,
        ExitStatus::Found);
    row("for information", u"--rule no-connections"_s, ExitStatus::Done);
    row("on all", u"--rule no-connections --fail-on inform"_s, ExitStatus::Found);
    row("never", u"--fail-on never"_s, ExitStatus::Done);
    row("cannot be checked", u"--rule unused --fail-on never"_s, ExitStatus::NotUnderstood);
    row("not complete", {}, ExitStatus::NotUnderstood, OrganizationState::Failed);
    row("not complete, never", u"--fail-on never"_s, ExitStatus::NotUnderstood,
        OrganizationState::Waiting);
}

void TestInventoryCommand::findings()
{
    QFETCH(QStringList, options);
    QFETCH(OrganizationState, third);
    QFETCH(ExitStatus, status);
    QFETCH(bool, isListed);
    build(third);
    const auto line = parseCommandLine(
        QStringList{u"vestibule"_s, u"findings"_s, path(u"acme.vestibule"_s), u"--quiet"_s}
        + options);
    QVERIFY(line);
    auto findings = std::get<InventoryOptions>(*line);
    findings.target = path(u"out.csv"_s);
    InventoryCommand command(findings);
    QSignalSpy finished(&command, &InventoryCommand::finished);
    command.start();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(finished.constFirst().constFirst().value<ExitStatus>(), status);
    QVERIFY(output().startsWith("acme.eu.auth0.com, "));
    QCOMPARE(output().contains("beta (org_2), shared-okta (con_s)"), isListed);
}

void TestInventoryCommand::incompleteInventoryIsWrittenAllTheSame()
{
    for (const OrganizationState state : {OrganizationState::Waiting, OrganizationState::Failed}) {
        QFile::remove(path(u"acme.vestibule"_s));
        build(state);
        QCOMPARE(run({u"links"_s, path(u"acme.vestibule"_s)}), ExitStatus::NotUnderstood);
        QCOMPARE(output().count('\n'), 4);
    }
    QFile::remove(path(u"acme.vestibule"_s));
    build(OrganizationState::Gone);
    QCOMPARE(run({u"links"_s, path(u"acme.vestibule"_s)}), ExitStatus::Done);
}

void TestInventoryCommand::badFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ExitStatus>("status");
    QTest::newRow("missing") << u"missing.vestibule"_s << ExitStatus::Usage;
    QTest::newRow("a folder") << u"."_s << ExitStatus::Usage;
    QTest::newRow("a text") << u"text.vestibule"_s << ExitStatus::NotUnderstood;
}

void TestInventoryCommand::badFiles()
{
    QFETCH(QString, file);
    QFETCH(ExitStatus, status);
    QFile text(path(u"text.vestibule"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("a text that is longer than a header of SQLite, which has one hundred bytes and is "
               "not this one");
    text.close();
    QCOMPARE(run({u"links"_s, path(file)}), status);
    QCOMPARE(output(), "none");
}

void TestInventoryCommand::targetThatCannotBeWritten()
{
    build();
    InventoryCommand command(
        {.file = path(u"acme.vestibule"_s), .target = path(u"none/out.csv"_s), .isQuiet = true});
    QSignalSpy finished(&command, &InventoryCommand::finished);
    command.start();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(finished.constFirst().constFirst().value<ExitStatus>(), ExitStatus::NotWritten);
}

void TestInventoryCommand::signalEndsIt()
{
    build();
    InventoryCommand command(
        {.file = path(u"acme.vestibule"_s), .target = path(u"out.csv"_s), .isQuiet = true});
    QSignalSpy finished(&command, &InventoryCommand::finished);
    command.start();
    command.end(SIGTERM);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(int(finished.constFirst().constFirst().value<ExitStatus>()), 128 + SIGTERM);
    command.end(SIGTERM);
    QVERIFY(!finished.wait(200));
    QCOMPARE(output(), "none");
}

QTEST_GUILESS_MAIN(TestInventoryCommand)
#include "tst_inventorycommand.moc"
