// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/profilefile.h"

#include <QSet>
#include <QSettings>
#include <QStringList>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QLatin1StringView Prefix = "profiles/"_L1;
constexpr QLatin1StringView OrderKey = "profiles/order"_L1;
constexpr QLatin1StringView FormerDomainKey = "tenant/domain"_L1;
constexpr QLatin1StringView FormerOrganizationKey = "tenant/organization"_L1;

constexpr std::array<std::pair<TenantKind, QLatin1StringView>, 3> KindWords{{
    {TenantKind::Production, "production"_L1},
    {TenantKind::Staging, "staging"_L1},
    {TenantKind::Development, "development"_L1},
}};

QLatin1StringView kindWord(TenantKind kind)
{
    for (const auto &[known, word] : KindWords) {
        if (known == kind)
            return word;
    }
    return {};
}

TenantKind kindOf(const QString &word)
{
    for (const auto &[kind, known] : KindWords) {
        if (known == word)
            return kind;
    }
    return Profile().kind;
}

//! An id is one part of a key, whatever an edited file made of it.
QString groupKey(const QString &id)
{
    return Prefix + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

//! The same id at every start: a file that cannot be written is migrated each time, and the token
//! kept under the id is to be found again.
QString idOfFormerTenant(const QString &domain)
{
    const QUuid space(u"{5b0d3a0e-6a0c-4f5e-8a57-2f1d6c5c9a31}"_s);
    return QUuid::createUuidV5(space, domain).toString(QUuid::WithoutBraces);
}

} // namespace

ProfileFile::ProfileFile(QSettings &file)
    : m_file(file)
{
}

QList<Profile> ProfileFile::profiles() const
{
    QList<Profile> all;
    const QStringList ids = storedIds();
    for (const QString &id : ids.mid(0, MaximumProfiles))
        all.append(profile(id));
    return all;
}

//! As profiles() orders them, without its limit.
QStringList ProfileFile::storedIds() const
{
    QStringList found;
    QSet<QString> remaining;
    const QStringList keys = m_file.allKeys();
    for (const QString &key : keys) {
        if (!key.startsWith(Prefix) || key.count(u'/') < 2)
            continue;
        const QString id = QUrl::fromPercentEncoding(key.section(u'/', 1, 1).toUtf8());
        if (id.isEmpty() || remaining.contains(id))
            continue;
        remaining.insert(id);
        found.append(id);
    }
    QStringList ids;
    const QStringList order = m_file.value(OrderKey).toStringList();
    for (const QString &id : order) {
        if (remaining.remove(id))
            ids.append(id);
    }
    for (const QString &id : std::as_const(found)) {
        if (remaining.contains(id))
            ids.append(id);
    }
    return ids;
}

Profile ProfileFile::profile(const QString &id) const
{
    const QString group = groupKey(id);
    return {
        .id = id,
        .name = m_file.value(QString(group + "/name"_L1)).toString(),
        .kind = kindOf(m_file.value(QString(group + "/kind"_L1)).toString()),
        .domain = m_file.value(QString(group + "/domain"_L1)).toString(),
        .organizationId = m_file.value(QString(group + "/organization"_L1)).toString(),
    };
}

void ProfileFile::write(const Profile &profile)
{
    const QString group = groupKey(profile.id);
    m_file.setValue(QString(group + "/name"_L1), profile.name);
    m_file.setValue(QString(group + "/domain"_L1), profile.domain);
    m_file.setValue(QString(group + "/organization"_L1), profile.organizationId);
    // A word of a newer version stays until somebody chooses another kind.
    const QString kindKey = group + "/kind"_L1;
    if (!m_file.contains(kindKey) || kindOf(m_file.value(kindKey).toString()) != profile.kind)
        m_file.setValue(kindKey, QString(kindWord(profile.kind)));
}

void ProfileFile::setProfiles(const QList<Profile> &profiles)
{
    const QStringList before = storedIds();
    QStringList order;
    QSet<QString> written;
    for (Profile profile : profiles.mid(0, MaximumProfiles)) {
        if (profile.id.isEmpty() || written.contains(profile.id))
            profile.id = newId();
        written.insert(profile.id);
        order.append(profile.id);
        write(profile);
    }
    for (const QString &id : before.mid(0, MaximumProfiles)) {
        if (!written.contains(id))
            m_file.remove(groupKey(id));
    }
    for (const QString &id : before.mid(MaximumProfiles)) {
        if (!written.contains(id))
            order.append(id);
    }
    m_file.setValue(OrderKey, order);
}

void ProfileFile::migrate()
{
    const QString domain = m_file.value(FormerDomainKey).toString();
    const QString organizationId = m_file.value(FormerOrganizationKey).toString();
    if (domain.isEmpty() && organizationId.isEmpty())
        return;
    QList<Profile> all = profiles();
    const auto known = std::find_if(
        all.begin(), all.end(), [&](const Profile &profile) { return profile.domain == domain; });
    if (known == all.end()) { // otherwise the former version ran again after this one
        const QString id = idOfFormerTenant(domain);
        all.prepend({
            .id = storedIds().contains(id) ? newId() : id,
            .name = domain.isEmpty() ? organizationId : domain,
            .domain = domain,
            .organizationId = organizationId,
        });
    } else if (!organizationId.isEmpty()) {
        known->organizationId = organizationId;
    }
    setProfiles(all);
    m_file.remove(FormerDomainKey);
    m_file.remove(FormerOrganizationKey);
}

} // namespace Vestibule
