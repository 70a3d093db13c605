// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/comparecommand.h"

#include "export/exporttext.h"
#include "formats/exporttarget.h"
#include "session/drifttext.h"

#include <chrono>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

QString pathOf(const CompareOptions &options)
{
    return options.target == "-"_L1 ? QString() : options.target;
}

} // namespace

CompareCommand::CompareCommand(const CompareOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_export({.layout = options.layout, .path = pathOf(options)})
{
    connect(&m_export, &DriftExport::finished, this, &CompareCommand::finishExport);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        if (m_comparison)
            m_progress.show(comparingText(m_comparison->percent()));
    });
}

CompareCommand::~CompareCommand() = default;

void CompareCommand::start()
{
    if (!m_export.open()) {
        QMetaObject::invokeMethod(this, &CompareCommand::finishExport, Qt::QueuedConnection);
        return;
    }
    m_comparison = std::make_unique<InventoryComparison>(m_options.oldFile, m_options.newFile,
                                                         m_options.drift);
    m_comparing = m_comparison->run();
    connect(m_comparing.get(), &ReplyBase::finished, this, &CompareCommand::takeDrift);
    if (!m_options.isQuiet)
        m_progressTimer.start(250ms);
}

void CompareCommand::takeDrift()
{
    const auto reply = std::move(m_comparing);
    m_comparison.reset();
    m_progressTimer.stop();
    m_progress.clear();
    if (reply->result()) {
        m_drift = *reply->result();
        m_export.write(m_drift);
        return;
    }
    const InventoryProblem &problem = reply->result().error();
    printError(comparisonProblemText(problem));
    finish(exitStatus(problem));
}

void CompareCommand::finishExport()
{
    if (m_isEnded)
        return;
    if (const auto *error = std::get_if<WriteError>(&m_export.outcome())) {
        printError(outcomeText(InventoryExport::Outcome(*error), m_export.targetName()));
        return finish(ExitStatus::NotWritten);
    }
    const bool isShown = m_options.layout.format == DriftFormat::Text && m_options.target == "-"_L1;
    if (!m_options.isQuiet && !isShown)
        printError(driftCountsText(*m_drift));
    if (!isShown) {
        for (const QString &note : driftNotes(*m_drift))
            printError(note);
    }
    finish(exitStatus(*m_drift));
}

void CompareCommand::end(int signal)
{
    if (m_isEnded)
        return;
    const bool isSaving = !m_export.cancel();
    const bool isToStream = isSaving && isStream(pathOf(m_options));
    if (isSaving && !isToStream)
        return;
    m_comparing.reset();
    m_comparison.reset();
    m_progressTimer.stop();
    m_progress.clear();
    if (!m_options.isQuiet)
        printError(isSaving ? savingCancelledText(m_export.targetName()) : cancelledText());
    finish(endedBySignal(signal));
}

void CompareCommand::finish(ExitStatus status)
{
    m_isEnded = true;
    Q_EMIT finished(status);
}

} // namespace Vestibule
