// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>

class QProgressDialog;
class QWidget;

namespace Vestibule {

class TenantSession;

//! The ways of a person to a saved view: a file dialog, and a file that is dropped on the window.
//! What takes long to read can be given up; what cannot be read leaves what is on screen.
class SavedViewChooser final : public QObject {
    Q_OBJECT

public:
    //! \a session outlives this object; \a window takes files from now on.
    SavedViewChooser(TenantSession &session, QWidget &window);
    ~SavedViewChooser() override;

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

public Q_SLOTS:
    void chooseFile();
    void open(const QString &path);

Q_SIGNALS:
    //! Why a file did not open, for people.
    void failed(const QString &sentence);

private:
    void showProgress();

    TenantSession &m_session;
    QWidget &m_window;
    QPointer<QProgressDialog> m_progress; //!< while something is read
};

} // namespace Vestibule
