#!/bin/sh
# Checks that a file includes only its own folder or one to its left, and that each library stays in its home.
# The rules are those of CONTRIBUTING.md; this is where they are kept.
cd "$(dirname "$0")/.." || exit 4
failed=0 checked=0

say() { echo "layers: $*" >&2; failed=$((failed + 1)); }

# What each folder may include, beside itself.
may() {
    case $1 in
        base) echo "" ;;
        picture) echo "base" ;;
        render) echo "base picture" ;;
        model) echo "base" ;;
        format) echo "base model" ;;
        network) echo "base model format" ;;
        score) echo "base model format network" ;;
        advice) echo "base model format network score" ;;
        draw) echo "base picture model format network score advice" ;;
        report) echo "base picture model format network score advice draw" ;;
        web) echo "base picture model format network score advice draw report" ;;
        cli) echo "base picture model format network score advice draw report web" ;;
        *) say "folder src/$1 has no place in the order"; echo "" ;;
    esac
}

# The public header <speelveld/X.h> belongs to folder X; these two belong to others.
owner() {
    case $1 in codes) echo base ;; columns) echo model ;; *) echo "$1" ;; esac
}

# Where a library's header may be included.
home_of() {
    case $1 in
        igraph*) echo "network score advice draw" ;;
        gvc*|graphviz*|cgraph*|cdt*) echo "render" ;;
        cJSON*|cjson*) echo "format report" ;;
        libxml*|zip*) echo "format" ;;
        xlsxwriter*) echo "format" ;;
        cairo*|pango*|librsvg*) echo "report" ;;
        microhttpd*) echo "web" ;;
        utf8proc*) echo "base" ;;
        *) echo "any" ;;
    esac
}

for file in src/*/*.c src/*/*.h; do
    folder=${file#src/}; folder=${folder%%/*}
    allowed=" $folder $(may "$folder") "
    checked=$((checked + 1))
    for header in $(sed -n 's/^#include "\.\.\/\([a-z]*\)\/.*"/\1/p; s/^#include <speelveld\/\([a-z]*\)\.h>/\1/p' "$file"); do
        header=$(owner "$header")
        case $allowed in *" $header "*) ;; *) say "$file includes $header, which is to its right" ;; esac
    done
    for header in $(sed -n 's/^#include <\([^>]*\)>/\1/p' "$file"); do
        case $header in speelveld/*) continue ;; esac
        home=$(home_of "${header##*/}")
        [ "$home" = any ] && home=$(home_of "$header")
        case " any $home " in *" any any "*|*" $folder "*) ;; *) say "$file includes <$header>, whose home is $home" ;; esac
    done
done

for header in include/speelveld.h include/speelveld/*.h; do
    checked=$((checked + 1))
    outside=$(sed -n 's/^#include <\([^>]*\)>/\1/p' "$header" | grep -vE '^(speelveld/|std|math\.h)')
    [ -z "$outside" ] || say "$header shows a library: $outside"
done

# Every folder's table is called catalogue.c; any other name stands once.
twice=$(find src -name '*.c' ! -name catalogue.c -exec basename {} \; | sort | uniq -d)
[ -z "$twice" ] || say "file names that stand in two folders: $twice"

for file in src/base/* src/picture/* src/render/*; do
    grep -q "SPDX-License-Identifier: MIT" "$file" || say "$file must carry the MIT licence"
done
for folder in model format network score advice draw report web cli; do
    for file in src/$folder/*.[ch]; do
        [ -f "$file" ] || continue
        grep -q "SPDX-License-Identifier: GPL-2.0-or-later" "$file" || say "$file must carry GPL-2.0-or-later"
    done
done

[ $failed -eq 0 ] && echo "layers: $checked passed, 0 failed" || echo "layers: $checked passed, $failed failed"
[ $failed -eq 0 ]
