// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/driftbrowser.h"

#include "core/threadreply.h"
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
    m_wanted = {.inOld = oldPath, .inNew = newPath};
    m_comparison = std::make_unique<InventoryComparison>(oldPath, newPath, options);
    m_comparing = m_comparison->run();
    connect(m_comparing.get(), &ReplyBase::finished, this, &DriftBrowser::take);
    m_progressTimer.start();
    Q_EMIT changed();
}

void DriftBrowser::show(const DriftPtr &drift)
{
    stop();
    m_problem.reset();
    m_compared = {};
    replace(drift);
    Q_EMIT changed();
}

void DriftBrowser::compareAgain(const DriftOptions &options)
{
    compare(QString(m_wanted.inOld), QString(m_wanted.inNew), options);
}

void DriftBrowser::swap()
{
    if (m_drift && !m_compared.inOld.isEmpty())
        compare(QString(m_compared.inNew), QString(m_compared.inOld), m_drift->options);
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
    m_arranging.reset();
    m_drift.reset();
    m_compared = {};
    m_rows.reset();
    m_order.filter = {};
    m_problem.reset();
    Q_EMIT changed();
}

void DriftBrowser::setOrder(const DriftOrder &order)
{
    if (order == m_order)
        return;
    m_order = order;
    arrange();
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
        m_compared = m_wanted;
        replace(*reply->result());
    } else {
        m_problem = reply->result().error();
    }
    Q_EMIT changed();
}

void DriftBrowser::replace(const DriftPtr &drift)
{
    m_drift = drift;
    m_rows.reset();
    m_order.filter = {};
    arrange();
}

void DriftBrowser::arrange()
{
    m_arranging.reset();
    if (!m_drift)
        return;
    const auto work =
        [drift = m_drift, order = m_order](
            const std::atomic_bool &isCancelled) -> Result<DriftRowsPtr, InventoryProblem> {
        return arrangeDrift(drift, order, isCancelled);
    };
    m_arranging.reset(new ThreadReply<DriftRowsPtr, InventoryProblem>(work));
    connect(m_arranging.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_arranging);
        m_rows = *reply->result();
        Q_EMIT changed();
    });
}

void DriftBrowser::stop()
{
    m_comparing.reset();
    m_comparison.reset();
    m_progressTimer.stop();
    m_percent = 0;
}

} // namespace Vestibule
