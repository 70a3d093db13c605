// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/settings.h"

#include "core/connectionpage.h"

#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QLatin1StringView DomainKey = "tenant/domain"_L1;
constexpr QLatin1StringView OrganizationKey = "tenant/organization"_L1;
constexpr QLatin1StringView RowsKey = "table/rowsPerPage"_L1;
constexpr QLatin1StringView ExportFolderKey = "export/folder"_L1;

//! A domain has dots and colons, which mean nothing in a key, and might one day have a slash.
QString recentKey(const QString &domain)
{
    return "recent/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(domain));
}

QString layoutKey(const QString &part)
{
    return "layout/"_L1 + part;
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
}

QString Settings::tenantDomain() const
{
    return m_file.value(DomainKey).toString();
}

void Settings::setTenantDomain(const QString &domain)
{
    m_file.setValue(DomainKey, domain);
}

QString Settings::organizationId() const
{
    return m_file.value(OrganizationKey).toString();
}

void Settings::setOrganizationId(const QString &id)
{
    m_file.setValue(OrganizationKey, id);
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

QStringList Settings::recentOrganizations(const QString &domain) const
{
    return m_file.value(recentKey(domain)).toStringList().mid(0, MaximumRecentOrganizations);
}

void Settings::addRecentOrganization(const QString &domain, const QString &id)
{
    QStringList recent = recentOrganizations(domain);
    recent.removeAll(id);
    recent.prepend(id);
    m_file.setValue(recentKey(domain), recent.mid(0, MaximumRecentOrganizations));
}

QString Settings::exportFolder() const
{
    return m_file.value(ExportFolderKey).toString();
}

void Settings::setExportFolder(const QString &folder)
{
    m_file.setValue(ExportFolderKey, folder);
}

QByteArray Settings::layout(const QString &part) const
{
    return m_file.value(layoutKey(part)).toByteArray();
}

void Settings::setLayout(const QString &part, const QByteArray &state)
{
    m_file.setValue(layoutKey(part), state);
}

} // namespace Vestibule
