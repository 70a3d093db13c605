// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportdialog.h"

#include "export/exporttext.h"
#include "models/displaytext.h"
#include "session/tenantsession.h"
#include "widgets/controls/fontscale.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/export/exportwindow.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QRegularExpression>

#include "ui_exportdialog.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A name that every file system accepts.
QString suggestedName(const QString &organizationId, ExportFormat format)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9_-]"_s);
    return QString(organizationId).replace(unsafe, u"_"_s) + "-connections."_L1
        + (format == ExportFormat::Csv ? "csv"_L1 : "json"_L1);
}

} // namespace

ExportDialog::ExportDialog(TenantSession &session, ExportManager &exports,
                           const VisibleRows &visible, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_exports(exports)
    , m_page(*session.browser().page())
    , m_subject(session.subject())
    , m_access(session.access())
    , m_source(session.browser().source())
    , m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    m_ui->whatLabel->setText(
        exportSourceText(m_page.request, m_access.domain.text(), session.privacy()));
    m_ui->form->setRows(m_page, visible, !session.privacy().isOn());
    m_ui->form->setChoices(session.settings().exportChoices());
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("&Save as…"));
    m_ui->buttons->button(QDialogButtonBox::Save)->setDefault(true);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    resize(firstSize({560, 1}, *this));
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
    ExportRequest request{
        .subject = m_subject,
        .access = m_access,
        .source = m_source,
        .extent = m_ui->form->extent(),
        .page = m_page.request,
        .organizationName =
            m_session.directory().organization(m_page.request.organizationId).displayName,
        .layout = m_ui->form->exportLayout(),
        .path = path,
        .withSideFile = choices.withSideFile && choices.format == ExportFormat::Csv};
    if (request.extent == ExportExtent::AllPages) {
        request.page.index = 0;
        request.page.size = PageRequest::MaximumSize; // the fewest requests
    } else {
        request.rows = m_ui->form->rowsOnScreen();
    }
    accept();
    m_exports.start(request);
}

} // namespace Vestibule
