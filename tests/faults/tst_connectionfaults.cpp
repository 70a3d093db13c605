// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/programfixture.h"
#include "store/settings.h"
#include "support/networkthreads.h"
#include "support/testcertificate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

// {"alg":"RS256"}.{"scope":"read:organization_connections"}, and no signature
constexpr char Token[] =
    "eyJhbGciOiJSUzI1NiJ9.eyJzY29wZSI6InJlYWQ6b3JnYW5pemF0aW9uX2Nvbm5lY3Rpb25zIn0.AA";
constexpr int Rows = 4000;

//! endingserver.py with a certificate.
class EndingServer final {
public:
    EndingServer(const TestCertificate &certificate, const QStringList &options)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // Debian's Python, which has Debian's python3-h2; another one may come first in the PATH.
        const QString debians = u"/usr/bin/python3"_s;
        m_process.start(QFile::exists(debians) ? debians : u"python3"_s,
                        QStringList{u"" ENDING_SERVER ""_s, certificate.certificateFile,
                                    certificate.privateKeyFile}
                            + options);
        if (m_process.waitForReadyRead(20'000))
            m_port = QString::fromLatin1(m_process.readLine().trimmed()).section(u'=', 1);
    }
    EndingServer(const EndingServer &) = delete;
    EndingServer &operator=(const EndingServer &) = delete;
    ~EndingServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] bool isRunning() const { return !m_port.isEmpty(); }
    [[nodiscard]] QString address() const { return u"https://127.0.0.1:"_s + m_port; }
    //! The protocol of each connection so far.
    [[nodiscard]] QList<QByteArray> protocols()
    {
        while (m_process.waitForReadyRead(50)) {}
        m_lines += m_process.readAll();
        return m_lines.isEmpty() ? QList<QByteArray>() : m_lines.trimmed().split('\n');
    }

private:
    QProcess m_process;
    QString m_port;
    QByteArray m_lines;
};

} // namespace

//! Connections that a server ends, as servers do after some requests, when they are idle and when
//! they are reloaded: a GET that was not answered is sent again. The program runs as a whole,
//! because Qt's own log goes to its standard error.
class TestConnectionFaults final : public QObject, private ProgramFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_tenant.reset(); }
    void cleanupTestCase() { QTRY_VERIFY(networkThreadsAreGone()); }

    void serverSpeaksHttp2WithThoseWhoAsk();
    void serverRefusesStreams();
    void endedConnectionsLoseNothing_data();
    void endedConnectionsLoseNothing();
    void connectionThatEndsBeforeTlsIsTriedAgain();
    void connectionWithoutTlsIsGivenUp();
    void idleConnectionsMayEndWhileTheRateLimitIsWaitedFor();
    void serverThatNeverAnswersIsGivenUpSoon();
    void stoppedProgramGoesOn();

private:
    [[nodiscard]] Result exportFrom(const EndingServer &server) const
    {
        return run({u"--domain"_s, server.address(), u"--organization"_s, u"org_1"_s, u"--quiet"_s,
                    u"--export"_s, path(u"rows.csv"_s)});
    }
    //! Of a client that takes HTTP/2 when the server offers it, one after the other.
    [[nodiscard]] QList<QNetworkReply::NetworkError> readOverHttp2(const EndingServer &server,
                                                                   int requests) const;

    std::unique_ptr<TestAuthority> m_authority;
    TestCertificate m_certificate;
};

void TestConnectionFaults::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    prepare();
    setToken(Token);
    m_authority = std::make_unique<TestAuthority>(m_folder->path());
    m_certificate = m_authority->issue();
    Settings(path(u"vestibule/vestibule.ini"_s))
        .setNetwork({.caCertificateFile = m_authority->certificateFile()});
}

QList<QNetworkReply::NetworkError> TestConnectionFaults::readOverHttp2(const EndingServer &server,
                                                                       int requests) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromPath(m_authority->certificateFile()));
    QNetworkAccessManager manager;
    QList<QNetworkReply::NetworkError> errors;
    for (int i = 0; i < requests; ++i) {
        QNetworkRequest request(QUrl(server.address() + u"/?page=0&per_page=2"_s));
        request.setSslConfiguration(tls);
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!finished.wait(10'000))
            qFatal("no end of a request");
        errors.append(reply->error());
    }
    return errors;
}

void TestConnectionFaults::serverSpeaksHttp2WithThoseWhoAsk()
{
    EndingServer server(m_certificate, {});
    QVERIFY(server.isRunning());
    QCOMPARE(readOverHttp2(server, 1), {QNetworkReply::NoError});
    QCOMPARE(server.protocols(), {"h2"});
}

void TestConnectionFaults::serverRefusesStreams()
{
    EndingServer server(m_certificate, {u"--ending"_s, u"refused"_s});
    QVERIFY(server.isRunning());
    QLoggingCategory::setFilterRules(u"qt.network.http2=false"_s); // it warns of the refusal
    const QList<QNetworkReply::NetworkError> errors = readOverHttp2(server, 2);
    QLoggingCategory::setFilterRules({});
    QCOMPARE(errors.at(0), QNetworkReply::NoError);
    QVERIFY(errors.at(1) != QNetworkReply::NoError);
}

void TestConnectionFaults::endedConnectionsLoseNothing_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<bool>("isNotified"); // whether TLS is ended before the connection
    for (const bool isNotified : {false, true}) {
        for (const char *ending : {"announced", "sudden", "unanswered", "cut"})
            QTest::addRow("%s%s", ending, isNotified ? ", notified" : "")
                << QString::fromLatin1(ending) << isNotified;
    }
    QTest::newRow("reset") << u"reset"_s << false;
    QTest::newRow("refused") << u"refused"_s << false;
}

void TestConnectionFaults::endedConnectionsLoseNothing()
{
    QFETCH(QString, ending);
    QFETCH(bool, isNotified);
    EndingServer server(m_certificate,
                        QStringList{u"--rows"_s, QString::number(Rows), u"--requests"_s, u"7"_s,
                                    u"--ending"_s, ending}
                            + (isNotified ? QStringList{u"--notify"_s} : QStringList()));
    QVERIFY(server.isRunning());
    QElapsedTimer timer;
    timer.start();
    const Result result = exportFrom(server);
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    QCOMPARE(content(u"rows.csv"_s).count("\r\n"), Rows + 1);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    const QList<QByteArray> protocols = server.protocols();
    QVERIFY(protocols.size() >= 6); // 40 pages, 7 for each connection
    QCOMPARE(protocols.count("none"), protocols.size());
}

//! Qt does not send these requests again by itself.
void TestConnectionFaults::connectionThatEndsBeforeTlsIsTriedAgain()
{
    EndingServer server(m_certificate, {u"--rows"_s, u"5"_s, u"--reject"_s, u"1"_s});
    QVERIFY(server.isRunning());
    const Result result = exportFrom(server);
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    QCOMPARE(content(u"rows.csv"_s).count("\r\n"), 6);
}

void TestConnectionFaults::connectionWithoutTlsIsGivenUp()
{
    EndingServer server(m_certificate, {u"--rows"_s, u"5"_s, u"--mute"_s, u"1"_s});
    QVERIFY(server.isRunning());
    const Result result =
        run({u"--domain"_s, server.address(), u"--organization"_s, u"org_1"_s, u"--timeout"_s,
             u"1"_s, u"--quiet"_s, u"--export"_s, path(u"rows.csv"_s)});
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    QCOMPARE(content(u"rows.csv"_s).count("\r\n"), 6);
}

void TestConnectionFaults::idleConnectionsMayEndWhileTheRateLimitIsWaitedFor()
{
    EndingServer server(m_certificate,
                        {u"--rows"_s, u"300"_s, u"--idle"_s, u"0.3"_s, u"--wait"_s, u"1.2"_s});
    QVERIFY(server.isRunning());
    const Result result = exportFrom(server);
    QCOMPARE(result.errors, QByteArray());
    QCOMPARE(result.status, 0);
    QCOMPARE(content(u"rows.csv"_s).count("\r\n"), 301);
    QVERIFY(server.protocols().size() >= 3);
}

void TestConnectionFaults::serverThatNeverAnswersIsGivenUpSoon()
{
    EndingServer server(m_certificate, {u"--requests"_s, u"0"_s, u"--ending"_s, u"unanswered"_s});
    QVERIFY(server.isRunning());
    QElapsedTimer timer;
    timer.start();
    const Result result = exportFrom(server);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(result.status, 5);
    QVERIFY2(
        result.errors.contains("cannot be reached: the connection was closed without a response."),
        result.errors.constData());
    QCOMPARE(result.errors.count('\n'), 1);
}

//! When it continues, the time-out has passed, although the tenant has answered.
void TestConnectionFaults::stoppedProgramGoesOn()
{
    m_tenant = std::make_unique<RecordingTenant>(
        Demo::Options{.connections = 1000, .latency = std::chrono::milliseconds(200)});
    QVERIFY(m_tenant->start());
    setToken(m_tenant->accessToken());
    QProcess process;
    start(process,
          here()
              + QStringList{u"--timeout"_s, u"1"_s, u"--quiet"_s, u"--export"_s, path(u"a.csv"_s)});
    QTRY_VERIFY(m_tenant->requests().size() > 1);
    QCOMPARE(::kill(pid_t(process.processId()), SIGSTOP), 0);
    QTest::qWait(2500);
    QCOMPARE(::kill(pid_t(process.processId()), SIGCONT), 0);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(content(u"a.csv"_s).count("\r\n"), 1001);
}

QTEST_GUILESS_MAIN(TestConnectionFaults)
#include "tst_connectionfaults.moc"
