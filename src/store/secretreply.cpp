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
    if (secret.isEmpty()) // its bytes may be a constant of Qt
        return;
    auto *bytes = const_cast<char *>(secret.constData()); // NOLINT(*-const-cast): for all who share
    SecretBytes::wipe(std::span(bytes, size_t(secret.size())));
}

QByteArray unsharedCopy(const QByteArray &secret)
{
    return {secret.constData(), secret.size()};
}

} // namespace Vestibule
