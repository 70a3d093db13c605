// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/startupaccess.h"

#include "core/organization.h"
#include "core/pastedtext.h"
#include "session/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <span>
#include <utility>

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
        return UsageError{u"AUTH0_DOMAIN: "_s + problemText(domain.error(), given)};
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
    const auto lookOf = [](const QString &name) { return visibleText(name).simplified(); };
    const auto nameOf = [&](const Profile &profile) { return lookOf(profile.name); };
    const auto found = isNamed ? std::ranges::find(profiles, lookOf(options.profile), nameOf)
                               : std::ranges::find(profiles, currentId, &Profile::id);
    if (found != profiles.end())
        return std::optional(*found);
    if (!isNamed)
        return std::optional<Profile>();
    return UsageError{StartupAccessText::tr("--profile: the settings have no tenant called \"%1\".")
                          .arg(options.profile)};
}

//! The token of an opened file; see AccessToken::fromText(). Its first line if only that is one. Of
//! standard input no more than that line is read then, because the other end may stay open.
Result<AccessToken, AccessToken::Problem> readToken(QFile &file, bool isStandardInput)
{
    QByteArray bytes(AccessToken::MaximumTextLength + 2, '\0');
    qint64 size = 0;
    const auto parse = [&bytes, &size] {
        const QByteArrayView read(bytes.constData(), size);
        // A redirection of Windows PowerShell writes UTF-16.
        QStringDecoder decode(
            QStringConverter::encodingForData(read).value_or(QStringConverter::Utf8));
        QString text = decode(read);
        auto token = AccessToken::fromText(text);
        SecretBytes::wipe(text);
        return token;
    };
    size = std::max(qint64(0), file.readLine(bytes.data(), bytes.size()));
    auto token = parse();
    if (!token || !isStandardInput) {
        for (qint64 more = 1; more > 0; size += std::max(qint64(0), more))
            more = file.read(bytes.data() + size, bytes.size() - size);
        if (auto whole = parse(); whole || !token)
            token = std::move(whole);
    }
    SecretBytes::wipe(bytes);
    return token;
}

//! Unbuffered, so that no buffer keeps a copy that is not wiped.
Result<AccessToken, UsageError> readTokenFile(const QString &path)
{
    constexpr QIODevice::OpenMode Mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    constexpr int StandardInput = 0; // not stdin, which has a buffer
    const bool isStandardInput = path == "-"_L1;
    QFile file(path);
    if (!(isStandardInput ? file.open(StandardInput, Mode) : file.open(Mode))) {
        return UsageError{StartupAccessText::tr("%1 cannot be read: %2.")
                              .arg(QDir::toNativeSeparators(path), file.errorString())};
    }
    const auto token = readToken(file, isStandardInput);
    if (file.error() != QFileDevice::NoError) {
        return UsageError{StartupAccessText::tr("%1 cannot be read: %2.")
                              .arg(QDir::toNativeSeparators(path), file.errorString())};
    }
    if (!token)
        return UsageError{u"--token-file: "_s + problemText(token.error())};
    return *token;
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

//! Empty when no token was given.
Result<AccessToken, UsageError> givenToken(const TenantOptions &options)
{
    QString variable = takeVariable(TokenVariable); // always, to remove it
    if (!options.tokenFile.isEmpty()) {
        SecretBytes::wipe(variable);
        return readTokenFile(options.tokenFile);
    }
    if (variable.isEmpty())
        return AccessToken();
    const auto token = AccessToken::fromText(variable);
    SecretBytes::wipe(variable);
    if (!token)
        return UsageError{u"AUTH0_API_TOKEN: "_s + problemText(token.error())};
    return *token;
}

} // namespace

Result<StartupAccess, UsageError> readAccess(const TenantOptions &tenant,
                                             const QString &organizationId,
                                             const QList<Profile> &profiles,
                                             const QString &currentId)
{
    const auto token =
        givenToken(tenant); // first, because it removes the token from the environment
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
    if (const auto id = organizationIdFromText(saved.organizationId);
        id && organizationId.isEmpty())
        startup.organizationId = *id;
    return startup;
}

std::optional<UsageError> missingAccess(const StartupAccess &startup)
{
    if (startup.access.domain.isEmpty())
        return UsageError{
            StartupAccessText::tr("No tenant: give --profile, --domain, AUTH0_DOMAIN, or --demo.")};
    if (startup.access.token.isEmpty())
        return UsageError{StartupAccessText::tr("No token: give AUTH0_API_TOKEN or --token-file.")};
    return {};
}

std::optional<UsageError> missingInput(const StartupAccess &startup)
{
    if (auto missing = missingAccess(startup))
        return missing;
    if (const auto problem = organizationIdProblem(startup.organizationId))
        return UsageError{u"--organization: "_s + problemText(*problem)};
    return {};
}

} // namespace Vestibule
