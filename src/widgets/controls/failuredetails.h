// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Vestibule {

class CopyButton;

//! The technical part of a failure, folded under a button: what a person does not need, and the
//! tenant's support asks for. Hidden while there is none.
class FailureDetails final : public QWidget {
    Q_OBJECT

public:
    explicit FailureDetails(QWidget *parent = nullptr);

    //! The button stands in the middle, instead of at the left.
    void setCentered(bool isCentered);
    //! Plain text of one or more lines, safe to show. Another text is folded at first.
    void setDetails(const QString &details);
    [[nodiscard]] const QString &details() const { return m_details; }

private:
    void showFolded();

    QString m_details;
    QHBoxLayout *m_buttons;
    QToolButton *m_button;
    QLabel *m_text;
    CopyButton *m_copy;
};

} // namespace Vestibule
