#!/bin/sh
# Every English text has a Dutch one, and the two take the same values.
cd "$(dirname "$0")/.." || exit 4
failed=0
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
cp -r data/locale "$fresh/before"
sh data/locale/collect.sh >/dev/null 2>&1
missing=$(msgattrib --untranslated --no-obsolete data/locale/nl.po | grep -c '^msgid' )
if [ "$missing" -gt 0 ]; then
    echo "language: texts without Dutch (make language shows where):"
    msgattrib --untranslated --no-obsolete --no-wrap data/locale/nl.po | grep '^msgid' | sed 1d
    failed=1
fi
cp "$fresh/before/nl.po" data/locale/nl.po
msgfmt --check --output-file=/dev/null data/locale/nl.po || failed=1
echo "language: $((2 - failed)) passed, $failed failed"
[ $failed -eq 0 ]
