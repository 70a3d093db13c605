// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenanttext.h"

#include "session/privacymode.h"
#include "store/settings.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestTenantText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void subjectHasNameAndTitle_data();
    void subjectHasNameAndTitle();
    void windowTitleNamesTheOrganizationFirst();
};

void TestTenantText::subjectHasNameAndTitle_data()
{
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("maskedTitle");
    const QString host = u"acme.eu.auth0.com"_s;
    const TenantDomain domain = *TenantDomain::fromText(host);
    const Profile profile{.name = u"acme"_s, .kind = TenantKind::Staging, .domain = host};
    const auto row = [](const char *tag, const Subject &subject, const QString &name,
                        const QString &title, const QString &maskedTitle) {
        QTest::newRow(tag) << subject << name << title << maskedTitle;
    };
    row("in no profile", TenantSubject{.domain = domain}, host, host, u"••••••"_s);
    row("in a profile", TenantSubject{.domain = domain, .profile = profile}, u"acme"_s,
        u"acme (Staging)"_s, u"•••••• (Staging)"_s);
    row("with a name that shows nothing", TenantSubject{.profile = Profile{.name = u"a\u202Eb"_s}},
        u"a[U+202E]b"_s, u"a[U+202E]b (Production)"_s, u"•••••• (Production)"_s);
    row("saved", SavedViewSubject{std::make_shared<const SavedView>(SavedView{.domain = domain})},
        host, u"acme.eu.auth0.com (saved copy)"_s, u"•••••• (saved copy)"_s);
    row("demo", DemoSubject{*TenantDomain::fromText(u"127.0.0.1:8080"_s)}, u"Demo tenant"_s,
        u"Demo tenant"_s, u"Demo tenant"_s);
    row("none", NoSubject(), {}, {}, {});
}

void TestTenantText::subjectHasNameAndTitle()
{
    QFETCH(const Subject, subject);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    PrivacyMode privacy(settings);
    QTEST(tenantName(subject, privacy), "name");
    QTEST(tenantTitle(subject, privacy), "title");
    privacy.setOn(true);
    QTEST(tenantTitle(subject, privacy), "maskedTitle");
}

void TestTenantText::windowTitleNamesTheOrganizationFirst()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    PrivacyMode privacy(settings);
    const Subject demo = DemoSubject();
    const Organization acme{.id = u"org_1"_s, .displayName = u"Acme Corp"_s};
    QCOMPARE(windowTitleText(demo, acme, privacy), u"Acme Corp – Demo tenant – Vestibule"_s);
    QCOMPARE(windowTitleText(demo, {}, privacy), u"Demo tenant – Vestibule"_s);
    QCOMPARE(windowTitleText(NoSubject(), {}, privacy), u"Vestibule"_s);
    privacy.setOn(true);
    const QString hidden = maskedOrganizationName(acme.displayName, acme.id); // has a number
    QVERIFY(hidden.startsWith("Organization "_L1));
    QCOMPARE(windowTitleText(demo, acme, privacy), hidden + u" – Demo tenant – Vestibule"_s);
}

QTEST_GUILESS_MAIN(TestTenantText)
#include "tst_tenanttext.moc"
