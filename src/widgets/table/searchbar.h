// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Vestibule {

class MutedLabel;
class ThinProgressBar;

//! A line under the table while it is filtered or sorted: how many rows match, what can be done
//! about the other pages of the listing, and that they are not sorted.
class SearchBar final : public QWidget {
    Q_OBJECT

public:
    //! Buttons without a text are not there.
    struct Content {
        QString text{}; //!< plain text
        QString firstText{};
        QString secondText{};
        QString note{}; //!< at the right; empty: there is none
        bool isBusy = false;
        int done = 0; //!< while it is busy, of all
        int all = 0; //!< 0: nobody knows how many there are
    };

    explicit SearchBar(QWidget *parent = nullptr);
    ~SearchBar() override;

    void setContent(const Content &content);

Q_SIGNALS:
    void firstChosen();
    void secondChosen();

private:
    QLabel *m_label;
    MutedLabel *m_note;
    ThinProgressBar *m_progress;
    QToolButton *m_first;
    QToolButton *m_second;
};

} // namespace Vestibule
