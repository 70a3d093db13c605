// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/connectionwords.h"

#include <QWidget>

namespace Vestibule {

//! The four steps of the access level (none, read-only, limited, full) as bars, filled up to the
//! level that holds. The word stands beside it: the ladder alone tells nobody anything.
class AccessLadder final : public QWidget {
    Q_OBJECT

public:
    explicit AccessLadder(QWidget *parent = nullptr);

    //! Empty for everything that is not one of the four levels.
    void setLevel(CellMeaning level);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_filledSteps = 0; //!< 0 to 4; "none" fills the first
};

} // namespace Vestibule
