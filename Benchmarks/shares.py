"""Shares of 40 items of 100,000 weighted records, overall and by 12 sectors, with design-based standard errors."""

from material import write_pipeline
from measuring import PEERS, compare, measure, python_with, r_with_survey, say

ITEMS, RECORDS = 40, 100_000


def run(bench):
    table, store = bench.make_part("shares", RECORDS)
    path = write_pipeline(
        bench.work / "pipelines" / "shares.yaml", store, "{sample: probability, weights: weight}", "[sector]")
    ours, peak = measure([bench.ykien, "estimate", path, "--to", "csv"], max(3, bench.runs))
    say(f"estimate, {RECORDS:,} weighted x 48", ours, "overall and by 12 sectors", peak)
    if not bench.peers:
        return
    if rscript := r_with_survey():
        theirs, _ = measure([rscript, PEERS / "survey.R", table, str(ITEMS)])
        compare("R survey, 40 items", theirs, ours, "0.005")
    for name, packages in (("samplics", ("samplics", "pandas")), ("svy", ("svy", "polars"))):
        if python := python_with(*packages):
            theirs, _ = measure([python, PEERS / f"{name}_shares.py", table, str(ITEMS)])
            compare(f"{name}, 40 items", theirs, ours, "0.005")
