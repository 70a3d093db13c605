// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

//! Call it first in main(). Opens the standard streams that are closed, so that the next file does
//! not take their place and get what is printed; using them still fails. A reader that goes away
//! (SIGPIPE) or a limit of the size of files (SIGXFSZ) no longer ends the program: writing fails.
void prepareStandardStreams();

//! Prints one sentence and a line break to standard error, in the terminal's encoding. Control
//! characters, which a tenant's texts may contain, are removed: they could steer the terminal.
void printError(const QString &sentence);

//! A line on standard error that is replaced in place. It prints nothing when standard error is not
//! a terminal.
class ProgressLine final {
public:
    ProgressLine();
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(const QString &text);
    //! Call it before anything else is printed.
    void clear();

private:
    bool m_isTerminal;
    bool m_isShown = false;
};

} // namespace Vestibule
