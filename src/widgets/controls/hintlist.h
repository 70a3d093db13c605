// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace Vestibule {

//! What deserves a second look: a quiet sentence each, with an icon. Hidden when there is nothing.
class HintList final : public QWidget {
    Q_OBJECT

public:
    explicit HintList(QWidget *parent = nullptr);

    //! Words of the tenant in them are plain text.
    void setSentences(const QStringList &sentences);
    [[nodiscard]] const QStringList &sentences() const { return m_sentences; }

private:
    void addSentence(const QString &sentence);

    QStringList m_sentences;
    QVBoxLayout *m_rows;
};

} // namespace Vestibule
