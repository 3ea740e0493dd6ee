#!/bin/sh
# What formatting alone cannot see: where C and unsafe code may stand, how large files may be, what must not be left.
set -eu
cd "$(dirname "$0")/.."

bindings='FileSystem|XML|SQLite|Archive|YAML|Compression|Hashing|Distributions|LinearPrograms|Markdown|Spreadsheet|SpreadsheetWriting|StatisticalFiles|Programs|ByteMasks|Allocation'
failed=0
complain() {
  printf '%s\n%s\n' "lint: $1" "$2" >&2
  failed=1
}

found="$(git ls-files 'Sources/*.swift' | grep -vE "^Sources/($bindings)/" |
  xargs grep -nE '^(public |internal |private |package )?import C[A-Z]|\bunsafe\b [a-zA-Z(]|@unsafe|Unsafe(Raw|Mutable|Buffer|Pointer)' |
  grep -vE ':[0-9]+: *///?' || true)"
[ -z "$found" ] || complain "C imports and unsafe code belong in the bindings:" "$found"

found="$(git ls-files 'Sources/*.swift' 'Tests/*.swift' | xargs wc -l | awk '$2 != "total" && $1 > 400 {print $1, $2}')"
[ -z "$found" ] || complain "files over 400 lines:" "$found"

found="$(git grep -nE '\b(TODO|FIXME|XXX)\b' -- 'Sources/*' 'Tests/*.swift' || true)"
[ -z "$found" ] || complain "unfinished work:" "$found"

found="$(git ls-files -z | xargs -0 -r du -b 2>/dev/null | awk '$1 > 2000000 {print $1, $2}')"
[ -z "$found" ] || complain "files over 2 MB:" "$found"

exit $failed
