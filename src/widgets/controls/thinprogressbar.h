// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/controls/busymotion.h"

#include <QProgressBar>

namespace Vestibule {

//! A progress bar of three pixels, without a frame, which would leave one of them. While its range
//! is 0 to 0, a part of it moves along.
class ThinProgressBar : public QProgressBar {
    Q_OBJECT

public:
    static constexpr int Thickness = 3; //!< in pixels

    explicit ThinProgressBar(QWidget *parent = nullptr);
    ~ThinProgressBar() override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] FilledPart filledPart() const;

    BusyMotion &m_motion;
};

} // namespace Vestibule
