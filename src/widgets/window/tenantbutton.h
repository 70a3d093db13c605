// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/controls/framedbutton.h"

#include <QColor>

class QLabel;

namespace Vestibule {

//! The button with the name of the tenant and, inside it, the badge with the tenant's kind.
class TenantButton final : public FramedButton {
    Q_OBJECT

public:
    explicit TenantButton(QWidget *parent = nullptr);

    //! The word in the badge and the colour behind it, on which white text is readable. An empty
    //! word hides the badge.
    void setKind(const QString &word, const QColor &color);

    [[nodiscard]] QSize sizeHint() const override;
    //! With some letters of a long name alone.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] int badgeWidth() const;
    void placeBadge();

    QLabel *m_badge;
};

} // namespace Vestibule
