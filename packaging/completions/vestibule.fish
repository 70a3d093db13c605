# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

set -l columns connection_name organization_connection_name connection_strategy is_enabled \
    organization_access_level assign_membership_on_login show_as_button is_signup_enabled connection_id \
    organization_member_access_level

set -l main 'not __fish_seen_subcommand_from sweep'
set -l sweep '__fish_seen_subcommand_from sweep'

complete -c vestibule -n $main -f -a '(__fish_complete_suffix .json)'
complete -c vestibule -n __fish_is_first_arg -f -a sweep -d 'Read all organizations of a tenant'
complete -c vestibule -n $main -l demo -d 'The built-in demo tenant'
complete -c vestibule -n $main -l domain -x -d 'The tenant\'s domain'
complete -c vestibule -n $main -l profile -x -d 'A tenant of the settings'
complete -c vestibule -n $main -l organization -x -d 'The organization\'s ID'
complete -c vestibule -n $main -l is-enabled -x -a 'true false' -d 'Only enabled or only disabled connections'
complete -c vestibule -n $main -l page -x -d 'One page, counted from 1'
complete -c vestibule -n $main -l per-page -x -d 'Rows per page, 1 to 100'
complete -c vestibule -n $main -l export -r -F -d 'Write all pages, or the one of --page, and exit'
complete -c vestibule -n $main -l format -x -a 'csv json ndjson' -d 'The format of the export'
complete -c vestibule -n $main -l columns -x -a "(__fish_append , $columns)" -d 'The columns of a CSV file'
complete -c vestibule -n $main -l separator -x -a 'comma semicolon tab' -d 'Of a CSV file'
complete -c vestibule -n $main -l bom -d 'Begin a CSV file with a byte order mark'
complete -c vestibule -n $main -l no-formula-guard -d 'Write what looks like a formula as it is'
complete -c vestibule -n $main -l meta -d 'Write where the rows come from beside the file'
complete -c vestibule -n $main -l quiet -d 'Say nothing but errors'
complete -c vestibule -n $main -l token-file -r -F -d 'Read the token from a file'
complete -c vestibule -n $main -l timeout -x -d 'How long one request may be silent'
complete -c vestibule -n $main -l max-wait -x -d 'How long to wait for the rate limit in all'
complete -c vestibule -n $main -l screenshot -r -F -d 'Save a picture of the window and exit'
complete -c vestibule -n $main -l help -d 'Show a summary of the options and exit'
complete -c vestibule -n $main -l version -d 'Show the version and exit'

complete -c vestibule -n $sweep -l demo -d 'The built-in demo tenant'
complete -c vestibule -n $sweep -l domain -x -d 'The tenant\'s domain'
complete -c vestibule -n $sweep -l profile -x -d 'A tenant of the settings'
complete -c vestibule -n $sweep -l into -r -F -d 'Write the inventory to a file'
complete -c vestibule -n $sweep -l organizations -r -F -d 'Read only those whose IDs are in a file'
complete -c vestibule -n $sweep -l share -x -d 'The part of the tenant\'s rate limit to use, in percent'
complete -c vestibule -n $sweep -l retry-failed -d 'Read the organizations again that could not be read'
complete -c vestibule -n $sweep -l anew -d 'Read everything again'
complete -c vestibule -n $sweep -l quiet -d 'Say nothing but errors'
complete -c vestibule -n $sweep -l token-file -r -F -d 'Read the token from a file'
complete -c vestibule -n $sweep -l timeout -x -d 'How long one request may be silent'
complete -c vestibule -n $sweep -l max-wait -x -d 'How long to wait in all for one organization'
complete -c vestibule -n $sweep -l help -d 'Show a summary of the options and exit'
complete -c vestibule -n $sweep -l version -d 'Show the version and exit'
