// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/options.h"
#include "demo/organization.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Vestibule::Demo {

//! The invented organizations of the demo tenant and their connections, the same at each start.
class Catalogue final {
public:
    explicit Catalogue(const Options &options = {});

    //! Never empty; in the order in which they were created.
    const QList<Organization> &organizations() const { return m_organizations; }
    std::optional<qsizetype> indexOf(const QString &organizationId) const;
    //! The id of the organization with this id or name.
    std::optional<QString> idOf(const QString &idOrName) const;
    //! In the order in which the endpoint lists them. Those of a generated organization are made by
    //! each call, because a tenant may have 100,000 organizations and must start quickly.
    QList<Connection> connections(qsizetype index) const;
    //! Those of the tenant, in the order of their ids: each once that an organization has, and some
    //! that none has. Kept from the first call to the next change.
    const QList<Connection> &tenantConnections();
    void setConnections(qsizetype index, const QList<Connection> &connections);
    //! How many organizations are made by hand, which are the first ones.
    qsizetype generatedFrom() const { return m_byHand; }
    //! Another organization in the place and with the connections of this one, or the same one with
    //! other names. Not for generated ones.
    void replace(qsizetype index, const Organization &organization);

private:
    void add(Organization organization);

    QList<Organization> m_organizations{};
    QHash<QString, qsizetype> m_indexes{}; //!< by id
    qsizetype m_byHand = 0; //!< see generatedFrom()
    QList<Connection> m_tenantConnections{}; //!< empty: not computed
    QHash<qsizetype, QList<Connection>> m_connections{}; //!< those that are not generated
};

} // namespace Vestibule::Demo
