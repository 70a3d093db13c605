// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QString>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace Vestibule {

class Settings;

//! The inventories of a tenant that are kept beside its working one: shows when each was read and
//! how large it is, opens or removes it, and lets the user choose how many are kept.
class KeptInventoriesDialog final : public QDialog {
    Q_OBJECT

public:
    //! The path is that of the tenant's working inventory. The settings outlive the dialog.
    KeptInventoriesDialog(const QString &path, Settings &settings, QWidget *parent);
    ~KeptInventoriesDialog() override;

Q_SIGNALS:
    void openRequested(const QString &path);
    void removed(const QString &path);

private:
    void layOut();
    void showInventories();
    void updateButtons();
    void openSelected();
    void removeSelected();
    void applyLimits();
    [[nodiscard]] QString selectedPath() const;

    QString m_path;
    Settings &m_settings;
    QTableWidget *m_list;
    QLabel *m_sum;
    QSpinBox *m_count;
    QSpinBox *m_gigabytes;
    QPushButton *m_open;
    QPushButton *m_remove;
    QDialogButtonBox *m_buttons;
};

} // namespace Vestibule
