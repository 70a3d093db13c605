// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>

namespace Vestibule {

//! A combo box that emits popupRequested() instead of opening a list; the owner shows the popup.
//! While it is disabled, its text stays as readable as before.
class PopupField final : public QComboBox {
    Q_OBJECT

public:
    explicit PopupField(QWidget *parent = nullptr);

    //! Sets the text in the field, and its tooltip.
    void setShownText(const QString &text);
    void showPopup() override;

Q_SIGNALS:
    void popupRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace Vestibule
