<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>ConnectionDetailPane</name>
    <message>
        <source>&amp;Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row as the tenant sent it, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the tenant did not send stays an empty cell. A cell that a spreadsheet would take for a formula gets a leading apostrophe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Show</source>
        <comment>followed by: All, Enabled, Disabled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on this page...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagerBar</name>
    <message>
        <source>&amp;Page</source>
        <comment>followed by a field with the page&apos;s number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a page number and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows per page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any number from 1 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When these rows came from the tenant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organization ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <comment>button: makes one real request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the tenant for one connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows per page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an organization, or type its ID and press Enter (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::AboutBox</name>
    <message>
        <source>About Vestibule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every connection through which the people of an Auth0 organization may sign in.

It only reads: it can send GET requests to the tenant that you configure, and nothing else. Your token travels in the Authorization header alone and is kept for this session only.

Vestibule is free software under the MIT licence. It is not affiliated with Auth0 or Okta.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::AccessInput</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tenant: give --domain, AUTH0_DOMAIN, or --demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token: give AUTH0_API_TOKEN or --token-file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::BrowserMessages</name>
    <message>
        <source>There is no page %1: this is the last one, page %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has changed: it had %1 connections and has %2 now. Rows may have moved between pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows below were read at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::CommandLine</name>
    <message>
        <source>Shows every connection through which the people of an Auth0 organization may sign in.
It only reads. The token is taken from AUTH0_API_TOKEN or --token-file, the domain
from --domain, AUTH0_DOMAIN or the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the built-in demo tenant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant&apos;s domain, such as acme.eu.auth0.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only enabled or only disabled connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page, counted from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per page, 1 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all pages (or --page) to FILE, or to standard output for -, and exit. Needs no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the export (csv).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the window and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long one request may be silent (30).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait for the rate limit in all (300).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the token from FILE, or from standard input for -.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected argument: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--token-file needs a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo and --domain exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--export and --screenshot exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format takes csv or json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format goes with --export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionDetailPane</name>
    <message>
        <source>Strategy not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the connection ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a connection to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) selected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionSentences</name>
    <message>
        <source>The tenant sent null: it has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name was given for this organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant did not send it. That is not the same as no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of this organization may sign in with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can sign in to this organization with %1. Its other settings are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever signs in with %1 becomes a member of the organization at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People must be members of the organization before they can sign in with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s login page shows a button for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s login page shows no button; %1 still works for applications that name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New people may create an account in %1 through this organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can create an account in %1 through this organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s own administrators can neither see nor change this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s own administrators can see this connection, but not change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s own administrators see a part of it, and may enable it or show its button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization&apos;s own administrators may change everything about it that belongs to the organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Vestibule does not know this level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Vestibule does not know this strategy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, known to the API as “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts for enterprise connections only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts for database connections only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The tenant sent “%2”.</source>
        <comment>a sentence, then another</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection&apos;s name in the whole tenant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the organization&apos;s own administrators see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names the connection in the API and in logs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionTableModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A cell for a screen reader: field and value</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionTableView</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionWords</name>
    <message>
        <source>Automatic</source>
        <comment>membership on login</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited</source>
        <comment>membership on login</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>access level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <comment>access level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <comment>access level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <comment>access level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent as null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable: counts for enterprise connections only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable: counts for database connections only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwordless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown category</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::ErrorText</name>
    <message>
        <source>The text given as the token is not a token. Paste the whole token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token has expired. Enter a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant refuses the token: its signature does not fit. Is it a token of this tenant, pasted whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant refuses the token: it is not one for the Management API of this tenant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant refuses the token: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token lacks the scope %1. Enter one that has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant does not allow this request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant has no such organization. Check its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant does not know this request: it has no such organization, or it does not offer the list of connections yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a problem of its own (status %2). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 was not understood: %2. (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: the list changed while it was read (%1 connections, then %2). Export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: the list changed while it was read, and a connection came twice. Export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: only %1 of %2 connections came. Export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: page %1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing was written: page %1 is empty, there are %n page(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connection(s) written to %2.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no secure connection to %1: %2. The token was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant&apos;s rate limit is reached. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant rejects the request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the tenant&apos;s domain, such as acme.eu.auth0.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a domain. A tenant&apos;s looks like acme.eu.auth0.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a name without its domain. Enter the whole of it, such as acme.eu.auth0.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the address of the Auth0 Dashboard. The tenant&apos;s own domain stands in its settings and looks like acme.eu.auth0.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https is used. Plain http exists for this computer alone, such as localhost:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address holds a user name. Enter the domain alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a Management API token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token has no blanks, line breaks or special signs in it. Paste it alone and whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long to be a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the organization&apos;s ID, such as org_ and 16 letters or digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>An organization&apos;s ID has at most %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the ID of an organization. It looks like org_ and 16 letters or digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The tenant&apos;s rate limit is reached. Next try in %n s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No answer yet. Next try in %n s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tenant has a problem of its own (status %1). Next try in %n s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportDialog</name>
    <message>
        <source>all connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enabled connections only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled connections only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3. Find does not narrow the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;All pages (%n row(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;This page (%n row(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save as...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s) read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::FilterBar</name>
    <message>
        <source>Sorted within this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n match on this page</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::HttpErrorText</name>
    <message>
        <source>the answer was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer points to another place, which is not followed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::HttpGet</name>
    <message>
        <source>the answer is larger than %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::Main</name>
    <message>
        <source>The demo tenant could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::MainWindow</name>
    <message>
        <source>Read-only: Vestibule cannot change anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo tenant could not be started on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo tenant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::PageParser</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page came instead of JSON, perhaps a network&apos;s sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON: %1 at byte %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer has no list of connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer holds more rows than its total of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows came where at most %2 were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of connections is spelt in an unusual way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection_id is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total is not a number of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of type %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::PagerBar</name>
    <message>
        <source>of %1</source>
        <comment>page 1 of 3</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1</source>
        <comment>a time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of %1</source>
        <comment>rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows 1-50 of 132</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, more to come</source>
        <comment>rows 51-100</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the last ones</source>
        <comment>rows 51-73</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::SettingsDialog</name>
    <message>
        <source>Such as acme.eu.auth0.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>org_ and 16 letters or digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 answers: the organization has %n connection(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token is kept for this session only. Leave the field empty to go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for this session only, and never written to a file. It needs the scope read:organization_connections and nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::SourceBar</name>
    <message>
        <source>Change the tenant, the token or the organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO TENANT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::TablePane</name>
    <message>
        <source>Reading connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading connections...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this page matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Page %1 is empty: there are %n page(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organization %1 has no connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No enabled connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No disabled connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vestibule::WindowActions</name>
    <message>
        <source>&amp;Settings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore the &amp;demo tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All</source>
        <comment>connections</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <comment>connections</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disabled</source>
        <comment>connections</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;irst page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to page...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail &amp;pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the &amp;organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the connection ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Vestibule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>See every connection through which the people of an Auth0 organization may sign in: which are enabled, who becomes a member, and what the organization&apos;s own administrators may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect a tenant...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore the &amp;demo tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vestibule only reads. It cannot change anything in your tenant.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
