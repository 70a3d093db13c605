// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportorder.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace Vestibule {

class ExportJob;
class ExportWindow;
class TenantSession;

//! All exports, each in its own window. They outlive the main window, which another language
//! replaces.
class ExportWindows final : public QObject {
    Q_OBJECT

public:
    //! \a session outlives this object.
    explicit ExportWindows(TenantSession &session, QObject *parent = nullptr);
    //! What is being read is stopped, and leaves nothing; what is being saved is not waited for.
    ~ExportWindows() override;

    //! Opens a window for it.
    void start(const ExportOrder &order);
    //! Those that are not closed, the oldest first.
    [[nodiscard]] QList<ExportWindow *> windows() const;
    //! Those that are being read or held up: they can still be stopped.
    [[nodiscard]] QList<ExportJob *> unfinished() const;
    //! Those that are being saved.
    [[nodiscard]] QList<ExportJob *> saving() const;
    //! Closes the windows; none of the exports may run any more.
    void closeAll();

Q_SIGNALS:
    //! There is another one, or one of them has gone on.
    void changed();

private:
    TenantSession &m_session;
    QList<QPointer<ExportWindow>> m_windows; //!< null when they are gone
};

} // namespace Vestibule
