# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

set -l columns connection_name organization_connection_name connection_strategy is_enabled \
    organization_access_level assign_membership_on_login show_as_button is_signup_enabled connection_id \
    organization_member_access_level

set -l commands sweep links used-by
set -l plain "not __fish_seen_subcommand_from $commands"
set -l tenant 'not __fish_seen_subcommand_from links used-by'
set -l rows 'not __fish_seen_subcommand_from sweep'
set -l filter 'not __fish_seen_subcommand_from sweep used-by'
set -l sweep '__fish_seen_subcommand_from sweep'
set -l links '__fish_seen_subcommand_from links'
set -l inventory '__fish_seen_subcommand_from links used-by'

complete -c vestibule -n $plain -f -a '(__fish_complete_suffix .json .vestibule)'
complete -c vestibule -n $plain -f -a sweep -d 'Read all organizations of a tenant'
complete -c vestibule -n $plain -f -a links -d 'Which organization has which connection'
complete -c vestibule -n $plain -f -a used-by -d 'How each connection is used'
complete -c vestibule -n $inventory -f -a '(__fish_complete_suffix .vestibule)'
complete -c vestibule -n $tenant -l demo -d 'The built-in demo tenant'
complete -c vestibule -n $tenant -l domain -x -d 'The tenant\'s domain'
complete -c vestibule -n $tenant -l profile -x -d 'A tenant of the settings'
complete -c vestibule -n $filter -l organization -x -d 'The organization'
complete -c vestibule -n $filter -l is-enabled -x -a 'true false' -d 'Only enabled or only disabled connections'
complete -c vestibule -n $links -l strategy -x -d 'Only connections of this strategy'
complete -c vestibule -n $links -l access-level -x -a 'none readonly limited full' -d 'Only this access level'
complete -c vestibule -n $inventory -l connection -x -d 'Only this connection'
complete -c vestibule -n $plain -l page -x -d 'One page, counted from 1'
complete -c vestibule -n $plain -l per-page -x -d 'Rows per page, 1 to 100'
complete -c vestibule -n $rows -l export -r -F -d 'Write to a file'
complete -c vestibule -n $rows -l format -x -a 'csv json ndjson' -d 'The format of the export'
complete -c vestibule -n $plain -l columns -x -a "(__fish_append , $columns)" -d 'The columns of a CSV file'
complete -c vestibule -n $inventory -l columns -x -d 'The columns of a CSV file'
complete -c vestibule -n $rows -l separator -x -a 'comma semicolon tab' -d 'Of a CSV file'
complete -c vestibule -n $rows -l bom -d 'Begin a CSV file with a byte order mark'
complete -c vestibule -n $rows -l no-formula-guard -d 'Write what looks like a formula as it is'
complete -c vestibule -n $plain -l meta -d 'Write where the rows come from beside the file'
complete -c vestibule -l quiet -d 'Say nothing but errors'
complete -c vestibule -n $tenant -l token-file -r -F -d 'Read the token from a file'
complete -c vestibule -n $tenant -l timeout -x -d 'How long one request may be silent'
complete -c vestibule -n $tenant -l max-wait -x -d 'How long to wait for the rate limit in all'
complete -c vestibule -n $plain -l screenshot -r -F -d 'Save a picture of the window and exit'
complete -c vestibule -n $sweep -l into -r -F -d 'Write the inventory to a file when the sweep ends'
complete -c vestibule -n $sweep -l organizations -r -F -d 'Read only the organizations whose IDs are in a file'
complete -c vestibule -n $sweep -l share -x -d 'The part of the tenant\'s rate limit to use, in percent'
complete -c vestibule -n $sweep -l retry-failed -d 'Read the organizations again that could not be read'
complete -c vestibule -n $sweep -l anew -d 'Read everything again'
complete -c vestibule -l help -d 'Show a summary of the options and exit'
complete -c vestibule -l version -d 'Show the version and exit'
