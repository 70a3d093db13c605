// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/exitstatus.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = Vestibule::ApiError::Kind;

//! Scripts rely on the numbers.
class TestExitStatus final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyOutcomeHasItsNumber_data();
    void everyOutcomeHasItsNumber();
    void signalsAreCountedFrom128() { QCOMPARE(int(endedBySignal(15)), 143); }
    void comparisonHasThreeStatuses();
    void usageIsTwo() { QCOMPARE(int(ExitStatus::Usage), 2); }
};

void TestExitStatus::comparisonHasThreeStatuses()
{
    Drift drift{.oldInventory = {.isPopulationFrozen = true},
                .newInventory = {.isPopulationFrozen = true}};
    QCOMPARE(int(exitStatus(drift)), 0);
    drift.counts.removed = 1;
    QCOMPARE(int(exitStatus(drift)), 1);
    drift.counts.notComparable = 1;
    QCOMPARE(int(exitStatus(drift)), 7);
    drift.counts = {};
    drift.newInventory.counts.waiting = 1;
    QCOMPARE(int(exitStatus(drift)), 7);
    drift.newInventory.counts = {};
    drift.oldInventory.endpoint = ConnectionEndpoint::EnabledConnections;
    QCOMPARE(int(exitStatus(drift)), 7);
}

void TestExitStatus::everyOutcomeHasItsNumber_data()
{
    using Outcome = ExportJob::Outcome;
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("status");
    const auto error = [](Kind kind) { return Outcome(ApiError{.kind = kind}); };
    const auto mismatch = [](ListingMismatch::Kind kind) {
        return Outcome(ListingMismatch{.kind = kind});
    };
    QTest::newRow("rows") << Outcome(ExportCount{.rows = 3, .total = 3}) << 0;
    QTest::newRow("no rows") << Outcome(ExportCount{}) << 0;
    QTest::newRow("unauthorized") << error(Kind::Unauthorized) << 3;
    QTest::newRow("forbidden") << error(Kind::Forbidden) << 3;
    QTest::newRow("not found") << error(Kind::NotFound) << 4;
    QTest::newRow("rejected") << error(Kind::Rejected) << 4;
    QTest::newRow("offline") << error(Kind::Offline) << 5;
    QTest::newRow("proxy") << error(Kind::Proxy) << 5;
    QTest::newRow("timeout") << error(Kind::Timeout) << 5;
    QTest::newRow("tls") << error(Kind::Tls) << 5;
    QTest::newRow("server") << error(Kind::Server) << 5;
    QTest::newRow("closed") << error(Kind::Closed) << 5;
    QTest::newRow("intermediary") << error(Kind::Intermediary) << 5;
    QTest::newRow("rate limit") << error(Kind::RateLimited) << 6;
    QTest::newRow("bad payload") << error(Kind::BadPayload) << 7;
    QTest::newRow("total changed") << mismatch(ListingMismatch::Kind::TotalChanged) << 7;
    QTest::newRow("row repeated") << mismatch(ListingMismatch::Kind::RowRepeated) << 7;
    QTest::newRow("rows missing") << mismatch(ListingMismatch::Kind::RowsMissing) << 7;
    QTest::newRow("after the end") << mismatch(ListingMismatch::Kind::BeyondEnd) << 4;
    QTest::newRow("not written") << Outcome(WriteError{}) << 8;
}

void TestExitStatus::everyOutcomeHasItsNumber()
{
    QFETCH(ExportJob::Outcome, outcome);
    QFETCH(int, status);
    QCOMPARE(int(exitStatus(outcome)), status);
    if (const auto *error = std::get_if<ApiError>(&outcome))
        QCOMPARE(int(exitStatus(*error)), status);
}

QTEST_GUILESS_MAIN(TestExitStatus)
#include "tst_exitstatus.moc"
