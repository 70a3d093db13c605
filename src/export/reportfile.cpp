// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/reportfile.h"

#include "core/threadreply.h"

#include <QCryptographicHash>
#include <QFile>
#include <QIODevice>

#include <atomic>
#include <utility>

namespace Vestibule {

namespace {

QByteArray sha256Of(const QString &path, const std::atomic_bool &isCancelled)
{
    constexpr qint64 HeaderSize = 100; // SQLite's
    constexpr qsizetype WriteVersionPlace = 18;
    constexpr char WithoutLog = 1;
    constexpr qint64 AtATime = 1 << 20;
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray header = file.peek(HeaderSize);
    if (header.startsWith("SQLite format 3")
        && (header.size() < HeaderSize || header.at(WriteVersionPlace) != WithoutLog))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd() && !isCancelled) {
        const QByteArray bytes = file.read(AtATime);
        if (bytes.isEmpty())
            return {};
        hash.addData(bytes);
    }
    return hash.result();
}

} // namespace

ReplyPtr<QByteArrayList, InventoryProblem> hashFiles(const QStringList &paths)
{
    const auto hash =
        [paths](const std::atomic_bool &isCancelled) -> Result<QByteArrayList, InventoryProblem> {
        QByteArrayList hashes;
        for (const QString &path : paths)
            hashes.append(sha256Of(path, isCancelled));
        return hashes;
    };
    return ReplyPtr<QByteArrayList, InventoryProblem>(
        new ThreadReply<QByteArrayList, InventoryProblem>(hash));
}

std::unique_ptr<ExportTarget> makeReportTarget(const QString &path)
{
    return path.isEmpty() ? makeStandardOutputTarget() : makeFileTarget(path);
}

ReplyPtr<std::monostate, WriteError> saveReport(std::unique_ptr<ExportTarget> target,
                                                const std::function<HtmlReport()> &makeReport)
{
    const auto save = [makeReport, target = std::shared_ptr<ExportTarget>(std::move(target))]()
        -> Result<std::monostate, WriteError> {
        const QByteArray html = toHtml(makeReport());
        if (target->device().write(html) == html.size() && target->commit())
            return std::monostate();
        return WriteError{.name = target->name(), .reason = target->errorString()};
    };
    return ReplyPtr<std::monostate, WriteError>(new ThreadReply<std::monostate, WriteError>(save));
}

} // namespace Vestibule
