// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/exportdialog.h"

#include "app/errortext.h"
#include "app/outcometext.h"
#include "app/tenantsession.h"
#include "models/visibletext.h"
#include "widgets/symbolicon.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include "ui_exportdialog.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A name for the file that any file system takes.
QString suggestedName(const QString &organizationId)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9_-]"_s);
    return QString(organizationId).replace(unsafe, u"_"_s) + "-connections.csv"_L1;
}

QString filterText(const PageRequest &request)
{
    if (!request.isEnabled)
        return ExportDialog::tr("all connections");
    return *request.isEnabled ? ExportDialog::tr("enabled connections only")
                              : ExportDialog::tr("disabled connections only");
}

} // namespace

ExportDialog::ExportDialog(TenantSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_page(*session.browser().page())
    , m_source(session.browser().source())
    , m_host(session.access().domain.text())
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    m_ui->whatLabel->setText(
        tr("%1 of %2, %3. Find does not narrow the file.")
            .arg(visibleText(session.privacy().id(m_page.request.organizationId)),
                 session.privacy().name(m_host), filterText(m_page.request)));
    m_ui->allPagesButton->setText(m_page.total
                                      ? tr("&All pages (%n row(s))", nullptr, int(*m_page.total))
                                      : tr("&All pages"));
    m_ui->thisPageButton->setText(tr("&This page (%n row(s))", nullptr, int(m_page.items.size())));
    m_ui->allPagesButton->setChecked(true);
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("&Save as..."));
    m_ui->buttons->button(QDialogButtonBox::Save)->setDefault(true);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    setRunning(false);
    setMinimumWidth(480);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::chooseFile()
{
    const QString saved = m_session.settings().exportFolder();
    const QString folder = QFileInfo(saved).isDir()
        ? saved
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Export to CSV"), folder, tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(suggestedName(m_session.privacy().isOn() ? u"organization"_s
                                                                : m_page.request.organizationId));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

void ExportDialog::exportTo(const QString &path)
{
    m_path = path;
    m_session.settings().setExportFolder(QFileInfo(path).absolutePath());
    const ExportProvenance provenance{.tenantDomain = m_host,
                                      .organizationId = m_page.request.organizationId,
                                      .isEnabled = m_page.request.isEnabled,
                                      .programVersion = QCoreApplication::applicationVersion()};
    m_export = std::make_unique<ConnectionExport>(
        makeFileTarget(path), ConnectionExport::Options{.provenance = provenance});
    connect(m_export.get(), &ConnectionExport::progress, this, &ExportDialog::showProgress);
    connect(m_export.get(), &ConnectionExport::finished, this, &ExportDialog::finish);
    connect(m_export.get(), &ConnectionExport::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                m_ui->resultLabel->setText(
                    waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
            });
    setRunning(true);
    if (m_ui->thisPageButton->isChecked())
        return m_export->start(m_page);
    PageRequest first = m_page.request.at(0);
    first.size = PageRequest::MaximumSize; // the fewest requests
    m_export->start(
        std::make_unique<ListingReader>(m_source, first, ListingReader::Extent::AllPages));
}

//! Cancel stops a running export first, and closes the dialog when there is none.
void ExportDialog::reject()
{
    if (!m_export)
        return QDialog::reject();
    m_export->cancel();
    m_export.reset();
    setRunning(false);
    m_ui->resultLabel->setText(tr("The export was cancelled. Nothing was written."));
}

void ExportDialog::showProgress(qsizetype rows, qsizetype total)
{
    m_ui->progressBar->setRange(0, total < 0 ? 0 : int(total));
    m_ui->progressBar->setValue(int(rows));
    m_ui->resultLabel->setText(total < 0
                                   ? tr("%n row(s) read", nullptr, int(rows))
                                   : tr("%1 of %n row(s) read", nullptr, int(total)).arg(rows));
}

void ExportDialog::finish(const ConnectionExport::Outcome &outcome)
{
    const QString target = m_export->targetName();
    m_export.release()->deleteLater(); // it is in the middle of its own signal
    setRunning(false);
    const auto *error = std::get_if<ApiError>(&outcome);
    m_ui->resultLabel->setText(
        error ? tr("Nothing was written. %1").arg(m_session.privacy().failure(*error, m_host))
              : outcomeText(outcome, m_host, target));
    if (std::holds_alternative<ExportCount>(outcome))
        addShowInFolder();
}

void ExportDialog::setRunning(bool isRunning)
{
    for (QWidget *choice : {static_cast<QWidget *>(m_ui->allPagesButton),
                            static_cast<QWidget *>(m_ui->thisPageButton)})
        choice->setEnabled(!isRunning);
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(!isRunning);
    m_ui->progressBar->setVisible(isRunning);
    m_ui->progressBar->setRange(0, 0);
    m_ui->resultLabel->clear();
}

//! The job is done: the buttons become "Show in folder" and "Close".
void ExportDialog::addShowInFolder()
{
    m_ui->buttons->setStandardButtons(QDialogButtonBox::Close);
    QPushButton *show =
        m_ui->buttons->addButton(tr("Show in &folder"), QDialogButtonBox::ActionRole);
    show->setIcon(symbolIcon(u"open-folder"_s));
    connect(show, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath()));
    });
    m_ui->buttons->button(QDialogButtonBox::Close)->setDefault(true);
    m_ui->buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace Vestibule
