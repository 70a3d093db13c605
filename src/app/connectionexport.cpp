// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/connectionexport.h"

#include <QIODevice>

#include <utility>

namespace Vestibule {

ConnectionExport::ConnectionExport(std::unique_ptr<ExportTarget> target, ExportFormat format,
                                   const ExportProvenance &provenance, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_provenance(provenance)
    , m_targetName(target->name())
    , m_target(std::move(target))
    , m_writer(makeConnectionWriter(format, m_target->device(), provenance))
{
}

ConnectionExport::~ConnectionExport() = default;

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

void ConnectionExport::cancel()
{
    blockSignals(true); // a finished() that is queued already must not arrive any more
    if (std::exchange(m_isEnded, true))
        return;
    if (m_reader)
        m_reader->cancel();
    release();
}

//! Lets the target go: what has not been committed is dropped now, not when this object dies.
void ConnectionExport::release()
{
    m_writer.reset();
    m_target.reset();
}

//! The target is opened before the first request: a file that cannot be written costs none.
bool ConnectionExport::begin()
{
    if (m_target->open() && m_writer->begin())
        return true;
    failToWrite();
    return false;
}

void ConnectionExport::write(const ConnectionPage &page)
{
    if (m_isEnded)
        return;
    for (const OrganizationConnection &connection : page.items) {
        if (!m_writer->writeRow(connection))
            return failToWrite();
    }
    m_count.rows += page.items.size();
    if (page.total)
        m_count.total = page.total;
    m_readAt = page.readAt;
    Q_EMIT progress(m_count.rows, m_count.total.value_or(-1));
}

void ConnectionExport::restart()
{
    if (m_isEnded)
        return;
    m_count = {};
    m_writer = makeConnectionWriter(m_format, m_target->device(), m_provenance);
    if (!m_target->restart() || !m_writer->begin())
        return failToWrite();
    Q_EMIT progress(0, -1);
}

void ConnectionExport::end(const ListingReader::Outcome &outcome)
{
    if (m_isEnded)
        return;
    if (const auto *error = std::get_if<ApiError>(&outcome))
        return finish(*error);
    if (const auto *mismatch = std::get_if<ListingMismatch>(&outcome))
        return finish(*mismatch);
    if (!m_writer->end(m_count, m_readAt) || !m_target->commit())
        return failToWrite();
    finish(m_count);
}

void ConnectionExport::finish(const Outcome &outcome)
{
    m_isEnded = true;
    release();
    const auto emitFinished = [this, outcome] { Q_EMIT finished(outcome); };
    QMetaObject::invokeMethod(this, emitFinished, Qt::QueuedConnection);
}

void ConnectionExport::failToWrite()
{
    if (m_reader)
        m_reader->cancel();
    finish(WriteError{.name = m_target->name(), .reason = m_target->errorString()});
}

} // namespace Vestibule
