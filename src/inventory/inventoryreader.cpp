// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventoryreader.h"

#include "inventory/inventorycheck.h"
#include "inventory/inventorycontent.h"

namespace Vestibule {

InventoryReader::InventoryReader(const QString &path)
    : m_content(std::make_shared<InventoryContent>())
    , m_thread(path, [path] { return modeToOpen(path); })
{
}

InventoryReader::~InventoryReader() = default;

InventorySource::InventoryReply<InventorySourcePtr> InventoryReader::load(
    const std::shared_ptr<InventoryReader> &reader)
{
    return reader->m_thread.run(
        [reader](Database &database) -> Result<InventorySourcePtr, InventoryProblem> {
            reader->m_content->load(database);
            return database.result(InventorySourcePtr(reader));
        });
}

InventorySource::InventoryReply<InventorySummary> InventoryReader::summarize()
{
    return m_thread.run([content = m_content](Database &database) {
        return database.result(content->summarize(database));
    });
}

InventorySource::InventoryReply<InventoryView> InventoryReader::open(const InventoryQuery &query)
{
    return m_thread.run([content = m_content, query](Database &database) {
        return database.result(content->open(database, query));
    });
}

InventorySource::InventoryReply<QList<InventoryRow>> InventoryReader::fetch(
    const InventoryView &view, qsizetype first, qsizetype count)
{
    return m_thread.run(
        [content = m_content, number = view.number, first, count](Database &database) {
            return database.result(content->fetch(database, number, first, count));
        });
}

InventorySource::InventoryReply<std::optional<qsizetype>> InventoryReader::find(
    const InventoryView &view, const InventoryKey &key)
{
    return m_thread.run([content = m_content, number = view.number, key](Database &database) {
        return database.result(content->find(database, number, key));
    });
}

InventorySource::InventoryReply<QList<InventoryFacet>> InventoryReader::facets(
    const InventoryQuery &query)
{
    return m_thread.run([content = m_content, query](Database &database) {
        return database.result(content->facets(database, query));
    });
}

InventorySource::InventoryReply<QList<FindingMute>> InventoryReader::mutes()
{
    return m_thread.run([content = m_content](Database &database) {
        return database.result(content->mutes(database));
    });
}

InventorySource::InventoryReply<QList<ConnectionUse>> InventoryReader::unusedConnections()
{
    return m_thread.run([content = m_content](Database &database) {
        return database.result(content->unusedConnections(database));
    });
}

InventorySource::InventoryReply<InventoryOverview> InventoryReader::overview()
{
    return m_thread.run([content = m_content](Database &database) {
        return database.result(content->overview(database));
    });
}

InventorySource::InventoryReply<QList<QList<OrganizationUse>>> InventoryReader::organizationsOf(
    const InventoryView &view, qsizetype first, qsizetype count, qsizetype most)
{
    return m_thread.run(
        [content = m_content, number = view.number, first, count, most](Database &database) {
            return database.result(content->organizationsOf(database, number, first, count, most));
        });
}

void InventoryReader::close(const InventoryView &view)
{
    m_thread.runLater([content = m_content, number = view.number] { content->close(number); });
}

} // namespace Vestibule
