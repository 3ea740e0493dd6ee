#!/bin/sh
# Fetches what the checks in a browser, with ODK Validate, of statistics and of Office files need into .build/tools, once:
# from PyPI, and the schemas of Office files from the sources of a Debian package.
set -eu
cd "$(dirname "$0")/.."

tools=.build/tools
mkdir -p "$tools"
if ! "$tools/venv/bin/python" -c 'import playwright, axe_playwright_python, pyxform, pyreadstat, pandas, openxml_audit' 2>/dev/null; then
  rm -rf "$tools/venv"
  python3 -m venv "$tools/venv"
  "$tools/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    playwright axe-playwright-python pyxform pyreadstat pandas openxml-audit
fi
if [ ! -s "$tools/ODK_Validate.jar" ]; then
  # ODK Validate travels inside the wheel of pyxform.
  wheel="$(mktemp -d)"
  "$tools/venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps -d "$wheel" pyxform
  "$tools/venv/bin/python" - "$wheel" "$tools/ODK_Validate.jar" <<'PYTHON'
import glob, sys, zipfile
folder, target = sys.argv[1:]
with zipfile.ZipFile(glob.glob(folder + "/pyxform-*.whl")[0]) as wheel, open(target, "wb") as jar:
    jar.write(wheel.read("pyxform/validators/odk_validate/bin/ODK_Validate.jar"))
PYTHON
  rm -rf "$wheel"
fi

if [ ! -s "$tools/ecma-376/wml.xsd" ]; then
  # The sources of Apache POI hold the schemas of ECMA-376; apt keeps lists of its own here, so no root is needed.
  apt="$(mktemp -d)"
  chmod 755 "$apt"
  mkdir -p "$apt/sources" "$apt/lists/partial" "$apt/files"
  if [ -s /etc/apt/sources.list.d/debian.sources ]; then
    sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > "$apt/sources/debian.sources"
  else
    sed -n 's/^deb /deb-src /p' /etc/apt/sources.list > "$apt/sources/debian.list"
  fi
  for command in update "source --download-only libapache-poi-java"; do
    # shellcheck disable=SC2086
    (cd "$apt/files" && apt-get -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$apt/sources" \
      -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt" -o APT::Sandbox::User= $command) >/dev/null
  done
  rm -rf "$tools/ecma-376"
  mkdir -p "$tools/ecma-376"
  tar -xf "$apt"/files/*.orig.tar.xz -C "$tools/ecma-376" --strip-components=2 --wildcards '*/ooxml-xsds/*.xsd'
  rm -rf "$apt"
fi

# A check that is skipped proves nothing: say at once what is still missing.
for program in java chromium soffice; do
  [ -x "/usr/bin/$program" ] || { echo "check-tools: /usr/bin/$program is missing" >&2; exit 69; }
done
"$tools/venv/bin/python" -c 'import playwright, axe_playwright_python'
