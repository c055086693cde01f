#!/bin/sh
# Draws the samples and says where to look: demo.sh BUILD
cd "$(dirname "$0")/.." || exit 4
speelveld=$1/speelveld
out=build/demo
mkdir -p $out
for format in svg pdf png; do
    $speelveld draw data/buurthuis --lang nl --issue avondopening -o $out/buurthuis.$format || exit
    $speelveld draw data/waterrijk --lang nl --issue huis-van-de-wijk -o $out/waterrijk.$format || exit
done
$speelveld deck data/waterrijk --lang nl --issue huis-van-de-wijk --as-of 2026-10-01 -o $out/waterrijk-dias.pdf || exit
$speelveld handout data/waterrijk --lang nl --issue huis-van-de-wijk --as-of 2026-10-01 --view council -o $out/waterrijk-achterlaten.pdf || exit
$speelveld majority data/waterrijk --lang nl --issue huis-van-de-wijk --as-of 2026-10-01 | head -12
$speelveld scores data/waterrijk --lang nl --top 5 || exit
echo
echo "Look at the playing fields in:"
for file in $out/*.svg $out/*.pdf $out/*.png; do echo "  $PWD/$file"; done
