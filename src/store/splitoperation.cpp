// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/splitoperation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

SecretError broken(const QString &detail)
{
    return {.kind = SecretError::Kind::Broken, .detail = detail};
}

} // namespace

SplitOperation::SplitOperation(SplitSecretStore &store, const QString &key)
    : m_store(&store)
    , m_key(key)
{
}

void SplitOperation::startLater()
{
    QMetaObject::invokeMethod(
        &object(),
        [this] {
            if (m_store)
                start();
        },
        Qt::QueuedConnection);
}

void SplitOperation::orphan()
{
    fail({.kind = SecretError::Kind::Unavailable, .detail = u"the store is gone"_s});
}

void SplitOperation::end()
{
    m_step.reset();
    if (m_store)
        std::exchange(m_store, nullptr)->leave(this);
}

void SplitOperation::sweep(int slot, int number, const Next &next)
{
    findEnd(slot, number, number, next);
}

void SplitOperation::findEnd(int slot, int from, int number, const Next &next)
{
    if (number >= SecretHead::MaximumCount) {
        removeBackwards(slot, from, number - 1, next);
        return;
    }
    await<std::optional<QByteArray>>(
        store().entries().read(partKey(m_key, slot, number)),
        [this, slot, from, number, next](const std::optional<QByteArray> &part) {
            if (part)
                findEnd(slot, from, number + 1, next);
            else
                removeBackwards(slot, from, number - 1, next);
        });
}

void SplitOperation::removeBackwards(int slot, int from, int number, const Next &next)
{
    if (number < from) {
        next();
        return;
    }
    await<std::monostate>(store().entries().remove(partKey(m_key, slot, number)),
                          [this, slot, from, number, next](const std::monostate &) {
                              removeBackwards(slot, from, number - 1, next);
                          });
}

SplitRead::~SplitRead()
{
    wipe(m_head.firstBytes);
    wipe(m_secret);
}

void SplitRead::start()
{
    await<std::optional<QByteArray>>(
        store().entries().read(key()), [this](const std::optional<QByteArray> &entry) {
            if (!entry) {
                done(std::optional<QByteArray>());
                return;
            }
            std::optional<SecretHead> head = SecretHead::fromEntry(*entry);
            if (!head) {
                done(broken(u"not an entry of this program"_s));
                return;
            }
            m_head = std::move(*head);
            m_secret.reserve(SplitSecretStore::MaximumSecretLength); // never moved in memory
            m_secret.append(m_head.firstBytes);
            readPart(1);
        });
}

void SplitRead::readPart(int number)
{
    if (number >= m_head.count) {
        if (secretDigest(m_secret) == m_head.digest)
            done(std::optional<QByteArray>(unsharedCopy(m_secret)));
        else
            done(broken(u"the checksum does not fit"_s));
        return;
    }
    await<std::optional<QByteArray>>(
        store().entries().read(partKey(key(), m_head.slot, number)),
        [this, number](const std::optional<QByteArray> &part) {
            const qsizetype room = SplitSecretStore::MaximumSecretLength - m_secret.size();
            if (!part || part->size() > room) {
                done(broken(part ? u"too long"_s : u"a part is missing"_s));
                return;
            }
            m_secret.append(*part);
            readPart(number + 1);
        });
}

SplitWrite::SplitWrite(SplitSecretStore &store, const QString &key, const QByteArray &secret)
    : SplitReply(store, key)
    , m_secret(unsharedCopy(secret))
{
}

SplitWrite::~SplitWrite()
{
    wipe(m_secret);
}

//! How many bytes of the secret go into the head.
qsizetype SplitWrite::headLength() const
{
    const qsizetype limit = store().maximumEntryLength();
    return limit == 0 ? m_secret.size()
                      : std::min(m_secret.size(), limit - SecretHead::MaximumOverhead);
}

void SplitWrite::start()
{
    const qsizetype limit = store().maximumEntryLength();
    const qsizetype rest = m_secret.size() - headLength();
    const qsizetype parts = rest == 0 ? 0 : (rest + limit - 1) / limit;
    if (m_secret.size() > SplitSecretStore::MaximumSecretLength
        || parts >= SecretHead::MaximumCount) {
        done(broken(u"too long"_s));
        return;
    }
    m_head.count = 1 + static_cast<int>(parts);
    m_head.digest = secretDigest(m_secret);
    await<std::optional<QByteArray>>(
        store().entries().read(key()), [this](const std::optional<QByteArray> &entry) {
            std::optional<SecretHead> old = entry ? SecretHead::fromEntry(*entry) : std::nullopt;
            if (old) {
                m_head.slot = (old->slot + 1) % SecretHead::SlotCount;
                wipe(old->firstBytes);
            }
            writePart(1);
        });
}

void SplitWrite::writePart(int number)
{
    if (number >= m_head.count) {
        writeHead();
        return;
    }
    const qsizetype length = store().maximumEntryLength();
    QByteArray part = m_secret.mid(headLength() + (number - 1) * length, length);
    await<std::monostate>(store().entries().write(partKey(key(), m_head.slot, number), part),
                          [this, number](const std::monostate &) { writePart(number + 1); });
    wipe(part);
}

void SplitWrite::writeHead()
{
    m_head.firstBytes = m_secret.left(headLength());
    QByteArray entry = m_head.toEntry();
    await<std::monostate>(store().entries().write(key(), entry), [this](const std::monostate &) {
        sweep(m_head.slot, m_head.count, [this] {
            const int formerSlot = (m_head.slot + 1) % SecretHead::SlotCount;
            sweep(formerSlot, 1, [this] { done(std::monostate()); });
        });
    });
    wipe(entry);
    wipe(m_head.firstBytes);
}

void SplitRemove::start()
{
    // The head first: from then on there is no secret, even if the parts cannot be removed now.
    await<std::monostate>(store().entries().remove(key()), [this](const std::monostate &) {
        sweep(0, 1, [this] { sweep(1, 1, [this] { done(std::monostate()); }); });
    });
}

} // namespace Vestibule
