// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportdialog.h"

#include "models/visibletext.h"
#include "session/tenantsession.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/export/exportwindows.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QRegularExpression>

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

ExportDialog::ExportDialog(TenantSession &session, ExportWindows &exports, const ExportView &view,
                           QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_exports(exports)
    , m_page(*session.browser().page())
    , m_access(session.access())
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
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    setMinimumWidth(560);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::chooseFile()
{
    const ExportFormat format = m_ui->form->choices().format;
    const QString name = suggestedName(
        m_session.privacy().isOn() ? u"organization"_s : m_page.request.organizationId, format);
    const QFileDialog *dialog = openExportFileDialog(m_session.settings(), format, name, this);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
}

void ExportDialog::exportTo(const QString &path)
{
    const ExportChoices choices = m_ui->form->choices();
    m_session.settings().setExportFolder(QFileInfo(path).absolutePath());
    m_session.settings().setExportChoices(choices);
    const ExportOrder order{.access = m_access,
                            .profile = m_session.profile(),
                            .isDemo = m_session.isDemo(),
                            .source = m_source,
                            .savedView = m_savedView,
                            .page = m_ui->form->rowsOnScreen(),
                            .allPages = m_ui->form->extent() == ExportExtent::AllPages,
                            .layout = m_ui->form->exportLayout(),
                            .provenance = provenance(),
                            .path = path,
                            .withSideFile =
                                choices.withSideFile && choices.format == ExportFormat::Csv};
    accept();
    m_exports.start(order);
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

} // namespace Vestibule
