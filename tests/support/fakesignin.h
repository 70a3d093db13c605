// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/signin.h"

#include <QList>
#include <QPointer>

#include <utility>

//! A sign-in whose exchanges end when the test wants it.
class FakeSignIn final : public Vestibule::SignIn {
    class FakeReply final : public Vestibule::Reply<Vestibule::AccessToken> {
    public:
        bool end(Vestibule::Result<Vestibule::AccessToken> result)
        {
            if (isSettled())
                return false;
            finish(std::move(result));
            return true;
        }

    private:
        void abortWork() override {}
    };

public:
    explicit FakeSignIn(Vestibule::AccessToken token = {})
        : m_token(std::move(token))
    {
    }

    [[nodiscard]] Vestibule::AccessToken token() const override { return m_token; }
    [[nodiscard]] bool isGood(const Vestibule::AccessToken &token) const override
    {
        return token == m_token;
    }
    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::AccessToken> fetchToken() override
    {
        ++fetched;
        return ask();
    }
    [[nodiscard]] Vestibule::ReplyPtr<Vestibule::AccessToken> replaceToken(
        const Vestibule::AccessToken &refused) override
    {
        replaced.append(refused);
        return ask();
    }

    //! As after an exchange that a request has caused.
    void setToken(const Vestibule::AccessToken &token)
    {
        m_token = token;
        Q_EMIT tokenChanged();
    }
    //! Ends all open exchanges; false if there is none.
    bool answer(const Vestibule::AccessToken &token)
    {
        setToken(token);
        return end(token);
    }
    bool refuse(const Vestibule::ApiError &error) { return end(error); }

    int fetched = 0; //!< calls of fetchToken()
    QList<Vestibule::AccessToken> replaced; //!< the tokens that replaceToken() was called with

private:
    Vestibule::ReplyPtr<Vestibule::AccessToken> ask()
    {
        auto *reply = new FakeReply;
        m_open.append(reply);
        return Vestibule::ReplyPtr<Vestibule::AccessToken>(reply);
    }
    bool end(const Vestibule::Result<Vestibule::AccessToken> &result)
    {
        bool hasEnded = false;
        for (const QPointer<FakeReply> &reply : std::exchange(m_open, {}))
            hasEnded = (reply && reply->end(result)) || hasEnded;
        return hasEnded;
    }

    Vestibule::AccessToken m_token;
    QList<QPointer<FakeReply>> m_open;
};
