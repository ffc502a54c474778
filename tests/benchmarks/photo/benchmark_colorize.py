"""How long one photo takes from file to file, stage by stage, and how much memory a large scan needs.

`.venv/bin/python tests/benchmarks/photo/benchmark_colorize.py`; the figures in docs/performance.md come
from it. Photos are made on the fly from a sample photo; without release weights an untrained
network of the same size is timed, which takes equally long.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# As the command does (`cli/main.py`), before NumPy and PyTorch are imported.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "3000")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import cv2
import numpy as np
import torch
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.weights import save_weights
from colorizer_gui.core.model.weights_file import RELEASE_DECODER
from colorizer_gui.core.pipeline.pipeline import Stage, colorize_file
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.benchmarks.photo.benchmark_peers import print_predictions
from tests.benchmarks.size.benchmark_batch import peak_memory

SAMPLE = "camera.jpg"
SMALL = (384, 256)
MEDIUM = (4000, 3000)
LARGE = (8660, 5774)
REPEATS = 5
LARGE_REPEATS = 3
PREDICTIONS = 25
QUALITY = 95


def main() -> int:
    """Print every figure."""
    parser = argparse.ArgumentParser(description="Time the colorization of one photo.")
    parser.add_argument(
        "--child", nargs=3, type=Path, metavar=("PHOTO", "FOLDER", "WEIGHTS"), help=argparse.SUPPRESS
    )
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_large(*options.child)))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        weights = _weights(folder)
        _time_medium(folder, weights)
        _measure_large(folder, weights)
    if weights is None:
        print("A prediction beside the networks of other colorizers, median (least):")
        print_predictions(REPEATS)
    return 0


def synthetic_photo(path: Path, size: tuple[int, int], seed: int = 1) -> None:
    """A sample photo scaled up, with the grain that a scan has."""
    with Image.open(resource("samples", SAMPLE)) as file:
        sample = np.asarray(file)
    image = cv2.resize(sample, size, interpolation=cv2.INTER_CUBIC).astype(np.int16)
    grain = np.random.default_rng(seed).normal(0.0, 4.0, (1024, 1024)).astype(np.int16)
    rows, columns = (-(-length // 1024) for length in image.shape)
    image += np.tile(grain, (rows, columns))[: image.shape[0], : image.shape[1]]
    path.write_bytes(_encode(np.clip(image, 0, 255).astype(np.uint8)))


def _encode(image: ByteArray) -> bytes:
    return cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()


def _weights(folder: Path) -> Path | None:
    if resource("weights", RELEASE_DECODER).exists():
        return None
    print("There are no release weights here; an untrained network of the same size is timed.")
    path = folder / "untrained.safetensors"
    save_weights(path, ColorizationNet(), {"recipe": "untrained"})
    return path


def _time_medium(folder: Path, weights: Path | None) -> None:
    photos = [folder / f"medium-{number}.jpg" for number in range(REPEATS + 1)]
    for number, photo in enumerate(photos):
        synthetic_photo(photo, MEDIUM, 1 + number)
    start = time.perf_counter()
    colorizer = NetworkColorizer.load("auto", weights)
    seconds = time.perf_counter() - start
    print(f"network loaded in {seconds:.2f} s, on {colorizer.device}, {torch.get_num_threads()} threads")
    print(f"a prediction for {SMALL[0]} x {SMALL[1]} pixels: {1000 * _prediction(colorizer):.0f} ms (median)")
    baseline = min(_decode_and_encode(photos[0]) for _ in range(REPEATS))
    # Each time another one, since a colorizer knows a picture again that its encoder saw.
    first, *runs = (_stages(photo, folder, colorizer) for photo in photos)
    best = min(runs, key=lambda run: sum(run.values()))
    total = sum(best.values())
    print(f"{MEDIUM[0]} x {MEDIUM[1]} JPEG, best of {REPEATS}; the first one {sum(first.values()):.2f} s:")
    for stage, seconds in best.items():
        print(f"  {stage:<12}{1000 * seconds:7.0f} ms")
    print(f"  {'whole':<12}{1000 * total:7.0f} ms")
    print(f"  decoding and encoding alone, in colour, by OpenCV: {1000 * baseline:.0f} ms")
    print(f"  ratio: {total / baseline:.2f}")


def _prediction(colorizer: NetworkColorizer) -> float:
    """Median seconds for a photo that the network sees at its own size."""
    with Image.open(resource("samples", SAMPLE)) as file:
        gray = np.asarray(file.convert("L").resize(SMALL), dtype=np.float32)
    lightness = gray * np.float32(100 / 255)
    seconds = []
    for number in range(PREDICTIONS):
        unseen = np.roll(lightness, number, axis=1)  # what the encoder saw it knows again
        start = time.perf_counter()
        colorizer.predict_ab(unseen)
        seconds.append(time.perf_counter() - start)
    return float(np.median(seconds))


def _decode_and_encode(photo: Path) -> float:
    start = time.perf_counter()
    image = cv2.imdecode(np.frombuffer(photo.read_bytes(), dtype=np.uint8), cv2.IMREAD_COLOR)
    photo.with_suffix(".plain").write_bytes(_encode(np.asarray(image, dtype=np.uint8)))
    return time.perf_counter() - start


def _stages(photo: Path, folder: Path, colorizer: NetworkColorizer) -> dict[str, float]:
    """Seconds of each stage of one colorization."""
    marks: list[tuple[str, float]] = []

    def mark(stage: Stage) -> None:
        marks.append((stage.value, time.perf_counter()))

    result = colorize_file(photo, folder / "result.jpg", colorizer, Adjustments(), on_stage=mark)
    ends = [moment for _, moment in marks[1:]] + [time.perf_counter()]
    result.unlink()
    return {stage: end - begin for (stage, begin), end in zip(marks, ends, strict=True)}


def _measure_large(folder: Path, weights: Path | None) -> None:
    photo = folder / "large.jpg"
    synthetic_photo(photo, LARGE)
    path = weights or resource("weights", RELEASE_DECODER)
    command = [sys.executable, __file__, "--child", str(photo), str(folder), str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    figures = json.loads(answer.stdout)
    print(f"{LARGE[0]} x {LARGE[1]} JPEG in a process of its own, the first one {figures['first']:.1f} s:")
    print(f"  peak memory {figures['peak']:.0f} MiB, of which {figures['before']:.0f} MiB were there before")
    print(f"  whole, best of {LARGE_REPEATS} more: {figures['seconds']:.2f} s")
    print(f"  decoding and encoding alone, in colour, by OpenCV: {figures['limit']:.2f} s")
    print(f"  ratio: {figures['seconds'] / figures['limit']:.2f}")


def _large(photo: Path, folder: Path, weights: Path) -> dict[str, float]:
    """Peak resident memory in MiB before and after one photo, and seconds, beside the limit's; POSIX only."""
    colorizer = NetworkColorizer.load("cpu", weights)
    before = peak_memory()
    first, peak = sum(_stages(photo, folder, colorizer).values()), peak_memory()
    runs, limits = [], []
    for _ in range(LARGE_REPEATS):
        runs.append(sum(_stages(photo, folder, NetworkColorizer.load("cpu", weights)).values()))
        limits.append(_decode_and_encode(photo))
    return {"before": before, "peak": peak, "first": first, "seconds": min(runs), "limit": min(limits)}


if __name__ == "__main__":
    sys.exit(main())
