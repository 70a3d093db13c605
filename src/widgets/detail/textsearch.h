// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QLineEdit;
class QPlainTextEdit;

namespace Vestibule {

//! Finds what is typed in a field in a text beside it: the first 500 places are marked, Return goes
//! on to the next one and begins anew after the last. Upper and lower case are the same.
class TextSearch final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object.
    TextSearch(QLineEdit &field, QPlainTextEdit &text, QObject *parent);

    //! Once more, for another text.
    void update();

private:
    void markAll();
    void goToNext();

    QLineEdit &m_field;
    QPlainTextEdit &m_text;
};

} // namespace Vestibule
