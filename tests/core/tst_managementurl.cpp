// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/managementurl.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The other URLs are tested with the requests and copies that are made of them.
class tst_ManagementUrl final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void organizations_data();
    void organizations();
};

void tst_ManagementUrl::organizations_data()
{
    QTest::addColumn<QString>("checkpoint");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the first ones") << QString() << "take=100"_ba;
    QTest::newRow("those behind a checkpoint") << u"abc"_s << "take=100&from=abc"_ba;
    QTest::newRow("odd checkpoint") << u"a+/=&b"_s << "take=100&from=a%2B%2F%3D%26b"_ba;
}

void tst_ManagementUrl::organizations()
{
    QFETCH(QString, checkpoint);
    QFETCH(QByteArray, expected);
    const TenantDomain tenant = TenantDomain::fromText(u"acme.eu.auth0.com"_s).value();
    QCOMPARE(organizationsUrl(tenant, checkpoint).toEncoded(),
             "https://acme.eu.auth0.com/api/v2/organizations?" + expected);
}

QTEST_APPLESS_MAIN(tst_ManagementUrl)
#include "tst_managementurl.moc"
