"""The annual pipeline on 40,000 responses: from the table to the report and its charts."""

import shutil

from measuring import ROOT, measure, remove, say

RECORDS = 40_000


def run(bench):
    place = bench.work / "annual"
    for name in ("dictionaries", "forms", "pipelines", "reports"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("output"))
    text = (ROOT / "pipelines" / "bao-cao-nam.yaml").read_text()
    lines, skipping = [], False
    for line in text.splitlines():
        skipping = line.startswith("sources:") or (skipping and line.startswith(" "))
        # The annual report alone: the sheets of units and the summary come on top.
        if not skipping and not line.startswith("  - {template:"):
            # Word and PDF come from other programs, whose time is not ours.
            lines.append("    formats: [html, xlsx]" if line.startswith("    formats:") else line)
    lines.append("sources:\n  - {files: 'inbox/*.csv'}")
    (place / "pipelines" / "bao-cao-nam.yaml").write_text("\n".join(lines) + "\n")
    (place / "inbox").mkdir()
    form = place / "forms" / "pks-01"
    measure([bench.ykien, "simulate", form, "-n", str(RECORDS), "--seed", "1", "--to", "csv", "-o",
             place / "inbox" / "answers.csv"])

    def prepare():
        shutil.rmtree(place / "var", ignore_errors=True)
        shutil.rmtree(place / "reports" / "output", ignore_errors=True)

    seconds, peak = measure(
        [bench.ykien, "run", place / "pipelines" / "bao-cao-nam.yaml"], bench.runs, prepare, cwd=place)
    say(f"annual pipeline, {RECORDS:,} responses", seconds, "to reach: 2 s", peak)

    pipeline = (place / "pipelines" / "bao-cao-nam.yaml").read_text()
    for name, program in (("docx", "librsvg"), ("pdf", "WeasyPrint")):
        path = place / "pipelines" / f"{name}.yaml"
        path.write_text(pipeline.replace("formats: [html, xlsx]", f"formats: [{name}]"))
        seconds, _ = measure([bench.ykien, "report", path], cwd=place)
        say(f"  its estimates and report, {name}", seconds, f"with {program}")
