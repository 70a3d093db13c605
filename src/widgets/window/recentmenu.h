// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMenu>

namespace Vestibule {

class PrivacyMode;
class Settings;

//! The files that were opened last, to open them again.
class RecentMenu final : public QMenu {
    Q_OBJECT

public:
    //! Both outlive the menu.
    RecentMenu(Settings &settings, const PrivacyMode &privacy, QWidget *parent);

Q_SIGNALS:
    void fileChosen(const QString &path);

private:
    void build();

    Settings &m_settings;
    const PrivacyMode &m_privacy;
};

} // namespace Vestibule
