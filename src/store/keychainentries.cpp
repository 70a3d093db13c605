// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/keychainentries.h"

#include "store/secretreply.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>
#include <qt6keychain/keychain.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

struct KeychainEntries::Context {
    QString service;
    std::chrono::milliseconds timeLimit;
    QDeadlineTimer open{0}; //!< until then the keyring is taken to be as open as it was just now
};

namespace {

using Secret = std::optional<QByteArray>;

constexpr auto OpenFor = 5s;
//! Written and removed to see whether the keyring is open; holds nothing.
constexpr QLatin1StringView CheckKey = ".check"_L1;

SecretError errorOf(const QKeychain::Job &job)
{
    const bool isDenied =
        job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser;
    return {
        .kind = isDenied ? SecretError::Kind::Denied : SecretError::Kind::Unavailable,
        .detail = job.errorString(),
    };
}

//! One request: a chain of jobs under one time limit.
template <typename T>
class KeychainReply : public SecretReply<T> {
public:
    KeychainReply(std::shared_ptr<KeychainEntries::Context> context, const QString &key)
        : m_context(std::move(context))
        , m_key(key)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, this, [this] {
            this->settle(SecretError{.kind = SecretError::Kind::Unavailable,
                                     .detail = u"the keyring does not answer"_s});
        });
        m_timer.start(m_context->timeLimit);
    }

protected:
    using Next = std::function<void(QKeychain::Job &)>;

    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] bool isKnownToBeOpen() const { return !m_context->open.hasExpired(); }
    void noteOpen() { m_context->open = QDeadlineTimer(OpenFor); }

    void readEntry(const QString &entryKey, const Next &next)
    {
        auto *job = new QKeychain::ReadPasswordJob(m_context->service);
        run(job, entryKey, next);
        // After the handler of run(), and also when that is gone.
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [job] { wipeShared(job->binaryData()); });
    }
    void writeEntry(const QString &entryKey, const QByteArray &secret, const Next &next)
    {
        auto *job = new QKeychain::WritePasswordJob(m_context->service);
        const QByteArray bytes = unsharedCopy(secret);
        job->setBinaryData(bytes);
        run(job, entryKey, next);
        QObject::connect(job, &QKeychain::Job::finished, job, [bytes] { wipeShared(bytes); });
    }
    void removeEntry(const QString &entryKey, const Next &next)
    {
        run(new QKeychain::DeletePasswordJob(m_context->service), entryKey, next);
    }
    void failAs(const QKeychain::Job &job) { this->settle(errorOf(job)); }

private:
    //! The job belongs to itself: QtKeychain's own callbacks keep a bare pointer to it until it
    //! has ended, so nobody may delete it before, and no parent may either.
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
    void abortWork() override { m_timer.stop(); }

    std::shared_ptr<KeychainEntries::Context> m_context;
    QString m_key;
    QTimer m_timer;
};

class KeychainRead final : public KeychainReply<Secret> {
public:
    using KeychainReply::KeychainReply;

    void start()
    {
        readEntry(key(), [this](QKeychain::Job &job) {
            if (job.error() == QKeychain::NoError) {
                noteOpen();
                auto &reading = static_cast<QKeychain::ReadPasswordJob &>(job);
                settle(Secret(unsharedCopy(reading.binaryData())));
            } else if (job.error() != QKeychain::EntryNotFound) {
                failAs(job);
            } else if (isKnownToBeOpen()) {
                settle(Secret());
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
                failAs(job);
                return;
            }
            noteOpen();
            // If it stays there, it holds nothing.
            removeEntry(CheckKey, [this](QKeychain::Job &) { settle(Secret()); });
        });
    }
};

class KeychainWrite final : public KeychainReply<std::monostate> {
public:
    using KeychainReply::KeychainReply;

    void start(const QByteArray &secret)
    {
        writeEntry(key(), secret, [this](QKeychain::Job &job) {
            if (job.error() != QKeychain::NoError) {
                failAs(job);
                return;
            }
            noteOpen();
            settle(std::monostate());
        });
    }
};

class KeychainRemove final : public KeychainReply<std::monostate> {
public:
    using KeychainReply::KeychainReply;

    void start()
    {
        writeEntry(key(), {}, [this](QKeychain::Job &job) {
            if (job.error() == QKeychain::NoError)
                removeOverwritten();
            else
                failAs(job);
        });
    }

private:
    void removeOverwritten()
    {
        noteOpen();
        removeEntry(key(), [this](QKeychain::Job &job) {
            const auto error = job.error();
            if (error == QKeychain::NoError || error == QKeychain::EntryNotFound)
                settle(std::monostate());
            else
                failAs(job);
        });
    }
};

} // namespace

KeychainEntries::KeychainEntries(const QString &service, std::chrono::milliseconds timeLimit)
    : m_context(std::make_shared<Context>(Context{.service = service, .timeLimit = timeLimit}))
{
}

KeychainEntries::~KeychainEntries() = default;

SecretReadPtr KeychainEntries::read(const QString &key)
{
    auto *reply = new KeychainRead(m_context, key);
    reply->start();
    return SecretReadPtr(reply);
}

SecretChangePtr KeychainEntries::write(const QString &key, const QByteArray &secret)
{
    auto *reply = new KeychainWrite(m_context, key);
    reply->start(secret);
    return SecretChangePtr(reply);
}

SecretChangePtr KeychainEntries::remove(const QString &key)
{
    auto *reply = new KeychainRemove(m_context, key);
    reply->start();
    return SecretChangePtr(reply);
}

} // namespace Vestibule
