// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demooptions.h"
#include "demo/demoorganization.h"

#include <QHash>

#include <optional>

namespace Vestibule {

//! The invented organizations of the demo tenant and their connections, the same at each start.
class DemoCatalogue final {
public:
    explicit DemoCatalogue(const DemoOptions &options = {});

    //! Never empty; in the order in which they were created.
    const QList<DemoOrganization> &organizations() const { return m_organizations; }
    std::optional<qsizetype> indexOf(const QString &organizationId) const;
    //! In the order in which the endpoint lists them. Those of a generated organization are made
    //! when somebody first asks: a tenant may have 100,000, and is to start at once. The reference
    //! is good until the next call.
    QList<DemoConnection> &connections(qsizetype index);

private:
    void add(DemoOrganization organization);

    QList<DemoOrganization> m_organizations{};
    QHash<QString, qsizetype> m_indexes{}; //!< by id
    QHash<qsizetype, QList<DemoConnection>> m_connections{}; //!< those made so far
};

} // namespace Vestibule
