<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Vestibule::BrowserMessages</name>
    <message numerus="yes">
        <source>Only %1 of %n row(s) of this page were received. The list may be changing.</source>
        <translation>
            <numerusform>Only %1 of %n row of this page was received. The list may be changing.</numerusform>
            <numerusform>Only %1 of %n rows of this page were received. The list may be changing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ChangesExport</name>
    <message numerus="yes">
        <source>%Ln difference(s) written to %1.</source>
        <translation>
            <numerusform>%Ln difference written to %1.</numerusform>
            <numerusform>%Ln differences written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ChangesTree</name>
    <message numerus="yes">
        <source>%n change(s) copied</source>
        <translation>
            <numerusform>%n change copied</numerusform>
            <numerusform>%n changes copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionDetailPane</name>
    <message numerus="yes">
        <source>%n name(s) copied</source>
        <translation>
            <numerusform>%n name copied</numerusform>
            <numerusform>%n names copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionText</name>
    <message numerus="yes">
        <source>%n different</source>
        <comment>values of several connections</comment>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n different values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::CopyMenu</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as CSV</source>
        <translation>
            <numerusform>%n row copied as CSV</numerusform>
            <numerusform>%n rows copied as CSV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as JSON</source>
        <translation>
            <numerusform>%n row copied as JSON</numerusform>
            <numerusform>%n rows copied as JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as Markdown</source>
        <translation>
            <numerusform>%n row copied as Markdown</numerusform>
            <numerusform>%n rows copied as Markdown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as Terraform import</source>
        <translation>
            <numerusform>%n row copied as Terraform import</numerusform>
            <numerusform>%n rows copied as Terraform import</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::DisplayText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::DriftText</name>
    <message numerus="yes">
        <source>%Ln link(s) are the same</source>
        <translation>
            <numerusform>%Ln link is the same</numerusform>
            <numerusform>%Ln links are the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) are the same</source>
        <translation>
            <numerusform>%Ln connection is the same</numerusform>
            <numerusform>%Ln connections are the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not comparable</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln not comparable</numerusform>
            <numerusform>%Ln not comparable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) changed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln value changed</numerusform>
            <numerusform>%Ln values changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::DriftWords</name>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not comparable</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln not comparable</numerusform>
            <numerusform>%Ln not comparable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ErrorText</name>
    <message numerus="yes">
        <source>An organization&apos;s ID has at most %n character(s).</source>
        <translation>
            <numerusform>An organization&apos;s ID has at most %n character.</numerusform>
            <numerusform>An organization&apos;s ID has at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportForm</name>
    <message numerus="yes">
        <source>S&amp;elected rows (%n)</source>
        <translation>
            <numerusform>S&amp;elected row (%n)</numerusform>
            <numerusform>S&amp;elected rows (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;This page (%n row(s))</source>
        <translation>
            <numerusform>&amp;This page (%n row)</numerusform>
            <numerusform>&amp;This page (%n rows)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All pages (%Ln row(s))</source>
        <translation>
            <numerusform>&amp;All pages (%Ln row)</numerusform>
            <numerusform>&amp;All pages (%Ln rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportText</name>
    <message numerus="yes">
        <source>Nothing was written: page %1 is empty, there are %n page(s).</source>
        <translation>
            <numerusform>Nothing was written: page %1 is empty, there is %n page.</numerusform>
            <numerusform>Nothing was written: page %1 is empty, there are %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1.</source>
        <translation>
            <numerusform>%n connection written to %1.</numerusform>
            <numerusform>%n connections written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connection(s) written to %2.</source>
        <translation>
            <numerusform>%1 of %n connection written to %2.</numerusform>
            <numerusform>%1 of %n connections written to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) read</source>
        <translation>
            <numerusform>%Ln row read</numerusform>
            <numerusform>%Ln rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 What was read so far is kept (%Ln row(s)).</source>
        <translation>
            <numerusform>%1 What was read so far is kept (%Ln row).</numerusform>
            <numerusform>%1 What was read so far is kept (%Ln rows).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::FindingText</name>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation>
            <numerusform>%Ln organization</numerusform>
            <numerusform>%Ln organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryBar</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <comment>rows</comment>
        <translation>
            <numerusform>Show %Ln more row</numerusform>
            <numerusform>Show %Ln more rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryDetails</name>
    <message numerus="yes">
        <source>in %Ln organization(s)</source>
        <translation>
            <numerusform>in %Ln organization</numerusform>
            <numerusform>in %Ln organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln muted</numerusform>
            <numerusform>%Ln muted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) written</source>
        <translation>
            <numerusform>%Ln row written</numerusform>
            <numerusform>%Ln rows written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryText</name>
    <message numerus="yes">
        <source>%1 of %Ln organization(s) read</source>
        <translation>
            <numerusform>%1 of %Ln organization read</numerusform>
            <numerusform>%1 of %Ln organizations read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) could not be read.</source>
        <translation>
            <numerusform>%Ln organization could not be read.</numerusform>
            <numerusform>%Ln organizations could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) have not been read yet.</source>
        <translation>
            <numerusform>%Ln organization has not been read yet.</numerusform>
            <numerusform>%Ln organizations have not been read yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) were removed before they were read.</source>
        <translation>
            <numerusform>%Ln organization was removed before it was read.</numerusform>
            <numerusform>%Ln organizations were removed before they were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) were added while it was read.</source>
        <translation>
            <numerusform>%Ln organization was added while it was read.</numerusform>
            <numerusform>%Ln organizations were added while it was read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) were removed while it was read.</source>
        <translation>
            <numerusform>%Ln organization was removed while it was read.</numerusform>
            <numerusform>%Ln organizations were removed while it was read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation>
            <numerusform>%Ln organization</numerusform>
            <numerusform>%Ln organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, each with fewer.</source>
        <comment>values of a chart</comment>
        <translation>
            <numerusform>%Ln more, with fewer.</numerusform>
            <numerusform>%Ln more, each with fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) listed</source>
        <translation>
            <numerusform>%Ln organization listed</numerusform>
            <numerusform>%Ln organizations listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln read</numerusform>
            <numerusform>%Ln read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln gone</numerusform>
            <numerusform>%Ln gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::KeptInventoriesDialog</name>
    <message numerus="yes">
        <source>%Ln inventory(ies), %1</source>
        <translation>
            <numerusform>%Ln inventory, %1</numerusform>
            <numerusform>%Ln inventories, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationChooser</name>
    <message numerus="yes">
        <source>%Ln organization(s) so far, still reading…</source>
        <translation>
            <numerusform>%Ln organization so far, still reading…</numerusform>
            <numerusform>%Ln organizations so far, still reading…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation>
            <numerusform>%Ln organization</numerusform>
            <numerusform>%Ln organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Only %Ln organization(s) could be read.</source>
        <translation>
            <numerusform>%1 Only %Ln organization could be read.</numerusform>
            <numerusform>%1 Only %Ln organizations could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln organization(s)</source>
        <translation>
            <numerusform>%1 of %Ln organization</numerusform>
            <numerusform>%1 of %Ln organizations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationReportText</name>
    <message numerus="yes">
        <source>Not complete: part of the list, with %Ln connection(s).</source>
        <translation>
            <numerusform>Not complete: part of the list, with %Ln connection.</numerusform>
            <numerusform>Not complete: part of the list, with %Ln connections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not complete: only the %Ln enabled connection(s) of the organization.</source>
        <translation>
            <numerusform>Not complete: only the %Ln enabled connection of the organization.</numerusform>
            <numerusform>Not complete: only the %Ln enabled connections of the organization.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not complete: only the %Ln disabled connection(s) of the organization.</source>
        <translation>
            <numerusform>Not complete: only the %Ln disabled connection of the organization.</numerusform>
            <numerusform>Not complete: only the %Ln disabled connections of the organization.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete: all %Ln connection(s) of the organization in the older list.</source>
        <translation>
            <numerusform>Complete: the %Ln connection of the organization in the older list.</numerusform>
            <numerusform>Complete: all %Ln connections of the organization in the older list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete: all %Ln connection(s) of the organization.</source>
        <translation>
            <numerusform>Complete: the %Ln connection of the organization.</numerusform>
            <numerusform>Complete: all %Ln connections of the organization.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::PassingNote</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::QuitQuestion</name>
    <message numerus="yes">
        <source>%n export(s) are running.</source>
        <translation>
            <numerusform>%n export is running.</numerusform>
            <numerusform>%n exports are running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n export(s) are running.</source>
        <comment>%1 is a sentence about a sweep</comment>
        <translation>
            <numerusform>%1 %n export is running.</numerusform>
            <numerusform>%1 %n exports are running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::RefreshMenu</name>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <comment>refresh automatically</comment>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::RefreshText</name>
    <message numerus="yes">
        <source>%Ln more connection(s) than at %1.</source>
        <translation>
            <numerusform>%Ln more connection than at %1.</numerusform>
            <numerusform>%Ln more connections than at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer connection(s) than at %1.</source>
        <translation>
            <numerusform>%Ln fewer connection than at %1.</numerusform>
            <numerusform>%Ln fewer connections than at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) replaced since %1.</source>
        <translation>
            <numerusform>%Ln connection replaced since %1.</numerusform>
            <numerusform>%Ln connections replaced since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) changed since %1.</source>
        <translation>
            <numerusform>%Ln connection changed since %1.</numerusform>
            <numerusform>%Ln connections changed since %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ReportText</name>
    <message numerus="yes">
        <source>%Ln connection(s) belong to two or more organizations.</source>
        <translation>
            <numerusform>%Ln connection belongs to two or more organizations.</numerusform>
            <numerusform>%Ln connections belong to two or more organizations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedViewText</name>
    <message numerus="yes">
        <source>It contains all %Ln connection(s) of the older list.</source>
        <translation>
            <numerusform>It contains the only connection of the older list.</numerusform>
            <numerusform>It contains all %Ln connections of the older list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains all %Ln connection(s).</source>
        <translation>
            <numerusform>It contains the only connection.</numerusform>
            <numerusform>It contains all %Ln connections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains all %Ln enabled connection(s), and no others.</source>
        <translation>
            <numerusform>It contains the only enabled connection.</numerusform>
            <numerusform>It contains all %Ln enabled connections, and no others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains all %Ln disabled connection(s), and no others.</source>
        <translation>
            <numerusform>It contains the only disabled connection.</numerusform>
            <numerusform>It contains all %Ln disabled connections, and no others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only page %1, with %Ln connection(s).</source>
        <translation>
            <numerusform>It contains only page %1, with %Ln connection.</numerusform>
            <numerusform>It contains only page %1, with %Ln connections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only a selection of %Ln connection(s).</source>
        <translation>
            <numerusform>It contains only a selection of %Ln connection.</numerusform>
            <numerusform>It contains only a selection of %Ln connections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only page %1: %Ln of %2 connections.</source>
        <translation>
            <numerusform>It contains only page %1: %Ln of %2 connections.</numerusform>
            <numerusform>It contains only page %1: %Ln of %2 connections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only a selection: %Ln of %1 connections.</source>
        <translation>
            <numerusform>It contains only a selection: %Ln of %1 connections.</numerusform>
            <numerusform>It contains only a selection: %Ln of %1 connections.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::SessionStatus</name>
    <message numerus="yes">
        <source>Refreshes every %n minute(s)</source>
        <translation>
            <numerusform>Refreshes every minute</numerusform>
            <numerusform>Refreshes every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::SweepText</name>
    <message numerus="yes">
        <source>%1 organization(s).</source>
        <translation>
            <numerusform>%1 organization.</numerusform>
            <numerusform>%1 organizations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 organization(s), about %2 at %3 % of the rate limit.</source>
        <translation>
            <numerusform>%1 organization, about %2 at %3 % of the rate limit.</numerusform>
            <numerusform>%1 organizations, about %2 at %3 % of the rate limit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::TablePane</name>
    <message numerus="yes">
        <source>Page %1 is empty: there are %Ln page(s).</source>
        <translation>
            <numerusform>Page %1 is empty: there is %Ln page.</numerusform>
            <numerusform>Page %1 is empty: there are %Ln pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) in %1 pages</source>
        <translation>
            <numerusform>%Ln match in %1 pages</numerusform>
            <numerusform>%Ln matches in %1 pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln match on this page</source>
        <translation>
            <numerusform>%1 of %Ln matches on this page</numerusform>
            <numerusform>%1 of %Ln match on this page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln match</source>
        <translation>
            <numerusform>%1 of %Ln matches</numerusform>
            <numerusform>%1 of %Ln match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Search all %1 pages (%Ln request(s))</source>
        <translation>
            <numerusform>Search all %1 pages (%Ln request)</numerusform>
            <numerusform>Search all %1 pages (%Ln requests)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln page(s) were read, so matches may be missing.</source>
        <translation>
            <numerusform>Only %Ln page was read, so matches may be missing.</numerusform>
            <numerusform>Only %Ln pages were read, so matches may be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::TokenText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::WholeTenant</name>
    <message numerus="yes">
        <source>%Ln organization(s) could not be read.</source>
        <translation>
            <numerusform>%Ln organization could not be read.</numerusform>
            <numerusform>%Ln organizations could not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
