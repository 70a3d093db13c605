// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/settings.h"

#include "core/connectionpage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const Profile Acme{.id = u"1"_s,
                   .name = u"Acme"_s,
                   .domain = u"acme.eu.auth0.com"_s,
                   .organizationId = u"org_1"_s};

} // namespace

class tst_Settings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void defaultsOfAMissingFile();
    void everythingIsRemembered();
    void valuesOfAnyKindAreRemembered_data();
    void valuesOfAnyKindAreRemembered();
    void readingWritesNothing();
    void rowsPerPageStayWithinBounds_data();
    void rowsPerPageStayWithinBounds();
    void theLatestOrganizationComesFirst();
    void tenOrganizationsAreRemembered();
    void everyTenantHasItsOwnOrganizations();
    void noKeyCouldHoldAToken();
    void thePersonsOwnFile();

private:
    static void fill(Settings &settings);
    static QStringList idsOf(const Settings &settings, const QString &domain);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void tst_Settings::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(u"sub/vestibule.ini"_s);
}

void tst_Settings::fill(Settings &settings)
{
    settings.setProfiles({Acme});
    settings.setAppearance({.theme = Theme::HighContrast, .language = u"fr"_s});
    settings.setPrivate(true);
    settings.setRowsPerPage(25);
    settings.addRecentOrganization(u"acme.eu.auth0.com"_s, {.id = u"org_1"_s, .name = u"Acme"_s});
    settings.addRecentOrganization(u"https://localhost:8443"_s, {.id = u"org_2"_s});
    settings.setExportFolder(u"/home/me/My exports, all"_s);
    settings.setLayout(u"window"_s, QByteArray("\0\xff\x01;\"=\n", 7));
}

//! The recent organizations'.
QStringList tst_Settings::idsOf(const Settings &settings, const QString &domain)
{
    QStringList ids;
    for (const RecentOrganization &recent : settings.recentOrganizations(domain))
        ids.append(recent.id);
    return ids;
}

void tst_Settings::defaultsOfAMissingFile()
{
    const Settings settings(m_path);
    QVERIFY(settings.profiles().isEmpty());
    QVERIFY(!settings.currentProfile());
    QCOMPARE(settings.currentProfileId(), QString());
    QCOMPARE(settings.network(), NetworkSettings());
    QCOMPARE(settings.appearance(), Appearance());
    QVERIFY(!settings.isPrivate());
    QCOMPARE(settings.rowsPerPage(), PageRequest::DefaultSize);
    QCOMPARE(settings.recentOrganizations(u"acme.eu.auth0.com"_s), QList<RecentOrganization>());
    QCOMPARE(settings.recentOrganizations({}), QList<RecentOrganization>());
    QCOMPARE(settings.exportFolder(), QString());
    QCOMPARE(settings.layout(u"window"_s), QByteArray());
}

void tst_Settings::everythingIsRemembered()
{
    {
        Settings settings(m_path);
        fill(settings);
    }
    QVERIFY(QFileInfo::exists(m_path));
    QVERIFY(QFile::copy(m_path, m_dir->filePath(u"copy.ini"_s))); // read from disk, not a cache
    const Settings settings(m_dir->filePath(u"copy.ini"_s));
    QCOMPARE(settings.profiles(), QList<Profile>{Acme});
    QCOMPARE(settings.appearance(),
             (Appearance{.theme = Theme::HighContrast, .language = u"fr"_s}));
    QVERIFY(settings.isPrivate());
    QCOMPARE(settings.rowsPerPage(), 25);
    QCOMPARE(settings.recentOrganizations(u"acme.eu.auth0.com"_s),
             (QList<RecentOrganization>{{.id = u"org_1"_s, .name = u"Acme"_s}}));
    QCOMPARE(idsOf(settings, u"https://localhost:8443"_s), QStringList{u"org_2"_s});
    QCOMPARE(settings.exportFolder(), u"/home/me/My exports, all"_s);
    QCOMPARE(settings.layout(u"window"_s), QByteArray("\0\xff\x01;\"=\n", 7));
    QCOMPARE(settings.layout(u"table"_s), QByteArray());
}

void tst_Settings::valuesOfAnyKindAreRemembered_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("comma") << u"a,b"_s;
    QTest::newRow("semicolon and hash") << u"a;b#c"_s;
    QTest::newRow("quotes") << u"\"a\" 'b'"_s;
    QTest::newRow("backslashes") << u"C:\\new\\x41"_s;
    QTest::newRow("like a variant") << u"@Variant(x)"_s;
    QTest::newRow("at") << u"@@"_s;
    QTest::newRow("blanks around") << u"  a "_s;
    QTest::newRow("line break") << u"a\n[tenant]\ndomain=evil.com"_s;
    QTest::newRow("scripts") << u"組織 é 😀"_s;
    QTest::newRow("percent") << u"%20"_s;
}

void tst_Settings::valuesOfAnyKindAreRemembered()
{
    QFETCH(QString, value);
    {
        Settings settings(m_path);
        settings.setProfiles({{.id = u"1"_s, .name = value, .organizationId = value}});
        settings.addRecentOrganization(value, {.id = value, .name = value});
        settings.addRecentOrganization(value, {.id = u"org_1"_s});
    }
    const QString copy = m_dir->filePath(u"copy.ini"_s);
    QVERIFY(QFile::copy(m_path, copy));
    const Settings settings(copy);
    QCOMPARE(settings.currentProfile()->organizationId, value);
    QCOMPARE(settings.currentProfile()->name, value);
    QCOMPARE(idsOf(settings, value), (QStringList{u"org_1"_s, value}));
    QCOMPARE(settings.recentOrganizations(value).constLast().name, value);
}

void tst_Settings::readingWritesNothing()
{
    {
        const Settings settings(m_path);
        QVERIFY(settings.profiles().isEmpty());
    }
    QVERIFY(!QFileInfo::exists(m_path));
}

void tst_Settings::rowsPerPageStayWithinBounds_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("expected");
    QTest::newRow("least") << 1 << 1;
    QTest::newRow("some") << 37 << 37;
    QTest::newRow("most") << 100 << 100;
    QTest::newRow("none") << 0 << PageRequest::DefaultSize;
    QTest::newRow("fewer than none") << -1 << PageRequest::DefaultSize;
    QTest::newRow("too many") << 101 << PageRequest::DefaultSize;
}

void tst_Settings::rowsPerPageStayWithinBounds()
{
    QFETCH(int, rows);
    QFETCH(int, expected);
    Settings settings(m_path);
    settings.setRowsPerPage(rows);
    QCOMPARE(settings.rowsPerPage(), expected);
}

void tst_Settings::theLatestOrganizationComesFirst()
{
    Settings settings(m_path);
    const QString domain = u"acme.eu.auth0.com"_s;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"a"_s, u"a"_s})
        settings.addRecentOrganization(domain, {.id = id});
    QCOMPARE(idsOf(settings, domain), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
}

void tst_Settings::tenOrganizationsAreRemembered()
{
    Settings settings(m_path);
    const QString domain = u"acme.eu.auth0.com"_s;
    for (int i = 1; i <= 12; ++i)
        settings.addRecentOrganization(domain, {.id = QString::number(i)});
    const QStringList recent = idsOf(settings, domain);
    QCOMPARE(recent.size(), Settings::MaximumRecentOrganizations);
    QCOMPARE(recent.constFirst(), u"12"_s);
    QCOMPARE(recent.constLast(), u"3"_s);
}

void tst_Settings::everyTenantHasItsOwnOrganizations()
{
    Settings settings(m_path);
    const QStringList domains{u"acme.eu.auth0.com"_s,
                              u"acme.eu.auth0.com:8443"_s,
                              u"127.0.0.1:4000"_s,
                              u"[::1]:4000"_s,
                              u"localhost"_s,
                              u"https://localhost"_s,
                              u"a/b"_s,
                              u"a"_s,
                              u"a%2Fb"_s};
    for (const QString &domain : domains)
        settings.addRecentOrganization(domain, {.id = QString("org of "_L1 + domain)});
    for (const QString &domain : domains)
        QCOMPARE(idsOf(settings, domain), QStringList(QString("org of "_L1 + domain)));
}

void tst_Settings::noKeyCouldHoldAToken()
{
    {
        Settings settings(m_path);
        settings.setProfiles({{.id = u"1"_s}});
        settings.setCurrentProfileId(u"1"_s);
        settings.setNetwork({});
        fill(settings);
    }
    QStringList keys = QSettings(m_path, QSettings::IniFormat).allKeys();
    keys.sort();
    const QStringList expected{u"appearance/language"_s,
                               u"appearance/private"_s,
                               u"appearance/theme"_s,
                               u"export/folder"_s,
                               u"layout/window"_s,
                               u"network/caCertificateFile"_s,
                               u"network/proxyHost"_s,
                               u"network/proxyMode"_s,
                               u"network/proxyPort"_s,
                               u"network/proxyUser"_s,
                               u"network/timeoutSeconds"_s,
                               u"profiles/1/domain"_s,
                               u"profiles/1/kind"_s,
                               u"profiles/1/name"_s,
                               u"profiles/1/organization"_s,
                               u"profiles/current"_s,
                               u"profiles/order"_s,
                               u"recent/acme.eu.auth0.com"_s,
                               u"recent/https%3A%2F%2Flocalhost%3A8443"_s,
                               u"table/rowsPerPage"_s};
    QCOMPARE(keys, expected);
}

void tst_Settings::thePersonsOwnFile()
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", m_dir->path().toLocal8Bit());
    QCoreApplication::setApplicationName(u"own"_s);
    {
        Settings settings;
        settings.setRowsPerPage(33);
    }
    qputenv("XDG_CONFIG_HOME", before);
    QCOMPARE(Settings(m_dir->filePath(u"own/vestibule.ini"_s)).rowsPerPage(), 33);
}

QTEST_APPLESS_MAIN(tst_Settings)
#include "tst_settings.moc"
