#!/bin/sh
# Every view on every page, in every theme and language, with the tests named; and each twice: pictures.sh TEST...
cd "$(dirname "$0")/.." || exit 4
export SPEELVELD="$PWD/build/speelveld" SPEELVELD_RENDER="$PWD/build/speelveld-render" SPEELVELD_EVERY_PAGE=1 TEST_SECONDS=3600
failed=0
for program in "$@"; do
    answer=$(sh tests/unit/run.sh "$program")
    echo "$answer"
    case $answer in *" 0 failed, "*) ;; *) failed=1 ;; esac
done
sh tests/same_bytes.sh || failed=1
sh tests/renderer_fails.sh || failed=1
exit $failed
