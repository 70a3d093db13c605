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

private:
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
    qunsetenv("AUTH0_DOMAIN");
    qunsetenv("AUTH0_API_TOKEN");
}

void TestStartupAccess::cleanup()
{
    qunsetenv("AUTH0_DOMAIN");
    qunsetenv("AUTH0_API_TOKEN");
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
    QVERIFY2(input.error().message.startsWith(u"AUTH0_API_TOKEN: This token is not whole"_s),
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

QTEST_GUILESS_MAIN(TestStartupAccess)
#include "tst_startupaccess.moc"
