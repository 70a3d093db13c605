// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretreply.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

//! A store whose answers come when the test says so. It remembers what it was asked.
//!
//! Without a word from the test it answers everything by itself, from the event loop, as a keyring
//! would. After hold() a request stays open until succeed() or fail(); a change takes place only
//! then. A cancelled request changes nothing.
class FakeSecretStore final : public Vestibule::SecretStore {
public:
    using Error = Vestibule::SecretError;

    struct Request {
        enum class Action { Read, Write, Remove };
        Action action = Action::Read;
        QString key{};
        QByteArray secret{}; //!< of a writing

        bool operator==(const Request &) const = default;
    };
    //! Why a request fails, or nothing.
    using Judge = std::function<std::optional<Error>(const Request &)>;

    //! What is kept; a test may change it, as another program would.
    QHash<QString, QByteArray> secrets;

    //! From now on requests stay open.
    void hold() { m_holds = true; }
    //! From now on fails those that \a judge has a reason for; the others succeed.
    void failWhen(Judge judge) { m_judge = std::move(judge); }
    void failAll(Error::Kind kind)
    {
        failWhen([kind](const Request &) { return Error{.kind = kind}; });
    }
    void setPersistent(bool isPersistent) { m_isPersistent = isPersistent; }

    //! All requests, the oldest first.
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    //! Held requests that have neither been answered nor given up.
    [[nodiscard]] qsizetype pending()
    {
        dropCancelled();
        return m_open.size();
    }
    //! Of the oldest open request, which must be there.
    [[nodiscard]] const Request &next()
    {
        dropCancelled();
        return m_open.constFirst().request;
    }

    //! Ends the oldest open request; its finished() comes from the event loop. False if none is.
    bool succeed() { return end(std::nullopt); }
    bool fail(Error::Kind kind, const QString &detail = {})
    {
        return end(Error{.kind = kind, .detail = detail});
    }

    [[nodiscard]] Vestibule::SecretReadPtr read(const QString &key) override
    {
        return ask<Value>({.action = Request::Action::Read, .key = key});
    }
    [[nodiscard]] Vestibule::SecretChangePtr write(const QString &key,
                                                   const QByteArray &secret) override
    {
        return ask<std::monostate>({.action = Request::Action::Write,
                                    .key = key,
                                    .secret = Vestibule::unsharedCopy(secret)});
    }
    [[nodiscard]] Vestibule::SecretChangePtr remove(const QString &key) override
    {
        return ask<std::monostate>({.action = Request::Action::Remove, .key = key});
    }
    [[nodiscard]] bool isPersistent() const override { return m_isPersistent; }

private:
    using Value = std::optional<QByteArray>;

    template <typename T>
    class FakeReply final : public Vestibule::SecretReply<T> {
    public:
        void end(Vestibule::Result<T, Error> result) { this->settle(std::move(result)); }
        [[nodiscard]] bool isOpen() const { return !this->isSettled(); }

    private:
        void abortWork() override {}
    };

    struct Open {
        Request request;
        std::function<bool()> isOpen;
        std::function<void(std::optional<Error>)> end;
    };

    template <typename T>
    Vestibule::ReplyPtr<T, Error> ask(const Request &request)
    {
        m_requests.append(request);
        auto *reply = new FakeReply<T>;
        const QPointer<FakeReply<T>> guard(reply);
        m_open.append({
            .request = request,
            .isOpen = [guard] { return guard && guard->isOpen(); },
            .end =
                [this, guard, request](const std::optional<Error> &error) {
                    if (error)
                        guard->end(*error);
                    else
                        guard->end(carryOut(request, T()));
                },
        });
        if (!m_holds) {
            const Open open = m_open.takeLast();
            open.end(m_judge ? m_judge(request) : std::nullopt);
        }
        return Vestibule::ReplyPtr<T, Error>(reply);
    }

    Value carryOut(const Request &request, const Value & /*type*/)
    {
        if (!secrets.contains(request.key))
            return std::nullopt;
        return Vestibule::unsharedCopy(secrets.value(request.key));
    }
    std::monostate carryOut(const Request &request, std::monostate /*type*/)
    {
        if (request.action == Request::Action::Write)
            secrets.insert(request.key, request.secret);
        else
            secrets.remove(request.key);
        return {};
    }

    void dropCancelled()
    {
        m_open.removeIf([](const Open &open) { return !open.isOpen(); });
    }
    bool end(const std::optional<Error> &error)
    {
        dropCancelled();
        if (m_open.isEmpty())
            return false;
        m_open.takeFirst().end(error);
        return true;
    }

    bool m_holds = false;
    bool m_isPersistent = true;
    Judge m_judge;
    QList<Request> m_requests;
    QList<Open> m_open;
};
