// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/settings.h"

#include "core/connectionpage.h"
#include "formats/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QMetaObject>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using ProxyMode = NetworkSettings::ProxyMode;

//! All keys of the file. Later versions must still read them, so none of them may change.
namespace Key {
constexpr QLatin1StringView CurrentProfile = "profiles/current"_L1;
constexpr QLatin1StringView ProfileOrder = "profiles/order"_L1;
constexpr QLatin1StringView Profiles = "profiles"_L1; // a group for each id, with these values:
constexpr QLatin1StringView ProfileName = "name"_L1;
constexpr QLatin1StringView ProfileKind = "kind"_L1;
constexpr QLatin1StringView ProfileDomain = "domain"_L1;
constexpr QLatin1StringView ProfileOrganization = "organization"_L1;
constexpr QLatin1StringView ProfileAccess = "access"_L1; // these three only for an application
constexpr QLatin1StringView ProfileClientId = "clientId"_L1;
constexpr QLatin1StringView ProfileAudience = "audience"_L1;
constexpr QLatin1StringView ProxyMode = "network/proxyMode"_L1;
constexpr QLatin1StringView ProxyHost = "network/proxyHost"_L1;
constexpr QLatin1StringView ProxyPort = "network/proxyPort"_L1;
constexpr QLatin1StringView ProxyUser = "network/proxyUser"_L1;
constexpr QLatin1StringView CaCertificateFile = "network/caCertificateFile"_L1;
constexpr QLatin1StringView Timeout = "network/timeoutSeconds"_L1;
constexpr QLatin1StringView Theme = "appearance/theme"_L1;
constexpr QLatin1StringView Language = "appearance/language"_L1;
constexpr QLatin1StringView Private = "appearance/private"_L1;
constexpr QLatin1StringView RowsPerPage = "table/rowsPerPage"_L1;
constexpr QLatin1StringView RefreshMinutes = "table/refreshMinutes"_L1;
constexpr QLatin1StringView InventoriesToKeep = "inventories/keep"_L1;
constexpr QLatin1StringView GigabytesToKeep = "inventories/keepGigabytes"_L1;
constexpr QLatin1StringView RecentFiles = "files/recent"_L1; // paths
constexpr QLatin1StringView ExportFolder = "export/folder"_L1;
constexpr QLatin1StringView ExportFormat = "export/format"_L1;
constexpr QLatin1StringView ExportColumns = "export/columns"_L1;
constexpr QLatin1StringView ExportHeader = "export/header"_L1;
constexpr QLatin1StringView CsvSeparator = "export/separator"_L1;
constexpr QLatin1StringView ByteOrderMark = "export/byteOrderMark"_L1;
constexpr QLatin1StringView FormulaGuard = "export/formulaGuard"_L1;
constexpr QLatin1StringView SideFile = "export/sideFile"_L1;
constexpr QLatin1StringView Recent = "recent"_L1; // a list for each domain: id, name, id, name, ...
// The same with short names: an older version reads the list above, and knows pairs alone.
constexpr QLatin1StringView RecentShortNames = "recentShortNames"_L1;
constexpr QLatin1StringView Layout = "layout"_L1; // a value for each part of the window
constexpr QLatin1StringView ProfileLayout = "profileLayout"_L1; // a group of these for each id
} // namespace Key

//! The words for an enum's values in the file.
template <typename T, std::size_t Size>
using Words = std::array<std::pair<T, QLatin1StringView>, Size>;

constexpr Words<TenantKind, 3> KindWords{{
    {TenantKind::Production, "production"_L1},
    {TenantKind::Staging, "staging"_L1},
    {TenantKind::Development, "development"_L1},
}};
constexpr Words<AccessKind, 2> AccessWords{{
    {AccessKind::Token, "token"_L1},
    {AccessKind::Application, "application"_L1},
}};
constexpr Words<ProxyMode, 3> ModeWords{{
    {ProxyMode::System, "system"_L1},
    {ProxyMode::None, "none"_L1},
    {ProxyMode::Manual, "manual"_L1},
}};
constexpr Words<Theme, 4> ThemeWords{{
    {Theme::System, "system"_L1},
    {Theme::Light, "light"_L1},
    {Theme::Dark, "dark"_L1},
    {Theme::HighContrast, "high-contrast"_L1},
}};
constexpr Words<ExportFormat, 3> FormatWords{{
    {ExportFormat::Csv, "csv"_L1},
    {ExportFormat::Json, "json"_L1},
    {ExportFormat::Ndjson, "ndjson"_L1},
}};
constexpr std::array Languages{"en"_L1, "fr"_L1};

constexpr int MaximumTimeout = 3600; // seconds
constexpr int MaximumBrokenCopies = 9;

template <typename T, std::size_t Size>
T valueOf(const Words<T, Size> &words, const QVariant &stored, T fallback)
{
    const QString text = stored.toString();
    for (const auto &[value, word] : words) {
        if (word == text)
            return value;
    }
    return fallback;
}

template <typename T, std::size_t Size>
QString wordFor(const Words<T, Size> &words, T value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    return {};
}

//! A number from minimum to maximum; anything else is the fallback.
int numberIn(const QVariant &stored, int minimum, int maximum, int fallback)
{
    bool isNumber = false;
    const int number = stored.toInt(&isNumber);
    return isNumber && number >= minimum && number <= maximum ? number : fallback;
}

//! An id or a domain as one part of a key: a slash in it would begin another group.
QString keyPart(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

//! As QSettings reads a key: without a slash at its end.
QString keyIn(const QString &group, const QString &key)
{
    return key.isEmpty() ? group : group + u'/' + key;
}

QString profileGroup(const QString &id)
{
    return keyIn(Key::Profiles, keyPart(id));
}

QString layoutKey(const QString &part, const QString &profileId)
{
    return profileId.isEmpty() ? keyIn(Key::Layout, part)
                               : keyIn(keyIn(Key::ProfileLayout, keyPart(profileId)), part);
}

//! An edited file may contain other ids. See SecretStore for the dot.
bool isProfileId(const QString &id)
{
    return !id.isEmpty() && !id.startsWith(u'.');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Whether QSettings has written all of a file: it has one line for each value.
bool holdsAll(const QByteArray &content, qsizetype values)
{
    qsizetype lines = 0;
    for (const QByteArray &line : content.split('\n')) {
        if (!line.trimmed().isEmpty() && !line.startsWith('['))
            ++lines;
    }
    return lines >= values && (content.isEmpty() || content.endsWith('\n'));
}

QMap<QString, QVariant> valuesIn(const QSettings &file)
{
    QMap<QString, QVariant> values;
    for (const QString &key : file.allKeys())
        values.insert(key, file.value(key));
    return values;
}

//! Copies a file that is about to be overwritten, unless there is such a copy already.
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

} // namespace

Settings::Settings()
    : Settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
               + "/vestibule.ini"_L1)
{
}

Settings::Settings(const QString &path)
    : m_path(path)
{
    const QSettings file(path, QSettings::IniFormat);
    m_values = valuesIn(file);
    // QSettings reports an error only after it has been asked for the keys.
    if (file.status() == QSettings::FormatError)
        keepBroken(path);
}

Settings::~Settings()
{
    save();
}

void Settings::write(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
    m_changes.insert(key, value);
    scheduleSave();
}

//! Removes a value, or a group with all its values.
void Settings::remove(const QString &key)
{
    const auto isInside = [&key](const QMap<QString, QVariant>::iterator &each) {
        return each.key() == key || each.key().startsWith(key + u'/');
    };
    m_values.removeIf(isInside);
    m_changes.removeIf(isInside);
    m_changes.insert(key, QVariant());
    scheduleSave();
}

//! Removes a value that is the default.
void Settings::writeUnless(const QString &key, const QString &value, const QString &standard)
{
    if (value != standard)
        write(key, value);
    else if (m_values.contains(key))
        remove(key);
}

//! One write for all changes that are made together.
void Settings::scheduleSave()
{
    if (!std::exchange(m_isScheduled, true))
        QMetaObject::invokeMethod(this, &Settings::save, Qt::QueuedConnection);
}

bool Settings::save()
{
    m_isScheduled = false;
    if (m_changes.isEmpty())
        return true;
    const bool isSaved = writeChanges();
    const bool wasFailureKnown = std::exchange(m_hasFailed, !isSaved);
    if (!isSaved && !wasFailureKnown)
        Q_EMIT saveFailed();
    if (isSaved && wasFailureKnown)
        Q_EMIT saveRecovered();
    return isSaved;
}

//! QSettings does not notice a full disk: it replaces the file by a part of it, because QSaveFile
//! ignores what goes wrong with its last 16 KiB. So it changes a copy, which replaces the file if
//! it is whole. The file is read again, because another Vestibule may have changed it.
bool Settings::writeChanges()
{
    constexpr int LockTimeout = 100; // milliseconds; the other one only writes a few kilobytes
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return false;
    QLockFile lock(m_path + ".lock"_L1);
    if (!lock.tryLock(LockTimeout) && lock.error() == QLockFile::LockFailedError)
        return false;
    QFile file(m_path);
    const bool isThere = file.exists();
    if (isThere && !file.open(QIODevice::ReadOnly))
        return false;
    const QTemporaryDir folder;
    QFile copy(folder.filePath(u"copy.ini"_s));
    const QByteArray before = isThere ? file.readAll() : QByteArray();
    if (!copy.open(QIODevice::WriteOnly) || copy.write(before) != before.size() || !copy.flush())
        return false;
    copy.close();
    QSettings changed(copy.fileName(), QSettings::IniFormat);
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
        if (change->isValid())
            changed.setValue(change.key(), *change);
        else
            changed.remove(change.key()); // sorted before the keys inside of it
    }
    changed.sync();
    const QMap<QString, QVariant> values = valuesIn(changed);
    const QByteArray content = contentOf(copy.fileName());
    WholeFile target(m_path);
    if (changed.status() == QSettings::AccessError || !holdsAll(content, values.size())
        || !target.openToWrite() || target.write(content) != content.size() || !target.commit())
        return false;
    m_values = values;
    m_changes.clear();
    return true;
}

bool Settings::canSave() const
{
    constexpr qsizetype RoomForChanges = 256 * 1024; // bytes
    const QFileInfo file(m_path);
    if ((file.exists() && !file.isFile()) || !QDir().mkpath(file.absolutePath()))
        return false;
    const QByteArray content(file.size() + RoomForChanges, ' ');
    WholeFile attempt(m_path); // discarded
    return attempt.openToWrite() && attempt.write(content) == content.size();
}

QList<Profile> Settings::profiles() const
{
    QList<Profile> all;
    for (const QString &id : storedProfileIds().mid(0, MaximumProfiles))
        all.append(storedProfile(id));
    return all;
}

//! In the order of profiles(), without its limit.
QStringList Settings::storedProfileIds() const
{
    // Not an array of QSettings: a group that is edited, lost or written by a second window must
    // not affect the others.
    QStringList found;
    QSet<QString> remaining;
    for (const QString &key : m_values.keys()) {
        const QStringList parts = key.split(u'/');
        if (parts.size() < 3 || parts.constFirst() != Key::Profiles)
            continue;
        const QString id = QUrl::fromPercentEncoding(parts.at(1).toUtf8());
        if (!isProfileId(id) || remaining.contains(id))
            continue;
        remaining.insert(id);
        found.append(id);
    }
    QStringList ids;
    for (const QString &id : m_values.value(Key::ProfileOrder).toStringList() + found) {
        if (remaining.remove(id))
            ids.append(id);
    }
    return ids;
}

Profile Settings::storedProfile(const QString &id) const
{
    const auto value = [&](QLatin1StringView key) {
        return m_values.value(keyIn(profileGroup(id), key));
    };
    return {
        .id = id,
        .name = value(Key::ProfileName).toString(),
        .kind = valueOf(KindWords, value(Key::ProfileKind), Profile().kind),
        .domain = value(Key::ProfileDomain).toString(),
        .organizationId = value(Key::ProfileOrganization).toString(),
        .access = valueOf(AccessWords, value(Key::ProfileAccess), Profile().access),
        .clientId = value(Key::ProfileClientId).toString(),
        .audience = value(Key::ProfileAudience).toString(),
    };
}

void Settings::writeProfile(const Profile &profile)
{
    const QString group = profileGroup(profile.id);
    write(keyIn(group, Key::ProfileName), profile.name);
    write(keyIn(group, Key::ProfileDomain), profile.domain);
    write(keyIn(group, Key::ProfileOrganization), profile.organizationId);
    // A kind that only a newer version knows stays until the person chooses another one.
    const Profile before = storedProfile(profile.id);
    const QString kindKey = keyIn(group, Key::ProfileKind);
    if (!m_values.contains(kindKey) || before.kind != profile.kind)
        write(kindKey, wordFor(KindWords, profile.kind));
    // Earlier versions do not know these: without an application, the file is as they write it.
    if (before.access != profile.access)
        writeUnless(keyIn(group, Key::ProfileAccess), wordFor(AccessWords, profile.access),
                    wordFor(AccessWords, Profile().access));
    writeUnless(keyIn(group, Key::ProfileClientId), profile.clientId, {});
    writeUnless(keyIn(group, Key::ProfileAudience), profile.audience, {});
}

void Settings::setProfiles(const QList<Profile> &profiles)
{
    const QStringList before = storedProfileIds();
    QStringList order;
    QSet<QString> written;
    for (Profile profile : profiles.mid(0, MaximumProfiles)) {
        if (!isProfileId(profile.id) || written.contains(profile.id))
            profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        written.insert(profile.id);
        order.append(profile.id);
        writeProfile(profile);
    }
    for (qsizetype at = 0; at < before.size(); ++at) {
        const QString &id = before.at(at);
        if (written.contains(id))
            continue;
        if (at < MaximumProfiles)
            remove(profileGroup(id));
        else
            order.append(id); // was not read, so it was not removed by the person either
    }
    write(Key::ProfileOrder, order);

    QStringList ids;
    QStringList domains;
    for (const Profile &profile : this->profiles()) {
        ids.append(keyPart(profile.id));
        domains.append(keyPart(profile.domain));
    }
    removeOthers(Key::ProfileLayout, ids);
    removeOthers(Key::Recent, domains);
    removeOthers(Key::RecentShortNames, domains);
}

//! Removes groups and values with other names than the kept ones.
void Settings::removeOthers(QLatin1StringView group, const QStringList &kept)
{
    for (const QString &key : m_values.keys()) {
        const QString name = key.section(u'/', 1, 1);
        if (key.startsWith(group + u'/') && !kept.contains(name))
            remove(keyIn(group, name));
    }
}

QString Settings::currentProfileId() const
{
    const std::optional<Profile> current = currentProfile();
    return current ? current->id : QString();
}

void Settings::setCurrentProfileId(const QString &id)
{
    write(Key::CurrentProfile, id);
}

std::optional<Profile> Settings::currentProfile() const
{
    const QList<Profile> all = profiles();
    if (all.isEmpty())
        return std::nullopt;
    const QString id = m_values.value(Key::CurrentProfile).toString();
    const auto found = std::ranges::find(all, id, &Profile::id);
    return found == all.end() ? all.constFirst() : *found;
}

NetworkSettings Settings::network() const
{
    const NetworkSettings defaults;
    return {
        .proxyMode = valueOf(ModeWords, m_values.value(Key::ProxyMode), defaults.proxyMode),
        .proxyHost = m_values.value(Key::ProxyHost).toString(),
        .proxyPort =
            static_cast<quint16>(numberIn(m_values.value(Key::ProxyPort), 1,
                                          std::numeric_limits<quint16>::max(), defaults.proxyPort)),
        .proxyUser = m_values.value(Key::ProxyUser).toString(),
        .caCertificateFile = m_values.value(Key::CaCertificateFile).toString(),
        .timeout = std::chrono::seconds(numberIn(m_values.value(Key::Timeout), 1, MaximumTimeout,
                                                 static_cast<int>(defaults.timeout.count()))),
    };
}

void Settings::setNetwork(const NetworkSettings &network)
{
    write(Key::ProxyMode, wordFor(ModeWords, network.proxyMode));
    write(Key::ProxyHost, network.proxyHost);
    write(Key::ProxyPort, int(network.proxyPort));
    write(Key::ProxyUser, network.proxyUser);
    write(Key::CaCertificateFile, network.caCertificateFile);
    write(Key::Timeout, qlonglong(network.timeout.count()));
}

Appearance Settings::appearance() const
{
    const auto language = std::ranges::find(Languages, m_values.value(Key::Language).toString());
    return {.theme = valueOf(ThemeWords, m_values.value(Key::Theme), Theme::System),
            .language = language == Languages.end() ? QString() : QString(*language)};
}

void Settings::setAppearance(const Appearance &appearance)
{
    write(Key::Theme, wordFor(ThemeWords, appearance.theme));
    write(Key::Language, appearance.language);
}

bool Settings::isPrivate() const
{
    return m_values.value(Key::Private).toString() == "true"_L1;
}

void Settings::setPrivate(bool isPrivate)
{
    write(Key::Private, isPrivate);
}

int Settings::refreshMinutes() const
{
    constexpr int Day = 24 * 60;
    return numberIn(m_values.value(Key::RefreshMinutes), 0, Day, 0);
}

void Settings::setRefreshMinutes(int minutes)
{
    write(Key::RefreshMinutes, minutes);
}

int Settings::inventoriesToKeep() const
{
    return numberIn(m_values.value(Key::InventoriesToKeep), 0, 1000, 10);
}

void Settings::setInventoriesToKeep(int inventories)
{
    write(Key::InventoriesToKeep, inventories);
}

int Settings::gigabytesToKeep() const
{
    return numberIn(m_values.value(Key::GigabytesToKeep), 1, 1000, 2);
}

void Settings::setGigabytesToKeep(int gigabytes)
{
    write(Key::GigabytesToKeep, gigabytes);
}

int Settings::rowsPerPage() const
{
    return numberIn(m_values.value(Key::RowsPerPage), PageRequest::MinimumSize,
                    PageRequest::MaximumSize, PageRequest::DefaultSize);
}

void Settings::setRowsPerPage(int rows)
{
    write(Key::RowsPerPage, rows);
}

QList<RecentOrganization> Settings::recentOrganizations(const QString &domain) const
{
    const QStringList kept = m_values.value(keyIn(Key::Recent, keyPart(domain))).toStringList();
    QList<RecentOrganization> recent;
    for (qsizetype at = 0; at < kept.size() && recent.size() < MaximumRecentOrganizations; at += 2)
        recent.append({.id = kept.at(at), .name = kept.value(at + 1)});
    const QStringList named =
        m_values.value(keyIn(Key::RecentShortNames, keyPart(domain))).toStringList();
    for (RecentOrganization &each : recent) {
        for (qsizetype at = 0; at + 1 < named.size(); at += 2) {
            if (named.at(at) == each.id)
                each.shortName = named.at(at + 1);
        }
    }
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
        if (latest.shortName.isEmpty())
            latest.shortName = known.shortName;
        return true;
    });
    recent.prepend(latest);
    QStringList kept;
    QStringList named;
    for (const RecentOrganization &each : recent.mid(0, MaximumRecentOrganizations)) {
        kept.append({each.id, each.name});
        if (!each.shortName.isEmpty())
            named.append({each.id, each.shortName});
    }
    write(keyIn(Key::Recent, keyPart(domain)), kept);
    const QString namesKey = keyIn(Key::RecentShortNames, keyPart(domain));
    if (!named.isEmpty() || m_values.contains(namesKey))
        write(namesKey, named);
}

void Settings::clearRecentOrganizations(const QString &domain)
{
    write(keyIn(Key::Recent, keyPart(domain)), QStringList());
    remove(keyIn(Key::RecentShortNames, keyPart(domain)));
}

QStringList Settings::recentFiles() const
{
    QStringList files;
    for (const QString &path : m_values.value(Key::RecentFiles).toStringList()) {
        if (QDir::isAbsolutePath(path) && files.size() < MaximumRecentFiles)
            files.append(path);
    }
    return files;
}

void Settings::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    write(Key::RecentFiles, files.first(std::min(files.size(), MaximumRecentFiles)));
}

void Settings::clearRecentFiles()
{
    write(Key::RecentFiles, QStringList());
}

QString Settings::exportFolder() const
{
    return m_values.value(Key::ExportFolder).toString();
}

void Settings::setExportFolder(const QString &folder)
{
    write(Key::ExportFolder, folder);
}

ExportChoices Settings::exportChoices() const
{
    const auto is = [this](QLatin1StringView key, QLatin1StringView word) {
        return m_values.value(key).toString() == word;
    };
    ExportChoices choices;
    choices.format = valueOf(FormatWords, m_values.value(Key::ExportFormat), ExportFormat::Csv);
    choices.onlyVisibleColumns = is(Key::ExportColumns, "visible"_L1);
    choices.hasTranslatedHeader = is(Key::ExportHeader, "translated"_L1);
    for (const CsvSeparator &separator : CsvSeparators) {
        if (is(Key::CsvSeparator, separator.word))
            choices.csv.separator = separator.character;
    }
    choices.csv.hasByteOrderMark = is(Key::ByteOrderMark, "true"_L1);
    if (is(Key::FormulaGuard, "false"_L1)) // any other value leaves the guard on
        choices.csv.guard = CsvDialect::FormulaGuard::Off;
    choices.withSideFile = is(Key::SideFile, "true"_L1);
    return choices;
}

void Settings::setExportChoices(const ExportChoices &choices)
{
    const auto separator =
        std::ranges::find(CsvSeparators, choices.csv.separator, &CsvSeparator::character);
    write(Key::ExportFormat, wordFor(FormatWords, choices.format));
    write(Key::ExportColumns, choices.onlyVisibleColumns ? u"visible"_s : u"all"_s);
    write(Key::ExportHeader, choices.hasTranslatedHeader ? u"translated"_s : u"api"_s);
    write(Key::CsvSeparator, QString(separator->word));
    write(Key::ByteOrderMark, choices.csv.hasByteOrderMark);
    write(Key::FormulaGuard, choices.csv.guard == CsvDialect::FormulaGuard::On);
    write(Key::SideFile, choices.withSideFile);
}

QByteArray Settings::layout(const QString &part, const QString &profileId) const
{
    const QVariant shared = m_values.value(layoutKey(part, {}));
    return m_values.value(layoutKey(part, profileId), shared).toByteArray();
}

void Settings::setLayout(const QString &part, const QByteArray &state, const QString &profileId)
{
    write(layoutKey(part, profileId), state);
}

void Settings::removeLayouts()
{
    remove(Key::Layout);
    remove(Key::ProfileLayout);
}

} // namespace Vestibule
