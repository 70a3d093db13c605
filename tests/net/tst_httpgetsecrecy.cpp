// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "httpgettesting.h"
#include "rawserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace HttpGetTesting;

namespace {

//! Longer than a message may be, as real tokens are; no ten characters of it come twice.
QString longToken()
{
    QString text = u"eyJhbGciOiJSUzI1NiJ9."_s;
    for (int i = 0; i < 200; ++i)
        text += QString::number(1'000'000 + i * 7919, 36);
    return text + u".c2lnbmF0dXJl"_s;
}

QByteArray errorBody(const QString &message, const QString &code)
{
    return QJsonDocument(QJsonObject{{u"message"_s, message}, {u"errorCode"_s, code}}).toJson();
}

} // namespace

//! A server, or a proxy before it, may repeat what it was sent: no error may carry it on.
class TestHttpGetSecrecy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void errorDoesNotRepeatTheToken_data();
    void errorDoesNotRepeatTheToken();
    void retryDoesNotRepeatTheToken();
};

void TestHttpGetSecrecy::errorDoesNotRepeatTheToken_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("wire");
    const QString strange = u"quote\"back\\slash/amp&lt<"_s;
    for (const QString &secret : {u"head.body.signature"_s, longToken(), strange}) {
        const auto row = [&](const char *name, const QByteArray &wire) {
            QTest::addRow("%s, %d characters", name, int(secret.size())) << secret << wire;
        };
        const auto message = [&](const QString &text, const QString &code = {}) {
            return RawServer::http("401 Who", errorBody(text, code));
        };
        const QByteArray bytes = secret.toLatin1();
        row("alone", message(secret));
        row("in a sentence", message(u"The token "_s + secret + u" is not good."_s));
        row("twice", message(secret + u" and "_s + secret));
        row("at the end of the longest message", message(QString(290, u'x') + secret));
        row("in the code", message(u"no"_s, secret));
        row("in the status line", "HTTP/1.1 401 " + bytes + "\r\nContent-Length: 0\r\n\r\n");
        row("in the line of a cut off answer",
            "HTTP/1.1 200 " + bytes + "\r\nContent-Length: 9\r\n\r\n");
        row("in a redirect",
            RawServer::http("302 Found", {}, "Location: http://localhost/" + bytes + "\r\n"));
    }
}

void TestHttpGetSecrecy::errorDoesNotRepeatTheToken()
{
    QFETCH(QString, secret);
    QFETCH(QByteArray, wire);
    RawServer server(RawServer::closingBehind(wire));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), NoTimeout, token(secret)));
    QVERIFY(waitForFinished(reply));
    QVERIFY(!reply->result());
    const ApiError &error = reply->result().error();
    const QString all = error.detail + u'\n' + error.errorCode + u'\n' + error.request;
    QVERIFY2(!all.contains(secret.first(12)), qPrintable(all));
    QVERIFY2(!all.contains(secret.last(12)), qPrintable(all));
}

void TestHttpGetSecrecy::retryDoesNotRepeatTheToken()
{
    const QString secret = u"head.body.signature"_s;
    RawServer server(RawServer::sending(RawServer::http("500 Oops", errorBody(secret, secret))));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain(), NoTimeout, token(secret)), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(retry.wait());
    const auto cause = retry.at(0).at(2).value<ApiError>();
    QVERIFY(!cause.detail.contains(secret));
    QVERIFY(!cause.errorCode.contains(secret));
}

QTEST_GUILESS_MAIN(TestHttpGetSecrecy)
#include "tst_httpgetsecrecy.moc"
