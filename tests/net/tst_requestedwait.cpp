// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httperror.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

constexpr int Nothing = -1;

//! The server's clock in these tests: 21 Oct 2015 07:28:00.
const QDateTime now(QDate(2015, 10, 21), QTime(7, 28), Qt::UTC);

} // namespace

class TestRequestedWait final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void retryAfter_data();
    void retryAfter();
    void rateLimitReset_data();
    void rateLimitReset();
    void retryAfterGoesBeforeReset();
    void senselessRetryAfterLeavesTheReset();
    void onlyARateLimitHasAWait();
    void httpDates_data();
    void httpDates();
    void httpDateInTheHourThatSummerTimeSkips();
};

void TestRequestedWait::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("absent") << QByteArray() << Nothing;
    QTest::newRow("seconds") << QByteArray("12") << 12;
    QTest::newRow("blanks around") << QByteArray(" 12 ") << 12;
    QTest::newRow("one day") << QByteArray("86400") << 86400;
    QTest::newRow("over a day") << QByteArray("86401") << Nothing;
    QTest::newRow("now") << QByteArray("0") << Nothing;
    QTest::newRow("before now") << QByteArray("-5") << Nothing;
    QTest::newRow("largest number") << QByteArray("9223372036854775807") << Nothing;
    QTest::newRow("smallest number") << QByteArray("-9223372036854775808") << Nothing;
    QTest::newRow("no number of ours") << QByteArray("99999999999999999999") << Nothing;
    QTest::newRow("fraction") << QByteArray("1.5") << Nothing;
    QTest::newRow("words") << QByteArray("soon") << Nothing;
    QTest::newRow("date") << QByteArray("Wed, 21 Oct 2015 07:28:30 GMT") << 30;
    QTest::newRow("date a day ahead") << QByteArray("Thu, 22 Oct 2015 07:28:00 GMT") << 86400;
    QTest::newRow("date further ahead") << QByteArray("Thu, 22 Oct 2015 07:28:01 GMT") << Nothing;
    QTest::newRow("date of now") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << Nothing;
    QTest::newRow("past date") << QByteArray("Wed, 21 Oct 2015 07:27:59 GMT") << Nothing;
    QTest::newRow("date that is none") << QByteArray("Wed, 41 Oct 2015 07:28:30 GMT") << Nothing;
}

void TestRequestedWait::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const auto wait = requestedWait({.status = 429, .retryAfter = header, .now = now});
    QCOMPARE(wait ? int(*wait / 1s) : Nothing, seconds);
}

void TestRequestedWait::rateLimitReset_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    const auto in = [](qint64 seconds) {
        return QByteArray::number(now.toSecsSinceEpoch() + seconds);
    };
    QTest::newRow("next second") << in(1) << 1;
    QTest::newRow("next minute") << QByteArray(' ' + in(60)) << 60;
    QTest::newRow("an hour") << in(3600) << 3600;
    QTest::newRow("over a day") << in(86401) << Nothing;
    QTest::newRow("now") << in(0) << Nothing;
    QTest::newRow("past") << in(-1) << Nothing;
    QTest::newRow("zero") << QByteArray("0") << Nothing;
    QTest::newRow("milliseconds by mistake") << QByteArray(in(1) + "000") << Nothing;
    QTest::newRow("largest number") << QByteArray("9223372036854775807") << Nothing;
    QTest::newRow("smallest number") << QByteArray("-9223372036854775808") << Nothing;
    QTest::newRow("words") << QByteArray("tomorrow") << Nothing;
    QTest::newRow("empty") << QByteArray() << Nothing;
}

void TestRequestedWait::rateLimitReset()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const auto wait = requestedWait({.status = 429, .rateLimitReset = header, .now = now});
    QCOMPARE(wait ? int(*wait / 1s) : Nothing, seconds);
}

void TestRequestedWait::retryAfterGoesBeforeReset()
{
    const QByteArray reset = QByteArray::number(now.toSecsSinceEpoch() + 50);
    const auto wait =
        requestedWait({.status = 429, .retryAfter = "7", .rateLimitReset = reset, .now = now});
    QVERIFY(wait == 7s);
}

void TestRequestedWait::senselessRetryAfterLeavesTheReset()
{
    const QByteArray reset = QByteArray::number(now.toSecsSinceEpoch() + 50);
    for (const char *senseless : {"soon", "0", "-3", "100000", "Wed, 21 Oct 2015 07:00:00 GMT"}) {
        const auto wait = requestedWait(
            {.status = 429, .retryAfter = senseless, .rateLimitReset = reset, .now = now});
        QVERIFY2(wait == 50s, senseless);
    }
}

void TestRequestedWait::onlyARateLimitHasAWait()
{
    for (const int status : {400, 401, 404, 500, 503}) {
        const auto error = apiError({.status = status, .retryAfter = "7", .now = now});
        QVERIFY(error && !error->retryAfter);
    }
    const auto error = apiError({.status = 429, .retryAfter = "7", .now = now});
    QVERIFY(error && error->retryAfter == 7s);
}

void TestRequestedWait::httpDates_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("as RFC 9110 wants it") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << now;
    QTest::newRow("blanks around") << QByteArray(" Wed, 21 Oct 2015 07:28:00 GMT ") << now;
    QTest::newRow("empty") << QByteArray() << QDateTime();
    QTest::newRow("cut off") << QByteArray("Wed, 21 Oct 2015 07:28") << QDateTime();
    QTest::newRow("no such hour") << QByteArray("Wed, 21 Oct 2015 27:28:00 GMT") << QDateTime();
    QTest::newRow("words") << QByteArray("in a while, or so it seems GMT") << QDateTime();
}

void TestRequestedWait::httpDates()
{
    QFETCH(QByteArray, header);
    QFETCH(QDateTime, expected);
    QCOMPARE(httpDate(header), expected);
    QCOMPARE(httpDate(header).isValid(), expected.isValid());
}

void TestRequestedWait::httpDateInTheHourThatSummerTimeSkips()
{
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Paris");
    tzset();
    const QDateTime read = httpDate("Sun, 30 Mar 2025 02:30:00 GMT");
    qputenv("TZ", zone);
    tzset();
    QCOMPARE(read, QDateTime(QDate(2025, 3, 30), QTime(2, 30), Qt::UTC));
}

QTEST_GUILESS_MAIN(TestRequestedWait)
#include "tst_requestedwait.moc"
