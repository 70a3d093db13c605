// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventorysource.h"
#include "export/inventoryexport.h"

#include <QDialog>

#include <memory>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace Vestibule {

class IconLabel;
class PrivacyMode;
class Settings;

//! Exports a list of the inventory: asks for rows, format and file, shows the progress, and says
//! how it ended. The window can be used meanwhile.
class InventoryExportDialog final : public QDialog {
    Q_OBJECT

public:
    struct Content {
        InventorySourcePtr source{}; //!< not null
        InventoryQuery query{}; //!< as on screen
        qsizetype shownRows = 0; //!< of the query
        qsizetype allRows = 0; //!< without its filter
        InventorySummary summary{};
    };

    //! Settings and privacy mode outlive the dialog.
    InventoryExportDialog(const Content &content, Settings &settings, const PrivacyMode &privacy,
                          QWidget *parent);
    ~InventoryExportDialog() override;

    //! Writes what is chosen to this path; the file dialog calls it.
    void exportTo(const QString &path);
    //! Null before exportTo().
    [[nodiscard]] const InventoryExport *job() const { return m_job.get(); }

    //! Cancels an export that is running.
    void reject() override;

private:
    void layOut();
    void restoreChoices();
    void chooseFile();
    void showChoices();
    void showResultIcon(bool isGood);
    void showJob();
    [[nodiscard]] InventoryLayout chosenLayout() const;
    [[nodiscard]] QString suggestedName() const;

    Content m_content;
    Settings &m_settings;
    const PrivacyMode &m_privacy;
    QButtonGroup *m_rows; //!< by RowChoice
    QComboBox *m_format;
    QComboBox *m_separator;
    QCheckBox *m_byteOrderMark;
    QCheckBox *m_guard;
    QWidget *m_choices; //!< all of the above
    QProgressBar *m_progress;
    IconLabel *m_resultIcon;
    QLabel *m_result;
    QPushButton *m_save;
    QPushButton *m_folder;
    QDialogButtonBox *m_buttons;
    std::unique_ptr<InventoryExport> m_job;
};

} // namespace Vestibule
