#!/bin/sh
# Runs the broken inputs: run.sh [--accept] [BUILD]. A case is a folder with
#   in      the input, a file in.EXT or a folder in/, given to `speelveld check`
#   nl, en  the exact answer in both languages; code the exit code
# Nothing may crash on them, and every message must name place, remedy and what was found.
cd "$(dirname "$0")/../.." || exit 4
accept=
[ "$1" = --accept ] && { accept=yes; shift; }
program=$PWD/${1:-build/asan}/speelveld
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
export NO_COLOR=1 SPEELVELD_PROGRESS=no

compare() {
    cmp -s "$1" "$2" && return 0
    echo "--- $1"
    diff -u "$1" "$2" 2>&1 | sed 1,2d
    if [ -n "$accept" ]; then cp "$2" "$1"; fi
    return 1
}

for case in tests/broken/*/; do
    case=${case%/}
    wrong=
    for language in nl en; do
        (cd "$case" && timeout 10 "$program" check in* --lang $language >"$work/$language" 2>&1 </dev/null; echo $? >"$work/code")
        compare "$case/$language" "$work/$language" || wrong=yes
    done
    compare "$case/code" "$work/code" || wrong=yes
    if [ -z "$wrong" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "broken: $passed passed, $failed failed"
[ -n "$accept" ] || [ $failed -eq 0 ]
