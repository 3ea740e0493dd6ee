#!/bin/sh
# Installs the Debian packages of the named sections of debian-packages.txt that are missing, and says which.
# Usage: install-packages.sh build [tests]
set -eu

list="$(dirname "$0")/debian-packages.txt"
missing=""
for section in "$@"; do
  for package in $(awk -v wanted="[$section]" '/^\[/ {inside = ($0 == wanted); next} /^#/ || /^$/ {next} inside' "$list"); do
    # A virtual or already provided package counts as installed when dpkg says so.
    if ! dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed$'; then
      missing="$missing $package"
    fi
  done
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "ykien needs these packages, and apt-get is not here to install them:$missing" >&2
  echo "Install their equivalents with your system's package manager, then try again." >&2
  exit 69
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
else
  echo "ykien needs these packages:$missing" >&2
  echo "Become root and run: apt-get install$missing" >&2
  exit 69
fi
echo "Installing Debian packages:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
