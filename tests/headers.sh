#!/bin/sh
# Compiles every public header alone, as C17 and as C++17; and looks for all that they declare in the library, where it was built.
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
for library in build/asan/libspeelveld.a build/libspeelveld.a; do
    [ -f "$library" ] || continue
    there=$(nm "$library" 2>/dev/null | sed -n 's/.* T //p')
    for name in $(sed -n 's/^[a-z].*[ *]\(sv_[a-z0-9_]*\)(.*/\1/p' include/speelveld/*.h | sort -u | grep -vxF "$there"); do
        echo "headers: $name is declared, and not in the library" >&2
        failed=$((failed + 1))
    done
    break
done
echo "headers: $passed passed, $failed failed"
[ $failed -eq 0 ]
