// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/connectiontext.h"

#include <QIcon>
#include <QWidget>

class QFontMetrics;
class QPainter;
class QPalette;
class QRect;

namespace Vestibule {

//! Whether it is one of the four levels.
[[nodiscard]] bool isAccessLevel(CellMeaning meaning);

//! The size of the ladder beside a text of this font.
[[nodiscard]] QSize accessLadderSize(const QFontMetrics &text);

//! Draws the four access levels (none, read-only, limited, full) as bars of growing height, filled
//! up to the given one: "none" fills the first. No bar is filled if the value is not one of the
//! four. It always stands beside the level's name, because a drawing alone says too little.
void drawAccessLadder(QPainter &painter, const QRect &place, CellMeaning level,
                      const QPalette &palette);

//! The same drawing as an icon of accessLadderSize(), for a cell. It follows a change of theme.
[[nodiscard]] QIcon accessLadderIcon(CellMeaning level);

//! The same drawing as a widget.
class AccessLadder final : public QWidget {
    Q_OBJECT

public:
    explicit AccessLadder(QWidget *parent = nullptr);

    void setLevel(CellMeaning level);
    [[nodiscard]] CellMeaning level() const { return m_level; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CellMeaning m_level = CellMeaning::NotSent;
};

} // namespace Vestibule
