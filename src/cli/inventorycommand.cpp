// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/inventorycommand.h"

#include "export/exporttext.h"
#include "export/findingsencoder.h"
#include "formats/exporttarget.h"
#include "inventory/inventoryfile.h"
#include "session/inventorytext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ExportStatus {
    bool hasFound = false;
    bool lacksRule = false;

    ExitStatus operator()(const InventoryCount &written) const
    {
        if (!written.summary.isComplete() || lacksRule)
            return ExitStatus::NotUnderstood;
        return hasFound ? ExitStatus::Found : ExitStatus::Done;
    }
    ExitStatus operator()(const InventoryProblem &problem) const { return exitStatus(problem); }
    ExitStatus operator()(const WriteError & /*error*/) const { return ExitStatus::NotWritten; }
};

} // namespace

InventoryCommand::InventoryCommand(const InventoryOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

InventoryCommand::~InventoryCommand() = default;

void InventoryCommand::start()
{
    m_opening = openInventory(m_options.file);
    connect(m_opening.get(), &ReplyBase::finished, this, [this] {
        const auto opening = std::move(m_opening);
        if (!opening->result())
            return fail(opening->result().error());
        if (m_options.query.list == InventoryList::Findings)
            countFindings(*opening->result());
        else
            startExport(*opening->result());
    });
}

void InventoryCommand::countFindings(const InventorySourcePtr &source)
{
    m_openingRules =
        source->open({.list = InventoryList::Rules, .sortedBy = InventoryColumn::Rule});
    connect(m_openingRules.get(), &ReplyBase::finished, this, [this, source] {
        const auto opening = std::move(m_openingRules);
        if (!opening->result())
            return fail(opening->result().error());
        const InventoryView &view = *opening->result();
        m_countingFindings = source->fetch(view, 0, view.rows);
        connect(m_countingFindings.get(), &ReplyBase::finished, this, [this, source] {
            const auto counting = std::move(m_countingFindings);
            if (!counting->result())
                return fail(counting->result().error());
            takeCounts(*counting->result());
            startExport(source);
        });
    });
}

void InventoryCommand::takeCounts(const QList<InventoryRow> &rows)
{
    const QList<FindingRule> &rules = m_options.query.filter.rules;
    for (const InventoryRow &row : rows) {
        const auto &count = std::get<FindingCount>(row);
        if (!rules.isEmpty() && !rules.contains(count.rule))
            continue;
        if (!count.isChecked)
            m_unchecked.append(findingRule(count.rule).id);
        if (m_options.failsOn && count.count > 0
            && findingRule(count.rule).severity <= *m_options.failsOn)
            m_hasFound = true;
    }
    m_lacksRule = !rules.isEmpty() && !m_unchecked.isEmpty();
}

void InventoryCommand::fail(const InventoryProblem &problem)
{
    printError(inventoryProblemText(problem));
    finish(exitStatus(problem));
}

void InventoryCommand::startExport(const InventorySourcePtr &source)
{
    m_export = std::make_unique<InventoryExport>(
        source,
        InventoryExport::Request{.query = m_options.query,
                                 .layout = m_options.layout,
                                 .path = m_options.target == "-"_L1 ? QString() : m_options.target,
                                 .makeEncoder =
                                     m_options.isText ? makeFindingsTextEncoder : nullptr});
    connect(m_export.get(), &InventoryExport::changed, this, [this] {
        if (!m_export->isRunning())
            finishExport();
        else if (!m_options.isQuiet)
            m_progress.show(progressText(m_export->rowsRead(), m_export->total(), {}));
    });
    m_export->start();
}

void InventoryCommand::finishExport()
{
    const InventoryExport::Outcome &outcome = m_export->outcome();
    const auto *written = std::get_if<InventoryCount>(&outcome);
    m_progress.clear();
    if (!m_options.isQuiet || !written)
        printError(outcomeText(outcome, m_export->targetName()));
    if (written && !written->summary.isComplete())
        printError(incompleteText(written->summary));
    if (written && !m_unchecked.isEmpty() && (m_lacksRule || !m_options.isQuiet))
        printError(tr("Not checked, because the inventory lacks the data: %1.")
                       .arg(m_unchecked.join(", "_L1)));
    finish(std::visit(ExportStatus{.hasFound = m_hasFound, .lacksRule = m_lacksRule}, outcome));
}

void InventoryCommand::end(int signal)
{
    const bool isSaving = m_export && m_export->state() == InventoryExport::State::Saving;
    const bool isToStream = isSaving && isStream(m_export->request().path);
    if (m_isEnded || (isSaving && !isToStream))
        return;
    m_opening.reset();
    m_openingRules.reset();
    m_countingFindings.reset();
    if (m_export) {
        m_export->disconnect(this);
        m_export->cancel();
    }
    m_progress.clear();
    if (!m_options.isQuiet)
        printError(isSaving ? savingCancelledText(m_export->targetName()) : cancelledText());
    finish(endedBySignal(signal));
}

void InventoryCommand::finish(ExitStatus status)
{
    m_isEnded = true;
    Q_EMIT finished(status);
}

} // namespace Vestibule
