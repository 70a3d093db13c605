# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
# Completion of vestibule for bash.

_vestibule()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    local columns="connection_name organization_connection_name connection_strategy is_enabled
        organization_access_level assign_membership_on_login show_as_button is_signup_enabled
        connection_id organization_member_access_level"
    COMPREPLY=()
    case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W "csv json ndjson" -- "$current"); return ;;
    --separator) mapfile -t COMPREPLY < <(compgen -W "comma semicolon tab" -- "$current"); return ;;
    --is-enabled) mapfile -t COMPREPLY < <(compgen -W "true false" -- "$current"); return ;;
    --columns)
        local done=""
        [[ $current == *,* ]] && done=${current%,*},
        mapfile -t COMPREPLY < <(compgen -P "$done" -W "$columns" -- "${current##*,}")
        compopt -o nospace
        return ;;
    --export | --screenshot | --token-file | --into | --organizations)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return ;;
    --domain | --profile | --organization | --page | --per-page | --timeout | --max-wait | --share) return ;;
    esac
    if [[ ${COMP_WORDS[1]} == sweep && COMP_CWORD -gt 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -W "--demo --domain --profile --into --organizations --share
            --retry-failed --anew --quiet --token-file --timeout --max-wait --help --version" -- "$current")
        return
    fi
    if [[ $current != -* ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -X '!*.json' -- "$current"; compgen -d -- "$current"
            ((COMP_CWORD == 1)) && compgen -W sweep -- "$current")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "--demo --domain --profile --organization --is-enabled --page
        --per-page --export --format --columns --separator --bom --no-formula-guard --meta --quiet
        --token-file --timeout --max-wait --screenshot --help --version" -- "$current")
}
complete -F _vestibule vestibule
