// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportwindows.h"

#include "widgets/export/exportwindow.h"

namespace Vestibule {

ExportWindows::ExportWindows(TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

ExportWindows::~ExportWindows()
{
    for (const QPointer<ExportWindow> &window : std::as_const(m_windows))
        delete window;
}

void ExportWindows::start(const ExportOrder &order)
{
    const QList<ExportWindow *> others = windows();
    auto *window = new ExportWindow(m_session, order);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(&window->job(), &ExportJob::changed, this, &ExportWindows::changed);
    m_windows.removeAll(nullptr);
    m_windows.append(window);
    if (!others.isEmpty()) { // not right in front of it
        constexpr QPoint Step(32, 32);
        window->move(others.constLast()->pos() + Step);
    }
    window->show();
    window->job().start();
}

QList<ExportWindow *> ExportWindows::windows() const
{
    QList<ExportWindow *> open;
    for (const QPointer<ExportWindow> &window : m_windows) {
        if (window && window->isVisible())
            open.append(window);
    }
    return open;
}

QList<ExportJob *> ExportWindows::unfinished() const
{
    QList<ExportJob *> jobs;
    for (ExportWindow *window : windows()) {
        if (window->job().canCancel())
            jobs.append(&window->job());
    }
    return jobs;
}

QList<ExportJob *> ExportWindows::saving() const
{
    QList<ExportJob *> jobs;
    for (ExportWindow *window : windows()) {
        if (window->job().state() == ExportJob::State::Saving)
            jobs.append(&window->job());
    }
    return jobs;
}

void ExportWindows::closeAll()
{
    for (ExportWindow *window : windows())
        window->close();
}

} // namespace Vestibule
