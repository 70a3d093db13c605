// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "fuzz/changedinventory.h"
#include "fuzz/require.h"
#include "inventory/databasethread.h"
#include "inventory/inventorycomparison.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <chrono>

using namespace Vestibule;
using Fuzz::Input;
using Fuzz::require;

namespace {

Result<DriftPtr, InventoryProblem> compare(const QString &oldPath, const QString &newPath,
                                           const DriftOptions &options)
{
    InventoryComparison comparison(oldPath, newPath, options);
    const auto reply = comparison.run();
    QEventLoop loop;
    QObject::connect(reply.get(), &ReplyBase::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->result();
}

void checkCounts(const Drift &drift)
{
    const auto count = [&](DriftKind kind) {
        return std::ranges::count(drift.changes, kind, &DriftChange::kind);
    };
    const DriftCounts &counts = drift.counts;
    require(counts.added == count(DriftKind::Added), "what was added is counted");
    require(counts.removed == count(DriftKind::Removed), "what was removed is counted");
    require(counts.changed == count(DriftKind::Changed), "what has changed is counted");
    require(counts.notComparable == count(DriftKind::NotComparable),
            "what cannot be compared is counted");
    require(counts.same >= 0, "no negative number of links");
    for (const DriftChange &change : drift.changes) {
        require(change.field.isEmpty() == (change.kind != DriftKind::Changed),
                "exactly what has changed has a field");
        require(change.kind != DriftKind::Changed || change.before != change.after,
                "what has changed differs");
    }
}

} // namespace

//! The first byte says whether a changed inventory is the old one, the new one or both, and how
//! rows are paired; the others are the changes.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static int argumentCount = 1;
    static std::array<char, 5> name{"fuzz"};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static const QCoreApplication application(argumentCount, arguments.data());
    static Fuzz::ChangedInventory inventory;

    Input input(data, size);
    const unsigned order = input.number(3);
    const DriftOptions options{.byName = input.number(2) == 0};
    inventory.change(input);
    const QString oldPath = order == 1 ? inventory.unchangedPath() : inventory.path();
    const QString newPath = order == 0 ? inventory.unchangedPath() : inventory.path();
    const auto drift = compare(oldPath, newPath, options);
    if (drift) {
        checkCounts(**drift);
        require(oldPath != newPath || (*drift)->counts.differences() == 0,
                "an inventory does not differ from itself");
    } else if (drift.error().kind == InventoryProblem::Kind::OtherTenant) {
        require(!options.byName && oldPath != newPath, "only another tenant is one");
    } else {
        Fuzz::ChangedInventory::checkProblem(drift.error());
    }
    // A thread that closes its file would count as what this input leaks or leaves beside it.
    require(DatabaseThread::waitForEnded(std::chrono::seconds(30)), "the threads end");
    inventory.checkFolders();
    return 0;
}
