// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportwindow.h"

#include "export/exporttext.h"
#include "models/displaytext.h"
#include "session/tenantsession.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/windowkeys.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/settings/tokendialog.h"

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

#include <utility>

#include "ui_exportwindow.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

ExportWindow::ExportWindow(TenantSession &session, const ExportRequest &request)
    : QDialog(nullptr, Qt::Window)
    , m_session(session)
    , m_job(request, session)
    , m_ui(std::make_unique<Ui::ExportWindow>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_QuitOnClose, false);
    QFont bold = font();
    bold.setBold(true);
    m_ui->organizationLabel->setFont(bold);
    reserveLines(*m_ui->resultLabel, 2); // so that the text about a wait does not move the buttons
    m_resumeButton = m_ui->buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_resumeButton->setObjectName(u"resumeButton"_s);
    m_folderButton = m_ui->buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_folderButton->setObjectName(u"folderButton"_s);
    m_folderButton->setIcon(symbolIcon(u"open-folder"_s));
    m_openButton = m_ui->buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_openButton->setObjectName(u"openButton"_s);
    connect(m_openButton, &QPushButton::clicked, this, &ExportWindow::openFile);
    connect(m_resumeButton, &QPushButton::clicked, this, &ExportWindow::resumeJob);
    connect(m_folderButton, &QPushButton::clicked, this, &ExportWindow::showInFolder);
    // Cancel stops without asking; closing the window asks first.
    QPushButton *cancel = m_ui->buttons->button(QDialogButtonBox::Cancel);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, &m_job, &ExportJob::cancel);
    connect(m_ui->buttons->button(QDialogButtonBox::Close), &QPushButton::clicked, this,
            &QWidget::close);
    addWindowKeys(*this, [this] { Q_EMIT quitRequested(); });
    connect(&m_job, &ExportJob::changed, this, &ExportWindow::showJob);
    connect(&session.privacy(), &PrivacyMode::changed, this, &ExportWindow::showTexts);
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &ExportWindow::showProgress);
    constexpr QSize FirstSize(480, 1);
    setMinimumWidth(fittedToScreen(scaledToFont(FirstSize), *this).width());
    showTexts();
}

ExportWindow::~ExportWindow() = default;

void ExportWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    showTexts();
}

bool ExportWindow::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    applyHeightForWidth(*this, *event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        showFile();
    return isHandled;
}

//! The box of buttons gives the focus to its first one, also while that is hidden: Tab would not
//! get to the others.
bool ExportWindow::focusNextPrevChild(bool next)
{
    QWidget *first = m_ui->buttons->focusProxy();
    m_ui->buttons->setFocusProxy(nullptr);
    const bool isMoved = QDialog::focusNextPrevChild(next);
    m_ui->buttons->setFocusProxy(first);
    return isMoved;
}

void ExportWindow::showTexts()
{
    showRequest();
    m_folderButton->setText(tr("Show in &folder"));
    m_openButton->setText(tr("&Open"));
    showJob();
}

void ExportWindow::showRequest()
{
    const ExportRequest &request = m_job.request();
    const PrivacyMode &privacy = m_session.privacy();
    const Profile *profile = profileOf(request.subject);
    m_ui->organizationLabel->setText(exportedOrganization(request, privacy));
    m_ui->tenantLabel->setText(exportedTenant(request, privacy));
    m_ui->tenantIcon->setIcon(profile
                                  ? kindIcon(profile->kind)
                                  : symbolIcon(isDemo(request.subject) ? u"demo"_s : u"tenant"_s));
    m_ui->rowsLabel->setText(exportedRows(m_job.provenance()));
    m_ui->rowsIcon->setIcon(symbolIcon(u"filter"_s));
    showFile();
    m_ui->fileIcon->setIcon(symbolIcon(u"export"_s));
    const Organization organization{.id = request.page.organizationId,
                                    .displayName = request.organizationName};
    setWindowTitle(
        tr("Export: %1", "what").arg(exportTitle(organization, request.subject, privacy)));
}

//! On one line, however long the path is.
void ExportWindow::showFile()
{
    const PrivacyMode &privacy = m_session.privacy();
    const QString path = privacy.isOn() ? privacy.name(QFileInfo(m_job.request().path).fileName())
                                        : m_job.targetName();
    m_ui->fileLabel->setText(m_ui->fileLabel->fontMetrics().elidedText(
        displaySafe(path), Qt::ElideMiddle, m_ui->fileLabel->contentsRect().width()));
    m_ui->fileLabel->setToolTip(privacy.isOn() ? QString() : literalToolTip(path));
}

void ExportWindow::showJob()
{
    using State = ExportJob::State;
    const State state = m_job.state();
    showProgress();
    showButtons();
    if (m_question && m_question->isVisible() && !m_job.canCancel())
        m_question->close(); // there is nothing left to stop
    if (state == std::exchange(m_shownState, state))
        return;
    if (state == State::Paused || state == State::Failed || state == State::Written)
        QApplication::alert(this); // another window may cover this one
    moveFocus();
}

//! Moves the focus to the next step, but never to Cancel: an Enter that was meant for the file
//! dialog would press it.
void ExportWindow::moveFocus()
{
    const bool needsDecision =
        m_job.state() == ExportJob::State::Paused || m_job.state() == ExportJob::State::Failed;
    QPushButton *next = needsDecision && !m_resumeButton->isHidden() ? m_resumeButton
        : !m_job.isRunning() ? m_ui->buttons->button(QDialogButtonBox::Close)
                             : nullptr;
    if (!next)
        return setFocus();
    next->setDefault(true);
    next->setFocus();
}

void ExportWindow::showProgress()
{
    const qsizetype total = m_job.total();
    m_ui->progressBar->setVisible(m_job.isRunning());
    m_ui->progressBar->setFormat(tr("%p%", "of a progress bar; %p is a number"));
    m_ui->progressBar->setRange(0, total < 0 ? 0 : int(total));
    m_ui->progressBar->setValue(int(m_job.rowsRead()));
    m_ui->resultLabel->setText(exportStateText(m_job, m_session.privacy()));
    const QString icon = exportStateIcon(m_job);
    m_ui->resultIcon->setVisible(!icon.isEmpty());
    m_ui->resultIcon->setIcon(icon.isEmpty() ? QIcon() : symbolIcon(icon));
    if (m_job.waitLeft() > 0ms && !m_countdown.isActive())
        m_countdown.start();
    else if (m_job.waitLeft() <= 0ms)
        m_countdown.stop();
    if (m_question) {
        StopQuestion::Texts texts = StopQuestion::exportTexts();
        texts.title = tr("Stop the export?");
        texts.question = exportRunningText(m_job);
        texts.stop = tr("&Stop the export");
        m_question->setTexts(texts);
    }
}

void ExportWindow::showButtons()
{
    using State = ExportJob::State;
    const State state = m_job.state();
    const bool isStopped =
        state == State::Paused || state == State::Failed || state == State::Cancelled;
    const auto *error = std::get_if<WriteError>(&m_job.outcome());
    m_resumeButton->setText(
        m_job.resumeNeeds() == ExportJob::ResumeNeeds::Token
            ? (isReadByApplication(m_session) ? tr("C&lient secret…") : tr("Enter a to&ken…"))
            : state == State::Paused          ? tr("Co&ntinue")
            : state == State::Failed && error ? tr("&Save as…")
                                              : tr("Try &again"));
    m_resumeButton->setVisible(isStopped
                               && m_job.resumeNeeds() != ExportJob::ResumeNeeds::OpenTenant);
    const bool isFileThere = state == State::Written
        || (state == State::Failed && error
            && !error->written.isEmpty()); // only its side file is missing
    m_folderButton->setVisible(isFileThere);
    m_openButton->setVisible(isFileThere);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setVisible(m_job.isRunning());
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setEnabled(m_job.canCancel());
    m_ui->buttons->button(QDialogButtonBox::Close)->setVisible(!m_job.isRunning());
}

void ExportWindow::resumeJob()
{
    if (m_job.resumeNeeds() == ExportJob::ResumeNeeds::Token) {
        auto *dialog = new TokenDialog(m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &TokenDialog::entered, &m_job, &ExportJob::resume);
        return dialog->open();
    }
    const bool isUnwritable = m_job.state() == ExportJob::State::Failed
        && std::holds_alternative<WriteError>(m_job.outcome());
    if (!isUnwritable)
        return m_job.resume();
    const QFileDialog *dialog =
        openExportFileDialog(m_session.settings(), m_job.request().layout.format,
                             QFileInfo(m_job.request().path).fileName(), this);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_session.settings().setExportFolder(QFileInfo(path).absolutePath());
        m_job.writeTo(path);
        showRequest();
    });
}

void ExportWindow::reject()
{
    if (m_job.canCancel())
        return askToStop();
    if (!m_job.isRunning()) // saving takes a moment and cannot be stopped
        QDialog::reject();
}

void ExportWindow::askToStop()
{
    if (m_question && m_question->isVisible())
        return m_question->raise();
    m_question = new StopQuestion(this);
    connect(m_question, &StopQuestion::stopChosen, this, [this] {
        m_job.cancel();
        reject();
    });
    showProgress();
    m_question->open();
}

void ExportWindow::openFile() const
{
    openExportedFile(m_job.request().path);
}

void ExportWindow::showInFolder() const
{
    openFolderOfFile(m_job.request().path);
}

ExportManager::ExportManager(TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

ExportManager::~ExportManager()
{
    for (const QPointer<ExportWindow> &window : std::as_const(m_windows))
        delete window;
}

void ExportManager::start(const ExportRequest &request)
{
    const QList<ExportWindow *> others = windows();
    auto *window = new ExportWindow(m_session, request);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(&window->job(), &ExportJob::changed, this, &ExportManager::changed);
    connect(window, &QDialog::finished, this, &ExportManager::changed);
    connect(window, &ExportWindow::quitRequested, this, &ExportManager::quitRequested);
    m_windows.removeAll(nullptr);
    m_windows.append(window);
    if (!others.isEmpty()) { // cascade
        constexpr QPoint Step(32, 32);
        window->adjustSize();
        window->move(others.constLast()->pos() + Step);
        keepOnScreen(*window);
    }
    window->show();
    window->job().start();
    Q_EMIT changed();
}

QList<ExportWindow *> ExportManager::windows() const
{
    QList<ExportWindow *> open;
    for (const QPointer<ExportWindow> &window : m_windows) {
        if (window && window->isVisible())
            open.append(window);
    }
    return open;
}

QList<ExportJob *> ExportManager::unfinished() const
{
    QList<ExportJob *> jobs;
    for (ExportWindow *window : windows()) {
        if (window->job().canCancel())
            jobs.append(&window->job());
    }
    return jobs;
}

QList<ExportJob *> ExportManager::saving() const
{
    QList<ExportJob *> jobs;
    for (ExportWindow *window : windows()) {
        if (window->job().state() == ExportJob::State::Saving)
            jobs.append(&window->job());
    }
    return jobs;
}

void ExportManager::closeAll()
{
    for (ExportWindow *window : windows())
        window->close();
}

} // namespace Vestibule
