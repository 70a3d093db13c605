// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"
#include "store/settings.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What people paste into the command line, its environment, its files and the settings file of
//! `vestibule`: it is understood, or refused before the tenant is asked.
class TestProgramPaste final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void inputIsUnderstood_data();
    void inputIsUnderstood();
    void standardInputMayStayOpen();
    void nothingIsSentOfWhatIsRefused_data();
    void nothingIsSentOfWhatIsRefused();
    void profileOfTheSettingsIsUnderstood();

private:
    [[nodiscard]] QString id() const { return m_tenant->organizations().constFirst().id; }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    //! The lines of the exported file; -1 if it was not written.
    [[nodiscard]] qsizetype lines() const
    {
        return QFile::exists(path(u"a.csv"_s)) ? content(u"a.csv"_s).count('\n') : -1;
    }
};

void TestProgramPaste::inputIsUnderstood_data()
{
    QTest::addColumn<QString>("token"); // of the file, with %1 for the token
    QTest::addColumn<QString>("variable"); // the same, in the environment
    QTest::addColumn<QString>("organization"); // with %1 for the id
    QTest::addColumn<QString>("domain"); // with %1 for the domain
    const auto add = [](const char *name, const QString &token, const QString &variable = {},
                        const QString &organization = u"%1"_s, const QString &domain = u"%1"_s) {
        QTest::newRow(name) << token << variable << organization << domain;
    };
    add("the token", u"%1\n"_s);
    add("JSON", u"{\n  \"access_token\": \"%1\",\n  \"token_type\": \"Bearer\"\n}\n"_s);
    add(".env file", u"AUTH0_DOMAIN=a.eu.auth0.com\nexport AUTH0_API_TOKEN='%1'\n"_s);
    add("curl", u"curl \\\n -H \"Authorization: Bearer %1\" \\\n https://a.example\n"_s);
    add("zero-width space", u"\u200B%1\u200B"_s);
    add("variable with quotes", {}, u" \"%1\", "_s);
    add("variable with a header", {}, u"Authorization: Bearer %1"_s);
    add("organization with invisible characters", u"%1"_s, {}, u"\u200E%1\u00AD\u00A0"_s);
    add("address of the console", u"%1"_s, {},
        u"https://manage.auth0.com/dashboard/eu/acme/organizations/%1/overview"_s);
    add("address of the API", u"%1"_s, {},
        u"https://acme.eu.auth0.com/api/v2/organizations/%1/connections?page=0"_s);
    add("domain with quotes", u"%1"_s, {}, u"%1"_s, u"\u200B\"http://%1/\","_s);
}

void TestProgramPaste::inputIsUnderstood()
{
    QFETCH(const QString, token);
    QFETCH(const QString, variable);
    QFETCH(const QString, organization);
    QFETCH(const QString, domain);
    const QString secret = QString::fromLatin1(m_tenant->accessToken());
    QStringList arguments{u"--domain"_s,       QString(domain).replace("%1"_L1, m_tenant->domain()),
                          u"--organization"_s, QString(organization).replace("%1"_L1, id()),
                          u"--export"_s,       path(u"a.csv"_s)};
    setToken({});
    if (variable.isEmpty()) {
        write(u"token"_s, QString(token).replace("%1"_L1, secret).toUtf8());
        arguments += {u"--token-file"_s, path(u"token"_s)};
    } else {
        setToken(QString(variable).replace("%1"_L1, secret).toUtf8());
    }
    const Result result = run(arguments);
    QVERIFY2(result.status == 0, result.errors.constData());
    QCOMPARE(lines(), 11);
    QCOMPARE(m_tenant->requests().size(), 1);
    QCOMPARE(m_tenant->requests().constFirst().path.section(u'/', 4, 4), id());
}

//! The program that writes the token may keep the pipe open.
void TestProgramPaste::standardInputMayStayOpen()
{
    setToken({});
    QProcess process;
    start(process,
          here() + QStringList{u"--token-file"_s, u"-"_s, u"--export"_s, path(u"a.csv"_s)});
    process.write(m_tenant->accessToken() + '\n');
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(lines(), 11);
}

void TestProgramPaste::nothingIsSentOfWhatIsRefused_data()
{
    QTest::addColumn<QString>("token"); // with %1 for the token
    QTest::addColumn<int>("cut"); // characters missing at its end
    QTest::addColumn<QString>("organization"); // with %1 for the id
    QTest::addColumn<QByteArray>("reason");
    const QString alone = u"%1"_s;
    QTest::newRow("the end of the token is missing")
        << alone << 2 << alone << "This token is incomplete"_ba;
    QTest::newRow("two tokens") << u"#\nTOKEN=%1\nTOKEN=def\n"_s << 0 << alone
                                << "more than one token"_ba;
    QTest::newRow("an ellipsis") << u"%1…"_s << 0 << alone << "This token is incomplete"_ba;
    QTest::newRow("a web page") << u"<!DOCTYPE html><title>x</title>"_s << 0 << alone
                                << "A token has no spaces"_ba;
    QTest::newRow("organizations of the console")
        << alone << 0 << u"https://manage.auth0.com/dashboard/eu/acme/organizations"_s
        << "This is not the ID of an organization."_ba;
    QTest::newRow("two organizations")
        << alone << 0 << u"%1,org_2"_s << "This is not the ID of an organization."_ba;
}

void TestProgramPaste::nothingIsSentOfWhatIsRefused()
{
    QFETCH(const QString, token);
    QFETCH(const int, cut);
    QFETCH(const QString, organization);
    QFETCH(const QByteArray, reason);
    const QString secret = QString::fromLatin1(m_tenant->accessToken().chopped(cut));
    const QByteArray text = QString(token).replace("%1"_L1, secret).toUtf8();
    const QStringList arguments{u"--domain"_s,       m_tenant->domain(),
                                u"--organization"_s, QString(organization).replace("%1"_L1, id()),
                                u"--export"_s,       path(u"a.csv"_s)};
    write(u"token"_s, text);
    setToken({});
    QList<Result> results{run(arguments + QStringList{u"--token-file"_s, path(u"token"_s)}),
                          run(arguments + QStringList{u"--token-file"_s, u"-"_s}, text)};
    setToken(text);
    results.append(run(arguments));
    for (const Result &result : std::as_const(results)) {
        QCOMPARE(result.status, 2);
        QVERIFY2(result.errors.contains(reason), result.errors.constData());
        QVERIFY(!result.errors.contains(secret.last(20).toLatin1()));
    }
    QCOMPARE(m_tenant->requests().size(), 0);
    QCOMPARE(lines(), -1);
}

//! The file may have been edited.
void TestProgramPaste::profileOfTheSettingsIsUnderstood()
{
    {
        Settings settings(path(u"vestibule/vestibule.ini"_s));
        settings.setProfiles({{.id = u"a"_s,
                               .name = u"acme"_s,
                               .domain = m_tenant->domain(),
                               .organizationId = "https://manage.auth0.com/dashboard/eu/acme/"
                                                 "organizations/"_L1
                                   + id() + u"/overview\u200B"_s}});
    }
    const Result result = run({u"--profile"_s, u"acme"_s, u"--export"_s, path(u"a.csv"_s)});
    QVERIFY2(result.status == 0, result.errors.constData());
    QCOMPARE(lines(), 11);
}

QTEST_GUILESS_MAIN(TestProgramPaste)
#include "tst_programpaste.moc"
