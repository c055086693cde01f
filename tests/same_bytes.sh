#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The same map gives the same bytes: every view in every format, as slides and as a handout, made twice, the second time in another folder,
# language, time zone, home, day and second, with another number of threads. Only the date as of which is given, once as an option and
# once as the surroundings have it.
cd "$(dirname "$0")/.." || exit 4
speelveld=${SPEELVELD:-$PWD/build/speelveld}
map=$PWD/data/waterrijk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/one" "$work/two" "$work/home"
passed=0 failed=0

# Before there was Naima Chaoui.
mkdir "$work/before"
for sheet in data/waterrijk/*.csv; do grep -v chaoui "$sheet" >"$work/before/${sheet##*/}"; done

# OUTPUT COMMAND...: made in folder one and in folder two.
twice() {
    file=$1
    shift
    TZ=UTC LC_ALL=C HOME="$work/home" OMP_NUM_THREADS=1 "$speelveld" "$@" --as-of 2026-10-01 -o "$work/one/$file" >/dev/null 2>"$work/said" || {
        cat "$work/said"
        failed=$((failed + 1))
        echo "not made: $*"
        return
    }
    echo "$file $*" >>"$work/again"
}

# What was made before, once more: 1 October 2026 is 20727 days after 1970 began, and is later that day.
again() {
    while read -r file arguments; do
        # shellcheck disable=SC2086
        (cd / && umask 077 && LANG=tr_TR.UTF-8 LC_ALL=nl_NL.UTF-8 TZ=Pacific/Kiritimati HOME=/does/not/exist OMP_NUM_THREADS=3 COLUMNS=40 \
            SOURCE_DATE_EPOCH=$((20727 * 86400 + 43200)) "$speelveld" $arguments -o "$work/two/$file" >/dev/null 2>&1)
        if cmp -s "$work/one/$file" "$work/two/$file"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "not the same bytes: $arguments"
        fi
    done <"$work/again"
}

views=$("$speelveld" draw --views --lang en | sed -n 's/^\([a-z]\{1,\}\) .*/\1/p')
for view in $views; do
    more=
    case $view in
        route) more="--to bloemendaal" ;;
        change) more="--before $work/before" ;;
    esac
    for format in svg pdf png dot; do
        # shellcheck disable=SC2086
        twice "$view.$format" draw "$map" --lang nl --issue huis-van-de-wijk --view "$view" $more
    done
    case $view in route | change) continue ;; esac # these ask for what slides have no option for
    twice "$view-deck.pdf" deck "$map" --lang en --issue huis-van-de-wijk --views "$view"
    twice "$view-handout.pdf" handout "$map" --lang nl --issue huis-van-de-wijk --view "$view"
done
twice all-deck.pdf deck "$map" --lang nl --issue huis-van-de-wijk
again
echo "same_bytes: $passed passed, $failed failed"
[ $failed -eq 0 ]
