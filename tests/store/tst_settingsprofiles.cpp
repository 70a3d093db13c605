// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/profilefile.h"
#include "store/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Tenants as the settings file keeps them.
class tst_SettingsProfiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void profilesAreRemembered();
    void everyProfileHasAnIdOfItsOwn();
    void theChosenProfileIsCurrent();
    void removedProfilesLeaveTheFile();
    void whatANewerVersionWroteStays();
    void brokenProfiles_data();
    void brokenProfiles();
    void tooManyProfilesStayInTheFile();
    void organizationsOfRemovedTenantsLeaveTheFile();
    void noIdBeginsWithADot();

private:
    void write(const QByteArray &content) const;
    [[nodiscard]] QStringList keys() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void tst_SettingsProfiles::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(u"vestibule.ini"_s);
}

void tst_SettingsProfiles::write(const QByteArray &content) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QStringList tst_SettingsProfiles::keys() const
{
    return QSettings(m_path, QSettings::IniFormat).allKeys();
}

void tst_SettingsProfiles::profilesAreRemembered()
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
    Settings(m_path).setProfiles(turned);
    QCOMPARE(Settings(m_path).profiles(), turned);
}

void tst_SettingsProfiles::everyProfileHasAnIdOfItsOwn()
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

void tst_SettingsProfiles::theChosenProfileIsCurrent()
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

void tst_SettingsProfiles::removedProfilesLeaveTheFile()
{
    Settings(m_path).setProfiles({{.id = u"a"_s}, {.id = u"b"_s}});
    Settings(m_path).setProfiles({{.id = u"b"_s}});
    QVERIFY(keys().filter(u"profiles/a"_s).isEmpty());
    Settings(m_path).setProfiles({});
    QVERIFY(Settings(m_path).profiles().isEmpty());
}

void tst_SettingsProfiles::whatANewerVersionWroteStays()
{
    write("[profiles]\na\\name=A\na\\kind=sandbox\na\\colour=blue\nfuture=1\n[new]\nx=y\n");
    Settings(m_path).setProfiles(Settings(m_path).profiles());
    const QSettings file(m_path, QSettings::IniFormat);
    QCOMPARE(file.value(u"profiles/a/colour"_s).toString(), u"blue"_s);
    QCOMPARE(file.value(u"profiles/a/kind"_s).toString(), u"sandbox"_s);
    QCOMPARE(file.value(u"profiles/future"_s).toInt(), 1);
    QCOMPARE(file.value(u"new/x"_s).toString(), u"y"_s);
}

void tst_SettingsProfiles::brokenProfiles_data()
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

void tst_SettingsProfiles::brokenProfiles()
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

void tst_SettingsProfiles::tooManyProfilesStayInTheFile()
{
    QByteArray lines = "[profiles]\n";
    for (int i = 0; i < 10'000; ++i)
        lines += QByteArray::number(i) + "\\name=" + QByteArray::number(i) + '\n';
    write(lines);
    {
        Settings settings(m_path);
        const QList<Profile> profiles = settings.profiles();
        QCOMPARE(profiles.size(), ProfileFile::MaximumProfiles);
        settings.setProfiles(profiles.mid(1));
        QCOMPARE(settings.profiles().constFirst(), profiles.at(1));
    }
    QCOMPARE(keys().filter(QRegularExpression(u"^profiles/.*/name$"_s)).size(), 9'999);
}

//! Their names are those of customers.
void tst_SettingsProfiles::organizationsOfRemovedTenantsLeaveTheFile()
{
    Settings settings(m_path);
    settings.setProfiles({{.id = u"a"_s, .domain = u"a.com"_s},
                          {.id = u"b"_s, .domain = u"b.com:8443"_s},
                          {.id = u"c"_s, .domain = u"b.com:8443"_s}});
    for (const QString &domain : {u"a.com"_s, u"b.com:8443"_s, u"never/kept"_s})
        settings.addRecentOrganization(domain, {.id = u"org_1"_s, .name = u"Customer"_s});
    settings.setProfiles(settings.profiles().mid(2));
    QCOMPARE(keys().filter(u"recent"_s), QStringList{u"recent/b.com%3A8443"_s});
    QCOMPARE(settings.recentOrganizations(u"b.com:8443"_s).constFirst().name, u"Customer"_s);
    settings.setProfiles({});
    QVERIFY(keys().filter(u"recent"_s).isEmpty());
}

//! Entries of the secret store that belong to no profile begin with a dot.
void tst_SettingsProfiles::noIdBeginsWithADot()
{
    Settings settings(m_path);
    settings.setProfiles({{.id = u".proxy"_s, .name = u"A"_s}, {.id = u"b."_s}});
    const QList<Profile> profiles = settings.profiles();
    QCOMPARE(profiles.size(), 2);
    QCOMPARE(profiles.at(0).name, u"A"_s);
    QVERIFY(!profiles.at(0).id.startsWith(u'.'));
    QCOMPARE(profiles.at(1).id, u"b."_s);
}

QTEST_APPLESS_MAIN(tst_SettingsProfiles)
#include "tst_settingsprofiles.moc"
