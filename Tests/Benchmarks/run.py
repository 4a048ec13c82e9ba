"""Measures yilan beside C and other tools: `make bench`, or run.py --yilan PATH [--targets N]...

Whole processes, files in memory, every candidate of a job once a round in rotating order, so that
what else the machine does falls on all of them alike. Medians are printed; only the ratio between
candidates of one run says much. What a candidate writes is compared with the others' first.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import contents
import jobs
import releases
import table

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "Samples" / "heze-2023.tsv"


def measured(candidate, folder, environment):
    """Runs a candidate; returns seconds and peak memory in MiB."""
    output = folder / candidate.output
    output.unlink(missing_ok=True)
    with open(output if candidate.prints else os.devnull, "wb") as standard_output:
        start = time.perf_counter()
        process = subprocess.Popen(
            candidate.command, stdin=subprocess.DEVNULL, stdout=standard_output,
            stderr=subprocess.PIPE, env=environment,
        )
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in ((0, 1) if candidate.prints else (0,)):
        text = error.decode(errors="replace")[-2000:]
        raise SystemExit(f"{candidate.command} ended with {process.returncode}:\n{text}")
    return seconds, usage.ru_maxrss / 1024


def run_job(job, folder, rounds, environment):
    """Measures the candidates of one job; returns (name, seconds, MiB) each, medians."""
    results = {candidate.name: [] for candidate in job.candidates}
    expected = None
    for candidate in job.candidates:
        measured(candidate, folder, environment)
        if candidate.texts and sum(other.texts for other in job.candidates) > 1:
            actual = contents.digest(folder / candidate.output)
            expected = expected or actual
            if actual != expected:
                raise SystemExit(f"{job.name}: {candidate.name} wrote other texts")
    for number in range(rounds):
        turn = number % len(job.candidates)
        for candidate in job.candidates[turn:] + job.candidates[:turn]:
            results[candidate.name].append(measured(candidate, folder, environment))
    return [
        (name, statistics.median(s for s, _ in runs), statistics.median(m for _, m in runs))
        for name, runs in results.items()
    ]


def report(job, rows, megabytes):
    """Prints one job's lines; ratios are to the first candidate, the C reference."""
    for index, (name, seconds, peak) in enumerate(rows):
        ratio = f"{seconds / rows[0][1]:6.2f}" if index else "     1"
        speed = f"{megabytes / seconds:7.0f}"
        label = job.name if index == 0 else ""
        last = releases.RATIOS.get(job.name, "") if name == "yilan" else ""
        print(f"{label:14}{name:22}{seconds:9.3f} {ratio} {last:>9} {speed} {peak:7.0f}")
    sys.stdout.flush()


def measure(options, count, folder, environment):
    """Measures the jobs on `count` targets; returns yilan's seconds by job."""
    source = folder / "table.tsv"
    table.generate(SAMPLE, count, source)
    megabytes = source.stat().st_size / 1e6
    print(f"{count:,} targets, {megabytes:.1f} MB")
    wanted = options.jobs.split(",") if options.jobs else None
    chosen = [
        job
        for job in jobs.all_jobs(options.yilan, folder, peers=not options.no_peers)
        if wanted is None or job.name in wanted
    ]
    shutil.copy(SAMPLE, folder / "sample.tsv")
    jobs.prepare({job.source for job in chosen}, options.yilan, folder, environment)
    seconds = {}
    for job in chosen:
        rows = run_job(job, folder, options.rounds, environment)
        report(job, rows, megabytes)
        seconds[job.name] = rows[1][1]
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--yilan", required=True, help="the program to measure")
    parser.add_argument("--targets", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", help="names, separated by commas; all by default")
    parser.add_argument("--no-peers", action="store_true", help="measure C and yilan alone")
    parser.add_argument("--no-scaling", action="store_true", help="leave ten times the targets out")
    options = parser.parse_args()

    memory = pathlib.Path("/dev/shm")
    parent = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    folder = pathlib.Path(tempfile.mkdtemp(prefix="yilan-bench-", dir=parent))
    environment = dict(os.environ, LC_ALL="C.UTF-8", SOURCE_DATE_EPOCH="1700000000")
    try:
        jobs.build(folder)
        print(f"{options.rounds} rounds, medians")
        print(
            f"{'job':14}{'candidate':22}{'seconds':>9} {'/ C':>6} {releases.LAST:>9} {'MB/s':>7} "
            f"{'MiB':>7}"
        )
        base = measure(options, options.targets, folder, environment)
        if not options.no_scaling:
            options.rounds = max(1, options.rounds // 2)
            options.no_peers = True
            print("\nyilan on ten times the targets")
            more = measure(options, options.targets * 10, folder, environment)
            print("\ntimes as long for ten times the targets")
            for name, seconds in more.items():
                print(f"{name:14}{seconds / base[name]:6.1f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
