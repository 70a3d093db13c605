// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportorder.h"
#include "widgets/export/exportview.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace Vestibule {

class ExportWindows;
class TenantSession;

//! What is to be exported, and how: rows on screen or all pages. It closes as soon as the file has
//! been chosen; from then on a window of ExportWindows has the export.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    //! \a session has a page on screen; it and \a exports outlive the dialog.
    explicit ExportDialog(TenantSession &session, ExportWindows &exports,
                          const ExportView &view = {}, QWidget *parent = nullptr);
    ~ExportDialog() override;

    //! Writes to \a path what is chosen; the file dialog calls it.
    void exportTo(const QString &path);

private:
    void chooseFile();
    [[nodiscard]] ExportProvenance provenance() const;

    TenantSession &m_session;
    ExportWindows &m_exports;
    ConnectionPage m_page; //!< on screen when the dialog was opened
    TenantAccess m_access; //!< of that page, as the source
    ConnectionSourcePtr m_source;
    SavedViewPtr m_savedView; //!< what the rows come from; null: a tenant
    QString m_host;
    std::unique_ptr<Ui::ExportDialog> m_ui;
};

} // namespace Vestibule
