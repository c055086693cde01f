#!/bin/sh
# Builds and runs every fuzzer for FUZZ_SECONDS (default 30) each, from the samples as seeds. What crashes is kept in build/fuzz.
cd "$(dirname "$0")/../.." || exit 4
seconds=${FUZZ_SECONDS:-30}
out=build/fuzz
mkdir -p $out
passed=0 failed=0
flags="-std=gnu17 -D_GNU_SOURCE -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude -Isrc"
for source in tests/fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    mkdir -p $out/$name
    # shellcheck disable=SC2046
    clang $flags $(pkg-config --cflags igraph libcjson libxml-2.0) -o $out/$name.bin "$source" src/base/*.c src/picture/*.c src/model/*.c src/format/*.c \
        build/dutch_table.c $(pkg-config --libs igraph libcjson libutf8proc libzip libxml-2.0 xlsxwriter) -lm || exit 1
    case $name in
        fuzz_csv) for sheet in data/*/*.csv; do cp "$sheet" "$out/$name/$(echo "$sheet" | tr / -)"; done ;;
        fuzz_json) for map in buurthuis waterrijk; do build/speelveld convert data/$map $out/$name/$map.json 2>/dev/null; done ;;
        fuzz_workbook)
            for case in tests/broken/workbook-*; do cp $case/in.ods $out/$name/${case##*/}.ods; done
            for map in buurthuis waterrijk; do
                build/speelveld convert data/$map $out/$name/$map.xlsx 2>/dev/null
                for part in sheet1 sheet2 sheet6; do unzip -p $out/$name/$map.xlsx xl/worksheets/$part.xml >$out/$name/$map-$part.xml; done
            done ;;
    esac
    if (cd $out && ./$name.bin -max_total_time="$seconds" -rss_limit_mb=4096 -timeout=10 -print_final_stats=0 -verbosity=0 "$name" >"$name.log" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        tail -40 $out/$name.log
    fi
done
echo "fuzz: $passed passed, $failed failed"
[ $failed -eq 0 ]
