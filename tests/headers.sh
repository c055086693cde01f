#!/bin/sh
# Compiles every public header alone, as C17 and as C++17.
cd "$(dirname "$0")/.." || exit 4
passed=0 failed=0
flags="-Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only"
for header in include/speelveld.h include/speelveld/*.h; do
    for language in "${CC:-gcc} -std=c17 -x c" "${CXX:-g++} -std=c++17 -x c++"; do
        if $language $flags "$header"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
        fi
    done
done
echo "headers: $passed passed, $failed failed"
[ $failed -eq 0 ]
