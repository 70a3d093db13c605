// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>

class QProgressDialog;
class QWidget;

namespace Vestibule {

class PrivacyMode;
class SavedViewOpener;
class Settings;

//! Lets the user choose a file to open, by a dialog or by dropping it on the window, and opens
//! saved views. A long read can be cancelled, and a failed one keeps what is on screen.
class SavedViewChooser final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object. The window accepts dropped files from now on.
    SavedViewChooser(SavedViewOpener &opener, const Settings &settings, const PrivacyMode &privacy,
                     QWidget &window);
    ~SavedViewChooser() override;

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

public Q_SLOTS:
    void chooseFile();
    void open(const QString &path);

Q_SIGNALS:
    //! The user has chosen or dropped a file, which may be a saved view or an inventory.
    void fileChosen(const QString &path);
    //! The sentence says why a file did not open.
    void failed(const QString &sentence);

private:
    void showProgress();

    SavedViewOpener &m_opener;
    const Settings &m_settings;
    const PrivacyMode &m_privacy;
    QWidget &m_window;
    QPointer<QProgressDialog> m_progress; //!< while a file is read
};

} // namespace Vestibule
