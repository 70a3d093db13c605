// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/secrethead.h"

#include <QCryptographicHash>
#include <QList>

namespace Vestibule {

namespace {

constexpr char Format[] = "vestibule1";
constexpr qsizetype DigestLength = 64;

//! Decimal digits and nothing else; -1 otherwise.
int numberOf(const QByteArray &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && QByteArray::number(number) == text ? number : -1;
}

} // namespace

QByteArray SecretHead::toEntry() const
{
    QByteArray entry;
    entry.reserve(MaximumOverhead + firstBytes.size()); // no copy of a secret is left behind
    entry.append(Format).append(' ');
    entry.append(QByteArray::number(count)).append(' ');
    entry.append(QByteArray::number(slot)).append(' ');
    entry.append(digest).append('\n').append(firstBytes);
    return entry;
}

std::optional<SecretHead> SecretHead::fromEntry(const QByteArray &entry)
{
    const qsizetype end = entry.indexOf('\n');
    if (end < 0 || end >= MaximumOverhead)
        return std::nullopt;
    const QList<QByteArray> words = entry.left(end).split(' ');
    if (words.size() != 4 || words.at(0) != Format)
        return std::nullopt;
    const int count = numberOf(words.at(1));
    const int slot = numberOf(words.at(2));
    const bool isValid = count >= 1 && count <= MaximumCount && slot >= 0 && slot < SlotCount
        && words.at(3).size() == DigestLength;
    if (!isValid)
        return std::nullopt;
    return SecretHead{
        .count = count,
        .slot = slot,
        .digest = words.at(3),
        .firstBytes = entry.mid(end + 1),
    };
}

QString partKey(const QString &key, int slot, int number)
{
    return key + QLatin1Char('/') + QString::number(slot) + QLatin1Char('/')
        + QString::number(number);
}

QByteArray secretDigest(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex();
}

} // namespace Vestibule
