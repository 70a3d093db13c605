// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QLabel>

namespace Vestibule {

//! An icon beside a text, drawn anew when the theme changes.
class IconLabel final : public QLabel {
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent = nullptr);

    //! \a side in device-independent pixels. A null icon shows nothing.
    void setIcon(const QIcon &icon, int side = 16);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QIcon m_icon;
    int m_side = 0;
};

} // namespace Vestibule
