// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/exportwriter.h"

#include "formats/provenance.h"

#include <QFileInfo>
#include <QIODevice>

namespace Vestibule {

WriteError writeErrorOf(ExportTarget &target)
{
    return {.name = target.name(), .reason = target.errorString()};
}

ExportWriter::ExportWriter(const Options &options)
    : m_options(options)
    , m_target(makeTarget(options.path))
{
    if (options.withSideFile)
        m_sideTarget = makeFileTarget(sideFilePath(options.path));
}

ExportWriter::~ExportWriter() = default;

bool ExportWriter::open()
{
    m_encoder = makeConnectionEncoder(m_options.layout, m_options.provenance);
    if (m_sideTarget && !m_sideTarget->open())
        return fail(*m_sideTarget);
    return m_target->open() ? put(m_encoder->begin()) : fail(*m_target);
}

bool ExportWriter::write(const QList<OrganizationConnection> &rows)
{
    return put(m_encoder->encode(rows));
}

bool ExportWriter::restart()
{
    m_hash.reset();
    m_size = 0;
    m_encoder = makeConnectionEncoder(m_options.layout, m_options.provenance);
    return m_target->restart() ? put(m_encoder->begin()) : fail(*m_target);
}

bool ExportWriter::finish(const ExportCount &count, const QDateTime &readAt)
{
    return put(m_encoder->end(count, readAt)) && (!m_sideTarget || putSideFile(count, readAt));
}

bool ExportWriter::commit()
{
    if (!m_target->commit())
        return fail(*m_target);
    if (!m_sideTarget || m_sideTarget->commit())
        return true;
    m_error.written = m_target->name();
    return fail(*m_sideTarget);
}

bool ExportWriter::put(const QByteArray &bytes)
{
    if (m_sideTarget)
        m_hash.addData(bytes);
    m_size += bytes.size();
    return m_target->device().write(bytes) == bytes.size() || fail(*m_target);
}

bool ExportWriter::putSideFile(const ExportCount &count, const QDateTime &readAt)
{
    const ExportSideFile file{.provenance = m_options.provenance,
                              .layout = m_options.layout,
                              .count = count,
                              .readAt = readAt,
                              .fileName = QFileInfo(m_options.path).fileName(),
                              .size = m_size,
                              .sha256 = m_hash.result()};
    const QByteArray json = file.toJson();
    return m_sideTarget->device().write(json) == json.size() || fail(*m_sideTarget);
}

//! Always false.
bool ExportWriter::fail(ExportTarget &target)
{
    m_error.name = target.name();
    m_error.reason = target.errorString();
    return false;
}

} // namespace Vestibule
