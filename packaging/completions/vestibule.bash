# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
# Completion of vestibule for bash.

_vestibule()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    local command=${COMP_WORDS[1]}
    local columns="connection_name organization_connection_name connection_strategy is_enabled
        organization_access_level assign_membership_on_login show_as_button is_signup_enabled
        connection_id organization_member_access_level"
    local formats="csv json ndjson"
    local rules="shared-membership shared-full-access none-enabled all-hidden social-membership
        signup-without-membership level-without-name dormant-flags nearly-full no-connections
        shared-directory levels-differ unused unknown-field"
    case $command in
    findings) formats="text csv json" ;;
    links) columns="organization_id organization_name organization_display_name $columns" ;;
    used-by)
        columns="connection_id connection_name connection_strategy organizations enabled disabled
            assign_membership_on_login is_signup_enabled show_as_button organization_access_levels" ;;
    compare)
        columns="kind organization_id organization_name connection_id connection_name field before after"
        formats="text csv json" ;;
    esac
    COMPREPLY=()
    case $previous in
    --access-level)
        mapfile -t COMPREPLY < <(compgen -W "none readonly limited full" -- "$current")
        return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W "$formats" -- "$current"); return ;;
    --rule) mapfile -t COMPREPLY < <(compgen -W "$rules" -- "$current"); return ;;
    --fail-on) mapfile -t COMPREPLY < <(compgen -W "high inform never" -- "$current"); return ;;
    --separator) mapfile -t COMPREPLY < <(compgen -W "comma semicolon tab" -- "$current"); return ;;
    --is-enabled) mapfile -t COMPREPLY < <(compgen -W "true false" -- "$current"); return ;;
    --columns)
        local done=""
        [[ $current == *,* ]] && done=${current%,*},
        mapfile -t COMPREPLY < <(compgen -P "$done" -W "$columns" -- "${current##*,}")
        compopt -o nospace
        return ;;
    --export | --screenshot | --token-file | --client-secret-file | --into | --organizations | --html | --compare)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return ;;
    --domain | --profile | --organization | --connection | --strategy | --page | --per-page | --client-id | \
    --timeout | --max-wait | --share) return ;;
    esac
    local options output="--export --format --columns --separator --bom --no-formula-guard --quiet"
    local files='!*.@(json|vestibule)' commands=""
    case $command in
    sweep)
        files='*' # it takes none
        options="--demo --domain --profile --into --organizations --share --retry-failed --anew
            --catalogue --quiet --token-file --client-id --client-secret-file --timeout --max-wait" ;;
    links)
        files='!*.vestibule'
        options="--is-enabled --strategy --access-level --connection --organization $output" ;;
    used-by)
        files='!*.vestibule'
        options="--connection $output" ;;
    findings)
        files='!*.vestibule'
        options="--rule --fail-on --format --quiet" ;;
    compare)
        files='!*.vestibule'
        options="--by-name $output" ;;
    report)
        options="--compare --by-name --organization --html --quiet" ;;
    *)
        [[ $COMP_CWORD == 1 ]] && commands="sweep links used-by findings compare report"
        options="--demo --domain --profile --organization --is-enabled --page --per-page $output
            --meta --token-file --client-id --client-secret-file --timeout --max-wait --screenshot" ;;
    esac
    if [[ $current != -* ]]; then
        local extended
        extended=$(shopt -p extglob)
        shopt -s extglob
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current"
            compgen -f -X "$files" -- "$current"; compgen -d -- "$current")
        $extended
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "$options --help --version" -- "$current")
}
complete -F _vestibule vestibule
