// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStringList>

namespace Vestibule {

class TenantSession;

//! The organizations of the tenant on screen in the order in which they were looked at, as a web
//! browser keeps its pages: another tenant begins anew.
class OrganizationHistory final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype MaximumLength = 50;

    //! \a session outlives this object.
    explicit OrganizationHistory(TenantSession &session, QObject *parent = nullptr);

    [[nodiscard]] bool canGoBack() const { return m_position > 0; }
    [[nodiscard]] bool canGoForward() const { return m_position + 1 < m_ids.size(); }

public Q_SLOTS:
    //! Nothing where there is nothing to go to.
    void back();
    void forward();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void goTo(qsizetype position);

    TenantSession &m_session;
    QString m_domain;
    QStringList m_ids;
    qsizetype m_position = -1; //!< of what is on screen; -1 before the first
};

} // namespace Vestibule
