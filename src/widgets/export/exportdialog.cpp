// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportdialog.h"

#include "export/exporttext.h"
#include "session/tenantsession.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/export/exportwindow.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

#include "ui_exportdialog.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

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
    m_ui->whatLabel->setText(exportTitle(organization(), m_subject, session.privacy()));
    QFont bold = font();
    bold.setBold(true);
    m_ui->whatLabel->setFont(bold);
    m_ui->filterLabel->setText(exportFilterText(m_page.request.isEnabled));
    m_ui->filterLabel->setVisible(m_page.request.isEnabled.has_value());
    const bool isMasked = session.privacy().isOn();
    m_ui->warningIcon->setIcon(symbolIcon(u"warning"_s));
    m_ui->warningIcon->setAccessibleName(tr("Warning"));
    m_ui->warningLabel->setText(realNamesText());
    m_ui->warningRow->setVisible(isMasked);
    m_ui->form->setRows(m_page, visible, !isMasked);
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("&Save as…"));
    m_ui->buttons->button(QDialogButtonBox::Save)->setDefault(true);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    // With the options of CSV, of which there are most: the dialog keeps its height.
    resize(neededSize());
    m_ui->form->setChoices(session.settings().exportChoices());
}

ExportDialog::~ExportDialog() = default;

//! The form knows its height only when it is shown. The dialog grows with it and never shrinks, so
//! that its buttons stay where they are.
bool ExportDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growTo(neededSize(), *this);
    return isHandled;
}

QSize ExportDialog::neededSize()
{
    constexpr QSize Least(560, 1);
    return firstSize(scaledToFont(Least), *this);
}

void ExportDialog::chooseFile()
{
    const ExportFormat format = m_ui->form->choices().format;
    const QFileDialog *dialog =
        openExportFileDialog(m_session.settings(), format, suggestedName(format), this);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
}

Organization ExportDialog::organization() const
{
    return m_session.directory().organization(m_page.request.organizationId);
}

//! Of the organization's name, and the day here.
QString ExportDialog::suggestedName(ExportFormat format) const
{
    const Organization known = organization();
    QString name = known.name.isEmpty() ? known.displayName : known.name;
    if (name.isEmpty())
        name = m_page.request.organizationId;
    if (m_session.privacy().isOn())
        name = u"organization"_s;
    return datedFileName(name + "-connections"_L1, QDate::currentDate(), suffixOf(format));
}

void ExportDialog::exportTo(const QString &path)
{
    const ExportChoices choices = m_ui->form->choices();
    m_session.settings().setExportFolder(QFileInfo(path).absolutePath());
    m_session.settings().setExportChoices(choices);
    ExportRequest request{.subject = m_subject,
                          .access = m_access,
                          .source = m_source,
                          .extent = m_ui->form->extent(),
                          .page = m_page.request,
                          .organizationName = organization().displayName,
                          .layout = m_ui->form->exportLayout(),
                          .path = path,
                          .withSideFile =
                              choices.withSideFile && choices.format != ExportFormat::Json};
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
