// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/overviewreader.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto LeastPause = 2s; // numbers that change more often cannot be read
constexpr int PauseFactor = 10; // a large inventory takes a tenth of one processor at most

} // namespace

OverviewReader::OverviewReader(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isShown && m_isOld)
            read();
    });
}

OverviewReader::~OverviewReader() = default;

void OverviewReader::setSource(const InventorySourcePtr &source)
{
    m_reading.reset();
    m_pause.stop();
    m_overview.reset();
    m_problem.reset();
    m_source = source;
    m_isOld = true;
    if (m_isShown)
        read();
    Q_EMIT changed();
}

void OverviewReader::show()
{
    m_isShown = true;
    if (m_isOld && !m_pause.isActive() && !isReading())
        read();
}

void OverviewReader::hide()
{
    m_isShown = false;
}

void OverviewReader::refresh()
{
    m_isOld = true;
    if (m_isShown && !m_pause.isActive() && !isReading())
        read();
}

void OverviewReader::read()
{
    if (!m_source)
        return;
    m_isOld = false; // what comes during the reading may not be in it
    m_elapsed.start();
    m_reading = m_source->overview();
    connect(m_reading.get(), &ReplyBase::finished, this, &OverviewReader::take);
    Q_EMIT changed();
}

void OverviewReader::take()
{
    const auto reply = std::move(m_reading);
    m_problem.reset();
    if (reply->result()) {
        m_overview = *reply->result();
    } else {
        m_problem = reply->result().error();
        m_isOld = true; // for the next show(); by itself it would fail again
    }
    const auto took = std::chrono::milliseconds(m_elapsed.elapsed());
    if (reply->result())
        m_pause.start(std::max<std::chrono::milliseconds>(LeastPause, took * PauseFactor));
    Q_EMIT changed();
}

} // namespace Vestibule
