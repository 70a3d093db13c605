// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

//! The network's settings.
class tst_SettingsNetwork final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void networkIsRemembered();
    void networkFallsBackValueByValue_data();
    void networkFallsBackValueByValue();

private:
    void write(const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void tst_SettingsNetwork::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(u"vestibule.ini"_s);
}

void tst_SettingsNetwork::write(const QByteArray &content) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void tst_SettingsNetwork::networkIsRemembered()
{
    const NetworkSettings network{
        .proxyMode = NetworkSettings::ProxyMode::Manual,
        .proxyHost = u"proxy.acme.com"_s,
        .proxyPort = 65535,
        .proxyUser = u"me, myself"_s,
        .caCertificateFile = u"/etc/ssl/acme ca.pem"_s,
        .timeout = 3600s,
    };
    Settings(m_path).setNetwork(network);
    QCOMPARE(Settings(m_path).network(), network);
    Settings(m_path).setNetwork({});
    QCOMPARE(Settings(m_path).network(), NetworkSettings());
}

void tst_SettingsNetwork::networkFallsBackValueByValue_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"proxyMode=tor", "proxyMode=", "proxyMode=a,b", "proxyPort=0",
                             "proxyPort=65536", "proxyPort=-1", "proxyPort=http", "proxyPort=1,2",
                             "timeoutSeconds=0", "timeoutSeconds=3601", "timeoutSeconds=soon",
                             "timeoutSeconds=99999999999999", "timeoutSeconds=@Rect(1 2 3 4)"})
        QTest::newRow(line) << QByteArray(line);
}

void tst_SettingsNetwork::networkFallsBackValueByValue()
{
    QFETCH(QByteArray, line);
    write("[network]\nproxyHost=h\nproxyUser=u\n" + line + '\n');
    const NetworkSettings expected{.proxyHost = u"h"_s, .proxyUser = u"u"_s};
    QCOMPARE(Settings(m_path).network(), expected);
}

QTEST_APPLESS_MAIN(tst_SettingsNetwork)
#include "tst_settingsnetwork.moc"
