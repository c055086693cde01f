#!/bin/sh
# Compiles every public header alone, as C17 and as C++17.
cd "$(dirname "$0")/.." || exit 4
passed=0 failed=0
flags="-Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only"
# A header with nothing but tables leaves nothing to compile, which C forbids: one declaration goes with each.
alone() {
    printf '#include "%s"\nextern int nothing;\n' "$1"
}
for header in include/speelveld.h include/speelveld/*.h; do
    for language in "${CC:-gcc} -std=c17 -x c" "${CXX:-g++} -std=c++17 -x c++"; do
        if alone "$header" | $language $flags -; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
        fi
    done
done
echo "headers: $passed passed, $failed failed"
[ $failed -eq 0 ]
