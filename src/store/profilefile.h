// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/profile.h"

#include <QList>
#include <QStringList>

class QSettings;

namespace Vestibule {

//! The profiles within the settings file: a group for each, named after its id, and their order.
//!
//! Not an array: a group that is edited, lost or written by a second window leaves the others
//! alone, and what a newer version keeps in it stays.
class ProfileFile final {
public:
    //! More are neither read nor written; those in the file stay there.
    static constexpr qsizetype MaximumProfiles = 200;

    explicit ProfileFile(QSettings &file);

    //! In their order; those that the order does not name come last. Every id is there once, and
    //! none begins with a dot.
    [[nodiscard]] QList<Profile> profiles() const;
    //! Removes what profiles() had and \a profiles has not. A profile without an id gets one, and
    //! so does one whose id begins with a dot, and the second of two with one id.
    void setProfiles(const QList<Profile> &profiles);

private:
    [[nodiscard]] QStringList storedIds() const;
    [[nodiscard]] Profile profile(const QString &id) const;
    void write(const Profile &profile);

    QSettings &m_file;
};

} // namespace Vestibule
