// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QString>

class QListWidget;
class QPushButton;

namespace Vestibule {

//! Asks with which inventory the open one is to be compared: one of those that are kept of its
//! tenant, or a file.
class CompareDialog final : public QDialog {
    Q_OBJECT

public:
    struct Content {
        QString workingPath{}; //!< of the tenant; empty: no tenant
        QString openPath{}; //!< the inventory that is open; it is not offered
    };

    explicit CompareDialog(const Content &content, QWidget *parent = nullptr);
    ~CompareDialog() override;

Q_SIGNALS:
    void inventoryChosen(const QString &path);
    //! Another file is to be asked for.
    void fileRequested();

private:
    void addInventories(const Content &content);
    void choose();

    QListWidget *m_list;
    QPushButton *m_compare;
};

} // namespace Vestibule
