// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// The same task with the official auth0 SDK for Node: all connections of an organization to CSV, in pages of 100. It
// uses the generated client, because the wrapper around it requires https.
//     node list-with-sdk.cjs DOMAIN ORGANIZATION FILE      token in AUTH0_API_TOKEN

const { writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const sdk = dirname(require.resolve("auth0"));
const { ManagementClient } = require(join(sdk, "management", "Client.js"));

const columns = [
    (row) => row.connection?.name,
    (row) => row.organization_connection_name,
    (row) => row.connection?.strategy,
    (row) => row.is_enabled,
    (row) => row.organization_access_level,
    (row) => row.assign_membership_on_login,
    (row) => row.show_as_button,
    (row) => row.is_signup_enabled,
    (row) => row.connection_id,
    (row) => row.organization_member_access_level,
];

function cell(value) {
    const text = value === undefined || value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function main([domain, organization, file]) {
    const client = new ManagementClient({
        baseUrl: `http://${domain}/api/v2`,
        token: process.env.AUTH0_API_TOKEN,
    });
    const rows = [];
    let page = await client.organizations.connections.list(organization, { per_page: 100 });
    rows.push(...page.data);
    while (rows.length < page.response.total) {
        page = await page.getNextPage();
        rows.push(...page.data);
    }
    const lines = rows.map((row) => columns.map((column) => cell(column(row))).join(","));
    writeFileSync(file, lines.join("\r\n") + "\r\n");
    console.error(`${rows.length} rows`);
}

main(process.argv.slice(2));
