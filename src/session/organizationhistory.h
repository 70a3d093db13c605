// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"

#include <QList>
#include <QObject>
#include <QStringList>

namespace Vestibule {

class TenantSession;

//! The organizations of the tenant on screen in the order in which they were opened, like the
//! history of a web browser. Another tenant starts a new history.
class OrganizationHistory final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype MaximumLength = 50;

    //! The session outlives this object.
    explicit OrganizationHistory(TenantSession &session, QObject *parent = nullptr);

    [[nodiscard]] bool canGoBack() const { return m_position > 0; }
    [[nodiscard]] bool canGoForward() const { return m_position + 1 < m_ids.size(); }
    //! The organizations of the tenant that were opened last, the latest first: those that the
    //! settings remember, or else (as for the demo tenant) those of this history.
    [[nodiscard]] QList<Organization> recent() const;

public Q_SLOTS:
    //! These do nothing at the end of the history.
    void back();
    void forward();
    //! Forgets which organizations of the tenant were opened, but for the one on screen.
    void clear();

Q_SIGNALS:
    //! canGoBack() or canGoForward() may have changed.
    void changed();

private:
    void updateFromSession();
    void goTo(qsizetype position);

    TenantSession &m_session;
    QString m_domain;
    QStringList m_ids;
    qsizetype m_position = -1; //!< of the organization on screen; -1 without one
};

} // namespace Vestibule
