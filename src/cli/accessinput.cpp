// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/accessinput.h"

#include "session/problemtext.h"
#include "store/profilefor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <span>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct AccessInputText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::AccessInput)
};

constexpr char DomainVariable[] = "AUTH0_DOMAIN";
constexpr char TokenVariable[] = "AUTH0_API_TOKEN";

//! Empty when none was given.
Result<TenantDomain, UsageError> givenDomain(const CommandLine &line)
{
    if (line.domain)
        return *line.domain;
    const QString given = line.profile.isEmpty() ? qEnvironmentVariable(DomainVariable) : QString();
    if (given.isEmpty())
        return TenantDomain();
    const auto domain = TenantDomain::fromText(given);
    if (!domain)
        return UsageError{u"AUTH0_DOMAIN: "_s + problemText(domain.error())};
    return *domain;
}

Result<std::optional<Profile>, UsageError> findProfile(const CommandLine &line,
                                                       const TenantDomain &domain,
                                                       const QList<Profile> &profiles,
                                                       const QString &currentId)
{
    if (!domain.isEmpty())
        return profileFor(domain, profiles, currentId);
    const bool isNamed = !line.profile.isEmpty();
    const auto found = isNamed ? std::ranges::find(profiles, line.profile, &Profile::name)
                               : std::ranges::find(profiles, currentId, &Profile::id);
    if (found != profiles.end())
        return std::optional(*found);
    if (!isNamed)
        return std::optional<Profile>();
    return UsageError{AccessInputText::tr("--profile: the settings have no tenant called \"%1\".")
                          .arg(line.profile)};
}

//! The first line of the file; a token has no second one. Unbuffered, so that the only bytes of it
//! are those that are wiped.
Result<QString, UsageError> readTokenFile(const QString &path)
{
    constexpr QIODevice::OpenMode Mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    constexpr int StandardInput = 0; // not stdin, which has a buffer of its own
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(StandardInput, Mode) : file.open(Mode);
    if (!isOpen) {
        return UsageError{AccessInputText::tr("%1 cannot be read: %2.")
                              .arg(QDir::toNativeSeparators(path), file.errorString())};
    }
    QByteArray line(AccessToken::MaximumLength + 64, '\0');
    const qint64 size = file.readLine(line.data(), line.size());
    QString text = QString::fromUtf8(line.constData(), std::max(qint64(0), size));
    SecretBytes::wipe(line);
    return text;
}

//! Takes a secret out of the environment, also where the system shows what a process began with
//! (/proc/PID/environ).
QString takeVariable(const char *name)
{
    QString value = qEnvironmentVariable(name);
    if (char *inherited = std::getenv(name))
        SecretBytes::wipe(std::span(inherited, std::strlen(inherited)));
    qunsetenv(name);
    return value;
}

Result<AccessToken, UsageError> readToken(const CommandLine &line)
{
    QString fromEnvironment = takeVariable(TokenVariable);
    if (line.tokenFile.isEmpty() && fromEnvironment.isEmpty())
        return AccessToken();
    const QString source = line.tokenFile.isEmpty() ? u"AUTH0_API_TOKEN"_s : u"--token-file"_s;
    QString text = std::move(fromEnvironment);
    if (!line.tokenFile.isEmpty()) {
        const auto content = readTokenFile(line.tokenFile);
        if (!content)
            return content.error();
        text = *content;
    }
    const auto token = AccessToken::fromText(text);
    SecretBytes::wipe(text);
    if (!token)
        return UsageError{source + ": "_L1 + problemText(token.error())};
    return *token;
}

} // namespace

Result<AccessInput, UsageError> readAccess(const CommandLine &line, const QList<Profile> &profiles,
                                           const QString &currentId)
{
    const auto token = readToken(line); // first of all: it takes the token out of the environment
    const auto given = givenDomain(line);
    if (!given)
        return given.error();
    if (!token)
        return token.error();
    const auto profile = findProfile(line, *given, profiles, currentId);
    if (!profile)
        return profile.error();
    AccessInput input{
        .access = {.domain = *given, .token = *token},
        .organizationId = line.organizationId,
        .profile = *profile,
    };
    if (!input.profile)
        return input;
    const Profile &saved = *input.profile;
    if (const auto domain = TenantDomain::fromText(saved.domain); domain && given->isEmpty())
        input.access.domain = *domain;
    if (input.organizationId.isEmpty() && !organizationIdProblem(saved.organizationId))
        input.organizationId = saved.organizationId;
    return input;
}

std::optional<UsageError> missingInput(const AccessInput &input)
{
    if (input.access.domain.isEmpty())
        return UsageError{
            AccessInputText::tr("No tenant: give --profile, --domain, AUTH0_DOMAIN, or --demo.")};
    if (input.access.token.isEmpty())
        return UsageError{AccessInputText::tr("No token: give AUTH0_API_TOKEN or --token-file.")};
    if (const auto problem = organizationIdProblem(input.organizationId))
        return UsageError{u"--organization: "_s + problemText(*problem)};
    return {};
}

} // namespace Vestibule
