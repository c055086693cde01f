#!/bin/sh
# What LibreOffice makes of our workbooks: the same cells as CSV, and as .ods a map that is the same. Slow; `make check-all` runs it.
cd "$(dirname "$0")/.." || exit 4
speelveld=${SPEELVELD:-build/speelveld}
if ! command -v soffice >/dev/null; then
    echo "skip: LibreOffice is not installed (apt-get install libreoffice-calc)"
    echo "libreoffice: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

office() { soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$1" --outdir "$2" "$3" >/dev/null 2>&1; }
same() {
    if cmp -s "$2" "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "libreoffice: $1 differs"
        diff "$2" "$3" | head -20
    fi
}

for map in data/buurthuis data/waterrijk new; do
    for language in nl en; do
        name=$(basename $map)
        here=$work/$name-$language
        mkdir -p "$here/csv"
        if [ $map = new ]; then
            $speelveld new "$here/$name.json" --lang $language >/dev/null 2>&1
        else
            $speelveld convert $map "$here/$name.json" >/dev/null 2>&1
        fi
        $speelveld convert "$here/$name.json" "$here/$name.xlsx" --lang $language >/dev/null 2>&1

        # every sheet as CSV, cells as they are shown; the explanation is no part of the map
        office 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1' "$here/csv" "$here/$name.xlsx"
        rm -f "$here"/csv/*Uitleg* "$here"/csv/*Explanation*
        for file in "$here"/csv/*.csv; do mv "$file" "$here/csv/${file##*/"$name"-}"; done
        $speelveld convert "$here/csv" "$here/csv.json" >/dev/null 2>&1
        same "$name in $language as CSV" "$here/$name.json" "$here/csv.json"

        office ods "$here" "$here/$name.xlsx"
        $speelveld convert "$here/$name.ods" "$here/ods.json" >/dev/null 2>&1
        same "$name in $language as .ods" "$here/$name.json" "$here/ods.json"
    done
done
echo "libreoffice: $passed passed, $failed failed"
[ $failed -eq 0 ]
