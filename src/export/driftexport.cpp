// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/driftexport.h"

#include "core/threadreply.h"
#include "session/drifttext.h"

#include <QDir>
#include <QIODevice>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace Vestibule {

namespace {

std::unique_ptr<DriftEncoder> makeEncoder(const DriftLayout &layout, const Drift &drift)
{
    return layout.format == DriftFormat::Text ? makeDriftTextEncoder(drift)
                                              : makeDriftEncoder(layout, drift);
}

//! Copies, because the encoder takes changes that follow each other; they share their texts.
QList<DriftChange> changesOf(const Drift &drift, const DriftRows &shown)
{
    std::vector<DriftRows::Row> rows = shown.rows;
    std::ranges::sort(rows);
    QList<DriftChange> changes;
    changes.reserve(qsizetype(rows.size()));
    for (const DriftRows::Row row : rows)
        changes.append(drift.changes.at(row));
    return changes;
}

//! False if the device failed, or if it was cancelled.
bool encode(QIODevice &device, const DriftLayout &layout, const Drift &drift,
            const QList<DriftChange> &changes, const std::atomic_bool &isCancelled)
{
    constexpr std::size_t RowsAtATime = 2000;
    const auto put = [&device](const QByteArray &bytes) {
        return device.write(bytes) == bytes.size();
    };
    const auto encoder = makeEncoder(layout, drift);
    std::span<const DriftChange> rest(changes);
    bool isWritten = put(encoder->begin());
    while (isWritten && !rest.empty() && !isCancelled) {
        const std::size_t count = std::min(rest.size(), RowsAtATime);
        isWritten = put(encoder->encode(rest.first(count)));
        rest = rest.subspan(count);
    }
    return isWritten && !isCancelled && put(encoder->end());
}

} // namespace

DriftExport::DriftExport(const Request &request, QObject *parent)
    : QObject(parent)
    , m_request(request)
{
}

DriftExport::~DriftExport()
{
    cancel();
}

bool DriftExport::open()
{
    m_target = makeTarget(m_request.path);
    if (m_target->open())
        return true;
    m_outcome = writeErrorOf(*m_target);
    m_target.reset();
    return false;
}

void DriftExport::write(const DriftPtr &drift, const DriftRowsPtr &rows)
{
    const auto work =
        [target = std::exchange(m_target, {}), drift, rows, layout = m_request.layout,
         phase = m_phase](const std::atomic_bool &isCancelled) -> Result<qsizetype, WriteError> {
        const QList<DriftChange> changes = rows ? changesOf(*drift, *rows) : drift->changes;
        if (!encode(target->device(), layout, *drift, changes, isCancelled))
            return writeErrorOf(*target);
        Phase expected = Phase::Encoding;
        if (!phase->compare_exchange_strong(expected, Phase::Saving) || !target->commit())
            return writeErrorOf(*target);
        return changes.size();
    };
    m_writing.reset(new ThreadReply<qsizetype, WriteError>(work));
    connect(m_writing.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_writing);
        if (reply->result())
            m_outcome = *reply->result();
        else
            m_outcome = reply->result().error();
        Q_EMIT finished();
    });
}

bool DriftExport::cancel()
{
    Phase expected = Phase::Encoding;
    if (!m_phase->compare_exchange_strong(expected, Phase::Cancelled))
        return expected == Phase::Cancelled;
    m_writing.reset();
    m_target.reset();
    return true;
}

QString DriftExport::targetName() const
{
    return QDir::toNativeSeparators(m_request.path);
}

} // namespace Vestibule
