#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A renderer that goes wrong is one clear fault, within its limits, and leaves no half picture: the program as people use it, with another
# renderer beside it that is killed, aborts, ends, talks nonsense, stops halfway, eats memory, or never answers (that takes a minute).
cd "$(dirname "$0")/.." || exit 4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp build/speelveld "$work/"
passed=0 failed=0

check() {
    if [ "$1" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$2: $3"
        cat "$work/said"
    fi
}

# NAME SECONDS CODE, the renderer's script on standard input: each command that draws, with a file there that must survive, and without.
fails() {
    name=$1 most=$2 fault=$3
    { printf '#!/bin/sh\n'; cat; } >"$work/speelveld-render"
    chmod 700 "$work/speelveld-render"
    for command in "draw:uit.svg:" "draw:uit.png:" "deck:uit.pdf:--issue huis-van-de-wijk --views network" "handout:uit.pdf:--issue huis-van-de-wijk"; do
        IFS=: read -r what file more <<COMMAND
$command
COMMAND
        case $name:$file in hang:uit.svg | [!h]*) ;; *) continue ;; esac # a minute is long
        for old in "" "what stood here"; do
            case $name:$old in hang:?*) continue ;; esac
            rm -f "$work"/uit.*
            [ -z "$old" ] || echo "$old" >"$work/$file"
            began=$(date +%s)
            # shellcheck disable=SC2086
            "$work/speelveld" "$what" data/waterrijk --lang en $more -o "$work/$file" >"$work/said" 2>&1
            code=$?
            took=$(($(date +%s) - began))
            grep -v '^… ' "$work/said" >"$work/faults"
            check "$([ $code -eq 4 ] && echo yes)" "$name, $what" "it ended with code $code"
            check "$([ $took -le "$most" ] && echo yes)" "$name, $what" "it took $took seconds"
            check "$([ "$(grep -c "$fault" "$work/faults")" -eq 1 ] && [ "$(wc -l <"$work/faults")" -le 2 ] && echo yes)" "$name, $what" "not one clear fault"
            check "$([ "$(cat "$work/$file" 2>/dev/null)" = "$old" ] && echo yes)" "$name, $what" "something else stands in the file"
            check "$([ "$(find "$work" -type f | wc -l)" -eq $((4 + ${#old} / 15)) ] && echo yes)" "$name, $what" "more files than before"
        done
    done
}

fails segfault 10 'signal 11' <<'RENDERER'
kill -SEGV $$
RENDERER
fails abort 10 'signal 6' <<'RENDERER'
head -c 16 >/dev/null
kill -ABRT $$
RENDERER
fails ends 10 'code 3' <<'RENDERER'
exit 3
RENDERER
fails nonsense 10 'The program that draws' <<'RENDERER'
head -c 16 >/dev/null
echo 'this is no answer at all, and longer than a head'
RENDERER
fails halfway 10 'The program that draws' <<'RENDERER'
head -c 16 >/dev/null
printf 'SVW2'
RENDERER
fails memory 60 'The program that draws' <<'RENDERER'
head -c 16 >/dev/null
x=aaaaaaaaaaaaaaaa
while :; do x=$x$x; done
RENDERER
fails hang 70 '60 seconds' <<'RENDERER'
exec sleep 300
RENDERER
echo "renderer_fails: $passed passed, $failed failed"
[ $failed -eq 0 ]
