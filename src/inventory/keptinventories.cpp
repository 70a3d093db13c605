// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/keptinventories.h"

#include "inventory/sweep.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr auto Suffix = ".vestibule"_L1;
constexpr auto KeptSuffix = ".kept.vestibule"_L1;
constexpr auto OlderSuffix = ".before.vestibule"_L1; //!< of the one that earlier versions kept
const QString TimeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;

//! QDateTime::fromString() would take it for local time, where some hours of a year do not exist.
QDateTime utcFrom(const QString &text)
{
    const QDate date = QDate::fromString(text.left(8), u"yyyyMMdd"_s);
    const QTime time = QTime::fromString(text.mid(8), u"'T'HHmmss'Z'"_s);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

QString baseName(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    if (name.endsWith(Suffix))
        name.chop(Suffix.size());
    return name;
}

} // namespace

QList<KeptInventory> keptInventories(const QString &path)
{
    QList<KeptInventory> kept;
    const QString base = baseName(path);
    const QDir folder = QFileInfo(path).absoluteDir();
    const QFileInfoList files =
        folder.entryInfoList({base + ".*.vestibule"_L1}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        const QString rest = file.fileName().sliced(base.size());
        QDateTime ended;
        if (rest == OlderSuffix)
            ended = file.lastModified().toUTC();
        else if (rest.endsWith(KeptSuffix) && rest.size() > KeptSuffix.size())
            ended = utcFrom(rest.sliced(1, rest.size() - 1 - KeptSuffix.size()));
        if (!ended.isValid())
            continue; // not one of ours
        kept.append({.path = file.absoluteFilePath(), .ended = ended, .bytes = file.size()});
    }
    std::ranges::stable_sort(kept, std::greater(), &KeptInventory::ended);
    return kept;
}

bool isKeptInventory(const QString &path)
{
    const QFileInfo file(path);
    return (file.fileName().endsWith(KeptSuffix) || file.fileName().endsWith(OlderSuffix))
        && file.absolutePath() == QFileInfo(inventoryFolder()).absoluteFilePath();
}

QString inventoryBefore(const QString &path)
{
    const QList<KeptInventory> kept = keptInventories(path);
    return kept.isEmpty() ? QString() : kept.constFirst().path;
}

QString keptInventoryPath(const QString &path, const QDateTime &ended)
{
    return QFileInfo(path).absoluteDir().filePath(
        baseName(path) + u'.' + ended.toUTC().toString(TimeFormat) + KeptSuffix);
}

void pruneKeptInventories(const QString &path, const KeepLimits &limits)
{
    int count = 0;
    qint64 bytes = 0;
    const QList<KeptInventory> kept = keptInventories(path);
    for (const KeptInventory &each : kept) {
        ++count;
        bytes += each.bytes;
        if (count > limits.inventories || (count > 1 && bytes > limits.bytes))
            removeKeptInventory(each.path);
    }
}

bool removeKeptInventory(const QString &keptPath)
{
    for (const auto suffix : {"-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(keptPath + suffix);
    return QFile::remove(keptPath);
}

} // namespace Vestibule
