"""What a batch does in a minute, against the floor, and whether its memory stays flat.

`.venv/bin/python tests/benchmarks/size/benchmark_batch.py`; `--quick` for a short run. The floor is to
decode and to encode the same files, in colour, by OpenCV, on all cores and with no network at all.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# As the command does (`cli/main.py`), before NumPy and PyTorch are imported.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "3000")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import cv2
import numpy as np
from PIL import Image

from colorizer_gui.core.batch import (
    DEFAULT_TEMPLATE,
    BatchEngine,
    JobQueue,
    JobState,
    ModelIdentity,
    NameTemplate,
    Plan,
    Recipe,
    RunOptions,
    plan,
    scan,
)
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments

SAMPLE = "camera.jpg"
QUALITY = 95


class FreeColorizer:
    """Costs nothing, so that only reading, rendering and writing are left."""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        """See `Colorizer.predict_ab`."""
        ab = np.full((56, 56, 2), (10.0, 20.0), dtype=np.float32)
        return Prediction(ab, np.ones((56, 56), dtype=np.float32))


def main() -> int:
    """Print every figure."""
    parser = argparse.ArgumentParser(description="Time a batch.")
    parser.add_argument("--quick", action="store_true", help="fewer and smaller photos")
    parser.add_argument("--free", action="store_true", help="without the network")
    parser.add_argument("--threads", type=int, help="of the network (default: as in the program)")
    parser.add_argument("--child", nargs=2, type=Path, metavar=("BOX", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        box, out = options.child
        print(json.dumps(run_batch(box, out, FreeColorizer())))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photos, size = (8, (1500, 1000)) if options.quick else (10, (3000, 2000))
        _throughput(folder, photos, size, network=not options.free, threads=options.threads)
        for photos in (20, 100) if options.quick else (100, 2000):
            _memory(folder, photos)
    return 0


def make_box(folder: Path, photos: int, size: tuple[int, int]) -> Path:
    """Photos with the grain of scans, no two alike."""
    folder.mkdir()
    with Image.open(resource("samples", SAMPLE)) as file:
        sample = np.asarray(file.convert("L"))
    image = cv2.resize(sample, size, interpolation=cv2.INTER_CUBIC).astype(np.int16)
    grain = np.asarray(np.random.default_rng(1).normal(0.0, 4.0, image.shape), dtype=np.int16)
    for number in range(photos):
        scan_like = np.clip(image + np.roll(grain, number, axis=1), 0, 255).astype(np.uint8)
        (folder / f"scan {number}.jpg").write_bytes(_encode(scan_like))
    return folder


def _encode(image: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bytes:
    return cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()


def _throughput(
    folder: Path, photos: int, size: tuple[int, int], *, network: bool, threads: int | None
) -> None:
    box = make_box(folder / "box", photos, size)
    colorizer: Colorizer = FreeColorizer()
    if network:
        import torch

        from colorizer_gui.core.inference.colorizer import NetworkColorizer, leave_cores_to_files

        leave_cores_to_files()
        if threads is not None:
            torch.set_num_threads(threads)
        colorizer = NetworkColorizer.load("cpu")
    print(f"{photos} JPEG photos of {size[0]} x {size[1]}, {os.cpu_count()} cores, two rounds:")
    for _ in range(2):
        rows = (
            ("floor", lambda: floor(box, folder / "floor")),
            ("one after the other", lambda: _in_a_row(box, folder / "row", colorizer)),
            ("batch", lambda: run_batch(box, folder / "out", colorizer)),
        )
        for name, work in rows:
            wall, busy = time.perf_counter(), time.process_time()
            work()
            wall, busy = time.perf_counter() - wall, time.process_time() - busy
            print(
                f"  {name:<20}{wall:7.1f} s {60 * photos / wall:7.0f} photos/min {busy / photos:8.3f} s of "
                f"processor a photo"
            )


def floor(box: Path, out: Path) -> None:
    """Decode and encode the files of a box, on all cores."""
    out.mkdir()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda path: _decode_and_encode(path, out / path.name), sorted(box.iterdir())))
    shutil.rmtree(out)


def _decode_and_encode(source: Path, target: Path) -> None:
    image = cv2.imdecode(np.frombuffer(source.read_bytes(), dtype=np.uint8), cv2.IMREAD_COLOR)
    target.write_bytes(_encode(np.asarray(image, dtype=np.uint8)))


def _in_a_row(box: Path, out: Path, colorizer: Colorizer) -> None:
    out.mkdir()
    for path in sorted(box.iterdir()):
        colorize_file(path, out / path.name, colorizer, Adjustments())
    shutil.rmtree(out)


def run_batch(box: Path, out: Path, colorizer: Colorizer) -> dict[str, float]:
    """Seconds of a batch, and the process's peak memory in MiB (POSIX)."""
    out.mkdir()
    queue = JobQueue.open(out / "journal")
    queue.add(plan(scan([box], recursive=True).photos, Plan(out, NameTemplate(DEFAULT_TEMPLATE)), Recipe()))
    model = ModelIdentity("benchmark", "0" * 64)
    engine = BatchEngine(
        queue,
        colorizer,
        model=model,
        output=out,
        options=RunOptions(check_space=False),
        on_event=lambda _: None,
    )
    start = time.perf_counter()
    summary = engine.run()
    seconds = time.perf_counter() - start
    if set(summary.counts) != {JobState.DONE}:
        raise SystemExit(f"not all photos were colorized: {summary}")
    queue.close()
    shutil.rmtree(out)
    return {"seconds": seconds, "peak": peak_memory()}


def peak_memory() -> float:
    if sys.platform == "win32":
        return float("nan")
    status = Path("/proc/self/status")
    if status.exists():  # on Linux, where `getrusage` answers the peak of the parent if that was larger
        return int(status.read_text(encoding="ascii").split("VmHWM:")[1].split()[0]) / 1024
    import resource as limits

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return limits.getrusage(limits.RUSAGE_SELF).ru_maxrss / unit


def _memory(folder: Path, photos: int) -> None:
    box = make_box(folder / f"box {photos}", photos, (900, 600))
    command = [sys.executable, __file__, "--child", str(box), str(folder / "out")]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    figures = json.loads(answer.stdout)
    shutil.rmtree(box)
    print(
        f"{photos} photos of 900 x 600, without the network, in a process of its own: "
        f"{figures['seconds']:.1f} s, peak memory {figures['peak']:.0f} MiB"
    )


if __name__ == "__main__":
    sys.exit(main())
