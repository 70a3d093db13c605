// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/settings.h"

#include "core/connectionpage.h"
#include "store/exportchoicesfile.h"
#include "store/networkfile.h"
#include "store/profilefile.h"

#include <QFile>
#include <QStandardPaths>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QLatin1StringView CurrentProfileKey = "profiles/current"_L1;
constexpr QLatin1StringView ThemeKey = "appearance/theme"_L1;
constexpr QLatin1StringView LanguageKey = "appearance/language"_L1;
constexpr QLatin1StringView PrivateKey = "appearance/private"_L1;
constexpr QLatin1StringView RowsKey = "table/rowsPerPage"_L1;
constexpr QLatin1StringView ExportFolderKey = "export/folder"_L1;

constexpr int MaximumBrokenCopies = 9;

//! As they stand in the file, in the order of Theme.
constexpr std::array ThemeNames{"system"_L1, "light"_L1, "dark"_L1, "high-contrast"_L1};
constexpr std::array Languages{"en"_L1, "fr"_L1};

//! A domain has dots and colons, which mean nothing in a key, and might one day have a slash.
QString domainKey(QLatin1StringView group, const QString &domain)
{
    return group + QString::fromLatin1(QUrl::toPercentEncoding(domain));
}

//! An id, its name, an id, its name; the latest first.
QString recentKey(const QString &domain)
{
    return domainKey("recent/"_L1, domain);
}

QString layoutKey(const QString &part, const QString &profileId)
{
    if (profileId.isEmpty())
        return "layout/"_L1 + part;
    return domainKey("profileLayout/"_L1, profileId) + u'/' + part;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Keeps a copy of what is about to be overwritten; the same content only once.
void keepBroken(const QString &path)
{
    const QByteArray content = contentOf(path);
    for (int number = 1; !content.isEmpty() && number <= MaximumBrokenCopies; ++number) {
        const QString copy =
            path + ".broken"_L1 + (number == 1 ? QString() : QString::number(number));
        if (QFile::copy(path, copy) || contentOf(copy) == content)
            return;
    }
}

//! What stands in \a group under other names than \a kept, groups and values alike.
void removeOthers(QSettings &file, QLatin1StringView group, const QStringList &kept)
{
    file.beginGroup(group);
    for (const QString &name : file.childGroups() + file.childKeys()) {
        if (!kept.contains(name))
            file.remove(name);
    }
    file.endGroup();
}

} // namespace

Settings::Settings()
    : Settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
               + "/vestibule.ini"_L1)
{
}

Settings::Settings(const QString &path)
    : m_file(path, QSettings::IniFormat)
{
    // QSettings writes back what it understood, and only that. It parses a group when it is asked
    // for a key in it, and knows no error before.
    static_cast<void>(m_file.allKeys());
    if (m_file.status() == QSettings::FormatError)
        keepBroken(path);
}

QList<Profile> Settings::profiles() const
{
    return ProfileFile(m_file).profiles();
}

void Settings::setProfiles(const QList<Profile> &profiles)
{
    ProfileFile(m_file).setProfiles(profiles);
    const QList<Profile> all = this->profiles();
    removeLayoutsOfOthers(all);
    removeRecentOfOthers(all);
}

void Settings::removeLayoutsOfOthers(const QList<Profile> &profiles)
{
    QStringList kept;
    for (const Profile &profile : profiles)
        kept.append(QString::fromLatin1(QUrl::toPercentEncoding(profile.id)));
    removeOthers(m_file, "profileLayout"_L1, kept);
}

void Settings::removeRecentOfOthers(const QList<Profile> &profiles)
{
    QStringList kept;
    for (const Profile &profile : profiles)
        kept.append(QString::fromLatin1(QUrl::toPercentEncoding(profile.domain)));
    removeOthers(m_file, "recent"_L1, kept);
}

QString Settings::currentProfileId() const
{
    const std::optional<Profile> current = currentProfile();
    return current ? current->id : QString();
}

void Settings::setCurrentProfileId(const QString &id)
{
    m_file.setValue(CurrentProfileKey, id);
}

std::optional<Profile> Settings::currentProfile() const
{
    const QList<Profile> all = profiles();
    if (all.isEmpty())
        return std::nullopt;
    const QString id = m_file.value(CurrentProfileKey).toString();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Profile &profile) { return profile.id == id; });
    return found == all.end() ? all.constFirst() : *found;
}

NetworkSettings Settings::network() const
{
    return readNetwork(m_file);
}

void Settings::setNetwork(const NetworkSettings &network)
{
    writeNetwork(m_file, network);
}

Appearance Settings::appearance() const
{
    const auto theme = std::ranges::find(ThemeNames, m_file.value(ThemeKey).toString());
    const auto language = std::ranges::find(Languages, m_file.value(LanguageKey).toString());
    return {.theme = theme == ThemeNames.end() ? Theme::System : Theme(theme - ThemeNames.begin()),
            .language = language == Languages.end() ? QString() : QString(*language)};
}

void Settings::setAppearance(const Appearance &appearance)
{
    m_file.setValue(ThemeKey, QString(ThemeNames.at(std::size_t(appearance.theme))));
    m_file.setValue(LanguageKey, appearance.language);
}

bool Settings::isPrivate() const
{
    return m_file.value(PrivateKey).toString() == "true"_L1;
}

void Settings::setPrivate(bool isPrivate)
{
    m_file.setValue(PrivateKey, isPrivate);
}

int Settings::rowsPerPage() const
{
    bool isNumber = false;
    const int rows = m_file.value(RowsKey).toInt(&isNumber);
    const bool isValid =
        isNumber && rows >= PageRequest::MinimumSize && rows <= PageRequest::MaximumSize;
    return isValid ? rows : PageRequest::DefaultSize;
}

void Settings::setRowsPerPage(int rows)
{
    m_file.setValue(RowsKey, rows);
}

QList<RecentOrganization> Settings::recentOrganizations(const QString &domain) const
{
    const QStringList kept = m_file.value(recentKey(domain)).toStringList();
    QList<RecentOrganization> recent;
    for (qsizetype at = 0; at < kept.size() && recent.size() < MaximumRecentOrganizations; at += 2)
        recent.append({.id = kept.at(at), .name = kept.value(at + 1)});
    return recent;
}

void Settings::addRecentOrganization(const QString &domain, const RecentOrganization &organization)
{
    QList<RecentOrganization> recent = recentOrganizations(domain);
    RecentOrganization latest = organization;
    recent.removeIf([&](const RecentOrganization &known) {
        if (known.id != latest.id)
            return false;
        if (latest.name.isEmpty())
            latest.name = known.name;
        return true;
    });
    recent.prepend(latest);
    QStringList kept;
    for (const RecentOrganization &each : recent.mid(0, MaximumRecentOrganizations))
        kept.append({each.id, each.name});
    m_file.setValue(recentKey(domain), kept);
}

QString Settings::exportFolder() const
{
    return m_file.value(ExportFolderKey).toString();
}

void Settings::setExportFolder(const QString &folder)
{
    m_file.setValue(ExportFolderKey, folder);
}

ExportChoices Settings::exportChoices() const
{
    return readExportChoices(m_file);
}

void Settings::setExportChoices(const ExportChoices &choices)
{
    writeExportChoices(m_file, choices);
}

QByteArray Settings::layout(const QString &part, const QString &profileId) const
{
    const QVariant shared = m_file.value(layoutKey(part, {}));
    return m_file.value(layoutKey(part, profileId), shared).toByteArray();
}

void Settings::setLayout(const QString &part, const QByteArray &state, const QString &profileId)
{
    m_file.setValue(layoutKey(part, profileId), state);
}

void Settings::removeLayouts()
{
    m_file.remove("layout"_L1);
    m_file.remove("profileLayout"_L1);
}

} // namespace Vestibule
