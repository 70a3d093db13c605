// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"
#include "store/settings.h"

#include <QImage>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The window of `vestibule`, as `--screenshot` saves it: what it needs, which tenant of the
//! settings it opens, and how it shows a saved view.
class TestProgramWindow final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void screenshotNeedsNoDisplay();
    void aWindowWithoutADisplaySaysSo();
    void aPictureThatCannotBeWrittenSaysWhy();
    // A saved view
    void aSavedViewOpensWithoutTenantAndToken();
    void anInventoryOpensWithoutTenantAndToken();
    void aFileThatIsNoInventoryHasItsStatus_data();
    void aFileThatIsNoInventoryHasItsStatus();
    void aFileThatIsNoSavedViewHasItsStatus_data();
    void aFileThatIsNoSavedViewHasItsStatus();
    // A tenant of the settings
    void aDomainOpensTheOrganizationOfItsProfile_data();
    void aDomainOpensTheOrganizationOfItsProfile();
    void aDomainOpensItsTenantWithoutAToken_data();
    void aDomainOpensItsTenantWithoutAToken();
    void profileNamesDistinguishTenantsOfOneDomain();

private:
    void addProfiles();
    //! The organizations that the tenant was asked for, since the last call; empty: the list of
    //! them.
    [[nodiscard]] QStringList takeOrganizations()
    {
        QStringList ids;
        for (const RecordedRequest &request : m_tenant->requests())
            ids.append(request.path.section(u'/', 4, 4));
        m_tenant->clearRequests();
        return ids;
    }
    [[nodiscard]] QString id(int organization) const
    {
        return m_tenant->organizations().at(organization).id;
    }
    //! Menu and source bar, without the time of reading; null when there is no picture.
    [[nodiscard]] QImage head(const QStringList &arguments) const
    {
        const QString file = path(u"window.png"_s);
        QFile::remove(file);
        if (run(arguments + QStringList{u"--screenshot"_s, file}).status != 0)
            return {};
        const QImage picture(file);
        return picture.copy(0, 0, picture.width(), 70);
    }
    [[nodiscard]] Result picture(const QString &file) const
    {
        return run({file, u"--screenshot"_s, path(u"window.png"_s)});
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
};

void TestProgramWindow::screenshotNeedsNoDisplay()
{
    const Result result = run(here() + QStringList{u"--screenshot"_s, path(u"window.png"_s)});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.errors, QByteArray());
    const QImage picture(path(u"window.png"_s));
    QCOMPARE(picture.size(), QSize(1280, 720));
}

void TestProgramWindow::aWindowWithoutADisplaySaysSo()
{
    const Result result = run(here());
    QCOMPARE(result.status, 2);
    QVERIFY(result.errors.startsWith("There is no display."));
}

void TestProgramWindow::aPictureThatCannotBeWrittenSaysWhy()
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        QSKIP("no device that is always full");
    const Result result = run(here() + QStringList{u"--screenshot"_s, u"/dev/full"_s});
    QCOMPARE(result.status, 8);
    QVERIFY2(result.errors.contains("/dev/full could not be written: No space left on device."),
             result.errors.constData());
}

void TestProgramWindow::aSavedViewOpensWithoutTenantAndToken()
{
    QCOMPARE(run(here() + QStringList{u"--export"_s, path(u"a.json"_s), u"--format"_s, u"json"_s})
                 .status,
             0);
    m_tenant->stop();
    setToken({});
    const Result result = picture(path(u"a.json"_s));
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    const QImage saved(path(u"window.png"_s));
    QCOMPARE(saved.size(), QSize(1280, 720));
    // The table has rows, although the tenant is gone.
    const QImage empty = [this] {
        write(u"empty.json"_s,
              content(u"a.json"_s).replace("]", "").split('[').constFirst()
                  + "[],\"rows\":0,\"total\":0,\"read_at\":null}");
        return picture(path(u"empty.json"_s)).status == 0 ? QImage(path(u"window.png"_s))
                                                          : QImage();
    }();
    QVERIFY(!empty.isNull());
    QVERIFY(saved.copy(0, 150, 800, 300) != empty.copy(0, 150, 800, 300));
}

void TestProgramWindow::anInventoryOpensWithoutTenantAndToken()
{
    const QString file = path(u"all.vestibule"_s);
    QCOMPARE(run({u"sweep"_s, u"--demo"_s, u"--quiet"_s, u"--into"_s, file}).status, 0);
    m_tenant->stop();
    setToken({});
    const Result result = picture(file);
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    QVERIFY(!QFileInfo::exists(file + "-wal"_L1)); // nothing is left beside it
    const QImage rows(path(u"window.png"_s));
    QCOMPARE(run({u"sweep"_s, u"--demo"_s, u"--quiet"_s, u"--into"_s, path(u"none.vestibule"_s),
                  u"--organizations"_s, u"-"_s},
                 "org_doesnotexist00\n")
                 .status,
             0);
    QCOMPARE(picture(path(u"none.vestibule"_s)).status, 0);
    QVERIFY(rows.copy(250, 150, 600, 300)
            != QImage(path(u"window.png"_s)).copy(250, 150, 600, 300));
}

void TestProgramWindow::aFileThatIsNoInventoryHasItsStatus_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("status");
    QTest::newRow("missing") << QByteArray() << 2;
    QTest::newRow("text") << QByteArray("Dear Sir or Madam") << 7;
    QTest::newRow("another database") << QByteArray("SQLite format 3") + QByteArray(600, '\0') << 7;
}

void TestProgramWindow::aFileThatIsNoInventoryHasItsStatus()
{
    QFETCH(QByteArray, content);
    QFETCH(int, status);
    if (!content.isEmpty())
        write(u"a.vestibule"_s, content);
    const Result result = picture(path(u"a.vestibule"_s));
    QCOMPARE(result.status, status);
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY(result.errors.contains("a.vestibule"));
}

void TestProgramWindow::aFileThatIsNoSavedViewHasItsStatus_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("status");
    QTest::newRow("missing") << QByteArray() << 2;
    QTest::newRow("CSV") << QByteArray("connection_name\r\n") << 7;
    QTest::newRow("cut") << QByteArray("{\"tenant\": \"acme.auth0.com\",") << 7;
}

void TestProgramWindow::aFileThatIsNoSavedViewHasItsStatus()
{
    QFETCH(QByteArray, content);
    QFETCH(int, status);
    if (!content.isEmpty())
        write(u"a.json"_s, content);
    const Result result = picture(path(u"a.json"_s));
    QCOMPARE(result.status, status);
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY(result.errors.contains("a.json"));
}

//! Two profiles for the demo tenant, and one for another tenant, which was chosen last.
void TestProgramWindow::addProfiles()
{
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    Settings settings(path(u"vestibule/vestibule.ini"_s));
    settings.setProfiles(
        {{.id = u"o"_s, .name = u"Other"_s, .domain = u"other.auth0.com"_s},
         {.id = u"a"_s, .name = u"alpha"_s, .domain = m_tenant->domain(), .organizationId = id(0)},
         {.id = u"g"_s,
          .name = u"gamma"_s,
          .kind = TenantKind::Development,
          .domain = m_tenant->domain(),
          .organizationId = id(4)}});
    settings.setCurrentProfileId(u"o"_s);
}

void TestProgramWindow::aDomainOpensTheOrganizationOfItsProfile_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("export") << u"--export"_s;
    QTest::newRow("window") << u"--screenshot"_s;
}

void TestProgramWindow::aDomainOpensTheOrganizationOfItsProfile()
{
    addProfiles();
    QFETCH(QString, option);
    const QStringList task{option, path(u"file.png"_s)};
    // A window looks up the name of an organization that was never opened before.
    const QStringList look(option == "--export"_L1 ? 0 : 1, QString());
    QCOMPARE(run(QStringList{u"--domain"_s, m_tenant->domain()} + task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(0)} + look);
    QCOMPARE(run(QStringList{u"--profile"_s, u"gamma"_s} + task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(4)} + look);
    m_environment.insert(u"AUTH0_DOMAIN"_s, m_tenant->domain());
    QCOMPARE(run(task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(0)});
    Settings(path(u"vestibule/vestibule.ini"_s)).setCurrentProfileId(u"g"_s);
    QCOMPARE(run(task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(4)});
}

void TestProgramWindow::aDomainOpensItsTenantWithoutAToken_data()
{
    QTest::addColumn<bool>("isOption");
    QTest::newRow("--domain") << true;
    QTest::newRow("AUTH0_DOMAIN") << false;
}

//! The window then asks for the token.
void TestProgramWindow::aDomainOpensItsTenantWithoutAToken()
{
    addProfiles();
    QFETCH(bool, isOption);
    setToken({});
    const QImage other = head({});
    const QImage expected = head({u"--profile"_s, u"alpha"_s});
    QVERIFY(!other.isNull() && !expected.isNull());
    QVERIFY(other != expected);
    Settings(path(u"vestibule/vestibule.ini"_s)).setCurrentProfileId(u"o"_s);
    if (!isOption)
        m_environment.insert(u"AUTH0_DOMAIN"_s, m_tenant->domain());
    QCOMPARE(head(isOption ? QStringList{u"--domain"_s, m_tenant->domain()} : QStringList()),
             expected);
    QVERIFY(m_tenant->requests().isEmpty());
}

void TestProgramWindow::profileNamesDistinguishTenantsOfOneDomain()
{
    addProfiles();
    const QStringList same{u"--organization"_s, id(0)};
    // The first window looks up the organization's names, the others know what the settings keep.
    QVERIFY(!head(QStringList{u"--profile"_s, u"alpha"_s} + same).isNull());
    const QImage alpha = head(QStringList{u"--profile"_s, u"alpha"_s} + same);
    QVERIFY(!alpha.isNull());
    QCOMPARE(head(QStringList{u"--profile"_s, u"alpha"_s} + same), alpha);
    const QImage gamma = head(QStringList{u"--profile"_s, u"gamma"_s} + same);
    QVERIFY(!gamma.isNull());
    QVERIFY(gamma != alpha); // another name and another kind
}

QTEST_GUILESS_MAIN(TestProgramWindow)
#include "tst_programwindow.moc"
