// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/quitquestion.h"

#include "export/exporttext.h"
#include "session/sweepmanager.h"
#include "session/sweeptext.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportwindow.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace Vestibule {

QuitQuestion::QuitQuestion(ExportManager &exports, SweepManager &sweeps, QWidget &window)
    : QObject(&window)
    , m_exports(exports)
    , m_sweeps(sweeps)
    , m_window(window)
{
    connect(&exports, &ExportManager::changed, this, &QuitQuestion::updateFromExports);
    connect(&sweeps, &SweepManager::changed, this, &QuitQuestion::updateFromExports);
}

void QuitQuestion::setLast(bool isLast)
{
    m_isLast = isLast;
    updateFromExports();
}

bool QuitQuestion::mayClose()
{
    m_awaited.clear();
    if (isAnythingUnfinished()) {
        ask();
        return false;
    }
    for (ExportJob *job : m_exports.saving())
        m_awaited.append(job);
    if (!m_awaited.isEmpty())
        return false;
    m_exports.closeAll();
    return true;
}

void QuitQuestion::ask()
{
    if (m_question && m_question->isVisible())
        return m_question->raise();
    m_question = new StopQuestion(&m_window);
    connect(m_question, &StopQuestion::stopChosen, this, &QuitQuestion::stopAndQuit);
    showTexts();
    // The window of an export, where the end may have been asked for, may cover it.
    m_window.raise();
    m_window.activateWindow();
    m_question->open();
}

void QuitQuestion::showTexts()
{
    const QList<ExportJob *> jobs = m_exports.unfinished();
    const auto count = int(jobs.size());
    if (const auto sweeps = endangeredSweeps(); !sweeps.isEmpty()) {
        const QString sweep = sweepRunningText(*sweeps.constFirst());
        const QString both =
            tr("%1 %n export(s) are running.", "%1 is a sentence about a sweep", count).arg(sweep);
        m_question->setTexts({.title = tr("Quit Vestibule?"),
                              .question = count == 0 ? sweep : both,
                              .stop = tr("&Stop and quit"),
                              .goOn = count == 0 ? tr("&Keep sweeping") : tr("&Continue")});
        return;
    }
    StopQuestion::Texts texts = StopQuestion::exportTexts();
    texts.title = m_isLast ? tr("Quit Vestibule?") : tr("Close the window?");
    texts.question = count == 1 ? exportRunningText(*jobs.constFirst())
                                : tr("%n export(s) are running.", nullptr, count);
    if (m_isLast)
        texts.stop =
            count == 1 ? tr("&Stop the export and quit") : tr("&Stop the exports and quit");
    else
        texts.stop =
            count == 1 ? tr("&Stop the export and close") : tr("&Stop the exports and close");
    m_question->setTexts(texts);
}

void QuitQuestion::stopAndQuit()
{
    for (ExportJob *job : m_exports.unfinished())
        job->cancel();
    if (endangeredSweeps().isEmpty())
        return void(m_window.close());
    connect(&m_sweeps, &SweepManager::stopped, &m_window, &QWidget::close,
            Qt::SingleShotConnection);
    m_sweeps.stopAll();
}

bool QuitQuestion::isAnythingUnfinished() const
{
    return !m_exports.unfinished().isEmpty() || !endangeredSweeps().isEmpty();
}

//! Those that would end with the window: they go on as long as there is another one.
QList<Sweep *> QuitQuestion::endangeredSweeps() const
{
    return m_isLast ? m_sweeps.running() : QList<Sweep *>();
}

//! Closes the question when no export is left that could be stopped; the window stays open.
void QuitQuestion::updateFromExports()
{
    if (m_question && m_question->isVisible()) {
        if (!isAnythingUnfinished())
            m_question->close();
        else
            showTexts();
    }
    const auto isOver = [](const QPointer<ExportJob> &job) { return !job || !job->isRunning(); };
    if (m_awaited.isEmpty() || !std::ranges::all_of(m_awaited, isOver))
        return;
    // If one could not be saved, the user must see that.
    const auto isWritten = [](const QPointer<ExportJob> &job) {
        return job && job->state() == ExportJob::State::Written;
    };
    const auto awaited = std::exchange(m_awaited, {});
    if (std::ranges::all_of(awaited, isWritten))
        m_window.close();
}

} // namespace Vestibule
