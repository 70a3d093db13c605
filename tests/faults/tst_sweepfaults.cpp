// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/database.h"
#include "inventory/sweep.h"
#include "support/recordingtenant.h"
#include "support/sweepsources.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <variant>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using State = Vestibule::Sweep::State;

//! Whatever goes wrong at one organization, over real sockets, that one alone has it.
class TestSweepFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFaultAtOneOfMany_data();
    void everyFaultAtOneOfMany();

private:
    //! The first column of all rows.
    [[nodiscard]] QStringList select(const QString &sql) const
    {
        Database database(m_path, Database::Mode::Read);
        QStringList rows;
        Statement statement(database, sql);
        while (statement.next())
            rows.append(statement.value(0).toString());
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSweepFaults::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
    m_path = workingInventory(u"acme.auth0.com"_s);
}

void TestSweepFaults::everyFaultAtOneOfMany_data()
{
    QTest::addColumn<QString>("fault");
    for (const QString &fault : Demo::Tenant::faultNames()) {
        if (!fault.startsWith("sign-in-"_L1)) // of the token endpoint, which this does not ask
            QTest::newRow(qPrintable(fault)) << fault;
    }
}

//! Two tenants with the same organizations, of which one answers for one organization.
void TestSweepFaults::everyFaultAtOneOfMany()
{
    QFETCH(QString, fault);
    RecordingTenant tenant({.organizations = 9});
    RecordingTenant faulty({.organizations = 9, .faults = {fault}});
    QVERIFY(startSmall(tenant) && startSmall(faulty));
    QNetworkAccessManager manager;
    const ManagementClient::Options quick{
        .request = {.timeout = 1s},
        .retry = {.firstDelay = 50ms, .maximumDelay = 500ms, .maximumWait = 1500ms}};
    const SweepSourcePtr good = clientOf(manager, tenant, tenant.accessToken());
    const SweepSourcePtr bad = clientOf(manager, faulty, faulty.accessToken(), quick);
    const QString victim = tenant.organizations().at(4).id;
    QCOMPARE(faulty.organizations().at(4).id, victim);
    SweepRequest request{.tenant = u"acme.auth0.com"_s, .path = m_path};
    request.source = std::make_shared<RoutedSource>(
        [&](const QString &id) { return id == victim ? bad : good; });
    Sweep sweep(request);
    sweep.start();
    QVERIFY(QTest::qWaitFor(
        [&] { return sweep.state() == State::Ended || sweep.state() == State::Paused; }, 20'000));
    if (sweep.state() == State::Paused) { // it concerns all, and nobody has failed because of it
        QVERIFY(std::holds_alternative<ApiError>(sweep.cause()));
        QCOMPARE(sweep.summary().counts.failed + sweep.summary().counts.gone, 0);
        sweep.resume(good);
        QTRY_COMPARE(sweep.state(), State::Ended);
        QVERIFY(sweep.summary().isComplete());
    }
    QCOMPARE(sweep.summary().counts.listed(), 9);
    QVERIFY(sweep.summary().counts.read >= 8);
    QCOMPARE(sweep.summary().counts.waiting, 0);
    QCOMPARE(select(u"SELECT count(*) FROM organization WHERE state <> 'read' AND id <> '%1'"_s.arg(
                 victim)),
             QStringList(u"0"_s));
    QCOMPARE(
        select(u"SELECT count(*) FROM organization o WHERE state = 'read' AND total <> (SELECT "
               "count(*) FROM link WHERE org = o.ord)"_s),
        QStringList(u"0"_s));
    const auto requests = tenant.requests();
    const auto ofVictim = std::ranges::count_if(
        requests, [&](const RecordedRequest &each) { return each.path.contains(victim); });
    QCOMPARE(requests.size() - ofVictim, 10); // eight organizations and two lists, once each
}

QTEST_GUILESS_MAIN(TestSweepFaults)

#include "tst_sweepfaults.moc"
