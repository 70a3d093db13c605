// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organizationid.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum OrganizationIdProblem;

class tst_OrganizationId final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void isTaken_data();
    void isTaken();
    void isRefused_data();
    void isRefused();
};

void tst_OrganizationId::isTaken_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("as they are today") << u"org_9ybsU1dN2dKfDkBi"_s;
    QTest::newRow("one character") << u"x"_s;
    QTest::newRow("50 characters") << QString(50, u'a');
    QTest::newRow("50 characters of two units") << u"😀"_s.repeated(50);
    QTest::newRow("signs of URLs") << u"a/b?c=d&e#f%2e+;:@"_s;
    QTest::newRow("dots and more") << u"..."_s;
    QTest::newRow("another script") << u"組織"_s;
    QTest::newRow("markup") << u"<b>&amp;"_s;
}

void tst_OrganizationId::isTaken()
{
    QFETCH(QString, id);
    QVERIFY(!organizationIdProblem(id));
}

void tst_OrganizationId::isRefused_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<OrganizationIdProblem>("problem");
    QTest::newRow("null") << QString() << Empty;
    QTest::newRow("empty") << u""_s << Empty;
    QTest::newRow("51 characters") << QString(51, u'a') << TooLong;
    QTest::newRow("51 characters of two units") << u"😀"_s.repeated(51) << TooLong;
    QTest::newRow("a million") << QString(1'000'000, u'a') << TooLong;
    QTest::newRow("a blank") << u" "_s << NotAnId;
    QTest::newRow("blank in front") << u" org_1"_s << NotAnId;
    QTest::newRow("blank behind") << u"org_1 "_s << NotAnId;
    QTest::newRow("blank inside") << u"org 1"_s << NotAnId;
    QTest::newRow("no-break space") << u"org\u00A01"_s << NotAnId;
    QTest::newRow("line feed") << u"org_1\n"_s << NotAnId;
    QTest::newRow("line separator") << u"org_1\u2028"_s << NotAnId;
    QTest::newRow("NUL") << QString::fromUtf16(u"org\0", 4) << NotAnId;
    QTest::newRow("escape") << u"\u001b[0m"_s << NotAnId;
    QTest::newRow("delete") << u"org\u007f"_s << NotAnId;
    QTest::newRow("C1 control") << u"org\u0085x"_s << NotAnId;
    QTest::newRow("here") << u"."_s << NotAnId;
    QTest::newRow("above") << u".."_s << NotAnId;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) << NotAnId;
}

void tst_OrganizationId::isRefused()
{
    QFETCH(QString, id);
    QFETCH(OrganizationIdProblem, problem);
    const std::optional<OrganizationIdProblem> found = organizationIdProblem(id);
    QVERIFY(found);
    QCOMPARE(int(*found), int(problem));
}

QTEST_APPLESS_MAIN(tst_OrganizationId)
#include "tst_organizationid.moc"
