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

//! A store that answers when the test wants it to. It records all requests.
//!
//! By default it answers every request by itself, from the event loop, as a keyring would. After
//! hold(), a request stays open until succeed() or fail(), and only then changes what is stored. A
//! cancelled request changes nothing.
class FakeSecretStore final : public Vestibule::SecretStore {
public:
    using Error = Vestibule::SecretError;

    struct Request {
        enum class Action { Read, Write, Remove };
        Action action = Action::Read;
        QString key{};
        QByteArray secret{}; //!< if it writes

        bool operator==(const Request &) const = default;
    };
    //! The error of a request; nothing if it succeeds.
    using Judge = std::function<std::optional<Error>(const Request &)>;

    //! The stored secrets; a test may change them, as another program could.
    QHash<QString, QByteArray> secrets;

    //! Makes new requests stay open.
    void hold() { m_holds = true; }
    //! Makes new requests fail if judge() returns an error for them; the others succeed.
    void failWhen(Judge judge) { m_judge = std::move(judge); }
    void failAll(Error::Kind kind)
    {
        failWhen([kind](const Request &) { return Error{.kind = kind}; });
    }

    //! All requests, oldest first.
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    //! The number of open requests that are neither answered nor cancelled.
    [[nodiscard]] qsizetype pending()
    {
        dropCancelled();
        return m_open.size();
    }
    //! The oldest open request. There must be one.
    [[nodiscard]] const Request &next()
    {
        dropCancelled();
        return m_open.constFirst().request;
    }

    //! Finishes the oldest open request; finished() is emitted from the event loop. False if there
    //! is none.
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
    [[nodiscard]] bool isPersistent() const override { return true; }

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
    Judge m_judge;
    QList<Request> m_requests;
    QList<Open> m_open;
};
