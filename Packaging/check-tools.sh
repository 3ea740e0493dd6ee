#!/bin/sh
# Fetches what the checks in a browser, with ODK Validate and of statistics files need into .build/tools, from PyPI, once.
set -eu
cd "$(dirname "$0")/.."

tools=.build/tools
mkdir -p "$tools"
if ! "$tools/venv/bin/python" -c 'import playwright, axe_playwright_python, pyxform, pyreadstat, pandas' 2>/dev/null; then
  rm -rf "$tools/venv"
  python3 -m venv "$tools/venv"
  "$tools/venv/bin/python" -m pip install --quiet --disable-pip-version-check playwright axe-playwright-python pyxform pyreadstat pandas
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

# A check that is skipped proves nothing: say at once what is still missing.
for program in java chromium; do
  [ -x "/usr/bin/$program" ] || { echo "check-tools: /usr/bin/$program is missing" >&2; exit 69; }
done
"$tools/venv/bin/python" -c 'import playwright, axe_playwright_python'
