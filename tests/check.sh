#!/bin/sh
# Runs every suite and adds up what they say: check.sh DATA. Each suite ends with "NAME: N passed, N failed[, N skipped]".
cd "$(dirname "$0")/.." || exit 4
if [ -d "$1" ]; then
    SPEELVELD_DATA=$(cd "$1" && pwd)
else
    SPEELVELD_DATA=
    echo "No data at $1: tests that compare with published tables are skipped."
fi
export SPEELVELD_DATA
export SPEELVELD="$PWD/build/asan/speelveld" SPEELVELD_RENDER="$PWD/build/asan/speelveld-render"
export ASAN_OPTIONS="detect_leaks=1:exitcode=99" UBSAN_OPTIONS="print_stacktrace=1"
export LSAN_OPTIONS="suppressions=$PWD/tests/leaks.txt:print_suppressions=0"

log=build/check.log
: >"$log"
suite() {
    "$@" 2>&1 | tee -a "$log"
}

suite sh tests/layers.sh
suite sh tests/headers.sh
suite sh tests/language.sh
for program in build/asan/unit/test_*; do
    [ -x "$program" ] && case $program in *.o|*.d) ;; *) suite sh tests/unit/run.sh "$program" ;; esac
done
suite sh tests/broken/run.sh
suite sh tests/cli/run.sh
suite sh tests/examples.sh
suite sh tests/schema.sh
suite sh tests/install.sh

sed -n 's/^\([a-z_]*\): \([0-9]*\) passed, \([0-9]*\) failed\(, \([0-9]*\) skipped\)\{0,1\}$/\1 \2 \3 \5/p' "$log" |
    awk '{ passed += $2; failed += $3; skipped += $4 }
         END { printf "\nspeelveld: %d passed, %d failed, %d skipped\n", passed, failed, skipped; exit failed > 0 || passed == 0 }'
