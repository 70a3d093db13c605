// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/settings.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AppearancePage;
}

namespace Vestibule {

class Settings;

//! Language, theme, rows per page, and a reset of the layout.
class AppearancePage final : public QWidget {
    Q_OBJECT

public:
    explicit AppearancePage(QWidget *parent = nullptr);
    ~AppearancePage() override;

    //! Shows the saved settings.
    void showSettings(const Settings &settings);

    [[nodiscard]] Appearance appearance() const;
    //! 1 to 100.
    [[nodiscard]] int rowsPerPage() const;
    [[nodiscard]] bool isLayoutReset() const;

Q_SIGNALS:
    //! The user has chosen a theme, which is applied at once.
    void themeChosen(Vestibule::Theme theme);

private:
    std::unique_ptr<Ui::AppearancePage> m_ui;
};

} // namespace Vestibule
