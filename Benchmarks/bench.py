#!/usr/bin/env python3
"""Measures ingest and tabulation as whole processes, with peers beside them in the same run where they are installed.

Prints rates and ratios; asserts nothing, because machines are noisy. Peers are installed from PyPI into a virtual
environment under .build unless --no-peers is given.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / ".build" / "tools" / "bench-venv"
LIKERT = 48


def measure(command, runs, prepare=None):
    """Median wall seconds and largest peak memory (MB) of a command over several runs."""
    seconds, peak = [], 0
    for _ in range(runs):
        if prepare:
            prepare()
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - begin)
        peak = max(peak, usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{' '.join(map(str, command))} failed:\n{errors.decode(errors='replace')}")
    return statistics.median(seconds), peak


def write_form(folder):
    """A form of 64 columns: a key, domains, a weight and Likert items."""
    folder.mkdir(parents=True)
    survey = ["type,name,label,required,constraint"]
    survey += ["select_one sex,sex,Sex", "select_one sector,sector,Sector", "select_one band,band,Age band"]
    survey += ["select_one area,area,Area", "decimal,weight,Weight,yes,. > 0 and . < 5", "integer,age,Age,yes,. >= 18 and . < 90"]
    survey += [f"select_one agree5,item_{n:02},Item {n}" for n in range(1, LIKERT + 1)]
    survey += [f"text,text_{n},Text {n}" for n in range(1, 10)]
    choices = ["list_name,name,label,missing"]
    choices += [f"agree5,{n},{n}," for n in range(1, 6)] + ["agree5,98,Don't know,dont_know"]
    choices += [f"sex,{name},{name}," for name in ("female", "male")]
    choices += [f"sector,s{n},Sector {n}," for n in range(1, 13)]
    choices += [f"band,b{n},Band {n}," for n in range(1, 7)] + [f"area,a{n},Area {n}," for n in range(1, 5)]
    items = " ".join(f"item_{n:02}" for n in range(1, LIKERT + 1))
    (folder / "survey.csv").write_text("\n".join(survey) + "\n")
    (folder / "choices.csv").write_text("\n".join(choices) + "\n")
    (folder / "settings.csv").write_text("form_title,form_id,version\nBenchmark,benchmark,1\n")
    (folder / "indicators.csv").write_text(
        "name,kind,items,label::en,group,scale,agree,reverse,params\n" f"items,consensus,{items},Items,,,4 5,,\n"
    )


def write_pipeline(path, store, weights):
    path.parent.mkdir(parents=True, exist_ok=True)
    design = "{sample: probability, weights: weight}" if weights else "{sample: opt_in}"
    path.write_text(
        f"name: benchmark\nform: forms/benchmark\nstore: sqlite:{store}\nwave: 1\n"
        f"sources:\n  - {{files: 'inbox/*.csv'}}\ndesign: {design}\n"
        "by: [sex, sector, band, area]\ndisclosure: {minimum_count: 1}\n"
    )


def remove(store):
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(str(store) + suffix).unlink(missing_ok=True)


def install_peers():
    python = PEERS / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    probe = subprocess.run([python, "-c", "import duckdb"], stderr=subprocess.DEVNULL)
    if probe.returncode != 0:
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "duckdb"], check=True
        )
    return python


DUCKDB_INGEST = """
import duckdb, sys
source, target = sys.argv[1:]
base = duckdb.connect(target)
base.execute("set threads to 2")
columns = [row[0] for row in base.execute(
    "describe select * from read_csv(?, header=true, all_varchar=true)", [source]).fetchall()]
types = {name: "UTINYINT" for name in columns if name.startswith("item_")}
types |= {name: "VARCHAR" for name in columns if name not in types}
types |= {"weight": "DOUBLE", "age": "INTEGER"}
declared = ", ".join(f'"{name}" {types[name]}' + (" PRIMARY KEY" if name == columns[0] else "") for name in columns)
base.execute(f"create table answers ({declared})")
base.execute("insert into answers select * from read_csv(?, header=true, columns=?)", [source, types])
base.execute("checkpoint")
"""

DUCKDB_TABULATE = """
import duckdb, sys
base = duckdb.connect(sys.argv[1], read_only=True)
base.execute("set threads to 2")
items = [row[0] for row in base.execute("describe answers").fetchall() if row[0].startswith("item_")]
for domain in ("sex", "sector", "band", "area"):
    for item in items:
        base.execute(f"select {domain}, {item}, count(*) from answers group by all").fetchall()
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ykien", default=str(ROOT / ".build" / "release" / "ykien"))
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    ykien = str(Path(options.ykien).resolve())

    work = Path(tempfile.mkdtemp(prefix="ykien-bench-"))
    try:
        form, store = work / "forms" / "benchmark", work / "store.sqlite"
        table = work / "inbox" / "answers.csv"
        write_form(form)
        table.parent.mkdir()
        simulate = [ykien, "simulate", form, "--seed", "1"]
        seconds, _ = measure(simulate + ["-n", str(options.records), "--to", "csv", "-o", table], 1)
        megabytes = table.stat().st_size / 1e6
        print(f"machine: {os.cpu_count()} cores; {options.records} records x {LIKERT + 16} columns, {megabytes:.0f} MB")
        print(f"simulate         {seconds:7.2f} s  {options.records / seconds:12,.0f} records/s")

        ingest = [ykien, "ingest", "--form", form, "--store", f"sqlite:{store}"]
        ours, peak = measure(ingest + [table], options.runs, lambda: remove(store))
        print(
            f"ingest CSV       {ours:7.2f} s  {options.records / ours:12,.0f} records/s  "
            f"{megabytes / ours:6.0f} MB/s  peak {peak:.0f} MB"
        )
        again, _ = measure(ingest + [table], options.runs)
        print(f"ingest again     {again:7.2f} s  (nothing changes)")

        pipelines = {}
        for name, weights in (("unweighted", False), ("weighted", True)):
            pipelines[name] = work / "pipelines" / f"{name}.yaml"
            write_pipeline(pipelines[name], store, weights)
        estimated = {}
        for name, path in pipelines.items():
            estimated[name], peak = measure([ykien, "estimate", path, "--to", "csv"], options.runs)
            print(
                f"estimate         {estimated[name]:7.2f} s  {LIKERT} items x (overall + 4 domains), {name}, "
                f"with standard errors  peak {peak:.0f} MB"
            )

        answers = work / "xml"
        measure(simulate + ["-n", str(options.submissions), "--to", "xml", "-o", answers], 1)
        xml_store = work / "xml.sqlite"
        command = [ykien, "ingest", "--form", form, "--store", f"sqlite:{xml_store}", answers]
        seconds, peak = measure(command, options.runs, lambda: remove(xml_store))
        print(
            f"ingest XML       {seconds:7.2f} s  {options.submissions / seconds:12,.0f} files/s    peak {peak:.0f} MB"
        )

        if options.no_peers:
            return
        python = install_peers()
        base = work / "peer.duckdb"
        theirs, peak = measure(
            [python, "-c", DUCKDB_INGEST, table, base], options.runs, lambda: base.unlink(missing_ok=True)
        )
        print(f"DuckDB ingest    {theirs:7.2f} s  peak {peak:.0f} MB; ykien takes {ours / theirs:.2f} of its time")
        theirs, _ = measure([python, "-c", DUCKDB_TABULATE, base], options.runs)
        print(
            f"DuckDB counts    {theirs:7.2f} s  (counts only); ykien with standard errors takes "
            f"{estimated['unweighted'] / theirs:.2f} of its time"
        )
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
