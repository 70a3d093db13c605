// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/accessinput.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestAccessInput final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingGivenIsNothingKnown();
    void domainByPrecedence_data();
    void domainByPrecedence();
    void givenDomainThatIsNoneIsAnError();
    void savedDomainThatIsNoneIsPassedOver();
    void tokenByPrecedence();
    void tokenFile_data();
    void tokenFile();
    void tokenFileThatIsNoTokenIsAnError_data();
    void tokenFileThatIsNoTokenIsAnError();
    void tokenFileThatCannotBeReadIsAnError_data();
    void tokenFileThatCannotBeReadIsAnError();
    void tokenVariableThatIsNoneIsAnError();
    void tokenLeavesTheEnvironmentInAnyCase_data();
    void tokenLeavesTheEnvironmentInAnyCase();
    void organizationByPrecedence();
    void savedOrganizationIsNotAskedOfAnotherTenant();
    void missingInputIsNamed();

private:
    [[nodiscard]] QString file(const QByteArray &content) const;
    static QByteArray header(const Result<AccessInput, UsageError> &input)
    {
        return input ? input->access.token.authorizationHeader() : QByteArray("(an error)");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAccessInput::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    qunsetenv("AUTH0_DOMAIN");
    qunsetenv("AUTH0_API_TOKEN");
}

void TestAccessInput::cleanup()
{
    qunsetenv("AUTH0_DOMAIN");
    qunsetenv("AUTH0_API_TOKEN");
}

QString TestAccessInput::file(const QByteArray &content) const
{
    QFile made(m_folder->filePath(u"token"_s));
    if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
        qFatal("no file for the token");
    return made.fileName();
}

void TestAccessInput::nothingGivenIsNothingKnown()
{
    const auto input = readAccess({}, {}, {});
    QVERIFY(input.has_value());
    QVERIFY(input->access.domain.isEmpty() && input->access.token.isEmpty());
    QVERIFY(!input->access.isComplete());
    QVERIFY(input->organizationId.isEmpty());
}

void TestAccessInput::domainByPrecedence_data()
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

void TestAccessInput::domainByPrecedence()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, variable);
    QFETCH(QString, saved);
    QFETCH(QString, expected);
    CommandLine line;
    if (!option.isEmpty())
        line.domain = *TenantDomain::fromText(option);
    qputenv("AUTH0_DOMAIN", variable);
    const auto input = readAccess(line, {{.domain = saved}}, {});
    QVERIFY(input.has_value());
    QCOMPARE(input->access.domain.text(), expected);
}

void TestAccessInput::givenDomainThatIsNoneIsAnError()
{
    for (const char *value : {"acme", "http://acme.auth0.com", "a b", " "}) {
        qputenv("AUTH0_DOMAIN", value);
        const auto input = readAccess({}, {{.domain = u"saved.auth0.com"_s}}, {});
        QVERIFY2(!input, value);
        QVERIFY(input.error().message.startsWith(u"AUTH0_DOMAIN: "_s));
        QVERIFY(input.error().message.endsWith(u'.'));
    }
}

void TestAccessInput::savedDomainThatIsNoneIsPassedOver()
{
    const auto input = readAccess({}, {{.domain = u"http://acme.auth0.com"_s}}, {});
    QVERIFY(input.has_value());
    QVERIFY(input->access.domain.isEmpty());
}

void TestAccessInput::tokenByPrecedence()
{
    qputenv("AUTH0_API_TOKEN", "from.the.variable");
    QCOMPARE(header(readAccess({.tokenFile = file("from.the.file")}, {}, {})),
             QByteArray("Bearer from.the.file"));
    qputenv("AUTH0_API_TOKEN", "from.the.variable");
    QCOMPARE(header(readAccess({}, {}, {})), QByteArray("Bearer from.the.variable"));
}

void TestAccessInput::tokenFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("bare") << QByteArray("a.b.c");
    QTest::newRow("line break") << QByteArray("a.b.c\n");
    QTest::newRow("line break of Windows") << QByteArray("a.b.c\r\n");
    QTest::newRow("scheme and blanks") << QByteArray("  Bearer a.b.c \n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a.b.c\n");
    QTest::newRow("more lines") << QByteArray("a.b.c\nanother line\n");
}

void TestAccessInput::tokenFile()
{
    QFETCH(QByteArray, content);
    QCOMPARE(header(readAccess({.tokenFile = file(content)}, {}, {})), QByteArray("Bearer a.b.c"));
}

void TestAccessInput::tokenFileThatIsNoTokenIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an empty line first") << QByteArray("\na.b.c\n");
    QTest::newRow("two words") << QByteArray("seKret two");
    QTest::newRow("not ASCII") << QByteArray("seKr\xc3\xa9t");
    QTest::newRow("binary") << QByteArray("seKret\0\1", 8);
    QTest::newRow("far too long") << QByteArray("seKret").repeated(200'000);
}

void TestAccessInput::tokenFileThatIsNoTokenIsAnError()
{
    QFETCH(QByteArray, content);
    const auto input = readAccess({.tokenFile = file(content)}, {}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.startsWith(u"--token-file: "_s));
    QVERIFY(!input.error().message.contains(u"seKr"_s));
}

void TestAccessInput::tokenFileThatCannotBeReadIsAnError_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("gone") << u"gone"_s;
    QTest::newRow("a folder") << u"."_s;
}

void TestAccessInput::tokenFileThatCannotBeReadIsAnError()
{
    QFETCH(QString, name);
    const auto input = readAccess({.tokenFile = m_folder->filePath(name)}, {}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.contains(m_folder->path()));
    QVERIFY(input.error().message.endsWith(u'.') && !input.error().message.endsWith(u".."_s));
}

void TestAccessInput::tokenVariableThatIsNoneIsAnError()
{
    qputenv("AUTH0_API_TOKEN", "seKret two");
    const auto input = readAccess({}, {}, {});
    QVERIFY(!input);
    QVERIFY(input.error().message.startsWith(u"AUTH0_API_TOKEN: "_s));
    QVERIFY(!input.error().message.contains(u"seKret"_s));
}

void TestAccessInput::tokenLeavesTheEnvironmentInAnyCase_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QString>("tokenFile");
    QTest::newRow("good") << QByteArray("a.b.c") << QByteArray() << QString();
    QTest::newRow("bad token") << QByteArray("a b") << QByteArray() << QString();
    QTest::newRow("bad domain") << QByteArray("a.b.c") << QByteArray("acme") << QString();
    QTest::newRow("a file instead") << QByteArray("a.b.c") << QByteArray() << u"/gone"_s;
}

void TestAccessInput::tokenLeavesTheEnvironmentInAnyCase()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, domain);
    QFETCH(QString, tokenFile);
    qputenv("AUTH0_API_TOKEN", token);
    qputenv("AUTH0_DOMAIN", domain);
    const auto input = readAccess({.tokenFile = tokenFile}, {}, {});
    Q_UNUSED(input)
    QVERIFY(!qEnvironmentVariableIsSet("AUTH0_API_TOKEN"));
}

void TestAccessInput::organizationByPrecedence()
{
    Profile saved{.domain = u"saved.auth0.com"_s, .organizationId = u"org_2"_s};
    QCOMPARE(readAccess({.organizationId = u"org_1"_s}, {saved}, {})->organizationId, u"org_1"_s);
    QCOMPARE(readAccess({}, {saved}, {})->organizationId, u"org_2"_s);
    for (const QString &unusable : {u".."_s, u"a b"_s, QString(51, u'x')}) {
        saved.organizationId = unusable;
        QVERIFY(readAccess({}, {saved}, {})->organizationId.isEmpty());
    }
}

void TestAccessInput::savedOrganizationIsNotAskedOfAnotherTenant()
{
    const Profile saved{.domain = u"saved.auth0.com"_s, .organizationId = u"org_2"_s};
    CommandLine line;
    line.domain = *TenantDomain::fromText(u"other.auth0.com"_s);
    QVERIFY(readAccess(line, {saved}, {})->organizationId.isEmpty());
    line.domain = *TenantDomain::fromText(u"https://SAVED.auth0.com/"_s);
    QCOMPARE(readAccess(line, {saved}, {})->organizationId, u"org_2"_s);
    qputenv("AUTH0_DOMAIN", "other.auth0.com");
    QVERIFY(readAccess({}, {saved}, {})->organizationId.isEmpty());
}

void TestAccessInput::missingInputIsNamed()
{
    AccessInput input;
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

QTEST_GUILESS_MAIN(TestAccessInput)
#include "tst_accessinput.moc"
