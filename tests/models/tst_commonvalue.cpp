// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/commonvalue.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Row = OrganizationConnection;

//! What several connections have in common.
class tst_CommonValue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void oneWordWhereAllAgree();
    void differentWordsAreCountedMostFirst();
    void notSentIsNotNo();
    void manyWordsAreOnlyCounted();
};

namespace {

Row row(std::optional<bool> isEnabled, const QString &strategy = u"okta"_s)
{
    return {.connectionId = u"con_1"_s, .strategy = strategy, .isEnabled = isEnabled};
}

} // namespace

void tst_CommonValue::oneWordWhereAllAgree()
{
    QCOMPARE(commonValue({row(true), row(true)}, ConnectionField::IsEnabled), u"Yes"_s);
}

void tst_CommonValue::differentWordsAreCountedMostFirst()
{
    QCOMPARE(commonValue({row(false), row(true), row(true)}, ConnectionField::IsEnabled),
             u"Yes (2), No (1)"_s);
}

void tst_CommonValue::notSentIsNotNo()
{
    const QString value = commonValue({row(false), row({})}, ConnectionField::IsEnabled);
    QVERIFY2(value.startsWith("No (1), "_L1), qPrintable(value));
    QVERIFY(value.endsWith(" (1)"_L1));
}

void tst_CommonValue::manyWordsAreOnlyCounted()
{
    QList<Row> rows;
    for (const QString &strategy : {u"okta"_s, u"auth0"_s, u"samlp"_s, u"email"_s})
        rows.append(row(true, strategy));
    QCOMPARE(commonValue(rows, ConnectionField::Strategy).count(u'('), 4);
    rows.append(row(true, u"github"_s));
    QVERIFY(commonValue(rows, ConnectionField::Strategy).startsWith(u'5'));
}

QTEST_APPLESS_MAIN(tst_CommonValue)
#include "tst_commonvalue.moc"
