// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/organization.h"

#include <QList>
#include <QString>

namespace Vestibule::Demo {

//! An id like those of Auth0: `con_` or `org_` and 16 letters and digits. The same text gives the
//! same id on every machine.
QString makeId(const QString &prefix, const QString &text);

//! Invents as many connections as count, in no particular order. A seed always gives the same ones,
//! and a longer list begins with the shorter one. Names are unique.
QList<Connection> generateConnections(const QString &seed, int count);

//! The id of a connection that several organizations of the tenant may have.
QString tenantConnectionId(const QString &name);

//! Invents the connections of an organization of a whole tenant, 0 to 10, always the same ones, as
//! they are in life: most belong to it alone, some to a group of neighbours, and a few common ones
//! to a large part of all. The number counts the generated organizations from 0. Sorted; in the
//! tenant, a name always has the same id.
QList<Connection> drawConnections(const QString &organizationName, int number);

//! The endpoint's order: by connection id, without regard to case.
void sortConnections(QList<Connection> &connections);

//! Invents an organization, always the same for a number, which counts from 0. Names and ids are
//! unique. Many names are alike and some are in other scripts, as with real customers.
Organization generateOrganization(int number);

} // namespace Vestibule::Demo
