// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/keychainsecretstore.h"

#include "core/secretbytes.h"
#include "store/secretreply.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QList>
#include <QTimer>

#include <functional>
#include <qt6keychain/keychain.h>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

using Secret = std::optional<QByteArray>;

//! After a successful job the keyring is assumed to remain open for this long.
constexpr auto OpenFor = 5s;
//! Written and removed to find out whether the keyring is open. Contains nothing.
constexpr QLatin1StringView CheckKey = ".check"_L1;

//! An entry is a header and the secret. Earlier versions could split a secret into parts: their
//! header also has the number of parts, which was 1 on Linux, and a slot, which was 0 or 1. Both
//! remain in the header, so that each version can read the other's entries.
constexpr qsizetype HeaderLength = 80; // bytes

QByteArray checksum(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex();
}

QByteArray entryHeader(const QByteArray &checksum, char slot = '0')
{
    return "vestibule1 1 "_ba + slot + ' ' + checksum + '\n';
}

QByteArray entryWith(const QByteArray &secret)
{
    QByteArray entry;
    entry.reserve(HeaderLength + secret.size()); // growing would leave a copy in freed memory
    entry.append(entryHeader(checksum(secret)));
    entry.append(secret);
    return entry;
}

Result<Secret, SecretError> secretIn(const QByteArray &entry)
{
    QByteArray secret = entry.mid(HeaderLength);
    const QByteArray sum = checksum(secret);
    if (entry.startsWith(entryHeader(sum, '0')) || entry.startsWith(entryHeader(sum, '1')))
        return Secret(std::move(secret));
    SecretBytes::wipe(secret);
    return SecretError{.kind = SecretError::Kind::Broken,
                       .detail = entry.startsWith("vestibule1 ")
                           ? u"the checksum does not fit"_s
                           : u"not an entry of this program"_s};
}

//! Overwrites the bytes in every copy that shares them. Only for a buffer that nothing but its
//! owner and a job of QtKeychain uses.
void wipeShared(const QByteArray &bytes)
{
    if (bytes.isEmpty()) // may point to a constant of Qt
        return;
    auto *data = const_cast<char *>(bytes.constData()); // NOLINT(*-const-cast)
    SecretBytes::wipe(std::span(data, size_t(bytes.size())));
}

SecretError errorOf(const QKeychain::Job &job)
{
    const auto kindOf = [](QKeychain::Error error) {
        switch (error) {
        case QKeychain::AccessDenied: // of the Secret Service: the collection is locked
            return SecretError::Kind::Locked;
        case QKeychain::AccessDeniedByUser:
            return SecretError::Kind::Denied;
        default:
            return SecretError::Kind::Unavailable;
        }
    };
    return {.kind = kindOf(job.error()), .detail = job.errorString()};
}

} // namespace

struct KeychainSecretStore::Context {
    //! A reply that waits for its turn.
    class Request {
    public:
        Request() = default;
        Request(const Request &) = delete;
        Request &operator=(const Request &) = delete;
        virtual ~Request() = default;

        virtual void start() = 0;
    };

    KeychainOptions options;
    QDeadlineTimer isOpen{0}; //!< runs as long as the keyring is assumed to be open
    QList<Request *> requests{}; //!< the first one has started

    void add(Request *request)
    {
        requests.append(request);
        if (requests.size() == 1)
            request->start();
    }
    //! Does nothing the second time.
    void remove(Request *request)
    {
        const bool wasFirst = !requests.isEmpty() && requests.constFirst() == request;
        requests.removeOne(request);
        if (wasFirst && !requests.isEmpty())
            requests.constFirst()->start();
    }
};

namespace {

template <typename T>
class KeychainReply : public SecretReply<T>, public KeychainSecretStore::Context::Request {
public:
    KeychainReply(std::shared_ptr<KeychainSecretStore::Context> context, const QString &key)
        : m_context(std::move(context))
        , m_key(key)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, this, [this] {
            end(SecretError{.kind = SecretError::Kind::Silent,
                            .detail = u"the keyring does not answer"_s});
        });
        m_timer.start(m_context->options.timeLimit);
    }

protected:
    using Next = std::function<void(QKeychain::Job &)>;

    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] bool isAssumedOpen() const { return !m_context->isOpen.hasExpired(); }
    void noteOpen() { m_context->isOpen = QDeadlineTimer(OpenFor); }

    void readEntry(const QString &entryKey, const Next &next)
    {
        auto *job = new QKeychain::ReadPasswordJob(m_context->options.service);
        run(job, entryKey, next);
        // Connected after run(), so that it comes after its handler, and also without this reply.
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [job] { wipeShared(job->binaryData()); });
    }
    //! Overwrites the entry's bytes when they have been written; they must not be used otherwise.
    void writeEntry(const QString &entryKey, const QByteArray &entry, const Next &next)
    {
        auto *job = new QKeychain::WritePasswordJob(m_context->options.service);
        job->setBinaryData(entry);
        run(job, entryKey, next);
        QObject::connect(job, &QKeychain::Job::finished, job, [entry] { wipeShared(entry); });
    }
    void removeEntry(const QString &entryKey, const Next &next)
    {
        run(new QKeychain::DeletePasswordJob(m_context->options.service), entryKey, next);
    }
    void end(Result<T, SecretError> result)
    {
        m_timer.stop();
        m_context->remove(this);
        this->settle(std::move(result));
    }

private:
    //! Jobs delete themselves and have no parent: QtKeychain keeps a plain pointer to a job until
    //! it has ended.
    void run(QKeychain::Job *job, const QString &entryKey, const Next &next)
    {
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        job->setKey(entryKey);
        QObject::connect(job, &QKeychain::Job::finished, this, [this, next](QKeychain::Job *ended) {
            if (!this->isSettled())
                next(*ended);
        });
        job->start();
    }
    void abortWork() override
    {
        m_timer.stop();
        m_context->remove(this);
    }

    std::shared_ptr<KeychainSecretStore::Context> m_context;
    QString m_key;
    QTimer m_timer;
};

class KeychainRead final : public KeychainReply<Secret> {
public:
    using KeychainReply::KeychainReply;

    void start() override
    {
        readEntry(key(), [this](QKeychain::Job &job) {
            if (job.error() == QKeychain::NoError) {
                noteOpen();
                end(secretIn(static_cast<QKeychain::ReadPasswordJob &>(job).binaryData()));
            } else if (job.error() != QKeychain::EntryNotFound) {
                end(errorOf(job));
            } else if (isAssumedOpen()) {
                end(Secret());
            } else {
                checkThatItIsOpen();
            }
        });
    }

private:
    void checkThatItIsOpen()
    {
        writeEntry(CheckKey, {}, [this](QKeychain::Job &job) {
            if (job.error() != QKeychain::NoError) {
                end(errorOf(job));
                return;
            }
            noteOpen();
            // An entry that cannot be removed does no harm: it is empty.
            removeEntry(CheckKey, [this](QKeychain::Job &) { end(Secret()); });
        });
    }
};

class KeychainWrite final : public KeychainReply<std::monostate> {
public:
    KeychainWrite(std::shared_ptr<KeychainSecretStore::Context> context, const QString &key,
                  const QByteArray &secret)
        : KeychainReply(std::move(context), key)
        , m_entry(entryWith(secret))
    {
    }
    ~KeychainWrite() override { SecretBytes::wipe(m_entry); }

    void start() override
    {
        writeEntry(key(), std::exchange(m_entry, {}), [this](QKeychain::Job &job) {
            if (job.error() != QKeychain::NoError) {
                end(errorOf(job));
                return;
            }
            noteOpen();
            end(std::monostate());
        });
    }

private:
    QByteArray m_entry; // until it is written
};

class KeychainRemove final : public KeychainReply<std::monostate> {
public:
    using KeychainReply::KeychainReply;

    void start() override
    {
        writeEntry(key(), {}, [this](QKeychain::Job &job) {
            if (job.error() == QKeychain::NoError)
                removeOverwritten();
            else
                end(errorOf(job));
        });
    }

private:
    void removeOverwritten()
    {
        noteOpen();
        removeEntry(key(), [this](QKeychain::Job &job) {
            const auto error = job.error();
            if (error == QKeychain::NoError || error == QKeychain::EntryNotFound)
                end(std::monostate());
            else
                end(errorOf(job));
        });
    }
};

} // namespace

KeychainSecretStore::KeychainSecretStore(const KeychainOptions &options)
    : m_context(std::make_shared<Context>(Context{.options = options}))
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

SecretReadPtr KeychainSecretStore::read(const QString &key)
{
    auto *request = new KeychainRead(m_context, key);
    SecretReadPtr reply(request);
    m_context->add(request);
    return reply;
}

SecretChangePtr KeychainSecretStore::write(const QString &key, const QByteArray &secret)
{
    auto *request = new KeychainWrite(m_context, key, secret);
    SecretChangePtr reply(request);
    m_context->add(request);
    return reply;
}

SecretChangePtr KeychainSecretStore::remove(const QString &key)
{
    auto *request = new KeychainRemove(m_context, key);
    SecretChangePtr reply(request);
    m_context->add(request);
    return reply;
}

} // namespace Vestibule
