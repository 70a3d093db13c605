// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/controls/framedbutton.h"

#include <QTimer>

namespace Vestibule {

//! A button that copies something, and shows a tick for a second when it has. What it copies is in
//! the handler of clicked(), which calls showCopied(). With a text it has a frame, without one it
//! is only the icon; both are equally high.
class CopyButton final : public FramedButton {
    Q_OBJECT

public:
    explicit CopyButton(QWidget *parent = nullptr);

    void showCopied();
    [[nodiscard]] bool isTickShown() const { return m_end.isActive(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int contentsWidth() const;

    QTimer m_end;
};

} // namespace Vestibule
