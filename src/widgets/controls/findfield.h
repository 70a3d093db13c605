// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>
#include <QTimer>

namespace Vestibule {

//! A field to find names and IDs in a long list: it reports its text when the user has stopped
//! typing. Escape clears it; Escape, Enter and Down lead to the rows. While it is empty it says
//! what it looks at, or less where there is no room for that.
class FindField final : public QLineEdit {
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);
    ~FindField() override;

    //! Both are for the empty field; a screen reader and the tooltip have the first one.
    void setHints(const QString &hint, const QString &shortHint);
    //! The width from which the short hint is whole.
    [[nodiscard]] int leastWidth() const;
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
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int widthFor(const QString &hint) const;
    void showHint();

    QString m_hint;
    QString m_shortHint;
    QTimer m_pause; //!< until the user has stopped typing
};

} // namespace Vestibule
