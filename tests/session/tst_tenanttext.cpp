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

//! How a tenant is called in titles and sentences.
class TestTenantText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void hasTheNameThatIsKnown_data();
    void hasTheNameThatIsKnown();
};

void TestTenantText::hasTheNameThatIsKnown_data()
{
    QTest::addColumn<NamedTenant>("tenant");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("maskedTitle");
    const QString host = u"acme.eu.auth0.com"_s;
    const Profile profile{.name = u"acme"_s, .kind = TenantKind::Staging, .domain = host};
    const auto row = [](const char *tag, const NamedTenant &tenant, const QString &name,
                        const QString &title, const QString &maskedTitle) {
        QTest::newRow(tag) << tenant << name << title << maskedTitle;
    };
    row("in no profile", {.domain = host}, host, host, u"••••••"_s);
    row("in a profile", {.domain = host, .profile = profile}, u"acme"_s, u"acme (Staging)"_s,
        u"•••••• (Staging)"_s);
    row("with a name that shows nothing", {.profile = Profile{.name = u"a\u202Eb"_s}},
        u"a[U+202E]b"_s, u"a[U+202E]b (Production)"_s, u"•••••• (Production)"_s);
    row("saved", {.domain = host, .isSaved = true}, host, u"acme.eu.auth0.com (saved, not live)"_s,
        u"•••••• (saved, not live)"_s);
    row("demo", {.domain = u"127.0.0.1:8080"_s, .isDemo = true}, u"127.0.0.1:8080"_s,
        u"Demo tenant"_s, u"Demo tenant"_s);
    row("none", {}, {}, {}, {});
}

void TestTenantText::hasTheNameThatIsKnown()
{
    QFETCH(const NamedTenant, tenant);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    PrivacyMode privacy(settings);
    QTEST(tenantName(tenant, privacy), "name");
    QTEST(tenantTitle(tenant, privacy), "title");
    privacy.setOn(true);
    QTEST(tenantTitle(tenant, privacy), "maskedTitle");
}

QTEST_GUILESS_MAIN(TestTenantText)
#include "tst_tenanttext.moc"
