// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/reply.h"

#include <QObject>

#include <memory>

namespace Vestibule {

//! The sign-in of an application: gives its requests a token, and another one before it expires.
//! The token is in memory alone.
class SignIn : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! The latest one, expired or not; empty before the first.
    [[nodiscard]] virtual AccessToken token() const = 0;
    //! Whether this token is still good for a request: it is the latest one, and fetchToken() would
    //! not ask for another one.
    [[nodiscard]] virtual bool isGood(const AccessToken &token) const = 0;
    //! A token that is good for a request now: the latest one, or a new one when a tenth of its
    //! life, and at most five minutes, is left. All who ask meanwhile wait for the same exchange.
    [[nodiscard]] virtual ReplyPtr<AccessToken> fetchToken() = 0;
    //! The same after the tenant has refused this token as expired: another one than that.
    [[nodiscard]] virtual ReplyPtr<AccessToken> replaceToken(const AccessToken &refused) = 0;

Q_SIGNALS:
    //! token() is another one.
    void tokenChanged();
};

using SignInPtr = std::shared_ptr<SignIn>;

} // namespace Vestibule
