// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"
#include "store/appearance.h"
#include "store/exportchoices.h"
#include "store/profile.h"
#include "store/recentorganization.h"

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>

#include <optional>

namespace Vestibule {

//! What is remembered between two runs. There is no token in here, and no member could hold one.
//!
//! An unknown or broken value in the file falls back to its default; the others stay, and so does
//! what a newer version wrote. A file that is not one of settings at all is copied to
//! `<name>.broken` before anything is written. Where nothing can be written, everything holds for
//! this run.
class Settings final {
public:
    static constexpr int MaximumRecentOrganizations = 10;

    //! The person's own file; \a path names another one, for tests.
    Settings();
    explicit Settings(const QString &path);

    //! In the person's order. At most ProfileFile::MaximumProfiles; no two have one id.
    [[nodiscard]] QList<Profile> profiles() const;
    //! A profile without an id gets one, and so does the second of two with one id. Layouts of
    //! profiles that are gone go, too, and the recent organizations of domains that none has.
    void setProfiles(const QList<Profile> &profiles);

    //! Of one of profiles(): the first one's while none was chosen, or when that one is gone; empty
    //! when there is none.
    [[nodiscard]] QString currentProfileId() const;
    void setCurrentProfileId(const QString &id);
    [[nodiscard]] std::optional<Profile> currentProfile() const;

    //! Every value falls back alone.
    [[nodiscard]] NetworkSettings network() const;
    void setNetwork(const NetworkSettings &network);

    //! Whether names are masked, for a screen that others see.
    [[nodiscard]] bool isPrivate() const;
    void setPrivate(bool isPrivate);

    //! A theme or language that this version does not know is the system's.
    [[nodiscard]] Appearance appearance() const;
    void setAppearance(const Appearance &appearance);

    //! 1 to 100; anything else is read back as the API's default.
    [[nodiscard]] int rowsPerPage() const;
    void setRowsPerPage(int rows);

    //! Those that a tenant has answered for, the latest first; at most MaximumRecentOrganizations.
    //! \a domain is TenantDomain::text().
    [[nodiscard]] QList<RecentOrganization> recentOrganizations(const QString &domain) const;
    //! Without a name, the one that is known already stays.
    void addRecentOrganization(const QString &domain, const RecentOrganization &organization);

    //! Where the last export went, an absolute path; empty before the first.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);
    //! Every value falls back alone.
    [[nodiscard]] ExportChoices exportChoices() const;
    void setExportChoices(const ExportChoices &choices);

    //! Opaque states of window parts (saveGeometry() and its like) by name; empty when unknown.
    //! A profile that has none of its own has that of no profile.
    [[nodiscard]] QByteArray layout(const QString &part, const QString &profileId = {}) const;
    void setLayout(const QString &part, const QByteArray &state, const QString &profileId = {});
    //! Of all profiles, and of none.
    void removeLayouts();

private:
    void removeLayoutsOfOthers(const QList<Profile> &profiles);
    void removeRecentOfOthers(const QList<Profile> &profiles);

    // QSettings has no const way into a group; nothing but a setter writes through it.
    mutable QSettings m_file;
};

} // namespace Vestibule
