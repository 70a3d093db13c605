// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/settings.h"

#include "core/connectionpage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const Profile Acme{.id = u"1"_s, .name = u"Acme"_s, .domain = u"acme.eu.auth0.com"_s};

} // namespace

//! Files that are not as Settings wrote them, and places where it cannot write.
class tst_SettingsBroken final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

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

private:
    QString write(const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_SettingsBroken::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

//! A new file with \a content.
QString tst_SettingsBroken::write(const QByteArray &content) const
{
    const QString path = m_dir->filePath(u"written.ini"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qWarning("cannot write");
    return path;
}

void tst_SettingsBroken::rowsPerPageFallBackToTheDefault_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", "many", "50.7", "1e1", "0x20", "99999999999999999999", "10,20",
                              "@Invalid()", "@Variant(\\0\\0\\0)", "@ByteArray(10)x", "true"})
        QTest::newRow(value) << QByteArray(value);
}

void tst_SettingsBroken::rowsPerPageFallBackToTheDefault()
{
    QFETCH(QByteArray, value);
    const Settings settings(write("[table]\nrowsPerPage=" + value + '\n'));
    QCOMPARE(settings.rowsPerPage(), PageRequest::DefaultSize);
}

void tst_SettingsBroken::anUnknownAppearanceIsTheSystems_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Appearance>("expected");
    QTest::newRow("theme") << "theme=sepia\nlanguage=fr"_ba << Appearance{.language = u"fr"_s};
    QTest::newRow("number") << "theme=2\nlanguage=fr"_ba << Appearance{.language = u"fr"_s};
    QTest::newRow("language") << "theme=dark\nlanguage=../x"_ba << Appearance{.theme = Theme::Dark};
    QTest::newRow("list") << "theme=dark\nlanguage=en,fr"_ba << Appearance{.theme = Theme::Dark};
    QTest::newRow("case") << "theme=Dark\nlanguage=FR"_ba << Appearance();
}

void tst_SettingsBroken::anUnknownAppearanceIsTheSystems()
{
    QFETCH(const QByteArray, line);
    QFETCH(const Appearance, expected);
    QCOMPARE(Settings(write("[appearance]\n" + line + '\n')).appearance(), expected);
}

void tst_SettingsBroken::aFlagOfAnotherWordIsTheDefault_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", "no", "yes", "1", "TRUE", "true,true", "@Rect(1 2 3 4)"})
        QTest::newRow(value) << QByteArray(value);
}

void tst_SettingsBroken::aFlagOfAnotherWordIsTheDefault()
{
    QFETCH(QByteArray, value);
    QByteArray content = "[export]\nbyteOrderMark=%\nformulaGuard=%\nsideFile=%\n"
                         "[appearance]\nprivate=%\n";
    const Settings settings(write(content.replace("%", value)));
    QVERIFY(settings.exportChoices() == ExportChoices());
    QVERIFY(!settings.isPrivate());
}

void tst_SettingsBroken::aLongerListOfOrganizationsIsCut()
{
    QByteArray list;
    for (int i = 1; i <= 13; ++i)
        list += QByteArray::number(i) + ", name,";
    const Settings settings(write("[recent]\nx=" + list + "\n"));
    QCOMPARE(settings.recentOrganizations(u"x"_s).size(), Settings::MaximumRecentOrganizations);
}

void tst_SettingsBroken::aBrokenValueLeavesTheOthers_data()
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

void tst_SettingsBroken::aBrokenValueLeavesTheOthers()
{
    QFETCH(QByteArray, line);
    const Settings settings(write("[profiles]\n1\\organization=org_1\n" + line
                                  + "\n\n[table]\nrowsPerPage=25\n[export]\nfolder=/x\n"));
    QVERIFY(!settings.currentProfile()->domain.contains(u'\n'));
    QCOMPARE(settings.currentProfile()->organizationId, u"org_1"_s);
    QCOMPARE(settings.rowsPerPage(), 25);
    QCOMPARE(settings.exportFolder(), u"/x"_s);
}

void tst_SettingsBroken::aBrokenFileIsReplaced_data()
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

void tst_SettingsBroken::aBrokenFileIsReplaced()
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

void tst_SettingsBroken::aBrokenFileIsKept()
{
    const auto contentOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "none"_ba;
    };
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

void tst_SettingsBroken::aPlaceThatCannotBeWrittenIsHarmless_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("folder is a file") << u"written.ini/vestibule.ini"_s;
    QTest::newRow("file is a folder") << u"folder"_s;
}

void tst_SettingsBroken::aPlaceThatCannotBeWrittenIsHarmless()
{
    QFETCH(QString, path);
    write("[export]\nfolder=untouched\n");
    QVERIFY(QDir(m_dir->path()).mkpath(u"folder"_s));
    {
        Settings settings(m_dir->filePath(path));
        QVERIFY(settings.profiles().isEmpty());
        settings.setProfiles({Acme});
        settings.setRowsPerPage(25);
        QCOMPARE(settings.profiles(), QList<Profile>{Acme}); // for this run
    }
    QFile file(m_dir->filePath(u"written.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "[export]\nfolder=untouched\n"_ba);
}

QTEST_APPLESS_MAIN(tst_SettingsBroken)
#include "tst_settingsbroken.moc"
