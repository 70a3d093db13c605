# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

set -l columns connection_name organization_connection_name connection_strategy is_enabled \
    organization_access_level assign_membership_on_login show_as_button is_signup_enabled connection_id \
    organization_member_access_level

complete -c vestibule -f -a '(__fish_complete_suffix .json)'
complete -c vestibule -l demo -d 'The built-in demo tenant'
complete -c vestibule -l domain -x -d 'The tenant\'s domain'
complete -c vestibule -l profile -x -d 'A tenant of the settings'
complete -c vestibule -l organization -x -d 'The organization\'s ID'
complete -c vestibule -l is-enabled -x -a 'true false' -d 'Only enabled or only disabled connections'
complete -c vestibule -l page -x -d 'One page, counted from 1'
complete -c vestibule -l per-page -x -d 'Rows per page, 1 to 100'
complete -c vestibule -l export -r -F -d 'Write all pages, or the one of --page, and exit'
complete -c vestibule -l format -x -a 'csv json ndjson' -d 'The format of the export'
complete -c vestibule -l columns -x -a "(__fish_append , $columns)" -d 'The columns of a CSV file'
complete -c vestibule -l separator -x -a 'comma semicolon tab' -d 'Of a CSV file'
complete -c vestibule -l bom -d 'Begin a CSV file with a byte order mark'
complete -c vestibule -l no-formula-guard -d 'Write what looks like a formula as it is'
complete -c vestibule -l meta -d 'Write where the rows come from beside the file'
complete -c vestibule -l quiet -d 'Say nothing but errors'
complete -c vestibule -l token-file -r -F -d 'Read the token from a file'
complete -c vestibule -l timeout -x -d 'How long one request may be silent'
complete -c vestibule -l max-wait -x -d 'How long to wait for the rate limit in all'
complete -c vestibule -l screenshot -r -F -d 'Save a picture of the window and exit'
complete -c vestibule -l help -d 'Show a summary of the options and exit'
complete -c vestibule -l version -d 'Show the version and exit'
