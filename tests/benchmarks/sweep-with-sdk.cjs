// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// The same task with the official auth0 SDK for Node: the connections of all organizations of a tenant, six requests at
// a time, as NDJSON with the members of `vestibule links`. It uses the generated client, because the wrapper around it
// requires https.
//     node sweep-with-sdk.cjs DOMAIN FILE      token in AUTH0_API_TOKEN

const { createWriteStream } = require("node:fs");
const { dirname, join } = require("node:path");

const sdk = dirname(require.resolve("auth0"));
const { ManagementClient } = require(join(sdk, "management", "Client.js"));

const atATime = 6;

function link(organization, row) {
    return JSON.stringify({
        organization_id: organization.id,
        organization_name: organization.name,
        organization_display_name: organization.display_name,
        connection_name: row.connection?.name,
        organization_connection_name: row.organization_connection_name,
        connection_strategy: row.connection?.strategy,
        is_enabled: row.is_enabled,
        organization_access_level: row.organization_access_level,
        assign_membership_on_login: row.assign_membership_on_login,
        show_as_button: row.show_as_button,
        is_signup_enabled: row.is_signup_enabled,
        connection_id: row.connection_id,
        organization_member_access_level: row.organization_member_access_level,
    });
}

async function main([domain, file]) {
    const client = new ManagementClient({
        baseUrl: `http://${domain}/api/v2`,
        token: process.env.AUTH0_API_TOKEN,
    });
    const organizations = [];
    for await (const organization of await client.organizations.list({ take: 100 })) organizations.push(organization);
    const output = createWriteStream(file);
    let next = 0;
    let links = 0;
    async function work() {
        while (next < organizations.length) {
            const organization = organizations[next++];
            let page = await client.organizations.connections.list(organization.id, { per_page: 100 });
            for (let read = 0; ; page = await page.getNextPage()) {
                for (const row of page.data) output.write(link(organization, row) + "\n");
                links += page.data.length;
                read += page.data.length;
                if (read >= page.response.total) break;
            }
        }
    }
    await Promise.all(Array.from({ length: atATime }, work));
    await new Promise((resolve) => output.end(resolve));
    console.error(`${organizations.length} organizations, ${links} links`);
}

main(process.argv.slice(2));
