// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/connectionexport.h"
#include "core/savedview.h"
#include "widgets/exportform.h"

#include <QDialog>
#include <QElapsedTimer>

#include <memory>

class QPushButton;

namespace Ui {
class ExportDialog;
}

namespace Vestibule {

class TenantSession;

//! Exports rows on screen or all pages to a file, with progress and Cancel. What goes wrong on the
//! way, such as a token that expires, only holds it up.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    //! \a session has a page on screen and outlives the dialog.
    explicit ExportDialog(TenantSession &session, const ExportView &view = {},
                          QWidget *parent = nullptr);
    ~ExportDialog() override;

    //! Writes to \a path what is chosen; the file dialog calls it.
    void exportTo(const QString &path);

    void reject() override;

private:
    void chooseFile();
    void start();
    [[nodiscard]] ExportProvenance provenance() const;
    void showProgress(qsizetype rows, qsizetype total);
    void showInterruption(const ApiError &error);
    void goOn();
    void finish(const ConnectionExport::Outcome &outcome);
    void setRunning(bool isRunning);
    void addShowInFolder();

    TenantSession &m_session;
    ConnectionPage m_page; //!< on screen when the dialog was opened
    ConnectionSourcePtr m_source;
    SavedViewPtr m_savedView; //!< what the rows come from; null: a tenant
    QString m_host;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    QPushButton *m_goOnButton; //!< null when the file is written
    std::unique_ptr<ConnectionExport> m_export;
    qsizetype m_rowsRead = 0;
    QElapsedTimer m_sinceStart;
    bool m_needsToken = false; //!< to go on
    QString m_path;
};

} // namespace Vestibule
