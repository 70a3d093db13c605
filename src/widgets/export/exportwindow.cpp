// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportwindow.h"

#include "models/visibletext.h"
#include "session/tenantsession.h"
#include "widgets/controls/fieldhint.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/kindcolor.h"
#include "widgets/controls/layoutroom.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/export/exportjobtext.h"
#include "widgets/export/exportordertext.h"
#include "widgets/settings/tokendialog.h"

#include <QApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>

#include "ui_exportwindow.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

ExportWindow::ExportWindow(TenantSession &session, const ExportOrder &order)
    : QDialog(nullptr, Qt::Window)
    , m_session(session)
    , m_job(session, order)
    , m_ui(std::make_unique<Ui::ExportWindow>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_QuitOnClose, false);
    QFont bold = font();
    bold.setBold(true);
    m_ui->organizationLabel->setFont(bold);
    reserveLines(*m_ui->resultLabel, 2); // a wait for the rate limit moves nothing
    m_goOnButton = m_ui->buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_goOnButton->setObjectName(u"goOnButton"_s);
    m_folderButton = m_ui->buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_folderButton->setObjectName(u"folderButton"_s);
    m_folderButton->setIcon(symbolIcon(u"open-folder"_s));
    connect(m_goOnButton, &QPushButton::clicked, this, &ExportWindow::actOnGoOn);
    connect(m_folderButton, &QPushButton::clicked, this, &ExportWindow::showInFolder);
    // The button means it: it stops at once, unlike whoever closes the window to have it out of the
    // way.
    QPushButton *cancel = m_ui->buttons->button(QDialogButtonBox::Cancel);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, &m_job, &ExportJob::cancel);
    connect(m_ui->buttons->button(QDialogButtonBox::Close), &QPushButton::clicked, this,
            &QWidget::close);
    connect(&m_job, &ExportJob::changed, this, &ExportWindow::showJob);
    connect(&session.privacy(), &PrivacyMode::changed, this, &ExportWindow::showTexts);
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &ExportWindow::showProgress);
    constexpr QSize FirstSize(480, 1);
    setMinimumWidth(scaledToFont(FirstSize).width());
    showTexts();
}

ExportWindow::~ExportWindow() = default;

//! Another language.
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
    keepRoomForLines(*this, *event);
    return isHandled;
}

void ExportWindow::showTexts()
{
    showOrder();
    m_folderButton->setText(tr("Show in &folder"));
    showJob();
}

void ExportWindow::showOrder()
{
    const ExportOrder &order = m_job.order();
    const PrivacyMode &privacy = m_session.privacy();
    m_ui->organizationLabel->setText(exportedOrganization(order, privacy));
    m_ui->tenantLabel->setText(exportedTenant(order, privacy));
    m_ui->tenantIcon->setIcon(order.profile ? kindIcon(order.profile->kind)
                                            : symbolIcon(order.isDemo ? u"demo"_s : u"tenant"_s));
    m_ui->rowsLabel->setText(exportedRows(order.provenance));
    m_ui->rowsIcon->setIcon(symbolIcon(u"filter"_s));
    const QString file = visibleText(privacy.name(QFileInfo(order.path).fileName()));
    m_ui->fileLabel->setText(file);
    m_ui->fileLabel->setToolTip(privacy.isOn() ? QString() : literalToolTip(m_job.targetName()));
    m_ui->fileIcon->setIcon(symbolIcon(u"export"_s));
    setWindowTitle(privacy.isOn() ? tr("Export") : tr("Export to %1", "a file").arg(file));
}

void ExportWindow::showJob()
{
    using State = ExportJob::State;
    const State state = m_job.state();
    showProgress();
    showButtons();
    if (m_question && m_question->isVisible() && !m_job.canCancel())
        m_question->close(); // nothing is left to be asked
    if (state == std::exchange(m_shownState, state))
        return;
    if (state == State::HeldUp || state == State::Failed || state == State::Written)
        QApplication::alert(this); // somebody may wait for it behind another window
    moveFocus();
}

//! Never to Cancel: Enter may still be meant for the file dialog.
void ExportWindow::moveFocus()
{
    const bool isAsked =
        m_job.state() == ExportJob::State::HeldUp || m_job.state() == ExportJob::State::Failed;
    QPushButton *next = isAsked && !m_goOnButton->isHidden() ? m_goOnButton
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
        m_question->setTexts({.title = tr("Stop the export?"),
                              .question = exportRunningText(m_job),
                              .stop = tr("&Stop the export")});
    }
}

void ExportWindow::showButtons()
{
    using State = ExportJob::State;
    const State state = m_job.state();
    const bool isStopped =
        state == State::HeldUp || state == State::Failed || state == State::Cancelled;
    const auto *error = std::get_if<WriteError>(&m_job.outcome());
    m_goOnButton->setText(m_job.wayOn() == ExportJob::WayOn::EnterToken ? tr("Enter a to&ken...")
                              : state == State::HeldUp                  ? tr("Go o&n")
                              : state == State::Failed && error         ? tr("&Save as...")
                                                                        : tr("Try &again"));
    m_goOnButton->setVisible(isStopped && m_job.wayOn() != ExportJob::WayOn::OpenTenant);
    const bool isFileThere = state == State::Written
        || (state == State::Failed && error && !error->written.isEmpty()); // but not the one beside
    m_folderButton->setVisible(isFileThere);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setVisible(m_job.isRunning());
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setEnabled(m_job.canCancel());
    m_ui->buttons->button(QDialogButtonBox::Close)->setVisible(!m_job.isRunning());
}

void ExportWindow::actOnGoOn()
{
    if (m_job.wayOn() == ExportJob::WayOn::EnterToken) {
        auto *dialog = new TokenDialog(m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &TokenDialog::entered, &m_job, &ExportJob::goOn);
        return dialog->open();
    }
    const bool isUnwritable = m_job.state() == ExportJob::State::Failed
        && std::holds_alternative<WriteError>(m_job.outcome());
    if (!isUnwritable)
        return m_job.goOn();
    const QFileDialog *dialog =
        openExportFileDialog(m_session.settings(), m_job.order().layout.format,
                             QFileInfo(m_job.order().path).fileName(), this);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_session.settings().setExportFolder(QFileInfo(path).absolutePath());
        m_job.writeTo(path);
        showOrder();
    });
}

void ExportWindow::reject()
{
    if (m_job.canCancel())
        return askToStop();
    if (!m_job.isRunning()) // what is being saved will be there in a moment
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

void ExportWindow::showInFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_job.order().path).absolutePath()));
}

} // namespace Vestibule
