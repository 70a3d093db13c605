// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/startupaccess.h"

#include "support/tokensamples.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! A copy of the heap. It is static, so that a search of the heap does not find the copy.
std::array<char, 64 * 1024 * 1024> g_heap;

//! A copy of the memory from which malloc() serves small requests; empty when the system does not
//! show it.
std::span<const char> readHeap()
{
    QFile maps(u"/proc/self/maps"_s);
    QFile memory(u"/proc/self/mem"_s);
    const auto mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (!maps.open(mode) || !memory.open(mode))
        return {};
    for (QByteArray line = maps.readLine(); !line.isEmpty(); line = maps.readLine()) {
        if (!line.contains("[heap]"))
            continue;
        const qsizetype dash = line.indexOf('-');
        const qint64 begin = line.first(dash).toLongLong(nullptr, 16);
        const qint64 end =
            line.sliced(dash + 1, line.indexOf(' ') - dash - 1).toLongLong(nullptr, 16);
        const qint64 size = std::min(end - begin, qint64(g_heap.size()));
        if (!memory.seek(begin) || memory.read(g_heap.data(), size) != size)
            return {};
        return std::span(g_heap).first(std::size_t(size));
    }
    return {};
}

//! Whether the heap has this letter 48 times in a row, as bytes or in UTF-16. (The allocator
//! overwrites the beginning of freed memory.)
bool hasRun(std::span<const char> heap, char letter)
{
    int bytes = 0;
    int wide = 0;
    for (std::size_t i = 0; i + 1 < heap.size(); ++i) {
        bytes = heap[i] == letter ? bytes + 1 : 0;
        if (bytes >= 48)
            return true;
    }
    for (std::size_t i = 0; i + 1 < heap.size(); i += 2) {
        wide = heap[i] == letter && heap[i + 1] == '\0' ? wide + 1 : 0;
        if (wide >= 48)
            return true;
    }
    return false;
}

//! readAccess() without a given organization.
Result<StartupAccess, UsageError> accessFor(const TenantOptions &tenant,
                                            const QList<Profile> &profiles,
                                            const QString &currentId)
{
    return readAccess(tenant, {}, profiles, currentId);
}

} // namespace

class TestStartupAccess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tokenFileLeavesNothingInMemory_data();
    void tokenFileLeavesNothingInMemory(); // first, while the heap is small
    void withoutInputEverythingIsEmpty();
    void domainByPrecedence_data();
    void domainByPrecedence();
    void invalidGivenDomainIsAnError();
    void invalidSavedDomainIsSkipped();
    void tokenByPrecedence();
    void tokenFile_data();
    void tokenFile();
    void tokenOfATerminalIsOneToken();
    void tokenVariableMayBePasted();
    void invalidTokenFileIsAnError_data();
    void invalidTokenFileIsAnError();
    void unreadableTokenFileIsAnError_data();
    void unreadableTokenFileIsAnError();
    void invalidTokenVariableIsAnError();
    void tokenIsAlwaysRemovedFromTheEnvironment_data();
    void tokenIsAlwaysRemovedFromTheEnvironment();
    void organizationByPrecedence();
    void savedOrganizationIsNotUsedForAnotherTenant();
    void profileByPrecedence_data();
    void profileByPrecedence();
    void unknownProfileIsAnError();
    void tokenFileThatFailsWhileItIsReadIsNamed();
    void missingInputIsNamed();

    void clientSecretFileLeavesNothingInMemory();
    void applicationByPrecedence_data();
    void applicationByPrecedence();
    void clientSecretMayBePasted_data();
    void clientSecretMayBePasted();
    void invalidClientSecretIsAnError_data();
    void invalidClientSecretIsAnError();
    void halfAnApplicationIsAnError_data();
    void halfAnApplicationIsAnError();
    void theDemoTenantNeedsNoApplication();
    void audienceByPrecedence();
    void applicationIsAlwaysRemovedFromTheEnvironment();

private:
    static void clearEnvironment()
    {
        for (const char *name : {"AUTH0_DOMAIN", "AUTH0_API_TOKEN", "AUTH0_CLIENT_ID",
                                 "AUTH0_CLIENT_SECRET", "AUTH0_AUDIENCE"})
            qunsetenv(name);
    }
    //! "id:secret", "token", "none", or "error: " and the sentence.
    static QByteArray shownAccess(const Result<StartupAccess, UsageError> &input)
    {
        if (!input)
            return "error: " + input.error().message.toUtf8();
        const ClientCredentials &application = input->access.application;
        if (!input->access.token.isEmpty())
            return application.isComplete() ? "both" : "token";
        return application.isComplete()
            ? application.clientId.toUtf8() + ':' + application.secret.bytes().toByteArray()
            : "none"_ba;
    }
    [[nodiscard]] QString file(const QByteArray &content) const;
    static QByteArray header(const Result<StartupAccess, UsageError> &input)
    {
        return input ? input->access.token.authorizationHeader() : QByteArray("(an error)");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStartupAccess::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    clearEnvironment();
}

void TestStartupAccess::cleanup()
{
    clearEnvironment();
}

QString TestStartupAccess::file(const QByteArray &content) const
{
    QFile made(m_folder->filePath(u"token"_s));
    if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
        qFatal("no file for the token");
    return made.fileName();
}

void TestStartupAccess::tokenFileLeavesNothingInMemory_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("alone") << QByteArray() << QByteArray();
    QTest::newRow("JSON") << QByteArray("{\"access_token\":\"") << QByteArray("\"}\n");
}

void TestStartupAccess::tokenFileLeavesNothingInMemory()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFile written(m_folder->filePath(u"token"_s));
    QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const char letter = 'Z';
    // After spaces, which are dropped: later copies of the token would overwrite the spaces, and
    // leave the token.
    constexpr qint64 Spaces = 10'000;
    constexpr qint64 Size = 14'000;
    std::ranges::fill(g_heap, letter);
    auto content = std::fill_n(g_heap.begin(), Spaces, ' ');
    std::ranges::copy(before, content);
    std::ranges::copy(after, g_heap.begin() + Size);
    QCOMPARE(written.write(g_heap.data(), Size + after.size()), Size + after.size());
    written.close();
    {
        const auto input = accessFor({.tokenFile = written.fileName()}, {}, {});
        QVERIFY(input && !input->access.token.isEmpty());
        if (!hasRun(readHeap(), letter))
            QSKIP("the heap cannot be read, or another allocator keeps the token elsewhere");
    }
    QVERIFY(!hasRun(readHeap(), letter));
}

void TestStartupAccess::withoutInputEverythingIsEmpty()
{
    const auto input = accessFor({}, {}, {});
    QVERIFY(input.has_value());
    QVERIFY(input->access.domain.isEmpty() && input->access.token.isEmpty());
    QVERIFY(!input->access.isComplete());
    QVERIFY(input->organizationId.isEmpty());
}

void TestStartupAccess::domainByPrecedence_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QString>("expected");
    const QString option = u"option.auth0.com"_s;
    const QByteArray variable = "variable.auth0.com";
    const QString saved = u"saved.auth0.com"_s;
    QTest::newRow("option") << option << variable << saved << option;
    QTest::newRow("variable") << QString() << variable << saved << u"variable.auth0.com"_s;
    QTest::newRow("saved") << QString() << QByteArray() << saved << saved;
    QTest::newRow("option before a bad variable")
        << option << QByteArray("none") << saved << option;
}

void TestStartupAccess::domainByPrecedence()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, variable);
    QFETCH(QString, saved);
    QFETCH(QString, expected);
    TenantOptions options;
    if (!option.isEmpty())
        options.domain = *TenantDomain::fromText(option);
    qputenv("AUTH0_DOMAIN", variable);
    const auto input = accessFor(options, {{.domain = saved}}, {});
    QVERIFY(input.has_value());
    QCOMPARE(input->access.domain.text(), expected);
}

void TestStartupAccess::invalidGivenDomainIsAnError()
{
    for (const char *value : {"acme", "http://acme.auth0.com", "a b", " "}) {
        qputenv("AUTH0_DOMAIN", value);
        const auto input = accessFor({}, {{.domain = u"saved.auth0.com"_s}}, {});
        QVERIFY2(!input, value);
        QVERIFY(input.error().message.startsWith(u"AUTH0_DOMAIN: "_s));
        QVERIFY(input.error().message.endsWith(u'.'));
    }
}

void TestStartupAccess::invalidSavedDomainIsSkipped()
{
    const auto input = accessFor({}, {{.domain = u"http://acme.auth0.com"_s}}, {});
    QVERIFY(input.has_value());
    QVERIFY(input->access.domain.isEmpty());
}

void TestStartupAccess::tokenByPrecedence()
{
    qputenv("AUTH0_API_TOKEN", "from.the.variable");
    QCOMPARE(header(accessFor({.tokenFile = file("from.the.file")}, {}, {})),
             QByteArray("Bearer from.the.file"));
    qputenv("AUTH0_API_TOKEN", "from.the.variable");
    QCOMPARE(header(accessFor({}, {}, {})), QByteArray("Bearer from.the.variable"));
}

void TestStartupAccess::tokenFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("bare") << QByteArray("a.b.c");
    QTest::newRow("line break") << QByteArray("a.b.c\n");
    QTest::newRow("line break of Windows") << QByteArray("a.b.c\r\n");
    QTest::newRow("scheme and spaces") << QByteArray("  Bearer a.b.c \n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a.b.c\n");
    QTest::newRow("more lines") << QByteArray("a.b.c\nanother line\n");
    QTest::newRow("an empty line first") << QByteArray("\na.b.c\n");
    QTest::newRow("JSON") << QByteArray(
        "{\"token_type\":\"Bearer\",\"access_token\":\"a.b.c\",\"expires_in\":86400}\n");
    QTest::newRow("JSON on lines")
        << QByteArray("{\n  \"scope\": \"read:a\",\n  \"access_token\": \"a.b.c\"\n}\n");
    QTest::newRow(".env file") << QByteArray(
        "AUTH0_DOMAIN=acme.eu.auth0.com\nAUTH0_API_TOKEN='a.b.c'\n");
    QTest::newRow("a command") << QByteArray(
        "curl https://acme.eu.auth0.com/api/v2/users \\\n  -H \"Authorization: Bearer a.b.c\"\n");
    QTest::newRow("zero-width space") << QByteArray("a.b\xE2\x80\x8B.c\n");
    QTest::newRow("UTF-16 of Windows PowerShell") << QByteArray("\xFF\xFE"
                                                                "a\0.\0b\0.\0c\0\r\0\n\0",
                                                                16);
}

void TestStartupAccess::tokenFile()
{
    QFETCH(QByteArray, content);
    QCOMPARE(header(accessFor({.tokenFile = file(content)}, {}, {})), QByteArray("Bearer a.b.c"));
}

void TestStartupAccess::invalidTokenFileIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an empty line") << QByteArray("\n");
    QTest::newRow("two words") << QByteArray("seKret two");
    QTest::newRow("not ASCII") << QByteArray("seKr\xc3\xa9t");
    QTest::newRow("binary") << QByteArray("seKret\0\1", 8);
    QTest::newRow("far too long") << QByteArray("seKret").repeated(200'000);
    QTest::newRow("far too long JSON")
        << QByteArray("{\"a\":\"" + QByteArray(100'000, 'a') + "\",\"access_token\":\"seKret\"}");
    QTest::newRow("a domain") << QByteArray("AUTH0_DOMAIN=seKret.auth0.com\n");
    QTest::newRow("a JWT, cut") << QByteArray("eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9\n");
    QTest::newRow("two tokens") << QByteArray("TOKEN=seKret1\nTOKEN=seKret2\n").prepend("#\n");
}

void TestStartupAccess::tokenOfATerminalIsOneToken()
{
    const QByteArray token = Samples::signedJwt("{\"exp\":1}");
    QByteArray lines;
    for (qsizetype at = 0; at < token.size(); at += 400) // the break is in the signature
        lines += token.mid(at, 400) + '\n';
    QCOMPARE(header(accessFor({.tokenFile = file(lines)}, {}, {})), QByteArray("Bearer " + token));
}

void TestStartupAccess::tokenVariableMayBePasted()
{
    qputenv("AUTH0_API_TOKEN", " \"a.b\xE2\x80\x8B.c\", ");
    QCOMPARE(header(accessFor({}, {}, {})), QByteArray("Bearer a.b.c"));
    qputenv("AUTH0_API_TOKEN", "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9");
    const auto input = accessFor({}, {}, {});
    QVERIFY(!input);
    QVERIFY2(input.error().message.startsWith(u"AUTH0_API_TOKEN: This token is incomplete"_s),
             qPrintable(input.error().message));
}

void TestStartupAccess::invalidTokenFileIsAnError()
{
    QFETCH(QByteArray, content);
    const auto input = accessFor({.tokenFile = file(content)}, {}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.startsWith(u"--token-file: "_s));
    QVERIFY(!input.error().message.contains(u"seKr"_s));
}

void TestStartupAccess::unreadableTokenFileIsAnError_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("gone") << u"gone"_s;
    QTest::newRow("a folder") << u"."_s;
}

void TestStartupAccess::unreadableTokenFileIsAnError()
{
    QFETCH(QString, name);
    const auto input = accessFor({.tokenFile = m_folder->filePath(name)}, {}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.contains(m_folder->path()));
    QVERIFY(input.error().message.endsWith(u'.') && !input.error().message.endsWith(u".."_s));
}

void TestStartupAccess::invalidTokenVariableIsAnError()
{
    qputenv("AUTH0_API_TOKEN", "seKret two");
    const auto input = accessFor({}, {}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.startsWith(u"AUTH0_API_TOKEN: "_s));
    QVERIFY(!input.error().message.contains(u"seKret"_s));
}

void TestStartupAccess::tokenIsAlwaysRemovedFromTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QString>("tokenFile");
    QTest::newRow("good") << QByteArray("a.b.c") << QByteArray() << QString();
    QTest::newRow("bad token") << QByteArray("a b") << QByteArray() << QString();
    QTest::newRow("bad domain") << QByteArray("a.b.c") << QByteArray("acme") << QString();
    QTest::newRow("a file instead") << QByteArray("a.b.c") << QByteArray() << u"/gone"_s;
}

void TestStartupAccess::tokenIsAlwaysRemovedFromTheEnvironment()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, domain);
    QFETCH(QString, tokenFile);
    qputenv("AUTH0_API_TOKEN", token);
    qputenv("AUTH0_DOMAIN", domain);
    const auto input = accessFor({.tokenFile = tokenFile}, {}, {});
    Q_UNUSED(input)
    QVERIFY(!qEnvironmentVariableIsSet("AUTH0_API_TOKEN"));
}

void TestStartupAccess::organizationByPrecedence()
{
    Profile saved{.domain = u"saved.auth0.com"_s, .organizationId = u"org_2"_s};
    QCOMPARE(readAccess({}, u"org_1"_s, {saved}, {})->organizationId, u"org_1"_s);
    QCOMPARE(accessFor({}, {saved}, {})->organizationId, u"org_2"_s);
    saved.organizationId = u"https://manage.auth0.com/dashboard/eu/acme/organizations/org_2"_s;
    QCOMPARE(accessFor({}, {saved}, {})->organizationId, u"org_2"_s);
    saved.organizationId = u"\u200Borg_2\u00A0"_s;
    QCOMPARE(accessFor({}, {saved}, {})->organizationId, u"org_2"_s);
    for (const QString &unusable : {u".."_s, u"a b"_s, QString(51, u'x'), u"https://a.b/c"_s}) {
        saved.organizationId = unusable;
        QVERIFY(accessFor({}, {saved}, {})->organizationId.isEmpty());
    }
}

void TestStartupAccess::savedOrganizationIsNotUsedForAnotherTenant()
{
    const Profile saved{.domain = u"saved.auth0.com"_s, .organizationId = u"org_2"_s};
    TenantOptions options;
    options.domain = *TenantDomain::fromText(u"other.auth0.com"_s);
    QVERIFY(accessFor(options, {saved}, {})->organizationId.isEmpty());
    options.domain = *TenantDomain::fromText(u"https://SAVED.auth0.com/"_s);
    QCOMPARE(accessFor(options, {saved}, {})->organizationId, u"org_2"_s);
    qputenv("AUTH0_DOMAIN", "other.auth0.com");
    QVERIFY(accessFor({}, {saved}, {})->organizationId.isEmpty());
}

void TestStartupAccess::profileByPrecedence_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("variable");
    // The profile's id, which is here also that of its organization; empty: no profile.
    QTest::addColumn<QString>("expected");
    const QByteArray globex = "globex.auth0.com";
    QTest::newRow("the current one") << QString() << QString() << QByteArray() << u"b"_s;
    QTest::newRow("by option") << QString() << u"globex.auth0.com"_s << QByteArray() << u"g"_s;
    QTest::newRow("by variable") << QString() << QString() << globex << u"g"_s;
    QTest::newRow("the current of a domain")
        << QString() << u"acme.auth0.com"_s << globex << u"b"_s;
    QTest::newRow("by name") << u"third"_s << QString() << globex << u"c"_s;
    QTest::newRow("by a pasted name") << u"\u00A0th\u200Bird\n"_s << QString() << globex << u"c"_s;
    QTest::newRow("by a name with a variation selector")
        << u"third\uFE0F"_s << QString() << globex << u"c"_s;
    QTest::newRow("none") << QString() << u"other.auth0.com"_s << QByteArray() << QString();
}

void TestStartupAccess::profileByPrecedence()
{
    QFETCH(QString, named);
    QFETCH(QString, option);
    QFETCH(QByteArray, variable);
    QFETCH(QString, expected);
    const auto profile = [](const QString &id, const QString &name, const QString &domain) {
        return Profile{.id = id, .name = name, .domain = domain, .organizationId = id};
    };
    const QString acme = u"acme.auth0.com"_s;
    TenantOptions options{.profile = named};
    if (!option.isEmpty())
        options.domain = *TenantDomain::fromText(option);
    qputenv("AUTH0_DOMAIN", variable);
    const auto input = accessFor(
        options,
        {profile(u"a"_s, u"first"_s, acme), profile(u"b"_s, u"second"_s, acme),
         profile(u"c"_s, u"third"_s, acme), profile(u"g"_s, u"globex"_s, u"globex.auth0.com"_s)},
        u"b"_s);
    QVERIFY(input.has_value());
    QCOMPARE(input->profile ? input->profile->id : QString(), expected);
    QCOMPARE(input->organizationId, expected);
    if (input->profile)
        QCOMPARE(input->access.domain.text(), input->profile->domain);
}

void TestStartupAccess::unknownProfileIsAnError()
{
    const auto input = accessFor({.profile = u"acme"_s}, {{.name = u"Acme"_s}}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.contains(u"\"acme\""_s));
}

//! As on a broken disk. A part of the file may look like a token.
void TestStartupAccess::tokenFileThatFailsWhileItIsReadIsNamed()
{
    const QString path = u"/proc/self/mem"_s; // can be opened, and its first bytes cannot be read
    if (!QFile::exists(path))
        QSKIP("there is no such file on this system");
    const auto startup = readAccess({.tokenFile = path}, {}, {}, {});
    QVERIFY(!startup);
    QVERIFY2(startup.error().message.startsWith(path + " cannot be read: "_L1),
             qPrintable(startup.error().message));
}

void TestStartupAccess::missingInputIsNamed()
{
    StartupAccess input;
    for (const QString &way : {u"--profile"_s, u"--domain"_s, u"AUTH0_DOMAIN"_s, u"--demo"_s})
        QVERIFY(missingInput(input)->message.contains(way));
    input.access.domain = *TenantDomain::fromText(u"acme.auth0.com"_s);
    QVERIFY(missingInput(input)->message.contains(u"AUTH0_API_TOKEN"_s));
    input.access.token = *AccessToken::fromText(u"a.b.c"_s);
    QVERIFY(missingInput(input)->message.contains(u"--organization"_s));
    input.organizationId = u".."_s;
    QVERIFY(missingInput(input)->message.contains(u"--organization"_s));
    input.organizationId = u"org_1"_s;
    QVERIFY(!missingInput(input));
}

//! After spaces, as for a token.
void TestStartupAccess::clientSecretFileLeavesNothingInMemory()
{
    QFile written(m_folder->filePath(u"secret"_s));
    QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const char letter = 'Y';
    constexpr qint64 Spaces = 10'000;
    constexpr qint64 Size = 11'000;
    std::ranges::fill(g_heap, letter);
    std::fill_n(g_heap.begin(), Spaces, ' ');
    QCOMPARE(written.write(g_heap.data(), Size), Size);
    written.close();
    {
        const auto input =
            accessFor({.clientId = u"id"_s, .clientSecretFile = written.fileName()}, {}, {});
        QVERIFY(input && input->access.signsIn());
        if (!hasRun(readHeap(), letter))
            QSKIP("the heap cannot be read, or another allocator keeps the secret elsewhere");
    }
    QVERIFY(!hasRun(readHeap(), letter));
}

void TestStartupAccess::applicationByPrecedence_data()
{
    QTest::addColumn<TenantOptions>("options");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray none;
    const TenantOptions id{.clientId = u"option"_s};
    const TenantOptions secret{.clientSecretFile = u"secret"_s};
    TenantOptions both = id;
    both.clientSecretFile = secret.clientSecretFile;
    TenantOptions all = both;
    all.tokenFile = u"token"_s;
    QTest::newRow("nothing") << TenantOptions() << none << none << none << "none"_ba;
    QTest::newRow("variables") << TenantOptions() << none << "env"_ba
                               << "canary"_ba
                               << "env:canary"_ba;
    QTest::newRow("options") << both << none << none << none << "option:of-the-file"_ba;
    QTest::newRow("options before variables") << both << none << "env"_ba
                                              << "canary"_ba
                                              << "option:of-the-file"_ba;
    QTest::newRow("the ID alone by option") << id << none << "env"_ba
                                            << "canary"_ba
                                            << "option:canary"_ba;
    QTest::newRow("the secret alone by option") << secret << none << "env"_ba
                                                << "canary"_ba
                                                << "env:of-the-file"_ba;
    QTest::newRow("a token before variables") << TenantOptions() << "a.b.c"_ba
                                              << "env"_ba
                                              << "canary"_ba
                                              << "token"_ba;
    QTest::newRow("a token before options") << both << "a.b.c"_ba << none << none << "token"_ba;
    QTest::newRow("a token file before options") << all << none << none << none << "token"_ba;
    QTest::newRow("a token before half an application") << TenantOptions() << "a.b.c"_ba
                                                        << "env"_ba << none << "token"_ba;
    QTest::newRow("an ID with blanks around it") << TenantOptions() << none << " 'env'\n"_ba
                                                 << "canary"_ba
                                                 << "env:canary"_ba;
    QTest::newRow("an assigned ID") << TenantOptions() << none << "AUTH0_CLIENT_ID=env"_ba
                                    << "AUTH0_CLIENT_SECRET=canary"_ba
                                    << "env:canary"_ba;
}

void TestStartupAccess::applicationByPrecedence()
{
    QFETCH(TenantOptions, options);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, expected);
    if (!options.tokenFile.isEmpty())
        options.tokenFile = file("d.e.f");
    QFile secretFile(m_folder->filePath(u"secret"_s));
    QVERIFY(secretFile.open(QIODevice::WriteOnly) && secretFile.write("of-the-file\n") == 12);
    secretFile.close();
    if (!options.clientSecretFile.isEmpty())
        options.clientSecretFile = secretFile.fileName();
    qputenv("AUTH0_API_TOKEN", token);
    qputenv("AUTH0_CLIENT_ID", id);
    qputenv("AUTH0_CLIENT_SECRET", secret);
    QCOMPARE(shownAccess(accessFor(options, {}, {})), expected);
}

void TestStartupAccess::clientSecretMayBePasted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("secret");
    const QByteArray secret = "x_Y-9zcanary";
    QTest::newRow("alone") << secret << secret;
    QTest::newRow("a line") << secret + '\n' << secret;
    QTest::newRow("a line of Windows") << "\xef\xbb\xbf" + secret + "\r\n" << secret;
    QTest::newRow("blanks") << "\n \t" + secret + " \n\n" << secret;
    QTest::newRow("quotes") << '\'' + secret + '\'' << secret;
    QTest::newRow("a zero-width space") << "\xe2\x80\x8b" + secret << secret;
    QTest::newRow("an assignment") << "AUTH0_CLIENT_SECRET=" + secret << secret;
    QTest::newRow("another name") << "export ACME_SECRET='" + secret + "'\n" << secret;
    QTest::newRow("an .env file") << "AUTH0_DOMAIN=acme.eu.auth0.com\nAUTH0_CLIENT_ID=id\n"
                                     "AUTH0_CLIENT_SECRET=\""
            + secret
            + "\"\nPORT=80\n" << secret;
    QTest::newRow("JSON") << "{\n  \"client_id\": \"id\",\n  \"client_secret\": \"" + secret + "\"}"
                          << secret;
    QTest::newRow("the first line") << secret + "\nnot a part of it\n" << secret;
    QTest::newRow("padding") << "abcd=="_ba
                             << "abcd=="_ba;
    QTest::newRow("special signs") << "a=b;c,d<e>$f"_ba
                                   << "a=b;c,d<e>$f"_ba;
    QTest::newRow("special signs in an .env file")
        << "AUTH0_CLIENT_SECRET=a=b;c,d<e>$f\nPORT=80\n"_ba
        << "a=b;c,d<e>$f"_ba;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                          "a\0"
                                          "b\0"
                                          "\r\0\n\0",
                                          10)
                            << "ab"_ba;
}

void TestStartupAccess::clientSecretMayBePasted()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, secret);
    QCOMPARE(shownAccess(accessFor({.clientId = u"id"_s, .clientSecretFile = file(text)}, {}, {})),
             "id:" + secret);
}

void TestStartupAccess::invalidClientSecretIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << "\n \n"_ba;
    QTest::newRow("words") << "canary with blanks"_ba;
    QTest::newRow("an assignment without a value") << "AUTH0_CLIENT_SECRET="_ba;
    QTest::newRow("another assignment") << "AUTH0_DOMAIN=canary.auth0.com"_ba;
    QTest::newRow("not ASCII") << "can\xc3\xa4ry"_ba;
    QTest::newRow("a control character") << "can\x01ry"_ba;
    QTest::newRow("too long") << QByteArray(1025, 's');
    QTest::newRow("far too long") << QByteArray(1'000'000, 's');
}

void TestStartupAccess::invalidClientSecretIsAnError()
{
    QFETCH(QByteArray, text);
    const QByteArray shown =
        shownAccess(accessFor({.clientId = u"id"_s, .clientSecretFile = file(text)}, {}, {}));
    QVERIFY2(shown.startsWith("error: --client-secret-file: "), shown.constData());
    QVERIFY(!shown.contains("canary") && !shown.contains("can"));
    if (text.trimmed().isEmpty() || text.size() > 100'000)
        return;
    qputenv("AUTH0_CLIENT_ID", "id");
    qputenv("AUTH0_CLIENT_SECRET", text);
    const QByteArray ofVariable = shownAccess(accessFor({}, {}, {}));
    QVERIFY2(ofVariable.startsWith("error: AUTH0_CLIENT_SECRET: "), ofVariable.constData());
}

void TestStartupAccess::halfAnApplicationIsAnError_data()
{
    QTest::addColumn<TenantOptions>("options");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("an ID of an option") << TenantOptions{.clientId = u"id"_s} << QByteArray()
                                        << QByteArray() << "The client ID has no secret"_ba;
    QTest::newRow("an ID of a variable")
        << TenantOptions() << "id"_ba << QByteArray() << "The client ID has no secret"_ba;
    QTest::newRow("a secret of a variable") << TenantOptions() << QByteArray() << "canary"_ba
                                            << "The client secret has no ID"_ba;
    QTest::newRow("a secret of a file")
        << TenantOptions{.clientSecretFile = u"secret"_s} << QByteArray() << QByteArray()
        << "The client secret has no ID"_ba;
}

void TestStartupAccess::halfAnApplicationIsAnError()
{
    QFETCH(TenantOptions, options);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, part);
    if (!options.clientSecretFile.isEmpty())
        options.clientSecretFile = file("canary");
    qputenv("AUTH0_CLIENT_ID", id);
    qputenv("AUTH0_CLIENT_SECRET", secret);
    const QByteArray shown = shownAccess(accessFor(options, {}, {}));
    QVERIFY2(shown.startsWith(QByteArray("error: " + part)), shown.constData());
    QVERIFY(!shown.contains("canary"));
}

void TestStartupAccess::theDemoTenantNeedsNoApplication()
{
    qputenv("AUTH0_CLIENT_ID", "id");
    QCOMPARE(shownAccess(accessFor({.demo = true}, {}, {})), "none"_ba);
}

void TestStartupAccess::audienceByPrecedence()
{
    const Profile saved{.id = u"p"_s,
                        .domain = u"login.acme.com"_s,
                        .access = AccessKind::Application,
                        .clientId = u"of the profile"_s,
                        .audience = u"https://acme.eu.auth0.com/api/v2/"_s};
    const auto audience = [&] {
        qputenv("AUTH0_CLIENT_ID", "id");
        qputenv("AUTH0_CLIENT_SECRET", "canary");
        const auto input = accessFor({}, {saved}, u"p"_s);
        return input && input->access.signsIn() ? input->access.application.audience : u"none"_s;
    };
    QCOMPARE(audience(), saved.audience);
    qputenv("AUTH0_AUDIENCE", "https://other.eu.auth0.com/api/v2/\n");
    QCOMPARE(audience(), u"https://other.eu.auth0.com/api/v2/"_s);
    qputenv("AUTH0_AUDIENCE", "https://other.eu.auth0.com/api/v2/");
    const auto input = accessFor({}, {saved}, u"p"_s); // for the profile's own application
    QCOMPARE(input->access.application.audience, u"https://other.eu.auth0.com/api/v2/"_s);
    QVERIFY(!input->access.isComplete());
    QCOMPARE(input->profile->audience, saved.audience);
}

void TestStartupAccess::applicationIsAlwaysRemovedFromTheEnvironment()
{
    for (const QByteArray &domain : {"acme.auth0.com"_ba, "acme"_ba}) {
        for (const QByteArray &token : {"a.b.c"_ba, "a b"_ba, ""_ba}) {
            for (const bool isDemo : {false, true}) {
                qputenv("AUTH0_DOMAIN", domain);
                qputenv("AUTH0_API_TOKEN", token);
                const QList<const char *> names{"AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET",
                                                "AUTH0_AUDIENCE"};
                for (const char *name : names)
                    qputenv(name, "canary");
                const auto input = accessFor({.demo = isDemo}, {}, {});
                Q_UNUSED(input)
                for (const char *name : names)
                    QVERIFY(!qEnvironmentVariableIsSet(name));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestStartupAccess)
#include "tst_startupaccess.moc"
