// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/loginprompttext.h"

#include <QList>
#include <QListWidget>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Vestibule {

//! The page on which an organization's people sign in, as a drawing: a list whose entries are drawn
//! as forms and buttons, so that the keyboard and screen readers walk through it line by line.
//! Nothing can be typed or pressed in it. A click, Enter or Space on a part chooses its connection.
class LoginPromptView final : public QListWidget {
    Q_OBJECT

public:
    explicit LoginPromptView(QWidget *parent = nullptr);
    ~LoginPromptView() override;

    //! Absent: nothing has been read yet. Keeps the keyboard's position on the same connection.
    void setWords(const std::optional<LoginPromptWords> &words);
    //! Says in place of a drawing why there is none.
    void setNotice(const QString &sentence);
    //! Marks the parts of these connections as those that are selected elsewhere.
    void setSelectedIds(const QStringList &ids);

Q_SIGNALS:
    void connectionChosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry;
    class Delegate;

    void setContent(const std::optional<LoginPromptWords> &words, const QString &notice);
    void addPage(const LoginPromptWords &words);
    void fill();
    void updateSpoken();
    void updateToolTips();
    [[nodiscard]] int drawnWidth() const;
    void choose(const QListWidgetItem *item);

    std::optional<LoginPromptWords> m_words;
    QString m_notice; //!< without words
    QStringList m_selectedIds;
    std::vector<Entry> m_entries; //!< in the order of the rows
};

} // namespace Vestibule
