// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QWidget>

class QByteArray;
class QLineEdit;
class QSyntaxHighlighter;
class QTextEdit;

namespace Vestibule {

class CopyButton;

//! Read-only JSON in the colours of the palette, with a field to find text in it and a button that
//! copies all of it. Long lines are broken at the edge. The find ignores case; Return moves to the
//! next match, and after the last one to the first.
class JsonView final : public QWidget {
    Q_OBJECT

public:
    explicit JsonView(QWidget *parent = nullptr);

    //! Shows the JSON indented, and otherwise unchanged. Empty: a hint to select one connection.
    void setJson(const QByteArray &json);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void findFirst();
    void findNext();
    void markMatches();
    void layOutLines();
    void copy();
    [[nodiscard]] QString wantedText() const;

    QString m_json; //!< as it is copied; a text field makes plain spaces of others
    QLineEdit *m_findField;
    CopyButton *m_copy;
    QTextEdit *m_text;
    QSyntaxHighlighter *m_highlighter;
};

} // namespace Vestibule
