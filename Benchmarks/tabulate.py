"""Shares of 48 items with standard errors, overall and in four domains; DuckDB's bare counts beside."""

from ingest_csv import DUCKDB
from material import LIKERT, write_pipeline
from measuring import compare, measure, python_with, say

COUNTS = """
import duckdb, sys
base = duckdb.connect(sys.argv[1], read_only=True)
base.execute("set threads to 2")
items = [row[0] for row in base.execute("describe answers").fetchall() if row[0].startswith("item_")]
for domain in ("sex", "sector", "band", "area"):
    for item in items:
        base.execute(f"select {domain}, {item}, count(*) from answers group by all").fetchall()
"""


def run(bench):
    bench.make_store()
    seconds = {}
    for name, design in (("unweighted", "{sample: opt_in}"), ("weighted", "{sample: probability, weights: weight}")):
        path = write_pipeline(bench.work / "pipelines" / f"{name}.yaml", bench.store, design)
        seconds[name], peak = measure([bench.ykien, "estimate", path, "--to", "csv"], bench.runs)
        say(f"estimate, {LIKERT} items x 5 groupings", seconds[name], name, peak)
    if bench.peers and (python := python_with("duckdb")):
        base = bench.work / "peer.duckdb"
        if not base.exists():
            measure([python, "-c", DUCKDB, bench.table, base])
        theirs, _ = measure([python, "-c", COUNTS, base], bench.runs)
        compare("DuckDB, counts only", theirs, seconds["unweighted"], "0.05")
