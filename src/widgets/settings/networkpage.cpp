// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/networkpage.h"

#include "session/errortext.h"
#include "session/sourcefactory.h"

#include <QDir>
#include <QFileDialog>
#include <QSignalBlocker>

#include <chrono>

#include "ui_networkpage.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

NetworkPage::NetworkPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NetworkPage>())
{
    m_ui->setupUi(this);
    const auto add = [this](NetworkSettings::ProxyMode mode, const QString &text) {
        m_ui->proxyField->addItem(text, int(mode));
    };
    add(NetworkSettings::ProxyMode::System, tr("The system's", "proxy"));
    add(NetworkSettings::ProxyMode::None, tr("None", "proxy"));
    add(NetworkSettings::ProxyMode::Manual, tr("This one:", "proxy"));
    connect(m_ui->proxyField, &QComboBox::currentIndexChanged, this, &NetworkPage::validate);
    connect(m_ui->hostField, &QLineEdit::textChanged, this, &NetworkPage::validate);
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
    m_ui->hostField->setText(network.proxyHost);
    m_ui->portField->setValue(network.proxyPort);
    m_ui->userField->setText(network.proxyUser);
    m_ui->certificateField->setText(QDir::toNativeSeparators(network.caCertificateFile));
    m_ui->timeoutField->setValue(int(network.timeout.count()));
    validate();
}

NetworkSettings NetworkPage::network() const
{
    return {.proxyMode = NetworkSettings::ProxyMode(m_ui->proxyField->currentData().toInt()),
            .proxyHost = m_ui->hostField->text().trimmed(),
            .proxyPort = quint16(m_ui->portField->value()),
            .proxyUser = m_ui->userField->text().trimmed(),
            .caCertificateFile =
                QDir::fromNativeSeparators(m_ui->certificateField->text().trimmed()),
            .timeout = std::chrono::seconds(m_ui->timeoutField->value())};
}

std::optional<QString> NetworkPage::proxyPassword() const
{
    const QString typed = m_ui->passwordField->text();
    return typed.isEmpty() ? std::nullopt : std::optional(typed);
}

QString NetworkPage::problem() const
{
    const NetworkSettings chosen = network();
    if (chosen.proxyMode == NetworkSettings::ProxyMode::Manual && chosen.proxyHost.isEmpty())
        return tr("Enter the host of the proxy.");
    return certificateProblem();
}

//! Why the certificate cannot be used, in a sentence; empty if there is none, or no problem.
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
    const QString trouble = certificateProblem();
    const bool isTrusted = !chosen.caCertificateFile.isEmpty() && trouble.isEmpty();
    m_ui->certificateHint->setText(isTrusted ? tr("It will be trusted.") : trouble);
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
