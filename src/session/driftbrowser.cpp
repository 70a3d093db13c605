// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/driftbrowser.h"

#include "inventory/inventorycomparison.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Vestibule {

DriftBrowser::DriftBrowser(QObject *parent)
    : QObject(parent)
{
    m_progressTimer.setInterval(100ms);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_percent, percent()) != m_percent)
            Q_EMIT progressed();
    });
}

DriftBrowser::~DriftBrowser() = default;

void DriftBrowser::compare(const QString &oldPath, const QString &newPath,
                           const DriftOptions &options)
{
    stop();
    m_problem.reset();
    m_comparison = std::make_unique<InventoryComparison>(oldPath, newPath, options);
    m_comparing = m_comparison->run();
    connect(m_comparing.get(), &ReplyBase::finished, this, &DriftBrowser::take);
    m_progressTimer.start();
    Q_EMIT changed();
}

void DriftBrowser::cancel()
{
    if (!isComparing())
        return;
    stop();
    Q_EMIT changed();
}

void DriftBrowser::close()
{
    if (!isComparing() && !m_drift && !m_problem)
        return;
    stop();
    m_drift.reset();
    m_problem.reset();
    Q_EMIT changed();
}

int DriftBrowser::percent() const
{
    return m_comparison ? m_comparison->percent() : 0;
}

void DriftBrowser::take()
{
    const auto reply = std::move(m_comparing);
    stop();
    if (reply->result()) {
        m_drift = *reply->result();
    } else {
        m_drift.reset();
        m_problem = reply->result().error();
    }
    Q_EMIT changed();
}

void DriftBrowser::stop()
{
    m_comparing.reset();
    m_comparison.reset();
    m_progressTimer.stop();
    m_percent = 0;
}

} // namespace Vestibule
