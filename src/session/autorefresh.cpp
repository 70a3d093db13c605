// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/autorefresh.h"

#include "session/errortext.h"
#include "store/settings.h"

#include <QScopedValueRollback>

#include <utility>

namespace Vestibule {

AutoRefresh::AutoRefresh(Settings &settings, const Subject &subject, ConnectionBrowser &browser,
                         QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_subject(subject)
    , m_browser(browser)
    , m_minutes(settings.refreshMinutes())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AutoRefresh::refresh);
    connect(&browser, &ConnectionBrowser::stateChanged, this, &AutoRefresh::updateFromBrowser);
    startTimer();
}

void AutoRefresh::setMinutes(int minutes)
{
    if (minutes == m_minutes)
        return;
    m_minutes = minutes;
    m_settings.setRefreshMinutes(minutes);
    startTimer();
    Q_EMIT minutesChanged();
}

void AutoRefresh::setHeld(bool isHeld)
{
    const bool wasHeld = std::exchange(m_isHeld, isHeld);
    if (wasHeld && !isHeld && m_isDue)
        refresh();
}

void AutoRefresh::setUnit(std::chrono::milliseconds unit)
{
    m_unit = unit;
    startTimer();
}

void AutoRefresh::startTimer()
{
    m_isDue = false;
    if (m_minutes == 0)
        m_timer.stop();
    else
        m_timer.start(m_minutes * m_unit);
}

bool AutoRefresh::canRefreshNow() const
{
    const auto &error = m_browser.error();
    const bool isRefused = error && errorAction(*error) != ErrorAction::Retry;
    return !m_isHeld && canRefresh(m_subject) && m_browser.page() && !isRefused;
}

void AutoRefresh::refresh()
{
    m_isDue = true;
    const auto state = m_browser.state();
    if (state == ConnectionBrowser::State::Loading || !canRefreshNow())
        return;
    const QScopedValueRollback starting(m_isStarting, true);
    m_browser.reload();
}

void AutoRefresh::updateFromBrowser(ConnectionBrowser::State state)
{
    if (state == ConnectionBrowser::State::Loading)
        m_isLatestReading = m_isStarting;
    else
        startTimer();
}

} // namespace Vestibule
