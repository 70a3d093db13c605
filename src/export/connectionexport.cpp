// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/connectionexport.h"

#include "formats/exportsidefile.h"

#include <QFileInfo>
#include <QIODevice>
#include <QThread>

#include <utility>

namespace Vestibule {

ConnectionExport::ConnectionExport(std::unique_ptr<ExportTarget> target, Options options,
                                   QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_targetName(target->name())
    , m_target(std::move(target))
{
}

ConnectionExport::~ConnectionExport() = default;

void ConnectionExport::setSideTarget(std::unique_ptr<ExportTarget> target)
{
    m_sideTarget = std::move(target);
}

void ConnectionExport::start(std::unique_ptr<ListingReader> reader)
{
    if (!begin())
        return;
    m_reader = std::move(reader);
    connect(m_reader.get(), &ListingReader::pageRead, this, &ConnectionExport::write);
    connect(m_reader.get(), &ListingReader::restarted, this, &ConnectionExport::restart);
    connect(m_reader.get(), &ListingReader::retryScheduled, this,
            &ConnectionExport::retryScheduled);
    connect(m_reader.get(), &ListingReader::finished, this, &ConnectionExport::end);
    m_reader->start();
}

void ConnectionExport::start(const ConnectionPage &page)
{
    if (!begin())
        return;
    write(page);
    end(std::monostate());
}

void ConnectionExport::resume(ConnectionSourcePtr source)
{
    if (!m_isEnded && m_reader)
        m_reader->resume(std::move(source));
}

void ConnectionExport::cancel()
{
    blockSignals(true); // a finished() that is queued already must not arrive any more
    if (std::exchange(m_isEnded, true))
        return;
    if (m_reader)
        m_reader->cancel();
    release();
}

//! Lets the targets go: what has not been committed is dropped now, not when this object dies.
void ConnectionExport::release()
{
    m_target.reset();
    m_sideTarget.reset();
}

//! The targets are opened before the first request: a file that cannot be written costs none.
bool ConnectionExport::begin()
{
    m_encoder = makeConnectionEncoder(m_options.layout, m_options.provenance);
    if (m_sideTarget && !m_sideTarget->open()) {
        failToWrite(*m_sideTarget);
        return false;
    }
    if (m_target->open() && put(m_encoder->begin()))
        return true;
    failToWrite(*m_target);
    return false;
}

bool ConnectionExport::put(const QByteArray &bytes)
{
    if (m_sideTarget)
        m_hash.addData(bytes);
    m_size += bytes.size();
    return m_target->device().write(bytes) == bytes.size();
}

void ConnectionExport::write(const ConnectionPage &page)
{
    if (m_isEnded)
        return;
    if (!put(m_encoder->encode(page.items)))
        return failToWrite(*m_target);
    m_count.rows += page.items.size();
    if (m_options.isPart)
        m_count.total = m_options.listingTotal;
    else if (page.total)
        m_count.total = page.total;
    m_readAt = page.readAt;
    Q_EMIT progress(m_count.rows, page.total.value_or(m_count.total.value_or(-1)));
}

void ConnectionExport::restart()
{
    if (m_isEnded)
        return;
    m_count = {};
    m_hash.reset();
    m_size = 0;
    m_encoder = makeConnectionEncoder(m_options.layout, m_options.provenance);
    if (!m_target->restart() || !put(m_encoder->begin()))
        return failToWrite(*m_target);
    Q_EMIT progress(0, -1);
}

void ConnectionExport::end(const ListingReader::Outcome &outcome)
{
    if (m_isEnded)
        return;
    if (const auto *error = std::get_if<ApiError>(&outcome)) {
        if (m_options.onFailure == OnFailure::Interrupt)
            return Q_EMIT interrupted(*error);
        return finish(*error);
    }
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return finish(*mismatch);
    if (!put(m_encoder->end(m_count, m_readAt)))
        return failToWrite(*m_target);
    if (m_sideTarget && !writeSideFile())
        return failToWrite(*m_sideTarget);
    commit();
}

bool ConnectionExport::writeSideFile()
{
    const ExportSideFile file{.provenance = m_options.provenance,
                              .layout = m_options.layout,
                              .count = m_count,
                              .readAt = m_readAt,
                              .fileName = QFileInfo(m_targetName).fileName(),
                              .size = m_size,
                              .sha256 = m_hash.result()};
    const QByteArray json = file.toJson();
    return m_sideTarget->device().write(json) == json.size();
}

//! On a thread of its own, which outlives this object if it must: a disk may take long to take it
//! all, and what has been begun is not left half done.
void ConnectionExport::commit()
{
    m_isEnded = true;
    Q_EMIT committing();
    const auto failure = std::make_shared<std::optional<WriteError>>();
    const auto work = [failure, target = std::shared_ptr(std::move(m_target)),
                       side = std::shared_ptr(std::move(m_sideTarget))] {
        if (!target->commit())
            *failure = WriteError{.name = target->name(), .reason = target->errorString()};
        else if (side && !side->commit())
            *failure = WriteError{
                .name = side->name(), .reason = side->errorString(), .written = target->name()};
    };
    QThread *thread = QThread::create(work);
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    connect(thread, &QThread::finished, this, [this, failure] {
        if (*failure)
            return Q_EMIT finished(**failure);
        Q_EMIT finished(m_count);
    });
    thread->start();
}

void ConnectionExport::finish(const Outcome &outcome)
{
    m_isEnded = true;
    release();
    const auto emitFinished = [this, outcome] { Q_EMIT finished(outcome); };
    QMetaObject::invokeMethod(this, emitFinished, Qt::QueuedConnection);
}

void ConnectionExport::failToWrite(ExportTarget &target)
{
    if (m_reader)
        m_reader->cancel();
    finish(WriteError{.name = target.name(), .reason = target.errorString()});
}

} // namespace Vestibule
