"""Memory at ten million records: it must not grow with the source."""

from measuring import measure, remove, say


def run(bench):
    records = 10_000_000
    table, store = bench.work / "large.csv", bench.work / "large.sqlite"
    simulate = [bench.ykien, "simulate", bench.form, "--seed", "1", "--to", "csv", "-n", str(records)]
    measure(simulate + ["-o", table])
    command = [bench.ykien, "ingest", "--form", bench.form, "--store", f"sqlite:{store}", table]
    seconds, peak = measure(command)
    say(f"ingest CSV, {records:,} x 64", seconds, f"{records / seconds:12,.0f} records/s  to reach: 600 MB", peak)
    remove(store)
    table.unlink()
