// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/organizationreport.h"

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
    //! It was written. The sentence says so, and as a warning what is missing in it.
    void saved(const QString &sentence, bool isWarning);
    void failed(const QString &sentence);

private:
    [[nodiscard]] QString suggestedName() const;
    void write(const OrganizationReport::Origin &origin, const QString &path);
    void showEnd(const QString &file);

    TenantSession &m_session;
    QWidget &m_window;
    std::unique_ptr<OrganizationReport> m_report; //!< null unless one is being written
};

} // namespace Vestibule
