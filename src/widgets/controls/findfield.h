// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>
#include <QTimer>

namespace Vestibule {

//! A field to find names and IDs in a long list: it reports its text when the user has stopped
//! typing. Escape clears it; Escape, Enter and Down lead to the rows.
class FindField final : public QLineEdit {
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);
    ~FindField() override;

    //! Trimmed, and without invisible characters: it may be pasted.
    [[nodiscard]] QString findText() const;
    //! Shows the text of a filter that was changed elsewhere, unless the user is typing.
    void showText(const QString &text);
    //! What was typed last is not reported any more.
    void dropTyped();
    void focusForFinding();

Q_SIGNALS:
    //! The user has stopped typing for a moment.
    void findRequested(const QString &text);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer m_pause; //!< until the user has stopped typing
};

} // namespace Vestibule
