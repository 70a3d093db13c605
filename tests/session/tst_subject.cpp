// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/subject.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestSubject final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void answersWhatCanBeDone_data();
    void answersWhatCanBeDone();
    void hasWhatItsAlternativeHas();
};

void TestSubject::answersWhatCanBeDone_data()
{
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("canRefresh");
    QTest::addColumn<bool>("canEnterToken");
    QTest::addColumn<bool>("canRemember");
    const QString host = u"acme.eu.auth0.com"_s;
    const TenantDomain domain = *TenantDomain::fromText(host);
    QTest::newRow("nothing") << Subject(NoSubject()) << QString() << false << false << false;
    QTest::newRow("demo") << Subject(DemoSubject{domain}) << host << true << false << false;
    QTest::newRow("tenant") << Subject(TenantSubject{.domain = domain}) << host << true << true
                            << true;
    QTest::newRow("tenant whose domain cannot be used")
        << Subject(TenantSubject{.profile = Profile{.domain = u"http://evil.com"_s}}) << QString()
        << true << false << true;
    QTest::newRow("saved view") << Subject(
        SavedViewSubject{std::make_shared<const SavedView>(SavedView{.domain = domain})})
                                << host << false << false << false;
}

void TestSubject::answersWhatCanBeDone()
{
    QFETCH(const Subject, subject);
    QTEST(domainOf(subject).text(), "domain");
    QTEST(canRefresh(subject), "canRefresh");
    QTEST(canEnterToken(subject), "canEnterToken");
    QTEST(canRemember(subject), "canRemember");
}

void TestSubject::hasWhatItsAlternativeHas()
{
    const Profile profile{.id = u"p"_s};
    const Subject tenant = TenantSubject{.profile = profile};
    QVERIFY(profileOf(tenant) && *profileOf(tenant) == profile);
    QVERIFY(!profileOf(TenantSubject()) && !profileOf(DemoSubject()) && !profileOf(NoSubject()));
    const auto view = std::make_shared<const SavedView>();
    QCOMPARE(savedViewOf(SavedViewSubject{view}), view);
    QVERIFY(!savedViewOf(tenant) && !savedViewOf(NoSubject()));
    QVERIFY(isDemo(DemoSubject()) && !isDemo(tenant) && !isDemo(NoSubject()));
}

QTEST_GUILESS_MAIN(TestSubject)
#include "tst_subject.moc"
