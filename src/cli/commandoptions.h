// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Vestibule {

//! One option of the command line, without its dashes.
struct CommandOption {
    QString name{};
    QString valueName{}; //!< empty when it takes no value
    QString description{};
};

struct CommandOptionGroup {
    QString title{};
    QList<CommandOption> options{};
};

//! All of them but --help and --version.
[[nodiscard]] QList<CommandOptionGroup> commandOptionGroups();

//! What --help prints: all options in their groups, and examples.
[[nodiscard]] QString commandHelpText();

} // namespace Vestibule
