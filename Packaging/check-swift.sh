#!/bin/sh
# Fails with the way out when no Swift toolchain, or one too old, is on the PATH.
set -eu

needed_major=6
needed_minor=2
way_out="Install a toolchain from https://www.swift.org/install/linux/ (Debian 12) and put its usr/bin on the PATH."
if ! command -v swift >/dev/null 2>&1; then
  echo "ykien needs Swift $needed_major.$needed_minor or later, and no 'swift' is on the PATH." >&2
  echo "$way_out" >&2
  exit 69
fi
version="$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)"
major="${version%%.*}"
minor="${version#*.}"
if [ -z "$version" ] || [ "$major" -lt "$needed_major" ] ||
  { [ "$major" -eq "$needed_major" ] && [ "$minor" -lt "$needed_minor" ]; }; then
  echo "ykien needs Swift $needed_major.$needed_minor or later; $(command -v swift) is ${version:-of unknown version}." >&2
  echo "$way_out" >&2
  exit 69
fi
