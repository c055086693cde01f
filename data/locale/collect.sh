#!/bin/sh
# Collects the English texts from the sources into data/locale/nl.po; what has no Dutch yet stands there with an empty msgstr.
cd "$(dirname "$0")/../.." || exit 4
texts=$(mktemp)
trap 'rm -f "$texts"' EXIT
# SV_TR and sv_translate anywhere; the message and the remedy of each X(code, id, status, severity, message, remedy) in codes.h.
collect="xgettext --language=C --from-code=UTF-8 --add-location=file --sort-by-file --no-wrap --package-name=speelveld --output=$texts"
$collect --keyword=SV_TR --keyword=sv_translate:2 src/*/*.c src/*/*.h || exit 4
$collect --join-existing --keyword= --keyword=X:5 include/speelveld/codes.h || exit 4
$collect --join-existing --keyword= --keyword=X:6 include/speelveld/codes.h || exit 4
sed -i '/^"POT-Creation-Date:/d' "$texts"
if [ -s data/locale/nl.po ]; then
    msgmerge --quiet --no-wrap --no-fuzzy-matching --add-location=file --sort-by-file --output-file=data/locale/nl.po data/locale/nl.po "$texts"
else
    msginit --no-translator --locale=nl --no-wrap --input="$texts" --output-file=data/locale/nl.po
fi
msgattrib --no-obsolete --no-wrap --output-file=data/locale/nl.po data/locale/nl.po
sed -i '/^"POT-Creation-Date:/d' data/locale/nl.po
msgfmt --check --statistics --output-file=/dev/null data/locale/nl.po
