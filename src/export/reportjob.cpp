// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/reportjob.h"

#include "core/threadreply.h"

#include <QCryptographicHash>
#include <QDir>
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

} // namespace

ReportJob::ReportJob(const QString &path, const QStringList &files, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_files(files)
{
}

ReportJob::~ReportJob() = default;

void ReportJob::start()
{
    m_target = makeTarget(m_path);
    if (!m_target->open()) {
        const WriteError error = writeErrorOf(*m_target);
        m_target.reset();
        const auto failNow = [this, error] {
            if (m_state == State::Reading) // not cancelled meanwhile
                fail(error);
        };
        QMetaObject::invokeMethod(this, failNow, Qt::QueuedConnection);
        return;
    }
    m_hashing = hashFiles(m_files);
    then(m_hashing, [this](const QByteArrayList &hashes) { read(hashes); });
}

void ReportJob::save(const std::function<HtmlReport()> &makeReport)
{
    const auto work = [makeReport, target = std::shared_ptr<ExportTarget>(std::move(m_target))]()
        -> Result<std::monostate, WriteError> {
        const QByteArray html = toHtml(makeReport());
        if (target->device().write(html) == html.size() && target->commit())
            return std::monostate();
        return writeErrorOf(*target);
    };
    m_saving.reset(new ThreadReply<std::monostate, WriteError>(work));
    connect(m_saving.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_saving);
        if (reply->result())
            end(State::Written);
        else
            fail(reply->result().error());
    });
    m_state = State::Saving;
    Q_EMIT changed();
}

void ReportJob::cancel()
{
    if (m_state == State::Reading)
        end(State::Cancelled);
}

QString ReportJob::targetName() const
{
    return QDir::toNativeSeparators(m_path);
}

void ReportJob::fail(const Outcome &outcome)
{
    m_outcome = outcome;
    end(State::Failed);
}

void ReportJob::end(State state)
{
    m_hashing.reset();
    stopReading();
    m_target.reset();
    m_state = state;
    Q_EMIT changed();
}

} // namespace Vestibule
