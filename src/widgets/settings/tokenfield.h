// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "session/tokentext.h"
#include "widgets/controls/scrollpage.h"

#include <QLineEdit>
#include <QList>

#include <optional>

class QVBoxLayout;

namespace Vestibule {

//! A field for a secret. Its text is hidden and cannot be copied, cut or dragged.
class SecretField : public QLineEdit {
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);
    ~SecretField() override;

    //! The typed text without what surrounds a pasted one; empty for an empty field.
    [[nodiscard]] SecretBytes secret() const;
    //! Replaces the text. The memory of the old one is overwritten as in wipe().
    void setSecret(const SecretBytes &secret);
    //! Clears the field, and overwrites as much of its memory as can be reached.
    void wipe();
};

//! A field for a token.
class TokenField final : public SecretField {
    Q_OBJECT

public:
    using SecretField::SecretField;

    //! The typed token; absent if the text cannot be one.
    [[nodiscard]] std::optional<AccessToken> token() const;
    //! Why the text cannot be a token; absent for an empty field.
    [[nodiscard]] std::optional<AccessToken::Problem> problem() const;
};

//! What the local token reader found out about a token, one line with an icon for each finding.
class TokenNotesView final : public ReadingArea {
    Q_OBJECT

public:
    explicit TokenNotesView(QWidget *parent = nullptr);

    void showNotes(const QList<TokenNote> &notes);
    //! The height of so many notes of one line.
    [[nodiscard]] int heightOfNotes(int count) const;
    //! Makes the view as high as its notes are at this width, and from now on at any other: what is
    //! around it scrolls.
    void fitTo(int width);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QVBoxLayout *m_rows;
    bool m_isFitted = false;
};

} // namespace Vestibule
