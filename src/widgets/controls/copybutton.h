// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTimer>
#include <QToolButton>

namespace Vestibule {

//! A button that copies something, and shows a tick for a second when it has. What it copies is in
//! the handler of clicked(), which calls showCopied().
class CopyButton final : public QToolButton {
    Q_OBJECT

public:
    explicit CopyButton(QWidget *parent = nullptr);

    void showCopied();
    [[nodiscard]] bool isTickShown() const { return m_end.isActive(); }

private:
    QTimer m_end;
};

} // namespace Vestibule
