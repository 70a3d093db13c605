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
class Sweep;
class SweepManager;

//! Delays the closing of a window while its exports run, and that of the last window while sweeps
//! run: asks whether to stop those that can be stopped, and waits for what is being saved.
class QuitQuestion final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object. The exports are those of the window.
    QuitQuestion(ExportManager &exports, SweepManager &sweeps, QWidget &window);

    //! Whether closing the window ends the program, and so the sweeps; it does at first.
    void setLast(bool isLast);

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
    [[nodiscard]] QList<Sweep *> endangeredSweeps() const;
    void showTexts();

    ExportManager &m_exports;
    SweepManager &m_sweeps;
    QWidget &m_window;
    bool m_isLast = true;
    QPointer<StopQuestion> m_question;
    QList<QPointer<ExportJob>> m_awaited; //!< when all are saved, the window closes
};

} // namespace Vestibule
