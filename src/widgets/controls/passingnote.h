// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/controls/labels.h"

#include <QTimer>

#include <chrono>

namespace Vestibule {

//! A quiet sentence at the edge of the window that goes by itself: what was copied, what a refresh
//! has changed. It hides nothing, and takes the room that is left.
class PassingNote final : public ElidedLabel {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds ShortTime{3}; //!< for what the user has just done
    static constexpr std::chrono::seconds LongTime{8}; //!< for what the user did not wait for

    explicit PassingNote(QWidget *parent = nullptr);

    //! Replaces the sentence before. Screen readers announce it.
    void say(const QString &sentence, std::chrono::milliseconds time = ShortTime);

private:
    QTimer m_end;
};

//! Says it in the window of the widget, if that has a PassingNote.
void announce(const QString &sentence, const QWidget &source);
//! Puts the text on the clipboard, and announces it. All copies of the program go through here.
void copyToClipboard(const QString &text, const QWidget &source, const QString &announcement);
//! Copies a line for each of the chosen rows that has been read, and says so if some have not. The
//! clipboard keeps what it has if none has been read. Does nothing if no row is chosen.
void copyRows(const QStringList &lines, qsizetype chosen, const QWidget &source);

} // namespace Vestibule
