// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportjob.h"

#include <QDialog>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QPushButton;

namespace Ui {
class ExportWindow;
}

namespace Vestibule {

class StopQuestion;
class TenantSession;

//! One export in a window of its own, so that the other windows can be used meanwhile. It shows the
//! result until it is closed.
//!
//! It does not keep the program running: QuitQuestion asks before the program ends.
class ExportWindow final : public QDialog {
    Q_OBJECT

public:
    //! The session outlives the window.
    ExportWindow(TenantSession &session, const ExportRequest &request);
    ~ExportWindow() override;

    [[nodiscard]] ExportJob &job() { return m_job; }

    //! Escape and the window's close button: asks first while the export runs, and does nothing
    //! while it is saved.
    void reject() override;

Q_SIGNALS:
    //! Ctrl+Q, as in the main window.
    void quitRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void showTexts();
    void showJob();
    void showRequest();
    void showProgress();
    void showButtons();
    void moveFocus();
    void resumeJob();
    void askToStop();
    void showFile();
    void openFile() const;
    void showInFolder() const;

    TenantSession &m_session;
    ExportJob m_job;
    std::unique_ptr<Ui::ExportWindow> m_ui;
    QPushButton *m_resumeButton;
    QPushButton *m_folderButton;
    QPushButton *m_openButton;
    QPointer<StopQuestion> m_question; //!< null while nothing is asked
    QTimer m_countdown; //!< runs while a request waits for its next try
    ExportJob::State m_shownState = ExportJob::State::Reading;
};

//! All exports, each in its own window. They outlive the main window, which is replaced when the
//! language changes.
class ExportManager final : public QObject {
    Q_OBJECT

public:
    //! The session outlives this object.
    explicit ExportManager(TenantSession &session, QObject *parent = nullptr);
    //! Cancels what is being read; does not wait for what is being saved.
    ~ExportManager() override;

    //! Opens a window for the export and starts it.
    void start(const ExportRequest &request);
    //! The windows that are not closed, the oldest first.
    [[nodiscard]] QList<ExportWindow *> windows() const;
    //! The jobs that can still be cancelled: Reading or Paused.
    [[nodiscard]] QList<ExportJob *> unfinished() const;
    [[nodiscard]] QList<ExportJob *> saving() const;
    //! Closes the windows. No export may be running.
    void closeAll();

Q_SIGNALS:
    //! An export was added, one of them has changed, or its window was closed.
    void changed();
    //! Of one of the windows.
    void quitRequested();

private:
    TenantSession &m_session;
    QList<QPointer<ExportWindow>> m_windows; //!< null once they are deleted
};

} // namespace Vestibule
