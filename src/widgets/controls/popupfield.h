// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>

namespace Vestibule {

//! Looks and is heard like a combo box, but what drops down is somebody else's business. Disabled,
//! it is a text to read.
class PopupField final : public QComboBox {
    Q_OBJECT

public:
    explicit PopupField(QWidget *parent = nullptr);

    //! What stands in the field.
    void setShownText(const QString &text);
    void showPopup() override;

Q_SIGNALS:
    void popupRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace Vestibule
