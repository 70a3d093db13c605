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

//! Delays the end of the program while exports run: asks whether to stop those that can be stopped,
//! and waits for those that are being saved.
class QuitQuestion final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object. Closing the window ends the program.
    QuitQuestion(ExportManager &exports, QWidget &window);

    //! Call it when the window is about to close. If it returns false, the window stays open; this
    //! object closes it later, when the user has decided to stop the exports, or when all of them
    //! are saved. If saving fails, the window stays open. If it returns true, the exports' windows
    //! have been closed.
    [[nodiscard]] bool mayClose();

private:
    void ask();
    void stopAndQuit();
    void updateFromExports();
    void showTexts();

    ExportManager &m_exports;
    QWidget &m_window;
    QPointer<StopQuestion> m_question;
    QList<QPointer<ExportJob>> m_awaited; //!< when all are saved, the window closes
};

} // namespace Vestibule
