// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/profile.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Several profiles may have one domain; the same one must be chosen everywhere.
class TestProfile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void theCurrentOneComesBeforeTheFirst_data();
    void theCurrentOneComesBeforeTheFirst();
    void noProfileMatchesAnEmptyDomain();
};

void TestProfile::theCurrentOneComesBeforeTheFirst_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("currentId");
    QTest::addColumn<QString>("expected"); // an id; empty: none
    QTest::newRow("the only one") << u"globex.auth0.com"_s << u"a"_s << u"g"_s;
    QTest::newRow("the first") << u"acme.auth0.com"_s << u"g"_s << u"a"_s;
    QTest::newRow("the current") << u"acme.auth0.com"_s << u"c"_s << u"c"_s;
    QTest::newRow("no current") << u"acme.auth0.com"_s << QString() << u"a"_s;
    QTest::newRow("none") << u"initech.auth0.com"_s << u"a"_s << QString();
    QTest::newRow("written by hand") << u"edited.auth0.com"_s << u"a"_s << u"e"_s;
}

void TestProfile::theCurrentOneComesBeforeTheFirst()
{
    QFETCH(QString, domain);
    QFETCH(QString, currentId);
    QFETCH(QString, expected);
    const QList<Profile> profiles{{.id = u"x"_s, .domain = u"no domain"_s},
                                  {.id = u"a"_s, .domain = u"acme.auth0.com"_s},
                                  {.id = u"b"_s, .domain = u"acme.auth0.com"_s},
                                  {.id = u"g"_s, .domain = u"globex.auth0.com"_s},
                                  {.id = u"c"_s, .domain = u"acme.auth0.com"_s},
                                  {.id = u"e"_s, .domain = u"https://EDITED.auth0.com/"_s}};
    const auto found = profileFor(*TenantDomain::fromText(domain), profiles, currentId);
    QCOMPARE(found ? found->id : QString(), expected);
}

void TestProfile::noProfileMatchesAnEmptyDomain()
{
    QVERIFY(!profileFor({}, {{.id = u"x"_s}}, u"x"_s));
}

QTEST_APPLESS_MAIN(TestProfile)
#include "tst_profile.moc"
