// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"

#include <QSignalSpy>
#include <QTest>

//! Waits for the reply and returns its result; Broken "no answer" after that many milliseconds.
template <typename T>
Vestibule::Result<T, Vestibule::SecretError> outcome(
    Vestibule::ReplyPtr<T, Vestibule::SecretError> reply, int milliseconds = 20'000)
{
    QSignalSpy finished(reply.get(), &Vestibule::ReplyBase::finished);
    if (finished.isEmpty() && !finished.wait(milliseconds)) {
        return Vestibule::SecretError{.kind = Vestibule::SecretError::Kind::Broken,
                                      .detail = QStringLiteral("no answer")};
    }
    return reply->result();
}

inline bool isWritten(Vestibule::SecretStore &store, const QString &key, const QByteArray &secret)
{
    return outcome(store.write(key, secret)).has_value();
}

inline bool isRemoved(Vestibule::SecretStore &store, const QString &key)
{
    return outcome(store.remove(key)).has_value();
}

//! The secret, or "absent", or "error: " and the technical message.
inline QByteArray readOf(Vestibule::SecretStore &store, const QString &key)
{
    const auto result = outcome(store.read(key));
    if (!result)
        return "error: " + result.error().detail.toUtf8();
    return result->value_or(QByteArrayLiteral("absent"));
}
