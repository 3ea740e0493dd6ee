"""The same after raking on three margins, with the variance that follows from it, on 10,000 records."""

from material import write_frame, write_pipeline
from measuring import PEERS, compare, measure, r_with_survey, say

ITEMS, RECORDS = 40, 10_000


def run(bench):
    table, store = bench.make_part("raking", RECORDS)
    write_frame(bench.work / "pipelines" / "frame.csv")
    margins = ", ".join(
        f"{{by: {name}, population: pipelines/frame.csv, unmatched: exclude}}" for name in ("sex", "sector", "area"))
    path = write_pipeline(
        bench.work / "pipelines" / "raking.yaml", store,
        f"{{sample: probability, weights: weight, rake: [{margins}]}}", "[sector]")
    ours, peak = measure([bench.ykien, "estimate", path, "--to", "csv"], max(3, bench.runs))
    say(f"estimate after raking, {RECORDS:,} x 48", ours, "3 margins", peak)
    if bench.peers and (rscript := r_with_survey()):
        theirs, _ = measure([rscript, PEERS / "survey.R", table, str(ITEMS), "rake"])
        compare("R survey, 40 items", theirs, ours, "0.001")
