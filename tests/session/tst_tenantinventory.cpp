// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenantinventory.h"

#include "inventory/keptinventories.h"
#include "inventory/sweep.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestTenantInventory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.path()));
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void filesAreToldFromTheOwnInventory_data();
    void filesAreToldFromTheOwnInventory();

private:
    QTemporaryDir m_folder; //!< has the inventories of the program
};

void TestTenantInventory::filesAreToldFromTheOwnInventory_data()
{
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isFile");
    QTest::addColumn<bool>("isOfUser");
    const TenantDomain domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s);
    const Subject tenant = TenantSubject{.domain = domain};
    const QString own = workingInventory(u"acme.eu.auth0.com"_s);
    const QString kept = keptInventoryPath(own, QDateTime({2026, 11, 1}, {9, 0}, QTimeZone::utc()));
    const QString file = u"/home/user/acme.vestibule"_s;
    QTest::newRow("none") << tenant << QString() << false << false;
    QTest::newRow("own") << tenant << own << false << false;
    QTest::newRow("kept by the program") << tenant << kept << true << false;
    QTest::newRow("file") << tenant << file << true << true;
    QTest::newRow("the demo tenant's")
        << Subject(DemoSubject{domain}) << workingInventory(u"demo"_s) << false << false;
    QTest::newRow("file beside nothing") << Subject(NoSubject()) << file << true << true;
}

void TestTenantInventory::filesAreToldFromTheOwnInventory()
{
    QFETCH(const Subject, subject);
    QFETCH(const QString, path);
    QTEST(isInventoryFile(path, subject), "isFile");
    QTEST(isKeptByUser(path, subject), "isOfUser");
}

QTEST_GUILESS_MAIN(TestTenantInventory)
#include "tst_tenantinventory.moc"
