"""Opinion groups among 100,000 people by 38 items; scikit-learn's PCA and one k-means beside."""

from material import write_pipeline
from measuring import compare, measure, python_with, say

RECORDS, ITEMS = 100_000, 38
PEER = """
import csv, sys
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
with open(sys.argv[1]) as table:
    rows = [[float(row[f"item_{n:02}"] or 3) for n in range(1, 39)] for row in csv.DictReader(table)]
x = np.array(rows)
z = (x - x.mean(axis=0)) / x.std(axis=0)
PCA(2).fit(z)
for k in range(2, 6):
    KMeans(k, n_init=5, random_state=1).fit(z)
"""


def run(bench):
    table, store = bench.make_part("groups", RECORDS)
    plain = write_pipeline(bench.work / "pipelines" / "plain.yaml", store, by="[]")
    path = write_pipeline(bench.work / "pipelines" / "groups.yaml", store, by="[]")
    names = ", ".join(f"item_{n:02}" for n in range(1, ITEMS + 1))
    path.write_text(path.read_text() + f"groups: {{items: [{names}], seed: 1}}\n")
    without, _ = measure([bench.ykien, "estimate", plain, "--to", "csv"], bench.runs)
    ours, peak = measure([bench.ykien, "estimate", path, "--to", "csv"], bench.runs)
    say(f"opinion groups, {RECORDS:,} x {ITEMS}", ours - without, "estimates aside", peak)
    if bench.peers and (python := python_with("scikit-learn")):
        theirs, _ = measure([python, "-c", PEER, table])
        compare("scikit-learn, PCA and k-means", theirs, ours - without, "1")
