// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/comparecommand.h"

#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestCompareCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statusSaysWhatWasFound_data();
    void statusSaysWhatWasFound();
    void twoTenants();
    void formats();
    void textIsForPeople();
    void badFiles_data();
    void badFiles();
    void targetThatCannotBeWritten();
    void signalEndsIt();

private:
    //! Two organizations that have one connection.
    void build(const QString &name, bool isEnabled,
               OrganizationState second = OrganizationState::Read,
               const QString &tenant = u"acme.eu.auth0.com"_s) const;
    [[nodiscard]] ExitStatus run(const QStringList &options,
                                 const QString &oldName = u"old.vestibule"_s) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray output() const
    {
        QFile file(path(u"out"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    [[nodiscard]] CompareOptions toFile(const QString &target) const
    {
        return {.oldFile = path(u"old.vestibule"_s),
                .newFile = path(u"new.vestibule"_s),
                .target = path(target),
                .isQuiet = true};
    }

    std::unique_ptr<InventoryFolder> m_folder;
};

void TestCompareCommand::init()
{
    m_folder = std::make_unique<InventoryFolder>();
}

void TestCompareCommand::build(const QString &name, bool isEnabled, OrganizationState second,
                               const QString &tenant) const
{
    Samples::InventoryBuilder builder(path(name), tenant);
    const OrganizationConnection okta{.connectionId = u"con_1"_s,
                                      .name = u"acme-\x1b[31mokta"_s,
                                      .strategy = u"okta"_s,
                                      .isEnabled = isEnabled};
    builder.addLink(builder.addOrganization({u"org_1"_s, u"acme"_s, {}}), okta);
    const qint64 other = builder.addOrganization({u"org_2"_s, u"beta"_s, {}}, second);
    if (second == OrganizationState::Read)
        builder.addLink(other, okta);
    QVERIFY(!builder.finish());
}

//! The status of the command line, which is run as main() does.
ExitStatus TestCompareCommand::run(const QStringList &options, const QString &oldName) const
{
    const auto line = parseCommandLine(
        QStringList{u"vestibule"_s, u"compare"_s, path(oldName), path(u"new.vestibule"_s)} + options
        + QStringList{u"--export"_s, path(u"out"_s), u"--quiet"_s});
    if (!line)
        return ExitStatus::Usage;
    CompareCommand command(std::get<CompareOptions>(*line));
    QSignalSpy finished(&command, &CompareCommand::finished);
    command.start();
    if (!finished.isEmpty() || !finished.wait(10'000))
        return ExitStatus(-1);
    return finished.constFirst().constFirst().value<ExitStatus>();
}

void TestCompareCommand::statusSaysWhatWasFound_data()
{
    QTest::addColumn<bool>("isEnabled");
    QTest::addColumn<OrganizationState>("second");
    QTest::addColumn<ExitStatus>("status");
    QTest::addColumn<qsizetype>("rows");
    using enum OrganizationState;
    QTest::newRow("same") << true << Read << ExitStatus::Done << qsizetype(0);
    QTest::newRow("different") << false << Read << ExitStatus::Found << qsizetype(2);
    QTest::newRow("not comparable") << true << Failed << ExitStatus::NotUnderstood << qsizetype(1);
    QTest::newRow("both: 7 wins") << false << Waiting << ExitStatus::NotUnderstood << qsizetype(2);
    QTest::newRow("gone") << true << Gone << ExitStatus::Found << qsizetype(1);
}

void TestCompareCommand::statusSaysWhatWasFound()
{
    QFETCH(const bool, isEnabled);
    QFETCH(const OrganizationState, second);
    QFETCH(const ExitStatus, status);
    QFETCH(const qsizetype, rows);
    build(u"old.vestibule"_s, true);
    build(u"new.vestibule"_s, isEnabled, second);
    QCOMPARE(run({u"--format"_s, u"csv"_s}), status);
    QCOMPARE(output().count('\n'), rows + 1);
}

void TestCompareCommand::twoTenants()
{
    build(u"old.vestibule"_s, true);
    build(u"new.vestibule"_s, true, OrganizationState::Read, u"beta.eu.auth0.com"_s);
    QCOMPARE(run({}), ExitStatus::Usage);
    QCOMPARE(output(), "none");
    QCOMPARE(run({u"--by-name"_s}), ExitStatus::Done);
}

void TestCompareCommand::formats()
{
    build(u"old.vestibule"_s, true);
    build(u"new.vestibule"_s, false);
    QCOMPARE(run({u"--format"_s, u"csv"_s, u"--columns"_s, u"organization_id,before,after"_s}),
             ExitStatus::Found);
    QCOMPARE(output(), "organization_id,before,after\r\norg_1,true,false\r\norg_2,true,false\r\n");
    QCOMPARE(run({u"--format"_s, u"json"_s}), ExitStatus::Found);
    const QJsonObject object = QJsonDocument::fromJson(output()).object();
    QCOMPARE(object.value("rows"_L1).toArray().size(), 2);
    QCOMPARE(object.value("changed"_L1), 2);
}

//! The escape sequence in a name is made visible.
void TestCompareCommand::textIsForPeople()
{
    build(u"old.vestibule"_s, true);
    build(u"new.vestibule"_s, false, OrganizationState::Failed);
    QCOMPARE(run({}), ExitStatus::NotUnderstood);
    QCOMPARE(QString::fromUtf8(output()),
             u"Old: acme.eu.auth0.com, 2 of 2 organization(s) read, complete\n"
             "New: acme.eu.auth0.com, 1 of 2 organization(s) read, 1 failed, not complete\n"
             "\n"
             "acme (org_1)\n"
             "  changed: acme-\u241b[31mokta (con_1), is_enabled: true -> false\n"
             "\n"
             "beta (org_2)\n"
             "  not comparable\n"
             "\n"
             "1 changed, 1 not comparable; 0 link(s) are the same.\n"
             "New: The inventory is not complete: 1 of 2 organization(s) read, 1 failed.\n"
             "What is not comparable may or may not be the same: it is missing in one of the "
             "inventories, or a name is missing or not unique.\n"_s);
}

void TestCompareCommand::badFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ExitStatus>("status");
    QTest::newRow("missing") << u"missing.vestibule"_s << ExitStatus::Usage;
    QTest::newRow("a folder") << u"."_s << ExitStatus::Usage;
    QTest::newRow("a text") << u"text"_s << ExitStatus::NotUnderstood;
}

void TestCompareCommand::badFiles()
{
    QFETCH(const QString, file);
    QFETCH(const ExitStatus, status);
    build(u"new.vestibule"_s, true);
    QFile text(path(u"text"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write(QByteArray(200, 'x')) == 200);
    text.close();
    QCOMPARE(run({}, file), status);
    QCOMPARE(output(), "none");
}

void TestCompareCommand::targetThatCannotBeWritten()
{
    build(u"old.vestibule"_s, true);
    build(u"new.vestibule"_s, true);
    CompareCommand command(toFile(u"none/out"_s));
    QSignalSpy finished(&command, &CompareCommand::finished);
    command.start();
    QVERIFY(finished.isEmpty());
    QVERIFY(finished.wait(10'000));
    QCOMPARE(finished.constFirst().constFirst().value<ExitStatus>(), ExitStatus::NotWritten);
}

void TestCompareCommand::signalEndsIt()
{
    build(u"old.vestibule"_s, true);
    build(u"new.vestibule"_s, true);
    CompareCommand command(toFile(u"out"_s));
    QSignalSpy finished(&command, &CompareCommand::finished);
    command.start();
    command.end(SIGTERM);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(int(finished.constFirst().constFirst().value<ExitStatus>()), 128 + SIGTERM);
    command.end(SIGTERM);
    QVERIFY(!finished.wait(200));
    QCOMPARE(output(), "none");
}

QTEST_GUILESS_MAIN(TestCompareCommand)
#include "tst_comparecommand.moc"
