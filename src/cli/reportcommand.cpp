// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/reportcommand.h"

#include "cli/terminal.h"
#include "export/exporttext.h"
#include "formats/exporttarget.h"
#include "inventory/inventoryfile.h"
#include "session/drifttext.h"
#include "session/inventorytext.h"
#include "session/savedviewtext.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

ReportCommand::ReportCommand(const ReportOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    connect(&m_opener, &SavedViewOpener::inventoryFound, this, &ReportCommand::openAsInventory);
    connect(&m_opener, &SavedViewOpener::opened, this, &ReportCommand::takeView);
    connect(&m_opener, &SavedViewOpener::failed, this, [this](const SavedViewProblem &problem) {
        const bool isBrokenView = problem.kind == SavedViewProblem::Kind::Damaged
            || problem.kind == SavedViewProblem::Kind::TooLarge;
        if (!isBrokenView)
            return openAsInventory(); // says what is wrong with it
        printError(savedViewProblemText(problem, m_options.file));
        finish(exitStatus(problem));
    });
}

ReportCommand::~ReportCommand() = default;

void ReportCommand::start()
{
    m_opener.open(m_options.file);
}

QString ReportCommand::targetPath() const
{
    return m_options.target == "-"_L1 ? QString() : m_options.target;
}

//! The organization that was asked for, if any, must be that of the saved view.
void ReportCommand::takeView(const SavedViewPtr &view)
{
    const QString &wanted = m_options.organization;
    const ExportProvenance &provenance = view->provenance;
    if (!m_options.oldFile.isEmpty()) {
        printError(comparesOnlyInventoriesText());
        return finish(ExitStatus::Usage);
    }
    if (!wanted.isEmpty() && wanted != provenance.organizationId
        && wanted != provenance.organizationName) {
        printError(reportOutcomeText(ReportJob::UnknownOrganization{wanted}, {}, {}));
        return finish(ExitStatus::NotFound);
    }
    startOrganizationReport(view);
}

void ReportCommand::openAsInventory()
{
    m_opening = openInventory(m_options.file);
    connect(m_opening.get(), &ReplyBase::finished, this, [this] {
        const auto opening = std::move(m_opening);
        if (opening->result()) {
            const InventorySourcePtr source = *opening->result();
            if (m_options.organization.isEmpty())
                return startReport(source);
            return startOrganizationReport(OrganizationReport::InInventory{
                .source = source, .organization = m_options.organization});
        }
        const InventoryProblem &problem = opening->result().error();
        printError(inventoryProblemText(problem));
        finish(exitStatus(problem));
    });
}

void ReportCommand::startReport(const InventorySourcePtr &source)
{
    InventoryReport::Request request{.inventory = m_options.file, .path = targetPath()};
    if (!m_options.oldFile.isEmpty())
        request.comparison =
            InventoryReport::Comparison{.path = m_options.oldFile, .options = m_options.drift};
    auto report = std::make_unique<InventoryReport>(source, request);
    if (request.comparison && !m_options.isQuiet) {
        connect(&m_progressTimer, &QTimer::timeout, report.get(), [this, &report = *report] {
            if (const auto percent = report.comparedPercent())
                m_progress.show(comparingText(*percent));
            else
                m_progress.clear();
        });
        m_progressTimer.start(250ms);
    }
    run(std::move(report));
}

void ReportCommand::startOrganizationReport(const OrganizationReport::Origin &origin)
{
    run(std::make_unique<OrganizationReport>(OrganizationReport::Request{
        .origin = origin, .file = m_options.file, .path = targetPath()}));
}

template <typename Report>
void ReportCommand::run(std::unique_ptr<Report> report)
{
    connect(report.get(), &ReportJob::changed, this, [this, &report = *report] {
        if (report.isRunning())
            return;
        m_progress.clear();
        const ExitStatus status = statusOf(report.outcome());
        if (!m_options.isQuiet || status != ExitStatus::Done)
            printError(reportOutcomeText(report.outcome(), {}, report.targetName()));
        if (status != ExitStatus::Done)
            return finish(status);
        finish(printMissing(report) ? ExitStatus::NotUnderstood : ExitStatus::Done);
    });
    m_report = std::move(report);
    m_report->start();
}

ExitStatus ReportCommand::statusOf(const ReportJob::Outcome &outcome)
{
    if (std::holds_alternative<std::monostate>(outcome))
        return ExitStatus::Done;
    if (const auto *problem = std::get_if<InventoryProblem>(&outcome))
        return exitStatus(*problem);
    if (std::holds_alternative<ReportJob::UnknownOrganization>(outcome))
        return ExitStatus::NotFound;
    return ExitStatus::NotWritten;
}

bool ReportCommand::printMissing(const InventoryReport &report) const
{
    const InventorySummary &summary = report.summary();
    const DriftPtr &drift = report.drift();
    if (!drift) {
        if (!summary.isComplete())
            printError(incompleteText(summary));
        return !summary.isComplete();
    }
    if (!m_options.isQuiet)
        printError(driftCountsText(*drift));
    for (const QString &note : driftNotes(*drift)) // with what the inventories lack
        printError(note);
    return !summary.isComplete() || !drift->isComplete();
}

bool ReportCommand::printMissing(const OrganizationReport &report)
{
    const QString missing = organizationMissingText(report.content());
    if (!missing.isEmpty())
        printError(missing);
    return !missing.isEmpty();
}

void ReportCommand::end(int signal)
{
    const bool isSaving = m_report && m_report->state() == ReportJob::State::Saving;
    const bool isToStream = isSaving && isStream(targetPath());
    if (m_isEnded || (isSaving && !isToStream))
        return;
    m_opener.cancel();
    m_opening.reset();
    m_progress.clear();
    if (m_report) {
        m_report->disconnect(this);
        m_report->cancel();
    }
    if (!m_options.isQuiet)
        printError(isSaving ? savingCancelledText(targetPath()) : cancelledText());
    finish(endedBySignal(signal));
}

void ReportCommand::finish(ExitStatus status)
{
    m_progressTimer.stop();
    m_isEnded = true;
    Q_EMIT finished(status);
}

} // namespace Vestibule
