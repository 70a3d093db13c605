// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/result.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

enum class Problem { Small, Large };

} // namespace

class TestResult final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void valueIsReturned();
    void errorIsReturned();
    void errorsMayHaveAnyType();
    void falseIsAValue();
    void wrongAccessThrows();
    void valuesMayBeMoveOnly();
};

void TestResult::valueIsReturned()
{
    const Result<QString> result = u"text"_s;
    QVERIFY(result.has_value());
    QVERIFY(bool(result));
    QCOMPARE(result.value(), u"text"_s);
    QCOMPARE(*result, u"text"_s);
    QCOMPARE(result->size(), 4);
}

void TestResult::errorIsReturned()
{
    const ApiError error{.kind = ApiError::Kind::Forbidden, .httpStatus = 403};
    const Result<QString> result = error;
    QVERIFY(!result.has_value());
    QVERIFY(!result);
    QVERIFY(result.error() == error);
}

void TestResult::errorsMayHaveAnyType()
{
    const Result<int, Problem> result = Problem::Large;
    QVERIFY(!result);
    QVERIFY(result.error() == Problem::Large);
}

void TestResult::falseIsAValue()
{
    const Result<bool> no = false;
    QVERIFY(no);
    QVERIFY(!*no);
    const Result<int, Problem> zero = 0;
    QVERIFY(zero);
    QCOMPARE(*zero, 0);
}

void TestResult::wrongAccessThrows()
{
    const Result<int> value = 1;
    const Result<int> error = ApiError{};
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, (void)value.error());
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, (void)error.value());
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, (void)*error);
}

void TestResult::valuesMayBeMoveOnly()
{
    const Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
    QVERIFY(result);
    QCOMPARE(**result, 3);
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
