// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/organizationreport.h"
#include "widgets/window/savedfile.h"

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace Vestibule {

class TenantSession;

//! Asks for a file, and writes the report of the organization on screen to it. Of a tenant, the
//! whole listing is read for it, without the filter on screen.
class OrganizationReportSaver final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object.
    OrganizationReportSaver(TenantSession &session, QWidget &window);
    ~OrganizationReportSaver() override;

public Q_SLOTS:
    //! Does nothing unless there is a page of an organization.
    void save();

Q_SIGNALS:
    //! It is a warning if something is missing in the report.
    void saved(const Vestibule::SavedFile &file);
    void failed(const QString &sentence);

private:
    [[nodiscard]] QString suggestedName() const;
    void write(const OrganizationReport::Origin &origin, const QString &path);
    void showEnd(const QString &path);

    TenantSession &m_session;
    QWidget &m_window;
    std::unique_ptr<OrganizationReport> m_report; //!< null unless one is being written
};

} // namespace Vestibule
