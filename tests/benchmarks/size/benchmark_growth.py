"""How time and memory grow with the megapixels of a photo, and with the number of photos of a batch.

`.venv/bin/python tests/benchmarks/size/benchmark_growth.py [--megapixels …] [--photos …]`; two tables of
docs/performance.md come from it. Each row is a process of its own. Times are the processor's, user and
system, since other programs lengthen only the clock's.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.size import benchmark_batch
from tests.benchmarks.size.benchmark_memory import make_photo

MEGAPIXELS = (1, 3, 6, 12, 25, 50, 100, 200, 400)
PHOTOS = (10, 100, 1000, 10_000)
SMALL = (300, 200)


def main() -> int:
    """Print two tables, row by row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megapixels", nargs="*", type=int, default=MEGAPIXELS)
    parser.add_argument("--photos", nargs="*", type=int, default=PHOTOS)
    parser.add_argument("--folder", type=Path, help="where the photos are made")
    parser.add_argument("--child", nargs=3, metavar=("KIND", "FROM", "TO"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        kind, source, target = options.child
        work = _photo if kind == "photo" else _batch
        print(json.dumps(work(Path(source), Path(target))))
        return 0
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        _print_megapixels(Path(name), options.megapixels)
        _print_photos(Path(name), options.photos)
    return 0


def _print_megapixels(folder: Path, sizes: list[int]) -> None:
    print("| megapixels | processor seconds | a megapixel | peak of memory, MiB |\n|---|---|---|---|")
    photo, result = folder / "photo.jpg", folder / "result.jpg"
    for size in sizes:
        make_photo(photo, size, "jpeg")
        found = _child("photo", photo, result)
        print(
            f"| {size} | {found['seconds']:.2f} | {found['seconds'] / size:.3f} | {found['peak']:.0f} |",
            flush=True,
        )
        photo.unlink()
        result.unlink()


def _print_photos(folder: Path, counts: list[int]) -> None:
    print("\n| photos | processor seconds | a photo | peak of memory, MiB |\n|---|---|---|---|")
    for count in counts:
        box = benchmark_batch.make_box(folder / "box", count, SMALL)
        found = _child("batch", box, folder / "out")
        print(
            f"| {count} | {found['seconds']:.1f} | {found['seconds'] / count:.4f} | {found['peak']:.0f} |",
            flush=True,
        )
        shutil.rmtree(box)


def _child(kind: str, source: Path, target: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", kind, str(source), str(target)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return found


def _photo(source: Path, target: Path) -> dict[str, float]:
    from colorizer_gui.core.common.strips import leave_threads_to_strips
    from colorizer_gui.core.inference.colorizer import NetworkColorizer
    from colorizer_gui.core.pipeline.pipeline import colorize_file
    from colorizer_gui.core.rendering.adjustments import Adjustments

    leave_threads_to_strips()
    colorizer = NetworkColorizer.load("cpu", None)
    start = time.process_time()
    colorize_file(source, target, colorizer, Adjustments())
    return {"seconds": time.process_time() - start, "peak": benchmark_batch.peak_memory()}


def _batch(box: Path, out: Path) -> dict[str, float]:
    from colorizer_gui.core.common.strips import leave_threads_to_strips

    leave_threads_to_strips()
    start = time.process_time()
    peak = benchmark_batch.run_batch(box, out, benchmark_batch.FreeColorizer())["peak"]
    return {"seconds": time.process_time() - start, "peak": peak}


if __name__ == "__main__":
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    sys.exit(main())
