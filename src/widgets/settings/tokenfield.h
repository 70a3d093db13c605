// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "session/tokentext.h"

#include <QLineEdit>
#include <QList>
#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace Vestibule {

//! A field for a token. Its text is hidden and cannot be copied, cut or dragged.
class TokenField final : public QLineEdit {
    Q_OBJECT

public:
    explicit TokenField(QWidget *parent = nullptr);
    ~TokenField() override;

    //! The typed token; absent if the text cannot be one.
    [[nodiscard]] std::optional<AccessToken> token() const;
    //! Why the text cannot be a token; absent for an empty field.
    [[nodiscard]] std::optional<AccessToken::Problem> problem() const;
    //! Clears the field, and overwrites as much of its memory as can be reached.
    void wipe();
};

//! What the local token reader found out about a token, one line with an icon for each finding.
class TokenNotesView final : public QScrollArea {
    Q_OBJECT

public:
    explicit TokenNotesView(QWidget *parent = nullptr);

    void showNotes(const QList<TokenNote> &notes);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    QVBoxLayout *m_rows;
};

} // namespace Vestibule
