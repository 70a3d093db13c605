// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "faultbench.h"

#include "demo/authentication.h"
#include "models/displaytext.h"
#include "net/applicationsignin.h"
#include "net/managementclient.h"
#include "net/networkaccess.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

QStringList s_logged; // a message handler is a plain function without a this
QMutex s_mutex; // the demo tenant logs in another thread

void keep(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &text)
{
    const QMutexLocker lock(&s_mutex);
    s_logged.append(text);
}

constexpr RetryPolicy Quick{.firstDelay = 1ms, .maximumDelay = 1s, .maximumWait = 2500ms};

} // namespace

FaultBench::FaultBench()
{
    if (!m_tenant.start())
        qFatal("%s", qPrintable(m_tenant.errorString()));
    m_access = {.domain = *TenantDomain::fromText(m_tenant.domain()),
                .token = *AccessToken::fromText(QString::fromLatin1(m_tenant.accessToken()))};
}

FaultBench::~FaultBench() = default;

TenantAccess FaultBench::applicationAccess() const
{
    return {.domain = m_access.domain,
            .application = {.clientId = QString::fromLatin1(Demo::ClientId),
                            .secret = SecretBytes(Demo::ClientSecret)}};
}

QString FaultBench::run(const QStringList &faults, const Target &target,
                        const FaultExpectation &expected)
{
    {
        const QMutexLocker lock(&s_mutex);
        s_logged.clear();
    }
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);
    const auto handler = qInstallMessageHandler(keep);
    QString problem = runLogged(faults, target, expected);
    qInstallMessageHandler(handler);
    QLoggingCategory::setFilterRules({});
    return problem.isEmpty() ? findSecret(target.access) : problem;
}

void FaultBench::addBadCertificates()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<int>("firstDay"); // from today
    QTest::addColumn<int>("lastDay");
    QTest::addColumn<bool>("isTrusted"); // whether its authority is trusted
    QTest::addColumn<QByteArray>("sentence");
    const QStringList own{u"127.0.0.1"_s};
    QTest::newRow("unknown authority")
        << own << -1 << 1 << false << QByteArray("an authority that this computer trusts");
    QTest::newRow("expired") << own << -9 << -1 << true << QByteArray("its certificate expired on");
    QTest::newRow("not yet valid") << own << 2 << 9 << true << QByteArray("is not valid before");
    QTest::newRow("another host") << QStringList{u"other.example"_s} << -1 << 1 << true
                                  << QByteArray("for another host (other.example)");
}

QString FaultBench::runAtBadCertificate(TenantAccess access)
{
    QFETCH(const QStringList, hosts);
    QFETCH(const int, firstDay);
    QFETCH(const int, lastDay);
    QFETCH(const bool, isTrusted);
    QFETCH(const QByteArray, sentence);
    const QTemporaryDir folder;
    TestAuthority authority(folder.path());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TestCertificate certificate = authority.issue(
        {.hosts = hosts, .notBefore = now.addDays(firstDay), .notAfter = now.addDays(lastDay)});
    RecordingTenant tenant({.certificateFile = certificate.certificateFile,
                            .privateKeyFile = certificate.privateKeyFile});
    if (!tenant.start())
        return tenant.errorString();
    access.domain = *TenantDomain::fromText(tenant.domain());
    const QString problem =
        run({}, {.access = access, .options = isTrusted ? trusting(authority) : RequestOptions()},
            {ApiError::Kind::Tls, 0, sentence.constData(), ExitStatus::NoAnswer, 5s,
             ErrorAction::OpenNetworkSettings});
    return problem.isEmpty() && !tenant.requests().isEmpty() ? u"a request was sent"_s : problem;
}

QString FaultBench::runAtPlainHttp(TenantAccess access, const char *sentence)
{
    RecordingTenant tenant;
    if (!tenant.start())
        return tenant.errorString();
    access.domain = *TenantDomain::fromText("https://"_L1 + tenant.domain());
    const QString problem = run({}, {.access = access},
                                {ApiError::Kind::Tls, 0, sentence, ExitStatus::NoAnswer, 5s,
                                 ErrorAction::OpenNetworkSettings});
    return problem.isEmpty() && !tenant.requests().isEmpty() ? u"a request was sent"_s : problem;
}

RequestOptions FaultBench::trusting(const TestAuthority &authority)
{
    NetworkAccess network;
    network.apply({.caCertificateFile = authority.certificateFile()}, {});
    return {.tls = network.tls()};
}

QString FaultBench::runLogged(const QStringList &faults, const Target &target,
                              const FaultExpectation &expected)
{
    m_tenant.setFaults({});
    const QString tokenEndpoint = QString::fromLatin1(Demo::TokenTarget);
    if (!m_tenant.setFaultsAt(tokenEndpoint, {}))
        return u"no token endpoint"_s;
    const QString healthy = m_tenant.organizations().constFirst().id;
    const auto source = [this](const TenantAccess &access, const RequestOptions &options) {
        m_signIn.reset();
        if (access.signsIn()) {
            m_signIn = std::make_shared<ApplicationSignIn>(m_manager, access.domain,
                                                           access.application, options, Quick);
        }
        return std::make_shared<ManagementClient>(
            m_manager, access, ManagementClient::Options{.request = options, .retry = Quick},
            nullptr, m_signIn);
    };
    m_browser.open(source(m_access, {}), {.organizationId = healthy});
    if (const QString problem = settle(10s); !problem.isEmpty())
        return u"the healthy page: "_s + problem;
    if (m_browser.model()->rowCount() != HealthyRows)
        return u"the healthy page lacks rows"_s;

    m_tenant.setFaults(faults);
    if (!m_tenant.setFaultsAt(tokenEndpoint, target.tokenFaults))
        return u"no token endpoint"_s;
    m_browser.replaceSource(source(target.access, target.options));
    m_browser.reload();
    if (const QString problem = settle(expected.longest); !problem.isEmpty())
        return problem;
    return compare(target, expected);
}

QString FaultBench::settle(std::chrono::milliseconds longest)
{
    const bool isSettled =
        QTest::qWaitFor([this] { return m_browser.state() != ConnectionBrowser::State::Loading; },
                        int(longest.count()));
    return isSettled ? QString() : u"no result within %1 ms"_s.arg(longest.count());
}

QString FaultBench::compare(const Target &target, const FaultExpectation &expected)
{
    const auto &error = m_browser.error();
    if (!expected.kind) {
        const bool isLoaded = !error && m_browser.state() == ConnectionBrowser::State::Loaded;
        return isLoaded ? QString()
                        : u"no page: "_s + errorText(*error, target.access.domain.text());
    }
    if (!error)
        return u"a page came"_s;
    m_sentence = errorText(*error, target.access.domain.text());
    if (error->kind != *expected.kind)
        return u"kind %1, and %2"_s.arg(int(error->kind)).arg(m_sentence);
    if (error->httpStatus != expected.httpStatus)
        return u"status %1"_s.arg(error->httpStatus);
    if (!m_sentence.contains(QString::fromUtf8(expected.sentence)))
        return u"the sentence is: "_s + m_sentence;
    if (!m_sentence.endsWith(u'.') && !m_sentence.endsWith(u'?') && !m_sentence.endsWith(u')'))
        return u"not a sentence: "_s + m_sentence;
    constexpr qsizetype LongestSentence = 1000; // a banner of a few lines
    if (m_sentence.size() > LongestSentence || displaySafe(m_sentence) != m_sentence)
        return u"not to be displayed: "_s + m_sentence;
    if (exitStatus(*error) != expected.exitStatus)
        return u"exit status %1"_s.arg(int(exitStatus(*error)));
    if (errorAction(*error) != expected.action)
        return u"action %1"_s.arg(int(errorAction(*error)));
    if (m_browser.model()->rowCount() != HealthyRows)
        return u"%1 rows are left"_s.arg(m_browser.model()->rowCount());
    return {};
}

//! Looks for the signatures of the tokens and for the application's secret, which nothing else in
//! the test contains.
QString FaultBench::findSecret(const TenantAccess &access) const
{
    const auto textOf = [](const SecretBytes &secret) { return QString::fromUtf8(secret.bytes()); };
    const auto signatureOf = [&](const AccessToken &token) {
        const QString text = textOf(token.secret());
        return text.mid(text.lastIndexOf(u'.') + 1);
    };
    QStringList secrets{signatureOf(access.token), textOf(access.application.secret)};
    if (m_signIn)
        secrets.append(signatureOf(m_signIn->token()));
    secrets.removeAll(QString());
    QMutexLocker lock(&s_mutex);
    QStringList places = s_logged;
    lock.unlock();
    places.append(m_sentence);
    if (const auto &error = m_browser.error())
        places += {error->detail, error->errorCode, error->request};
    for (const QString &place : places) {
        for (const QString &secret : secrets) {
            if (place.contains(secret))
                return u"a secret is in: "_s + place;
        }
    }
    return {};
}
