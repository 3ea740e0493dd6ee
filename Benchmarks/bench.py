#!/usr/bin/env python3
"""Measures ykien as whole processes, with peers beside it in the same run where they are installed.

Prints rates and ratios; asserts nothing, because machines are noisy. Python peers are installed from PyPI into a virtual
environment under .build, R comes from Debian (r-cran-survey).
"""

import argparse
import importlib
import os
import shutil
import tempfile
from pathlib import Path

from material import write_form
from measuring import ROOT, measure

ROWS = ("ingest_csv", "ingest_xml", "tabulate", "shares", "raking", "groups", "texts", "annual")


class Bench:
    """What the rows share: the program, the folder they work in, the tables made so far."""

    def __init__(self, options, work):
        self.ykien = str(Path(options.ykien).resolve())
        self.work, self.runs, self.peers = work, options.runs, not options.no_peers
        self.records, self.submissions = options.records, options.submissions
        self.form, self.store = work / "forms" / "benchmark", work / "store.sqlite"
        self.table = work / "inbox" / "answers.csv"
        write_form(self.form)

    def simulate(self, records, table):
        table.parent.mkdir(exist_ok=True)
        measure([self.ykien, "simulate", self.form, "--seed", "1", "-n", str(records), "--to", "csv", "-o", table])

    def make_table(self):
        if not self.table.exists():
            self.simulate(self.records, self.table)

    def make_store(self):
        self.make_table()
        if not self.store.exists():
            measure([self.ykien, "ingest", "--form", self.form, "--store", f"sqlite:{self.store}", self.table])

    def make_part(self, name, records):
        """A table of its own, and a store that holds it."""
        table, store = self.work / name / "answers.csv", self.work / f"{name}.sqlite"
        self.simulate(records, table)
        measure([self.ykien, "ingest", "--form", self.form, "--store", f"sqlite:{store}", table])
        return table, store


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", help=f"which of {', '.join(ROWS)}, large; default: all but large")
    parser.add_argument("--ykien", default=str(ROOT / ".build" / "release" / "ykien"))
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="ykien-bench-"))
    try:
        bench = Bench(options, work)
        print(f"machine: {os.cpu_count()} cores")
        for row in options.rows or ROWS:
            importlib.import_module(row).run(bench)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
