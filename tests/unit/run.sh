#!/bin/sh
# Runs one test program and says in one line how it went; what failed or was skipped is shown above that line.
program=$1
name=$(basename "$program")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
timeout "${TEST_SECONDS:-300}" "$program" >"$log" 2>&1
code=$?
passed=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
failed=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
skipped=$(sed -n 's/^\[  SKIPPED \] \([0-9]*\) test.*/\1/p' "$log" | awk '{ n += $1 } END { print n + 0 }')
[ "$skipped" -gt 0 ] && grep -h '^skip: ' "$log" | sort -u
if [ "$code" -ne 0 ]; then
    cat "$log"
    [ "$failed" -gt 0 ] || failed=1
fi
echo "$name: $passed passed, $failed failed, $skipped skipped"
