"""How much memory and time photos of 12, 50 and 280 megapixels need from file to file, by format.

`.venv/bin/python tests/benchmarks/size/benchmark_memory.py [--megapixels 12 50 280] [--formats jpeg …]`;
the table in docs/performance.md comes from it. Each photo is colorized in a process of its own, whose peak
of resident memory is told (Linux). Photos are in colour, 8 bits, made of a sample photo.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.resource_files import resource

SAMPLE = "cat.jpg"
SUFFIXES = {"jpeg": ".jpg", "png": ".png", "tiff": ".tif", "progressive": ".jpg", "uncompressed": ".tif"}
TILE = 2000


def main() -> int:
    """Print a table, row by row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megapixels", nargs="+", type=int, default=[12, 50, 280])
    parser.add_argument("--formats", nargs="+", choices=SUFFIXES, default=["jpeg", "png", "tiff"])
    parser.add_argument("--folder", type=Path, help="where the photos are made")
    parser.add_argument("--child", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_colorize(*options.child)))
        return 0
    print("| photo | file | peak of memory | of which before the photo | time |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        for megapixels in options.megapixels:
            for kind in options.formats:
                _measure(Path(name), megapixels, kind)
    return 0


def _measure(folder: Path, megapixels: int, kind: str) -> None:
    photo = folder / f"photo{SUFFIXES[kind]}"
    result = folder / f"result{SUFFIXES[kind]}"
    command = [sys.executable, __file__, "--child", str(photo), str(result)]
    make_photo(photo, megapixels, kind)
    size = photo.stat().st_size / 1e6
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    figures = json.loads(answer.stdout.splitlines()[-1])
    print(
        f"| {megapixels} megapixels, {kind} | {size:.0f} MB | {figures['peak']:.0f} MB "
        f"| {figures['before']:.0f} MB | {figures['seconds']:.0f} s |",
        flush=True,
    )
    photo.unlink()
    result.unlink()


def make_photo(path: Path, megapixels: int, kind: str) -> None:
    """A sample photo repeated in tiles, each with grain of its own place."""
    with Image.open(resource("samples", SAMPLE)) as file:
        sample = np.asarray(file.convert("RGB"))
    tile = np.asarray(cv2.resize(sample, (TILE, TILE), interpolation=cv2.INTER_CUBIC), np.int16)
    tile = tile + np.random.default_rng(1).normal(0.0, 3.0, tile.shape).astype(np.int16)
    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    height = int(megapixels * 1e6 / width)
    plain: ByteArray = np.clip(tile, 0, 255).astype(np.uint8)
    down, across = -(-height // TILE), -(-width // TILE)
    image = np.tile(plain, (down, across, 1))[:height, :width]
    if path.suffix == ".tif":
        packed = kind == "tiff"
        layout: dict[str, Any] = {
            "compression": "zlib" if packed else None,
            "predictor": packed,
            "rowsperstrip": 64,
        }
        tifffile.imwrite(path, image, photometric="rgb", **layout)
    else:
        settings = (
            [cv2.IMWRITE_JPEG_QUALITY, 90, cv2.IMWRITE_JPEG_PROGRESSIVE, int(kind == "progressive")]
            if path.suffix == ".jpg"
            else [cv2.IMWRITE_PNG_COMPRESSION, 1]
        )
        path.write_bytes(cv2.imencode(path.suffix, image[..., ::-1], settings)[1].tobytes())


def _colorize(photo: Path, target: Path) -> dict[str, float]:
    from colorizer_gui.core.inference.colorizer import NetworkColorizer
    from colorizer_gui.core.pipeline.pipeline import colorize_file
    from colorizer_gui.core.rendering.adjustments import Adjustments

    colorizer = NetworkColorizer.load("cpu", None)
    before = _peak()
    start = time.perf_counter()
    colorize_file(photo, target, colorizer, Adjustments())
    return {"before": before, "peak": _peak(), "seconds": time.perf_counter() - start}


def _peak() -> float:
    """Most megabytes of this process that were in memory at once."""
    # Not `getrusage`: it counts what the parent had when it started this process.
    fields = Path("/proc/self/status").read_text(encoding="ascii").split()
    return int(fields[fields.index("VmHWM:") + 1]) * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main())
