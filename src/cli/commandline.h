// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/result.h"
#include "core/tenantdomain.h"
#include "formats/connectionencoder.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Vestibule {

//! What the command line asks for; everything in it has been checked.
struct CommandLine {
    enum class Task { Window, Export, Screenshot, Help, Version };

    Task task = Task::Window;
    bool demo = false;
    std::optional<TenantDomain> domain{};
    QString profile{}; //!< by name, of the settings; empty when it was not given
    QString savedView{}; //!< a file to show in a tenant's place; empty when it was not given
    QString organizationId{}; //!< empty when it was not given
    std::optional<bool> isEnabled{};
    std::optional<int> pageIndex{}; //!< counted from 0; people give it counted from 1
    std::optional<int> pageSize{}; //!< 1 to 100
    QString target{}; //!< the path of a screenshot or an export; "-" exports to standard output
    ExportLayout layout{};
    bool withSideFile = false; //!< provenance beside the target
    bool isQuiet = false; //!< nothing but errors is said
    //! How long one request may be silent, 1 to 3600; absent: the settings say.
    std::optional<std::chrono::seconds> timeout{};
    std::chrono::seconds maximumWait{300}; //!< for the rate limit, in all; 0 to a day
    QString tokenFile{}; //!< a path, or "-" for standard input; empty when it was not given
    QString helpText{}; //!< for Help only

    bool operator==(const CommandLine &) const = default;
};

//! What is wrong with the command line, in one sentence.
struct UsageError {
    QString message{};
};

//! \a arguments begin with the program's name, as QCoreApplication::arguments() does. There is no
//! option for the token: other people can read arguments.
[[nodiscard]] Result<CommandLine, UsageError> parseCommandLine(const QStringList &arguments);

//! What \a line asks to see of an organization, with \a defaultSize where it names no size.
[[nodiscard]] PageRequest firstPage(const CommandLine &line, const QString &organizationId,
                                    int defaultSize);

} // namespace Vestibule
