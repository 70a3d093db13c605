// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/exportdialog.h"

#include "app/errortext.h"
#include "app/outcometext.h"
#include "app/progresstext.h"
#include "app/tenantsession.h"
#include "core/exportsidefile.h"
#include "models/visibletext.h"
#include "widgets/symbolicon.h"
#include "widgets/tokendialog.h"

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
QString suggestedName(const QString &organizationId, ExportFormat format)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9_-]"_s);
    return QString(organizationId).replace(unsafe, u"_"_s) + "-connections."_L1
        + (format == ExportFormat::Csv ? "csv"_L1 : "json"_L1);
}

QString filterText(const PageRequest &request)
{
    if (!request.isEnabled)
        return ExportDialog::tr("all connections");
    return *request.isEnabled ? ExportDialog::tr("enabled connections only")
                              : ExportDialog::tr("disabled connections only");
}

} // namespace

ExportDialog::ExportDialog(TenantSession &session, const ExportView &view, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_page(*session.browser().page())
    , m_source(session.browser().source())
    , m_savedView(session.savedView())
    , m_host(session.access().domain.text())
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    m_ui->whatLabel->setText(
        tr("%1 of %2, %3.")
            .arg(visibleText(session.privacy().id(m_page.request.organizationId)),
                 session.privacy().name(m_host), filterText(m_page.request)));
    m_ui->form->setRows(m_page, view, !session.privacy().isOn());
    m_ui->form->setChoices(session.settings().exportChoices());
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("&Save as..."));
    m_ui->buttons->button(QDialogButtonBox::Save)->setDefault(true);
    m_goOnButton = m_ui->buttons->addButton(tr("Go o&n"), QDialogButtonBox::ActionRole);
    m_goOnButton->setObjectName(u"goOnButton"_s);
    connect(m_goOnButton, &QPushButton::clicked, this, &ExportDialog::goOn);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    setRunning(false);
    setMinimumWidth(560);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::chooseFile()
{
    const QString saved = m_session.settings().exportFolder();
    const QString folder = QFileInfo(saved).isDir()
        ? saved
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const ExportFormat format = m_ui->form->choices().format;
    const bool isCsv = format == ExportFormat::Csv;
    auto *dialog = new QFileDialog(this, isCsv ? tr("Export to CSV") : tr("Export to JSON"), folder,
                                   isCsv ? tr("CSV files (*.csv)") : tr("JSON files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isCsv ? u"csv"_s : u"json"_s);
    dialog->selectFile(suggestedName(
        m_session.privacy().isOn() ? u"organization"_s : m_page.request.organizationId, format));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

void ExportDialog::exportTo(const QString &path)
{
    m_path = path;
    const ExportChoices choices = m_ui->form->choices();
    m_session.settings().setExportFolder(QFileInfo(path).absolutePath());
    m_session.settings().setExportChoices(choices);
    m_export = std::make_unique<ConnectionExport>(
        makeFileTarget(path),
        ConnectionExport::Options{.layout = m_ui->form->exportLayout(),
                                  .provenance = provenance(),
                                  .isPart = m_savedView && m_savedView->isPart(),
                                  .listingTotal = m_savedView
                                      ? m_savedView->listingTotal(m_page.request.isEnabled)
                                      : std::nullopt,
                                  .onFailure = ConnectionExport::OnFailure::Interrupt});
    if (choices.withSideFile && choices.format == ExportFormat::Csv)
        m_export->setSideTarget(makeFileTarget(sideFilePath(path)));
    connect(m_export.get(), &ConnectionExport::progress, this, &ExportDialog::showProgress);
    connect(m_export.get(), &ConnectionExport::interrupted, this, &ExportDialog::showInterruption);
    connect(m_export.get(), &ConnectionExport::finished, this, &ExportDialog::finish);
    connect(m_export.get(), &ConnectionExport::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                m_ui->resultLabel->setText(
                    waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
            });
    connect(m_export.get(), &ConnectionExport::committing, this, [this] {
        m_ui->resultLabel->setText(tr("Saving..."));
        m_ui->buttons->button(QDialogButtonBox::Cancel)->setEnabled(false); // too late for it
    });
    start();
}

void ExportDialog::start()
{
    m_rowsRead = 0;
    m_sinceStart.start();
    setRunning(true);
    if (m_ui->form->extent() != ExportExtent::AllPages)
        return m_export->start(m_ui->form->rowsOnScreen());
    PageRequest first = m_page.request.at(0);
    first.size = PageRequest::MaximumSize; // the fewest requests
    m_export->start(
        std::make_unique<ListingReader>(m_source, first, ListingReader::Extent::AllPages));
}

ExportProvenance ExportDialog::provenance() const
{
    const PageRequest &request = m_page.request;
    const ExportProvenance shown{.tenantDomain = m_host,
                                 .organizationId = request.organizationId,
                                 .organizationName =
                                     m_session.organization(request.organizationId).displayName,
                                 .endpoint = m_source->endpoint(),
                                 .isEnabled = request.isEnabled,
                                 .extent = m_ui->form->extent(),
                                 .pageIndex = request.index,
                                 .pageSize = request.size,
                                 .programVersion = QCoreApplication::applicationVersion()};
    return m_savedView ? m_savedView->provenanceOf(shown) : shown;
}

//! What was read is kept, and so is the person's choice: Cancel is there all the time. Before the
//! first row there is nothing to keep.
void ExportDialog::showInterruption(const ApiError &error)
{
    if (m_rowsRead == 0) {
        m_export->cancel();
        return finish(error);
    }
    m_needsToken = errorAction(error) == ErrorAction::EnterToken && !m_session.isDemo();
    m_ui->resultLabel->setText(
        tr("%1 What was read so far is kept (%n row(s)).", nullptr, int(m_rowsRead))
            .arg(m_session.privacy().failure(error, m_host)));
    m_goOnButton->setText(m_needsToken ? tr("Enter a to&ken...") : tr("Go o&n"));
    m_goOnButton->show();
    m_goOnButton->setFocus();
}

void ExportDialog::goOn()
{
    const auto resume = [this] {
        m_source = m_session.browser().source();
        m_goOnButton->hide();
        m_ui->resultLabel->clear();
        m_export->resume(m_source);
    };
    if (!m_needsToken)
        return resume();
    auto *dialog = new TokenDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, resume);
    dialog->open();
}

//! Cancel stops a running export first, and closes the dialog when there is none. What is being
//! saved will be there: then it would be wrong to say that nothing was written.
void ExportDialog::reject()
{
    if (!m_export)
        return QDialog::reject();
    if (!m_ui->buttons->button(QDialogButtonBox::Cancel)->isEnabled())
        return;
    m_export->cancel();
    m_export.reset();
    setRunning(false);
    m_ui->resultLabel->setText(tr("The export was cancelled. Nothing was written."));
}

void ExportDialog::showProgress(qsizetype rows, qsizetype total)
{
    m_rowsRead = rows;
    m_ui->progressBar->setRange(0, total < 0 ? 0 : int(total));
    m_ui->progressBar->setValue(int(rows));
    m_ui->resultLabel->setText(
        progressText(rows, total, std::chrono::milliseconds(m_sinceStart.elapsed())));
}

void ExportDialog::finish(const ConnectionExport::Outcome &outcome)
{
    const QString target = m_export->targetName();
    m_export.release()->deleteLater(); // it is in the middle of its own signal
    setRunning(false);
    const auto *error = std::get_if<ApiError>(&outcome);
    m_ui->resultLabel->setText(error
                                   ? nothingWrittenText(m_session.privacy().failure(*error, m_host))
                                   : outcomeText(outcome, m_host, target));
    if (std::holds_alternative<ExportCount>(outcome))
        addShowInFolder();
}

void ExportDialog::setRunning(bool isRunning)
{
    m_ui->form->setEnabled(!isRunning);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setEnabled(true);
    if (m_goOnButton)
        m_goOnButton->hide();
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(!isRunning);
    m_ui->progressBar->setVisible(isRunning);
    m_ui->progressBar->setRange(0, 0);
    m_ui->resultLabel->clear();
}

//! The job is done: the buttons become "Show in folder" and "Close".
void ExportDialog::addShowInFolder()
{
    delete std::exchange(m_goOnButton, nullptr);
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
