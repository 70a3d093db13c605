// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportjob.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace Vestibule {

class ExportWindows;
class StopQuestion;

//! Holds the end of the program back while exports run: what can be stopped is asked about, what is
//! being saved is waited for.
class QuitQuestion final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object. \a window is the one whose closing ends the program.
    QuitQuestion(ExportWindows &exports, QWidget &window);

    //! Asked when the window is about to close. When it is not true, the window stays, and is
    //! closed again as soon as the person says so or everything is saved; it stays open when
    //! something could not be saved. When it is, the windows of the exports are closed.
    [[nodiscard]] bool mayClose();

private:
    void ask();
    void stopAndQuit();
    void follow();
    void showTexts();

    ExportWindows &m_exports;
    QWidget &m_window;
    QPointer<StopQuestion> m_question;
    QList<QPointer<ExportJob>> m_awaited; //!< saved first, then the window closes
};

} // namespace Vestibule
