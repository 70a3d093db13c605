// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/networkpage.h"

#include "core/pastedtext.h"
#include "session/errortext.h"
#include "session/savedviewopener.h"
#include "session/sourcefactory.h"
#include "widgets/controls/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QUrl>

#include <chrono>

#include "ui_networkpage.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A proxy as people paste it: "proxy.acme.example", "proxy.acme.example:3128",
//! "http://user:password@proxy.acme.example:3128/", also as `https_proxy=...`. Invalid if the text
//! is neither a host nor the address of an HTTP proxy.
QUrl proxyUrl(const QString &text)
{
    const QString visible = visibleText(text);
    const QString bare = assignedValue(bareText(visible)).toString();
    const bool hasScheme = bare.contains("://"_L1);
    const bool isIpv6 =
        !hasScheme && bare.count(u':') > 1 && !bare.startsWith(u'[') && !bare.contains(u'@');
    const QUrl url(hasScheme ? bare : isIpv6 ? u"http://[%1]"_s.arg(bare) : "http://"_L1 + bare);
    return url.scheme() == "http"_L1 && !url.host().isEmpty() ? url : QUrl();
}

//! The path of a file as people paste it: with quotes around it, as a file:// address, or from ~.
//! The text itself if there is such a file.
QString pastedPath(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty() || QFileInfo::exists(typed))
        return QDir::fromNativeSeparators(typed);
    const QString visible = visibleText(typed);
    const QString bare = bareText(visible).toString();
    if (const QString path = localFile(QUrl(bare)); !path.isEmpty())
        return path;
    if (bare.startsWith("~/"_L1))
        return QDir::homePath() + bare.sliced(1);
    return QDir::fromNativeSeparators(bare);
}

} // namespace

NetworkPage::NetworkPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NetworkPage>())
{
    m_ui->setupUi(this);
    reserveLines(*m_ui->hostHint, 1);
    reserveLines(*m_ui->certificateHint, 1);
    const auto add = [this](NetworkSettings::ProxyMode mode, const QString &text) {
        m_ui->proxyField->addItem(text, int(mode));
    };
    add(NetworkSettings::ProxyMode::System, tr("System proxy", "proxy"));
    add(NetworkSettings::ProxyMode::None, tr("None", "proxy"));
    add(NetworkSettings::ProxyMode::Manual, tr("Manual", "proxy"));
    connect(m_ui->proxyField, &QComboBox::currentIndexChanged, this, &NetworkPage::validate);
    connect(m_ui->hostField, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!proxyUrl(text).password().isEmpty()) // must not stay in a field that shows it
            splitProxy();
        validate();
    });
    connect(m_ui->hostField, &QLineEdit::editingFinished, this, &NetworkPage::splitProxy);
    connect(m_ui->certificateField, &QLineEdit::textChanged, this, &NetworkPage::validate);
    connect(m_ui->certificateButton, &QPushButton::clicked, this,
            &NetworkPage::browseForCertificate);
}

//! Overwrites the password's memory, as far as it can be reached.
NetworkPage::~NetworkPage()
{
    const QSignalBlocker blocker(m_ui->passwordField);
    m_ui->passwordField->setText(QString(m_ui->passwordField->text().size(), u'x'));
}

void NetworkPage::showSettings(const NetworkSettings &network, const SourceFactory &sourceFactory)
{
    m_sourceFactory = &sourceFactory;
    m_ui->proxyField->setCurrentIndex(m_ui->proxyField->findData(int(network.proxyMode)));
    m_ui->portField->setValue(network.proxyPort);
    m_ui->userField->setText(network.proxyUser);
    m_ui->hostField->setText(network.proxyHost); // last, because it may hold the other parts
    m_ui->certificateField->setText(QDir::toNativeSeparators(network.caCertificateFile));
    m_ui->timeoutField->setValue(int(network.timeout.count()));
    validate();
}

//! Moves the parts of a pasted address to their own fields.
void NetworkPage::splitProxy()
{
    const QUrl proxy = proxyUrl(m_ui->hostField->text());
    const QString host = proxy.host();
    if (host.isEmpty() || host.compare(m_ui->hostField->text(), Qt::CaseInsensitive) == 0)
        return;
    if (proxy.port() > 0)
        m_ui->portField->setValue(proxy.port());
    if (!proxy.userName().isEmpty())
        m_ui->userField->setText(proxy.userName(QUrl::FullyDecoded));
    if (!proxy.password().isEmpty())
        m_ui->passwordField->setText(proxy.password(QUrl::FullyDecoded));
    m_ui->hostField->setText(host);
}

NetworkSettings NetworkPage::network() const
{
    const QString typedHost = lineOfText(m_ui->hostField->text());
    const QUrl proxy = proxyUrl(typedHost);
    const bool isHost = proxy.host().compare(typedHost, Qt::CaseInsensitive) == 0;
    return {.proxyMode = NetworkSettings::ProxyMode(m_ui->proxyField->currentData().toInt()),
            .proxyHost = isHost ? typedHost : proxy.host(),
            .proxyPort = quint16(proxy.port(m_ui->portField->value())),
            .proxyUser = lineOfText(m_ui->userField->text()),
            .caCertificateFile = pastedPath(m_ui->certificateField->text()),
            .timeout = std::chrono::seconds(m_ui->timeoutField->value())};
}

std::optional<QString> NetworkPage::proxyPassword() const
{
    const QString typed = m_ui->passwordField->text();
    return typed.isEmpty() ? std::nullopt : std::optional(typed);
}

QString NetworkPage::problem() const
{
    const QString problem = hostProblem();
    return problem.isEmpty() ? certificateProblem() : problem;
}

QString NetworkPage::hostProblem() const
{
    const NetworkSettings chosen = network();
    const bool isNeeded = chosen.proxyMode == NetworkSettings::ProxyMode::Manual;
    return isNeeded && chosen.proxyHost.isEmpty() ? tr("Enter the host of the proxy.") : QString();
}

QString NetworkPage::certificateProblem() const
{
    const QString file = network().caCertificateFile;
    const auto problem = file.isEmpty() || !m_sourceFactory
        ? std::nullopt
        : m_sourceFactory->certificateProblem(file);
    return problem ? problemText(*problem) : QString();
}

void NetworkPage::validate()
{
    const NetworkSettings chosen = network();
    const bool isManual = chosen.proxyMode == NetworkSettings::ProxyMode::Manual;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->hostLabel, m_ui->hostField, m_ui->portField, m_ui->userLabel, m_ui->userField,
             m_ui->passwordLabel, m_ui->passwordField})
        widget->setEnabled(isManual);
    showHint(*m_ui->hostHint, tr("An HTTP proxy; its whole address can be pasted here."),
             hostProblem());
    m_ui->hostHint->setEnabled(isManual);
    showHint(*m_ui->certificateHint,
             chosen.caCertificateFile.isEmpty() ? QString()
                                                : tr("This certificate will be trusted."),
             certificateProblem());
    Q_EMIT changed();
}

void NetworkPage::browseForCertificate()
{
    auto *dialog = new QFileDialog(this, tr("CA certificate"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Certificates (%1)").arg(u"*.pem *.crt *.cer"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_ui->certificateField->setText(QDir::toNativeSeparators(file));
    });
    dialog->open();
}

} // namespace Vestibule
