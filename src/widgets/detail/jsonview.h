// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QByteArray;
class QLineEdit;
class QPlainTextEdit;
class QSyntaxHighlighter;

namespace Vestibule {

//! Read-only JSON in the colours of the palette, with a field to find text in it. The find ignores
//! case; Return moves to the next match, and after the last one to the first.
class JsonView final : public QWidget {
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    //! Shows the JSON indented, and otherwise unchanged. Empty: a hint to select one connection.
    void setJson(const QByteArray &json);

protected:
    void changeEvent(QEvent *event) override;

private:
    void findFirst();
    void findNext();
    void markMatches();
    [[nodiscard]] QString wantedText() const;

    QLineEdit *m_findField;
    QPlainTextEdit *m_text;
    QSyntaxHighlighter *m_highlighter;
};

} // namespace Vestibule
