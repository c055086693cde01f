#!/bin/sh
# Runs the command line cases: run.sh [--accept] [BUILD]. A case is a folder with
#   cmd    shell lines in which `speelveld` is the program and data/ the samples
#   in/    its input, copied to where it runs (optional)
#   out    what it must print; err what it must say on standard error; code its exit code
# A case that cannot run on this machine says why on standard error and exits with 77.
# With --accept each difference is shown and becomes the new expectation.
cd "$(dirname "$0")/../.." || exit 4
accept=
[ "$1" = --accept ] && { accept=yes; shift; }
build=$PWD/${1:-build/asan}
cases=$PWD/tests/cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

export SOURCE_DATE_EPOCH=1790000000 TZ=UTC NO_COLOR=1 SPEELVELD_PROGRESS=no LC_ALL=C.UTF-8
unset LANGUAGE
# What libraries leak is not ours, also when this is run by itself.
export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$PWD/tests/leaks.txt:print_suppressions=0}"

run_case() {
    mkdir "$work/case"
    [ -d "$1/in" ] && cp -r "$1/in/." "$work/case/"
    ln -s "$root/data" "$work/case/data"
    (cd "$work/case" && PATH="$build:$PATH" sh "$1/cmd" >"$work/out" 2>"$work/err" </dev/null; echo $? >"$work/code")
    rm -rf "$work/case"
}

root=$PWD
for case in "$cases"/*/; do
    case=${case%/}
    [ -f "$case/cmd" ] || continue
    run_case "$case"
    if [ "$(cat "$work/code")" = 77 ]; then
        echo "skip: cli $(basename "$case"): $(cat "$work/err")"
        skipped=$((skipped + 1))
        continue
    fi
    wrong=
    for part in out err code; do
        [ -f "$case/$part" ] || : >"$work/empty"
        expected=$case/$part
        [ -f "$expected" ] || expected=/dev/null
        if ! cmp -s "$expected" "$work/$part"; then
            wrong=yes
            echo "--- $(basename "$case"): $part"
            diff -u "$expected" "$work/$part" | sed 1,2d
            if [ -n "$accept" ]; then
                if [ -s "$work/$part" ]; then cp "$work/$part" "$case/$part"; else rm -f "$case/$part"; fi
            fi
        fi
    done
    if [ -z "$wrong" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "cli: $passed passed, $failed failed, $skipped skipped"
[ -n "$accept" ] || [ $failed -eq 0 ]
