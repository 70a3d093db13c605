// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/secretreply.h"

#include "core/secretbytes.h"

namespace Vestibule {

void wipe(QByteArray &secret)
{
    SecretBytes::wipe(secret);
}

void wipeShared(const QByteArray &secret)
{
    if (!secret.isEmpty()) // the bytes of an empty one may be a constant of Qt
        SecretBytes::wipe(std::span(const_cast<char *>(secret.constData()), size_t(secret.size())));
}

QByteArray unsharedCopy(const QByteArray &secret)
{
    return {secret.constData(), secret.size()};
}

} // namespace Vestibule
