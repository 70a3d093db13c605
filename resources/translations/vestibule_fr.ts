<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>AppearancePage</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Re&amp;set columns, order of rows, panes and window size</source>
        <translation>Réini&amp;tialiser les colonnes, l’ordre des lignes, les volets et la taille de la fenêtre</translation>
    </message>
    <message>
        <source>Once, for every tenant, when you press OK.</source>
        <translation>Une seule fois, pour tous les locataires, en cliquant sur OK.</translation>
    </message>
    <message>
        <source>Rows per &amp;page</source>
        <translation>Lignes par pa&amp;ge</translation>
    </message>
</context>
<context>
    <name>ConnectionDetailPane</name>
    <message>
        <source>&amp;Summary</source>
        <translation>&amp;Résumé</translation>
    </message>
    <message>
        <source>&amp;Login prompt</source>
        <translation>Page de conne&amp;xion</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, pour les tableurs</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, pour les programmes</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>A&amp;ll columns</source>
        <translation>T&amp;outes les colonnes</translation>
    </message>
    <message>
        <source>&amp;Header</source>
        <translation>E&amp;n-tête</translation>
    </message>
    <message>
        <source>API field names</source>
        <translation>Noms des champs de l’API</translation>
    </message>
    <message>
        <source>Column titles</source>
        <translation>Titres des colonnes</translation>
    </message>
    <message>
        <source>Se&amp;parator</source>
        <translation>Sé&amp;parateur</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Virgule</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Point-virgule</translation>
    </message>
    <message>
        <source>For E&amp;xcel: mark the file as UTF-8</source>
        <translation>Pour E&amp;xcel&#xa0;: marquer le fichier comme UTF-8</translation>
    </message>
    <message>
        <source>Adds a byte order mark; without it, Excel may show accented letters wrongly.</source>
        <translation>Ajoute une marque d’ordre des octets (BOM)&#x202f;; sans elle, Excel peut mal afficher les lettres accentuées.</translation>
    </message>
    <message>
        <source>Escape cells that look like for&amp;mulas</source>
        <translation>Neutr&amp;aliser les cellules qui ressemblent à des formules</translation>
    </message>
    <message>
        <source>Puts an apostrophe before cells that a spreadsheet would run as formulas.</source>
        <translation>Met une apostrophe devant les cellules qu’un tableur exécuterait comme des formules.</translation>
    </message>
    <message>
        <source>Also save a prove&amp;nance file (.meta.json)</source>
        <translation>Enregistrer aussi un fichier de p&amp;rovenance (.meta.json)</translation>
    </message>
    <message>
        <source>P&amp;review</source>
        <translation>Aperç&amp;u</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the character</comment>
        <translation>Tabulation</translation>
    </message>
    <message>
        <source>NDJSON, one row per line</source>
        <translation>NDJSON, une ligne par enregistrement</translation>
    </message>
    <message>
        <source>V&amp;isible columns, in this order</source>
        <translation>Colonnes &amp;visibles, dans l’ordre affiché</translation>
    </message>
    <message>
        <source>Saved beside the file, with .meta.json after its name: tenant, organization, filter, time, number of rows, and the SHA-256 of the file.</source>
        <translation>À côté du fichier, avec .meta.json après son nom&#xa0;: locataire, organisation, filtre, heure, nombre de lignes et SHA-256 du fichier.</translation>
    </message>
</context>
<context>
    <name>ExportWindow</name>
    <message>
        <source>Rows read</source>
        <translation>Lignes lues</translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>&amp;Host and port</source>
        <translation>&amp;Hôte et port</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Hôte du proxy</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port du proxy</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>Leave empty if the proxy needs none</source>
        <translation>Laissez vide si le proxy n’en demande pas</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>CA &amp;certificate</source>
        <translation>&amp;Certificat d’autorité (CA)</translation>
    </message>
    <message>
        <source>Trusted in addition to the system&apos;s certificates; a PEM file</source>
        <translation>Reconnu en plus des certificats du système (fichier PEM)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Parcour&amp;ir…</translation>
    </message>
    <message>
        <source>Time-&amp;out</source>
        <translation>&amp;Délai d’attente</translation>
    </message>
    <message>
        <source>Certificate problems cannot be ignored: without a trusted connection, nothing is sent.</source>
        <translation>Un problème de certificat ne peut pas être ignoré&#xa0;: sans liaison fiable, rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Leave empty to keep the saved one for this proxy and user</source>
        <translation>Laissez vide pour garder celui enregistré pour ce proxy et cet utilisateur</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>Leave empty to keep the saved password</source>
        <translation>Laissez vide pour garder le mot de passe enregistré</translation>
    </message>
    <message>
        <source>A PEM file, besides the system&apos;s</source>
        <translation>Fichier PEM, en plus de ceux du système</translation>
    </message>
</context>
<context>
    <name>OrganizationChooser</name>
    <message>
        <source>Find an organization</source>
        <translation>Rechercher une organisation</translation>
    </message>
    <message>
        <source>Name or ID</source>
        <translation>Nom ou ID</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisations</translation>
    </message>
</context>
<context>
    <name>PagerBar</name>
    <message>
        <source>&amp;Page</source>
        <comment>followed by a field with the page&apos;s number</comment>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Type a page number and press Enter</source>
        <translation>Saisissez un numéro de page et appuyez sur Entrée</translation>
    </message>
    <message>
        <source>&amp;Rows per page</source>
        <translation>&amp;Lignes par page</translation>
    </message>
    <message>
        <source>Rows per page</source>
        <translation>Lignes par page</translation>
    </message>
    <message>
        <source>Any number from 1 to 100</source>
        <translation>Un nombre de 1 à 100</translation>
    </message>
    <message>
        <source>When these rows came from the tenant</source>
        <translation>Heure à laquelle le locataire a envoyé ces lignes</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des paramètres</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Locataires</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message>
        <source>Tenants</source>
        <translation>Locataires</translation>
    </message>
    <message>
        <source>Add a tenant</source>
        <translation>Ajouter un locataire</translation>
    </message>
    <message>
        <source>Duplicate this tenant, without its token</source>
        <translation>Dupliquer ce locataire, sans son jeton</translation>
    </message>
    <message>
        <source>Duplicate this tenant</source>
        <translation>Dupliquer ce locataire</translation>
    </message>
    <message>
        <source>Remove this tenant and its token</source>
        <translation>Retirer ce locataire et son jeton</translation>
    </message>
    <message>
        <source>Remove this tenant</source>
        <translation>Retirer ce locataire</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation>&amp;Domaine</translation>
    </message>
    <message>
        <source>Organization &amp;ID</source>
        <translation>&amp;ID de l’organisation</translation>
    </message>
    <message>
        <source>Optional: else the last one used</source>
        <translation>Facultatif&#xa0;: sinon la dernière</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <source>Access</source>
        <comment>of a tenant: with a token or an application</comment>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Appli&amp;cation</source>
        <translation>Appli&amp;cation</translation>
    </message>
    <message>
        <source>It signs in by itself, and its token renews automatically.</source>
        <translation>Elle se connecte elle-même et son jeton est renouvelé automatiquement.</translation>
    </message>
    <message>
        <source>API t&amp;oken</source>
        <translation>Jet&amp;on d’API</translation>
    </message>
    <message>
        <source>You enter a new one when it expires.</source>
        <translation>À saisir de nouveau après son expiration.</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>ID clie&amp;nt</translation>
    </message>
    <message>
        <source>A&amp;udience</source>
        <translation>A&amp;udience</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <comment>button: makes real requests</comment>
        <translation>T&amp;ester</translation>
    </message>
    <message>
        <source>Makes real requests and shows the result</source>
        <translation>Envoie de vraies requêtes et affiche le résultat</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>API &amp;token</source>
        <translation>&amp;Jeton d’API</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>&amp;ID client</translation>
    </message>
</context>
<context>
    <name>Vestibule::AccessCheck</name>
    <message>
        <source>It cannot list the organizations. You can open them by ID; choosing them by name and sweeping the tenant need the scope read:organizations_summary.</source>
        <translation>Cet accès ne permet pas de lister les organisations. Vous pouvez les ouvrir par leur ID&#x202f;; pour les choisir par leur nom et faire le relevé du locataire, il faut le scope read:organizations_summary.</translation>
    </message>
    <message>
        <source>The application signs in.</source>
        <translation>L’application se connecte.</translation>
    </message>
    <message>
        <source>It can list the organizations: there are none.</source>
        <translation>Cet accès permet de lister les organisations&#xa0;: il n’y en a aucune.</translation>
    </message>
    <message>
        <source>It can list the organizations.</source>
        <translation>Cet accès permet de lister les organisations.</translation>
    </message>
    <message>
        <source>It can read the connections of an organization.</source>
        <translation>Cet accès permet de lire les connexions d’une organisation.</translation>
    </message>
    <message>
        <source>It cannot read the connections of an organization: it needs the scope read:organization_connections.</source>
        <translation>Cet accès ne permet pas de lire les connexions d’une organisation&#xa0;: il faut le scope read:organization_connections.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
</context>
<context>
    <name>Vestibule::AccessGuide</name>
    <message>
        <source>Cop&amp;y the commands</source>
        <translation>Copier &amp;les commandes</translation>
    </message>
    <message>
        <source>Commands for the Auth0 CLI</source>
        <translation>Commandes pour Auth0 CLI</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of a step, and the step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Commands copied</source>
        <translation>Commandes copiées</translation>
    </message>
    <message>
        <source>With the Auth0 CLI, in a shell (the second command prints what to paste above):</source>
        <translation>Avec l’outil Auth0 CLI (la deuxième commande affiche ce qu’il faut coller ci-dessus)&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Vestibule::AppearancePage</name>
    <message>
        <source>System default</source>
        <comment>language</comment>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>Follow system</source>
        <comment>theme</comment>
        <translation>Thème du système</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <comment>theme</comment>
        <translation>Contraste élevé</translation>
    </message>
</context>
<context>
    <name>Vestibule::BrowserMessages</name>
    <message>
        <source>There is no page %1: this is the last one, page %2.</source>
        <translation>La page&#xa0;%1 n’existe pas&#xa0;: voici la dernière, la page&#xa0;%2.</translation>
    </message>
    <message>
        <source>The list has changed: it had %1 connections and has %2 now. Rows may have moved between pages.</source>
        <translation>La liste a changé&#xa0;: le nombre de connexions est passé de %1 à %2. Des lignes ont pu changer de page.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The rows below are from %1.</source>
        <translation>Les lignes ci-dessous datent de %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Saisir un jeton…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Read the older list</source>
        <translation>Lire l’ancienne liste</translation>
    </message>
    <message>
        <source>The list changed while it was read: a connection is listed twice, so another may be missing.</source>
        <translation>La liste a changé pendant la lecture&#xa0;: une connexion figure deux fois, une autre manque peut-être.</translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %n row(s) of this page were received. The list may be changing.</source>
        <translation>
            <numerusform>Cette page est incomplète (ligne reçue&#xa0;: %1 sur %n). La liste est peut-être en train de changer.</numerusform>
            <numerusform>Cette page est incomplète (lignes reçues&#xa0;: %1 sur %n). La liste est peut-être en train de changer.</numerusform>
        </translation>
    </message>
    <message>
        <source>The token has expired. The rows on screen stay; enter a new token to continue.</source>
        <translation>Le jeton a expiré. Les lignes affichées restent à l’écran&#x202f;; saisissez un nouveau jeton pour continuer.</translation>
    </message>
    <message>
        <source>The selected connection is no longer there.</source>
        <translation>La connexion sélectionnée n’est plus là.</translation>
    </message>
    <message>
        <source>The tenant allows %1 rows per page, and %2 were requested. The other rows are on the next pages.</source>
        <translation>Le locataire autorise %1 lignes par page et %2 étaient demandées. Les autres lignes se trouvent sur les pages suivantes.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Client secret…</source>
        <translation>Secret client…</translation>
    </message>
    <message>
        <source>Waiting for the tenant</source>
        <translation>En attente du locataire</translation>
    </message>
</context>
<context>
    <name>Vestibule::CatalogueText</name>
    <message>
        <source>the list of connections is missing</source>
        <translation>la liste des connexions est absente</translation>
    </message>
    <message>
        <source>more connections came than were requested</source>
        <translation>plus de connexions ont été reçues que demandé</translation>
    </message>
    <message>
        <source>connection %1 has no ID</source>
        <translation>la connexion nº&#xa0;%1 n’a pas d’ID</translation>
    </message>
    <message>
        <source>the name or strategy of connection %1 is not text</source>
        <translation>le nom ou la stratégie de la connexion nº&#xa0;%1 n’est pas un texte</translation>
    </message>
</context>
<context>
    <name>Vestibule::ChangeDetails</name>
    <message>
        <source>Open in &amp;tenant</source>
        <translation>Ouvrir dans le &amp;locataire</translation>
    </message>
    <message>
        <source>Show its lin&amp;ks</source>
        <translation>Afficher les a&amp;ssociations</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Select a difference to see the old value beside the new one.</source>
        <translation>Sélectionnez une différence pour voir l’ancienne valeur à côté de la nouvelle.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>the old value</comment>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <comment>the new value</comment>
        <translation>Après</translation>
    </message>
</context>
<context>
    <name>Vestibule::ChangesExport</name>
    <message>
        <source>Export the differences</source>
        <translation>Exporter les différences</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, pour les tableurs (*.csv)</translation>
    </message>
    <message>
        <source>JSON, for programs (*.json)</source>
        <translation>JSON, pour les programmes (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Writing the differences…</source>
        <translation>Écriture des différences…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s) written to %1.</source>
        <translation>
            <numerusform>%Ln différence écrite dans %1.</numerusform>
            <numerusform>%Ln différences écrites dans %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ChangesPage</name>
    <message>
        <source>Swap</source>
        <translation>Intervertir</translation>
    </message>
    <message>
        <source>Swap the old and the new inventory</source>
        <translation>Intervertir l’ancien et le nouvel inventaire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>By organization</source>
        <translation>Par organisation</translation>
    </message>
    <message>
        <source>By connection</source>
        <translation>Par connexion</translation>
    </message>
    <message>
        <source>Grouping of the differences</source>
        <translation>Regroupement des différences</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Old: %1</source>
        <comment>an inventory</comment>
        <translation>Ancien&#xa0;: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <comment>an inventory</comment>
        <translation>Nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>differences that match, all differences</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing has been compared yet.</source>
        <translation>Rien n’a encore été comparé.</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Tri en cours…</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Rien ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Both inventories are the same.</source>
        <translation>Les deux inventaires sont identiques.</translation>
    </message>
    <message>
        <source>No difference was found, but not everything could be compared.</source>
        <translation>Aucune différence trouvée, mais tout n’a pas pu être comparé.</translation>
    </message>
    <message>
        <source>That is the inventory of another tenant, %1, with different IDs.</source>
        <translation>C’est l’inventaire d’un autre locataire, %1, dont les ID sont différents.</translation>
    </message>
    <message>
        <source>Compare by name</source>
        <translation>Comparer par nom</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Both lists are the same.</source>
        <translation>Les deux listes sont identiques.</translation>
    </message>
</context>
<context>
    <name>Vestibule::ChangesTree</name>
    <message numerus="yes">
        <source>%n change(s) copied</source>
        <translation>
            <numerusform>%n changement copié</numerusform>
            <numerusform>%n changements copiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell copied</source>
        <translation>Cellule copiée</translation>
    </message>
    <message>
        <source>Copy &amp;cell</source>
        <translation>Copier la &amp;cellule</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copier les &amp;lignes</translation>
    </message>
</context>
<context>
    <name>Vestibule::ColumnMenu</name>
    <message>
        <source>Col&amp;umns</source>
        <translation>Col&amp;onnes</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Réinitialiser les colonnes</translation>
    </message>
    <message>
        <source>Filter &amp;this column</source>
        <translation>&amp;Filtrer cette colonne</translation>
    </message>
</context>
<context>
    <name>Vestibule::ColumnText</name>
    <message>
        <source>The connection&apos;s name in the whole tenant. A dot before it: something needs attention.</source>
        <translation>Le nom de la connexion dans tout le locataire. Précédé d’un point&#xa0;: quelque chose est à vérifier.</translation>
    </message>
    <message>
        <source>The name that the organization&apos;s administrators see.</source>
        <translation>Le nom que voient les administrateurs de l’organisation.</translation>
    </message>
    <message>
        <source>Where users sign in: an identity provider, or a database of the tenant.</source>
        <translation>Où les utilisateurs se connectent&#xa0;: un fournisseur d’identité ou une base de données du locataire.</translation>
    </message>
    <message>
        <source>Whether users can sign in to this organization with the connection.</source>
        <translation>Indique si les utilisateurs peuvent se connecter à cette organisation avec la connexion.</translation>
    </message>
    <message>
        <source>How much of the connection the organization&apos;s administrators can view and change.</source>
        <translation>Ce que les administrateurs de l’organisation peuvent voir et modifier de la connexion.</translation>
    </message>
    <message>
        <source>The access of members who join through the connection.</source>
        <translation>L’accès des membres qui rejoignent l’organisation par la connexion.</translation>
    </message>
    <message>
        <source>Automatic: users become members when they sign in. Invited: they must be members before.</source>
        <translation>Automatique&#xa0;: les utilisateurs deviennent membres en se connectant. Sur invitation&#xa0;: ils doivent déjà être membres.</translation>
    </message>
    <message>
        <source>Whether the organization&apos;s login page shows a button for the connection. Only applies to enterprise connections.</source>
        <translation>Indique si la page de connexion de l’organisation affiche un bouton pour la connexion. Ne concerne que les connexions d’entreprise.</translation>
    </message>
    <message>
        <source>Whether new users can create an account through this organization. Only applies to database connections.</source>
        <translation>Indique si de nouveaux utilisateurs peuvent créer un compte par cette organisation. Ne concerne que les connexions de base de données.</translation>
    </message>
    <message>
        <source>Identifies the connection in the API and in logs.</source>
        <translation>Désigne la connexion dans l’API et dans les journaux.</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>head of a column</comment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Display name</source>
        <comment>head of a column</comment>
        <translation>Nom d’affichage</translation>
    </message>
    <message>
        <source>Strategy</source>
        <comment>head of a column</comment>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>Enabled</source>
        <comment>head of a column</comment>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Access</source>
        <comment>head of a column</comment>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Member access</source>
        <comment>head of a column</comment>
        <translation>Accès des membres</translation>
    </message>
    <message>
        <source>Membership</source>
        <comment>head of a column</comment>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Button</source>
        <comment>head of a column</comment>
        <translation>Bouton</translation>
    </message>
    <message>
        <source>Sign-up</source>
        <comment>head of a column</comment>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>ID</source>
        <comment>head of a column</comment>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>Vestibule::CommandLine</name>
    <message>
        <source>Unexpected argument: %1.</source>
        <translation>Argument inattendu&#xa0;: %1.</translation>
    </message>
    <message>
        <source>--token-file needs a file.</source>
        <translation>--token-file exige un fichier.</translation>
    </message>
    <message>
        <source>--demo and --domain exclude each other.</source>
        <translation>--demo et --domain sont incompatibles.</translation>
    </message>
    <message>
        <source>--export and --screenshot exclude each other.</source>
        <translation>--export et --screenshot sont incompatibles.</translation>
    </message>
    <message>
        <source>%1 needs a file.</source>
        <translation>%1 exige un fichier.</translation>
    </message>
    <message>
        <source>--%1 takes true or false.</source>
        <translation>--%1 attend true ou false.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3.</source>
        <translation>--%1 attend un nombre entier de %2 à %3.</translation>
    </message>
    <message>
        <source>--profile needs the name of a tenant.</source>
        <translation>--profile exige le nom d’un locataire.</translation>
    </message>
    <message>
        <source>--profile names the tenant; --demo and --domain cannot be used with it.</source>
        <translation>--profile nomme le locataire&#x202f;; --demo et --domain sont incompatibles avec cette option.</translation>
    </message>
    <message>
        <source>--%1 needs --export.</source>
        <translation>--%1 exige --export.</translation>
    </message>
    <message>
        <source>--format takes csv, json or ndjson.</source>
        <translation>--format attend csv, json ou ndjson.</translation>
    </message>
    <message>
        <source>--meta needs a file; it cannot be used with standard output.</source>
        <translation>--meta exige un fichier (impossible avec la sortie standard).</translation>
    </message>
    <message>
        <source>--%1 is for CSV only; JSON has the rows exactly as received.</source>
        <translation>--%1 ne concerne que le CSV&#x202f;; en JSON, les lignes restent telles que reçues.</translation>
    </message>
    <message>
        <source>--separator takes comma, semicolon or tab.</source>
        <translation>--separator attend comma, semicolon ou tab.</translation>
    </message>
    <message>
        <source>--columns: there is no column &quot;%1&quot;; the columns are %2.</source>
        <translation>--columns&#xa0;: la colonne «&#xa0;%1&#xa0;» n’existe pas&#x202f;; les colonnes sont %2.</translation>
    </message>
    <message>
        <source>--columns names %1 twice.</source>
        <translation>--columns nomme deux fois %1.</translation>
    </message>
    <message>
        <source>The name of the saved view is empty.</source>
        <translation>Le nom de la vue enregistrée est vide.</translation>
    </message>
    <message>
        <source>--%1 cannot be used with a saved view (%2).</source>
        <translation>--%1 est incompatible avec une vue enregistrée (%2).</translation>
    </message>
    <message>
        <source>--screenshot needs a file; it cannot be used with standard output.</source>
        <translation>--screenshot exige un fichier (impossible avec la sortie standard).</translation>
    </message>
    <message>
        <source>The built-in demo tenant; needs no account.</source>
        <translation>Le locataire de démonstration intégré&#x202f;; sans compte.</translation>
    </message>
    <message>
        <source>The tenant&apos;s domain, such as acme.eu.auth0.com (default: AUTH0_DOMAIN, then the tenant used last).</source>
        <translation>Le domaine du locataire, par exemple acme.eu.auth0.com (par défaut&#xa0;: AUTH0_DOMAIN, puis le dernier locataire utilisé).</translation>
    </message>
    <message>
        <source>Read the token from FILE, or from standard input for - (default: AUTH0_API_TOKEN).</source>
        <translation>Lire le jeton dans FILE, ou sur l’entrée standard avec - (par défaut&#xa0;: AUTH0_API_TOKEN).</translation>
    </message>
    <message>
        <source>How long to wait for a response (default: 30, or the time-out in the settings).</source>
        <translation>Délai d’attente d’une réponse (par défaut&#xa0;: 30, ou celui des paramètres).</translation>
    </message>
    <message>
        <source>How long to wait for the rate limit in total (default: 300).</source>
        <translation>Attente totale maximale pour la limite de débit (par défaut&#xa0;: 300).</translation>
    </message>
    <message>
        <source>The organization&apos;s ID.</source>
        <translation>ID de l’organisation.</translation>
    </message>
    <message>
        <source>Only enabled or only disabled connections.</source>
        <translation>Seulement les connexions activées ou seulement les désactivées.</translation>
    </message>
    <message>
        <source>One page, counted from 1.</source>
        <translation>Une seule page, numérotée à partir de 1.</translation>
    </message>
    <message>
        <source>Rows per page, 1 to 100 (default: 100 for --export).</source>
        <translation>Lignes par page, de 1 à 100 (par défaut&#xa0;: 100 pour --export).</translation>
    </message>
    <message>
        <source>The columns of a CSV file, in this order (default: all).</source>
        <translation>Les colonnes d’un fichier CSV, dans cet ordre (par défaut&#xa0;: toutes).</translation>
    </message>
    <message>
        <source>The separator of a CSV file: comma, semicolon or tab (default: comma).</source>
        <translation>Le séparateur d’un fichier CSV&#xa0;: comma (virgule), semicolon (point-virgule) ou tab (par défaut&#xa0;: comma).</translation>
    </message>
    <message>
        <source>Begin a CSV file with a byte order mark, for Excel.</source>
        <translation>Commencer un fichier CSV par une marque d’ordre des octets, pour Excel.</translation>
    </message>
    <message>
        <source>Do not escape cells that look like formulas.</source>
        <translation>Ne pas neutraliser les cellules qui ressemblent à des formules.</translation>
    </message>
    <message>
        <source>Default: csv.</source>
        <translation>Par défaut&#xa0;: csv.</translation>
    </message>
    <message>
        <source>Also write a provenance file, FILE.meta.json.</source>
        <translation>Écrire aussi un fichier de provenance, FILE.meta.json.</translation>
    </message>
    <message>
        <source>Print only errors.</source>
        <translation>N’afficher que les erreurs.</translation>
    </message>
    <message>
        <source>Write all pages (or --page) to FILE, or to standard output for -, and exit.</source>
        <translation>Écrire toutes les pages (ou --page) dans FILE, ou sur la sortie standard avec -, puis quitter.</translation>
    </message>
    <message>
        <source>Save a screenshot of the window and exit.</source>
        <translation>Enregistrer une capture de la fenêtre, puis quitter.</translation>
    </message>
    <message>
        <source>Which connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Export (needs no display)</source>
        <translation>Export (sans affichage)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Show this help and exit.</source>
        <translation>Afficher cette aide et quitter.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Afficher la version et quitter.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Exemples&#xa0;:</translation>
    </message>
    <message>
        <source>%1 is not the address of a file on this computer.</source>
        <translation>%1 n’est pas l’adresse d’un fichier de cet ordinateur.</translation>
    </message>
    <message>
        <source>Argument %1 is not UTF-8: %2.</source>
        <translation>L’argument %1 n’est pas en UTF-8&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Write the inventory to FILE.vestibule when the sweep ends (default: keep it for the window).</source>
        <translation>Écrire l’inventaire dans FILE.vestibule à la fin du relevé (par défaut&#xa0;: le garder pour la fenêtre).</translation>
    </message>
    <message>
        <source>Read only the organizations whose IDs are in FILE, or on standard input for -, one per line.</source>
        <translation>Ne lire que les organisations dont les ID sont dans FILE, ou sur l’entrée standard avec -, un par ligne.</translation>
    </message>
    <message>
        <source>Use at most this part of the tenant&apos;s rate limit, 1 to 100 (default: 50).</source>
        <translation>Utiliser au plus cette part de la limite de débit du locataire, de 1 à 100 (par défaut&#xa0;: 50).</translation>
    </message>
    <message>
        <source>Also read again the organizations that failed.</source>
        <translation>Relire aussi les organisations qui ont échoué.</translation>
    </message>
    <message>
        <source>Start over and read everything again.</source>
        <translation>Tout relire depuis le début.</translation>
    </message>
    <message>
        <source>Which tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>Ce qui est lu</translation>
    </message>
    <message>
        <source>How long to wait in total for one organization when the tenant asks for it (default: 300).</source>
        <translation>Attente totale maximale pour une organisation, à la demande du locataire (par défaut&#xa0;: 300).</translation>
    </message>
    <message>
        <source>Write to FILE (default: standard output).</source>
        <translation>Écrire dans FILE (par défaut&#xa0;: la sortie standard).</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Which links</source>
        <translation>Associations</translation>
    </message>
    <message>
        <source>Only connections of this strategy, such as okta.</source>
        <translation>Seulement les connexions de cette stratégie, par exemple okta.</translation>
    </message>
    <message>
        <source>Only this access level: none, readonly, limited or full.</source>
        <translation>Seulement ce niveau d’accès&#xa0;: none, readonly, limited ou full.</translation>
    </message>
    <message>
        <source>Only this connection.</source>
        <translation>Seulement cette connexion.</translation>
    </message>
    <message>
        <source>Only this organization.</source>
        <translation>Seulement cette organisation.</translation>
    </message>
    <message>
        <source>Only the organizations that use this connection, one row each, with the columns of &quot;vestibule links&quot;.</source>
        <translation>Seulement les organisations qui utilisent cette connexion, une par ligne, avec les colonnes de «&#xa0;vestibule links&#xa0;».</translation>
    </message>
    <message>
        <source>--into needs a file.</source>
        <translation>--into exige un fichier.</translation>
    </message>
    <message>
        <source>--organizations needs a file.</source>
        <translation>--organizations exige un fichier.</translation>
    </message>
    <message>
        <source>--organizations and --token-file cannot both read standard input.</source>
        <translation>--organizations et --token-file ne peuvent pas lire toutes deux l’entrée standard.</translation>
    </message>
    <message>
        <source>--retry-failed and --anew exclude each other.</source>
        <translation>--retry-failed et --anew sont incompatibles.</translation>
    </message>
    <message>
        <source>The inventory FILE is missing.</source>
        <translation>Il manque le fichier de l’inventaire.</translation>
    </message>
    <message>
        <source>--%1 needs a name or an ID.</source>
        <translation>--%1 exige un nom ou un ID.</translation>
    </message>
    <message>
        <source>Reads all organizations of a tenant and the connections of each into an inventory. If a sweep ends early, run the same command to continue: no organization is read twice.</source>
        <translation>Lit toutes les organisations d’un locataire et les connexions de chacune dans un inventaire. Si un relevé s’arrête avant la fin, relancez la même commande pour continuer&#xa0;: aucune organisation n’est lue deux fois.</translation>
    </message>
    <message>
        <source>Lists which organization uses which connection, from the inventory FILE. If the inventory is not complete, the rows are written anyway, and the exit status is 7.</source>
        <translation>Liste quelle organisation utilise quelle connexion, d’après l’inventaire FILE. Si l’inventaire est incomplet, les lignes sont écrites quand même et le code de sortie est 7.</translation>
    </message>
    <message>
        <source>Lists the connections of the inventory FILE, and how many organizations use each of them and how. If the inventory is not complete, the rows are written anyway, and the exit status is 7.</source>
        <translation>Liste les connexions de l’inventaire FILE, avec le nombre d’organisations qui utilisent chacune et de quelle manière. Si l’inventaire est incomplet, les lignes sont écrites quand même et le code de sortie est 7.</translation>
    </message>
    <message>
        <source>Which findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Only this rule, such as shared-membership; may be given several times.</source>
        <translation>Seulement cette règle, par exemple shared-membership&#x202f;; peut être répété.</translation>
    </message>
    <message>
        <source>Which findings make the exit status 1 (default: high).</source>
        <translation>Quels constats donnent le code de sortie 1 (par défaut&#xa0;: high).</translation>
    </message>
    <message>
        <source>Default: text.</source>
        <translation>Par défaut&#xa0;: text.</translation>
    </message>
    <message>
        <source>--rule: %1 is not the ID of a rule.</source>
        <translation>--rule&#xa0;: %1 n’est pas l’ID d’une règle.</translation>
    </message>
    <message>
        <source>--fail-on takes high, inform or never.</source>
        <translation>--fail-on attend high, inform ou never.</translation>
    </message>
    <message>
        <source>--format takes text, csv or json.</source>
        <translation>--format attend text, csv ou json.</translation>
    </message>
    <message>
        <source>Lists what documented rules report about the connections in the inventory FILE, each finding with its organization and connection. The exit status is 1 if there are findings of high severity that are not muted, and 7 if the inventory is not complete. The rules: %1.</source>
        <translation>Liste ce que des règles documentées signalent sur les connexions de l’inventaire FILE, chaque constat avec son organisation et sa connexion. Le code de sortie est 1 s’il y a des constats de gravité élevée qui ne sont pas ignorés, et 7 si l’inventaire est incomplet. Les règles&#xa0;: %1.</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Match organizations and connections by name instead of by ID, as for two tenants.</source>
        <translation>Rapprocher les organisations et les connexions par leur nom et non par leur ID, comme pour deux locataires.</translation>
    </message>
    <message>
        <source>Two inventories are needed: the old one and the new one.</source>
        <translation>Il faut deux inventaires&#xa0;: l’ancien et le nouveau.</translation>
    </message>
    <message>
        <source>--%1 needs --format csv.</source>
        <translation>--%1 exige --format csv.</translation>
    </message>
    <message>
        <source>Shows what differs between two inventories, field by field. The exit status is 0 if nothing differs, 1 if something differs, and 7 if not everything could be compared.</source>
        <translation>Montre ce qui diffère entre deux inventaires, champ par champ. Le code de sortie est 0 si rien ne diffère, 1 si quelque chose diffère et 7 si tout n’a pas pu être comparé.</translation>
    </message>
    <message>
        <source>Write the report to FILE.html, or to standard output for -.</source>
        <translation>Écrire le rapport dans FILE.html, ou sur la sortie standard avec -.</translation>
    </message>
    <message>
        <source>Shows every connection that users of an Auth0 organization can sign in with. It only reads. SAVED.json is a JSON export, which is shown in place of a tenant. &quot;vestibule sweep&quot; reads all organizations of a tenant into an inventory; &quot;vestibule links&quot; lists which organization uses which connection, &quot;vestibule used-by&quot; how each connection is used, &quot;vestibule findings&quot; what needs attention, and &quot;vestibule compare&quot; what differs between two inventories; &quot;vestibule report&quot; writes a report as a web page. Each of them shows its options with --help.</source>
        <translation>Affiche toutes les connexions par lesquelles les utilisateurs d’une organisation Auth0 peuvent se connecter. Le programme ne fait que lire. SAVED.json est un export JSON, affiché à la place d’un locataire. «&#xa0;vestibule sweep&#xa0;» lit toutes les organisations d’un locataire dans un inventaire&#x202f;; «&#xa0;vestibule links&#xa0;» liste quelle organisation utilise quelle connexion, «&#xa0;vestibule used-by&#xa0;» comment chaque connexion est utilisée, «&#xa0;vestibule findings&#xa0;» ce qui est à vérifier et «&#xa0;vestibule compare&#xa0;» ce qui diffère entre deux inventaires&#x202f;; «&#xa0;vestibule report&#xa0;» écrit un rapport sous forme de page web. Chacune de ces commandes affiche ses options avec --help.</translation>
    </message>
    <message>
        <source>Also read the tenant&apos;s connections, to find the unused ones; the token needs the scope read:connections.</source>
        <translation>Lire aussi les connexions du locataire, pour trouver celles qui sont inutilisées&#x202f;; le jeton doit avoir le scope read:connections.</translation>
    </message>
    <message>
        <source>--catalogue and --organizations exclude each other: only all organizations together show which connections are unused.</source>
        <translation>--catalogue et --organizations sont incompatibles&#xa0;: il faut toutes les organisations pour savoir quelles connexions sont inutilisées.</translation>
    </message>
    <message>
        <source>%1 is the inventory itself.</source>
        <translation>%1 est l’inventaire lui-même.</translation>
    </message>
    <message>
        <source>What to report</source>
        <translation>Contenu du rapport</translation>
    </message>
    <message>
        <source>Also report what has changed since the older inventory OLD.</source>
        <translation>Indiquer aussi ce qui a changé depuis l’ancien inventaire OLD.</translation>
    </message>
    <message>
        <source>--%1 needs --compare.</source>
        <translation>--%1 exige --compare.</translation>
    </message>
    <message>
        <source>Report only this organization, with a drawing of its login prompt.</source>
        <translation>Le rapport de cette seule organisation, avec un dessin de sa page de connexion.</translation>
    </message>
    <message>
        <source>--compare and --organization exclude each other.</source>
        <translation>--compare et --organization sont incompatibles.</translation>
    </message>
    <message>
        <source>Writes a report of the inventory FILE, or of a saved view of one organization: one HTML file without scripts, which needs no network and can be printed. If something is not complete, or not everything could be compared, the report says so and is written anyway, and the exit status is 7.</source>
        <translation>Écrit un rapport de l’inventaire FILE, ou d’une vue enregistrée d’une organisation&#xa0;: un seul fichier HTML sans scripts, qui se passe de réseau et s’imprime. Si quelque chose est incomplet, ou si tout n’a pas pu être comparé, le rapport l’indique, il est écrit quand même et le code de sortie est 7.</translation>
    </message>
    <message>
        <source>A tenant from the settings, with its domain, organization and access.</source>
        <translation>Un locataire des paramètres, avec son domaine, son organisation et son accès.</translation>
    </message>
    <message>
        <source>Without a token: sign in as this application (default: AUTH0_CLIENT_ID, then that of the settings).</source>
        <translation>Sans jeton&#xa0;: se connecter en tant que cette application (par défaut&#xa0;: AUTH0_CLIENT_ID, puis celle des paramètres).</translation>
    </message>
    <message>
        <source>Read the client secret from FILE, or from standard input for - (default: AUTH0_CLIENT_SECRET).</source>
        <translation>Lire le secret client dans FILE, ou sur l’entrée standard avec - (par défaut&#xa0;: AUTH0_CLIENT_SECRET).</translation>
    </message>
    <message>
        <source>Access and network</source>
        <translation>Accès et réseau</translation>
    </message>
    <message>
        <source>--organizations and --client-secret-file cannot both read standard input.</source>
        <translation>--organizations et --client-secret-file ne peuvent pas lire toutes deux l’entrée standard.</translation>
    </message>
    <message>
        <source>--client-id needs the ID of an application.</source>
        <translation>--client-id exige l’ID d’une application.</translation>
    </message>
    <message>
        <source>--token-file and --client-secret-file cannot both read standard input.</source>
        <translation>--token-file et --client-secret-file ne peuvent pas lire toutes deux l’entrée standard.</translation>
    </message>
</context>
<context>
    <name>Vestibule::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Find an action, a place, an organization or a tenant</source>
        <translation>Rechercher une action, une vue, une organisation ou un locataire</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Tenant, %1</source>
        <translation>Locataire, %1</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Rien ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Vestibule::CompareDialog</name>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Earlier inventories of this tenant:</source>
        <translation>Inventaires antérieurs de ce locataire&#xa0;:</translation>
    </message>
    <message>
        <source>There is no earlier inventory of this tenant yet: the next sweep keeps the current one. You can also choose a file.</source>
        <translation>Il n’y a pas encore d’inventaire antérieur de ce locataire&#xa0;: le prochain relevé conservera l’inventaire actuel. Vous pouvez aussi choisir un fichier.</translation>
    </message>
    <message>
        <source>Another &amp;file…</source>
        <translation>Autre &amp;fichier…</translation>
    </message>
    <message>
        <source>The latest sweep</source>
        <translation>Le dernier relevé</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a time, the size of a file</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Other inventories of this tenant:</source>
        <translation>Autres inventaires de ce locataire&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Vestibule::ComparedViewChooser</name>
    <message>
        <source>Compare with a saved view</source>
        <translation>Comparer avec une vue enregistrée</translation>
    </message>
    <message>
        <source>Saved views (*.json)</source>
        <translation>Vues enregistrées (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectText</name>
    <message>
        <source>This text contains more than one domain: paste only the one to use.</source>
        <translation>Ce texte contient plusieurs domaines&#xa0;: ne collez que celui à utiliser.</translation>
    </message>
    <message>
        <source>This text contains more than one client ID: paste only the one to use.</source>
        <translation>Ce texte contient plusieurs ID client&#xa0;: ne collez que celui à utiliser.</translation>
    </message>
    <message>
        <source>This text contains more than one client secret: paste only the one to use.</source>
        <translation>Ce texte contient plusieurs secrets client&#xa0;: ne collez que celui à utiliser.</translation>
    </message>
    <message>
        <source>This text contains more than one audience: paste only the one to use.</source>
        <translation>Ce texte contient plusieurs audiences&#xa0;: ne collez que celle à utiliser.</translation>
    </message>
    <message>
        <source>the domain %1</source>
        <translation>le domaine %1</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>un jeton</translation>
    </message>
    <message>
        <source>a client ID</source>
        <translation>un ID client</translation>
    </message>
    <message>
        <source>a client secret</source>
        <translation>un secret client</translation>
    </message>
    <message>
        <source>an audience</source>
        <translation>une audience</translation>
    </message>
    <message>
        <source>an organization&apos;s ID</source>
        <translation>l’ID d’une organisation</translation>
    </message>
    <message>
        <source>Found: %1.</source>
        <translation>Trouvé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing in this text looks like a domain, a token, a client ID or a client secret.</source>
        <translation>Rien dans ce texte ne ressemble à un domaine, un jeton, un ID client ou un secret client.</translation>
    </message>
    <message>
        <source>Open %1: Applications &gt; Applications.</source>
        <translation>Ouvrez %1&#xa0;: Applications &gt; Applications.</translation>
    </message>
    <message>
        <source>Click Create Application, name it Vestibule, choose Machine to Machine Applications, and click Create.</source>
        <translation>Cliquez sur Create Application, nommez-la Vestibule, choisissez Machine to Machine Applications et cliquez sur Create.</translation>
    </message>
    <message>
        <source>Choose Auth0 Management API, tick only %1 and %2, and click Authorize.</source>
        <translation>Choisissez Auth0 Management API, ne cochez que %1 et %2, puis cliquez sur Authorize.</translation>
    </message>
    <message>
        <source>On the tab Settings, copy Domain, Client ID and Client Secret, and paste them above.</source>
        <translation>Dans l’onglet Settings, copiez Domain, Client ID et Client Secret, et collez-les ci-dessus.</translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectWindow</name>
    <message>
        <source>Connect a tenant</source>
        <translation>Connecter un locataire</translation>
    </message>
    <message>
        <source>A domain, the address of the Auth0 Dashboard, a token, a client ID and secret, lines of an .env file, a curl command: each part is put in its field below.</source>
        <translation>Le domaine, l’adresse du tableau de bord Auth0, un jeton, un ID client et son secret, les lignes d’un fichier .env, une commande curl&#xa0;: chaque élément est placé dans son champ ci-dessous.</translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation>&amp;Domaine</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <source>&amp;How do I get access?</source>
        <translation>Comment &amp;obtenir un accès&#x202f;?</translation>
    </message>
    <message>
        <source>API &amp;token</source>
        <translation>&amp;Jeton d’API</translation>
    </message>
    <message>
        <source>You enter a new one when it expires.</source>
        <translation>À saisir de nouveau après son expiration.</translation>
    </message>
    <message>
        <source>&amp;Application</source>
        <translation>&amp;Application</translation>
    </message>
    <message>
        <source>It signs in by itself, and its token renews automatically.</source>
        <translation>Elle se connecte elle-même et son jeton est renouvelé automatiquement.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>&amp;ID client</translation>
    </message>
    <message>
        <source>Client s&amp;ecret</source>
        <translation>&amp;Secret client</translation>
    </message>
    <message>
        <source>A&amp;udience</source>
        <translation>A&amp;udience</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Co&amp;nnecter</translation>
    </message>
    <message>
        <source>Connect and s&amp;weep the tenant</source>
        <translation>Connecter et faire le &amp;relevé</translation>
    </message>
    <message>
        <source>Reads the connections of all organizations</source>
        <translation>Lit les connexions de toutes les organisations</translation>
    </message>
    <message>
        <source>Enter a token, or paste it above.</source>
        <translation>Saisissez un jeton, ou collez-le ci-dessus.</translation>
    </message>
    <message>
        <source>Enter the client ID of the application, or paste it above.</source>
        <translation>Saisissez l’ID client de l’application, ou collez-le ci-dessus.</translation>
    </message>
    <message>
        <source>Enter the client secret of the application, or paste it above.</source>
        <translation>Saisissez le secret client de l’application, ou collez-le ci-dessus.</translation>
    </message>
    <message>
        <source>With a custom domain, also enter the tenant&apos;s Auth0 domain as the audience.</source>
        <translation>Avec un domaine personnalisé, saisissez aussi le domaine Auth0 du locataire comme audience.</translation>
    </message>
    <message>
        <source>This is a custom domain: the audience needs the tenant&apos;s Auth0 domain, such as acme.eu.auth0.com.</source>
        <translation>C’est un domaine personnalisé&#xa0;: l’audience doit indiquer le domaine Auth0 du locataire, par exemple acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>This tenant is in the settings as %1: its access will be replaced.</source>
        <translation>Ce locataire figure dans les paramètres sous le nom %1&#xa0;: son accès sera remplacé.</translation>
    </message>
    <message>
        <source>Saved in the keyring, otherwise for this session only; never in a file.</source>
        <translation>Enregistré dans le trousseau de clés, sinon pour cette session seulement&#x202f;; jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Saved in the keyring, never in a file.</source>
        <translation>Enregistré dans le trousseau de clés, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Kept for this session only (no keyring available), never in a file.</source>
        <translation>Conservé pour cette session seulement (aucun trousseau de clés disponible), jamais dans un fichier.</translation>
    </message>
    <message>
        <source>The tenant can be connected, but something is missing.</source>
        <translation>Le locataire peut être connecté, mais il manque quelque chose.</translation>
    </message>
    <message>
        <source>&amp;Connect anyway</source>
        <translation>Co&amp;nnecter quand même</translation>
    </message>
    <message>
        <source>&amp;Paste what you have</source>
        <translation>&amp;Collez ce que vous avez</translation>
    </message>
    <message>
        <source>API tok&amp;en</source>
        <translation>Jeton d’A&amp;PI</translation>
    </message>
    <message>
        <source>The tenant&apos;s Auth0 domain or a custom domain</source>
        <translation>Le domaine Auth0 du locataire ou un domaine personnalisé</translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionDetailPane</name>
    <message>
        <source>Copy the connection ID</source>
        <translation>Copier l’ID de la connexion</translation>
    </message>
    <message>
        <source>Select a connection to see its details.</source>
        <translation>Sélectionnez une connexion à détailler.</translation>
    </message>
    <message>
        <source>Also sent</source>
        <translation>Également envoyé</translation>
    </message>
    <message>
        <source>Connection ID copied</source>
        <translation>ID de la connexion copié</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) copied</source>
        <translation>
            <numerusform>%n nom copié</numerusform>
            <numerusform>%n noms copiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation>Copier les noms</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connexion</numerusform>
            <numerusform>%n connexions</numerusform>
        </translation>
    </message>
    <message>
        <source>No strategy</source>
        <translation>Sans stratégie</translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionTableModel</name>
    <message>
        <source>%1, changed</source>
        <translation>%1, modifié</translation>
    </message>
    <message>
        <source>Needs attention:</source>
        <translation>À vérifier&#xa0;:</translation>
    </message>
    <message>
        <source>%1. Needs attention: %2</source>
        <comment>a cell, read aloud</comment>
        <translation>%1. À vérifier&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionTableView</name>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
</context>
<context>
    <name>Vestibule::ConnectionText</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>The tenant sent no value. That does not mean “No”.</source>
        <translation>Le locataire n’a envoyé aucune valeur, ce qui ne veut pas dire «&#xa0;Non&#xa0;».</translation>
    </message>
    <message>
        <source>The tenant sent no value.</source>
        <translation>Le locataire n’a envoyé aucune valeur.</translation>
    </message>
    <message>
        <source>This version of Vestibule does not know this level.</source>
        <translation>Cette version de Vestibule ne connaît pas ce niveau.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>The connection&apos;s name in the tenant.</source>
        <translation>Le nom de la connexion dans le locataire.</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Nom d’affichage</translation>
    </message>
    <message>
        <source>The name that the organization&apos;s administrators see.</source>
        <translation>Le nom que voient les administrateurs de l’organisation.</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Users can sign in to this organization with %1.</source>
        <translation>Les utilisateurs peuvent se connecter à cette organisation avec %1.</translation>
    </message>
    <message>
        <source>Nobody can sign in to this organization with %1. Its other settings are kept.</source>
        <translation>Personne ne peut se connecter à cette organisation avec %1. Les autres réglages de la connexion sont conservés.</translation>
    </message>
    <message>
        <source>Access level</source>
        <translation>Niveau d’accès</translation>
    </message>
    <message>
        <source>The organization&apos;s administrators have no access to this connection.</source>
        <translation>Les administrateurs de l’organisation n’ont aucun accès à cette connexion.</translation>
    </message>
    <message>
        <source>The organization&apos;s administrators can view this connection, but not change it.</source>
        <translation>Les administrateurs de l’organisation peuvent voir cette connexion, mais pas la modifier.</translation>
    </message>
    <message>
        <source>The organization&apos;s administrators can view some settings, enable the connection and show its button.</source>
        <translation>Les administrateurs de l’organisation peuvent voir certains réglages, activer la connexion et afficher son bouton.</translation>
    </message>
    <message>
        <source>The organization&apos;s administrators can manage everything the organization owns in this connection.</source>
        <translation>Les administrateurs de l’organisation peuvent tout gérer de cette connexion pour leur organisation.</translation>
    </message>
    <message>
        <source>Member access</source>
        <translation>Accès des membres</translation>
    </message>
    <message>
        <source>Members who join through this connection get no access.</source>
        <translation>Les membres qui rejoignent l’organisation par cette connexion n’obtiennent aucun accès.</translation>
    </message>
    <message>
        <source>Members who join through this connection get read-only access.</source>
        <translation>Les membres qui rejoignent l’organisation par cette connexion obtiennent un accès en lecture seule.</translation>
    </message>
    <message>
        <source>Members who join through this connection get limited access.</source>
        <translation>Les membres qui rejoignent l’organisation par cette connexion obtiennent un accès limité.</translation>
    </message>
    <message>
        <source>Members who join through this connection get full access.</source>
        <translation>Les membres qui rejoignent l’organisation par cette connexion obtiennent un accès complet.</translation>
    </message>
    <message>
        <source>Membership On Authentication</source>
        <translation>Ajout des membres</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>membership on login</comment>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Invited</source>
        <comment>membership on login</comment>
        <translation>Sur invitation</translation>
    </message>
    <message>
        <source>Anyone who signs in with %1 automatically becomes a member of the organization.</source>
        <translation>Toute personne qui se connecte avec %1 devient automatiquement membre de l’organisation.</translation>
    </message>
    <message>
        <source>Users must be members of the organization before they can sign in with %1.</source>
        <translation>Il faut déjà être membre de l’organisation pour se connecter avec %1.</translation>
    </message>
    <message>
        <source>Display connection as a button</source>
        <translation>Bouton affiché</translation>
    </message>
    <message>
        <source>The organization&apos;s login page shows a button for %1.</source>
        <translation>La page de connexion de l’organisation affiche un bouton pour %1.</translation>
    </message>
    <message>
        <source>The organization&apos;s login page shows no button; applications can still request %1.</source>
        <translation>La page de connexion de l’organisation n’affiche pas de bouton&#x202f;; les applications peuvent toujours demander %1.</translation>
    </message>
    <message>
        <source>not applicable: for enterprise connections only</source>
        <translation>sans objet&#xa0;: pour les connexions d’entreprise seulement</translation>
    </message>
    <message>
        <source>Only applies to enterprise connections.</source>
        <translation>Ne concerne que les connexions d’entreprise.</translation>
    </message>
    <message>
        <source>Organization Signup</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>New users can create an account in %1 through this organization.</source>
        <translation>De nouveaux utilisateurs peuvent créer un compte dans %1 par cette organisation.</translation>
    </message>
    <message>
        <source>New users cannot create an account in %1 through this organization.</source>
        <translation>De nouveaux utilisateurs ne peuvent pas créer de compte dans %1 par cette organisation.</translation>
    </message>
    <message>
        <source>not applicable: for database connections only</source>
        <translation>sans objet&#xa0;: pour les connexions de base de données seulement</translation>
    </message>
    <message>
        <source>Only applies to database connections.</source>
        <translation>Ne concerne que les connexions de base de données.</translation>
    </message>
    <message>
        <source>Connection ID</source>
        <translation>ID de la connexion</translation>
    </message>
    <message>
        <source>Identifies the connection in the API and in logs.</source>
        <translation>Désigne la connexion dans l’API et dans les journaux.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>access level</comment>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Limited</source>
        <comment>access level</comment>
        <translation>Limité</translation>
    </message>
    <message>
        <source>Full</source>
        <comment>access level</comment>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Custom Auth</source>
        <translation>Authentification personnalisée</translation>
    </message>
    <message>
        <source>Passwordless email</source>
        <translation>E-mail sans mot de passe</translation>
    </message>
    <message>
        <source>Passwordless SMS</source>
        <translation>SMS sans mot de passe</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>IP Address</source>
        <translation>Adresse IP</translation>
    </message>
    <message>
        <source>Custom OAuth 1</source>
        <translation>OAuth 1 personnalisé</translation>
    </message>
    <message>
        <source>Custom OAuth 2</source>
        <translation>OAuth 2 personnalisé</translation>
    </message>
    <message>
        <source>The tenant sent null: no value is set.</source>
        <translation>Le locataire a envoyé null&#xa0;: aucune valeur n’est définie.</translation>
    </message>
    <message>
        <source>No display name in this organization.</source>
        <translation>Aucun nom d’affichage dans cette organisation.</translation>
    </message>
    <message>
        <source>%1 (Sent: %2)</source>
        <comment>a sentence, then another</comment>
        <translation>%1 (Valeur reçue&#xa0;: %2)</translation>
    </message>
    <message>
        <source>This version of Vestibule does not know this strategy.</source>
        <translation>Cette version de Vestibule ne connaît pas cette stratégie.</translation>
    </message>
    <message>
        <source>%1. API name: %2</source>
        <translation>%1. Nom dans l’API&#xa0;: %2</translation>
    </message>
    <message>
        <source>Anyone who creates an account here automatically becomes a member of the organization; no invitation is needed.</source>
        <translation>Toute personne qui crée un compte ici devient automatiquement membre de l’organisation&#x202f;; aucune invitation n’est nécessaire.</translation>
    </message>
    <message>
        <source>Sign-up is on, which has no effect on this kind of connection.</source>
        <translation>L’inscription est activée, ce qui est sans effet sur ce type de connexion.</translation>
    </message>
    <message>
        <source>The button is off, which has no effect on this kind of connection.</source>
        <translation>Le bouton est masqué, ce qui est sans effet sur ce type de connexion.</translation>
    </message>
    <message>
        <source>sent as null</source>
        <translation>valeur null</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>valeur non reçue</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n different</source>
        <comment>values of several connections</comment>
        <translation>
            <numerusform>%n valeur</numerusform>
            <numerusform>%n valeurs différentes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a value, and how many have it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Réseau social</translation>
    </message>
    <message>
        <source>Passwordless</source>
        <translation>Sans mot de passe</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisée</translation>
    </message>
    <message>
        <source>Unknown category</source>
        <translation>Catégorie inconnue</translation>
    </message>
    <message>
        <source>Disabled, but sign-up is still on: it applies again once this connection is enabled.</source>
        <translation>Désactivée, mais l’inscription reste activée&#xa0;: elle reprendra effet dès que la connexion sera réactivée.</translation>
    </message>
    <message>
        <source>Disabled, but automatic membership is still on: it applies again once this connection is enabled.</source>
        <translation>Désactivée, mais l’ajout automatique reste activé&#xa0;: il reprendra effet dès que la connexion sera réactivée.</translation>
    </message>
    <message>
        <source>Disabled, but sign-up and automatic membership are still on: they apply again once this connection is enabled.</source>
        <translation>Désactivée, mais l’inscription et l’ajout automatique restent activés&#xa0;: ils reprendront effet dès que la connexion sera réactivée.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <comment>an access level</comment>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>n/a</source>
        <comment>not applicable</comment>
        <translation>s.&#xa0;o.</translation>
    </message>
</context>
<context>
    <name>Vestibule::CopyMenu</name>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>Copier en CS&amp;V</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copier en &amp;JSON</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Copier en &amp;Markdown</translation>
    </message>
    <message>
        <source>Copy as &amp;Terraform import</source>
        <translation>Copier le bloc import &amp;Terraform</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy &amp;cell</source>
        <translation>Copier la &amp;cellule</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copier les &amp;lignes</translation>
    </message>
    <message>
        <source>Copy page as c&amp;url command</source>
        <translation>Copier la requête (c&amp;url)</translation>
    </message>
    <message>
        <source>Copy page as &amp;auth0 command</source>
        <translation>Copier la requête (&amp;auth0)</translation>
    </message>
    <message>
        <source>Copy &amp;link to web console</source>
        <translation>Copier le l&amp;ien vers la console web</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n ligne copiée</numerusform>
            <numerusform>%n lignes copiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as CSV</source>
        <translation>
            <numerusform>%n ligne copiée en CSV</numerusform>
            <numerusform>%n lignes copiées en CSV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as JSON</source>
        <translation>
            <numerusform>%n ligne copiée en JSON</numerusform>
            <numerusform>%n lignes copiées en JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as Markdown</source>
        <translation>
            <numerusform>%n ligne copiée en Markdown</numerusform>
            <numerusform>%n lignes copiées en Markdown</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell copied</source>
        <translation>Cellule copiée</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as Terraform import</source>
        <translation>
            <numerusform>Bloc import Terraform copié (%n ligne)</numerusform>
            <numerusform>Bloc import Terraform copié (%n lignes)</numerusform>
        </translation>
    </message>
    <message>
        <source>curl command copied</source>
        <translation>Commande curl copiée</translation>
    </message>
    <message>
        <source>auth0 command copied</source>
        <translation>Commande auth0 copiée</translation>
    </message>
    <message>
        <source>Link to the web console copied</source>
        <translation>Lien vers la console web copié</translation>
    </message>
</context>
<context>
    <name>Vestibule::DisplayText</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n&#xa0;jour</numerusform>
            <numerusform>%n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a date and a time of day</comment>
        <translation>%1 à %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::DriftText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a name and an id</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>added, with all its connections</source>
        <comment>an organization</comment>
        <translation>ajoutée, avec toutes ses connexions</translation>
    </message>
    <message>
        <source>added: %1</source>
        <comment>a connection</comment>
        <translation>ajoutée&#xa0;: %1</translation>
    </message>
    <message>
        <source>removed, with all its connections</source>
        <comment>an organization</comment>
        <translation>supprimée, avec toutes ses connexions</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <comment>a connection</comment>
        <translation>supprimée&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2 -&gt; %3</source>
        <comment>a field, its value before and after</comment>
        <translation>%1&#xa0;: %2 -&gt; %3</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <comment>a field with its values</comment>
        <translation>modifiée&#xa0;: %1</translation>
    </message>
    <message>
        <source>changed: %1, %2</source>
        <comment>a connection, and a field with its values</comment>
        <translation>modifiée&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>not comparable</source>
        <comment>an organization</comment>
        <translation>non comparable</translation>
    </message>
    <message>
        <source>not comparable: %1</source>
        <comment>a connection</comment>
        <translation>non comparable&#xa0;: %1</translation>
    </message>
    <message>
        <source>Old: %1</source>
        <comment>an inventory</comment>
        <translation>Ancien&#xa0;: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <comment>an inventory</comment>
        <translation>Nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>All organizations</source>
        <translation>Toutes les organisations</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) are the same</source>
        <translation>
            <numerusform>%Ln association identique</numerusform>
            <numerusform>%Ln associations identiques</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences; %1.</source>
        <comment>with how many links are the same</comment>
        <translation>Aucune différence&#x202f;; %1.</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <comment>the differences, how many links are the same</comment>
        <translation>%1&#x202f;; %2.</translation>
    </message>
    <message>
        <source>One of the inventories comes from the older list, without disabled connections and access levels: only what both lists have was compared.</source>
        <translation>L’un des inventaires vient de l’ancienne liste, sans connexions désactivées ni niveaux d’accès&#xa0;: seul ce que les deux listes contiennent a été comparé.</translation>
    </message>
    <message>
        <source>What is not comparable may or may not be the same: it is missing in one of the inventories, or a name is missing or not unique.</source>
        <translation>Ce qui n’est pas comparable est peut-être identique, peut-être pas&#xa0;: l’un des inventaires ne le contient pas, ou un nom manque ou n’est pas unique.</translation>
    </message>
    <message>
        <source>Comparing: %1%</source>
        <comment>how far it is, with the percent sign as the language writes it</comment>
        <translation>Comparaison&#xa0;: %1&#xa0;%</translation>
    </message>
    <message>
        <source>not sent</source>
        <comment>a value</comment>
        <translation>non reçu</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <comment>a text in quotation marks</comment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 is the inventory of another tenant, %2: use --by-name to compare organizations and connections by name.</source>
        <translation>%1 est l’inventaire d’un autre locataire, %2&#xa0;: utilisez --by-name pour comparer les organisations et les connexions par leur nom.</translation>
    </message>
    <message>
        <source>One of the two comes from the older list, without disabled connections and access levels: only what both have was compared.</source>
        <translation>L’une des deux vient de l’ancienne liste, sans connexions désactivées ni niveaux d’accès&#xa0;: seul ce que les deux contiennent a été comparé.</translation>
    </message>
    <message>
        <source>The old list is incomplete: connections found only in the new one may not be new.</source>
        <translation>L’ancienne liste est partielle&#xa0;: les connexions présentes seulement dans la nouvelle ne sont peut-être pas nouvelles.</translation>
    </message>
    <message>
        <source>The new list is incomplete: connections found only in the old one may still exist.</source>
        <translation>La nouvelle liste est partielle&#xa0;: les connexions présentes seulement dans l’ancienne existent peut-être encore.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) are the same</source>
        <translation>
            <numerusform>%Ln connexion identique</numerusform>
            <numerusform>%Ln connexions identiques</numerusform>
        </translation>
    </message>
    <message>
        <source>complete list</source>
        <translation>liste complète</translation>
    </message>
    <message>
        <source>part of the list</source>
        <translation>liste partielle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;ajout</numerusform>
            <numerusform>%Ln&#xa0;ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;suppression</numerusform>
            <numerusform>%Ln&#xa0;suppressions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;modification</numerusform>
            <numerusform>%Ln&#xa0;modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not comparable</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;non comparable</numerusform>
            <numerusform>%Ln&#xa0;non comparables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) changed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln valeur modifiée</numerusform>
            <numerusform>%Ln valeurs modifiées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::DriftWords</name>
    <message>
        <source>Organization, connection</source>
        <translation>Organisation, connexion</translation>
    </message>
    <message>
        <source>Connection, organization</source>
        <translation>Connexion, organisation</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>the old value</comment>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <comment>the new value</comment>
        <translation>Après</translation>
    </message>
    <message>
        <source>The organizations themselves</source>
        <translation>Les organisations elles-mêmes</translation>
    </message>
    <message>
        <source>Added</source>
        <comment>a difference</comment>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Removed</source>
        <comment>a difference</comment>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>a difference</comment>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Not comparable</source>
        <comment>a difference</comment>
        <translation>Non comparable</translation>
    </message>
    <message>
        <source>not sent</source>
        <comment>a value</comment>
        <translation>non reçu</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a text</comment>
        <translation>vide</translation>
    </message>
    <message>
        <source>Only the new inventory has this organization, with its connections.</source>
        <translation>Seul le nouvel inventaire contient cette organisation, avec ses connexions.</translation>
    </message>
    <message>
        <source>Only the new inventory has this connection in the organization.</source>
        <translation>Seul le nouvel inventaire contient cette connexion dans l’organisation.</translation>
    </message>
    <message>
        <source>Only the old inventory has this organization, with its connections.</source>
        <translation>Seul l’ancien inventaire contient cette organisation, avec ses connexions.</translation>
    </message>
    <message>
        <source>Only the old inventory has this connection in the organization.</source>
        <translation>Seul l’ancien inventaire contient cette connexion dans l’organisation.</translation>
    </message>
    <message>
        <source>The organization itself has changed.</source>
        <translation>L’organisation elle-même a changé.</translation>
    </message>
    <message>
        <source>The connection itself has changed, in all organizations that use it.</source>
        <translation>La connexion elle-même a changé, dans toutes les organisations qui l’utilisent.</translation>
    </message>
    <message>
        <source>Both inventories have this connection, with different values.</source>
        <translation>Les deux inventaires contiennent cette connexion, avec des valeurs différentes.</translation>
    </message>
    <message>
        <source>Cannot be compared: one of the inventories does not contain the organization, or its name is missing or not unique.</source>
        <translation>Comparaison impossible&#xa0;: l’un des inventaires ne contient pas l’organisation, ou son nom manque ou n’est pas unique.</translation>
    </message>
    <message>
        <source>Cannot be compared: the connection&apos;s name is missing or not unique.</source>
        <translation>Comparaison impossible&#xa0;: le nom de la connexion manque ou n’est pas unique.</translation>
    </message>
    <message>
        <source>All organizations</source>
        <translation>Toutes les organisations</translation>
    </message>
    <message>
        <source>The organization itself</source>
        <translation>L’organisation elle-même</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln différence</numerusform>
            <numerusform>%Ln différences</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the new list has this connection.</source>
        <translation>Seule la nouvelle liste contient cette connexion.</translation>
    </message>
    <message>
        <source>Only the old list has this connection.</source>
        <translation>Seule l’ancienne liste contient cette connexion.</translation>
    </message>
    <message>
        <source>Both lists have this connection, with different values.</source>
        <translation>Les deux listes contiennent cette connexion, avec des valeurs différentes.</translation>
    </message>
    <message>
        <source>Cannot be compared: one of the lists is incomplete, is the older list without disabled connections, or has the connection twice.</source>
        <translation>Comparaison impossible&#xa0;: l’une des listes est partielle, est l’ancienne liste sans connexions désactivées, ou contient la connexion deux fois.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;modification</numerusform>
            <numerusform>%Ln&#xa0;modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;ajout</numerusform>
            <numerusform>%Ln&#xa0;ajouts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;suppression</numerusform>
            <numerusform>%Ln&#xa0;suppressions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not comparable</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%Ln&#xa0;non comparable</numerusform>
            <numerusform>%Ln&#xa0;non comparables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ErrorText</name>
    <message>
        <source>This text is not a token. Paste the complete token.</source>
        <translation>Ce texte n’est pas un jeton. Collez le jeton complet.</translation>
    </message>
    <message>
        <source>The token has expired. Enter a new one.</source>
        <translation>Le jeton a expiré. Saisissez-en un nouveau.</translation>
    </message>
    <message>
        <source>The tenant refuses the token: its signature is not valid. Is it a complete token of this tenant?</source>
        <translation>Le locataire refuse le jeton&#xa0;: sa signature n’est pas valide. Est-ce bien un jeton complet, émis par ce locataire&#x202f;?</translation>
    </message>
    <message>
        <source>The tenant refuses the token: it is not for the Management API of this tenant.</source>
        <translation>Le locataire refuse le jeton&#xa0;: il n’est pas destiné à la Management API de ce locataire.</translation>
    </message>
    <message>
        <source>The tenant refuses the token: %1</source>
        <translation>Le locataire refuse le jeton&#xa0;: %1</translation>
    </message>
    <message>
        <source>The tenant does not allow this request: %1</source>
        <translation>Le locataire n’autorise pas cette requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>The tenant has no organization with this ID. Check the ID.</source>
        <translation>Le locataire n’a aucune organisation avec cet ID. Vérifiez l’ID.</translation>
    </message>
    <message>
        <source>%1 reported a server error (status %2). Try again later.</source>
        <translation>%1 signale une erreur de serveur (statut %2). Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Rate limit reached. Try again in a minute.</source>
        <translation>Limite de débit atteinte. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>The tenant rejected the request: %1</source>
        <translation>Le locataire a rejeté la requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>aucune raison indiquée</translation>
    </message>
    <message>
        <source>%1 stopped responding mid-transfer. Try again.</source>
        <translation>%1 a cessé de répondre en cours de transfert. Réessayez.</translation>
    </message>
    <message>
        <source>No response from %1. Check your network connection, or try again later.</source>
        <translation>%1 ne répond pas. Vérifiez votre connexion réseau ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>The token did not reach the tenant: something in between, such as a proxy, removed it.</source>
        <translation>Le jeton n’est pas parvenu au locataire&#xa0;: un intermédiaire, par exemple un proxy, l’a retiré.</translation>
    </message>
    <message>
        <source>This tenant does not offer the list of all connections yet. The older list has only the enabled ones, with fewer fields.</source>
        <translation>Ce locataire ne propose pas encore la liste de toutes les connexions. L’ancienne liste ne contient que celles qui sont activées, avec moins de champs.</translation>
    </message>
    <message>
        <source>%1 does not respond like an Auth0 tenant (status 404). Check the domain.</source>
        <translation>%1 ne répond pas comme un locataire Auth0 (statut 404). Vérifiez le domaine.</translation>
    </message>
    <message>
        <source>The tenant did not find what was requested: %1</source>
        <translation>Le locataire n’a pas trouvé ce qui lui est demandé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2 Check the domain and your network connection.</source>
        <translation>%1 est injoignable&#xa0;: %2 Vérifiez le domaine et votre connexion réseau.</translation>
    </message>
    <message>
        <source>%1 cannot be reached through the proxy: %2 Check the proxy in the settings.</source>
        <translation>%1 est injoignable par le proxy&#xa0;: %2 Vérifiez le proxy dans les paramètres.</translation>
    </message>
    <message>
        <source>There is no secure connection to %1: %2 The token was not sent. Check the domain; if your company inspects network traffic, add its CA certificate in the settings.</source>
        <translation>Impossible d’établir une liaison sécurisée avec %1&#xa0;: %2 Le jeton n’a pas été envoyé. Vérifiez le domaine&#x202f;; si votre entreprise inspecte le trafic, ajoutez son certificat d’autorité (CA) dans les paramètres.</translation>
    </message>
    <message>
        <source>Enter the tenant&apos;s domain, such as acme.eu.auth0.com.</source>
        <translation>Saisissez le domaine du locataire, par exemple acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>This is not a domain. A tenant&apos;s domain looks like acme.eu.auth0.com.</source>
        <translation>Ce n’est pas un domaine. Le domaine d’un locataire ressemble à acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>This domain is incomplete. Enter all of it, such as acme.eu.auth0.com.</source>
        <translation>Ce domaine est incomplet. Saisissez-le en entier, par exemple acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>This is the address of the Auth0 Dashboard. A tenant&apos;s domain looks like acme.eu.auth0.com.</source>
        <translation>C’est l’adresse du tableau de bord Auth0. Le domaine d’un locataire ressemble à acme.eu.auth0.com.</translation>
    </message>
    <message>
        <source>Only https is allowed. http is accepted for this computer only, such as localhost:8080.</source>
        <translation>Seul https est accepté. http n’est permis que pour cet ordinateur, par exemple localhost:8080.</translation>
    </message>
    <message>
        <source>This address contains a user name. Enter only the domain.</source>
        <translation>Cette adresse contient un nom d’utilisateur. Saisissez seulement le domaine.</translation>
    </message>
    <message>
        <source>Enter a Management API token.</source>
        <translation>Saisissez un jeton pour la Management API.</translation>
    </message>
    <message>
        <source>A token has no spaces, line breaks or special characters. Paste the complete token and nothing else.</source>
        <translation>Un jeton ne contient ni espace, ni saut de ligne, ni caractère spécial. Collez le jeton complet et rien d’autre.</translation>
    </message>
    <message>
        <source>This is too long to be a token.</source>
        <translation>Ce texte est trop long pour être un jeton.</translation>
    </message>
    <message>
        <source>Enter the organization&apos;s ID, for example org_ followed by 16 letters or digits.</source>
        <translation>Saisissez l’ID de l’organisation, par exemple org_ suivi de 16&#xa0;lettres ou chiffres.</translation>
    </message>
    <message numerus="yes">
        <source>An organization&apos;s ID has at most %n character(s).</source>
        <translation>
            <numerusform>L’ID d’une organisation compte au plus %n&#xa0;caractère.</numerusform>
            <numerusform>L’ID d’une organisation compte au plus %n&#xa0;caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the ID of an organization. It looks like org_ followed by 16 letters or digits.</source>
        <translation>Ce n’est pas l’ID d’une organisation. Il se présente ainsi&#xa0;: org_ suivi de 16&#xa0;lettres ou chiffres.</translation>
    </message>
    <message>
        <source>The file with the CA certificate cannot be read.</source>
        <translation>Impossible de lire le fichier du certificat d’autorité (CA).</translation>
    </message>
    <message>
        <source>The file with the CA certificate is larger than 1 MiB.</source>
        <translation>Le fichier du certificat d’autorité (CA) dépasse 1&#xa0;Mio.</translation>
    </message>
    <message>
        <source>This file contains no certificate in PEM format.</source>
        <translation>Ce fichier ne contient aucun certificat au format PEM.</translation>
    </message>
    <message>
        <source>The keyring did not save the proxy&apos;s password: the change applies to this session only.</source>
        <translation>Le trousseau de clés n’a pas enregistré le mot de passe du proxy&#xa0;: la modification ne vaut que pour cette session.</translation>
    </message>
    <message>
        <source>%1 reported a server error (status %2). Try again %3.</source>
        <translation>%1 signale une erreur de serveur (statut %2). Réessayez %3.</translation>
    </message>
    <message>
        <source>A web page came instead of the tenant&apos;s response, perhaps from a proxy or firewall (status %1). Check your network connection, or try again later.</source>
        <translation>Une page web est arrivée à la place de la réponse du locataire, peut-être celle d’un proxy ou d’un pare-feu (statut %1). Vérifiez votre connexion réseau ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>Something other than the tenant responded, perhaps a proxy or firewall (status %1): %2 Check your network connection, or try again later.</source>
        <translation>Un intermédiaire a répondu à la place du locataire, peut-être un proxy ou un pare-feu (statut %1)&#xa0;: %2 Vérifiez votre connexion réseau ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>This is the address of the Auth0 Dashboard. The domain of this tenant is %1.</source>
        <translation>C’est l’adresse du tableau de bord Auth0. Le domaine de ce locataire est %1.</translation>
    </message>
    <message>
        <source>This token is incomplete or was changed. Copy it again.</source>
        <translation>Ce jeton est incomplet ou a été modifié. Copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>This text contains more than one token. Paste only the one to use.</source>
        <translation>Ce texte contient plusieurs jetons. Ne collez que celui à utiliser.</translation>
    </message>
    <message>
        <source>The settings were not saved: %1 cannot be written. Press OK again to use them until you quit.</source>
        <translation>Les paramètres n’ont pas été enregistrés&#xa0;: impossible d’écrire dans %1. Cliquez de nouveau sur OK pour les utiliser jusqu’à la fermeture de Vestibule.</translation>
    </message>
    <message>
        <source>Settings, columns and recent organizations are kept only until you quit: %1 cannot be written.</source>
        <translation>Les paramètres, les colonnes et les organisations récentes ne sont conservés que jusqu’à la fermeture de Vestibule&#xa0;: impossible d’écrire dans %1.</translation>
    </message>
    <message>
        <source>The application is not allowed to sign in: enable the grant Client Credentials in its advanced settings.</source>
        <translation>L’application n’est pas autorisée à se connecter&#xa0;: activez le type d’octroi Client Credentials dans ses paramètres avancés.</translation>
    </message>
    <message>
        <source>The application is not authorized for the Management API: open Applications &gt; APIs &gt; Auth0 Management API &gt; Machine to Machine Applications in the Auth0 Dashboard, and authorize it.</source>
        <translation>L’application n’est pas autorisée pour la Management API&#xa0;: dans le tableau de bord Auth0, ouvrez Applications &gt; APIs &gt; Auth0 Management API &gt; Machine to Machine Applications et autorisez-la.</translation>
    </message>
    <message>
        <source>The tenant does not know the audience. With a custom domain, enter the audience of the tenant itself, such as https://acme.eu.auth0.com/api/v2/.</source>
        <translation>Le locataire ne connaît pas l’audience. Avec un domaine personnalisé, indiquez l’audience du locataire lui-même, par exemple https://acme.eu.auth0.com/api/v2/.</translation>
    </message>
    <message>
        <source>The tenant does not accept the client ID or the client secret. Check both.</source>
        <translation>Le locataire n’accepte pas l’ID client ou le secret client. Vérifiez les deux.</translation>
    </message>
    <message>
        <source>The application could not sign in: %1</source>
        <translation>L’application n’a pas pu se connecter&#xa0;: %1</translation>
    </message>
    <message>
        <source>The token lacks the scope %1. Grant it to the application, then sign in again or enter a new token.</source>
        <translation>Il manque le scope %1 au jeton. Accordez-le à l’application, puis reconnectez-vous ou saisissez un nouveau jeton.</translation>
    </message>
    <message>
        <source>No keyring is available: tokens and secrets are kept for this session only.</source>
        <translation>Aucun trousseau de clés disponible&#xa0;: les jetons et les secrets ne sont conservés que pour cette session.</translation>
    </message>
    <message>
        <source>The keyring does not respond. Try again, or enter the token or secret for this session.</source>
        <translation>Le trousseau de clés ne répond pas. Réessayez, ou saisissez le jeton ou le secret pour cette session.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again, or enter the token or secret for this session.</source>
        <translation>Le trousseau de clés est verrouillé. Déverrouillez-le et réessayez, ou saisissez le jeton ou le secret pour cette session.</translation>
    </message>
    <message>
        <source>The keyring denied access to this program. Allow it and try again, or enter the token or secret for this session.</source>
        <translation>Le trousseau de clés a refusé l’accès à ce programme. Autorisez-le et réessayez, ou saisissez le jeton ou le secret pour cette session.</translation>
    </message>
    <message>
        <source>The keyring&apos;s entry for this tenant is damaged. Enter the token or secret again.</source>
        <translation>L’entrée du trousseau de clés pour ce locataire est endommagée. Saisissez à nouveau le jeton ou le secret.</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a duration, after “Try again”</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>in %1, at %2</source>
        <comment>a duration, after “Try again”, and a time of day</comment>
        <translation>dans %1, à %2</translation>
    </message>
    <message>
        <source>Rate limit reached. Try again %1.</source>
        <translation>Limite de débit atteinte. Réessayez %1.</translation>
    </message>
    <message>
        <source>Waiting for the tenant&apos;s rate limit. Continuing %1.</source>
        <translation>Attente due à la limite de débit du locataire. Reprise %1.</translation>
    </message>
    <message>
        <source>Rate limit reached. Retrying %1.</source>
        <translation>Limite de débit atteinte. Nouvel essai %1.</translation>
    </message>
    <message>
        <source>No response yet. Retrying %1.</source>
        <translation>Pas encore de réponse. Nouvel essai %1.</translation>
    </message>
    <message>
        <source>The connection was closed without a response. Retrying %1.</source>
        <translation>La connexion a été fermée sans réponse. Nouvel essai %1.</translation>
    </message>
    <message>
        <source>Something other than the tenant responded (status %1). Retrying %2.</source>
        <translation>Un intermédiaire a répondu à la place du locataire (statut %1). Nouvel essai %2.</translation>
    </message>
    <message>
        <source>The tenant reported a server error (status %1). Retrying %2.</source>
        <translation>Le locataire signale une erreur de serveur (statut %1). Nouvel essai %2.</translation>
    </message>
    <message>
        <source>The token has expired. Sign in again to get another one.</source>
        <translation>Le jeton a expiré. Reconnectez-vous pour en obtenir un autre.</translation>
    </message>
    <message>
        <source>The demo tenant refused its token.</source>
        <translation>Le locataire de démonstration a refusé son jeton.</translation>
    </message>
    <message>
        <source>The response from %1 cannot be used: %2</source>
        <translation>La réponse de %1 est inutilisable&#xa0;: %2</translation>
    </message>
    <message>
        <source>The response from %1 cannot be used: %2 (%3)</source>
        <translation>La réponse de %1 est inutilisable&#xa0;: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportDialog</name>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportFileDialog</name>
    <message>
        <source>Export to CSV</source>
        <translation>Exporter en CSV</translation>
    </message>
    <message>
        <source>Export to JSON</source>
        <translation>Exporter en JSON</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>Privacy mode masks the window; the file contains the real names.</source>
        <translation>Le mode confidentiel masque la fenêtre&#x202f;; le fichier contient les vrais noms.</translation>
    </message>
    <message>
        <source>Export to NDJSON</source>
        <translation>Exporter en NDJSON</translation>
    </message>
    <message>
        <source>NDJSON files (*.ndjson)</source>
        <translation>Fichiers NDJSON (*.ndjson)</translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportForm</name>
    <message numerus="yes">
        <source>S&amp;elected rows (%n)</source>
        <translation>
            <numerusform>&amp;Ligne sélectionnée (%n)</numerusform>
            <numerusform>&amp;Lignes sélectionnées (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;This page (%n row(s))</source>
        <translation>
            <numerusform>&amp;Cette page (%n&#xa0;ligne)</numerusform>
            <numerusform>&amp;Cette page (%n&#xa0;lignes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;All pages (%Ln row(s))</source>
        <translation>
            <numerusform>&amp;Toutes les pages (%Ln&#xa0;ligne)</numerusform>
            <numerusform>&amp;Toutes les pages (%Ln&#xa0;lignes)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;All pages</source>
        <translation>&amp;Toutes les pages</translation>
    </message>
    <message>
        <source>Find shows %1 of %2 rows of this page, but the export ignores it. To export only these rows, select them in the table.</source>
        <translation>La recherche affiche %1 lignes sur %2 de cette page, mais l’export n’en tient pas compte. Pour n’exporter que ces lignes, sélectionnez-les dans le tableau.</translation>
    </message>
    <message>
        <source>Find shows %1 of %2 rows of all pages, but the export ignores it. To export only these rows, select them in the table.</source>
        <translation>La recherche affiche %1 lignes sur %2 de toutes les pages, mais l’export n’en tient pas compte. Pour n’exporter que ces lignes, sélectionnez-les dans le tableau.</translation>
    </message>
    <message>
        <source>The rows exactly as received, with every field, one per line.</source>
        <translation>Les lignes exactement telles que reçues, avec tous les champs, une par ligne.</translation>
    </message>
    <message>
        <source>&amp;All rows (%1)</source>
        <translation>&amp;Toutes les lignes (%1)</translation>
    </message>
    <message>
        <source>The rows exactly as received, with every field and their source. Vestibule can open the file again and compare it.</source>
        <translation>Les lignes exactement telles que reçues, avec tous les champs et leur provenance. Vestibule peut rouvrir ce fichier et le comparer.</translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportStatus</name>
    <message>
        <source>%1 exports</source>
        <comment>several, in the status bar</comment>
        <translation>%1 exports</translation>
    </message>
    <message>
        <source>Click to show its window.</source>
        <translation>Cliquez pour afficher sa fenêtre.</translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportText</name>
    <message>
        <source>All connections</source>
        <translation>Toutes les connexions</translation>
    </message>
    <message>
        <source>Enabled connections only</source>
        <translation>Seulement les connexions activées</translation>
    </message>
    <message>
        <source>Disabled connections only</source>
        <translation>Seulement les connexions désactivées</translation>
    </message>
    <message>
        <source>all pages</source>
        <translation>toutes les pages</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>selected rows</source>
        <translation>lignes sélectionnées</translation>
    </message>
    <message>
        <source>Nothing was written: the list changed while it was read (%1 connections, then %2). Export again.</source>
        <translation>Rien n’a été écrit&#xa0;: pendant la lecture, le nombre de connexions est passé de %1 à %2. Exportez à nouveau.</translation>
    </message>
    <message>
        <source>Nothing was written: the list changed while it was read, and a connection was listed twice. Export again.</source>
        <translation>Rien n’a été écrit&#xa0;: la liste a changé pendant la lecture et une connexion figure deux fois. Exportez à nouveau.</translation>
    </message>
    <message>
        <source>Nothing was written: only %1 of %2 connections were received. Export again.</source>
        <translation>Rien n’a été écrit&#xa0;: seules %1 connexions sur %2 ont été reçues. Exportez à nouveau.</translation>
    </message>
    <message>
        <source>Nothing was written: page %1 is empty.</source>
        <translation>Rien n’a été écrit&#xa0;: la page&#xa0;%1 est vide.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was written: page %1 is empty, there are %n page(s).</source>
        <translation>
            <numerusform>Rien n’a été écrit&#xa0;: la page&#xa0;%1 est vide, il n’y a que %n&#xa0;page.</numerusform>
            <numerusform>Rien n’a été écrit&#xa0;: la page&#xa0;%1 est vide, il n’y a que %n&#xa0;pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1.</source>
        <translation>
            <numerusform>%n connexion écrite dans %1.</numerusform>
            <numerusform>%n connexions écrites dans %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connection(s) written to %2.</source>
        <translation>
            <numerusform>Connexion écrite dans %2&#xa0;: %1 sur %n.</numerusform>
            <numerusform>Connexions écrites dans %2&#xa0;: %1 sur %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was written, but %2 could not be: %3.</source>
        <translation>%1 a été écrit, mais pas %2&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Standard output could not be written: %1.</source>
        <translation>La sortie standard n’a pas pu être écrite&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>Écriture impossible dans %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Rien n’a été écrit. %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The main window now shows another tenant. To continue, open %1 there again.</source>
        <translation>La fenêtre principale affiche maintenant un autre locataire. Pour continuer, rouvrez-y %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) read</source>
        <translation>
            <numerusform>%Ln&#xa0;ligne lue</numerusform>
            <numerusform>%Ln&#xa0;lignes lues</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows read</source>
        <translation>%1 lignes lues sur %2</translation>
    </message>
    <message>
        <source>%1, about %2 left</source>
        <comment>rows read, time</comment>
        <translation>%1, encore %2 environ</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>la sortie standard</translation>
    </message>
    <message numerus="yes">
        <source>%1 What was read so far is kept (%Ln row(s)).</source>
        <translation>
            <numerusform>%1 Ce qui a été lu jusqu’ici est conservé (%Ln ligne).</numerusform>
            <numerusform>%1 Ce qui a été lu jusqu’ici est conservé (%Ln lignes).</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>L’export a été annulé. Rien n’a été écrit.</translation>
    </message>
    <message>
        <source>An export is running: %1.</source>
        <translation>Un export est en cours&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing was written: the tenant allows %1 rows per page, and %2 were requested.</source>
        <translation>Rien n’a été écrit&#xa0;: le locataire autorise %1 lignes par page et %2 étaient demandées.</translation>
    </message>
    <message>
        <source>Nothing was written: the tenant&apos;s list has no end (%1 connections so far).</source>
        <translation>Rien n’a été écrit&#xa0;: la liste du locataire n’a pas de fin (%1 connexions reçues).</translation>
    </message>
    <message>
        <source>The export was cancelled while writing to %1, which may contain a part of it.</source>
        <translation>L’export a été annulé pendant l’écriture dans %1, qui peut en contenir une partie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln ligne écrite dans %1.</numerusform>
            <numerusform>%Ln lignes écrites dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Le rapport a été écrit dans %1.</translation>
    </message>
    <message>
        <source>The file does not contain the organization %1.</source>
        <comment>in an inventory or a saved view</comment>
        <translation>Le fichier ne contient pas l’organisation %1.</translation>
    </message>
    <message>
        <source>--compare needs an inventory, and this is a saved view.</source>
        <translation>--compare exige un inventaire, or ceci est une vue enregistrée.</translation>
    </message>
    <message>
        <source>Done. Rows written: %1.</source>
        <translation>Terminé. Lignes écrites&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Done. Rows written: %1 of %2.</source>
        <translation>Terminé. Lignes écrites&#xa0;: %1 sur %2.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>organization, tenant</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Export of %1: %2 %</source>
        <comment>organization, percent</comment>
        <translation>Export (%1)&#xa0;: %2&#xa0;%</translation>
    </message>
    <message>
        <source>Export of %1: reading…</source>
        <comment>organization</comment>
        <translation>Export (%1)&#xa0;: lecture…</translation>
    </message>
    <message>
        <source>Export of %1: paused</source>
        <comment>organization</comment>
        <translation>Export (%1)&#xa0;: en pause</translation>
    </message>
    <message>
        <source>Export of %1: saving…</source>
        <comment>organization</comment>
        <translation>Export (%1)&#xa0;: enregistrement…</translation>
    </message>
    <message>
        <source>Export of %1: done</source>
        <comment>organization</comment>
        <translation>Export (%1)&#xa0;: terminé</translation>
    </message>
    <message>
        <source>Export of %1: failed</source>
        <comment>organization</comment>
        <translation>Export (%1)&#xa0;: échec</translation>
    </message>
    <message>
        <source>Export of %1: cancelled</source>
        <comment>organization</comment>
        <translation>Export (%1)&#xa0;: annulé</translation>
    </message>
</context>
<context>
    <name>Vestibule::ExportWindow</name>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Afficher dans le &amp;dossier</translation>
    </message>
    <message>
        <source>Stop the export?</source>
        <translation>Arrêter l’export&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Stop the export</source>
        <translation>&amp;Arrêter l’export</translation>
    </message>
    <message>
        <source>Enter a to&amp;ken…</source>
        <translation>Saisir un &amp;jeton…</translation>
    </message>
    <message>
        <source>Co&amp;ntinue</source>
        <translation>Co&amp;ntinuer</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>C&amp;lient secret…</source>
        <translation>Se&amp;cret client…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <comment>what</comment>
        <translation>Export&#xa0;: %1</translation>
    </message>
    <message>
        <source>%p%</source>
        <comment>of a progress bar; %p is a number</comment>
        <translation>%p&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Vestibule::FailureDetails</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>Détails copiés</translation>
    </message>
</context>
<context>
    <name>Vestibule::FailureText</name>
    <message>
        <source>Rate limit reached.</source>
        <translation>Limite de débit atteinte.</translation>
    </message>
    <message>
        <source>No response in %1.</source>
        <comment>a duration</comment>
        <translation>Pas de réponse en %1.</translation>
    </message>
    <message>
        <source>The connection was closed without a response.</source>
        <translation>La connexion a été fermée sans réponse.</translation>
    </message>
    <message>
        <source>Something other than the tenant responded (status %1).</source>
        <translation>Un intermédiaire a répondu à la place du locataire (statut %1).</translation>
    </message>
    <message>
        <source>The tenant reported a server error (status %1).</source>
        <translation>Le locataire signale une erreur de serveur (statut %1).</translation>
    </message>
    <message>
        <source>Cannot reach the tenant</source>
        <translation>Locataire injoignable</translation>
    </message>
    <message>
        <source>No connection through the proxy</source>
        <translation>Pas de connexion par le proxy</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation>Pas de liaison sécurisée</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Échec de connexion de l’application</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Jeton refusé</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>A scope is missing</source>
        <translation>Il manque un scope</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Rate limit reached</source>
        <translation>Limite de débit atteinte</translation>
    </message>
    <message>
        <source>Request rejected</source>
        <translation>Requête rejetée</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Erreur de serveur</translation>
    </message>
    <message>
        <source>Unexpected response</source>
        <translation>Réponse inattendue</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Statut&#xa0;: %1</translation>
    </message>
    <message>
        <source>Error code: %1</source>
        <translation>Code d’erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>Message&#xa0;: %1</translation>
    </message>
    <message>
        <source>Token refused by the tenant</source>
        <translation>Jeton&#xa0;: refusé par le locataire</translation>
    </message>
    <message>
        <source>Token lacks a scope</source>
        <translation>Jeton&#xa0;: il manque un scope</translation>
    </message>
    <message>
        <source>Client secret: refused by the tenant</source>
        <translation>Secret client&#xa0;: refusé par le locataire</translation>
    </message>
    <message>
        <source>Retrying…</source>
        <translation>Nouvel essai…</translation>
    </message>
    <message>
        <source>Retrying (%1 of %2)…</source>
        <comment>tries</comment>
        <translation>Nouvel essai (%1 sur %2)…</translation>
    </message>
    <message>
        <source>Retrying in %1 (%2 of %3).</source>
        <comment>a duration, and tries</comment>
        <translation>Nouvel essai dans %1 (%2 sur %3).</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a sentence, then another</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>Jeton expiré</translation>
    </message>
</context>
<context>
    <name>Vestibule::FieldView</name>
    <message>
        <source>no access</source>
        <translation>aucun accès</translation>
    </message>
    <message>
        <source>can view</source>
        <translation>voir</translation>
    </message>
    <message>
        <source>can view some settings, enable it and show its button</source>
        <translation>voir certains réglages, l’activer, afficher son bouton</translation>
    </message>
    <message>
        <source>can manage everything the organization owns</source>
        <translation>tout gérer pour leur organisation</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an access level, and what it allows</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The organization&apos;s administrators:</source>
        <translation>Les administrateurs de l’organisation&#xa0;:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and the values of several connections</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::FilterBar</name>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Rechercher sur la page</translation>
    </message>
    <message>
        <source>Find on all pages</source>
        <translation>Rechercher sur toutes les pages</translation>
    </message>
</context>
<context>
    <name>Vestibule::FilterHeader</name>
    <message>
        <source>Filter</source>
        <comment>a field under the title of a column</comment>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <comment>the title of a column</comment>
        <translation>Filtre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only rows that contain this text in this column</source>
        <translation>Seulement les lignes contenant ce texte dans cette colonne</translation>
    </message>
</context>
<context>
    <name>Vestibule::FindField</name>
    <message>
        <source>Find names and IDs</source>
        <translation>Rechercher un nom ou un ID</translation>
    </message>
</context>
<context>
    <name>Vestibule::FindingBox</name>
    <message>
        <source>Needs attention</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Why ›</source>
        <comment>something was found</comment>
        <translation>Pourquoi ›</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <comment>the title of a finding</comment>
        <translation>Pourquoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Show the rule among the findings</source>
        <translation>Afficher la règle parmi les constats</translation>
    </message>
</context>
<context>
    <name>Vestibule::FindingMuting</name>
    <message>
        <source>Muted: %1.</source>
        <translation>Ignoré&#xa0;: %1.</translation>
    </message>
    <message>
        <source>No longer muted: %1.</source>
        <translation>N’est plus ignoré&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Vestibule::FindingText</name>
    <message>
        <source>Membership through a shared connection</source>
        <translation>Ajout par une connexion partagée</translation>
    </message>
    <message>
        <source>Administrators can change a shared connection</source>
        <translation>Connexion partagée modifiable</translation>
    </message>
    <message>
        <source>No connection is enabled</source>
        <translation>Aucune connexion n’est activée</translation>
    </message>
    <message>
        <source>Every connection is hidden</source>
        <translation>Toutes les connexions sont masquées</translation>
    </message>
    <message>
        <source>Membership for any social account</source>
        <translation>Ajout pour tout compte social</translation>
    </message>
    <message>
        <source>Sign-up without membership</source>
        <translation>Inscription sans ajout des membres</translation>
    </message>
    <message>
        <source>Access without a display name</source>
        <translation>Accès sans nom d’affichage</translation>
    </message>
    <message>
        <source>Disabled, with sign-up or membership on</source>
        <translation>Désactivée, avec inscription ou ajout activé</translation>
    </message>
    <message>
        <source>9 or 10 connections</source>
        <translation>9 ou 10 connexions</translation>
    </message>
    <message>
        <source>No connections</source>
        <translation>Aucune connexion</translation>
    </message>
    <message>
        <source>Several organizations share a directory</source>
        <translation>Annuaire partagé par plusieurs organisations</translation>
    </message>
    <message>
        <source>Access levels differ</source>
        <translation>Niveaux d’accès différents</translation>
    </message>
    <message>
        <source>Not used by any organization</source>
        <translation>Utilisée par aucune organisation</translation>
    </message>
    <message>
        <source>Unknown field or level</source>
        <translation>Champ ou niveau inconnu</translation>
    </message>
    <message>
        <source>Automatic membership is on in two or more organizations that use this connection: users of one become members of another when they sign in on its login page. Signing in without an organization has no such effect.</source>
        <translation>L’ajout automatique est activé dans plusieurs organisations qui utilisent cette connexion&#xa0;: les utilisateurs de l’une deviennent membres d’une autre en se connectant sur la page de celle-ci. Se connecter hors de toute organisation n’a pas cet effet.</translation>
    </message>
    <message>
        <source>The organization&apos;s administrators can change a connection that other organizations use, too, and so affect how their users sign in.</source>
        <translation>Les administrateurs de l’organisation peuvent modifier une connexion que d’autres organisations utilisent, et donc la façon dont leurs utilisateurs se connectent.</translation>
    </message>
    <message>
        <source>No connection is enabled: nobody can sign in to this organization.</source>
        <translation>Aucune connexion n’est activée&#xa0;: personne ne peut se connecter à cette organisation.</translation>
    </message>
    <message>
        <source>Every enabled connection is an enterprise connection without a button: the login page shows an error.</source>
        <translation>Toutes les connexions activées sont des connexions d’entreprise sans bouton&#xa0;: la page de connexion affiche une erreur.</translation>
    </message>
    <message>
        <source>Anyone with an account at this social provider automatically becomes a member of the organization by signing in.</source>
        <translation>Toute personne ayant un compte chez ce fournisseur social devient automatiquement membre de l’organisation en se connectant.</translation>
    </message>
    <message>
        <source>Sign-up is on without automatic membership; the API requires both.</source>
        <translation>L’inscription est activée sans l’ajout automatique des membres&#x202f;; l’API exige les deux.</translation>
    </message>
    <message>
        <source>The organization&apos;s administrators have access, but the connection has no display name; the API requires organization_connection_name.</source>
        <translation>Les administrateurs de l’organisation y ont accès, mais la connexion n’a pas de nom d’affichage&#x202f;; l’API exige organization_connection_name.</translation>
    </message>
    <message>
        <source>Disabled, but sign-up or automatic membership is still on: it applies again once this connection is enabled.</source>
        <translation>Désactivée, mais l’inscription ou l’ajout automatique reste activé&#xa0;: ce réglage reprendra effet dès que la connexion sera réactivée.</translation>
    </message>
    <message>
        <source>The organization has 9 or 10 connections; the limit is 10.</source>
        <translation>L’organisation a 9 ou 10 connexions&#x202f;; la limite est de 10.</translation>
    </message>
    <message>
        <source>The organization has no connections: nobody can sign in to it.</source>
        <translation>L’organisation n’a aucune connexion&#xa0;: personne ne peut s’y connecter.</translation>
    </message>
    <message>
        <source>Two or more organizations use this database or enterprise connection. That is correct only if they have the same users.</source>
        <translation>Plusieurs organisations utilisent cette connexion de base de données ou d’entreprise. C’est correct seulement si elles ont les mêmes utilisateurs.</translation>
    </message>
    <message>
        <source>The access levels of administrators or members differ between the organizations that use this connection.</source>
        <translation>Les niveaux d’accès des administrateurs ou des membres diffèrent entre les organisations qui utilisent cette connexion.</translation>
    </message>
    <message>
        <source>No organization uses this connection.</source>
        <translation>Aucune organisation n’utilise cette connexion.</translation>
    </message>
    <message>
        <source>The tenant sent a field or an access level that this version of Vestibule does not know.</source>
        <translation>Le locataire a envoyé un champ ou un niveau d’accès que cette version de Vestibule ne connaît pas.</translation>
    </message>
    <message>
        <source>High</source>
        <comment>severity of a finding</comment>
        <translation>Élevée</translation>
    </message>
    <message>
        <source>For information</source>
        <comment>severity of a finding</comment>
        <translation>Pour information</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln association</numerusform>
            <numerusform>%Ln associations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation>
            <numerusform>%Ln organisation</numerusform>
            <numerusform>%Ln organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connexion</numerusform>
            <numerusform>%Ln connexions</numerusform>
        </translation>
    </message>
    <message>
        <source>this connection in this organization</source>
        <translation>cette connexion dans cette organisation</translation>
    </message>
    <message>
        <source>this connection in every organization</source>
        <translation>cette connexion dans toutes les organisations</translation>
    </message>
    <message>
        <source>this organization</source>
        <translation>cette organisation</translation>
    </message>
    <message>
        <source>the whole rule</source>
        <translation>toute la règle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the severity and the title of a finding</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::FindingsText</name>
    <message>
        <source> (muted: %1)</source>
        <translation> (ignoré&#xa0;: %1)</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>Aucun constat.</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>severity, title and id of a rule</comment>
        <translation>%1&#xa0;: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>Vestibule::HintList</name>
    <message>
        <source>Needs attention</source>
        <translation>À vérifier</translation>
    </message>
</context>
<context>
    <name>Vestibule::HttpErrorText</name>
    <message>
        <source>a redirect to another address, which is not followed</source>
        <translation>redirection vers une autre adresse, non suivie</translation>
    </message>
    <message>
        <source>a redirect to another host (%1), which is not followed</source>
        <translation>redirection vers un autre hôte (%1), non suivie</translation>
    </message>
    <message>
        <source>no host has this name</source>
        <translation>aucun hôte ne porte ce nom</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>la connexion a été refusée</translation>
    </message>
    <message>
        <source>the connection was closed without a response</source>
        <translation>la connexion a été fermée sans réponse</translation>
    </message>
    <message>
        <source>the proxy closed the connection</source>
        <translation>le proxy a fermé la connexion</translation>
    </message>
    <message>
        <source>no host has the proxy&apos;s name</source>
        <translation>aucun hôte ne porte le nom du proxy</translation>
    </message>
    <message>
        <source>the proxy does not respond</source>
        <translation>le proxy ne répond pas</translation>
    </message>
    <message>
        <source>the proxy needs a user name and a password, or rejects those it was given</source>
        <translation>le proxy exige un nom d’utilisateur et un mot de passe, ou rejette ceux qu’il a reçus</translation>
    </message>
    <message>
        <source>the data cannot be decompressed</source>
        <translation>les données ne peuvent pas être décompressées</translation>
    </message>
    <message>
        <source>the transfer was cut off</source>
        <translation>le transfert a été interrompu</translation>
    </message>
    <message>
        <source>its certificate is self-signed and not trusted here</source>
        <translation>son certificat est autosigné et n’est pas reconnu ici</translation>
    </message>
    <message>
        <source>its certificate was not issued by an authority that this computer trusts</source>
        <translation>son certificat n’a pas été émis par une autorité reconnue par cet ordinateur</translation>
    </message>
    <message>
        <source>its certificate expired on %1</source>
        <translation>son certificat a expiré le %1</translation>
    </message>
    <message>
        <source>its certificate is not valid before %1; is this computer&apos;s clock right?</source>
        <translation>son certificat n’est pas valable avant le %1&#x202f;; l’horloge de cet ordinateur est-elle à l’heure&#x202f;?</translation>
    </message>
    <message>
        <source>its certificate is for another host (%1)</source>
        <translation>son certificat est celui d’un autre hôte (%1)</translation>
    </message>
    <message>
        <source>its certificate was revoked</source>
        <translation>son certificat a été révoqué</translation>
    </message>
    <message>
        <source>an interim response (status %1) came first, and what follows it cannot be read</source>
        <translation>une réponse provisoire (statut %1) est arrivée d’abord, et la suite ne peut pas être lue</translation>
    </message>
</context>
<context>
    <name>Vestibule::HttpTransfer</name>
    <message>
        <source>the network access was shut down</source>
        <translation>l’accès au réseau a été fermé</translation>
    </message>
    <message>
        <source>more than %1 was sent</source>
        <translation>plus de %1 ont été envoyés</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryBar</name>
    <message>
        <source>Organizations read</source>
        <translation>Organisations lues</translation>
    </message>
    <message>
        <source>The part of the tenant&apos;s rate limit that the sweep may use</source>
        <translation>Part de la limite de débit du locataire que le relevé peut utiliser</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <comment>rows</comment>
        <translation>
            <numerusform>Afficher %Ln ligne de plus</numerusform>
            <numerusform>Afficher %Ln lignes de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of the rate limit</source>
        <translation>%1&#xa0;% de la limite de débit</translation>
    </message>
    <message>
        <source>More</source>
        <comment>actions</comment>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryCommand</name>
    <message>
        <source>Not checked, because the inventory lacks the data: %1.</source>
        <translation>Non vérifié, faute de données dans l’inventaire&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryDetails</name>
    <message>
        <source>read&#xa0;%1</source>
        <comment>when</comment>
        <translation>lecture&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Select a row to see its details.</source>
        <translation>Sélectionnez une ligne pour en voir les détails.</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln organization(s)</source>
        <translation>
            <numerusform>dans %Ln organisation</numerusform>
            <numerusform>dans %Ln organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connexion</numerusform>
            <numerusform>%Ln connexions</numerusform>
        </translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>statut HTTP %1</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>aucune réponse</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>Non lue&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not read: %1 (%2).</source>
        <translation>Non lue&#xa0;: %1 (%2).</translation>
    </message>
    <message>
        <source>tried&#xa0;%1</source>
        <comment>when</comment>
        <translation>dernier essai&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>&amp;Mute…</source>
        <translation>Ig&amp;norer…</translation>
    </message>
    <message>
        <source>Un&amp;mute</source>
        <translation>Ne plus i&amp;gnorer</translation>
    </message>
    <message>
        <source>Read the &amp;documentation</source>
        <translation>Lire la &amp;documentation</translation>
    </message>
    <message>
        <source>Stop counting this finding, with a reason</source>
        <translation>Ne plus compter ce constat, avec un motif</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>aucun constat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln ignoré</numerusform>
            <numerusform>%Ln ignorés</numerusform>
        </translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>Only their IDs, names and strategies, one request for 100; the token needs the scope read:connections</source>
        <translation>Seulement leurs ID, noms et stratégies, une requête pour 100&#x202f;; le jeton doit avoir le scope read:connections</translation>
    </message>
    <message>
        <source>This needs a complete inventory with the connections of the tenant, which a sweep reads only on request.</source>
        <translation>Il faut pour cela un inventaire complet avec les connexions du locataire, qu’un relevé ne lit que sur demande.</translation>
    </message>
    <message>
        <source>Show with the m&amp;uted ones</source>
        <translation>Afficher avec ceux qui sont i&amp;gnorés</translation>
    </message>
    <message>
        <source>Open in &amp;tenant</source>
        <translation>Ouvrir dans le &amp;locataire</translation>
    </message>
    <message>
        <source>Read the &amp;tenant&apos;s connections</source>
        <translation>Lire les connexions d&amp;u locataire</translation>
    </message>
    <message>
        <source>Muted by %1, %2 (%3): %4</source>
        <comment>user, time, for what, reason</comment>
        <translation>Ignoré par %1, %2 (%3)&#xa0;: %4</translation>
    </message>
    <message>
        <source>Show &amp;them</source>
        <translation>Les affiche&amp;r</translation>
    </message>
    <message>
        <source>Show the muted one&amp;s</source>
        <translation>Affiche&amp;r ceux qui sont ignorés</translation>
    </message>
    <message>
        <source>Connection&amp;s</source>
        <translation>Connexion&amp;s</translation>
    </message>
    <message>
        <source>&amp;Login prompt</source>
        <translation>Page de conne&amp;xion</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The inventory no longer contains this organization.</source>
        <translation>L’inventaire ne contient plus cette organisation.</translation>
    </message>
    <message>
        <source>Nothing to draw: the organization has not been read yet.</source>
        <translation>Rien à dessiner&#xa0;: l’organisation n’a pas encore été lue.</translation>
    </message>
    <message>
        <source>Nothing to draw: the organization&apos;s connections could not be read.</source>
        <translation>Rien à dessiner&#xa0;: les connexions de l’organisation n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>Nothing to draw: the organization no longer exists.</source>
        <translation>Rien à dessiner&#xa0;: l’organisation n’existe plus.</translation>
    </message>
    <message>
        <source>Connection ID copied</source>
        <translation>ID de la connexion copié</translation>
    </message>
    <message>
        <source>Organization ID copied</source>
        <translation>ID de l’organisation copié</translation>
    </message>
    <message>
        <source>Copy the connection ID</source>
        <translation>Copier l’ID de la connexion</translation>
    </message>
    <message>
        <source>Copy the organization ID</source>
        <translation>Copier l’ID de l’organisation</translation>
    </message>
    <message>
        <source>requested&#xa0;%1</source>
        <comment>when</comment>
        <translation>dernière requête&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Show lin&amp;ks</source>
        <translation>Affi&amp;cher les associations</translation>
    </message>
    <message>
        <source>Organi&amp;zations</source>
        <translation>Organi&amp;sations</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Trier la liste</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>Rés&amp;umé</translation>
    </message>
    <message>
        <source>This rule reports:</source>
        <translation>Cette règle signale&#xa0;:</translation>
    </message>
    <message>
        <source>Muted %1 (%2): %3</source>
        <comment>time, for what, reason</comment>
        <translation>Ignoré, %1 (%2)&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryExport</name>
    <message>
        <source>rows are missing</source>
        <translation>des lignes manquent</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryExportDialog</name>
    <message>
        <source>For E&amp;xcel: mark the file as UTF-8</source>
        <translation>Pour E&amp;xcel&#xa0;: marquer le fichier comme UTF-8</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Afficher dans le &amp;dossier</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <comment>a list</comment>
        <translation>Exporter&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;All rows (%1)</source>
        <translation>&amp;Toutes les lignes (%1)</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, pour les tableurs</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, pour les programmes</translation>
    </message>
    <message>
        <source>NDJSON, one row per line</source>
        <translation>NDJSON, une ligne par enregistrement</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Virgule</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Point-virgule</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the character</comment>
        <translation>Tabulation</translation>
    </message>
    <message>
        <source>Adds a byte order mark; without it, Excel may show accented letters wrongly.</source>
        <translation>Ajoute une marque d’ordre des octets (BOM)&#x202f;; sans elle, Excel peut mal afficher les lettres accentuées.</translation>
    </message>
    <message>
        <source>Puts an apostrophe before cells that a spreadsheet would run as formulas.</source>
        <translation>Met une apostrophe devant les cellules qu’un tableur exécuterait comme des formules.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Se&amp;parator</source>
        <translation>Sé&amp;parateur</translation>
    </message>
    <message>
        <source>The inventory is not complete: %1.</source>
        <translation>L’inventaire est incomplet&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written</source>
        <translation>
            <numerusform>%Ln ligne écrite</numerusform>
            <numerusform>%Ln lignes écrites</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Escape cells that look like for&amp;mulas</source>
        <translation>&amp;Neutraliser les cellules qui ressemblent à des formules</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Sho&amp;wn rows (%1)</source>
        <translation>Lignes &amp;affichées (%1)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a list, the name of a tenant</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryModel</name>
    <message>
        <source>Needs attention:</source>
        <translation>À vérifier&#xa0;:</translation>
    </message>
    <message>
        <source>%1. Needs attention: %2</source>
        <comment>a cell, read aloud</comment>
        <translation>%1. À vérifier&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventorySaver</name>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save the inventory (contains the real names)</source>
        <translation>Enregistrer l’inventaire (contient les vrais noms)</translation>
    </message>
    <message>
        <source>Save the inventory</source>
        <translation>Enregistrer l’inventaire</translation>
    </message>
    <message>
        <source>Inventories (*.vestibule)</source>
        <translation>Inventaires (*.vestibule)</translation>
    </message>
    <message>
        <source>Writing the inventory…</source>
        <translation>Écriture de l’inventaire…</translation>
    </message>
    <message>
        <source>The inventory was saved as %1.</source>
        <translation>L’inventaire a été enregistré sous %1.</translation>
    </message>
    <message>
        <source>Save a report (contains the real names)</source>
        <translation>Enregistrer un rapport (contient les vrais noms)</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Enregistrer un rapport</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Pages web (*.html)</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Écriture du rapport…</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>Le rapport a été enregistré sous %1.</translation>
    </message>
    <message>
        <source>The report was saved as %1. %2</source>
        <comment>a file, a sentence</comment>
        <translation>Le rapport a été enregistré sous %1. %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryTableView</name>
    <message>
        <source>Only rows with this value</source>
        <translation>Seulement les lignes avec cette valeur</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Retirer ce filtre</translation>
    </message>
    <message>
        <source>Cell copied</source>
        <translation>Cellule copiée</translation>
    </message>
    <message>
        <source>Copy &amp;cell</source>
        <translation>Copier la &amp;cellule</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copier les &amp;lignes</translation>
    </message>
</context>
<context>
    <name>Vestibule::InventoryText</name>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>membership</comment>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Invited</source>
        <comment>membership</comment>
        <translation>Sur invitation</translation>
    </message>
    <message>
        <source>Sign-up on</source>
        <translation>Inscription activée</translation>
    </message>
    <message>
        <source>Sign-up off</source>
        <translation>Inscription désactivée</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Associations</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organization ID</source>
        <translation>ID de l’organisation</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>at this time</comment>
        <translation>Lu à</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Stratégie</translation>
    </message>
    <message>
        <source>Connection ID</source>
        <translation>ID de la connexion</translation>
    </message>
    <message>
        <source>Member access</source>
        <translation>Accès des membres</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Ajout des membres</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Bouton</translation>
    </message>
    <message>
        <source>Sign-up</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>Access levels</source>
        <translation>Niveaux d’accès</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Catégories</translation>
    </message>
    <message>
        <source>The organization&apos;s short name, as the API has it.</source>
        <translation>Le nom court de l’organisation, tel que dans l’API.</translation>
    </message>
    <message>
        <source>The organization&apos;s display name.</source>
        <translation>Le nom d’affichage de l’organisation.</translation>
    </message>
    <message>
        <source>When the organization&apos;s connections were read.</source>
        <translation>Date de lecture des connexions de l’organisation.</translation>
    </message>
    <message>
        <source>Whether the organization&apos;s connections were read.</source>
        <translation>Indique si les connexions de l’organisation ont été lues.</translation>
    </message>
    <message>
        <source>The number of organizations that use the connection, enabled or not.</source>
        <translation>Le nombre d’organisations qui utilisent cette connexion, activée ou non.</translation>
    </message>
    <message>
        <source>The number of the organization&apos;s enabled connections.</source>
        <translation>Le nombre de connexions activées de l’organisation.</translation>
    </message>
    <message>
        <source>The number of organizations where the connection is enabled.</source>
        <translation>Le nombre d’organisations où la connexion est activée.</translation>
    </message>
    <message>
        <source>The number of organizations where the connection is disabled.</source>
        <translation>Le nombre d’organisations où la connexion est désactivée.</translation>
    </message>
    <message>
        <source>The number of organizations where signing in with it makes users members.</source>
        <translation>Le nombre d’organisations dont on devient membre en se connectant avec elle.</translation>
    </message>
    <message>
        <source>The number of organizations where users can sign up with it.</source>
        <translation>Le nombre d’organisations où l’inscription est possible avec elle.</translation>
    </message>
    <message>
        <source>The number of organizations whose login page shows a button for it.</source>
        <translation>Le nombre d’organisations dont la page de connexion affiche son bouton.</translation>
    </message>
    <message>
        <source>What the organizations&apos; administrators can do with it, and in how many organizations.</source>
        <translation>Ce que les administrateurs des organisations peuvent en faire, et dans combien d’organisations.</translation>
    </message>
    <message>
        <source>The number of the organization&apos;s connections, enabled or not.</source>
        <translation>Le nombre de connexions de l’organisation, activées ou non.</translation>
    </message>
    <message>
        <source>The kinds of the organization&apos;s connections.</source>
        <translation>Les catégories des connexions de l’organisation.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the title and the value of a cell</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune valeur</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Pas encore lue</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>an organization</comment>
        <translation>Lue</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>reading an organization</comment>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Gone</source>
        <comment>an organization</comment>
        <translation>Disparue</translation>
    </message>
    <message>
        <source>In 2 or more</source>
        <translation>Dans 2 ou plus</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Access level</source>
        <translation>Niveau d’accès</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Demo tenant</source>
        <translation>Locataire de démonstration</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Impossible de lire %1.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 n’est pas un fichier.</translation>
    </message>
    <message>
        <source>%1 is not an inventory of Vestibule.</source>
        <translation>%1 n’est pas un inventaire de Vestibule.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Vestibule (file version %2). Install that version to open it.</source>
        <translation>%1 vient d’une version plus récente de Vestibule (version de fichier %2). Installez-la pour l’ouvrir.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 est endommagé.</translation>
    </message>
    <message>
        <source>Another program has changed %1, so it can no longer be trusted.</source>
        <translation>Un autre programme a modifié %1&#xa0;: son contenu n’est plus fiable.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed. On Debian and Ubuntu, install the package libqt6sql6-sqlite.</source>
        <translation>Le pilote SQLite de Qt n’est pas installé. Sous Debian et Ubuntu, installez le paquet libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Impossible d’écrire %1.</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot be written.</source>
        <translation>Le disque est plein&#xa0;: impossible d’écrire %1.</translation>
    </message>
    <message>
        <source>%1 is gone: the file or its folder was removed.</source>
        <translation>%1 a disparu&#xa0;: le fichier ou son dossier a été supprimé.</translation>
    </message>
    <message>
        <source>%1 is the inventory of another tenant: %2.</source>
        <translation>%1 est l’inventaire d’un autre locataire&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 covers different organizations than those given.</source>
        <translation>%1 couvre d’autres organisations que celles indiquées.</translation>
    </message>
    <message>
        <source>Another Vestibule is already sweeping this tenant.</source>
        <translation>Un autre Vestibule fait déjà le relevé de ce locataire.</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>La lecture a été annulée.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <comment>from a day and time to another</comment>
        <translation>%1 à %2 – %3 à %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day and a time</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <comment>a day, from a time to a time</comment>
        <translation>%1 de %2 à %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln organization(s) read</source>
        <translation>
            <numerusform>%1 organisation lue sur %Ln</numerusform>
            <numerusform>%1 organisations lues sur %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 en échec</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <comment>organizations</comment>
        <translation>%1 disparues</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <comment>organizations</comment>
        <translation>%1 en attente</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>an inventory</comment>
        <translation>complet</translation>
    </message>
    <message>
        <source>not complete</source>
        <comment>an inventory</comment>
        <translation>incomplet</translation>
    </message>
    <message>
        <source>The list of organizations was not read completely.</source>
        <translation>La liste des organisations n’a pas été lue entièrement.</translation>
    </message>
    <message>
        <source>It covers only the requested organizations.</source>
        <translation>Il ne couvre que les organisations demandées.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) could not be read.</source>
        <translation>
            <numerusform>%Ln organisation n’a pas pu être lue.</numerusform>
            <numerusform>%Ln organisations n’ont pas pu être lues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) have not been read yet.</source>
        <translation>
            <numerusform>%Ln organisation n’a pas encore été lue.</numerusform>
            <numerusform>%Ln organisations n’ont pas encore été lues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) were removed before they were read.</source>
        <translation>
            <numerusform>%Ln organisation a été supprimée avant d’être lue.</numerusform>
            <numerusform>%Ln organisations ont été supprimées avant d’être lues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) were added while it was read.</source>
        <translation>
            <numerusform>%Ln organisation a été ajoutée pendant la lecture.</numerusform>
            <numerusform>%Ln organisations ont été ajoutées pendant la lecture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) were removed while it was read.</source>
        <translation>
            <numerusform>%Ln organisation a été supprimée pendant la lecture.</numerusform>
            <numerusform>%Ln organisations ont été supprimées pendant la lecture.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tenant has only the older list, without disabled connections and access levels.</source>
        <translation>Le locataire n’a que l’ancienne liste, sans connexions désactivées ni niveaux d’accès.</translation>
    </message>
    <message>
        <source>Enabled</source>
        <comment>links</comment>
        <translation>Activées</translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>links</comment>
        <translation>Désactivées</translation>
    </message>
    <message>
        <source>The inventory is not complete: the list of organizations was not read completely, and %1.</source>
        <translation>L’inventaire est incomplet&#xa0;: la liste des organisations n’a pas été lue entièrement, et %1.</translation>
    </message>
    <message>
        <source>The inventory is not complete: %1.</source>
        <translation>L’inventaire est incomplet&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <comment>a sentence without its full stop, the reason the system gives</comment>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Ignorés</translation>
    </message>
    <message>
        <source>What a documented rule reports about links or organizations.</source>
        <translation>Ce qu’une règle documentée signale sur des associations ou des organisations.</translation>
    </message>
    <message>
        <source>The number of links, organizations or connections that the rule reports, without the muted ones.</source>
        <translation>Le nombre d’associations, d’organisations ou de connexions que la règle signale, sans celles qui sont ignorées.</translation>
    </message>
    <message>
        <source>The number of the rule&apos;s findings that were muted with a reason.</source>
        <translation>Le nombre de constats de la règle ignorés avec un motif.</translation>
    </message>
    <message>
        <source>not checked</source>
        <comment>findings</comment>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>None</source>
        <comment>connections of an organization</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <comment>connections of an organization</comment>
        <translation>%1 ou plus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln association</numerusform>
            <numerusform>%Ln associations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connexion</numerusform>
            <numerusform>%Ln connexions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation>
            <numerusform>%Ln organisation</numerusform>
            <numerusform>%Ln organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln règle</numerusform>
            <numerusform>%Ln règles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln constat</numerusform>
            <numerusform>%Ln constats</numerusform>
        </translation>
    </message>
    <message>
        <source>Organizations by number of connections</source>
        <translation>Organisations par nombre de connexions</translation>
    </message>
    <message>
        <source>Organizations by state</source>
        <translation>Organisations par état</translation>
    </message>
    <message>
        <source>Connections by category</source>
        <translation>Connexions par catégorie</translation>
    </message>
    <message>
        <source>Connections by strategy</source>
        <translation>Connexions par stratégie</translation>
    </message>
    <message>
        <source>Links, enabled or not</source>
        <translation>Associations, activées ou non</translation>
    </message>
    <message>
        <source>Links by access level</source>
        <translation>Associations par niveau d’accès</translation>
    </message>
    <message>
        <source>Links by membership</source>
        <translation>Associations par ajout des membres</translation>
    </message>
    <message>
        <source>Links by sign-up</source>
        <translation>Associations par inscription</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more, each with fewer.</source>
        <comment>values of a chart</comment>
        <translation>
            <numerusform>%Ln autre, moins fréquente.</numerusform>
            <numerusform>%Ln autres, moins fréquentes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared connections</source>
        <translation>Connexions partagées</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a title and its number</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) listed</source>
        <translation>
            <numerusform>%Ln organisation recensée</numerusform>
            <numerusform>%Ln organisations recensées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln lue</numerusform>
            <numerusform>%Ln lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln en échec</numerusform>
            <numerusform>%Ln en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln disparue</numerusform>
            <numerusform>%Ln disparues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete: %1.</source>
        <comment>an inventory</comment>
        <translation>Complet&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not complete: %1.</source>
        <comment>an inventory</comment>
        <translation>Incomplet&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The tenant&apos;s connections were listed on %1. A connection added to an organization after that organization was read counts as unused.</source>
        <translation>Les connexions du locataire ont été listées le %1. Une connexion ajoutée à une organisation après la lecture de celle-ci compte comme inutilisée.</translation>
    </message>
    <message>
        <source>On</source>
        <comment>sign-up</comment>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>sign-up</comment>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Enabled</source>
        <comment>one link</comment>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>one link</comment>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>automatic</source>
        <comment>how people become members</comment>
        <translation>automatique</translation>
    </message>
    <message>
        <source>by invitation</source>
        <comment>how people become members</comment>
        <translation>sur invitation</translation>
    </message>
    <message>
        <source>To check</source>
        <comment>connections or organizations</comment>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>No value</source>
        <comment>an access level</comment>
        <translation>Sans valeur</translation>
    </message>
    <message>
        <source>Enabled: no value</source>
        <translation>Activation&#xa0;: sans valeur</translation>
    </message>
    <message>
        <source>Membership: no value</source>
        <translation>Ajout des membres&#xa0;: sans valeur</translation>
    </message>
    <message>
        <source>Sign-up: no value</source>
        <translation>Inscription&#xa0;: sans valeur</translation>
    </message>
    <message>
        <source>Button: no value</source>
        <translation>Bouton&#xa0;: sans valeur</translation>
    </message>
    <message>
        <source>membership: no value</source>
        <translation>ajout des membres&#xa0;: sans valeur</translation>
    </message>
    <message>
        <source>No value</source>
        <comment>a strategy</comment>
        <translation>Sans valeur</translation>
    </message>
    <message>
        <source>No value</source>
        <comment>a value below the title of its field</comment>
        <translation>Sans valeur</translation>
    </message>
</context>
<context>
    <name>Vestibule::JsonText</name>
    <message>
        <source>nothing was sent</source>
        <translation>rien n’a été envoyé</translation>
    </message>
    <message>
        <source>a web page came instead of JSON, perhaps a network&apos;s sign-in page</source>
        <translation>une page web a été reçue au lieu de JSON, peut-être celle d’un portail captif</translation>
    </message>
    <message>
        <source>not JSON: %1 at byte %2</source>
        <translation>JSON non valide&#xa0;: %1, octet&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>Vestibule::JsonView</name>
    <message>
        <source>Find in the JSON…</source>
        <translation>Rechercher dans le JSON…</translation>
    </message>
    <message>
        <source>Find in the JSON</source>
        <translation>Rechercher dans le JSON</translation>
    </message>
    <message>
        <source>The row as the tenant sent it, as JSON</source>
        <translation>La ligne telle que le locataire l’a envoyée, en JSON</translation>
    </message>
    <message>
        <source>Select one connection to see its JSON.</source>
        <translation>Sélectionnez une seule connexion pour voir son JSON.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the JSON</source>
        <translation>Copier le JSON</translation>
    </message>
    <message>
        <source>JSON copied</source>
        <translation>JSON copié</translation>
    </message>
</context>
<context>
    <name>Vestibule::KeptInventoriesDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Kept inventories</source>
        <translation>Inventaires conservés</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>an inventory, at this time</comment>
        <translation>Lu le</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>No inventories are kept yet.</source>
        <translation>Aucun inventaire n’est encore conservé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inventory(ies), %1</source>
        <translation>
            <numerusform>%Ln inventaire, %1</numerusform>
            <numerusform>%Ln inventaires, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Each new sweep keeps the inventory before it, so you can see what has changed. Beyond these limits, the oldest are removed.</source>
        <translation>Chaque nouveau relevé conserve l’inventaire précédent, pour montrer ce qui a changé. Au-delà de ces limites, les plus anciens sont supprimés.</translation>
    </message>
    <message>
        <source>Remove an inventory</source>
        <translation>Supprimer un inventaire</translation>
    </message>
    <message>
        <source>Remove the inventory of %1? This cannot be undone.</source>
        <translation>Supprimer l’inventaire du %1&#x202f;? Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>It could not be removed.</source>
        <translation>Il n’a pas pu être supprimé.</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> Gio</translation>
    </message>
    <message>
        <source>&amp;Inventories, at most</source>
        <translation>&amp;Inventaires, au plus</translation>
    </message>
    <message>
        <source>&amp;Disk space, at most</source>
        <translation>&amp;Espace disque, au plus</translation>
    </message>
</context>
<context>
    <name>Vestibule::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Rechercher une action ou un raccourci</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Vestibule::LinkListView</name>
    <message>
        <source>Open ›</source>
        <comment>an organization in the tenant</comment>
        <translation>Ouvrir ›</translation>
    </message>
    <message>
        <source>Links ›</source>
        <comment>of a connection</comment>
        <translation>Voir ›</translation>
    </message>
    <message>
        <source>Enter opens the organization in the tenant.</source>
        <translation>Entrée ouvre l’organisation dans le locataire.</translation>
    </message>
    <message>
        <source>Enter shows the links of the connection.</source>
        <translation>Entrée affiche les associations de la connexion.</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Trier par</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>&amp;Décroissant</translation>
    </message>
    <message>
        <source>&amp;Open in Tenant</source>
        <translation>&amp;Ouvrir dans le locataire</translation>
    </message>
    <message>
        <source>Show &amp;Links of the Organization</source>
        <translation>Afficher les &amp;associations de l’organisation</translation>
    </message>
    <message>
        <source>Show &amp;Links of the Connection</source>
        <translation>Afficher les &amp;associations de la connexion</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
</context>
<context>
    <name>Vestibule::ListingChangesDialog</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>%1: compared with a saved view</source>
        <comment>the name of an organization</comment>
        <translation>%1&#xa0;: comparaison avec une vue enregistrée</translation>
    </message>
</context>
<context>
    <name>Vestibule::ListingFacetText</name>
    <message>
        <source>To check</source>
        <comment>connections</comment>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Sur cette page</translation>
    </message>
    <message>
        <source>This organization</source>
        <translation>Cette organisation</translation>
    </message>
</context>
<context>
    <name>Vestibule::ListingOverviewText</name>
    <message>
        <source>In the saved part of the list: %1.</source>
        <translation>Dans la partie enregistrée de la liste&#xa0;: %1.</translation>
    </message>
    <message>
        <source>On this page only: %1 of %2.</source>
        <comment>rows, connections</comment>
        <translation>Sur cette page seulement&#xa0;: %1 sur %2.</translation>
    </message>
    <message>
        <source>On this page only: %1.</source>
        <comment>connections</comment>
        <translation>Sur cette page seulement&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Sign-up adds members</source>
        <translation>L’inscription ajoute des membres</translation>
    </message>
    <message>
        <source>Sign-up without effect</source>
        <translation>Inscription sans effet</translation>
    </message>
    <message>
        <source>Hidden button without effect</source>
        <translation>Bouton masqué sans effet</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>a hint, its severity, connections</comment>
        <translation>%1 (%2)&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the severity of a hint, a number</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Not sent</source>
        <comment>an access level</comment>
        <translation>Non reçu</translation>
    </message>
</context>
<context>
    <name>Vestibule::ListingOverviewView</name>
    <message>
        <source>By category</source>
        <translation>Par catégorie</translation>
    </message>
    <message>
        <source>By access level</source>
        <translation>Par niveau d’accès</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>%1: not listed</source>
        <comment>connections</comment>
        <translation>%1&#xa0;: absentes de la liste</translation>
    </message>
    <message>
        <source>Choose the same bar again to list all.</source>
        <translation>Choisissez de nouveau la même barre pour tout lister.</translation>
    </message>
    <message>
        <source>Enabled or not</source>
        <translation>Activées ou non</translation>
    </message>
</context>
<context>
    <name>Vestibule::LoginPromptText</name>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Social connections</source>
        <translation>Connexions sociales</translation>
    </message>
    <message>
        <source>Enterprise connections</source>
        <translation>Connexions d’entreprise</translation>
    </message>
    <message>
        <source>Passwordless</source>
        <translation>Sans mot de passe</translation>
    </message>
    <message>
        <source>Reachable by e-mail domain or link</source>
        <translation>Accessibles par domaine de messagerie ou par lien</translation>
    </message>
    <message>
        <source>Enabled, position unknown</source>
        <translation>Activées, emplacement inconnu</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivées</translation>
    </message>
    <message>
        <source>Auth0 does not document which of these databases the page uses.</source>
        <translation>Auth0 ne documente pas laquelle de ces bases la page utilise.</translation>
    </message>
    <message>
        <source>They have no button. An application can request them by name. An e-mail domain leads to them if the tenant uses Identifier First and the application names no organization.</source>
        <translation>Elles n’ont pas de bouton. Une application peut les demander par leur nom. Un domaine de messagerie y mène si le locataire utilise Identifier First et que l’application ne nomme pas d’organisation.</translation>
    </message>
    <message>
        <source>Auth0 does not document where the page shows them.</source>
        <translation>Auth0 ne documente pas où la page les affiche.</translation>
    </message>
    <message>
        <source>They are on the page only if they are enabled.</source>
        <translation>Elles ne figurent sur la page que si elles sont activées.</translation>
    </message>
    <message>
        <source>Nobody can sign in to this organization with them.</source>
        <translation>Personne ne peut se connecter à cette organisation avec elles.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Bouton</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>E-mail address and password</source>
        <translation>Adresse e-mail et mot de passe</translation>
    </message>
    <message>
        <source>Continue with %1</source>
        <translation>Continuer avec&#xa0;%1</translation>
    </message>
    <message>
        <source>from the list of enabled connections</source>
        <translation>de la liste des connexions activées</translation>
    </message>
    <message>
        <source>Sign-up is on, but only works together with automatic membership.</source>
        <translation>L’inscription est activée, mais ne fonctionne qu’avec l’ajout automatique des membres.</translation>
    </message>
    <message>
        <source>Drawn from the enabled connections: disabled ones are not listed.</source>
        <translation>Dessin d’après les connexions activées&#xa0;: la liste ne contient pas les autres.</translation>
    </message>
    <message>
        <source>Only the disabled connections are listed.</source>
        <translation>La liste ne contient que les connexions désactivées.</translation>
    </message>
    <message>
        <source>Drawn from part of the list: the organization may have more connections.</source>
        <translation>Dessin d’après une partie de la liste&#xa0;: l’organisation peut avoir d’autres connexions.</translation>
    </message>
    <message>
        <source>The page cannot be drawn: it shows only enabled connections.</source>
        <translation>La page ne peut pas être dessinée&#xa0;: elle n’affiche que les connexions activées.</translation>
    </message>
    <message>
        <source>The page cannot be drawn: which connections it shows is not known.</source>
        <translation>La page ne peut pas être dessinée&#xa0;: on ignore quelles connexions elle affiche.</translation>
    </message>
    <message>
        <source>The organization has no connections: nobody can sign in.</source>
        <translation>L’organisation n’a aucune connexion&#xa0;: personne ne peut se connecter.</translation>
    </message>
    <message>
        <source>No connection is enabled: nobody can sign in.</source>
        <translation>Aucune connexion n’est activée&#xa0;: personne ne peut se connecter.</translation>
    </message>
    <message>
        <source>Every enabled connection is an enterprise connection without a button: the page fails with “no connections enabled for the organization are visible”.</source>
        <translation>Toutes les connexions activées sont des connexions d’entreprise sans bouton&#xa0;: la page échoue avec le message «&#xa0;no connections enabled for the organization are visible&#xa0;».</translation>
    </message>
    <message>
        <source>No account yet? Sign up</source>
        <translation>Pas encore de compte&#x202f;? S’inscrire</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of control, then what is written on it</comment>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Log in to %1</source>
        <translation>Se connecter à&#xa0;%1</translation>
    </message>
    <message>
        <source>A drawing of the organization&apos;s login page, based on Auth0&apos;s documented rules. You cannot sign in here.</source>
        <translation>Dessin de la page de connexion de l’organisation, d’après les règles documentées d’Auth0. On ne peut pas s’y connecter.</translation>
    </message>
    <message>
        <source>What may differ on the real page</source>
        <translation>Ce qui peut différer sur la page réelle</translation>
    </message>
    <message>
        <source>The application: it may show only some of these connections, or lead straight to one.</source>
        <translation>L’application&#xa0;: elle peut n’afficher que certaines de ces connexions, ou mener directement à l’une d’elles.</translation>
    </message>
    <message>
        <source>Identifier First: the page asks for the e-mail address first and for the rest afterwards.</source>
        <translation>Identifier First&#xa0;: la page demande d’abord l’adresse e-mail, puis le reste.</translation>
    </message>
    <message>
        <source>Branding: logo, colours, texts, order, and the names on the buttons.</source>
        <translation>La personnalisation&#xa0;: logo, couleurs, textes, ordre et libellés des boutons.</translation>
    </message>
    <message>
        <source>The database&apos;s settings: usernames, phone numbers, passkeys.</source>
        <translation>Les réglages de la base de données&#xa0;: noms d’utilisateur, numéros de téléphone, clés d’accès.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between a form and buttons</comment>
        <translation>ou</translation>
    </message>
    <message>
        <source>Users get a code only if the tenant uses Identifier First; beside a database, only if the application requests the connection.</source>
        <translation>Un code n’est envoyé que si le locataire utilise Identifier First&#x202f;; à côté d’une base de données, seulement si l’application demande cette connexion.</translation>
    </message>
    <message>
        <source>Enabled: no value</source>
        <translation>Activation&#xa0;: sans valeur</translation>
    </message>
    <message>
        <source>There is no value for its button; the default is yes.</source>
        <translation>Aucune valeur n’indique si son bouton est affiché&#x202f;; par défaut, il l’est.</translation>
    </message>
    <message>
        <source>Whether it offers sign-up is not known.</source>
        <translation>On ignore si elle propose l’inscription.</translation>
    </message>
</context>
<context>
    <name>Vestibule::LoginPromptView</name>
    <message>
        <source>Login prompt, a drawing</source>
        <translation>Page de connexion (dessin)</translation>
    </message>
    <message>
        <source>No connections have been read yet.</source>
        <translation>Aucune connexion n’a encore été lue.</translation>
    </message>
    <message>
        <source>Selected in the table.</source>
        <translation>Sélectionnée dans le tableau.</translation>
    </message>
</context>
<context>
    <name>Vestibule::Main</name>
    <message>
        <source>There is no display. Use --export or --screenshot, which need none.</source>
        <translation>Aucun affichage disponible. Utilisez --export ou --screenshot, qui n’en ont pas besoin.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8, so there is no folder for the settings: %2.</source>
        <translation>%1 n’est pas en UTF-8, il n’y a donc pas de dossier pour les paramètres&#xa0;: %2.</translation>
    </message>
    <message>
        <source>No display can be opened (%1). Use --export or --screenshot, which need none.</source>
        <translation>Impossible d’ouvrir un affichage (%1). Utilisez --export ou --screenshot, qui n’en ont pas besoin.</translation>
    </message>
</context>
<context>
    <name>Vestibule::MainWindow</name>
    <message>
        <source>The demo tenant could not be started on this computer.</source>
        <translation>Impossible de démarrer le locataire de démonstration sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Checking the keyring…</source>
        <translation>Vérification du trousseau de clés…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose an organization by name or ID.</source>
        <translation>Choisissez une organisation par son nom ou son ID.</translation>
    </message>
    <message>
        <source>Choose an organization…</source>
        <translation>Choisir une organisation…</translation>
    </message>
    <message>
        <source>The domain of %1 cannot be used.</source>
        <translation>Le domaine du locataire %1 n’est pas utilisable.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>No token is saved for %1.</source>
        <translation>Aucun jeton n’est enregistré pour le locataire %1.</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Saisir un jeton…</translation>
    </message>
    <message>
        <source>Connect %1 to view its organizations.</source>
        <translation>Connectez %1 pour afficher ses organisations.</translation>
    </message>
    <message>
        <source>No client secret is saved for %1.</source>
        <translation>Aucun secret client n’est enregistré pour le locataire %1.</translation>
    </message>
    <message>
        <source>Enter the client secret…</source>
        <translation>Saisir le secret client…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>Vestibule::MaskingText</name>
    <message>
        <source>Connection %1</source>
        <comment>a number instead of its name</comment>
        <translation>Connexion&#xa0;%1</translation>
    </message>
    <message>
        <source>Organization %1</source>
        <comment>a number instead of its name</comment>
        <translation>Organisation&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Vestibule::MuteDialog</name>
    <message>
        <source>&amp;This connection in this organization</source>
        <translation>&amp;Cette connexion dans cette organisation</translation>
    </message>
    <message>
        <source>This &amp;connection in every organization</source>
        <translation>Cette connexion dans &amp;toutes les organisations</translation>
    </message>
    <message>
        <source>This &amp;organization</source>
        <translation>Cette &amp;organisation</translation>
    </message>
    <message>
        <source>The whole r&amp;ule, for this tenant</source>
        <translation>Toute la &amp;règle, pour ce locataire</translation>
    </message>
    <message>
        <source>Mute a finding</source>
        <translation>Ignorer un constat</translation>
    </message>
    <message>
        <source>A muted finding stays in the inventory with its reason, also after the next sweep. It is no longer counted and does not change the exit status of “vestibule findings”.</source>
        <translation>Un constat ignoré reste dans l’inventaire avec son motif, même après le prochain relevé. Il n’est plus compté et ne change pas le code de sortie de «&#xa0;vestibule findings&#xa0;».</translation>
    </message>
    <message>
        <source>Why is this intended?</source>
        <translation>Pourquoi est-ce voulu&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Ignorer</translation>
    </message>
    <message>
        <source>&amp;Reason (required)</source>
        <translation>&amp;Motif (obligatoire)</translation>
    </message>
</context>
<context>
    <name>Vestibule::NetworkPage</name>
    <message>
        <source>System proxy</source>
        <comment>proxy</comment>
        <translation>Proxy du système</translation>
    </message>
    <message>
        <source>None</source>
        <comment>proxy</comment>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Enter the host of the proxy.</source>
        <translation>Saisissez l’hôte du proxy.</translation>
    </message>
    <message>
        <source>This certificate will be trusted.</source>
        <translation>Ce certificat sera reconnu.</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>Certificat d’autorité (CA)</translation>
    </message>
    <message>
        <source>Certificates (%1)</source>
        <translation>Certificats (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Manual</source>
        <comment>proxy</comment>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>An HTTP proxy; its whole address can be pasted here.</source>
        <translation>Un proxy HTTP&#x202f;; son adresse complète peut être collée ici.</translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationChoiceModel</name>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationChooser</name>
    <message>
        <source>The token lacks the scope %1 for the list of organizations. Type an ID.</source>
        <translation>Il manque au jeton le scope %1 pour la liste des organisations. Saisissez un ID.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) so far, still reading…</source>
        <translation>
            <numerusform>%Ln&#xa0;organisation pour l’instant, lecture en cours…</numerusform>
            <numerusform>%Ln&#xa0;organisations pour l’instant, lecture en cours…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;organisation</numerusform>
            <numerusform>%Ln&#xa0;organisations</numerusform>
        </translation>
    </message>
    <message>
        <source>The token lacks the scope %1 for the list of organizations.</source>
        <translation>Il manque au jeton le scope %1 pour la liste des organisations.</translation>
    </message>
    <message>
        <source>%1 Type an ID.</source>
        <translation>%1 Saisissez un ID.</translation>
    </message>
    <message numerus="yes">
        <source>%1 Only %Ln organization(s) could be read.</source>
        <translation>
            <numerusform>%1 Seule %Ln&#xa0;organisation a pu être lue.</numerusform>
            <numerusform>%1 Seules %Ln&#xa0;organisations ont pu être lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>No organization matches “%1”.</source>
        <translation>Aucune organisation ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln organization(s)</source>
        <translation>
            <numerusform>Organisations&#xa0;: %1 sur %Ln</numerusform>
            <numerusform>Organisations&#xa0;: %1 sur %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationDirectory</name>
    <message>
        <source>the pages of the list of organizations repeat</source>
        <translation>la pagination des organisations boucle</translation>
    </message>
    <message>
        <source>the list of organizations ends before it is complete</source>
        <translation>la liste des organisations s’arrête avant d’être complète</translation>
    </message>
    <message>
        <source>the list of organizations continues without organizations</source>
        <translation>une page de la liste des organisations est vide</translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationReportSaver</name>
    <message>
        <source>Save a report</source>
        <translation>Enregistrer un rapport</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Pages web (*.html)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Reading the connections…</source>
        <translation>Lecture des connexions…</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>Le rapport a été enregistré sous %1.</translation>
    </message>
    <message>
        <source>The report was not written. %1</source>
        <comment>why</comment>
        <translation>Le rapport n’a pas été écrit. %1</translation>
    </message>
    <message>
        <source>Save a report (contains the real names)</source>
        <translation>Enregistrer un rapport (contient les vrais noms)</translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationReportText</name>
    <message>
        <source>A report by Vestibule, read from the tenant</source>
        <translation>Rapport de Vestibule, d’après le locataire</translation>
    </message>
    <message>
        <source>A report from a saved view of Vestibule</source>
        <translation>Rapport de Vestibule, d’après une vue enregistrée</translation>
    </message>
    <message>
        <source>A report from an inventory of Vestibule</source>
        <translation>Rapport de Vestibule, d’après un inventaire</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Vue enregistrée</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Nom d’affichage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Read on</source>
        <comment>a date</comment>
        <translation>Lue le</translation>
    </message>
    <message>
        <source>Read with</source>
        <comment>a request of the API</comment>
        <translation>Lue par</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>Son SHA-256</translation>
    </message>
    <message>
        <source>The inventory is not complete: organizations that share these connections may be missing.</source>
        <translation>L’inventaire est incomplet&#xa0;: des organisations qui partagent ces connexions peuvent y manquer.</translation>
    </message>
    <message>
        <source>The older list has no disabled connections and no access levels.</source>
        <translation>L’ancienne liste ne contient ni connexions désactivées ni niveaux d’accès.</translation>
    </message>
    <message>
        <source>This report shows which connections the organization has and how they are configured there. It does not cover members, roles, logs or the settings of the connections themselves.</source>
        <translation>Ce rapport indique quelles connexions l’organisation utilise et comment elles y sont configurées. Il ne porte pas sur les membres, les rôles, les journaux ni les réglages des connexions elles-mêmes.</translation>
    </message>
    <message>
        <source>It does not cover other organizations: an inventory of the tenant shows whether they share these connections.</source>
        <translation>Il ne porte pas sur les autres organisations&#xa0;: un inventaire du locataire indique si elles partagent ces connexions.</translation>
    </message>
    <message>
        <source>In numbers</source>
        <translation>En chiffres</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>%1 (an organization can have %2)</source>
        <comment>two numbers</comment>
        <translation>%1 (une organisation peut en avoir %2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an unknown field and its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Les %1 premières sur %2.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Note:</source>
        <comment>about a connection</comment>
        <translation>Remarque&#xa0;:</translation>
    </message>
    <message>
        <source>Not complete: the organization was not read yet.</source>
        <translation>Incomplet&#xa0;: l’organisation n’a pas encore été lue.</translation>
    </message>
    <message>
        <source>Not complete: the tenant listed the organization, but it no longer existed when it was to be read.</source>
        <translation>Incomplet&#xa0;: le locataire a listé l’organisation, mais elle n’existait plus au moment de la lire.</translation>
    </message>
    <message>
        <source>Not complete: the organization could not be read: %1</source>
        <comment>an error</comment>
        <translation>Incomplet&#xa0;: l’organisation n’a pas pu être lue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not complete: part of the list, %1 of %2 connections.</source>
        <translation>Incomplet&#xa0;: une partie de la liste, %1 connexions sur %2.</translation>
    </message>
    <message numerus="yes">
        <source>Not complete: part of the list, with %Ln connection(s).</source>
        <translation>
            <numerusform>Incomplet&#xa0;: une partie de la liste, avec %Ln connexion.</numerusform>
            <numerusform>Incomplet&#xa0;: une partie de la liste, avec %Ln connexions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not complete: only the %Ln enabled connection(s) of the organization.</source>
        <translation>
            <numerusform>Incomplet&#xa0;: seulement l’unique connexion activée de l’organisation.</numerusform>
            <numerusform>Incomplet&#xa0;: seulement les %Ln connexions activées de l’organisation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not complete: only the %Ln disabled connection(s) of the organization.</source>
        <translation>
            <numerusform>Incomplet&#xa0;: seulement l’unique connexion désactivée de l’organisation.</numerusform>
            <numerusform>Incomplet&#xa0;: seulement les %Ln connexions désactivées de l’organisation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete: all %Ln connection(s) of the organization in the older list.</source>
        <translation>
            <numerusform>Complet&#xa0;: l’unique connexion de l’organisation dans l’ancienne liste.</numerusform>
            <numerusform>Complet&#xa0;: les %Ln connexions de l’organisation dans l’ancienne liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete: all %Ln connection(s) of the organization.</source>
        <translation>
            <numerusform>Complet&#xa0;: l’unique connexion de l’organisation.</numerusform>
            <numerusform>Complet&#xa0;: les %Ln connexions de l’organisation.</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language of these texts, for browsers</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>Connections of one organization: %1</source>
        <translation>Connexions d’une organisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Created on %1 by Vestibule %2.</source>
        <translation>Établi le %1 par Vestibule %2.</translation>
    </message>
    <message>
        <source>Login prompt</source>
        <translation>Page de connexion</translation>
    </message>
</context>
<context>
    <name>Vestibule::OrganizationText</name>
    <message>
        <source>the list of organizations is missing</source>
        <translation>la liste des organisations est absente</translation>
    </message>
    <message>
        <source>organization %1 has no ID</source>
        <translation>l’organisation nº&#xa0;%1 n’a pas d’ID</translation>
    </message>
</context>
<context>
    <name>Vestibule::PageParser</name>
    <message>
        <source>the list of connections is missing</source>
        <translation>la liste des connexions est absente</translation>
    </message>
    <message>
        <source>there are more rows than the total of %1</source>
        <translation>il y a plus de lignes que le total annoncé (%1)</translation>
    </message>
    <message>
        <source>%1 rows came, and at most %2 were requested</source>
        <translation>%1&#xa0;lignes reçues pour un maximum demandé de %2</translation>
    </message>
    <message>
        <source>total is not a number of rows</source>
        <translation>total n’est pas un nombre de lignes</translation>
    </message>
    <message>
        <source>the rows start at %1, and %2 was requested</source>
        <translation>les lignes commencent à %1 au lieu de %2</translation>
    </message>
    <message>
        <source>row %1 is enabled, and only disabled ones were requested</source>
        <translation>la ligne %1 est activée alors que seules les lignes désactivées étaient demandées</translation>
    </message>
    <message>
        <source>row %1 is disabled, and only enabled ones were requested</source>
        <translation>la ligne %1 est désactivée alors que seules les lignes activées étaient demandées</translation>
    </message>
    <message>
        <source>start is not a number of rows</source>
        <translation>start n’est pas un nombre de lignes</translation>
    </message>
</context>
<context>
    <name>Vestibule::PagerBar</name>
    <message>
        <source>of %1</source>
        <comment>page 1 of 3</comment>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <comment>a time of day</comment>
        <translation>Actualisé à %1</translation>
    </message>
    <message>
        <source>0 of %1</source>
        <comment>rows</comment>
        <translation>0 sur %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows 1-50 of 132</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1, more to come</source>
        <comment>rows 51-100</comment>
        <translation>%1, la suite à venir</translation>
    </message>
    <message>
        <source>%1, the last ones</source>
        <comment>rows 51-73</comment>
        <translation>%1, les dernières</translation>
    </message>
    <message>
        <source>Rows on screen: %1</source>
        <translation>Lignes affichées&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, possibly more to come</source>
        <comment>rows 51-73</comment>
        <translation>%1, suite possible</translation>
    </message>
    <message>
        <source>· an organization can have no more than 10</source>
        <translation>· 10 au plus par organisation</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <comment>a date and a time</comment>
        <translation>Actualisé le %1</translation>
    </message>
</context>
<context>
    <name>Vestibule::PaletteModel</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organization %1</source>
        <translation>Organisation %1</translation>
    </message>
</context>
<context>
    <name>Vestibule::PassingNote</name>
    <message>
        <source>%1 of %2 rows copied; the others have not been read. Export has all of them.</source>
        <translation>Lignes copiées&#xa0;: %1 sur %2&#x202f;; les autres n’ont pas été lues. L’export les contient toutes.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n ligne copiée</numerusform>
            <numerusform>%n lignes copiées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::ProfileDraft</name>
    <message>
        <source>New token, kept for this session only (no keyring available).</source>
        <translation>Nouveau jeton, conservé pour cette session seulement (aucun trousseau de clés disponible).</translation>
    </message>
    <message>
        <source>New token, to be saved in the keyring, never in a file.</source>
        <translation>Nouveau jeton, à enregistrer dans le trousseau de clés, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>No token saved. Paste one with the scope read:organization_connections; it needs no other.</source>
        <translation>Aucun jeton enregistré. Collez-en un doté du scope read:organization_connections&#x202f;; aucun autre n’est nécessaire.</translation>
    </message>
    <message>
        <source>A token is saved in the keyring. Leave the field empty to keep it.</source>
        <translation>Un jeton est enregistré dans le trousseau de clés. Laissez le champ vide pour le garder.</translation>
    </message>
    <message>
        <source>A token is kept for this session only. Leave the field empty to keep it.</source>
        <translation>Un jeton est conservé pour cette session seulement. Laissez le champ vide pour le garder.</translation>
    </message>
    <message>
        <source>New client secret, kept for this session only (no keyring available).</source>
        <translation>Nouveau secret client, conservé pour cette session seulement (aucun trousseau de clés disponible).</translation>
    </message>
    <message>
        <source>New client secret, to be saved in the keyring, never in a file.</source>
        <translation>Nouveau secret client, à enregistrer dans le trousseau de clés, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>No client secret saved. The application needs the scopes read:organization_connections and read:organizations_summary, and no others.</source>
        <translation>Aucun secret client enregistré. L’application a besoin des scopes read:organization_connections et read:organizations_summary, et d’aucun autre.</translation>
    </message>
    <message>
        <source>A client secret is saved in the keyring. Leave the field empty to keep it.</source>
        <translation>Un secret client est enregistré dans le trousseau de clés. Laissez le champ vide pour le garder.</translation>
    </message>
    <message>
        <source>A client secret is kept for this session only. Leave the field empty to keep it.</source>
        <translation>Un secret client est conservé pour cette session seulement. Laissez le champ vide pour le garder.</translation>
    </message>
    <message>
        <source>Enter the client ID of the application.</source>
        <translation>Saisissez l’ID client de l’application.</translation>
    </message>
    <message>
        <source>With a custom domain, also enter the tenant&apos;s Auth0 domain as the audience.</source>
        <translation>Avec un domaine personnalisé, saisissez aussi le domaine Auth0 du locataire comme audience.</translation>
    </message>
    <message>
        <source>A client secret may be saved; the keyring is checked only when needed. Leave the field empty to keep it.</source>
        <translation>Un secret client est peut-être enregistré&#x202f;; le trousseau de clés n’est consulté qu’en cas de besoin. Laissez le champ vide pour le garder.</translation>
    </message>
    <message>
        <source>A token may be saved; the keyring is checked only when needed. Leave the field empty to keep it.</source>
        <translation>Un jeton est peut-être enregistré&#x202f;; le trousseau de clés n’est consulté qu’en cas de besoin. Laissez le champ vide pour le garder.</translation>
    </message>
</context>
<context>
    <name>Vestibule::ProxyLookup</name>
    <message>
        <source>the system did not say in time which proxy to use</source>
        <translation>le système n’a pas indiqué à temps quel proxy utiliser</translation>
    </message>
</context>
<context>
    <name>Vestibule::QuitQuestion</name>
    <message>
        <source>Quit Vestibule?</source>
        <translation>Quitter Vestibule&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are running.</source>
        <translation>
            <numerusform>%n export est en cours.</numerusform>
            <numerusform>%n exports sont en cours.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop the export and quit</source>
        <translation>&amp;Arrêter l’export et quitter</translation>
    </message>
    <message>
        <source>&amp;Stop the exports and quit</source>
        <translation>&amp;Arrêter les exports et quitter</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n export(s) are running.</source>
        <comment>%1 is a sentence about a sweep</comment>
        <translation>
            <numerusform>%1 %n export est en cours.</numerusform>
            <numerusform>%1 %n exports sont en cours.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>&amp;Arrêter et quitter</translation>
    </message>
    <message>
        <source>&amp;Keep sweeping</source>
        <translation>&amp;Poursuivre le relevé</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>Fermer la fenêtre&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Stop the export and close</source>
        <translation>&amp;Arrêter l’export et fermer</translation>
    </message>
    <message>
        <source>&amp;Stop the exports and close</source>
        <translation>&amp;Arrêter les exports et fermer</translation>
    </message>
</context>
<context>
    <name>Vestibule::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Fichiers &amp;récents</translation>
    </message>
    <message>
        <source>No file has been opened yet</source>
        <translation>Aucun fichier n’a encore été ouvert</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Vider la liste</translation>
    </message>
</context>
<context>
    <name>Vestibule::RecentOrganizationsMenu</name>
    <message>
        <source>Rec&amp;ent organizations</source>
        <translation>Organisations réc&amp;entes</translation>
    </message>
    <message>
        <source>No organization has been opened yet</source>
        <translation>Aucune organisation n’a encore été ouverte</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Vider la liste</translation>
    </message>
</context>
<context>
    <name>Vestibule::RefreshMenu</name>
    <message>
        <source>Refresh au&amp;tomatically</source>
        <translation>Actualisation automati&amp;que</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <comment>refresh automatically</comment>
        <translation>&amp;Jamais</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <comment>refresh automatically</comment>
        <translation>
            <numerusform>Toutes les minutes</numerusform>
            <numerusform>Toutes les %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vestibule::RefreshText</name>
    <message numerus="yes">
        <source>%Ln more connection(s) than at %1.</source>
        <translation>
            <numerusform>%Ln connexion de plus qu’à %1.</numerusform>
            <numerusform>%Ln connexions de plus qu’à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer connection(s) than at %1.</source>
        <translation>
            <numerusform>%Ln connexion de moins qu’à %1.</numerusform>
            <numerusform>%Ln connexions de moins qu’à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) replaced since %1.</source>
        <translation>
            <numerusform>%Ln connexion remplacée depuis %1.</numerusform>
            <numerusform>%Ln connexions remplacées depuis %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other connections are on this page than at %1.</source>
        <translation>Cette page ne contient plus les mêmes connexions qu’à %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) changed since %1.</source>
        <translation>
            <numerusform>%Ln connexion modifiée depuis %1.</numerusform>
            <numerusform>%Ln connexions modifiées depuis %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has changed since %1.</source>
        <translation>Rien n’a changé depuis %1.</translation>
    </message>
    <message>
        <source>Nothing on this page has changed since %1.</source>
        <translation>Rien n’a changé sur cette page depuis %1.</translation>
    </message>
</context>
<context>
    <name>Vestibule::ReportText</name>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <comment>a date and a time</comment>
        <translation>d MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Demo tenant</source>
        <translation>Locataire de démonstration</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Locataire</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Début de la lecture</translation>
    </message>
    <message>
        <source>Read until</source>
        <translation>Fin de la lecture</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Scopes of the token</source>
        <translation>Scopes du jeton</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>scopes</comment>
        <translation>inconnus</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>Son SHA-256</translation>
    </message>
    <message>
        <source>This report shows which connections organizations have and how they are configured there. It does not cover members, roles, logs or the settings of the connections themselves.</source>
        <translation>Ce rapport indique quelles connexions les organisations utilisent et comment elles y sont configurées. Il ne porte pas sur les membres, les rôles, les journaux ni les réglages des connexions elles-mêmes.</translation>
    </message>
    <message>
        <source>Connections that no organization uses are not included.</source>
        <translation>Les connexions qu’aucune organisation n’utilise n’y figurent pas.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>%1, %2 and %3.</source>
        <comment>organizations, connections, links</comment>
        <translation>%1, %2 et %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) belong to two or more organizations.</source>
        <translation>
            <numerusform>%Ln connexion appartient à deux organisations ou plus.</numerusform>
            <numerusform>%Ln connexions appartiennent à deux organisations ou plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (disabled)</source>
        <comment>an organization</comment>
        <translation>%1 (désactivée)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>organizations</comment>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections and their organizations</source>
        <translation>Les connexions et leurs organisations</translation>
    </message>
    <message>
        <source>The %1 connections used by the most organizations, of %2. All of them are in the inventory and in its CSV export.</source>
        <translation>Les %1 connexions utilisées par le plus d’organisations, sur %2. Toutes figurent dans l’inventaire et dans son export CSV.</translation>
    </message>
    <message>
        <source>In:</source>
        <comment>organizations that have a connection</comment>
        <translation>Dans&#xa0;:</translation>
    </message>
    <message>
        <source>Organizations that could not be read</source>
        <translation>Organisations qui n’ont pas pu être lues</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Les %1 premières sur %2.</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Response</source>
        <comment>HTTP status</comment>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language of these texts, for browsers</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>Connections of all organizations: %1</source>
        <comment>a tenant</comment>
        <translation>Connexions de toutes les organisations&#xa0;: %1</translation>
    </message>
    <message>
        <source>A report from an inventory of Vestibule</source>
        <translation>Rapport de Vestibule, d’après un inventaire</translation>
    </message>
    <message>
        <source>Created on %1 by Vestibule %2; the inventory by Vestibule %3.</source>
        <translation>Établi le %1 par Vestibule %2&#x202f;; l’inventaire par Vestibule %3.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Documentation</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Not everything could be compared with the old inventory: see “Changes”.</source>
        <translation>Tout n’a pas pu être comparé avec l’ancien inventaire&#xa0;: voir «&#xa0;Changements&#xa0;».</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Organizations and connections were matched by name.</source>
        <translation>Les organisations et les connexions ont été rapprochées par leur nom.</translation>
    </message>
    <message>
        <source>Organizations and connections were matched by ID.</source>
        <translation>Les organisations et les connexions ont été rapprochées par leur ID.</translation>
    </message>
    <message>
        <source>Compared</source>
        <comment>two inventories</comment>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Old</source>
        <comment>an inventory</comment>
        <translation>Ancien</translation>
    </message>
    <message>
        <source>New</source>
        <comment>an inventory</comment>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Étendue</translation>
    </message>
    <message>
        <source>In all organizations</source>
        <comment>a connection has changed</comment>
        <translation>Dans toutes les organisations</translation>
    </message>
    <message>
        <source>The organization</source>
        <translation>L’organisation</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>added, removed, or a field</comment>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>the value of a field</comment>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <comment>the value of a field</comment>
        <translation>Après</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>What could not be compared</source>
        <translation>Ce qui n’a pas pu être comparé</translation>
    </message>
    <message>
        <source>The first %1 of %2. “vestibule compare” writes all of them.</source>
        <translation>Les %1 premiers sur %2. «&#xa0;vestibule compare&#xa0;» les écrit tous.</translation>
    </message>
    <message>
        <source>the organization</source>
        <comment>is what a rule has found</comment>
        <translation>l’organisation</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln connexion</numerusform>
            <numerusform>%Ln connexions</numerusform>
        </translation>
    </message>
    <message>
        <source>What documented rules report, without a score: you decide what is intended. A field that was not sent, or is null, counts as neither “Yes” nor “No”.</source>
        <translation>Ce que signalent des règles documentées, sans note&#xa0;: à vous de décider ce qui est voulu. Un champ non reçu, ou null, ne compte ni comme «&#xa0;Oui&#xa0;» ni comme «&#xa0;Non&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Vestibule::RowsParser</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the key of the list of connections is written in an unusual way</source>
        <translation>la clé de la liste des connexions est écrite d’une façon inhabituelle</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>ligne&#xa0;%1</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>ce n’est pas un objet</translation>
    </message>
    <message>
        <source>connection_id is missing</source>
        <translation>connection_id est absent</translation>
    </message>
    <message>
        <source>%1 is of type %2</source>
        <translation>%1 est de type %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedFile</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedView</name>
    <message>
        <source>“%1” is missing or has an unexpected value</source>
        <translation>«&#xa0;%1&#xa0;» est absent ou a une valeur inattendue</translation>
    </message>
    <message>
        <source>it has %1 rows and declares %2</source>
        <translation>il contient %1 lignes et en annonce %2</translation>
    </message>
    <message>
        <source>it is marked as complete and has %1 of %2 rows</source>
        <translation>il est marqué complet et contient %1 lignes sur %2</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1 à l’octet %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedViewBar</name>
    <message>
        <source>Back to &amp;tenant</source>
        <translation>Revenir au l&amp;ocataire</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedViewChooser</name>
    <message>
        <source>Open a saved view</source>
        <translation>Ouvrir une vue enregistrée</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Reading the saved view…</source>
        <translation>Lecture de la vue enregistrée…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Inventories and saved views (*.vestibule *.json)</source>
        <translation>Inventaires et vues enregistrées (*.vestibule *.json)</translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedViewComparisonText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>the name and the id of an organization</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is a saved view of another tenant: of %2 in %3.</source>
        <comment>a file, an organization, its tenant</comment>
        <translation>%1 est une vue enregistrée d’un autre locataire&#xa0;: organisation %2, locataire %3.</translation>
    </message>
    <message>
        <source>%1 is a saved view of another organization: %2.</source>
        <comment>a file, an organization</comment>
        <translation>%1 est une vue enregistrée d’une autre organisation&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Nothing was compared: the tenant&apos;s list changed while it was read. Compare again.</source>
        <translation>Rien n’a été comparé&#xa0;: la liste du locataire a changé pendant sa lecture. Relancez la comparaison.</translation>
    </message>
    <message>
        <source>Nothing was compared: the pages of the tenant&apos;s list do not add up.</source>
        <translation>Rien n’a été comparé&#xa0;: les pages de la liste du locataire ne concordent pas.</translation>
    </message>
    <message>
        <source>Reading from the tenant: %1 of %2 connections</source>
        <translation>Lecture auprès du locataire&#xa0;: %1 connexions sur %2</translation>
    </message>
    <message>
        <source>Reading from the tenant: %1 connections</source>
        <translation>Lecture auprès du locataire&#xa0;: %1 connexions</translation>
    </message>
    <message>
        <source>Comparing with the saved view…</source>
        <translation>Comparaison avec la vue enregistrée…</translation>
    </message>
    <message>
        <source>%1 is an inventory of a whole tenant, not a saved view of one organization. To compare it, use Changes.</source>
        <translation>%1 est l’inventaire d’un locataire entier, et non une vue enregistrée d’une organisation. Pour le comparer, utilisez Changements.</translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedViewOpener</name>
    <message>
        <source>It is not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
</context>
<context>
    <name>Vestibule::SavedViewText</name>
    <message numerus="yes">
        <source>It contains all %Ln connection(s) of the older list.</source>
        <translation>
            <numerusform>Elle contient l’unique connexion de l’ancienne liste.</numerusform>
            <numerusform>Elle contient les %Ln connexions de l’ancienne liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains all %Ln connection(s).</source>
        <translation>
            <numerusform>Elle contient l’unique connexion.</numerusform>
            <numerusform>Elle contient les %Ln connexions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains all %Ln enabled connection(s), and no others.</source>
        <translation>
            <numerusform>Elle contient l’unique connexion activée.</numerusform>
            <numerusform>Elle contient les %Ln connexions activées, et aucune autre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains all %Ln disabled connection(s), and no others.</source>
        <translation>
            <numerusform>Elle contient l’unique connexion désactivée.</numerusform>
            <numerusform>Elle contient les %Ln connexions désactivées, et aucune autre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only page %1, with %Ln connection(s).</source>
        <translation>
            <numerusform>Elle ne contient que la page&#xa0;%1, avec %Ln connexion.</numerusform>
            <numerusform>Elle ne contient que la page&#xa0;%1, avec %Ln connexions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only a selection of %Ln connection(s).</source>
        <translation>
            <numerusform>Elle ne contient qu’une sélection de %Ln connexion.</numerusform>
            <numerusform>Elle ne contient qu’une sélection de %Ln connexions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only page %1: %Ln of %2 connections.</source>
        <translation>
            <numerusform>Elle ne contient que la page&#xa0;%1&#xa0;: %Ln connexion sur %2.</numerusform>
            <numerusform>Elle ne contient que la page&#xa0;%1&#xa0;: %Ln connexions sur %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It contains only a selection: %Ln of %1 connections.</source>
        <translation>
            <numerusform>Elle ne contient qu’une sélection&#xa0;: %Ln connexion sur %1.</numerusform>
            <numerusform>Elle ne contient qu’une sélection&#xa0;: %Ln connexions sur %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved copy: read from %1, %2.</source>
        <comment>tenant, date and time</comment>
        <translation>Copie enregistrée&#xa0;: lue depuis %1 le %2.</translation>
    </message>
    <message>
        <source>Saved copy: read from %1.</source>
        <translation>Copie enregistrée&#xa0;: lue depuis %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Impossible de lire %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1 is too large to be a saved view: it has more than %2.</source>
        <translation>%1 est trop grand pour une vue enregistrée&#xa0;: plus de %2.</translation>
    </message>
    <message>
        <source>%1 is not a saved view. A saved view is a JSON file exported by Vestibule.</source>
        <translation>%1 n’est pas une vue enregistrée. Une vue enregistrée est un fichier JSON exporté par Vestibule.</translation>
    </message>
    <message>
        <source>%1 is damaged, or was changed after it was exported: %2.</source>
        <translation>%1 est endommagé ou a été modifié après l’export&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>Vestibule::SearchBar</name>
    <message>
        <source>Pages read</source>
        <translation>Pages lues</translation>
    </message>
</context>
<context>
    <name>Vestibule::SessionStatus</name>
    <message>
        <source>Older list: fewer fields</source>
        <translation>Ancienne liste&#xa0;: moins de champs</translation>
    </message>
    <message>
        <source>Read from /enabled_connections. Click to read /connections.</source>
        <translation>Lue depuis /enabled_connections. Cliquez pour lire /connections.</translation>
    </message>
    <message>
        <source>Click to enter another token.</source>
        <translation>Cliquez pour saisir un autre jeton.</translation>
    </message>
    <message>
        <source>API requests left: %1 of %2</source>
        <comment>requests left</comment>
        <translation>Requêtes restantes&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>API requests left until the rate limit, as of %1. All clients of the tenant share them.</source>
        <translation>Requêtes restantes avant la limite de débit, à %1. Tous les clients du locataire se les partagent.</translation>
    </message>
    <message>
        <source>Names are masked</source>
        <translation>Les noms sont masqués</translation>
    </message>
    <message>
        <source>The application signs in by itself.</source>
        <translation>L’application se connecte d’elle-même.</translation>
    </message>
    <message>
        <source>Its token is valid until %1 and is renewed before.</source>
        <translation>Son jeton est valable jusqu’au %1 et sera renouvelé avant.</translation>
    </message>
    <message>
        <source>Its scopes: %1.</source>
        <translation>Ses scopes&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Click to enter another client secret.</source>
        <translation>Cliquez pour saisir un autre secret client.</translation>
    </message>
    <message numerus="yes">
        <source>Refreshes every %n minute(s)</source>
        <translation>
            <numerusform>Actualisation toutes les minutes</numerusform>
            <numerusform>Actualisation toutes les %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Vestibule only reads. It cannot change anything in your tenant.</source>
        <translation>Vestibule ne fait que lire. Il ne peut rien modifier dans votre locataire.</translation>
    </message>
    <message>
        <source>Privacy mode: names, IDs and domains are masked in all windows. Copies and exported files contain the real ones. Click to turn it off.</source>
        <translation>Mode confidentiel&#xa0;: les noms, les ID et les domaines sont masqués dans toutes les fenêtres. Les copies et les fichiers exportés contiennent les vrais. Cliquez pour le désactiver.</translation>
    </message>
</context>
<context>
    <name>Vestibule::SettingsDialog</name>
    <message>
        <source>%1: %2</source>
        <comment>page of the settings: reason</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>Vestibule::SideList</name>
    <message>
        <source>chosen</source>
        <comment>a place or a filter</comment>
        <translation>choisi</translation>
    </message>
    <message>
        <source>Places and filters</source>
        <translation>Vues et filtres</translation>
    </message>
</context>
<context>
    <name>Vestibule::SortMenu</name>
    <message>
        <source>Sort &amp;by</source>
        <translation>Tr&amp;ier par</translation>
    </message>
    <message>
        <source>&amp;Not sorted</source>
        <translation>Sans &amp;tri</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>&amp;Croissant</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>&amp;Décroissant</translation>
    </message>
</context>
<context>
    <name>Vestibule::SourceBar</name>
    <message>
        <source>Choose an organization</source>
        <translation>Choisir une organisation</translation>
    </message>
    <message>
        <source>No tenant is open</source>
        <translation>Aucun locataire ouvert</translation>
    </message>
    <message>
        <source>Choose a tenant</source>
        <translation>Choisir un locataire</translation>
    </message>
    <message>
        <source>DEMO</source>
        <comment>badge of the demo tenant</comment>
        <translation>DÉMO</translation>
    </message>
    <message>
        <source>SAVED COPY</source>
        <translation>COPIE ENREGISTRÉE</translation>
    </message>
    <message>
        <source>Whole tenant</source>
        <translation>Locataire entier</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a tenant&apos;s name and its domain</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: choose another tenant</source>
        <translation>%1&#xa0;: choisir un autre locataire</translation>
    </message>
</context>
<context>
    <name>Vestibule::StartupAccess</name>
    <message>
        <source>--profile: the settings have no tenant called &quot;%1&quot;.</source>
        <translation>--profile&#xa0;: aucun locataire nommé «&#xa0;%1&#xa0;» dans les paramètres.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Impossible de lire %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>No tenant: give --profile, --domain, AUTH0_DOMAIN, or --demo.</source>
        <translation>Aucun locataire&#xa0;: indiquez --profile, --domain, AUTH0_DOMAIN ou --demo.</translation>
    </message>
    <message>
        <source>Enter the client secret of the application.</source>
        <translation>Saisissez le secret client de l’application.</translation>
    </message>
    <message>
        <source>This is too long to be a client secret.</source>
        <translation>Ce texte est trop long pour être un secret client.</translation>
    </message>
    <message>
        <source>A client secret has no spaces, line breaks or special characters. Give the complete secret and nothing else.</source>
        <translation>Un secret client ne contient ni espace, ni saut de ligne, ni caractère spécial. Indiquez le secret complet et rien d’autre.</translation>
    </message>
    <message>
        <source>The client ID has no secret: also give AUTH0_CLIENT_SECRET or --client-secret-file.</source>
        <translation>L’ID client n’a pas de secret&#xa0;: indiquez aussi AUTH0_CLIENT_SECRET ou --client-secret-file.</translation>
    </message>
    <message>
        <source>The client secret has no ID: also give AUTH0_CLIENT_ID or --client-id.</source>
        <translation>Le secret client n’a pas d’ID&#xa0;: indiquez aussi AUTH0_CLIENT_ID ou --client-id.</translation>
    </message>
    <message>
        <source>No token: give AUTH0_API_TOKEN or --token-file, or sign in with AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET.</source>
        <translation>Aucun jeton&#xa0;: indiquez AUTH0_API_TOKEN ou --token-file, ou connectez-vous avec AUTH0_CLIENT_ID et AUTH0_CLIENT_SECRET.</translation>
    </message>
</context>
<context>
    <name>Vestibule::StopQuestion</name>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>Rien n’a encore été écrit.</translation>
    </message>
    <message>
        <source>&amp;Keep exporting</source>
        <translation>&amp;Poursuivre l’export</translation>
    </message>
</context>
<context>
    <name>Vestibule::Sweep</name>
    <message>
        <source>the list of organizations ends before it is complete</source>
        <translation>la liste des organisations s’arrête avant d’être complète</translation>
    </message>
    <message>
        <source>the list of organizations continues without organizations</source>
        <translation>une page de la liste des organisations est vide</translation>
    </message>
    <message>
        <source>the pages of the list of organizations repeat</source>
        <translation>la pagination des organisations boucle</translation>
    </message>
    <message>
        <source>the organization&apos;s ID cannot be used in a request</source>
        <translation>l’ID de l’organisation ne peut pas être utilisé dans une requête</translation>
    </message>
    <message>
        <source>the list of connections has another number of rows than its total</source>
        <translation>la liste des connexions n’a pas le nombre de lignes annoncé</translation>
    </message>
    <message>
        <source>the list of connections does not end</source>
        <translation>la liste des connexions n’a pas de fin</translation>
    </message>
    <message>
        <source>the list of connections has a connection twice</source>
        <translation>une connexion figure deux fois dans la liste</translation>
    </message>
    <message>
        <source>the list of connections ends before it is complete</source>
        <translation>la liste des connexions s’arrête avant d’être complète</translation>
    </message>
</context>
<context>
    <name>Vestibule::SweepCommand</name>
    <message>
        <source>What was read is kept: run the same command to continue.</source>
        <translation>Ce qui a été lu est conservé&#xa0;: relancez la même commande pour continuer.</translation>
    </message>
    <message>
        <source>The inventory cannot be saved: the program&apos;s data folder is not writable. Use --into.</source>
        <translation>L’inventaire ne peut pas être enregistré&#xa0;: le dossier de données du programme est protégé en écriture. Utilisez --into.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Impossible de lire %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>--organizations, line %1: %2</source>
        <translation>--organizations, ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>--organizations: the file contains no ID.</source>
        <translation>--organizations&#xa0;: le fichier ne contient aucun ID.</translation>
    </message>
    <message>
        <source>%1, %2 a second, about %3 left</source>
        <comment>organizations read, rate, time</comment>
        <translation>%1, %2 par seconde, encore environ %3</translation>
    </message>
    <message>
        <source>The tenant has only the older list, without disabled connections and access levels.</source>
        <translation>Le locataire n’a que l’ancienne liste, sans connexions désactivées ni niveaux d’accès.</translation>
    </message>
    <message>
        <source>--retry-failed reads the failed ones again.</source>
        <translation>--retry-failed relit celles qui ont échoué.</translation>
    </message>
    <message>
        <source>The inventory has been complete since %1; --anew reads it again.</source>
        <translation>L’inventaire est complet depuis le %1&#x202f;; --anew le relit.</translation>
    </message>
    <message>
        <source>The inventory is complete. The window shows it.</source>
        <translation>L’inventaire est complet. La fenêtre l’affiche.</translation>
    </message>
    <message>
        <source>The inventory is complete: %1.</source>
        <translation>L’inventaire est complet&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Vestibule::SweepText</name>
    <message>
        <source>Reading organizations…</source>
        <translation>Lecture des organisations…</translation>
    </message>
    <message>
        <source>Nearly done</source>
        <translation>Presque terminé</translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>Encore %1 environ</translation>
    </message>
    <message>
        <source>Opening the inventory…</source>
        <translation>Ouverture de l’inventaire…</translation>
    </message>
    <message>
        <source>The tenant asked to wait. Continuing in %1.</source>
        <translation>Le locataire demande d’attendre. Reprise dans %1.</translation>
    </message>
    <message>
        <source>Listing the organizations…</source>
        <translation>Lecture de la liste des organisations…</translation>
    </message>
    <message>
        <source>Listing the organizations again…</source>
        <translation>Nouvelle lecture de la liste des organisations…</translation>
    </message>
    <message>
        <source>Saving what was read…</source>
        <translation>Enregistrement de ce qui a été lu…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>A sweep is running: %1. What was read is kept, and the next sweep continues from there.</source>
        <comment>%1 says how many organizations</comment>
        <translation>Un relevé est en cours&#xa0;: %1. Ce qui a été lu est conservé, et le prochain relevé reprendra à cet endroit.</translation>
    </message>
    <message>
        <source>The sweep is paused, and nothing is lost. %1</source>
        <translation>Le relevé est en pause&#x202f;; rien n’est perdu. %1</translation>
    </message>
    <message>
        <source>The sweep has ended; what was read is kept. %1</source>
        <translation>Le relevé est terminé&#x202f;; ce qui a été lu est conservé. %1</translation>
    </message>
    <message>
        <source>The sweep is paused. %1</source>
        <comment>%1 is a sentence</comment>
        <translation>Le relevé est en pause. %1</translation>
    </message>
    <message>
        <source>%1 a second, about %2 left</source>
        <comment>organizations, duration</comment>
        <translation>%1 par seconde, encore environ %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 organization(s).</source>
        <translation>
            <numerusform>%1 organisation.</numerusform>
            <numerusform>%1 organisations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 organization(s), about %2 at %3 % of the rate limit.</source>
        <translation>
            <numerusform>%1 organisation, environ %2 à %3&#xa0;% de la limite de débit.</numerusform>
            <numerusform>%1 organisations, environ %2 à %3&#xa0;% de la limite de débit.</numerusform>
        </translation>
    </message>
    <message>
        <source>A request failed. Retrying in %1.</source>
        <translation>Une requête a échoué. Nouvel essai dans %1.</translation>
    </message>
    <message>
        <source>The tenant&apos;s connections were not read, so the unused ones are not known.</source>
        <translation>Les connexions du locataire n’ont pas été lues&#xa0;: celles qui sont inutilisées restent inconnues.</translation>
    </message>
    <message>
        <source>That needs a token with the scope read:connections.</source>
        <translation>Il faut pour cela un jeton doté du scope read:connections.</translation>
    </message>
</context>
<context>
    <name>Vestibule::TablePane</name>
    <message>
        <source>Reading connections</source>
        <translation>Lecture des connexions</translation>
    </message>
    <message>
        <source>Nothing could be read.</source>
        <translation>Rien n’a pu être lu.</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>La lecture a été annulée.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Reading connections…</source>
        <translation>Lecture des connexions…</translation>
    </message>
    <message>
        <source>Nothing on this page matches “%1”.</source>
        <translation>Rien sur cette page ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Page %1 is empty.</source>
        <translation>La page&#xa0;%1 est vide.</translation>
    </message>
    <message numerus="yes">
        <source>Page %1 is empty: there are %Ln page(s).</source>
        <translation>
            <numerusform>La page&#xa0;%1 est vide&#xa0;: il n’y a que %Ln&#xa0;page.</numerusform>
            <numerusform>La page&#xa0;%1 est vide&#xa0;: il n’y a que %Ln&#xa0;pages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Dernière page</translation>
    </message>
    <message>
        <source>No enabled connections.</source>
        <translation>Aucune connexion activée.</translation>
    </message>
    <message>
        <source>No disabled connections.</source>
        <translation>Aucune connexion désactivée.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>%1 has no connections.</source>
        <translation>%1 n’a aucune connexion.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) in %1 pages</source>
        <translation>
            <numerusform>%Ln résultat dans %1 pages</numerusform>
            <numerusform>%Ln résultats dans %1 pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in these %1 pages matches the filters.</source>
        <translation>Rien dans ces %1 pages ne correspond aux filtres.</translation>
    </message>
    <message>
        <source>Nothing in these %1 pages matches “%2”.</source>
        <translation>Rien dans ces %1 pages ne correspond à «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Revenir à la page</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln match on this page</source>
        <translation>
            <numerusform>Résultats&#xa0;: %1 sur %Ln (cette page)</numerusform>
            <numerusform>Résultats&#xa0;: %1 sur %Ln (cette page)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln match</source>
        <translation>
            <numerusform>Résultats&#xa0;: %1 sur %Ln</numerusform>
            <numerusform>Résultats&#xa0;: %1 sur %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing on this page matches the filters.</source>
        <translation>Rien sur cette page ne correspond aux filtres.</translation>
    </message>
    <message>
        <source>Nothing matches the filters.</source>
        <translation>Rien ne correspond aux filtres.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Rien ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The tenant does not say how many pages there are: they are read one by one.</source>
        <translation>Le locataire n’indique pas le nombre de pages&#xa0;: elles sont lues une à une.</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>Rechercher sur toutes les pages</translation>
    </message>
    <message>
        <source>Search all %1 pages</source>
        <translation>Rechercher sur %1 pages</translation>
    </message>
    <message numerus="yes">
        <source>Search all %1 pages (%Ln request(s))</source>
        <translation>
            <numerusform>Rechercher (%1 pages, %Ln requête)</numerusform>
            <numerusform>Rechercher (%1 pages, %Ln requêtes)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading page %1 of %2…</source>
        <translation>Lecture de la page&#xa0;%1 sur %2…</translation>
    </message>
    <message>
        <source>Reading page %1…</source>
        <translation>Lecture de la page&#xa0;%1…</translation>
    </message>
    <message>
        <source>The list changed while it was read, so matches may be missing.</source>
        <translation>La liste a changé pendant la lecture&#xa0;: des résultats manquent peut-être.</translation>
    </message>
    <message>
        <source>Only %1 of %2 pages were read, so matches may be missing.</source>
        <translation>Seules %1 pages sur %2 ont été lues&#xa0;: des résultats manquent peut-être.</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln page(s) were read, so matches may be missing.</source>
        <translation>
            <numerusform>Seule %Ln page a été lue&#xa0;: des résultats manquent peut-être.</numerusform>
            <numerusform>Seules %Ln pages ont été lues&#xa0;: des résultats manquent peut-être.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted within this page</source>
        <translation>Tri limité à cette page</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1, found in a hidden column: %2</source>
        <comment>matches, then columns</comment>
        <translation>%1, dans une colonne masquée&#xa0;: %2</translation>
    </message>
    <message>
        <source>Find or a filter hides all rows from %1.</source>
        <comment>a time</comment>
        <translation>La recherche ou un filtre masque toutes les lignes, qui datent de %1.</translation>
    </message>
</context>
<context>
    <name>Vestibule::TargetText</name>
    <message>
        <source>it is a pipe, and no program reads from it</source>
        <translation>c’est un tube, et aucun programme ne le lit</translation>
    </message>
</context>
<context>
    <name>Vestibule::TenantAccessFinder</name>
    <message>
        <source>The demo tenant could not be started.</source>
        <translation>Le locataire de démonstration n’a pas pu être démarré.</translation>
    </message>
    <message>
        <source>No keyring is available: give AUTH0_API_TOKEN, --token-file, or a client ID and its secret.</source>
        <translation>Aucun trousseau de clés disponible&#xa0;: indiquez AUTH0_API_TOKEN, --token-file, ou un ID client et son secret.</translation>
    </message>
    <message>
        <source>The keyring does not respond: try again, or give AUTH0_API_TOKEN, --token-file, or a client ID and its secret.</source>
        <translation>Le trousseau de clés ne répond pas&#xa0;: réessayez, ou indiquez AUTH0_API_TOKEN, --token-file, ou un ID client et son secret.</translation>
    </message>
    <message>
        <source>The keyring is locked: unlock it, or give AUTH0_API_TOKEN, --token-file, or a client ID and its secret.</source>
        <translation>Le trousseau de clés est verrouillé&#xa0;: déverrouillez-le, ou indiquez AUTH0_API_TOKEN, --token-file, ou un ID client et son secret.</translation>
    </message>
    <message>
        <source>The keyring denied access to this program: allow it, or give AUTH0_API_TOKEN, --token-file, or a client ID and its secret.</source>
        <translation>Le trousseau de clés a refusé l’accès à ce programme&#xa0;: autorisez-le, ou indiquez AUTH0_API_TOKEN, --token-file, ou un ID client et son secret.</translation>
    </message>
    <message>
        <source>The keyring&apos;s entry for this tenant is damaged: enter the secret again in the window, or give AUTH0_API_TOKEN, --token-file, or a client ID and its secret.</source>
        <translation>L’entrée du trousseau de clés pour ce locataire est endommagée&#xa0;: saisissez-la à nouveau dans la fenêtre, ou indiquez AUTH0_API_TOKEN, --token-file, ou un ID client et son secret.</translation>
    </message>
</context>
<context>
    <name>Vestibule::TenantComparison</name>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Inventories (*.vestibule)</source>
        <translation>Inventaires (*.vestibule)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Vestibule::TenantPage</name>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>Tri en cours</translation>
    </message>
    <message>
        <source>Checking the inventory…</source>
        <translation>Vérification de l’inventaire…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No inventory is open.</source>
        <translation>Aucun inventaire n’est ouvert.</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Tri en cours…</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Rien ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Nothing has been read yet.</source>
        <translation>Rien n’a encore été lu.</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Retirer ce filtre</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>Connexion %1</translation>
    </message>
    <message>
        <source>Organization %1</source>
        <translation>Organisation %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>links, organizations</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>Nothing read so far matches the filter.</source>
        <translation>Rien de ce qui a été lu jusqu’ici ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>rows that match, all rows</comment>
        <translation>%1 sur %2 affichées</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>Vestibule::TenantSession</name>
    <message>
        <source>The older list has only the enabled connections, and no filter.</source>
        <translation>L’ancienne liste ne contient que les connexions activées et n’a pas de filtre.</translation>
    </message>
    <message>
        <source>The saved view contains no others.</source>
        <translation>La vue enregistrée n’en contient pas d’autres.</translation>
    </message>
</context>
<context>
    <name>Vestibule::TenantText</name>
    <message>
        <source>Demo tenant</source>
        <translation>Locataire de démonstration</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tenant (kind)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (saved copy)</source>
        <comment>tenant</comment>
        <translation>%1 (copie enregistrée)</translation>
    </message>
    <message>
        <source>Production</source>
        <comment>kind of tenant</comment>
        <translation>Production</translation>
    </message>
    <message>
        <source>Staging</source>
        <comment>kind of tenant</comment>
        <translation>Préproduction</translation>
    </message>
    <message>
        <source>Development</source>
        <comment>kind of tenant</comment>
        <translation>Développement</translation>
    </message>
</context>
<context>
    <name>Vestibule::TenantsPage</name>
    <message>
        <source>%1: %2</source>
        <comment>tenant: reason</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>org_ followed by 16 letters or digits</source>
        <translation>org_ suivi de 16&#xa0;lettres ou chiffres</translation>
    </message>
    <message>
        <source>New tenant</source>
        <translation>Nouveau locataire</translation>
    </message>
    <message>
        <source>Saved; not shown again</source>
        <translation>Enregistré, non affiché</translation>
    </message>
    <message>
        <source>Checking the keyring…</source>
        <translation>Vérification du trousseau de clés…</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>&amp;Secret client</translation>
    </message>
    <message>
        <source>A&amp;PI token</source>
        <translation>Jeton d’A&amp;PI</translation>
    </message>
    <message>
        <source>The tenant&apos;s Auth0 domain or a custom domain</source>
        <translation>Le domaine Auth0 du locataire ou un domaine personnalisé</translation>
    </message>
</context>
<context>
    <name>Vestibule::TokenAnswerText</name>
    <message>
        <source>the sign-in response is not an object</source>
        <translation>la réponse à la demande de jeton n’est pas un objet</translation>
    </message>
    <message>
        <source>the sign-in response has no token</source>
        <translation>la réponse à la demande de jeton ne contient pas de jeton</translation>
    </message>
    <message>
        <source>the sign-in response has a token of another type</source>
        <translation>la réponse à la demande de jeton contient un jeton d’un autre type</translation>
    </message>
    <message>
        <source>the sign-in response does not say how long its token is valid</source>
        <translation>la réponse à la demande de jeton n’indique pas la durée de validité du jeton</translation>
    </message>
    <message>
        <source>the scope in the sign-in response is not text</source>
        <translation>le scope de la réponse à la demande de jeton n’est pas un texte</translation>
    </message>
</context>
<context>
    <name>Vestibule::TokenDialog</name>
    <message>
        <source>A Management API token for %1.</source>
        <translation>Jeton pour la Management API du locataire %1.</translation>
    </message>
    <message>
        <source>A Management API token for %1 (%2, %3).</source>
        <translation>Jeton pour la Management API du locataire %1 (%2, %3).</translation>
    </message>
    <message>
        <source>Enter a token</source>
        <translation>Saisir un jeton</translation>
    </message>
    <message>
        <source>Kept for this session only: this tenant is not in the settings.</source>
        <translation>Conservé pour cette session seulement&#xa0;: ce locataire n’est pas dans les paramètres.</translation>
    </message>
    <message>
        <source>Saved in the keyring, never in a file.</source>
        <translation>Enregistré dans le trousseau de clés, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Kept for this session only (no keyring available), never in a file.</source>
        <translation>Conservé pour cette session seulement (aucun trousseau de clés disponible), jamais dans un fichier.</translation>
    </message>
    <message>
        <source>The application that signs in to %1.</source>
        <translation>L’application qui se connecte au locataire %1.</translation>
    </message>
    <message>
        <source>The application that signs in to %1 (%2, %3).</source>
        <translation>L’application qui se connecte au locataire %1 (%2, %3).</translation>
    </message>
    <message>
        <source>Enter the client secret</source>
        <translation>Saisir le secret client</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>&amp;Secret client</translation>
    </message>
</context>
<context>
    <name>Vestibule::TokenNotesView</name>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>About the token</source>
        <translation>À propos du jeton</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>Conforme</translation>
    </message>
</context>
<context>
    <name>Vestibule::TokenText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n&#xa0;autre</numerusform>
            <numerusform>%1 et %n&#xa0;autres</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the usual kind of token (a JWT): only the tenant can check whether it is valid.</source>
        <translation>Ce n’est pas un jeton du type habituel (JWT)&#xa0;: seul le locataire peut vérifier s’il est valable.</translation>
    </message>
    <message>
        <source>This token is encrypted: only the tenant can check whether it is valid.</source>
        <translation>Ce jeton est chiffré&#xa0;: seul le locataire peut vérifier s’il est valable.</translation>
    </message>
    <message>
        <source>This token cannot be read: it is damaged or incomplete.</source>
        <translation>Ce jeton est illisible&#xa0;: il est endommagé ou incomplet.</translation>
    </message>
    <message>
        <source>The token expired on %1. Get a new one.</source>
        <translation>Le jeton a expiré le %1. Il en faut un nouveau.</translation>
    </message>
    <message>
        <source>The token is not valid before %1. Is this computer&apos;s clock right?</source>
        <translation>Le jeton n’est pas valable avant le %1. L’horloge de cet ordinateur est-elle à l’heure&#x202f;?</translation>
    </message>
    <message>
        <source>The token is not for a Management API but for %1.</source>
        <translation>Le jeton n’est pas destiné à une Management API, mais à %1.</translation>
    </message>
    <message>
        <source>The token is for another tenant: %1.</source>
        <translation>Le jeton est destiné à un autre locataire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The token was issued by %1, not by %2.</source>
        <translation>Le jeton a été émis par %1, et non par %2.</translation>
    </message>
    <message>
        <source>The token lacks the scope %1.</source>
        <translation>Il manque le scope %1 au jeton.</translation>
    </message>
    <message>
        <source>The token also allows changes (%1). Vestibule makes none, but a read-only token is safer.</source>
        <translation>Le jeton permet aussi des modifications (%1). Vestibule n’en fait jamais, mais un jeton limité à la lecture est plus sûr.</translation>
    </message>
    <message>
        <source>Issued by %1.</source>
        <translation>Émis par %1.</translation>
    </message>
    <message>
        <source>Valid until %1 (%2 left).</source>
        <translation>Valable jusqu’au %1 (encore %2).</translation>
    </message>
    <message>
        <source>It has the scope %1.</source>
        <translation>Il possède le scope %1.</translation>
    </message>
    <message>
        <source>It can list organizations, so you can choose them by name.</source>
        <translation>Il donne accès à la liste des organisations&#xa0;: vous pouvez les choisir par leur nom.</translation>
    </message>
    <message>
        <source>With the scope %1, you could choose organizations by name.</source>
        <translation>Avec le scope %1, vous pourriez choisir les organisations par leur nom.</translation>
    </message>
    <message>
        <source>It allows reading more than Vestibule needs: %1.</source>
        <translation>Il permet de lire plus que ce dont Vestibule a besoin&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>Jeton&#xa0;: expiré</translation>
    </message>
    <message>
        <source>Token expires in %1</source>
        <comment>21 h</comment>
        <translation>Jeton&#xa0;: expire dans %1</translation>
    </message>
    <message>
        <source>Token expiry unknown</source>
        <translation>Jeton&#xa0;: échéance inconnue</translation>
    </message>
    <message>
        <source>Token for another tenant?</source>
        <translation>Jeton&#xa0;: d’un autre locataire&#x202f;?</translation>
    </message>
    <message>
        <source>Token lacks a scope</source>
        <translation>Jeton&#xa0;: il manque un scope</translation>
    </message>
    <message>
        <source>Token renews itself</source>
        <translation>Jeton&#xa0;: renouvelé automatiquement</translation>
    </message>
</context>
<context>
    <name>Vestibule::WholeFile</name>
    <message>
        <source>the file that is there is read-only</source>
        <translation>le fichier existant est en lecture seule</translation>
    </message>
</context>
<context>
    <name>Vestibule::WholeTenant</name>
    <message>
        <source>No tenant and no inventory is open.</source>
        <translation>Aucun locataire ni inventaire n’est ouvert.</translation>
    </message>
    <message>
        <source>%1 has not been swept yet. A sweep reads the connections of every organization, one request each, and leaves part of the rate limit to other clients.</source>
        <translation>%1&#xa0;: aucun relevé n’a encore été fait. Un relevé lit les connexions de chaque organisation, à raison d’une requête chacune, et laisse une partie de la limite de débit aux autres clients.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Enter a token…</source>
        <translation>Saisir un jeton…</translation>
    </message>
    <message>
        <source>Read the older list</source>
        <translation>Lire l’ancienne liste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organization(s) could not be read.</source>
        <translation>
            <numerusform>%Ln organisation n’a pas pu être lue.</numerusform>
            <numerusform>%Ln organisations n’ont pas pu être lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry them</source>
        <translation>Les relire</translation>
    </message>
    <message>
        <source>S&amp;weep again</source>
        <translation>&amp;Refaire le relevé</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Whole tenant</source>
        <translation>Locataire entier</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Sweep of %1: %2</source>
        <comment>tenant, organizations read</comment>
        <translation>Relevé (%1)&#xa0;: %2</translation>
    </message>
    <message>
        <source>Before the last sweep</source>
        <translation>Avant le dernier relevé</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Retry it</source>
        <translation>La relire</translation>
    </message>
    <message>
        <source>To this tenant&apos;s inventor&amp;y</source>
        <translation>À l’inventaire de ce &amp;locataire</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Kept inventory</source>
        <translation>Inventaire conservé</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>The inventory of %1 is kept.</source>
        <translation>L’inventaire du %1 est conservé.</translation>
    </message>
    <message>
        <source>Changes</source>
        <comment>between two inventories</comment>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Nothing has been compared yet.</source>
        <translation>Rien n’a encore été comparé.</translation>
    </message>
    <message>
        <source>When the sweep has ended, this place shows what has changed since the inventory before it.</source>
        <translation>À la fin du relevé, cette page montrera ce qui a changé depuis l’inventaire précédent.</translation>
    </message>
    <message>
        <source>This is the first inventory of the tenant. The next sweep keeps it, and this place shows what has changed since.</source>
        <translation>C’est le premier inventaire du locataire. Le prochain relevé le conservera, et cette page montrera ce qui a changé depuis.</translation>
    </message>
    <message>
        <source>Client secret…</source>
        <translation>Secret client…</translation>
    </message>
    <message>
        <source>S&amp;weep tenant</source>
        <translation>Faire le &amp;relevé du locataire</translation>
    </message>
    <message>
        <source>Continue s&amp;weep</source>
        <translation>Poursuiv&amp;re le relevé</translation>
    </message>
    <message>
        <source>Continue swee&amp;p</source>
        <translation>&amp;Poursuivre le relevé</translation>
    </message>
    <message>
        <source>&amp;Pause sweep</source>
        <translation>&amp;Suspendre le relevé</translation>
    </message>
</context>
<context>
    <name>Vestibule::WindowActions</name>
    <message>
        <source>&amp;Settings…</source>
        <translation>Para&amp;mètres…</translation>
    </message>
    <message>
        <source>Explore the &amp;demo tenant</source>
        <translation>Découvrir la &amp;démonstration</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <comment>connections</comment>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <comment>connections</comment>
        <translation>A&amp;ctivées</translation>
    </message>
    <message>
        <source>&amp;Disabled</source>
        <comment>connections</comment>
        <translation>&amp;Désactivées</translation>
    </message>
    <message>
        <source>&amp;Last page</source>
        <translation>&amp;Dernière page</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>Alle&amp;r à la page…</translation>
    </message>
    <message>
        <source>Detail &amp;pane</source>
        <translation>&amp;Volet des détails</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Vestibule</source>
        <translation>À &amp;propos de Vestibule</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Privacy &amp;mode: mask names</source>
        <translation>&amp;Mode confidentiel&#xa0;: masquer les noms</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Side list</source>
        <translation>&amp;Liste latérale</translation>
    </message>
    <message>
        <source>&amp;Connections of the tenant</source>
        <translation>&amp;Connexions du locataire</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>All&amp;er</translation>
    </message>
    <message>
        <source>Te&amp;nant</source>
        <translation>Loca&amp;taire</translation>
    </message>
    <message>
        <source>&amp;Inventory of this tenant</source>
        <translation>&amp;Inventaire de ce locataire</translation>
    </message>
    <message>
        <source>Inventory &amp;before the last sweep</source>
        <translation>Inventaire d’a&amp;vant le dernier relevé</translation>
    </message>
    <message>
        <source>&amp;Back to the whole tenant</source>
        <translation>Revenir a&amp;u locataire entier</translation>
    </message>
    <message>
        <source>O&amp;verview of the tenant</source>
        <translation>&amp;Vue d’ensemble du locataire</translation>
    </message>
    <message>
        <source>Re&amp;port…</source>
        <translation>Ra&amp;pport…</translation>
    </message>
    <message>
        <source>&amp;Kept inventories…</source>
        <translation>Inventaires &amp;conservés…</translation>
    </message>
    <message>
        <source>C&amp;hanges of the tenant</source>
        <translation>C&amp;hangements du locataire</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>Co&amp;mparer avec…</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Comparer avec…</translation>
    </message>
    <message>
        <source>O&amp;verview of this page</source>
        <translation>V&amp;ue d’ensemble de cette page</translation>
    </message>
    <message>
        <source>Compare with a saved &amp;view…</source>
        <translation>Comparer avec une &amp;vue enregistrée…</translation>
    </message>
    <message>
        <source>Con&amp;nect a tenant…</source>
        <translation>Co&amp;nnecter un locataire…</translation>
    </message>
    <message>
        <source>Switch &amp;tenant…</source>
        <translation>Changer de &amp;locataire…</translation>
    </message>
    <message>
        <source>Enter to&amp;ken…</source>
        <translation>Saisir un &amp;jeton…</translation>
    </message>
    <message>
        <source>Copy connection &amp;ID</source>
        <translation>Copier l’&amp;ID de la connexion</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>Choose &amp;organization…</source>
        <translation>Choisir une &amp;organisation…</translation>
    </message>
    <message>
        <source>&amp;Previous organization</source>
        <translation>Organisation &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Next organization</source>
        <translation>Organisation &amp;suivante</translation>
    </message>
    <message>
        <source>Organi&amp;zation</source>
        <translation>Organisat&amp;ion</translation>
    </message>
    <message>
        <source>Organizations of the &amp;tenant</source>
        <translation>Organisations du &amp;locataire</translation>
    </message>
    <message>
        <source>L&amp;inks of the tenant</source>
        <translation>&amp;Associations du locataire</translation>
    </message>
    <message>
        <source>Fin&amp;dings of the tenant</source>
        <translation>Co&amp;nstats du locataire</translation>
    </message>
    <message>
        <source>&amp;First page</source>
        <translation>Pre&amp;mière page</translation>
    </message>
    <message>
        <source>P&amp;revious page</source>
        <translation>Pa&amp;ge précédente</translation>
    </message>
    <message>
        <source>Ne&amp;xt page</source>
        <translation>Page suivan&amp;te</translation>
    </message>
    <message>
        <source>Open organization in &amp;web console</source>
        <translation>Ouvrir l’organisation dans la console &amp;web</translation>
    </message>
    <message>
        <source>Open connection in web con&amp;sole</source>
        <translation>Ouvrir la conne&amp;xion dans la console web</translation>
    </message>
    <message>
        <source>S&amp;weep tenant</source>
        <translation>Faire le &amp;relevé du locataire</translation>
    </message>
    <message>
        <source>&amp;Pause sweep</source>
        <translation>&amp;Suspendre le relevé</translation>
    </message>
    <message>
        <source>&amp;Stop sweep</source>
        <translation>&amp;Arrêter le relevé</translation>
    </message>
    <message>
        <source>&amp;Retry failed organizations</source>
        <translation>Relire les organisations en &amp;échec</translation>
    </message>
    <message>
        <source>Save &amp;inventory as…</source>
        <translation>Enregistrer l’&amp;inventaire sous…</translation>
    </message>
    <message>
        <source>How to &amp;get access</source>
        <translation>Comment obtenir un &amp;accès</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Copier au &amp;format</translation>
    </message>
    <message>
        <source>Enter client se&amp;cret…</source>
        <translation>Saisir le se&amp;cret client…</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Nouvelle fenê&amp;tre</translation>
    </message>
    <message>
        <source>C&amp;lose window</source>
        <translation>&amp;Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Comm&amp;and palette…</source>
        <translation>Palette de commandes…</translation>
    </message>
    <message>
        <source>Filter co&amp;lumns</source>
        <translation>Filtrer les colonne&amp;s</translation>
    </message>
    <message>
        <source>Close &amp;file</source>
        <translation>Fermer le fic&amp;hier</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Reto&amp;ur</translation>
    </message>
</context>
<context>
    <name>Vestibule::WindowDialogs</name>
    <message>
        <source>About Vestibule</source>
        <translation>À propos de Vestibule</translation>
    </message>
    <message>
        <source>Shows every connection that users of an Auth0 organization can sign in with.

It only reads: it sends GET requests to the tenant that you configure, one POST there to sign in with an application, and nothing else; one place in the program builds requests, and a test proves it. Your token travels only in the Authorization header, an application&apos;s secret only in the body of that POST. Both are kept in your keyring or for this session, never in a file.

Vestibule is free software under the MIT licence. It is not affiliated with Auth0 or Okta.</source>
        <translation>Affiche toutes les connexions par lesquelles les utilisateurs d’une organisation Auth0 peuvent se connecter.

Vestibule ne fait que lire&#xa0;: il envoie des requêtes GET au locataire que vous configurez, une requête POST au même endroit pour se connecter avec une application, et rien d’autre&#x202f;; un seul endroit du programme construit les requêtes, et un test le prouve. Votre jeton ne circule que dans l’en-tête Authorization, le secret d’une application que dans le corps de cette requête POST. Tous deux sont conservés dans votre trousseau de clés ou pour cette session, jamais dans un fichier.

Vestibule est un logiciel libre sous licence MIT. Il n’est affilié ni à Auth0 ni à Okta.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>See every connection that users of an Auth0 organization can sign in with: which are enabled, who becomes a member, and what the organization&apos;s administrators can change.</source>
        <translation>Affichez toutes les connexions par lesquelles les utilisateurs d’une organisation Auth0 peuvent se connecter&#xa0;: lesquelles sont activées, qui devient membre et ce que les administrateurs de l’organisation peuvent modifier.</translation>
    </message>
    <message>
        <source>Explore the &amp;demo tenant</source>
        <translation>Découvrir la &amp;démonstration</translation>
    </message>
    <message>
        <source>Vestibule only reads. It cannot change anything in your tenant.</source>
        <translation>Vestibule ne fait que lire. Il ne peut rien modifier dans votre locataire.</translation>
    </message>
    <message>
        <source>Connect a &amp;tenant…</source>
        <translation>Connecter un &amp;locataire…</translation>
    </message>
</context>
</TS>
