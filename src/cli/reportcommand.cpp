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
        const bool isOneBroken = problem.kind == SavedViewProblem::Kind::Damaged
            || problem.kind == SavedViewProblem::Kind::TooLarge;
        if (!isOneBroken)
            return openAsInventory(); // says what is wrong with it
        printError(savedViewProblemText(problem, m_options.file));
        finish(exitStatus(problem));
    });
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        if (const auto percent = m_report->comparedPercent())
            m_progress.show(comparingText(*percent));
        else
            m_progress.clear();
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

//! It has one organization, which may be named, but no other one.
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
        printError(reportOutcomeText(OrganizationReport::UnknownOrganization{wanted}, {}, {}));
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
    m_report = std::make_unique<InventoryReport>(source, request);
    connect(m_report.get(), &InventoryReport::changed, this, [this] {
        if (!m_report->isRunning())
            finishReport();
    });
    m_report->start();
    if (request.comparison && !m_options.isQuiet)
        m_progressTimer.start(250ms);
}

void ReportCommand::finishReport()
{
    const InventoryReport::Outcome &outcome = m_report->outcome();
    const auto *summary = std::get_if<InventorySummary>(&outcome);
    const DriftPtr drift = summary ? m_report->drift() : nullptr;
    m_progress.clear();
    if (!m_options.isQuiet || !summary)
        printError(outcomeText(outcome, m_report->targetName()));
    if (drift && !m_options.isQuiet)
        printError(driftCountsText(*drift));
    if (drift) {
        for (const QString &note : driftNotes(*drift)) // with what the inventories lack
            printError(note);
    } else if (summary && !summary->isComplete()) {
        printError(incompleteText(*summary));
    }
    if (const auto *problem = std::get_if<InventoryProblem>(&outcome))
        return finish(exitStatus(*problem));
    if (!summary)
        return finish(ExitStatus::NotWritten);
    const bool isWhole = summary->isComplete() && (!drift || drift->isComplete());
    finish(isWhole ? ExitStatus::Done : ExitStatus::NotUnderstood);
}

void ReportCommand::startOrganizationReport(const OrganizationReport::Origin &origin)
{
    m_organizationReport = std::make_unique<OrganizationReport>(OrganizationReport::Request{
        .origin = origin, .file = m_options.file, .path = targetPath()});
    connect(m_organizationReport.get(), &OrganizationReport::changed, this, [this] {
        if (!m_organizationReport->isRunning())
            finishOrganizationReport();
    });
    m_organizationReport->start();
}

void ReportCommand::finishOrganizationReport()
{
    const OrganizationReport &report = *m_organizationReport;
    const OrganizationReport::Outcome &outcome = report.outcome();
    const bool isWritten = report.state() == OrganizationReport::State::Written;
    if (!m_options.isQuiet || !isWritten)
        printError(reportOutcomeText(outcome, {}, report.targetName()));
    if (const auto *problem = std::get_if<InventoryProblem>(&outcome))
        return finish(exitStatus(*problem));
    if (std::holds_alternative<OrganizationReport::UnknownOrganization>(outcome))
        return finish(ExitStatus::NotFound);
    if (!isWritten)
        return finish(ExitStatus::NotWritten);
    const QString missing = organizationMissingText(report.content());
    if (!missing.isEmpty())
        printError(missing);
    finish(missing.isEmpty() ? ExitStatus::Done : ExitStatus::NotUnderstood);
}

void ReportCommand::end(int signal)
{
    const bool isSaving = (m_report && m_report->state() == InventoryReport::State::Saving)
        || (m_organizationReport
            && m_organizationReport->state() == OrganizationReport::State::Saving);
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
    if (m_organizationReport) {
        m_organizationReport->disconnect(this);
        m_organizationReport->cancel();
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
