"""Runs whole processes and prints what they took."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".build" / "tools" / "bench-venv"
PEERS = Path(__file__).resolve().parent / "peers"


def measure(command, runs=1, prepare=None, cwd=ROOT):
    """Median wall seconds and largest peak memory (MB) of a command over several runs."""
    seconds, peak = [], 0
    for _ in range(runs):
        if prepare:
            prepare()
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - begin)
        peak = max(peak, usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{' '.join(map(str, command))} failed:\n{errors.decode(errors='replace')}")
    return statistics.median(seconds), peak


def say(work, seconds, note="", peak=None):
    memory = f"  peak {peak:.0f} MB" if peak else ""
    print(f"{work:<34} {seconds:8.3f} s  {note}{memory}", flush=True)


def compare(peer, theirs, ours, target):
    """One line for a peer: its time, ours as a part of it, and what was set out to be reached."""
    print(f"  {peer:<32} {theirs:8.3f} s  ykien takes {ours / theirs:.4f} of it (to reach: {target})", flush=True)


def remove(store):
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(str(store) + suffix).unlink(missing_ok=True)


def python_with(*packages):
    """The benchmarks' own Python with the packages; nil when they cannot be installed."""
    python = VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    probe = subprocess.run([python, "-c", "import " + ", ".join(packages)], stderr=subprocess.DEVNULL)
    if probe.returncode != 0:
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
        if subprocess.run(install).returncode != 0:
            print(f"  (left out: {', '.join(packages)} cannot be installed)")
            return None
    return python


def r_with_survey():
    """The command that runs an R script; nil where R's survey package is not installed."""
    if shutil.which("Rscript"):
        probe = subprocess.run(["Rscript", "-e", "library(survey)"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if probe.returncode == 0:
            return "Rscript"
    print("  (left out: install r-cran-survey to see R beside)")
    return None


def compiled(name, work, package):
    """A peer written in C, compiled; nil without a compiler."""
    program = work / name
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", package], capture_output=True, text=True)
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler or flags.returncode != 0:
        print("  (left out: no C compiler)")
        return None
    subprocess.run([compiler, "-O2", "-o", program, PEERS / f"{name}.c", *flags.stdout.split()], check=True)
    return program
