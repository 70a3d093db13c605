// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/settings.h"

#include "core/connectionpage.h"
#include "support/filesizelimit.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

const Profile Acme{.id = u"1"_s,
                   .name = u"Acme"_s,
                   .domain = u"acme.eu.auth0.com"_s,
                   .organizationId = u"org_1"_s};

const Profile AcmeApplication{.id = u"2"_s,
                              .name = u"Acme, by an application"_s,
                              .domain = u"login.acme.com"_s,
                              .access = AccessKind::Application,
                              .clientId = u"abcDEF123"_s,
                              .audience = u"https://acme.eu.auth0.com/api/v2/"_s};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "none"_ba;
}

} // namespace

class TestSettings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void defaultsOfAMissingFile();
    void everythingIsRemembered();
    void recentFilesAreFewAndDifferent();
    void valuesOfAnyKindAreRemembered_data();
    void valuesOfAnyKindAreRemembered();
    void readingWritesNothing();
    void rowsPerPageStayWithinBounds_data();
    void rowsPerPageStayWithinBounds();
    void theLatestOrganizationComesFirst();
    void tenOrganizationsAreRemembered();
    void shortNamesAreRememberedBesideTheOthers();
    void everyTenantHasItsOwnOrganizations();
    void noKeyCouldHoldASecret();
    void theUsersOwnFile();
    void filesOfEarlierVersionsAreRead();
    void theSameSettingsMakeTheSameFile();

    // Profiles.
    void profilesAreRemembered();
    void applicationsAreRemembered();
    void unknownAccessStays();
    void everyProfileHasADifferentId();
    void theChosenProfileIsCurrent();
    void removedProfilesLeaveTheFile();
    void whatANewerVersionWroteStays();
    void brokenProfiles_data();
    void brokenProfiles();
    void tooManyProfilesStayInTheFile();
    void organizationsOfRemovedTenantsLeaveTheFile();
    void noIdBeginsWithADot();

    // The network.
    void networkIsRemembered();
    void networkFallsBackValueByValue_data();
    void networkFallsBackValueByValue();

    // Files that were edited or broken, and places that cannot be written.
    void rowsPerPageFallBackToTheDefault_data();
    void rowsPerPageFallBackToTheDefault();
    void anUnknownAppearanceIsTheSystems_data();
    void anUnknownAppearanceIsTheSystems();
    void aFlagOfAnotherWordIsTheDefault_data();
    void aFlagOfAnotherWordIsTheDefault();
    void aLongerListOfOrganizationsIsCut();
    void aBrokenValueLeavesTheOthers_data();
    void aBrokenValueLeavesTheOthers();
    void aBrokenFileIsReplaced_data();
    void aBrokenFileIsReplaced();
    void aBrokenFileIsKept();
    void aPlaceThatCannotBeWrittenIsHarmless_data();
    void aPlaceThatCannotBeWrittenIsHarmless();
    void aFailedWriteIsReportedOnce_data();
    void aFailedWriteIsReportedOnce();
    void readOnlyPlacesAreReported_data();
    void readOnlyPlacesAreReported();
    void aFullDiskLeavesTheFileAsItIs();
    void aCutFileIsReplacedByTheOldOne_data();
    void aCutFileIsReplacedByTheOldOne();
    void changesOfAnotherProgramStay();
    void savingSucceedsLater();

private:
    static void fill(Settings &settings);
    static QStringList idsOf(const Settings &settings, const QString &domain);
    QString write(const QByteArray &content) const;
    [[nodiscard]] QStringList keys() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path; // in a folder that does not exist
};

void TestSettings::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(u"sub/vestibule.ini"_s);
}

//! Creates the file with this content, and returns its path.
QString TestSettings::write(const QByteArray &content) const
{
    QFile file(m_path);
    if (!m_dir->isValid() || !QDir(m_dir->path()).mkpath(u"sub"_s)
        || !file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qWarning("cannot write");
    return m_path;
}

void TestSettings::fill(Settings &settings)
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

//! The ids of recentOrganizations().
QStringList TestSettings::idsOf(const Settings &settings, const QString &domain)
{
    QStringList ids;
    for (const RecentOrganization &recent : settings.recentOrganizations(domain))
        ids.append(recent.id);
    return ids;
}

void TestSettings::defaultsOfAMissingFile()
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

void TestSettings::everythingIsRemembered()
{
    {
        Settings settings(m_path);
        fill(settings);
    }
    QVERIFY(QFileInfo::exists(m_path));
    QVERIFY(QFile::copy(
        m_path, m_dir->filePath(u"copy.ini"_s))); // so that it is read from disk, not from a cache
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

void TestSettings::recentFilesAreFewAndDifferent()
{
    Settings settings(m_path);
    for (int number = 0; number < 12; ++number)
        settings.addRecentFile(u"/home/me/%1, one.vestibule"_s.arg(number));
    settings.addRecentFile(u"/home/me/7, one.vestibule"_s);
    QCOMPARE(settings.recentFiles().size(), Settings::MaximumRecentFiles);
    QCOMPARE(settings.recentFiles().at(0), u"/home/me/7, one.vestibule"_s);
    QCOMPARE(settings.recentFiles().at(1), u"/home/me/11, one.vestibule"_s);
    QCOMPARE(settings.recentFiles().count(u"/home/me/7, one.vestibule"_s), 1);
    QVERIFY(settings.save());
    QCOMPARE(Settings(m_path).recentFiles(), settings.recentFiles());
    settings.clearRecentFiles();
    QCOMPARE(settings.recentFiles(), QStringList());
}

void TestSettings::valuesOfAnyKindAreRemembered_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("comma") << u"a,b"_s;
    QTest::newRow("semicolon and hash") << u"a;b#c"_s;
    QTest::newRow("quotes") << u"\"a\" 'b'"_s;
    QTest::newRow("backslashes") << u"C:\\new\\x41"_s;
    QTest::newRow("like a variant") << u"@Variant(x)"_s;
    QTest::newRow("at") << u"@@"_s;
    QTest::newRow("spaces around") << u"  a "_s;
    QTest::newRow("line break") << u"a\n[tenant]\ndomain=evil.com"_s;
    QTest::newRow("scripts") << u"組織 é 😀"_s;
    QTest::newRow("percent") << u"%20"_s;
}

void TestSettings::valuesOfAnyKindAreRemembered()
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

void TestSettings::readingWritesNothing()
{
    {
        const Settings settings(m_path);
        QVERIFY(settings.profiles().isEmpty());
    }
    QVERIFY(!QFileInfo::exists(m_path));
}

void TestSettings::rowsPerPageStayWithinBounds_data()
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

void TestSettings::rowsPerPageStayWithinBounds()
{
    QFETCH(int, rows);
    QFETCH(int, expected);
    Settings settings(m_path);
    settings.setRowsPerPage(rows);
    QCOMPARE(settings.rowsPerPage(), expected);
}

void TestSettings::theLatestOrganizationComesFirst()
{
    Settings settings(m_path);
    const QString domain = u"acme.eu.auth0.com"_s;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"a"_s, u"a"_s})
        settings.addRecentOrganization(domain, {.id = id});
    QCOMPARE(idsOf(settings, domain), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
}

void TestSettings::tenOrganizationsAreRemembered()
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

//! An older version reads the pairs of the first list, and this one reads a file without the
//! second.
void TestSettings::shortNamesAreRememberedBesideTheOthers()
{
    const QString domain = u"acme.eu.auth0.com"_s;
    const RecentOrganization acme{.id = u"org_1"_s, .name = u"Acme"_s, .shortName = u"acme-corp"_s};
    const RecentOrganization nameless{.id = u"org_2"_s, .shortName = u"nameless"_s};
    {
        Settings settings(m_path);
        settings.addRecentOrganization(domain, acme);
        settings.addRecentOrganization(domain, {.id = u"org_1"_s}); // keeps what is known
        settings.addRecentOrganization(domain, nameless);
        settings.addRecentOrganization(domain, {.id = u"org_3"_s});
    }
    QVERIFY(contentOf(m_path).contains("acme.eu.auth0.com=org_3, , org_2, , org_1, Acme"));
    Settings settings(m_path);
    QCOMPARE(settings.recentOrganizations(domain),
             (QList<RecentOrganization>{{.id = u"org_3"_s}, nameless, acme}));
    settings.clearRecentOrganizations(domain);
    QVERIFY(settings.save());
    QVERIFY(!contentOf(m_path).contains("acme-corp"));
}

void TestSettings::everyTenantHasItsOwnOrganizations()
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

void TestSettings::noKeyCouldHoldASecret()
{
    {
        Settings settings(m_path);
        settings.setProfiles({{.id = u"1"_s}});
        settings.setCurrentProfileId(u"1"_s);
        settings.setNetwork({});
        fill(settings);
        settings.setProfiles({Acme, AcmeApplication});
        settings.addRecentOrganization(u"https://localhost:8443"_s, {.id = u"org_2"_s});
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
                               u"profiles/2/access"_s,
                               u"profiles/2/audience"_s,
                               u"profiles/2/clientId"_s,
                               u"profiles/2/domain"_s,
                               u"profiles/2/kind"_s,
                               u"profiles/2/name"_s,
                               u"profiles/2/organization"_s,
                               u"profiles/current"_s,
                               u"profiles/order"_s,
                               u"recent/acme.eu.auth0.com"_s,
                               u"recent/https%3A%2F%2Flocalhost%3A8443"_s,
                               u"table/rowsPerPage"_s};
    QCOMPARE(keys, expected);
}

void TestSettings::theUsersOwnFile()
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

//! A file as earlier versions wrote it.
void TestSettings::filesOfEarlierVersionsAreRead()
{
    const QByteArray content = R"ini([appearance]
language=fr
private=true
theme=high-contrast

[export]
byteOrderMark=true
columns=visible
folder=/home/me/exports
format=json
formulaGuard=false
header=translated
separator=semicolon
sideFile=true

[layout]
window="@ByteArray(\0\xff\x1;)"

[network]
caCertificateFile=/etc/ssl/acme ca.pem
proxyHost=proxy.acme.com
proxyMode=manual
proxyPort=8080
proxyUser="me, myself"
timeoutSeconds=60

[profileLayout]
a%252Fb%2520%252520\window=@ByteArray(own)

[profiles]
1\domain=acme.eu.auth0.com
1\kind=staging
1\name="Acme, live"
1\organization=org_1
a%252Fb%2520%252520\domain=https://localhost:8443
a%252Fb%2520%252520\kind=development
a%252Fb%2520%252520\name=組織
a%252Fb%2520%252520\organization=
current=a/b %20
order=1, a/b %20

[recent]
https%253A%252F%252Flocalhost%253A8443=org_2, , org_1, Acme

[table]
rowsPerPage=25
)ini";
    const Profile local{.id = u"a/b %20"_s,
                        .name = u"組織"_s,
                        .kind = TenantKind::Development,
                        .domain = u"https://localhost:8443"_s};
    const QByteArray windowState("\0\xff\x01;", 4);
    Settings settings(write(content));
    QCOMPARE(settings.profiles(),
             (QList<Profile>{{.id = u"1"_s,
                              .name = u"Acme, live"_s,
                              .kind = TenantKind::Staging,
                              .domain = u"acme.eu.auth0.com"_s,
                              .organizationId = u"org_1"_s},
                             local}));
    QCOMPARE(settings.currentProfile(), local);
    QCOMPARE(settings.network(),
             (NetworkSettings{.proxyMode = NetworkSettings::ProxyMode::Manual,
                              .proxyHost = u"proxy.acme.com"_s,
                              .proxyPort = 8080,
                              .proxyUser = u"me, myself"_s,
                              .caCertificateFile = u"/etc/ssl/acme ca.pem"_s,
                              .timeout = 60s}));
    QCOMPARE(settings.appearance(),
             (Appearance{.theme = Theme::HighContrast, .language = u"fr"_s}));
    QVERIFY(settings.isPrivate());
    QCOMPARE(settings.rowsPerPage(), 25);
    const QList<RecentOrganization> recent{{.id = u"org_2"_s},
                                           {.id = u"org_1"_s, .name = u"Acme"_s}};
    QCOMPARE(settings.recentOrganizations(local.domain), recent);
    QCOMPARE(settings.exportFolder(), u"/home/me/exports"_s);
    const ExportChoices choices{.format = ExportFormat::Json,
                                .onlyVisibleColumns = true,
                                .csv = {.separator = u';',
                                        .hasByteOrderMark = true,
                                        .guard = CsvDialect::FormulaGuard::Off},
                                .hasTranslatedHeader = true,
                                .withSideFile = true};
    QVERIFY(settings.exportChoices() == choices);
    QCOMPARE(settings.layout(u"window"_s, u"1"_s), windowState);
    QCOMPARE(settings.layout(u"window"_s, local.id), "own"_ba);
}

//! So that an earlier version can read it, too.
void TestSettings::theSameSettingsMakeTheSameFile()
{
    filesOfEarlierVersionsAreRead();
    const QString copy = m_dir->filePath(u"copy.ini"_s);
    {
        const Settings settings(m_path);
        Settings other(copy);
        other.setProfiles(settings.profiles());
        other.setCurrentProfileId(settings.currentProfileId());
        other.setNetwork(settings.network());
        other.setAppearance(settings.appearance());
        other.setPrivate(settings.isPrivate());
        other.setRowsPerPage(settings.rowsPerPage());
        const QString domain = settings.currentProfile()->domain;
        QList<RecentOrganization> recent = settings.recentOrganizations(domain);
        std::ranges::reverse(recent);
        for (const RecentOrganization &organization : std::as_const(recent))
            other.addRecentOrganization(domain, organization);
        other.setExportFolder(settings.exportFolder());
        other.setExportChoices(settings.exportChoices());
        other.setLayout(u"window"_s, settings.layout(u"window"_s));
        const QString id = settings.currentProfileId();
        other.setLayout(u"window"_s, settings.layout(u"window"_s, id), id);
    }
    QCOMPARE(contentOf(copy), contentOf(m_path));
}

QStringList TestSettings::keys() const
{
    return QSettings(m_path, QSettings::IniFormat).allKeys();
}

void TestSettings::profilesAreRemembered()
{
    const QList<Profile> profiles{
        {.id = u"b"_s,
         .name = u"Acme, live"_s,
         .kind = TenantKind::Production,
         .domain = u"acme.eu.auth0.com"_s,
         .organizationId = u"org_1"_s},
        {.id = u"a/b %20"_s, .name = u"組織 \n"_s, .kind = TenantKind::Staging},
        {.id = u"order"_s, .kind = TenantKind::Development, .domain = u"localhost:80"_s},
    };
    Settings(m_path).setProfiles(profiles);
    QCOMPARE(Settings(m_path).profiles(), profiles);
    const QList<Profile> turned{profiles.at(2), profiles.at(0), profiles.at(1)};
    QTest::qWait(20); // QSettings takes a file with the same size and time for the one it has read
    Settings(m_path).setProfiles(turned);
    QCOMPARE(Settings(m_path).profiles(), turned);
}

void TestSettings::applicationsAreRemembered()
{
    Settings(m_path).setProfiles({AcmeApplication, Acme});
    QCOMPARE(Settings(m_path).profiles(), (QList<Profile>{AcmeApplication, Acme}));
    QVERIFY(
        keys().filter(QRegularExpression(u"^profiles/1/(access|clientId|audience)"_s)).isEmpty());
    Profile moved = AcmeApplication;
    moved.access = AccessKind::Token;
    moved.clientId.clear();
    moved.audience.clear();
    Settings(m_path).setProfiles({moved});
    QCOMPARE(Settings(m_path).profiles(), QList<Profile>{moved});
    QVERIFY(keys().filter(QRegularExpression(u"access|clientId|audience"_s)).isEmpty());
}

void TestSettings::unknownAccessStays()
{
    write("[profiles]\na\\name=A\na\\access=device\na\\clientId=id\nb\\access=APPLICATION\n"
          "b\\clientId=x,y\nb\\domain=d\nb\\audience=@Rect(1 2 3 4)\n");
    const QList<Profile> profiles = Settings(m_path).profiles();
    QCOMPARE(profiles,
             (QList<Profile>{{.id = u"a"_s, .name = u"A"_s, .clientId = u"id"_s},
                             {.id = u"b"_s, .domain = u"d"_s}}));
    Settings(m_path).setProfiles(profiles);
    QCOMPARE(QSettings(m_path, QSettings::IniFormat).value(u"profiles/a/access"_s).toString(),
             u"device"_s);
}

void TestSettings::everyProfileHasADifferentId()
{
    Settings settings(m_path);
    settings.setProfiles({{.name = u"1"_s},
                          {.id = u"a"_s, .name = u"2"_s},
                          {.id = u"a"_s, .name = u"3"_s},
                          {.name = u"4"_s}});
    QSet<QString> ids;
    QStringList names;
    const QList<Profile> profiles = settings.profiles();
    for (const Profile &profile : profiles) {
        ids.insert(profile.id);
        names.append(profile.name);
    }
    QCOMPARE(names.join(u' '), u"1 2 3 4"_s);
    QCOMPARE(ids.size(), 4);
    QVERIFY(!ids.contains(QString()));
    QCOMPARE(profiles.at(1).id, u"a"_s);
    QVERIFY(!profiles.at(0).id.contains(u'{'));
    settings.setProfiles(profiles);
    QCOMPARE(settings.profiles(), profiles);
}

void TestSettings::theChosenProfileIsCurrent()
{
    Settings settings(m_path);
    settings.setProfiles({{.id = u"a"_s, .domain = u"a.com"_s}, {.id = u"b"_s}});
    QCOMPARE(settings.currentProfileId(), u"a"_s);
    settings.setCurrentProfileId(u"b"_s);
    QCOMPARE(settings.currentProfileId(), u"b"_s);
    QCOMPARE(settings.currentProfile(), Profile{.id = u"b"_s});
    settings.setCurrentProfileId(u"gone"_s);
    QCOMPARE(settings.currentProfileId(), u"a"_s);
}

void TestSettings::removedProfilesLeaveTheFile()
{
    Settings(m_path).setProfiles({{.id = u"a"_s}, {.id = u"b"_s}});
    Settings(m_path).setProfiles({{.id = u"b"_s}});
    QVERIFY(keys().filter(u"profiles/a"_s).isEmpty());
    Settings(m_path).setProfiles({});
    QVERIFY(Settings(m_path).profiles().isEmpty());
}

void TestSettings::whatANewerVersionWroteStays()
{
    write("[profiles]\na\\name=A\na\\kind=sandbox\na\\colour=blue\nfuture=1\n[new]\nx=y\n");
    Settings(m_path).setProfiles(Settings(m_path).profiles());
    const QSettings file(m_path, QSettings::IniFormat);
    QCOMPARE(file.value(u"profiles/a/colour"_s).toString(), u"blue"_s);
    QCOMPARE(file.value(u"profiles/a/kind"_s).toString(), u"sandbox"_s);
    QCOMPARE(file.value(u"profiles/future"_s).toInt(), 1);
    QCOMPARE(file.value(u"new/x"_s).toString(), u"y"_s);
}

void TestSettings::brokenProfiles_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("expected"); // id:name:kind:domain, in their order
    QTest::newRow("no order") << "a\\name=A\nb\\name=B"_ba << u"a:A:0: b:B:0:"_s;
    QTest::newRow("order of strangers")
        << "order=x, b\na\\name=A\nb\\name=B"_ba << u"b:B:0: a:A:0:"_s;
    QTest::newRow("twice") << "order=b, b\nb\\name=B"_ba << u"b:B:0:"_s;
    QTest::newRow("order of another type") << "order=@Rect(1 2 3 4)\nb\\name=B"_ba << u"b:B:0:"_s;
    QTest::newRow("unknown kind") << "a\\kind=moon\na\\domain=d"_ba << u"a::0:d"_s;
    QTest::newRow("known kind") << "a\\kind=development\na\\domain=d"_ba << u"a::2:d"_s;
    QTest::newRow("kind in capitals") << "a\\kind=STAGING\na\\domain=d"_ba << u"a::0:d"_s;
    QTest::newRow("name of another type") << "a\\name=x,y\na\\domain=d"_ba << u"a::0:d"_s;
    QTest::newRow("no id") << "\\name=A\nname=B\nb\\name=B"_ba << u"b:B:0:"_s;
    QTest::newRow("the program's own")
        << ".check\\name=A\n%2Eproxy\\name=B\nb\\name=B"_ba << u"b:B:0:"_s;
    QTest::newRow("half an array") << "size=3\n1\\name=A"_ba << u"1:A:0:"_s;
    QTest::newRow("bytes") << "\xff\xfe\\name=A\nb\\name=B\n\x80=\x80"_ba << QString();
    QTest::newRow("nothing") << ""_ba << u""_s;
}

void TestSettings::brokenProfiles()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, expected);
    write("[table]\nrowsPerPage=25\n[profiles]\n" + lines + "\n[export]\nfolder=/x\n");
    const Settings settings(m_path);
    QStringList found;
    const QList<Profile> profiles = settings.profiles();
    for (const Profile &profile : profiles) {
        found.append(QStringList{profile.id, profile.name, QString::number(int(profile.kind)),
                                 profile.domain}
                         .join(u':'));
    }
    if (!expected.isNull())
        QCOMPARE(found.join(u' '), expected);
    QCOMPARE(settings.rowsPerPage(), 25);
    QCOMPARE(settings.exportFolder(), u"/x"_s);
}

void TestSettings::tooManyProfilesStayInTheFile()
{
    QByteArray lines = "[profiles]\n";
    for (int i = 0; i < 10'000; ++i)
        lines += QByteArray::number(i) + "\\name=" + QByteArray::number(i) + '\n';
    write(lines);
    {
        Settings settings(m_path);
        const QList<Profile> profiles = settings.profiles();
        QCOMPARE(profiles.size(), Settings::MaximumProfiles);
        settings.setProfiles(profiles.mid(1));
        QCOMPARE(settings.profiles().constFirst(), profiles.at(1));
    }
    QCOMPARE(keys().filter(QRegularExpression(u"^profiles/.*/name$"_s)).size(), 9'999);
}

//! Their names may be those of customers, so none must remain in the file.
void TestSettings::organizationsOfRemovedTenantsLeaveTheFile()
{
    Settings settings(m_path);
    settings.setProfiles({{.id = u"a"_s, .domain = u"a.com"_s},
                          {.id = u"b"_s, .domain = u"b.com:8443"_s},
                          {.id = u"c"_s, .domain = u"b.com:8443"_s}});
    for (const QString &domain : {u"a.com"_s, u"b.com:8443"_s, u"never/kept"_s})
        settings.addRecentOrganization(
            domain, {.id = u"org_1"_s, .name = u"Customer"_s, .shortName = u"customer"_s});
    settings.setProfiles(settings.profiles().mid(2));
    QVERIFY(settings.save());
    QCOMPARE(keys().filter(u"recent"_s),
             (QStringList{u"recent/b.com%3A8443"_s, u"recentShortNames/b.com%3A8443"_s}));
    QCOMPARE(settings.recentOrganizations(u"b.com:8443"_s).constFirst().name, u"Customer"_s);
    settings.setProfiles({});
    QVERIFY(settings.save());
    QVERIFY(keys().filter(u"recent"_s).isEmpty());
}

//! Entries of the secret store that belong to no profile begin with a dot.
void TestSettings::noIdBeginsWithADot()
{
    Settings settings(m_path);
    settings.setProfiles({{.id = u".proxy"_s, .name = u"A"_s}, {.id = u"b."_s}});
    const QList<Profile> profiles = settings.profiles();
    QCOMPARE(profiles.size(), 2);
    QCOMPARE(profiles.at(0).name, u"A"_s);
    QVERIFY(!profiles.at(0).id.startsWith(u'.'));
    QCOMPARE(profiles.at(1).id, u"b."_s);
}

void TestSettings::networkIsRemembered()
{
    const NetworkSettings network{
        .proxyMode = NetworkSettings::ProxyMode::Manual,
        .proxyHost = u"proxy.acme.com"_s,
        .proxyPort = 65535,
        .proxyUser = u"me, myself"_s,
        .caCertificateFile = u"/etc/ssl/acme ca.pem"_s,
        .timeout = 3600s,
    };
    Settings(m_path).setNetwork(network);
    QCOMPARE(Settings(m_path).network(), network);
    Settings(m_path).setNetwork({});
    QCOMPARE(Settings(m_path).network(), NetworkSettings());
}

void TestSettings::networkFallsBackValueByValue_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"proxyMode=tor", "proxyMode=", "proxyMode=a,b", "proxyPort=0",
                             "proxyPort=65536", "proxyPort=-1", "proxyPort=http", "proxyPort=1,2",
                             "timeoutSeconds=0", "timeoutSeconds=3601", "timeoutSeconds=soon",
                             "timeoutSeconds=99999999999999", "timeoutSeconds=@Rect(1 2 3 4)"})
        QTest::newRow(line) << QByteArray(line);
}

void TestSettings::networkFallsBackValueByValue()
{
    QFETCH(QByteArray, line);
    write("[network]\nproxyHost=h\nproxyUser=u\n" + line + '\n');
    const NetworkSettings expected{.proxyHost = u"h"_s, .proxyUser = u"u"_s};
    QCOMPARE(Settings(m_path).network(), expected);
}

void TestSettings::rowsPerPageFallBackToTheDefault_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", "many", "50.7", "1e1", "0x20", "99999999999999999999", "10,20",
                              "@Invalid()", "@Variant(\\0\\0\\0)", "@ByteArray(10)x", "true"})
        QTest::newRow(value) << QByteArray(value);
}

void TestSettings::rowsPerPageFallBackToTheDefault()
{
    QFETCH(QByteArray, value);
    const Settings settings(write("[table]\nrowsPerPage=" + value + '\n'));
    QCOMPARE(settings.rowsPerPage(), PageRequest::DefaultSize);
}

void TestSettings::anUnknownAppearanceIsTheSystems_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Appearance>("expected");
    QTest::newRow("theme") << "theme=sepia\nlanguage=fr"_ba << Appearance{.language = u"fr"_s};
    QTest::newRow("number") << "theme=2\nlanguage=fr"_ba << Appearance{.language = u"fr"_s};
    QTest::newRow("language") << "theme=dark\nlanguage=../x"_ba << Appearance{.theme = Theme::Dark};
    QTest::newRow("list") << "theme=dark\nlanguage=en,fr"_ba << Appearance{.theme = Theme::Dark};
    QTest::newRow("case") << "theme=Dark\nlanguage=FR"_ba << Appearance();
}

void TestSettings::anUnknownAppearanceIsTheSystems()
{
    QFETCH(const QByteArray, line);
    QFETCH(const Appearance, expected);
    QCOMPARE(Settings(write("[appearance]\n" + line + '\n')).appearance(), expected);
}

void TestSettings::aFlagOfAnotherWordIsTheDefault_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", "no", "yes", "1", "TRUE", "true,true", "@Rect(1 2 3 4)"})
        QTest::newRow(value) << QByteArray(value);
}

void TestSettings::aFlagOfAnotherWordIsTheDefault()
{
    QFETCH(QByteArray, value);
    QByteArray content = "[export]\nbyteOrderMark=%\nformulaGuard=%\nsideFile=%\n"
                         "[appearance]\nprivate=%\n";
    const Settings settings(write(content.replace("%", value)));
    QVERIFY(settings.exportChoices() == ExportChoices());
    QVERIFY(!settings.isPrivate());
}

void TestSettings::aLongerListOfOrganizationsIsCut()
{
    QByteArray list;
    for (int i = 1; i <= 13; ++i)
        list += QByteArray::number(i) + ", name,";
    const Settings settings(write("[recent]\nx=" + list + "\n"));
    QCOMPARE(settings.recentOrganizations(u"x"_s).size(), Settings::MaximumRecentOrganizations);
}

void TestSettings::aBrokenValueLeavesTheOthers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("list") << "1\\domain=a,b,c"_ba;
    QTest::newRow("no value") << "1\\domain"_ba;
    QTest::newRow("no key") << "=x"_ba;
    QTest::newRow("another type") << "1\\domain=@Rect(1 2 3 4)"_ba;
    QTest::newRow("no type") << "1\\domain=@Invalid()"_ba;
    QTest::newRow("unknown key") << "1\\colour=blue"_ba;
    QTest::newRow("bytes") << "1\\domain=\xff\xfe\x80"_ba;
    QTest::newRow("escape") << "1\\domain=\\xZZ\\q"_ba;
}

void TestSettings::aBrokenValueLeavesTheOthers()
{
    QFETCH(QByteArray, line);
    const Settings settings(write("[profiles]\n1\\organization=org_1\n" + line
                                  + "\n\n[table]\nrowsPerPage=25\n[export]\nfolder=/x\n"));
    QVERIFY(!settings.currentProfile()->domain.contains(u'\n'));
    QCOMPARE(settings.currentProfile()->organizationId, u"org_1"_s);
    QCOMPARE(settings.rowsPerPage(), 25);
    QCOMPARE(settings.exportFolder(), u"/x"_s);
}

void TestSettings::aBrokenFileIsReplaced_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("words") << "this is no file of ours\n"_ba;
    QTest::newRow("NULs") << QByteArray(4096, '\0');
    QByteArray bytes;
    for (int i = 0; i < 4096; ++i)
        bytes.append(char(i * 37 % 256));
    QTest::newRow("bytes") << bytes;
    QTest::newRow("html") << "<html>\n<body a=b>[x]</body>\n"_ba;
    QTest::newRow("a very long line") << QByteArray(1'000'000, 'x');
}

void TestSettings::aBrokenFileIsReplaced()
{
    QFETCH(QByteArray, content);
    const QString path = write(content);
    {
        Settings settings(path);
        QVERIFY(settings.profiles().isEmpty());
        QCOMPARE(settings.rowsPerPage(), PageRequest::DefaultSize);
        settings.setProfiles({Acme});
        settings.setRowsPerPage(25);
        QCOMPARE(settings.rowsPerPage(), 25);
    }
    const QString copy = m_dir->filePath(u"copy.ini"_s);
    QVERIFY(QFile::copy(path, copy));
    const Settings settings(copy);
    QCOMPARE(settings.profiles(), QList<Profile>{Acme});
    QCOMPARE(settings.rowsPerPage(), 25);
}

void TestSettings::aBrokenFileIsKept()
{
    const QByteArray first = "[table]\nrowsPerPage=25\nthis was not ours\n";
    const QByteArray second = "neither was this\n";
    for (int i = 0; i < 3; ++i)
        QCOMPARE(Settings(write(first)).rowsPerPage(), 25);
    const QString path = write(second);
    Settings(path).setRowsPerPage(30);
    QCOMPARE(contentOf(path + u".broken"_s), first);
    QCOMPARE(contentOf(path + u".broken2"_s), second);
    QCOMPARE(contentOf(path + u".broken3"_s), "none"_ba);
    QCOMPARE(Settings(path).rowsPerPage(), 30);
    QCOMPARE(contentOf(path + u".broken3"_s), "none"_ba);
}

void TestSettings::aPlaceThatCannotBeWrittenIsHarmless_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("folder is a file") << u"sub/vestibule.ini/vestibule.ini"_s;
    QTest::newRow("file is a folder") << u"folder"_s;
}

void TestSettings::aPlaceThatCannotBeWrittenIsHarmless()
{
    QFETCH(QString, path);
    write("[export]\nfolder=untouched\n");
    QVERIFY(QDir(m_dir->path()).mkpath(u"folder"_s));
    {
        Settings settings(m_dir->filePath(path));
        QVERIFY(settings.profiles().isEmpty());
        settings.setProfiles({Acme});
        settings.setRowsPerPage(25);
        QCOMPARE(settings.profiles(), QList<Profile>{Acme}); // until it is destroyed
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "[export]\nfolder=untouched\n"_ba);
}

void TestSettings::aFailedWriteIsReportedOnce_data()
{
    aPlaceThatCannotBeWrittenIsHarmless_data();
}

void TestSettings::aFailedWriteIsReportedOnce()
{
    QFETCH(QString, path);
    write("[export]\nfolder=untouched\n");
    QVERIFY(QDir(m_dir->path()).mkpath(u"folder"_s));
    Settings settings(m_dir->filePath(path));
    const QSignalSpy failed(&settings, &Settings::saveFailed);
    QVERIFY(!settings.canSave());
    QVERIFY(settings.save()); // there is nothing to save
    settings.setRowsPerPage(25);
    QVERIFY(!settings.save());
    settings.setLayout(u"window"_s, "abc");
    QVERIFY(!settings.save());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(settings.rowsPerPage(), 25);
}

void TestSettings::readOnlyPlacesAreReported_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("file") << u"sub/vestibule.ini"_s;
    QTest::newRow("folder") << u"sub"_s;
}

void TestSettings::readOnlyPlacesAreReported()
{
    QFETCH(QString, place);
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    write("[export]\nfolder=untouched\n");
    const QString path = m_dir->filePath(place);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
    {
        Settings settings(m_path);
        settings.setRowsPerPage(25);
        QVERIFY(!settings.canSave());
        QVERIFY(!settings.save());
    }
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(contentOf(m_path), "[export]\nfolder=untouched\n"_ba);
}

//! QSettings alone reports success then, and leaves a part of the file.
void TestSettings::aFullDiskLeavesTheFileAsItIs()
{
    const QByteArray before = "[export]\nfolder=untouched\n";
    write(before);
    const QList<std::pair<rlim_t, qsizetype>> sizes{
        {0, 10'000}, {100, 10'000}, {1000, 10'000}, {8000, 10'000}, {30'000, 40'000}};
    for (const auto &[free, length] : sizes) {
        {
            Settings settings(m_path);
            settings.setExportFolder(QString(length, u'x'));
            bool canSave = true;
            bool isSaved = true;
            {
                const FileSizeLimit full(free);
                canSave = settings.canSave();
                isSaved = settings.save();
                settings.setRowsPerPage(25);
                isSaved = settings.save() || isSaved;
            }
            QVERIFY(!canSave);
            QVERIFY(!isSaved);
            QCOMPARE(contentOf(m_path), before);
        }
        QCOMPARE(QDir(m_dir->filePath(u"sub"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"vestibule.ini"_s});
        write(before);
    }
}

void TestSettings::aCutFileIsReplacedByTheOldOne_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("length");
    for (const int length : {300'000, 303'000, 400'000}) {
        QTest::addRow("%d bytes", length) << true << length;
        QTest::addRow("%d bytes, new file", length) << false << length;
    }
}

//! There is room when canSave() tries, but less than the changes need.
void TestSettings::aCutFileIsReplacedByTheOldOne()
{
    QFETCH(const bool, isThere);
    QFETCH(const int, length);
    const QByteArray before = "[export]\nfolder=untouched\n\n[table]\nnewer=1\n";
    if (isThere)
        write(before);
    Settings settings(m_path);
    const QString folder(1000, u'x');
    const QByteArray part(1000, 'y');
    settings.setExportFolder(folder);
    for (int i = 0; i < length / 1000; ++i)
        settings.setLayout(QString::number(i), part);
    bool canSave = false;
    bool isSaved = true;
    {
        const FileSizeLimit full(300'000);
        canSave = settings.canSave();
        isSaved = settings.save();
    }
    QVERIFY(canSave);
    QVERIFY(!isSaved);
    QCOMPARE(contentOf(m_path), isThere ? before : "none"_ba);
    QCOMPARE(settings.exportFolder(), folder);
    QCOMPARE(settings.layout(u"299"_s), part);
    QVERIFY(settings.save());
    QVERIFY(contentOf(m_path).size() > length);
    QCOMPARE(contentOf(m_path).contains("newer=1"), isThere);
    QCOMPARE(QDir(m_dir->filePath(u"sub"_s)).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"vestibule.ini"_s});
}

//! Two windows of the program, each with its own process.
void TestSettings::changesOfAnotherProgramStay()
{
    Settings one(m_path);
    Settings other(m_path);
    one.setRowsPerPage(10);
    other.setExportFolder(u"/folder"_s);
    QVERIFY(one.save());
    QVERIFY(other.save());
    const Settings read(m_path);
    QCOMPARE(read.rowsPerPage(), 10);
    QCOMPARE(read.exportFolder(), u"/folder"_s);
    QCOMPARE(other.rowsPerPage(), 10); // read again when it wrote
}

void TestSettings::savingSucceedsLater()
{
    Settings settings(m_path);
    const QSignalSpy failed(&settings, &Settings::saveFailed);
    const QSignalSpy recovered(&settings, &Settings::saveRecovered);
    settings.setRowsPerPage(25);
    bool isSaved = true;
    for (int time = 0; time < 3; ++time) {
        const FileSizeLimit full(0);
        isSaved = settings.save();
    }
    QVERIFY(!isSaved);
    QVERIFY(settings.hasFailed());
    QCOMPARE(recovered.size(), 0);
    QVERIFY(settings.save());
    QVERIFY(!settings.hasFailed());
    QCOMPARE(recovered.size(), 1);
    QVERIFY(contentOf(m_path).contains("rowsPerPage=25"));
    settings.setRowsPerPage(26);
    {
        const FileSizeLimit full(0);
        isSaved = settings.save();
    }
    QVERIFY(!isSaved);
    QCOMPARE(failed.size(), 2);
    QCOMPARE(recovered.size(), 1);
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
