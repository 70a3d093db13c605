// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QToolButton>

namespace Vestibule {

//! One of several buttons of which exactly one is checked. Side by side without space they look
//! like one control: they share their edges, and only its ends are round.
class SegmentButton final : public QToolButton {
    Q_OBJECT

public:
    explicit SegmentButton(QWidget *parent = nullptr);

    enum class Position { First, Middle, Last };
    void setPosition(Position position);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Position m_position = Position::Middle;
};

} // namespace Vestibule
