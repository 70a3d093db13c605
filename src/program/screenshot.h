// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/exitstatus.h"
#include "session/tenantsession.h"

#include <QObject>

class QWidget;

namespace Vestibule {

//! `--screenshot`: waits until the window has something to show, and saves a picture of it.
class Screenshot final : public QObject {
    Q_OBJECT

public:
    //! \a window and \a session outlive this object; \a path is that of a PNG file.
    Screenshot(QWidget &window, TenantSession &session, const QString &path,
               QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    //! Once, never from inside start(). A window that shows a failure is a picture, too; the status
    //! tells of it.
    void finished(Vestibule::ExitStatus status);

private:
    void saveWhenSettled();
    void save();

    QWidget &m_window;
    TenantSession &m_session;
    QString m_path;
    bool m_isSaving = false;
};

} // namespace Vestibule
