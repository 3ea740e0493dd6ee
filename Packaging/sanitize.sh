#!/bin/sh
# Runs the tests under AddressSanitizer and ThreadSanitizer: Packaging/sanitize.sh [address|thread]… [-- FILTER]
#
# Left out: tests that run the built program, whose child processes are not watched, and damaged .xls workbooks, which a
# library with faults of its own reads in a child process that may crash (that is why it is one).
set -eu
cd "$(dirname "$0")/.."

kinds=""
while [ $# -gt 0 ] && [ "$1" != "--" ]; do
  kinds="$kinds $1"
  shift
done
[ $# -eq 0 ] || shift
filter="${1:-.}"
for kind in ${kinds:-address thread}; do
  printf '== %s\n' "$kind"
  swift build --build-tests --sanitize="$kind" --scratch-path ".build/sanitize-$kind"
  ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=halt_on_error=1 \
    swift test --skip-build --sanitize="$kind" --scratch-path ".build/sanitize-$kind" --filter "$filter" \
    --skip 'EndToEndTests|HostileWorkbookTests|ParityTests'
done
