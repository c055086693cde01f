#!/bin/sh
# Drawing beside neato, and how long pictures take against what was set for them: drawing.sh DATA. Prints, and judges nothing but that.
cd "$(dirname "$0")/../.." || exit 4
ours=build/speelveld
versus=build/bench/side_by_side
work=build/bench
found=$work/drawing.txt
: >"$found"

# side_by_side, and its lines kept for the table below.
race() { $versus "$@" | tee -a "$found"; }
# goal NAME WHAT: the milliseconds, or the times, of a line that was kept.
kept() { awk -v name="$1" -v what="$2" 'index($0, name) == 1 { for (i = 2; i <= NF; i++) if ($i == what) value = $(i - 1) } END { print value }' "$found"; }
goal() {
    kept "$1" "$2" | awk -v name="$1" -v what="$2" -v least="$3" -v most="$4" '{
        met = what == "times" ? $1 >= least : $1 <= most
        printf "%-46s %10.1f %-6s set: %s %s %s\n", name, $1, what, what == "times" ? "at least" : "at most", what == "times" ? least : most, met ? "" : "- MISSED"
    }'
}

echo "Whole processes, medians; the last column is how many times our time the other takes."
edges=$1/networks/lesmis.edges.csv
if [ -f "$edges" ]; then
    { echo "graph {"; sed 1d "$edges" | awk -F, '{ printf "\"%s\" -- \"%s\";\n", $1, $2 }'; echo "}"; } >$work/lesmis.dot
    echo
    echo "Les Misérables, 77 actors, 254 ties: a picture as SVG, with every name placed"
    race 15 "lesmis, the picture" "$ours draw $edges -o $work/lesmis.svg" \
        "neato, overlap=prism splines=line" "neato -Goverlap=prism -Gsplines=line -Tsvg $work/lesmis.dot -o $work/neato.svg"
    race 3 "lesmis, the picture" "$ours draw $edges -o $work/lesmis.svg" \
        "neato, overlap=false splines=true" "neato -Goverlap=false -Gsplines=true -Tsvg $work/lesmis.dot -o $work/neato.svg"
    race 3 "lesmis, the picture and all scores" "$ours draw $edges --scores $work/lesmis.json -o $work/lesmis.svg" \
        "neato, the same" "neato -Goverlap=false -Gsplines=true -Tsvg $work/lesmis.dot -o $work/neato.svg"
else
    echo "skip: no networks at $1"
fi

echo
echo "An invented municipality"
for actors in 60 300 2000 5000; do
    [ -d $work/map$actors ] || build/bench/generate --actors $actors -o $work/map$actors >/dev/null || exit 1
    race 5 "draw, $actors actors, SVG" "$ours draw $work/map$actors -o $work/map$actors.svg" \
        "draw, $actors actors, PNG" "$ours draw $work/map$actors -o $work/map$actors.png"
done
race 5 "draw --all, 300 actors" "$ours draw $work/map300 --all -o $work/map300.svg" \
    "draw --view field, 300 actors" "$ours draw $work/map300 --view field --issue avondopening -o $work/map300.svg"
race 3 "draw --view rings, 300 actors" "$ours draw $work/map300 --view rings --issue avondopening -o $work/map300.svg" \
    "draw --view spectrum, 300 actors" "$ours draw $work/map300 --view spectrum --issue avondopening -o $work/map300.svg"

echo
echo "Paper, of the sample of 86 actors"
on="data/waterrijk --issue huis-van-de-wijk --as-of 2026-10-01"
race 5 "deck of eight slides" "$ours deck $on -o $work/deck.pdf" "handout" "$ours handout $on -o $work/handout.pdf"
rm -f $work/places.json
$ours draw $on --layout $work/places.json -o $work/again.svg >/dev/null 2>&1
race 5 "draw --layout, again" "$ours draw $on --layout $work/places.json -o $work/again.svg" "draw, anew" "$ours draw $on -o $work/again.svg"

echo
echo "Against what was set"
[ -f "$edges" ] && goal "neato, overlap=false splines=true" times 30
goal "draw, 300 actors, SVG" ms "" 1000
goal "draw --all, 300 actors" ms "" 1000
goal "draw, 5000 actors, SVG" ms "" 10000
goal "deck of eight slides" ms "" 2000
