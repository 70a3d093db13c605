// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportjob.h"

#include <QDialog>
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

//! An export that runs, in a window of its own, so that the others can be used meanwhile; and what
//! became of it, until somebody closes it.
//!
//! It is no reason for the program to stay: QuitQuestion asks before that ends.
class ExportWindow final : public QDialog {
    Q_OBJECT

public:
    //! \a session outlives the window.
    ExportWindow(TenantSession &session, const ExportOrder &order);
    ~ExportWindow() override;

    [[nodiscard]] ExportJob &job() { return m_job; }

    //! Escape, and the window's X: asks first while the export runs, and waits while it is saved.
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showTexts();
    void showJob();
    void showOrder();
    void showProgress();
    void showButtons();
    void moveFocus();
    void actOnGoOn();
    void askToStop();
    void showInFolder() const;

    TenantSession &m_session;
    ExportJob m_job;
    std::unique_ptr<Ui::ExportWindow> m_ui;
    QPushButton *m_goOnButton;
    QPushButton *m_folderButton;
    QPointer<StopQuestion> m_question; //!< null while nothing is asked
    QTimer m_countdown; //!< runs while the tenant's rate limit is waited for
    ExportJob::State m_shownState = ExportJob::State::Reading;
};

} // namespace Vestibule
