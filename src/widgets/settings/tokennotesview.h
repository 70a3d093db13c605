// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tokentext.h"

#include <QScrollArea>

class QVBoxLayout;

namespace Vestibule {

//! What the local token reader says, a line a finding, with an icon for each.
class TokenNotesView final : public QScrollArea {
    Q_OBJECT

public:
    explicit TokenNotesView(QWidget *parent = nullptr);

    void showNotes(const QList<TokenNote> &notes);
    //! All of it as lines of text.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    QVBoxLayout *m_rows;
    QStringList m_lines;
};

} // namespace Vestibule
