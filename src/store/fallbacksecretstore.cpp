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

//! A request that was made before the probe had ended.
template <typename T>
class FallbackSecretStore::Waiting final : public SecretReply<T> {
public:
    explicit Waiting(Request<T> request)
        : m_request(std::move(request))
    {
    }

    //! Null if the store is being destroyed.
    void begin(SecretStore *store)
    {
        const Request<T> request = std::exchange(m_request, nullptr);
        if (!request)
            return; // it was cancelled
        if (!store) {
            this->settle(SecretError{.kind = SecretError::Kind::Unavailable,
                                     .detail = u"the store is gone"_s});
            return;
        }
        m_reply = request(*store);
        QObject::connect(m_reply.get(), &ReplyBase::finished, this, [this] {
            const auto reply = std::move(m_reply);
            this->settle(reply->result());
        });
    }

private:
    void abortWork() override
    {
        m_request = nullptr;
        m_reply.reset();
    }

    Request<T> m_request;
    ReplyPtr<T, SecretError> m_reply;
};

FallbackSecretStore::FallbackSecretStore(std::unique_ptr<SecretStore> keyring, QObject *parent)
    : QObject(parent)
    , m_keyring(std::move(keyring))
{
}

FallbackSecretStore::~FallbackSecretStore()
{
    for (const auto &begin : std::exchange(m_waiting, {}))
        begin();
}

bool FallbackSecretStore::isPersistent() const
{
    return m_active && m_active->isPersistent();
}

template <typename T>
ReplyPtr<T, SecretError> FallbackSecretStore::send(Request<T> request)
{
    if (m_active)
        return request(*m_active);
    auto *waiting = new Waiting<T>(std::move(request));
    m_waiting.append([this, reply = QPointer<Waiting<T>>(waiting)] {
        if (reply)
            reply->begin(m_active);
    });
    probe();
    return ReplyPtr<T, SecretError>(waiting);
}

SecretReadPtr FallbackSecretStore::read(const QString &key)
{
    return send<std::optional<QByteArray>>([this, key](SecretStore &store) {
        return m_memory.contains(key) ? m_memory.read(key) : store.read(key);
    });
}

SecretChangePtr FallbackSecretStore::write(const QString &key, const QByteArray &secret)
{
    const std::shared_ptr<QByteArray> copy(new QByteArray(unsharedCopy(secret)),
                                           [](QByteArray *bytes) {
                                               SecretBytes::wipe(*bytes);
                                               delete bytes;
                                           });
    return send<std::monostate>([this, key, copy](SecretStore &store) {
        SecretChangePtr reply = store.write(key, *copy);
        if (&store == &m_memory)
            return reply;
        if (m_memory.contains(key)) // it would hide the new one if the reply is dropped
            static_cast<void>(m_memory.write(key, *copy));
        connect(reply.get(), &ReplyBase::finished, this, [this, key, copy, raw = reply.get()] {
            static_cast<void>(raw->result() ? m_memory.remove(key) : m_memory.write(key, *copy));
        });
        return reply;
    });
}

SecretChangePtr FallbackSecretStore::remove(const QString &key)
{
    return send<std::monostate>([this, key](SecretStore &store) {
        static_cast<void>(m_memory.remove(key));
        return store.remove(key);
    });
}

//! Calls next when the reply has succeeded; if it fails, the keyring is not used.
template <typename T>
void FallbackSecretStore::probeStep(ReplyPtr<T, SecretError> reply,
                                    std::function<void(const T &)> next)
{
    Reply<T, SecretError> *raw = reply.get();
    m_probeStep = std::move(reply);
    connect(raw, &ReplyBase::finished, this, [this, raw, next = std::move(next)] {
        const auto ended = std::move(m_probeStep);
        if (raw->result())
            next(*raw->result());
        else
            decide(raw->result().error());
    });
}

void FallbackSecretStore::probe()
{
    if (std::exchange(m_isProbing, true))
        return;
    // Random, so that two windows that start at the same time do not disturb each other.
    m_probeKey = ".probe-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_probeValue = QUuid::createUuid().toByteArray();
    probeStep<std::monostate>(m_keyring->write(m_probeKey, m_probeValue),
                              [this](const std::monostate &) { readBack(); });
}

void FallbackSecretStore::readBack()
{
    probeStep<std::optional<QByteArray>>(
        m_keyring->read(m_probeKey), [this](const std::optional<QByteArray> &value) {
            if (value == m_probeValue)
                removeProbe();
            else if (value)
                decide(SecretError{.kind = SecretError::Kind::Broken,
                                   .detail = u"the keyring returned another value"_s});
            else // a locked keyring accepts everything and keeps nothing
                decide(SecretError{.kind = SecretError::Kind::Denied,
                                   .detail = u"the keyring did not keep what it took"_s});
        });
}

void FallbackSecretStore::removeProbe()
{
    probeStep<std::monostate>(m_keyring->remove(m_probeKey),
                              [this](const std::monostate &) { decide(std::nullopt); });
}

void FallbackSecretStore::decide(std::optional<SecretError> problem)
{
    m_problem = std::move(problem);
    m_active = m_problem ? &m_memory : m_keyring.get();
    for (const auto &begin : std::exchange(m_waiting, {}))
        begin();
    Q_EMIT ready();
}

} // namespace Vestibule
