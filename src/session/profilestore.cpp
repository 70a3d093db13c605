// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/profilestore.h"

#include "core/secretbytes.h"

#include <algorithm>

namespace Vestibule {

namespace {

constexpr char Separator = '\n'; // neither a domain nor a token can contain it
//! In the place of a token. What follows are the client ID and the secret, in hexadecimal digits on
//! a line each. No version takes that for a token, whatever the secret is: it has a blank, no dot,
//! and nothing that begins like a JWT.
constexpr QByteArrayView ApplicationMark = "application 1";

//! What was kept for this domain; empty when it is for another one. A view into it.
QByteArrayView keptFor(const QByteArray &kept, const TenantDomain &domain)
{
    const qsizetype end = kept.indexOf(Separator);
    if (end < 0 || domain.isEmpty() || QString::fromUtf8(kept.first(end)) != domain.text())
        return {};
    return QByteArrayView(kept).sliced(end + 1);
}

//! Appends without a copy of the secret elsewhere.
void appendHex(QByteArray &target, QByteArrayView bytes)
{
    constexpr char Digits[] = "0123456789abcdef";
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        target.append(Digits[value / 16]).append(Digits[value % 16]);
    }
}

QByteArray keptApplication(const TenantDomain &domain, const ClientCredentials &application)
{
    const QByteArrayView secret = application.secret.bytes();
    const QByteArray clientId = application.clientId.toUtf8();
    QByteArray kept = domain.text().toUtf8();
    kept.reserve(kept.size() + ApplicationMark.size() + 2 * (clientId.size() + secret.size())
                 + 3); // reallocation would leave a copy
    kept.append(Separator).append(ApplicationMark).append(Separator);
    appendHex(kept, clientId);
    kept.append(Separator);
    appendHex(kept, secret);
    return kept;
}

} // namespace

QByteArray keptSecret(const TenantAccess &access)
{
    if (access.signsIn())
        return keptApplication(access.domain, access.application);
    const SecretBytes secret = access.token.secret();
    QByteArray kept = access.domain.text().toUtf8();
    kept.reserve(kept.size() + 1 + secret.bytes().size()); // reallocation would leave a copy
    kept.append(Separator);
    kept.append(secret.bytes());
    return kept;
}

std::optional<AccessToken> tokenFromKept(const QByteArray &kept, const TenantDomain &domain)
{
    const QByteArrayView bytes = keptFor(kept, domain);
    if (bytes.isEmpty())
        return {};
    QString text = QString::fromLatin1(bytes);
    const auto token = AccessToken::fromText(text);
    SecretBytes::wipe(text);
    return token ? std::optional(*token) : std::nullopt;
}

std::optional<SecretBytes> clientSecretFromKept(const QByteArray &kept, const TenantDomain &domain,
                                                const QString &clientId)
{
    QByteArray head(ApplicationMark.data(), ApplicationMark.size());
    head.append(Separator);
    appendHex(head, clientId.toUtf8());
    head.append(Separator);
    const QByteArrayView bytes = keptFor(kept, domain);
    if (clientId.isEmpty() || !bytes.startsWith(head))
        return {};
    const QByteArrayView digits = bytes.sliced(head.size());
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (digits.isEmpty() || digits.size() % 2 != 0 || !std::ranges::all_of(digits, isDigit))
        return {};
    QByteArray plain = QByteArray::fromHex(QByteArray::fromRawData(digits.data(), digits.size()));
    const SecretBytes secret(plain);
    SecretBytes::wipe(plain);
    return secret;
}

std::optional<TenantAccess> accessFromKept(const QByteArray &kept, const TenantDomain &domain,
                                           const Profile &profile)
{
    TenantAccess access{.domain = domain};
    if (profile.access == AccessKind::Application) {
        const auto secret = clientSecretFromKept(kept, domain, profile.clientId);
        access.application = {.clientId = profile.clientId,
                              .secret = secret.value_or(SecretBytes()),
                              .audience = profile.audience};
    } else {
        access.token = tokenFromKept(kept, domain).value_or(AccessToken());
    }
    return access.isComplete() ? std::optional(access) : std::nullopt;
}

Profile withAccess(Profile profile, const TenantAccess &access)
{
    profile.access = access.signsIn() ? AccessKind::Application : AccessKind::Token;
    profile.clientId = access.signsIn() ? access.application.clientId : QString();
    profile.audience = access.signsIn() ? access.application.audience : QString();
    return profile;
}

bool usesSameSecret(const Profile &before, const Profile &after)
{
    return before.access == after.access
        && (after.access == AccessKind::Token || before.clientId == after.clientId);
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
        const bool stays = std::ranges::any_of(profiles, [&before](const Profile &profile) {
            return profile.id == before.id && usesSameSecret(before, profile);
        });
        if (!stays)
            await(m_secrets.remove(before.id));
    }
    m_settings.setProfiles(profiles);
}

void ProfileStore::keepSecret(const QString &profileId, const TenantAccess &access)
{
    QByteArray kept = keptSecret(access);
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
