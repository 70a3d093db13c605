// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/profilefile.h"

#include <QSet>
#include <QSettings>
#include <QStringList>
#include <QUrl>
#include <QUuid>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QLatin1StringView Prefix = "profiles/"_L1;
constexpr QLatin1StringView OrderKey = "profiles/order"_L1;

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

//! An edited file may have any other: see SecretStore for the dot.
bool isProfileId(const QString &id)
{
    return !id.isEmpty() && !id.startsWith(u'.');
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
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
        if (!isProfileId(id) || remaining.contains(id))
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
        if (!isProfileId(profile.id) || written.contains(profile.id))
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

} // namespace Vestibule
