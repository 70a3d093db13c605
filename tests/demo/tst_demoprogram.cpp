// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "support/testcertificate.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The program vestibule-demo-tenant.
class TestDemoProgram final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItIsAndEndsOnASignal();
    void helpListsTheFaults();
    void badOptionIsOneSentenceAndStatus2_data();
    void badOptionIsOneSentenceAndStatus2();
    void portInUseIsStatus5();
    void servesHttpsWithACertificate();
    void faultAtAnUnknownOrganizationIsStatus5();
    void uselessCertificateIsStatus5();

private:
    void run(const QStringList &arguments);

    QProcess m_process;
};

void TestDemoProgram::run(const QStringList &arguments)
{
    m_process.start(QStringLiteral(DEMO_PROGRAM), arguments);
    QVERIFY(m_process.waitForFinished(5000));
}

void TestDemoProgram::saysWhereItIsAndEndsOnASignal()
{
    m_process.start(QStringLiteral(DEMO_PROGRAM), {u"--connections"_s, u"3"_s});
    QByteArray output;
    while (output.count('\n') < 5 && m_process.waitForReadyRead(5000)) {
        output += m_process.readAllStandardOutput();
    }
    static const QRegularExpression form(u"^domain=127\\.0\\.0\\.1:\\d+\norganization=org_\\w{16}"
                                         u"\ntoken=[\\w-]+\\.[\\w-]+\\.[\\w-]+\n"
                                         "client-id=\\w{32}\nclient-secret=[\\w-]{64}\n$"_s);
    QVERIFY2(form.match(QString::fromLatin1(output)).hasMatch(), output.constData());
    m_process.terminate();
    QVERIFY(m_process.waitForFinished(1000));
    QCOMPARE(m_process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process.exitCode(), 0);
}

void TestDemoProgram::helpListsTheFaults()
{
    run({u"--help"_s});
    QCOMPARE(m_process.exitCode(), 0);
    const QByteArray help = m_process.readAllStandardOutput();
    const QStringList names = Demo::Tenant::faultNames();
    QVERIFY(names.size() > 50);
    for (const QString &name : names)
        QVERIFY2(help.contains(QByteArray(name.toUtf8() + ": ")), qUtf8Printable(name));
}

void TestDemoProgram::badOptionIsOneSentenceAndStatus2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--prot"_s, u"1"_s};
    QTest::newRow("no value") << QStringList{u"--port"_s};
    QTest::newRow("port") << QStringList{u"--port"_s, u"65536"_s};
    QTest::newRow("connections") << QStringList{u"--connections"_s, u"many"_s};
    QTest::newRow("organizations") << QStringList{u"--organizations"_s, u"0"_s};
    QTest::newRow("too many organizations") << QStringList{u"--organizations"_s, u"100001"_s};
    QTest::newRow("token lifetime") << QStringList{u"--token-lifetime"_s, u"0"_s};
    QTest::newRow("no key") << QStringList{u"--certificate"_s, u"a.pem"_s};
    QTest::newRow("no certificate") << QStringList{u"--key"_s, u"a.pem"_s};
    QTest::newRow("latency") << QStringList{u"--latency"_s, u"-1"_s};
    QTest::newRow("plan") << QStringList{u"--plan"_s, u"gold"_s};
    QTest::newRow("fault") << QStringList{u"--fault"_s, u"slow"_s, u"--fault"_s, u"gremlins"_s};
    QTest::newRow("fault at no organization") << QStringList{u"--fault-at"_s, u"hang"_s};
    QTest::newRow("unknown fault at an organization")
        << QStringList{u"--fault-at"_s, u"acme-corp=gremlins"_s};
    QTest::newRow("requests of a token") << QStringList{u"--token-requests"_s, u"-1"_s};
    QTest::newRow("argument") << QStringList{u"now"_s};
}

void TestDemoProgram::badOptionIsOneSentenceAndStatus2()
{
    QFETCH(QStringList, arguments);
    run(arguments);
    QCOMPARE(m_process.exitCode(), 2);
    QVERIFY(m_process.readAllStandardOutput().isEmpty());
    const QByteArray sentence = m_process.readAllStandardError();
    QCOMPARE(sentence.count('\n'), 1);
    QVERIFY2(sentence.endsWith(".\n"), sentence.constData());
}

void TestDemoProgram::portInUseIsStatus5()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    run({u"--port"_s, QString::number(other.serverPort())});
    QCOMPARE(m_process.exitCode(), 5);
    const QByteArray sentence = m_process.readAllStandardError();
    QCOMPARE(sentence.count('\n'), 1);
    QVERIFY2(sentence.contains("the port is in use"), sentence.constData());
}

void TestDemoProgram::servesHttpsWithACertificate()
{
    const QTemporaryDir directory;
    const auto certificate = TestAuthority(directory.path()).issue();
    m_process.start(
        QStringLiteral(DEMO_PROGRAM),
        {u"--certificate"_s, certificate.certificateFile, u"--key"_s, certificate.privateKeyFile});
    QByteArray output;
    while (output.count('\n') < 3 && m_process.waitForReadyRead(5000))
        output += m_process.readAllStandardOutput();
    QVERIFY2(output.startsWith("domain=https://127.0.0.1:"), output.constData());
    m_process.terminate();
    QVERIFY(m_process.waitForFinished(1000));
}

void TestDemoProgram::faultAtAnUnknownOrganizationIsStatus5()
{
    run({u"--fault-at"_s, u"nobody=hang"_s});
    QCOMPARE(m_process.exitCode(), 5);
    QCOMPARE(m_process.readAllStandardError(), "There is no organization \"nobody\".\n");
}

void TestDemoProgram::uselessCertificateIsStatus5()
{
    run({u"--certificate"_s, u"/nowhere.pem"_s, u"--key"_s, u"/nowhere.pem"_s});
    QCOMPARE(m_process.exitCode(), 5);
    QCOMPARE(m_process.readAllStandardError(),
             "There is no PEM certificate in \"/nowhere.pem\".\n");
}

QTEST_GUILESS_MAIN(TestDemoProgram)
#include "tst_demoprogram.moc"
