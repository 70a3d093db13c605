// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"
#include "formats/connectionencoder.h"
#include "store/profile.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace Vestibule {

enum class Theme { System, Light, Dark, HighContrast };

//! How the program looks, and its language.
struct Appearance {
    Theme theme = Theme::System;
    QString language{}; //!< "en" or "fr"; empty: the system's

    bool operator==(const Appearance &) const = default;
};

//! An organization that was opened in a tenant.
struct RecentOrganization {
    QString id{};
    QString name{}; //!< the display name; empty while it is not known, or when it has none
    QString shortName{}; //!< the API's name; empty while it is not known

    bool operator==(const RecentOrganization &) const = default;
};

//! What a person chose for the last export, offered again for the next one.
struct ExportChoices {
    ExportFormat format = ExportFormat::Csv;
    bool onlyVisibleColumns = false; //!< false: all columns
    CsvDialect csv{};
    bool hasTranslatedHeader = false; //!< false: the API's names
    bool withSideFile = false;

    bool operator==(const ExportChoices &) const = default;
};

//! What the program remembers between two runs, in one QSettings file. It holds no secret:
//! tokens, secrets of applications and passwords are kept by a SecretStore.
//!
//! A value in the file that is missing, unknown or broken is read as its default, and does not
//! affect the other values. What a newer version has written stays in the file. If the whole file
//! cannot be parsed, it is copied to `<name>.broken` before anything is written.
//!
//! Changes are written when the event loop runs next, and by the destructor. If the file cannot be
//! written, it stays as it is, and changes last until the program ends; each later change tries
//! again to write all of them.
class Settings final : public QObject {
    Q_OBJECT

public:
    //! Further profiles in the file are neither read nor written; they stay there.
    static constexpr qsizetype MaximumProfiles = 200;
    static constexpr int MaximumRecentOrganizations = 10;
    static constexpr qsizetype MaximumRecentFiles = 8;

    //! The user's own file.
    Settings();
    //! Another file, for tests.
    explicit Settings(const QString &path);
    ~Settings() override;

    //! Whether the file can be written now. Tries it with another file in the same folder, because
    //! a full disk does not show in the permissions.
    [[nodiscard]] bool canSave() const;
    //! Writes all changes now; false if they could not be written.
    bool save();
    //! The file.
    [[nodiscard]] QString fileName() const { return m_path; }

    //! In the person's order, at most MaximumProfiles, each id once. Profiles that are missing from
    //! the stored order come last.
    [[nodiscard]] QList<Profile> profiles() const;
    //! Replaces profiles(). A profile gets a new id if it has none, if its id begins with a dot, or
    //! if an earlier profile has the same one. Also removes the layouts of profiles that are gone,
    //! and the recent organizations of domains that no profile has any more.
    void setProfiles(const QList<Profile> &profiles);

    //! The id of the chosen profile, or of the first one if none was chosen or the chosen one is
    //! gone; empty if there are no profiles.
    [[nodiscard]] QString currentProfileId() const;
    void setCurrentProfileId(const QString &id);
    [[nodiscard]] std::optional<Profile> currentProfile() const;

    [[nodiscard]] NetworkSettings network() const;
    //! Writes all values as they are; those that are out of range are read as their defaults.
    void setNetwork(const NetworkSettings &network);

    //! Whether names are masked, for a screen that others see.
    [[nodiscard]] bool isPrivate() const;
    void setPrivate(bool isPrivate);

    //! After how many minutes a page is read again: 0 to 1440; 0, and any other stored value:
    //! never.
    [[nodiscard]] int refreshMinutes() const;
    void setRefreshMinutes(int minutes);

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(const Appearance &appearance);

    //! 1 to 100; any other stored value is read as the API's default.
    [[nodiscard]] int rowsPerPage() const;
    void setRowsPerPage(int rows);

    //! How many finished inventories of a tenant are kept when it is swept again: 0 to 1000,
    //! otherwise 10; and how many gigabytes they take at most: 1 to 1000, otherwise 2.
    [[nodiscard]] int inventoriesToKeep() const;
    void setInventoriesToKeep(int inventories);
    [[nodiscard]] int gigabytesToKeep() const;
    void setGigabytesToKeep(int gigabytes);

    //! The latest first, at most MaximumRecentOrganizations. The domain is TenantDomain::text().
    [[nodiscard]] QList<RecentOrganization> recentOrganizations(const QString &domain) const;
    //! Puts the organization first. It keeps the names that are stored for its id and that it does
    //! not have itself.
    void addRecentOrganization(const QString &domain, const RecentOrganization &organization);
    void clearRecentOrganizations(const QString &domain);

    //! Absolute paths of the files that were opened last, the latest first, at most
    //! MaximumRecentFiles.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void clearRecentFiles();

    //! The folder of the last export as an absolute path; empty before the first.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);
    [[nodiscard]] ExportChoices exportChoices() const;
    void setExportChoices(const ExportChoices &choices);

    //! The state of a part of the window (from saveGeometry() and its like), or empty if there is
    //! none. A profile that has no layout gets the one that was stored without a profile.
    [[nodiscard]] QByteArray layout(const QString &part, const QString &profileId = {}) const;
    void setLayout(const QString &part, const QByteArray &state, const QString &profileId = {});
    //! Removes the layouts of all profiles and those without a profile.
    void removeLayouts();

    //! Whether the latest write failed, so that changes last until the program ends.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

Q_SIGNALS:
    //! Changes could not be written. Not emitted again before a write has succeeded.
    void saveFailed();
    //! All changes are written, after saveFailed().
    void saveRecovered();

private:
    void write(const QString &key, const QVariant &value);
    void remove(const QString &key);
    void writeUnless(const QString &key, const QString &value, const QString &standard);
    void scheduleSave();
    [[nodiscard]] bool writeChanges();
    [[nodiscard]] QStringList storedProfileIds() const;
    [[nodiscard]] Profile storedProfile(const QString &id) const;
    void writeProfile(const Profile &profile);
    void removeOthers(QLatin1StringView group, const QStringList &kept);

    QString m_path;
    QMap<QString, QVariant> m_values; //!< by key, with m_changes
    QMap<QString, QVariant> m_changes; //!< not written yet; invalid: the key or group is removed
    bool m_isScheduled = false; //!< save() will run from the event loop
    bool m_hasFailed = false; //!< saveFailed() was emitted since the last success
};

} // namespace Vestibule
