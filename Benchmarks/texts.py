"""Themes, phrases and quotes of the open answers of 100,000 records; the same estimation without them beside."""

import shutil

from measuring import ROOT, measure, say

RECORDS = 100_000
PIPELINE = """name: {name}
form: forms/pks-01
store: sqlite:texts.sqlite
wave: 1
sources: [{{files: 'answers.csv'}}]
disclosure: {{minimum_count: 10}}
"""


def run(bench):
    place = bench.work / "texts"
    (place / "pipelines").mkdir(parents=True)
    for name in ("dictionaries", "forms"):
        shutil.copytree(ROOT / name, place / name)
    form = place / "forms" / "pks-01"
    measure([bench.ykien, "simulate", form, "-n", str(RECORDS), "--seed", "1", "--to", "csv", "-o", place / "answers.csv"])
    measure([bench.ykien, "ingest", "--form", form, "--store", f"sqlite:{place / 'texts.sqlite'}", place / "answers.csv"])
    seconds = {}
    for name, section in (("without", ""), ("themes", "texts: {phrases: {count: 0}}\n"), ("all", "texts: {}\n")):
        path = place / "pipelines" / f"{name}.yaml"
        path.write_text(PIPELINE.format(name=name) + section)
        seconds[name], peak = measure([bench.ykien, "estimate", path, "--to", "csv"], bench.runs, cwd=place)
        say(f"estimate, {RECORDS:,} records, open answers", seconds[name], name, peak)
    # Each record has three open answers.
    say("themes of 100,000 open answers", (seconds["themes"] - seconds["without"]) / 3, "to reach: 1 s", 0)
