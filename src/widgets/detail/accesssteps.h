// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/connectionwords.h"

#include <QWidget>

#include <array>

namespace Vestibule {

class MutedLabel;

//! What the organization's own administrators may do at each step of the access level; the step
//! that holds stands out. Source: Auth0's documentation of the My Organization API.
class AccessSteps final : public QWidget {
    Q_OBJECT

public:
    explicit AccessSteps(QWidget *parent = nullptr);

    //! Nothing stands out for what is not one of the four levels.
    void setLevel(CellMeaning level);

private:
    struct Step {
        CellMeaning level{};
        MutedLabel *word = nullptr;
        MutedLabel *text = nullptr;
    };

    Step makeStep(CellMeaning level);

    std::array<Step, 4> m_steps;
};

} // namespace Vestibule
