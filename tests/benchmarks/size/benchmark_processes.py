"""What a further photo of a batch takes with one, two and more processes, against the floor.

`.venv/bin/python -m tests.benchmarks.size.benchmark_processes [--jobs 1,2] [--photos 24]`. Each figure is the
difference between a batch of twice so many photos and one of so many, both by `tintype colorize`, so that
neither starting nor loading is in it; jobs come in turn, twice. The floor decodes and encodes the same files.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.size.benchmark_batch import floor, make_box

SIZE = (3000, 2000)


@dataclass(frozen=True)
class Spent:
    """Seconds of the clock, and of the processor in all processes."""

    wall: float
    busy: float

    def further(self, other: "Spent", photos: int) -> "Spent":
        """What each of the photos takes that the other run has more of."""
        return Spent((other.wall - self.wall) / photos, (other.busy - self.busy) / photos)


def main() -> int:
    """Print a line for each count of processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", default="1,2", help="counts of processes, by commas")
    parser.add_argument("--photos", type=int, default=24)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = make_box(folder / "few", options.photos, SIZE)
        many = make_box(folder / "many", 2 * options.photos, SIZE)
        print(
            f"{options.photos} further photos of {SIZE[0]} x {SIZE[1]}, {os.cpu_count()} cores, two rounds:"
        )
        for _ in range(2):
            start = time.perf_counter(), time.process_time()
            floor(few, folder / "floor")
            limit = Spent(time.perf_counter() - start[0], time.process_time() - start[1])
            _say("floor", Spent(limit.wall / options.photos, limit.busy / options.photos))
            for jobs in options.jobs.split(","):
                spent = [_colorize(box, folder / "out", jobs) for box in (few, many)]
                _say(f"{jobs} processes", spent[0].further(spent[1], options.photos))
    return 0


def _colorize(box: Path, out: Path, jobs: str) -> Spent:
    words = ["colorize", str(box), "-o", str(out), "--jobs", jobs, "--device", "cpu"]
    start, before = time.perf_counter(), os.times()
    subprocess.run([sys.executable, "-m", "colorizer_gui", *words], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    shutil.rmtree(out)
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(time.perf_counter() - start, busy)


def _say(name: str, spent: Spent) -> None:
    rate = f"{spent.wall:8.3f} s a photo {60 / spent.wall:7.0f} photos/min"
    print(f"  {name:<14}{rate} {spent.busy:8.3f} s of processor a photo", flush=True)


if __name__ == "__main__":
    sys.exit(main())
