// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace Vestibule {

//! What is remembered between two runs. There is no token in here, and no member could hold one.
//!
//! An unknown or broken value in the file falls back to its default; the others stay.
class Settings final {
public:
    static constexpr int MaximumRecentOrganizations = 10;

    //! The person's own file; \a path names another one, for tests.
    Settings();
    explicit Settings(const QString &path);

    //! As TenantDomain::text() writes it; may be empty, and may be anything if the file was edited.
    [[nodiscard]] QString tenantDomain() const;
    void setTenantDomain(const QString &domain);

    [[nodiscard]] QString organizationId() const;
    void setOrganizationId(const QString &id);

    //! 1 to 100.
    [[nodiscard]] int rowsPerPage() const;
    void setRowsPerPage(int rows);

    //! Ids that a tenant has answered for, the latest first; at most MaximumRecentOrganizations.
    [[nodiscard]] QStringList recentOrganizations(const QString &domain) const;
    void addRecentOrganization(const QString &domain, const QString &id);

    //! Where the last export went; empty before the first.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);

    //! Opaque states of window parts (saveGeometry() and its like) by name; empty when unknown.
    [[nodiscard]] QByteArray layout(const QString &part) const;
    void setLayout(const QString &part, const QByteArray &state);

private:
    QSettings m_file;
};

} // namespace Vestibule
