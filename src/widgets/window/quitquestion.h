// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportjob.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace Vestibule {

class ExportManager;
class StopQuestion;
class SweepManager;

//! Delays the end of the program while exports or sweeps run: asks whether to stop those that can
//! be stopped, and waits for what is being saved.
class QuitQuestion final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object. Closing the window ends the program.
    QuitQuestion(ExportManager &exports, SweepManager &sweeps, QWidget &window);

    //! Call it when the window is about to close. If it returns false, the window stays open; this
    //! object closes it later, when the user has decided to stop them, or when all exports are
    //! saved. If saving fails, the window stays open. If it returns true, the exports' windows
    //! have been closed.
    [[nodiscard]] bool mayClose();

private:
    void ask();
    void stopAndQuit();
    void updateFromExports();
    [[nodiscard]] bool isAnythingUnfinished() const;
    void showTexts();

    ExportManager &m_exports;
    SweepManager &m_sweeps;
    QWidget &m_window;
    QPointer<StopQuestion> m_question;
    QList<QPointer<ExportJob>> m_awaited; //!< when all are saved, the window closes
};

} // namespace Vestibule
