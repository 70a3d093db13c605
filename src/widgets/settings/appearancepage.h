// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/appearance.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AppearancePage;
}

namespace Vestibule {

class Settings;

//! Language, theme, rows per page, and the way back to the first layout.
class AppearancePage final : public QWidget {
    Q_OBJECT

public:
    explicit AppearancePage(QWidget *parent = nullptr);
    ~AppearancePage() override;

    //! Shows what is kept.
    void setSettings(const Settings &settings);

    [[nodiscard]] Appearance appearance() const;
    //! 1 to 100.
    [[nodiscard]] int rowsPerPage() const;
    [[nodiscard]] bool isLayoutReset() const;

Q_SIGNALS:
    //! By the person, to be seen at once.
    void themeChosen(Vestibule::Theme theme);

private:
    std::unique_ptr<Ui::AppearancePage> m_ui;
};

} // namespace Vestibule
