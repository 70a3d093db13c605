// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/startupaccess.h"

#include "session/errortext.h"

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

struct StartupAccessText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::StartupAccess)
};

constexpr char DomainVariable[] = "AUTH0_DOMAIN";
constexpr char TokenVariable[] = "AUTH0_API_TOKEN";

//! Empty when no domain was given.
Result<TenantDomain, UsageError> givenDomain(const TenantOptions &options)
{
    if (options.domain)
        return *options.domain;
    const QString given =
        options.profile.isEmpty() ? qEnvironmentVariable(DomainVariable) : QString();
    if (given.isEmpty())
        return TenantDomain();
    const auto domain = TenantDomain::fromText(given);
    if (!domain)
        return UsageError{u"AUTH0_DOMAIN: "_s + problemText(domain.error())};
    return *domain;
}

Result<std::optional<Profile>, UsageError> findProfile(const TenantOptions &options,
                                                       const TenantDomain &domain,
                                                       const QList<Profile> &profiles,
                                                       const QString &currentId)
{
    if (!domain.isEmpty())
        return profileFor(domain, profiles, currentId);
    const bool isNamed = !options.profile.isEmpty();
    const auto found = isNamed ? std::ranges::find(profiles, options.profile, &Profile::name)
                               : std::ranges::find(profiles, currentId, &Profile::id);
    if (found != profiles.end())
        return std::optional(*found);
    if (!isNamed)
        return std::optional<Profile>();
    return UsageError{StartupAccessText::tr("--profile: the settings have no tenant called \"%1\".")
                          .arg(options.profile)};
}

//! The first line of the file; a token has only one. Unbuffered, so that no buffer keeps a copy
//! that is not wiped.
Result<QString, UsageError> readTokenFile(const QString &path)
{
    constexpr QIODevice::OpenMode Mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    constexpr int StandardInput = 0; // not stdin, which has a buffer
    QFile file(path);
    const bool isOpen = path == "-"_L1 ? file.open(StandardInput, Mode) : file.open(Mode);
    if (!isOpen) {
        return UsageError{StartupAccessText::tr("%1 cannot be read: %2.")
                              .arg(QDir::toNativeSeparators(path), file.errorString())};
    }
    QByteArray line(AccessToken::MaximumLength + 64, '\0');
    const qint64 size = file.readLine(line.data(), line.size());
    QString text = QString::fromUtf8(line.constData(), std::max(qint64(0), size));
    SecretBytes::wipe(line);
    return text;
}

//! Returns a secret of the environment, and removes it there and in the copy that the system shows
//! to other processes (/proc/PID/environ).
QString takeVariable(const char *name)
{
    QString value = qEnvironmentVariable(name);
    if (char *inherited = std::getenv(name))
        SecretBytes::wipe(std::span(inherited, std::strlen(inherited)));
    qunsetenv(name);
    return value;
}

Result<AccessToken, UsageError> readToken(const TenantOptions &options)
{
    QString fromEnvironment = takeVariable(TokenVariable);
    if (options.tokenFile.isEmpty() && fromEnvironment.isEmpty())
        return AccessToken();
    const QString source = options.tokenFile.isEmpty() ? u"AUTH0_API_TOKEN"_s : u"--token-file"_s;
    QString text = std::move(fromEnvironment);
    if (!options.tokenFile.isEmpty()) {
        const auto content = readTokenFile(options.tokenFile);
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

Result<StartupAccess, UsageError> readAccess(const TenantOptions &tenant,
                                             const QString &organizationId,
                                             const QList<Profile> &profiles,
                                             const QString &currentId)
{
    const auto token =
        readToken(tenant); // first, because it removes the token from the environment
    const auto given = givenDomain(tenant);
    if (!given)
        return given.error();
    if (!token)
        return token.error();
    const auto profile = findProfile(tenant, *given, profiles, currentId);
    if (!profile)
        return profile.error();
    StartupAccess startup{
        .access = {.domain = *given, .token = *token},
        .organizationId = organizationId,
        .profile = *profile,
    };
    if (!startup.profile)
        return startup;
    const Profile &saved = *startup.profile;
    if (const auto domain = TenantDomain::fromText(saved.domain); domain && given->isEmpty())
        startup.access.domain = *domain;
    if (organizationId.isEmpty() && !organizationIdProblem(saved.organizationId))
        startup.organizationId = saved.organizationId;
    return startup;
}

std::optional<UsageError> missingInput(const StartupAccess &startup)
{
    if (startup.access.domain.isEmpty())
        return UsageError{
            StartupAccessText::tr("No tenant: give --profile, --domain, AUTH0_DOMAIN, or --demo.")};
    if (startup.access.token.isEmpty())
        return UsageError{StartupAccessText::tr("No token: give AUTH0_API_TOKEN or --token-file.")};
    if (const auto problem = organizationIdProblem(startup.organizationId))
        return UsageError{u"--organization: "_s + problemText(*problem)};
    return {};
}

} // namespace Vestibule
