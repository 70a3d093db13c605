// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/networkaccess.h"

#include "core/result.h"
#include "net/httpget.h"

#include <QFile>
#include <QMetaObject>
#include <QNetworkReply>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

Result<QList<QSslCertificate>, CertificateProblem> readCertificates(const QString &path)
{
    constexpr qint64 LargestFile = 1024 * 1024; // four times what all certificates of a system need
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return CertificateProblem::Unreadable;
    const QByteArray content = file.read(LargestFile + 1);
    if (content.size() > LargestFile)
        return CertificateProblem::TooLarge;
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(content, QSsl::Pem);
    if (certificates.isEmpty())
        return CertificateProblem::NoCertificate;
    return certificates;
}

} // namespace

NetworkAccess::NetworkAccess(SystemProxies systemProxies)
    : m_systemProxies(std::move(systemProxies))
{
}

std::optional<CertificateProblem> NetworkAccess::apply(const NetworkSettings &settings,
                                                       const QString &proxyPassword)
{
    const QNetworkProxy manual(QNetworkProxy::HttpProxy, settings.proxyHost, settings.proxyPort,
                               settings.proxyUser,
                               settings.proxyUser.isEmpty() ? QString() : proxyPassword);
    m_manager.setProxyFactory(
        new ProxyChoice(settings.proxyMode, manual, m_systemProxies)); // the manager owns it
    HttpTransfer::renewConnections(m_manager); // those through the old proxy
    m_tls.reset();
    return settings.caCertificateFile.isEmpty() ? std::nullopt : trust(settings.caCertificateFile);
}

std::optional<CertificateProblem> NetworkAccess::trust(const QString &certificateFile)
{
    const auto certificates = readCertificates(certificateFile);
    if (!certificates)
        return certificates.error();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(*certificates);
    m_tls = tls;
    return {};
}

std::optional<CertificateProblem> certificateProblem(const QString &file)
{
    const auto certificates = readCertificates(file);
    return certificates ? std::nullopt : std::optional(certificates.error());
}

} // namespace Vestibule
