#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The schema in data/schema is the one that the program writes, and every sample, and what `new` makes, keeps to it.
cd "$(dirname "$0")/.." || exit 4
program=${SPEELVELD:-build/speelveld}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
check() {
    what=$1
    shift
    if "$@" >"$work/said" 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "--- $what"; cat "$work/said"; fi
}
keeps_to_it() {
    /usr/bin/python3 -c 'import json, sys, jsonschema; jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))' \
        data/schema/map.schema.json "$1"
}
"$program" help --schema >"$work/schema.json"
check "data/schema is up to date (speelveld help --schema)" diff data/schema/map.schema.json "$work/schema.json"
for map in data/*/Actoren.csv; do
    map=$(dirname "$map")
    "$program" convert "$map" "$work/$(basename "$map").json" 2>/dev/null
    check "$map" keeps_to_it "$work/$(basename "$map").json"
done
for language in nl en; do
    "$program" new "$work/new-$language.json" --lang $language 2>/dev/null
    check "new --lang $language" keeps_to_it "$work/new-$language.json"
done
echo '{"actors": [{"name": "x", "power": 9}]}' >"$work/wrong.json"
check "a wrong map does not pass" sh -c '! /usr/bin/python3 -c "import json, sys, jsonschema; jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))" data/schema/map.schema.json "$0" 2>/dev/null' "$work/wrong.json"
echo "schema: $passed passed, $failed failed"
[ $failed -eq 0 ]
