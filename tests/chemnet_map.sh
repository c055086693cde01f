#!/bin/sh
# Writes a published policy network as one map, a folder of CSV files: chemnet_map.sh FOLDER
# German toxic chemicals policy in the 1980s (Schneider 1988): 30 organisations, who gave political information to whom,
# on which of 20 committees they sat, whom they named as influential (so who is named influences who names), and where
# they stood on six issues (-1, 0, 1). The files lie in the folder that SPEELVELD_DATA names, and are not ours to ship.
folder=$1
[ -n "$folder" ] || { echo "use: chemnet_map.sh FOLDER" >&2; exit 2; }
from=$SPEELVELD_DATA/networks
[ -n "$SPEELVELD_DATA" ] && [ -f "$from/chemnet_intpos.csv" ] || { echo "chemnet: not in SPEELVELD_DATA (\"$SPEELVELD_DATA\")" >&2; exit 77; }
mkdir -p "$folder" || exit 1

# Runs an awk program over a file without its headers and without carriage returns.
rows() { sed '1d; s/\r$//' "$2" | awk -F, "$1"; }

echo 'title,source
Chemicals policy,Schneider 1988' >"$folder/Map.csv"

{
    echo 'id,name,kind,sector'
    rows '{ print $1 "," $1 "," ($2 == "committee" ? "committee" : "organisation") "," $3 }' "$from/chemnet_committee.nodes.csv"
} >"$folder/Actors.csv"

{
    echo 'from,to,kind,strength'
    rows '{ print $1 "," $2 ",informs," }' "$from/chemnet_pol.edges.csv"
    rows '$1 != $2 { print $2 "," $1 ",influences,1" }' "$from/chemnet_infrep.edges.csv"
} >"$folder/Ties.csv"

{
    echo 'who,of'
    rows '{ print $1 "," $2 }' "$from/chemnet_committee.edges.csv"
} >"$folder/Memberships.csv"

{
    echo 'id,title'
    sed 's/\r$//; q' "$from/chemnet_intpos.csv" | awk -F, '{ for (i = 3; i <= NF; i++) print tolower($i) "," $i }'
} >"$folder/Issues.csv"

{
    echo 'actor,issue,position,source'
    sed 's/\r$//' "$from/chemnet_intpos.csv" |
        awk -F, 'NR == 1 { for (i = 3; i <= NF; i++) issue[i] = tolower($i); next }
                 { for (i = 3; i <= NF; i++) print $1 "," issue[i] "," $i ",Schneider 1988" }'
} >"$folder/Positions.csv"
