#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs into a temporary tree, as a packager does, and uses what stands there: a small program compiled with what
# pkg-config says, the program drawing with its own renderer, the samples. Then everything must be gone again.
cd "$(dirname "$0")/.." || exit 4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/tree
passed=0 failed=0
unset MAKEFLAGS MFLAGS MAKELEVEL MODE

# check WHAT COMMAND...: run it, and show what it said when it fails.
check() {
    what=$1
    shift
    if "$@" >"$work/said" 2>&1 </dev/null; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "--- $what"
        sed 's/^/    /' "$work/said"
    fi
}

installed_files() {
    for file in bin/speelveld libexec/speelveld/speelveld-render lib/libspeelveld.a lib/pkgconfig/speelveld.pc include/speelveld.h; do
        [ -s "$tree/usr/$file" ] || { echo "$file is not there"; return 1; }
    done
    for header in include/speelveld/*.h; do
        cmp "$header" "$tree/usr/$header" || return 1
    done
    ! grep -r "$work" "$tree/usr/lib/pkgconfig"
}

# The library is found only in the tree; those that it needs in the system, where pkg-config looks anyway.
flags() {
    PKG_CONFIG_PATH="$tree/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$tree" pkg-config "$@" speelveld
}

compile_example() {
    cflags=$(flags --cflags) && libs=$(flags --libs) || return 1
    case $libs in *"-L$tree"*-lspeelveld*) ;; *) echo "not of this tree: $libs"; return 1 ;; esac
    # shellcheck disable=SC2086
    ${CC:-cc} -std=c17 -Wall -Wextra -Werror $cflags -o "$work/example" tests/install/example.c $libs
}

# The same without the shared library, for those who want one file.
compile_static() {
    # shellcheck disable=SC2046
    ${CC:-cc} -std=c17 -Wall -Wextra -Werror $(flags --cflags) -o "$work/alone" tests/install/example.c "$tree/usr/lib/libspeelveld.a" \
        $(pkg-config --libs $(flags --print-requires-private)) -lm && "$work/alone" data/buurthuis | grep '8 actors'
}

shows_only_what_is_public() {
    hidden=$(nm -D --defined-only "$tree/usr/lib/libspeelveld.so" | awk '{ print $3 }' | while read -r name; do
        grep -q "[ *]$name(" include/speelveld/*.h || echo "$name"
    done)
    [ -z "$hidden" ] || { echo "$hidden"; return 1; }
}

manuals_are_there() {
    for page in man1/speelveld.1 nl/man1/speelveld.1; do
        grep -q '^.TH SPEELVELD 1' "$tree/usr/share/man/$page" || return 1
    done
    bash -n "$tree/usr/share/bash-completion/completions/speelveld"
}

version_is_the_same() {
    [ "speelveld $(flags --modversion)" = "$("$tree/usr/bin/speelveld" --version)" ]
}

example_answers() {
    LD_LIBRARY_PATH="$tree/usr/lib" "$work/example" data/buurthuis >"$work/answer" || return 1
    echo '8 actors; Samira Azzouzi is closest to all: 5.500' | diff - "$work/answer"
}

example_refuses() {
    ! LD_LIBRARY_PATH="$tree/usr/lib" "$work/example" "$work/nergens" &&
        LD_LIBRARY_PATH="$tree/usr/lib" "$work/example" "$work/nergens" 2>&1 | grep nergens
}

# Beside the program stands no renderer: it must be found in libexec.
installed_program_draws() {
    (cd "$work" && "$tree/usr/bin/speelveld" draw "$tree/usr/share/speelveld/buurthuis" -o x.svg && head -c 5 x.svg | grep '<?xml')
}

samples_are_sound() {
    for sample in buurthuis waterrijk; do
        "$tree/usr/bin/speelveld" check "$tree/usr/share/speelveld/$sample" || [ $? -eq 1 ] || return 1
    done
}

nothing_is_left() {
    left=$(find "$work/tree" ! -type d)
    [ -z "$left" ] || { echo "$left"; return 1; }
}

check "make install" make -s install DESTDIR="$tree" PREFIX=/usr
check "the files stand in their places" installed_files
check "a program compiles with what pkg-config says" compile_example
check "and without the shared library" compile_static
check "the shared library shows only what is public" shows_only_what_is_public
check "manual pages and completion are there" manuals_are_there
check "the version is the same everywhere" version_is_the_same
check "that program reads a map and scores it" example_answers
check "that program says what is wrong with a file that is not there" example_refuses
check "the installed program draws with the installed renderer" installed_program_draws
check "the installed samples are sound" samples_are_sound
check "make uninstall" make -s uninstall DESTDIR="$tree" PREFIX=/usr
check "nothing is left" nothing_is_left

echo "install: $passed passed, $failed failed"
[ $failed -eq 0 ]
