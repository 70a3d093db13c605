// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "fuzz/changedinventory.h"
#include "fuzz/require.h"
#include "inventory/inventorycontent.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Fuzz::Input;
using Fuzz::require;

namespace {

//! One of the lists, sorted and filtered.
InventoryQuery queryOf(Input &input)
{
    InventoryQuery query;
    query.list = InventoryList(input.number(5));
    const auto &columns = columnsOf(query.list);
    query.sortedBy = columns.at(qsizetype(input.number(unsigned(columns.size()))));
    query.isDescending = input.number(2) == 0;
    InventoryFilter &filter = query.filter;
    switch (input.number(12)) {
    case 0:
        filter.findText = u"é"_s;
        break;
    case 1:
        filter.isEnabled = FlagChoice(input.number(3));
        break;
    case 2:
        filter.accessLevel = u"limited"_s;
        break;
    case 3:
        filter.strategy = QString();
        break;
    case 4:
        filter.category = StrategyCategory::Enterprise;
        break;
    case 5:
        filter.connection = u"con_1"_s;
        break;
    case 6:
        filter.organization = u"acme"_s;
        break;
    case 7:
        filter.isShared = true;
        break;
    case 8:
        filter.finding = findingRules().at(input.number(unsigned(findingRules().size()))).rule;
        break;
    case 9:
        filter.state = OrganizationState(input.number(4));
        break;
    case 10:
        filter.connectionCount = int(input.number(4));
        break;
    default:
        break;
    }
    filter.withMuted = input.number(2) == 0;
    return query;
}

void checkList(InventoryContent &content, Database &database, Input &input)
{
    const InventoryQuery query = queryOf(input);
    const InventoryView view = content.open(database, query);
    const auto rows = content.fetch(database, view.number, 0, view.rows);
    const auto facets = content.facets(database, query);
    const auto uses = content.organizationsOf(database, view.number, 0, view.rows, 2);
    if (database.problem())
        return;
    require(rows.size() == view.rows, "a view has as many rows as it says");
    for (const InventoryFacet &facet : facets)
        require(facet.rows >= 0, "no negative number of rows");
    for (const auto &some : uses)
        require(some.size() <= 2, "no more organizations than were asked for");
    if (!rows.isEmpty()) {
        const auto key = keyOf(rows.at(qsizetype(input.number(unsigned(rows.size())))));
        const auto place = content.find(database, view.number, key);
        require(!place || *place < view.rows, "a place is in the view");
    }
    content.close(view.number);
}

//! What the window and the commands do with a file from a stranger.
std::optional<InventoryProblem> read(const QString &path, Input &input)
{
    const auto mode = modeToOpen(path);
    if (!mode)
        return mode.error();
    Database database(path, *mode);
    InventoryContent content;
    content.load(database);
    if (!database.problem())
        (void)content.summarize(database);
    if (!database.problem())
        checkList(content, database, input);
    if (!database.problem())
        (void)content.overview(database);
    return database.takeProblem();
}

} // namespace

//! The first bytes say which list is read, and how a valid inventory is changed; the others are the
//! changes.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static int argumentCount = 1;
    static std::array<char, 5> name{"fuzz"};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static const QCoreApplication application(argumentCount, arguments.data());
    static Fuzz::ChangedInventory inventory;

    constexpr std::size_t OfReading = 8;
    Input order(data, std::min(size, OfReading));
    Input changes(data + std::min(size, OfReading), size - std::min(size, OfReading));
    inventory.change(changes);
    if (const auto problem = read(inventory.path(), order))
        Fuzz::ChangedInventory::checkProblem(*problem);
    inventory.checkFolders();
    return 0;
}
