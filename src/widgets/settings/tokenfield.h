// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"

#include <QLineEdit>

#include <optional>

namespace Vestibule {

//! Takes a token and never gives it back: hidden, and closed to copying, cutting and dragging.
class TokenField final : public QLineEdit {
    Q_OBJECT

public:
    explicit TokenField(QWidget *parent = nullptr);
    ~TokenField() override;

    //! What was typed, if it can be a token at all.
    [[nodiscard]] std::optional<AccessToken> token() const;
    //! Why it cannot; absent for an empty field.
    [[nodiscard]] std::optional<AccessToken::Problem> problem() const;
    //! Empties the field, and overwrites as much of its memory as can be reached.
    void wipe();
};

} // namespace Vestibule
