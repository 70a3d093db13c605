// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/organization.h"
#include "core/tenantaccess.h"
#include "session/subject.h"
#include "widgets/export/exportform.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace Vestibule {

class ExportManager;
class TenantSession;

//! Asks what to export, and how. It closes as soon as the file has been chosen; from then on a
//! window of the ExportManager shows the export.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    //! The session has a page on screen; it and the manager outlive the dialog.
    explicit ExportDialog(TenantSession &session, ExportManager &exports,
                          const VisibleRows &visible = {}, QWidget *parent = nullptr);
    ~ExportDialog() override;

    //! Writes what is chosen to this path; the file dialog calls it.
    void exportTo(const QString &path);

protected:
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QSize neededSize();
    void chooseFile();
    [[nodiscard]] Organization organization() const;
    [[nodiscard]] QString suggestedName(ExportFormat format) const;

    TenantSession &m_session;
    ExportManager &m_exports;
    // As they were when the dialog was opened: the session may have moved on.
    ConnectionPage m_page;
    Subject m_subject;
    TenantAccess m_access;
    ConnectionSourcePtr m_source;
    std::unique_ptr<Ui::ExportDialog> m_ui;
};

} // namespace Vestibule
