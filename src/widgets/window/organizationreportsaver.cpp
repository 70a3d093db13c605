// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/organizationreportsaver.h"

#include "export/exporttext.h"
#include "models/displaytext.h"
#include "session/tenantinventory.h"
#include "session/tenantsession.h"
#include "widgets/controls/busydialog.h"
#include "widgets/export/exportfiledialog.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QProgressDialog>

#include <optional>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! What the window shows now. Absent without a page.
std::optional<OrganizationReport::Origin> originOf(TenantSession &session)
{
    const ConnectionBrowser &browser = session.browser();
    if (!browser.page())
        return {};
    if (const SavedViewPtr view = savedViewOf(session.subject()))
        return OrganizationReport::Origin(view);
    const QString id = browser.page()->request.organizationId;
    return OrganizationReport::Listing{.source = browser.source(),
                                       .tenant = inventoryTenantOf(session.subject()),
                                       .organization = session.directory().organization(id)};
}

} // namespace

OrganizationReportSaver::OrganizationReportSaver(TenantSession &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{
}

OrganizationReportSaver::~OrganizationReportSaver() = default;

//! The organization and the day.
QString OrganizationReportSaver::suggestedName() const
{
    const PageRequest &request = m_session.browser().page()->request;
    const Organization organization = m_session.directory().organization(request.organizationId);
    QString name = organization.name.isEmpty() ? organization.id : organization.name;
    if (m_session.privacy().isOn())
        name = u"organization"_s;
    return datedFileName(name, QDate::currentDate(), u"html"_s);
}

void OrganizationReportSaver::save()
{
    const auto origin = originOf(m_session);
    if (!origin)
        return;
    const bool isMasked = m_session.privacy().isOn();
    auto *dialog = new QFileDialog(
        &m_window, isMasked ? tr("Save a report (contains the real names)") : tr("Save a report"),
        QDir(exportFolder(m_session.settings())).filePath(suggestedName()),
        tr("Web pages (*.html)") + ";;"_L1 + tr("All files (*)"));
    dialog->setObjectName(u"saveOrganizationReportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    // The organization for which it was asked, whatever the window shows by then.
    connect(dialog, &QFileDialog::fileSelected, this, [this, origin](const QString &path) {
        m_session.settings().setExportFolder(QFileInfo(path).absolutePath());
        write(*origin, path);
    });
    dialog->open();
}

void OrganizationReportSaver::write(const OrganizationReport::Origin &origin, const QString &path)
{
    if (m_report)
        return;
    m_report = std::make_unique<OrganizationReport>(
        OrganizationReport::Request{.origin = origin, .path = path});
    const QPointer progress =
        openBusyDialog(tr("Save a report"), tr("Reading the connections…"), &m_window);
    connect(progress, &QProgressDialog::canceled, this, [this] {
        if (m_report)
            m_report->cancel();
    });
    connect(m_report.get(), &OrganizationReport::changed, this, [this, progress, path] {
        if (m_report->isRunning())
            return;
        if (progress) // the user may have closed it
            progress->close();
        showEnd(path);
        m_report.release()->deleteLater(); // it is emitting
    });
    m_report->start();
}

void OrganizationReportSaver::showEnd(const QString &path)
{
    const QString file = displaySafe(m_session.privacy().name(QFileInfo(path).fileName()));
    const OrganizationReport::Outcome &outcome = m_report->outcome();
    if (m_report->state() == OrganizationReport::State::Written) {
        const QString missing = organizationMissingText(m_report->content());
        QStringList sentences{tr("The report was saved as %1.").arg(file), missing,
                              m_session.privacy().isOn() ? realNamesText() : QString()};
        sentences.removeAll(QString());
        return void(Q_EMIT saved(
            {.sentence = sentences.join(u' '), .path = path, .isWarning = !missing.isEmpty()}));
    }
    if (m_report->state() != OrganizationReport::State::Failed)
        return; // the user cancelled it
    if (const auto *error = std::get_if<ApiError>(&outcome))
        Q_EMIT failed(
            tr("The report was not written. %1", "why")
                .arg(m_session.privacy().failure(*error, domainOf(m_session.subject()).text())));
    else
        Q_EMIT failed(reportOutcomeText(outcome, {}, file));
}

} // namespace Vestibule
