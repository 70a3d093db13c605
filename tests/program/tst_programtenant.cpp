// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"
#include "store/settings.h"

#include <QImage>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Which tenant of the settings the program takes: the same one for a window and for an export.
class TestProgramTenant final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDomainBringsItsOrganization_data();
    void aDomainBringsItsOrganization();
    void aDomainOpensItsTenantWithoutAToken_data();
    void aDomainOpensItsTenantWithoutAToken();
    void aNameTellsTenantsOfOneDomainApart();

private:
    //! The organizations that the tenant was asked for, since the last call.
    [[nodiscard]] QStringList takeOrganizations()
    {
        QStringList ids;
        for (const Demo::Request &request : m_tenant->requests())
            ids.append(request.path.section(u'/', 4, 4));
        m_tenant->clearRequests();
        return ids;
    }
    [[nodiscard]] QString id(int organization) const
    {
        return m_tenant->organizations().at(organization).id;
    }
    //! Menu and source bar, without the moment of the reading; null when there is no picture.
    [[nodiscard]] QImage head(const QStringList &arguments) const
    {
        const QString file = path(u"window.png"_s);
        QFile::remove(file);
        if (run(arguments + QStringList{u"--screenshot"_s, file}).status != 0)
            return {};
        const QImage picture(file);
        return picture.copy(0, 0, picture.width(), 70);
    }
};

//! Two profiles for the demo tenant, and one for another, which was chosen last.
void TestProgramTenant::init()
{
    beginAnew();
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

void TestProgramTenant::aDomainBringsItsOrganization_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("export") << u"--export"_s;
    QTest::newRow("window") << u"--screenshot"_s;
}

void TestProgramTenant::aDomainBringsItsOrganization()
{
    QFETCH(QString, option);
    const QStringList task{option, path(u"file.png"_s)};
    QCOMPARE(run(QStringList{u"--domain"_s, m_tenant->domain()} + task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(0)});
    QCOMPARE(run(QStringList{u"--profile"_s, u"gamma"_s} + task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(4)});
    m_environment.insert(u"AUTH0_DOMAIN"_s, m_tenant->domain());
    QCOMPARE(run(task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(0)});
    Settings(path(u"vestibule/vestibule.ini"_s)).setCurrentProfileId(u"g"_s);
    QCOMPARE(run(task).status, 0);
    QCOMPARE(takeOrganizations(), QStringList{id(4)});
}

void TestProgramTenant::aDomainOpensItsTenantWithoutAToken_data()
{
    QTest::addColumn<bool>("isOption");
    QTest::newRow("--domain") << true;
    QTest::newRow("AUTH0_DOMAIN") << false;
}

//! It asks for the token, then.
void TestProgramTenant::aDomainOpensItsTenantWithoutAToken()
{
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

void TestProgramTenant::aNameTellsTenantsOfOneDomainApart()
{
    const QStringList same{u"--organization"_s, id(0)};
    const QImage alpha = head(QStringList{u"--profile"_s, u"alpha"_s} + same);
    QVERIFY(!alpha.isNull());
    QCOMPARE(head(QStringList{u"--profile"_s, u"alpha"_s} + same), alpha);
    const QImage gamma = head(QStringList{u"--profile"_s, u"gamma"_s} + same);
    QVERIFY(!gamma.isNull());
    QVERIFY(gamma != alpha); // another name, and no production
}

QTEST_GUILESS_MAIN(TestProgramTenant)
#include "tst_programtenant.moc"
