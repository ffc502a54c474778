"""What a batch costs the process that keeps it: seconds and bytes for each photo, without any photo.

`python tests/benchmarks/size/benchmark_queue.py 10000 100000` makes queues of so many jobs, moves each to its
end as a run does, flushes the intents of some, and opens the journal once more.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from colorizer_gui.core.batch import JobQueue, JobRequest, JobState
from colorizer_gui.core.batch.jobs.job import Intent

HASH = "0123456789abcdef" * 4


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--child", action="store_true")
    parser.add_argument(
        "--flushes", type=int, default=1000, help="intents that are flushed, as each is in a run"
    )
    options = parser.parse_args()
    if options.child:
        _measure(options.counts[0], options.flushes)
        return 0
    print("| photos | adding | taking to done | flush | opening | memory a photo | journal a photo |")
    print("|---|---|---|---|---|---|---|")
    for count in options.counts:
        words = [str(count), "--child", "--flushes", str(options.flushes)]
        subprocess.run([sys.executable, __file__, *words], check=True)
    return 0


def _measure(count: int, flushes: int) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as name:
        journal = Path(name) / "journal"
        queue = JobQueue.open(journal)
        source, target = Path("/archive/box 17"), Path(name)
        start = time.process_time()
        queue.add(
            JobRequest(
                source / f"scan {n:08}.tif", target / f"scan {n:08}-colorized.tif", root=source, size=10**8
            )
            for n in range(count)
        )
        adding = time.process_time() - start
        start, wall, flushed = time.process_time(), 0.0, 0
        while (job := queue.take()) is not None:
            if flushed < flushes:
                flushed += 1
                mark = time.perf_counter()
                queue.announce(job.id, Intent(job.request.target, HASH, HASH, HASH))
                wall += time.perf_counter() - mark
            facts = {"source_sha256": HASH, "output_sha256": HASH, "model_sha256": HASH}
            queue.change(job.id, JobState.DONE, output=job.request.target, seconds=1.0, **facts)
            queue.counts()
        working = time.process_time() - start
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        queue.close()
        size = journal.stat().st_size
        start = time.process_time()
        JobQueue.open(journal).close()
        opening = time.process_time() - start
    cells = [f"{1e6 * part / count:.0f} µs" for part in (adding, working)]
    cells += [f"{1e3 * wall / max(flushed, 1):.1f} ms", f"{1e6 * opening / count:.0f} µs"]
    print(
        f"| {count:,} | {' | '.join(cells)} | {memory / count:,.0f} B | {size / count:,.0f} B |", flush=True
    )


if __name__ == "__main__":
    sys.exit(main())
