#!/bin/sh
# Draws the pictures of Documentation/bao-cao-nam.vi.md anew, from a run of the annual pipeline on a fixed day.
# Usage: draw-documentation.sh PROGRAM      (the program as built: .build/release/ykien)
#
# Needs poppler-utils, imagemagick, chromium and LibreOffice; the answers are simulated, so the pictures are the same
# wherever the fonts are.
set -eu
program="$(realpath "$1")"
cd "$(dirname "$0")/.."

for tool in pdftoppm convert chromium soffice; do
  command -v "$tool" >/dev/null || { echo "draw-documentation: $tool is missing" >&2; exit 69; }
done
work="$(mktemp -d)"
cp -r dictionaries forms pipelines reports "$work"
rm -rf "$work/reports/output"
images="$PWD/Documentation/images"
(cd "$work" && "$program" run pipelines/bao-cao-nam.yaml --as-of 2026-12-01 >/dev/null 2>&1)
report="$work/reports/output/bao-cao-nam/2026-12-01/bao-cao-nam"

# Grey with few tones is enough for pages of black text, and small.
finish() { convert "$1" -colorspace Gray -colors 24 -bordercolor '#999999' -border 1 -strip -define png:compression-level=9 "$2"; }

mkdir "$work/pages"
soffice --headless --convert-to pdf --outdir "$work/word" "$report.docx" >/dev/null 2>&1
soffice --headless --convert-to pdf --outdir "$work/excel" "$report.xlsx" >/dev/null 2>&1
for page in 1 5 7; do
  pdftoppm -r 72 -f $page -l $page -singlefile -png "$work/word/bao-cao-nam.pdf" "$work/pages/word-$page"
  finish "$work/pages/word-$page.png" "$images/bao-cao-nam-trang-$page.png"
done
pdftoppm -r 80 -f 1 -l 1 -singlefile -png "$work/excel/bao-cao-nam.pdf" "$work/pages/contents"
finish "$work/pages/contents.png" "$images/bao-cao-nam-muc-luc.png"
sheet="$(pdftotext "$work/excel/bao-cao-nam.pdf" - | awk 'BEGIN {RS = "\f"} /^Hình 3\./ {print NR; exit}')"
pdftoppm -r 80 -f "$sheet" -l "$sheet" -singlefile -png "$work/excel/bao-cao-nam.pdf" "$work/pages/sheet"
finish "$work/pages/sheet.png" "$images/bao-cao-nam-trang-tinh.png"
HOME="$work" chromium --headless --no-sandbox --hide-scrollbars --window-size=820,900 --screenshot="$work/pages/page.png" \
  "file://$report.html" >/dev/null 2>&1
finish "$work/pages/page.png" "$images/bao-cao-nam-trang-web.png"
rm -rf "$work"
du -b "$images"/bao-cao-nam-*.png
