// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

//! A line on standard error that changes in its place; nothing at all where nobody looks at a
//! terminal.
class ProgressLine final {
public:
    ProgressLine();
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(const QString &text);
    //! Before anything else is printed.
    void clear();

private:
    bool m_isTerminal;
    bool m_isShown = false;
};

} // namespace Vestibule
