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

class tst_Result final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aValueIsAValue();
    void anErrorIsAnError();
    void anErrorOfItsOwnKind();
    void aFalseValueIsAValue();
    void theWrongSideThrows();
    void aValueMayBeMovableOnly();
};

void tst_Result::aValueIsAValue()
{
    const Result<QString> result = u"text"_s;
    QVERIFY(result.has_value());
    QVERIFY(bool(result));
    QCOMPARE(result.value(), u"text"_s);
    QCOMPARE(*result, u"text"_s);
    QCOMPARE(result->size(), 4);
}

void tst_Result::anErrorIsAnError()
{
    const ApiError error{.kind = ApiError::Kind::Forbidden, .httpStatus = 403};
    const Result<QString> result = error;
    QVERIFY(!result.has_value());
    QVERIFY(!result);
    QVERIFY(result.error() == error);
}

void tst_Result::anErrorOfItsOwnKind()
{
    const Result<int, Problem> result = Problem::Large;
    QVERIFY(!result);
    QVERIFY(result.error() == Problem::Large);
}

void tst_Result::aFalseValueIsAValue()
{
    const Result<bool> no = false;
    QVERIFY(no);
    QVERIFY(!*no);
    const Result<int, Problem> zero = 0;
    QVERIFY(zero);
    QCOMPARE(*zero, 0);
}

void tst_Result::theWrongSideThrows()
{
    const Result<int> value = 1;
    const Result<int> error = ApiError{};
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, (void)value.error());
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, (void)error.value());
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, (void)*error);
}

void tst_Result::aValueMayBeMovableOnly()
{
    const Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
    QVERIFY(result);
    QCOMPARE(**result, 3);
}

QTEST_APPLESS_MAIN(tst_Result)
#include "tst_result.moc"
