// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/schema.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

const QStringList &inventorySchema()
{
    // CHECK and not STRICT: programs with a SQLite before 3.37 could not open such tables at all.
    // IN has two values at most: for three, SQLite makes a temporary table for each row it checks.
    static const QStringList statements{
        uR"(CREATE TABLE inventory(
  key TEXT PRIMARY KEY NOT NULL CHECK(typeof(key) = 'text'),
  value TEXT NOT NULL CHECK(typeof(value) = 'text')
) WITHOUT ROWID)"_s,
        uR"(CREATE TABLE run(
  id INTEGER PRIMARY KEY NOT NULL,
  began TEXT NOT NULL CHECK(typeof(began) = 'text'),
  heartbeat TEXT NOT NULL CHECK(typeof(heartbeat) = 'text'),
  ended TEXT CHECK(typeof(ended) IN ('text', 'null')),
  how TEXT CHECK(typeof(how) IN ('text', 'null')),
  requests INTEGER NOT NULL CHECK(typeof(requests) = 'integer'),
  refusals INTEGER NOT NULL CHECK(typeof(refusals) = 'integer')
))"_s,
        uR"(CREATE TABLE organization(
  ord INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK(typeof(id) = 'text'),
  name TEXT NOT NULL CHECK(typeof(name) = 'text'),
  display_name TEXT NOT NULL CHECK(typeof(display_name) = 'text'),
  folded TEXT NOT NULL CHECK(typeof(folded) = 'text'),
  listed_at TEXT CHECK(typeof(listed_at) IN ('text', 'null')),
  state TEXT NOT NULL CHECK(state IN ('waiting', 'read') OR state IN ('failed', 'gone')),
  read_at TEXT CHECK(typeof(read_at) IN ('text', 'null')),
  error_kind TEXT CHECK(typeof(error_kind) IN ('text', 'null')),
  error_status INTEGER CHECK(typeof(error_status) IN ('integer', 'null')),
  error_text TEXT CHECK(typeof(error_text) IN ('text', 'null')),
  total INTEGER CHECK(typeof(total) IN ('integer', 'null')),
  seen_again INTEGER CHECK(seen_again IN (0, 1))
))"_s,
        uR"(CREATE INDEX organization_waiting ON organization(ord) WHERE state = 'waiting')"_s,
        uR"(CREATE TABLE appeared(
  id TEXT PRIMARY KEY NOT NULL CHECK(typeof(id) = 'text'),
  name TEXT NOT NULL CHECK(typeof(name) = 'text'),
  display_name TEXT NOT NULL CHECK(typeof(display_name) = 'text')
) WITHOUT ROWID)"_s,
        uR"(CREATE TABLE connection(
  key INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK(typeof(id) = 'text'),
  name TEXT CHECK(typeof(name) NOT IN ('integer', 'real')),
  strategy TEXT CHECK(typeof(strategy) NOT IN ('integer', 'real')),
  folded TEXT NOT NULL CHECK(typeof(folded) = 'text')
))"_s,
        uR"(CREATE TABLE link(
  org INTEGER NOT NULL CHECK(typeof(org) = 'integer'),
  con INTEGER NOT NULL CHECK(typeof(con) = 'integer'),
  is_enabled INTEGER CHECK(is_enabled IN (0, 1) OR is_enabled = -1),
  assign_membership_on_login INTEGER CHECK(assign_membership_on_login IN (0, 1) OR assign_membership_on_login = -1),
  show_as_button INTEGER CHECK(show_as_button IN (0, 1) OR show_as_button = -1),
  is_signup_enabled INTEGER CHECK(is_signup_enabled IN (0, 1) OR is_signup_enabled = -1),
  organization_access_level TEXT CHECK(typeof(organization_access_level) NOT IN ('integer', 'real')),
  organization_member_access_level TEXT CHECK(typeof(organization_member_access_level) NOT IN ('integer', 'real')),
  organization_connection_name TEXT CHECK(typeof(organization_connection_name) NOT IN ('integer', 'real')),
  extra TEXT CHECK(typeof(extra) IN ('text', 'null')),
  PRIMARY KEY(org, con)
) WITHOUT ROWID)"_s,
        uR"(CREATE INDEX link_by_connection ON link(
  con, org, is_enabled, assign_membership_on_login, show_as_button, is_signup_enabled,
  organization_access_level, organization_member_access_level
))"_s,
        uR"(CREATE TABLE link_raw(
  org INTEGER NOT NULL CHECK(typeof(org) = 'integer'),
  con INTEGER NOT NULL CHECK(typeof(con) = 'integer'),
  json TEXT NOT NULL CHECK(typeof(json) = 'text'),
  PRIMARY KEY(org, con)
) WITHOUT ROWID)"_s,
        uR"(CREATE TABLE catalogue(
  id TEXT PRIMARY KEY NOT NULL CHECK(typeof(id) = 'text'),
  name TEXT CHECK(typeof(name) NOT IN ('integer', 'real')),
  strategy TEXT CHECK(typeof(strategy) NOT IN ('integer', 'real'))
) WITHOUT ROWID)"_s,
        uR"(CREATE TABLE mute(
  rule TEXT NOT NULL CHECK(typeof(rule) = 'text'),
  organization_id TEXT NOT NULL CHECK(typeof(organization_id) = 'text'),
  connection_id TEXT NOT NULL CHECK(typeof(connection_id) = 'text'),
  reason TEXT NOT NULL CHECK(typeof(reason) = 'text'),
  muted_by TEXT NOT NULL CHECK(typeof(muted_by) = 'text'),
  muted_at TEXT NOT NULL CHECK(typeof(muted_at) = 'text'),
  PRIMARY KEY(rule, organization_id, connection_id)
) WITHOUT ROWID)"_s,
    };
    return statements;
}

} // namespace Vestibule
