// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/proxylookup.h"

#include <QThread>

namespace Vestibule {

ProxyLookup::ProxyLookup(const ProxyChoice &choice, const QUrl &url,
                         std::chrono::milliseconds timeout)
{
    // Not the thread pool: a system that hangs would keep the parsers of answers from working.
    QThread *thread = QThread::create([answers = choice.answers(), url] { answers->lookUp(url); });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    m_end = connect(thread, &QThread::finished, this, [this] {
        m_timeout.stop();
        finish(std::monostate());
    });
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        disconnect(m_end);
        finish(ApiError{.kind = ApiError::Kind::Proxy,
                        .detail = tr("the system did not say in time which proxy to use")});
    });
    if (timeout.count() > 0)
        m_timeout.start(timeout);
    thread->start();
}

void ProxyLookup::abortWork()
{
    m_timeout.stop();
    disconnect(m_end);
}

} // namespace Vestibule
