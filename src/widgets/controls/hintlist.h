// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace Vestibule {

//! Hints on what deserves a second look, one sentence with an icon each. Hidden while there are
//! none.
class HintList final : public QWidget {
    Q_OBJECT

public:
    explicit HintList(QWidget *parent = nullptr);

    //! Shown as plain text: sentences may contain names of the tenant.
    void setSentences(const QStringList &sentences);

private:
    void addSentence(const QString &sentence);

    QStringList m_sentences;
    QVBoxLayout *m_rows;
};

} // namespace Vestibule
