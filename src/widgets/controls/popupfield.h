// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>

namespace Vestibule {

//! A title that can be chosen: for the keyboard and screen readers a combo box, which emits
//! popupRequested() instead of opening a list; the owner shows the popup. While it is disabled, its
//! text stays as readable as before. It has a frame only under the pointer and with the focus; the
//! arrow tells that it can be chosen.
class PopupField final : public QComboBox {
    Q_OBJECT

public:
    explicit PopupField(QWidget *parent = nullptr);

    struct Content {
        QString title{};
        QString detail{}; //!< muted, beside the title; left out where there is no room
        QString wholeText{}; //!< what a screen reader and the tooltip say; empty: the title
        bool isWhole = false; //!< the title is never cut
    };
    void setContent(const Content &content);
    void showPopup() override;
    //! The width from which the title begins to be cut.
    [[nodiscard]] int titleWidth() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void popupRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] int arrowWidth() const;
    [[nodiscard]] int detailWidth() const;

    Content m_content;
};

} // namespace Vestibule
