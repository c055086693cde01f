#!/bin/sh
# Speed and memory beside other programs, on the same files in the same run: bench.sh DATA. Prints ratios, judges nothing.
cd "$(dirname "$0")/../.." || exit 4
data=$1
ours=build/speelveld
versus=build/bench/side_by_side
work=build/bench

# check gives 1 when there is something to look at, as there is in these maps.
sh tests/bench/drawing.sh "$data" || exit 1

echo
echo "Starting"
$versus 50 "speelveld --version" "$ours --version" "neato -V" "neato -V"

echo
echo "An invented municipality: read, check and all scores as JSON"
for actors in 60 300 2000; do
    [ -d $work/map$actors ] || build/bench/generate --actors $actors -o $work/map$actors >/dev/null || exit 1
    $versus 9 "speelveld scores, $actors actors" "$ours scores $work/map$actors --format json" \
        "speelveld check, $actors actors" "$ours check $work/map$actors || [ \$? -eq 1 ]"
done
echo
echo "Advice on 2,000 actors, each beside reading and checking that map"
on="$work/map2000 --issue avondopening --as-of 2026-10-01"
for question in "allies $on" "majority $on" "contacts $on" "message $work/map2000 p1382 --issue avondopening --as-of 2026-10-01" "support $on" \
    "route $work/map2000 --to p1382" "who $work/map2000 --political" "match $work/map2000" "gaps $work/map2000" "exposure $on" \
    "signals $work/map2000" "privacy $work/map2000"; do
    $versus 3 "speelveld check" "$ours check $work/map2000 || [ \$? -eq 1 ]" "speelveld ${question%% *}" "$ours $question || [ \$? -eq 1 ]"
done
echo
echo "The same municipality with somebody gone, and beside another one: what changed"
[ -d $work/other2000 ] || build/bench/generate --actors 2000 --seed 2 -o $work/other2000 >/dev/null || exit 1
$versus 5 "speelveld what-if, 2,000 actors" "$ours what-if $work/map2000 remove o1 add-tie p1 p2" \
    "speelveld compare, 2,000 actors" "$ours compare $work/map2000 $work/other2000"

echo
echo "Reading: what check does, against Python's own csv and json modules doing the same"
big=$work/map100000
[ -d $big ] || build/bench/generate --actors 100000 -o $big >/dev/null || exit 1
[ -f $big.json ] || $ours convert $big $big.json 2>/dev/null || exit 1
$versus 5 "speelveld check, CSV, 100,000 actors" "$ours check $big || [ \$? -eq 1 ]" "Python csv" "python3 tests/bench/read_map.py $big"
$versus 5 "speelveld check, JSON, 100,000 actors" "$ours check $big.json || [ \$? -eq 1 ]" "Python json" "python3 tests/bench/read_map.py $big.json"

echo
echo "Memory that a map, its network and all scores hold, and whether it grows over many times in one process"
GLIBC_TUNABLES=glibc.malloc.tcache_count=0 build/bench/repeat 1000 data/waterrijk || exit 1
GLIBC_TUNABLES=glibc.malloc.tcache_count=0 build/bench/repeat 5 $work/map2000 || exit 1
