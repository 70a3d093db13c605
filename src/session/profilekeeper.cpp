// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/profilekeeper.h"

#include "session/profiletoken.h"

#include <algorithm>

namespace Vestibule {

ProfileKeeper::ProfileKeeper(Settings &settings, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
{
}

ProfileKeeper::~ProfileKeeper() = default;

void ProfileKeeper::setProfiles(const QList<Profile> &profiles)
{
    for (const Profile &before : m_settings.profiles()) {
        const bool stays = std::ranges::any_of(
            profiles, [&before](const Profile &profile) { return profile.id == before.id; });
        if (!stays)
            await(m_secrets.remove(before.id));
    }
    m_settings.setProfiles(profiles);
}

void ProfileKeeper::keepToken(const QString &profileId, const TenantAccess &access)
{
    QByteArray kept = keptToken(access);
    await(m_secrets.write(profileId, kept));
    SecretBytes::wipe(kept);
}

void ProfileKeeper::await(SecretChangePtr reply)
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
