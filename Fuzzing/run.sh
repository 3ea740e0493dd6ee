#!/bin/sh
# Builds the fuzz targets and runs each for some seconds: Fuzzing/run.sh SECONDS [TARGET…]
set -eu
cd "$(dirname "$0")/.."

seconds="${1:?seconds for each target}"
shift
[ $# -gt 0 ] || set -- Expressions FormSheets Workbooks Tables Documents Submissions Mappings
build=.build/fuzzing
# The sanitizer must see a stop itself, to keep the input.
export YKIEN_FUZZING=1 SWIFT_BACKTRACE=enable=no

for target in "$@"; do
  swift build --scratch-path "$build" --sanitize fuzzer --product "Fuzz$target"
done
mkdir -p "$build/findings"
for target in "$@"; do
  corpus="$build/corpus/$target"
  mkdir -p "$corpus"
  printf '== %s\n' "$target"
  # A seed that is no longer there must not stop a run; fifteen seconds or two gigabytes for one input are a fault.
  "$build/debug/Fuzz$target" -max_total_time="$seconds" -timeout=15 -rss_limit_mb=2048 -max_len=65536 -use_value_profile=1 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="$build/findings/$target-" "$corpus" "Fuzzing/Seeds/$target" 2>&1 |
    grep -vE '^(INFO|Done)' || { echo "$target: see $build/findings" >&2; exit 1; }
  if ls "$build/findings/$target-"* >/dev/null 2>&1; then
    echo "$target: an input stopped the target, see $build/findings" >&2
    exit 1
  fi
done
