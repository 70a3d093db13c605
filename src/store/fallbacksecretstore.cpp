// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/fallbacksecretstore.h"

#include "core/secretbytes.h"
#include "store/secretreply.h"

#include <QPointer>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A reply whose result is known from the start.
template <typename T>
class ReadySecretReply final : public SecretReply<T> {
public:
    explicit ReadySecretReply(Result<T, SecretError> result) { this->settle(std::move(result)); }

private:
    void abortWork() override {}
};

} // namespace

MemorySecretStore::~MemorySecretStore()
{
    for (QByteArray &secret : m_secrets)
        SecretBytes::wipe(secret);
}

SecretReadPtr MemorySecretStore::read(const QString &key)
{
    std::optional<QByteArray> copy;
    if (const auto found = m_secrets.constFind(key); found != m_secrets.constEnd())
        copy = unsharedCopy(*found);
    return SecretReadPtr(new ReadySecretReply<std::optional<QByteArray>>(std::move(copy)));
}

SecretChangePtr MemorySecretStore::write(const QString &key, const QByteArray &secret)
{
    QByteArray &kept = m_secrets[key];
    SecretBytes::wipe(kept);
    kept = unsharedCopy(secret);
    return SecretChangePtr(new ReadySecretReply<std::monostate>(std::monostate()));
}

SecretChangePtr MemorySecretStore::remove(const QString &key)
{
    QByteArray secret = m_secrets.take(key);
    SecretBytes::wipe(secret);
    return SecretChangePtr(new ReadySecretReply<std::monostate>(std::monostate()));
}

//! Writes to the keyring and reads back what it has kept.
class FallbackSecretStore::Writing final : public SecretReply<std::monostate> {
public:
    Writing(FallbackSecretStore &store, const QString &key, const QByteArray &secret)
        : m_store(&store)
        , m_key(key)
        , m_secret(secret)
        , m_change(++store.m_changes[key])
        , m_writing(store.m_keyring->write(key, secret))
    {
        store.m_leftBehind.remove(key);
        connect(m_writing.get(), &ReplyBase::finished, this, &Writing::readBack);
    }

private:
    void abortWork() override
    {
        m_writing.reset();
        m_reading.reset();
    }
    //! A later change of the same key decides what is kept.
    [[nodiscard]] bool isLatest() const
    {
        return m_store && m_store->m_changes.value(m_key) == m_change;
    }
    void readBack()
    {
        const auto reply = std::move(m_writing);
        if (!isLatest())
            return settle(reply->result());
        if (!reply->result())
            return fallBack(reply->result().error());
        m_reading = m_store->m_keyring->read(m_key);
        connect(m_reading.get(), &ReplyBase::finished, this, &Writing::compare);
    }
    void compare()
    {
        const auto reply = std::move(m_reading);
        if (!isLatest())
            return settle(std::monostate());
        if (!reply->result())
            return fallBack(reply->result().error());
        const std::optional<QByteArray> &kept = *reply->result();
        if (!kept) {
            return fallBack({.kind = SecretError::Kind::Locked,
                             .detail = u"the keyring did not keep what it took"_s});
        }
        if (QByteArrayView(*kept) != m_secret.bytes()) {
            return fallBack({.kind = SecretError::Kind::Broken,
                             .detail = u"the keyring returned another value"_s});
        }
        static_cast<void>(m_store->m_memory.remove(m_key));
        m_store->note(std::nullopt);
        settle(std::monostate());
    }
    void fallBack(const SecretError &error)
    {
        const QByteArrayView secret = m_secret.bytes();
        static_cast<void>(
            m_store->m_memory.write(m_key, QByteArray::fromRawData(secret.data(), secret.size())));
        m_store->note(error);
        settle(error);
    }

    QPointer<FallbackSecretStore> m_store;
    QString m_key;
    SecretBytes m_secret;
    quint64 m_change;
    SecretChangePtr m_writing;
    SecretReadPtr m_reading;
};

class FallbackSecretStore::Removing final : public SecretReply<std::monostate> {
public:
    Removing(FallbackSecretStore &store, const QString &key)
        : m_store(&store)
        , m_key(key)
        , m_change(++store.m_changes[key])
        , m_removing(store.m_keyring->remove(key))
    {
        store.m_leftBehind.remove(key);
        connect(m_removing.get(), &ReplyBase::finished, this, &Removing::end);
    }

private:
    void abortWork() override { m_removing.reset(); }
    void end()
    {
        const auto reply = std::move(m_removing);
        const auto error = reply->result() ? std::nullopt : std::optional(reply->result().error());
        const bool isLeft = error && error->kind != SecretError::Kind::Unavailable;
        if (isLeft && m_store && m_store->m_changes.value(m_key) == m_change)
            m_store->m_leftBehind.insert(m_key);
        if (m_store)
            m_store->note(error);
        if (isLeft)
            settle(*error);
        else
            settle(std::monostate());
    }

    QPointer<FallbackSecretStore> m_store;
    QString m_key;
    quint64 m_change;
    SecretChangePtr m_removing;
};

FallbackSecretStore::FallbackSecretStore(std::unique_ptr<SecretStore> keyring, QObject *parent)
    : QObject(parent)
    , m_keyring(std::move(keyring))
{
}

FallbackSecretStore::~FallbackSecretStore() = default;

SecretReadPtr FallbackSecretStore::read(const QString &key)
{
    if (m_memory.contains(key))
        return m_memory.read(key);
    SecretReadPtr reply = m_keyring->read(key);
    connect(reply.get(), &ReplyBase::finished, this, [this, raw = reply.get()] {
        const auto error = raw->result() ? std::nullopt : std::optional(raw->result().error());
        const bool isOfTheEntry = error && error->kind == SecretError::Kind::Broken;
        note(isOfTheEntry ? std::nullopt : error);
    });
    return reply;
}

SecretChangePtr FallbackSecretStore::write(const QString &key, const QByteArray &secret)
{
    if (m_memory.contains(key)) // it would hide the new one if the reply is dropped
        static_cast<void>(m_memory.write(key, secret));
    return SecretChangePtr(new Writing(*this, key, secret));
}

SecretChangePtr FallbackSecretStore::remove(const QString &key)
{
    static_cast<void>(m_memory.remove(key));
    return SecretChangePtr(new Removing(*this, key));
}

//! What the keyring has answered.
void FallbackSecretStore::note(const std::optional<SecretError> &problem)
{
    const bool worksAgain = m_problem && !problem;
    const bool isNew = !std::exchange(m_isReady, true) || m_problem != problem;
    m_problem = problem;
    if (worksAgain)
        catchUp();
    if (isNew)
        Q_EMIT stateChanged();
}

//! Repeats the changes that the keyring has refused.
void FallbackSecretStore::catchUp()
{
    const auto add = [this](const QString &key, SecretChangePtr change) {
        connect(change.get(), &ReplyBase::finished, this, [this, key] { m_catchingUp.erase(key); });
        m_catchingUp[key] = std::move(change);
    };
    for (const QString &key : m_memory.keys()) {
        const SecretBytes secret = m_memory.secret(key);
        const QByteArrayView bytes = secret.bytes();
        add(key,
            SecretChangePtr(
                new Writing(*this, key, QByteArray::fromRawData(bytes.data(), bytes.size()))));
    }
    for (const QString &key : std::exchange(m_leftBehind, {}))
        add(key, SecretChangePtr(new Removing(*this, key)));
}

} // namespace Vestibule
