"""Ingest of a table of 64 columns, validated, without doubles and durable; DuckDB with the same key and types beside."""

from measuring import compare, measure, python_with, remove, say

DUCKDB = """
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


def run(bench):
    bench.make_table()
    megabytes = bench.table.stat().st_size / 1e6
    command = [bench.ykien, "ingest", "--form", bench.form, "--store", f"sqlite:{bench.store}", bench.table]
    ours, peak = measure(command, bench.runs, lambda: remove(bench.store))
    note = f"{bench.records / ours:12,.0f} records/s  {megabytes / ours:5.0f} MB/s"
    say(f"ingest CSV, {bench.records:,} x 64", ours, note, peak)
    again, _ = measure(command, bench.runs)
    say("  the same file again", again, "nothing changes")
    if bench.peers and (python := python_with("duckdb")):
        base = bench.work / "peer.duckdb"
        theirs, peak = measure(
            [python, "-c", DUCKDB, bench.table, base], bench.runs, lambda: base.unlink(missing_ok=True))
        compare(f"DuckDB, peak {peak:.0f} MB", theirs, ours, "0.25")
