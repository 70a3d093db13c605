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
    //! The window and the session outlive this object. The path is that of the PNG file to write.
    Screenshot(QWidget &window, TenantSession &session, const QString &path,
               QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    //! Once, never from inside start(). A window that shows a failure is saved, too; then the
    //! status is that of the failure.
    void finished(Vestibule::ExitStatus status);

private:
    void saveWhenSettled();
    void save();
    [[nodiscard]] bool isInventoryUnderWay() const;

    QWidget &m_window;
    TenantSession &m_session;
    QString m_path;
    bool m_isSaving = false;
};

} // namespace Vestibule
