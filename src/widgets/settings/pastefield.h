// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPlainTextEdit>

namespace Vestibule {

//! A field that takes what is pasted, dropped or typed to its receivers and does not show what was
//! pasted: it may have a secret in it. Nothing of it can be undone.
class PasteField final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PasteField(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! Pasted, or typed and finished with Enter or by leaving the field. The text is overwritten
    //! after this signal. Typed text stays until the field is cleared.
    void entered(const QString &text);

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void finish();
};

} // namespace Vestibule
