// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/profilestore.h"

#include "core/secretbytes.h"

#include <algorithm>

namespace Vestibule {

namespace {

constexpr char Separator = '\n'; // neither a domain nor a token can contain it

} // namespace

QByteArray keptToken(const TenantAccess &access)
{
    const SecretBytes secret = access.token.secret();
    QByteArray kept = access.domain.text().toUtf8();
    kept.reserve(kept.size() + 1 + secret.bytes().size()); // reallocation would leave a copy
    kept.append(Separator);
    kept.append(secret.bytes());
    return kept;
}

std::optional<AccessToken> tokenFromKept(const QByteArray &kept, const TenantDomain &domain)
{
    const qsizetype end = kept.indexOf(Separator);
    if (end < 0 || domain.isEmpty() || QString::fromUtf8(kept.first(end)) != domain.text())
        return {};
    QString text = QString::fromLatin1(QByteArrayView(kept).sliced(end + 1));
    const auto token = AccessToken::fromText(text);
    SecretBytes::wipe(text);
    return token ? std::optional(*token) : std::nullopt;
}

ProfileStore::ProfileStore(Settings &settings, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
{
}

ProfileStore::~ProfileStore() = default;

void ProfileStore::setProfiles(const QList<Profile> &profiles)
{
    for (const Profile &before : m_settings.profiles()) {
        const bool stays = std::ranges::any_of(
            profiles, [&before](const Profile &profile) { return profile.id == before.id; });
        if (!stays)
            await(m_secrets.remove(before.id));
    }
    m_settings.setProfiles(profiles);
}

void ProfileStore::keepToken(const QString &profileId, const TenantAccess &access)
{
    QByteArray kept = keptToken(access);
    await(m_secrets.write(profileId, kept));
    SecretBytes::wipe(kept);
}

void ProfileStore::await(SecretChangePtr reply)
{
    ReplyBase *waiting = reply.get();
    connect(waiting, &ReplyBase::finished, this, [this, waiting] {
        const auto own = std::ranges::find(m_replies, waiting, &SecretChangePtr::get);
        const SecretChangePtr ended = std::move(*own);
        m_replies.erase(own);
        if (!ended->result())
            Q_EMIT failed(ended->result().error());
    });
    m_replies.push_back(std::move(reply));
}

} // namespace Vestibule
