#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Uses the exit statuses of the commands as a shell script does: runs the nightly script of README, which is that of the
# manual as well, for six nights on the two states of the demo tenant; then checks each status that a script can act on.
#
#     statuses.sh VESTIBULE VESTIBULE_DEMO_TENANT README MANUAL
set -u

program=$1 demo=$2 readme=$3 manual=$4
folder=$(mktemp -d) || exit
server=""
port=0
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$folder/bin" "$folder/nights"
ln -s "$program" "$folder/bin/vestibule"
cd "$folder" || exit
export PATH="$folder/bin:$PATH" HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data"
export LC_ALL=C.UTF-8 LANGUAGE=en
unset AUTH0_DOMAIN AUTH0_API_TOKEN AUTH0_CLIENT_ID AUTH0_CLIENT_SECRET AUTH0_AUDIENCE

fail() {
    echo "statuses.sh: $*" >&2
    sed 's/^/out: /' out >&2
    sed 's/^/err: /' err >&2
    exit 1
}

# status STATUS COMMAND...: fails unless the command has this exit status; keeps what it says in the files out and err.
status() {
    wanted=$1
    shift
    "$@" >out 2>err
    got=$?
    [ "$got" -eq "$wanted" ] || fail "status $got, not $wanted: $*"
}

# says TEXT: fails unless the last command said so, on one of its streams.
says() {
    cat out err | grep -qF -e "$1" || fail "does not say: $1"
}

silent() {
    if [ -s out ] || [ -s err ]; then fail "says something: $*"; fi
}

# tenant OPTION...: starts a demo tenant, in place of the one before and at the same address.
tenant() {
    if [ -n "$server" ]; then
        kill "$server"
        wait "$server" 2>/dev/null
    fi
    : >tenant
    "$demo" --port "$port" "$@" >tenant &
    server=$!
    until grep -q '^token=' tenant; do
        kill -0 "$server" || fail "the demo tenant has ended"
        sleep 0.1
    done
    AUTH0_DOMAIN=$(sed -n 's/^domain=//p' tenant)
    AUTH0_API_TOKEN=$(sed -n 's/^token=//p' tenant)
    port=${AUTH0_DOMAIN##*:}
    export AUTH0_DOMAIN AUTH0_API_TOKEN
}

# The scripts, as they stand in the documents.
sed -n '/^    #!\/bin\/sh$/,/^$/s/^    //p' "$readme" >nightly
sed -n '/^#!\/bin\/sh$/,/^\.Ed$/{/^\.Ed$/!p}' "$manual" >nightly-of-manual
cp nightly out
diff nightly nightly-of-manual >err || fail "README and the manual have different scripts"
[ "$(grep -c vestibule nightly)" -ge 4 ] || fail "this is not the nightly script"
sed "s|^cd /var/lib/vestibule|cd '$folder/nights'|" nightly >nightly-here
grep -qF "$folder/nights" nightly-here || fail "the script has no folder of its own"

# The date of each night, for the names of the files.
cat >bin/date <<'END'
#!/bin/sh
echo "2026-11-0$(cat number)-023000"
END
chmod +x bin/date
number=0

# night STATUS INVENTORIES: as cron does it, which sends by mail what is printed; how many inventories there are then.
night() {
    number=$((number + 1))
    echo "$number" >nights/number
    status "$1" sh nightly-here
    found=$(find nights -name '20*.vestibule' | wc -l)
    [ "$found" -eq "$2" ] || fail "$found inventories, not $2"
}

tenant --organizations 80
night 0 1
silent "the first night"
night 0 2
silent "nothing has changed"
tenant --organizations 80 --state 2
night 0 3
says "ironwood-labs (org_"
tenant --organizations 80 --state 2 --fault-at umbrella-fifty=error-500
night 0 4
says "failed 1, gone 0, waiting 0"
says "umbrella-fifty"
tenant --organizations 80 --state 2 --token-requests 20
night 3 4
says "The token has expired."
grep -q "read 0" err && fail "nothing was read before the token had expired"
[ -e nights/new.vestibule ] && fail "an inventory of a part of the tenant"
tenant --organizations 80 --state 2
night 0 5
says "umbrella-fifty"
night 0 6
silent "the last night"

# The inventories for the rest, swept at the same address.
set -- nights/20*.vestibule
cp "$2" old.vestibule
cp "$3" new.vestibule
cp "$4" failed.vestibule
printf 'this is not an inventory\n' >text.vestibule
status 0 vestibule sweep --demo --quiet --into demo.vestibule

# sweep
status 0 vestibule sweep --into new.vestibule # complete: nothing is asked for
status 2 vestibule sweep --into demo.vestibule
says "another tenant"
status 2 vestibule sweep --share 101 --into x.vestibule
status 2 env AUTH0_API_TOKEN= vestibule sweep --into x.vestibule
status 7 vestibule sweep --into text.vestibule
cp failed.vestibule again.vestibule
status 7 vestibule sweep --into again.vestibule
says "--retry-failed"
status 0 vestibule sweep --retry-failed --into again.vestibule
for fault in expired-token wrong-scope bad-signature error-403-html; do
    tenant --fault "$fault"
    status 3 vestibule sweep --into x.vestibule
    [ -e x.vestibule ] && fail "a file after $fault"
done
kill "$server"
wait "$server" 2>/dev/null
server=""
status 3 vestibule sweep --into x.vestibule # nobody answers

# findings
status 1 vestibule findings old.vestibule
status 1 vestibule findings old.vestibule --fail-on high --format csv
status 1 vestibule findings old.vestibule --fail-on inform --rule nearly-full
status 0 vestibule findings old.vestibule --rule nearly-full # there are some, but of the severity inform
says "nearly-full"
status 0 vestibule findings old.vestibule --fail-on never
says "shared-membership"
status 2 vestibule findings
status 2 vestibule findings none.vestibule
status 2 vestibule findings old.vestibule --rule nonsense
status 2 vestibule findings old.vestibule --fail-on nonsense
status 7 vestibule findings failed.vestibule --fail-on never
says "shared-membership"
status 7 vestibule findings failed.vestibule # although it has some of high severity
status 7 vestibule findings old.vestibule --rule unused # nobody has asked for the tenant's connections
status 7 vestibule findings text.vestibule

# compare
status 0 vestibule compare new.vestibule again.vestibule
status 0 vestibule compare --by-name old.vestibule old.vestibule
status 1 vestibule compare old.vestibule new.vestibule
status 1 vestibule compare --by-name --format json old.vestibule new.vestibule
status 2 vestibule compare old.vestibule
status 2 vestibule compare old.vestibule none.vestibule
status 2 vestibule compare old.vestibule demo.vestibule
says "--by-name"
status 7 vestibule compare new.vestibule failed.vestibule
status 7 vestibule compare old.vestibule failed.vestibule # although something differs
says "ironwood-labs (org_"
status 7 vestibule compare old.vestibule text.vestibule
status 7 vestibule compare text.vestibule old.vestibule

# report
status 0 vestibule report old.vestibule --html report.html
rm report.html || fail "no report"
status 2 vestibule report old.vestibule
status 2 vestibule report none.vestibule --html report.html
status 7 vestibule report text.vestibule --html report.html
[ -e report.html ] && fail "a report of nothing"
status 7 vestibule report failed.vestibule --html report.html
[ -s report.html ] || fail "no report of an inventory that is not complete"

# As scripts ask.
if vestibule findings old.vestibule --quiet >out 2>err; then fail "findings are no success"; fi
vestibule compare --quiet new.vestibule again.vestibule >out 2>err || fail "no difference is no success"
sh -ec 'vestibule findings old.vestibule --fail-on high; touch after' >out 2>err
[ -e after ] && fail "a job goes on after findings of high severity"
exit 0
