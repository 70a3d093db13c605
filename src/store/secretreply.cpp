// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/secretreply.h"

namespace Vestibule {

namespace {

//! Through volatile, so that no compiler leaves out what it takes for a dead store.
void overwrite(char *bytes, qsizetype size)
{
    volatile char *at = bytes;
    for (qsizetype i = 0; i < size; ++i)
        at[i] = 0;
}

} // namespace

void wipe(QByteArray &secret)
{
    if (secret.isDetached())
        overwrite(secret.data(), secret.size());
    secret.clear();
}

void wipeShared(const QByteArray &secret)
{
    if (!secret.isEmpty()) // the bytes of an empty one may be a constant of Qt
        overwrite(const_cast<char *>(secret.constData()), secret.size());
}

QByteArray unsharedCopy(const QByteArray &secret)
{
    return {secret.constData(), secret.size()};
}

} // namespace Vestibule
