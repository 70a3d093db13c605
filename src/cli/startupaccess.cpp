// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/startupaccess.h"

#include "core/organization.h"
#include "core/pastedtext.h"
#include "session/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
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
constexpr char ClientIdVariable[] = "AUTH0_CLIENT_ID";
constexpr char ClientSecretVariable[] = "AUTH0_CLIENT_SECRET";
constexpr char AudienceVariable[] = "AUTH0_AUDIENCE";

using InputProblem = QString; //!< a sentence

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

//! What can be read from a text, or a sentence about the text.
template <typename Secret>
using SecretParser = Result<Secret, InputProblem> (*)(const QString &text);

Result<AccessToken, InputProblem> parseToken(const QString &text)
{
    auto token = AccessToken::fromText(text);
    if (!token)
        return problemText(token.error());
    return *token;
}

//! The value with the name of a client secret, as in an .env file or in JSON; or else the text
//! itself, without quotes around it. Empty for a line of an .env file that is about something else.
//! A view into the text.
QStringView clientSecretIn(QStringView text)
{
    static const QRegularExpression named(
        uR"re((?i:client[ _-]?secret|\A\W*(?:export\s+|set\s+|env:)?\w*secret)["']?\h*+[:=]\h*+)re"
        uR"re((?|"([^"\s]*+)"|'([^'\s]*+)'|([^\s"']*+)))re"_s);
    // Raw data, so that no copy is made.
    const auto match = named.match(QString::fromRawData(text.data(), text.size()));
    if (match.hasMatch())
        return text.sliced(match.capturedStart(1), match.capturedLength(1));
    static const QRegularExpression variable(uR"re(\A[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++=)re"_s);
    text = text.trimmed();
    if (variable.match(QString::fromRawData(text.data(), text.size())).hasMatch())
        return {};
    static constexpr QStringView Quotes = u"\"'`";
    if (text.size() > 1 && text.front() == text.back() && Quotes.contains(text.front()))
        return text.sliced(1, text.size() - 2).trimmed();
    return text;
}

Result<SecretBytes, InputProblem> parseClientSecret(const QString &text)
{
    constexpr qsizetype LongestSecret = 1024;
    const auto isForeign = [](QChar c) { return c <= u' ' || c >= u'\x7f'; };
    QString visible = visibleText(text);
    const QStringView found = clientSecretIn(visible);
    const bool isEmpty = found.isEmpty();
    const bool isTooLong = found.size() > LongestSecret;
    SecretBytes secret;
    if (!isTooLong && std::ranges::none_of(found, isForeign)) {
        QByteArray bytes = found.toLatin1();
        secret = SecretBytes(bytes);
        SecretBytes::wipe(bytes);
    }
    SecretBytes::wipe(visible);
    if (isEmpty)
        return StartupAccessText::tr("Enter the client secret of the application.");
    if (isTooLong)
        return StartupAccessText::tr("This is too long to be a client secret.");
    if (secret.isEmpty())
        return StartupAccessText::tr("A client secret has no spaces, line breaks or special "
                                     "characters. Give the complete secret and nothing else.");
    return secret;
}

//! The secret of an opened file. Its first line if only that is one. Of standard input no more than
//! that line is read then, because the other end may stay open.
template <typename Secret>
Result<Secret, InputProblem> readSecret(QFile &file, bool isStandardInput,
                                        SecretParser<Secret> parser)
{
    QByteArray bytes(AccessToken::MaximumTextLength + 2, '\0');
    qint64 size = 0;
    const auto parse = [&bytes, &size, parser] {
        const QByteArrayView read(bytes.constData(), size);
        // A redirection of Windows PowerShell writes UTF-16.
        QStringDecoder decode(
            QStringConverter::encodingForData(read).value_or(QStringConverter::Utf8));
        QString text = decode(read);
        auto secret = parser(text);
        SecretBytes::wipe(text);
        return secret;
    };
    size = std::max(qint64(0), file.readLine(bytes.data(), bytes.size()));
    auto secret = parse();
    if (!secret || !isStandardInput) {
        for (qint64 more = 1; more > 0; size += std::max(qint64(0), more))
            more = file.read(bytes.data() + size, bytes.size() - size);
        if (auto whole = parse(); whole || !secret)
            secret = std::move(whole);
    }
    SecretBytes::wipe(bytes);
    return secret;
}

//! Unbuffered, so that no buffer keeps a copy that is not wiped.
template <typename Secret>
Result<Secret, UsageError> readSecretFile(const QString &path, const QString &option,
                                          SecretParser<Secret> parser)
{
    constexpr QIODevice::OpenMode Mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    constexpr int StandardInput = 0; // not stdin, which has a buffer
    const bool isStandardInput = path == "-"_L1;
    QFile file(path);
    if (!(isStandardInput ? file.open(StandardInput, Mode) : file.open(Mode))) {
        return UsageError{StartupAccessText::tr("%1 cannot be read: %2.")
                              .arg(QDir::toNativeSeparators(path), file.errorString())};
    }
    const auto secret = readSecret(file, isStandardInput, parser);
    if (file.error() != QFileDevice::NoError) {
        return UsageError{StartupAccessText::tr("%1 cannot be read: %2.")
                              .arg(QDir::toNativeSeparators(path), file.errorString())};
    }
    if (!secret)
        return UsageError{option + ": "_L1 + secret.error()};
    return *secret;
}

//! Returns a variable of the environment, and removes it there and in the copy that the system
//! shows to other processes (/proc/PID/environ).
QString takeVariable(const char *name)
{
    QString value = qEnvironmentVariable(name);
    if (char *inherited = std::getenv(name))
        SecretBytes::wipe(std::span(inherited, std::strlen(inherited)));
    qunsetenv(name);
    return value;
}

//! What the environment says about the access; wiped when it is no longer needed.
struct AccessVariables {
    QString token = takeVariable(TokenVariable);
    QString clientId = takeVariable(ClientIdVariable);
    QString clientSecret = takeVariable(ClientSecretVariable);
    QString audience = takeVariable(AudienceVariable);

    AccessVariables() = default;
    ~AccessVariables()
    {
        SecretBytes::wipe(token);
        SecretBytes::wipe(clientSecret);
    }
    Q_DISABLE_COPY_MOVE(AccessVariables)
};

//! Empty when no token was given.
Result<AccessToken, UsageError> givenToken(const TenantOptions &options,
                                           const AccessVariables &variables)
{
    if (!options.tokenFile.isEmpty())
        return readSecretFile(options.tokenFile, u"--token-file"_s, &parseToken);
    if (variables.token.isEmpty())
        return AccessToken();
    const auto token = parseToken(variables.token);
    if (!token)
        return UsageError{u"AUTH0_API_TOKEN: "_s + token.error()};
    return *token;
}

//! Empty when no secret was given.
Result<SecretBytes, UsageError> givenClientSecret(const TenantOptions &options,
                                                  const AccessVariables &variables)
{
    if (!options.clientSecretFile.isEmpty())
        return readSecretFile(options.clientSecretFile, u"--client-secret-file"_s,
                              &parseClientSecret);
    if (variables.clientSecret.isEmpty())
        return SecretBytes();
    const auto secret = parseClientSecret(variables.clientSecret);
    if (!secret)
        return UsageError{u"AUTH0_CLIENT_SECRET: "_s + secret.error()};
    return *secret;
}

//! Without ID and secret when none were given.
Result<ClientCredentials, UsageError> givenApplication(const TenantOptions &options,
                                                       const AccessVariables &variables)
{
    ClientCredentials application{
        .clientId = options.clientId.isEmpty()
            ? bareText(assignedValue(bareText(variables.clientId))).toString()
            : options.clientId,
        .audience = bareText(assignedValue(bareText(variables.audience))).toString()};
    const auto secret = givenClientSecret(options, variables);
    if (!secret)
        return secret.error();
    application.secret = *secret;
    if (!application.clientId.isEmpty() && secret->isEmpty()) {
        return UsageError{StartupAccessText::tr(
            "The client ID has no secret: also give AUTH0_CLIENT_SECRET or --client-secret-file.")};
    }
    if (application.clientId.isEmpty() && !secret->isEmpty()) {
        return UsageError{StartupAccessText::tr(
            "The client secret has no ID: also give AUTH0_CLIENT_ID or --client-id.")};
    }
    return application;
}

//! With what the tenant is read; either may be empty.
Result<TenantAccess, UsageError> givenAccess(const TenantOptions &options,
                                             const AccessVariables &variables)
{
    const auto token = givenToken(options, variables);
    if (!token)
        return token.error();
    TenantAccess access{.token = *token};
    if (options.demo || !token->isEmpty())
        return access;
    const auto application = givenApplication(options, variables);
    if (!application)
        return application.error();
    access.application = *application;
    return access;
}

} // namespace

Result<StartupAccess, UsageError> readAccess(const TenantOptions &tenant,
                                             const QString &organizationId,
                                             const QList<Profile> &profiles,
                                             const QString &currentId)
{
    const AccessVariables variables; // first, to remove them whatever else is wrong
    const auto given = givenDomain(tenant);
    if (!given)
        return given.error();
    const auto access = givenAccess(tenant, variables);
    if (!access)
        return access.error();
    const auto profile = findProfile(tenant, *given, profiles, currentId);
    if (!profile)
        return profile.error();
    StartupAccess startup{
        .access = *access,
        .organizationId = organizationId,
        .profile = *profile,
    };
    startup.access.domain = *given;
    if (!startup.profile)
        return startup;
    const Profile &saved = *startup.profile;
    if (const auto domain = TenantDomain::fromText(saved.domain); domain && given->isEmpty())
        startup.access.domain = *domain;
    if (const auto id = organizationIdFromText(saved.organizationId);
        id && organizationId.isEmpty())
        startup.organizationId = *id;
    if (startup.access.signsIn() && startup.access.application.audience.isEmpty())
        startup.access.application.audience = saved.audience;
    return startup;
}

std::optional<UsageError> missingAccess(const StartupAccess &startup)
{
    if (startup.access.domain.isEmpty())
        return UsageError{
            StartupAccessText::tr("No tenant: give --profile, --domain, AUTH0_DOMAIN, or --demo.")};
    if (!startup.access.isComplete()) {
        return UsageError{
            StartupAccessText::tr("No token: give AUTH0_API_TOKEN or --token-file, or sign in with "
                                  "AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET.")};
    }
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
