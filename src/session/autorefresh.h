// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/connectionbrowser.h"
#include "session/subject.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>

namespace Vestibule {

class Settings;

//! Reads the page on screen again every few minutes, one request each time, for people who watch an
//! organization. It waits while another request is running, and stops asking a tenant that refuses
//! the token or the application until another request has succeeded.
class AutoRefresh final : public QObject {
    Q_OBJECT

public:
    //! What the window offers; the settings may have another number.
    static constexpr std::array Choices{1, 5, 15, 60};

    //! All of them outlive this object. Begins with the number of minutes in the settings.
    AutoRefresh(Settings &settings, const Subject &subject, ConnectionBrowser &browser,
                QObject *parent = nullptr);

    //! 0 to 1440; 0: never.
    [[nodiscard]] int minutes() const { return m_minutes; }
    //! The settings remember it for the next start; other windows keep theirs.
    void setMinutes(int minutes);
    //! Nothing is read while it is held, because the rows of other pages are on screen, too. What
    //! was due meanwhile is read afterwards.
    void setHeld(bool isHeld);
    //! Whether the latest reading was started by this object, and not by a person.
    [[nodiscard]] bool isLatestReading() const { return m_isLatestReading; }

    //! Instead of a minute; for tests.
    void setUnit(std::chrono::milliseconds unit);

Q_SIGNALS:
    void minutesChanged();

private:
    void startTimer();
    void refresh();
    [[nodiscard]] bool canRefreshNow() const;
    void updateFromBrowser(ConnectionBrowser::State state);

    Settings &m_settings;
    const Subject &m_subject;
    ConnectionBrowser &m_browser;
    QTimer m_timer; //!< since the latest answer
    std::chrono::milliseconds m_unit = std::chrono::minutes(1);
    int m_minutes = 0;
    bool m_isHeld = false;
    bool m_isDue = false;
    bool m_isStarting = false; //!< the browser's Loading comes from this object
    bool m_isLatestReading = false;
};

} // namespace Vestibule
