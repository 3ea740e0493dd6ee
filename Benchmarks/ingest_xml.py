"""Ingest of OpenRosa submissions, one file each; a bare SAX loop over the same files beside."""

from measuring import compare, compiled, measure, remove, say


def run(bench):
    folder = bench.work / "xml"
    simulate = [bench.ykien, "simulate", bench.form, "--seed", "1", "-n", str(bench.submissions), "--to", "xml"]
    measure(simulate + ["-o", folder])
    store = bench.work / "xml.sqlite"
    command = [bench.ykien, "ingest", "--form", bench.form, "--store", f"sqlite:{store}", folder]
    ours, peak = measure(command, bench.runs, lambda: remove(store))
    say(f"ingest XML, {bench.submissions:,} files", ours, f"{bench.submissions / ours:12,.0f} files/s", peak)
    remove(store)
    if bench.peers and (loop := compiled("sax_loop", bench.work, "libxml-2.0")):
        theirs, _ = measure([loop, folder], bench.runs)
        compare("libxml2's SAX parser, bare", theirs, ours, "1.0")
