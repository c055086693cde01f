#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs the examples that people are shown: examples.sh [BUILD]. Every line of a ```sh block of the README (and of
# the guides in docs) that begins with speelveld or build/speelveld, and the example in each command's help, must
# end with exit code 0. They run in a copy of data and build, one document's after another, as a reader would.
cd "$(dirname "$0")/.." || exit 4
build=$PWD/${1:-build}
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
export NO_COLOR=1 LC_ALL=C.UTF-8
unset LANGUAGE

# A fresh folder with data and build in it, which is then where we are.
start() {
    cd "$work" && rm -rf here && mkdir -p here/build && cd here || exit 4
    cp -r "$root/data" . && cp "$build/speelveld" "$build/speelveld-render" build/ || exit 4
}

# Run one example line, and show what it said when it fails.
run() {
    PATH="$work/here/build:$PATH" timeout 120 sh -c "$2" >"$work/said" 2>&1 </dev/null
    code=$?
    if [ $code -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "--- $1: $2 (exit code $code)"
        sed 's/^/    /' "$work/said"
    fi
}

# The example lines of a document, lines that end in a backslash joined.
lines_of() {
    sed -n '/^```sh$/,/^```$/p' "$1" | sed -e ':join' -e '/\\$/{N;s/\\\n */ /;b join' -e '}' | sed -n 's/^\$ //; /^\(build\/\)\{0,1\}speelveld /p'
}

run_document() {
    lines_of "$1" >"$work/lines"
    [ -s "$work/lines" ] || return 0
    start
    while IFS= read -r line; do run "${1#"$root"/}" "$line"; done <"$work/lines"
}

if [ ! -x "$build/speelveld" ] || [ ! -x "$build/speelveld-render" ]; then
    echo "examples: there is no program in $build" >&2
    echo "examples: 0 passed, 1 failed"
    exit 1
fi

[ -f README.md ] || { echo "examples: README.md is not there" >&2; failed=1; }
for document in "$root"/README.md "$root"/docs/*.md; do
    if [ -f "$document" ]; then run_document "$document"; fi
done

start
for command in $("$build/speelveld" help --lang en | sed -n 's/^  \([a-z-]*\)  .*/\1/p'); do
    example=$("$build/speelveld" "$command" --help --lang en | sed -n '/^Example:$/{n;s/^ *//p;}')
    case $example in
        speelveld\ *) run "speelveld $command --help" "$example" ;;
        *) failed=$((failed + 1)); echo "--- speelveld $command --help shows no example" ;;
    esac
done

echo "examples: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
