// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/secretvault.h"

#include "store/secretreply.h"

#include <QPointer>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

//! A request that was made before anybody knew of which store.
template <typename T>
class SecretVault::Waiting final : public SecretReply<T> {
public:
    explicit Waiting(Request<T> request)
        : m_request(std::move(request))
    {
    }

    //! Without a store there is none any more.
    void begin(SecretStore *store)
    {
        const Request<T> request = std::exchange(m_request, nullptr);
        if (!request)
            return; // cancelled
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

SecretVault::SecretVault(std::unique_ptr<SecretStore> keyring, QObject *parent)
    : QObject(parent)
    , m_keyring(std::move(keyring))
{
}

SecretVault::~SecretVault()
{
    for (const auto &begin : std::exchange(m_waiting, {}))
        begin();
}

bool SecretVault::isPersistent() const
{
    return m_active && m_active->isPersistent();
}

template <typename T>
ReplyPtr<T, SecretError> SecretVault::ask(Request<T> request)
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

SecretReadPtr SecretVault::read(const QString &key)
{
    return ask<std::optional<QByteArray>>([key](SecretStore &store) { return store.read(key); });
}

SecretChangePtr SecretVault::write(const QString &key, const QByteArray &secret)
{
    const std::shared_ptr<QByteArray> copy(new QByteArray(unsharedCopy(secret)),
                                           [](QByteArray *bytes) {
                                               wipe(*bytes);
                                               delete bytes;
                                           });
    return ask<std::monostate>([key, copy](SecretStore &store) { return store.write(key, *copy); });
}

SecretChangePtr SecretVault::remove(const QString &key)
{
    return ask<std::monostate>([key](SecretStore &store) { return store.remove(key); });
}

//! Goes on with the probe when \a reply has succeeded; otherwise the keyring is of no use.
template <typename T>
void SecretVault::await(ReplyPtr<T, SecretError> reply, std::function<void(const T &)> next)
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

void SecretVault::probe()
{
    if (std::exchange(m_isProbing, true))
        return;
    // Random, so that two windows that start together do not read each other's.
    m_probeKey = ".probe-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_probeValue = QUuid::createUuid().toByteArray();
    await<std::monostate>(m_keyring->write(m_probeKey, m_probeValue),
                          [this](const std::monostate &) { readBack(); });
}

void SecretVault::readBack()
{
    await<std::optional<QByteArray>>(
        m_keyring->read(m_probeKey), [this](const std::optional<QByteArray> &value) {
            if (value == m_probeValue)
                removeProbe();
            else if (value)
                decide(SecretError{.kind = SecretError::Kind::Broken,
                                   .detail = u"the keyring returned another value"_s});
            else // a keyring that was not unlocked takes everything and keeps nothing
                decide(SecretError{.kind = SecretError::Kind::Denied,
                                   .detail = u"the keyring did not keep what it took"_s});
        });
}

void SecretVault::removeProbe()
{
    await<std::monostate>(m_keyring->remove(m_probeKey),
                          [this](const std::monostate &) { decide(std::nullopt); });
}

void SecretVault::decide(std::optional<SecretError> problem)
{
    m_problem = std::move(problem);
    m_active = m_problem ? &m_memory : m_keyring.get();
    for (const auto &begin : std::exchange(m_waiting, {}))
        begin();
    Q_EMIT ready();
}

} // namespace Vestibule
