// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/connectionexport.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace Vestibule {

class TenantSession;

//! Exports the page on screen or all pages to a CSV file, with progress and Cancel.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    //! \a session has a page on screen and outlives the dialog.
    explicit ExportDialog(TenantSession &session, QWidget *parent = nullptr);
    ~ExportDialog() override;

    //! Writes to \a path what is chosen; the file dialog calls it.
    void exportTo(const QString &path);

    void reject() override;

private:
    void chooseFile();
    void showProgress(qsizetype rows, qsizetype total);
    void finish(const ConnectionExport::Outcome &outcome);
    void setRunning(bool isRunning);
    void addShowInFolder();

    TenantSession &m_session;
    ConnectionPage m_page; //!< on screen when the dialog was opened
    ConnectionSourcePtr m_source;
    QString m_host;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    std::unique_ptr<ConnectionExport> m_export;
    QString m_path;
};

} // namespace Vestibule
