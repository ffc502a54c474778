"""What scribbles alone are worth: the gain over gray with colours of the truth (Levin et al. 2004).

python tests/benchmarks/quality/benchmark_scribbles.py PHOTO... [--counts 10 50] [--seeds 3]

Scribbles are short level lines at random places, a sixteenth of the short side long, in the median true a*b*
along them. Colour is spread, refined to all pixels and recomposed as the application does it; PSNR is that of
sRGB. No network is asked.
"""

import argparse
import time
from pathlib import Path

import numpy as np
from PIL import Image

from colorizer_gui.core.color.conversion import FloatArray, linear_to_srgb, rgb_to_lab
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.guidance.scribbles import only_scribbles
from colorizer_gui.core.rendering.chroma import refine_chroma
from colorizer_gui.core.rendering.recomposition import recompose
from model_training.evaluation.metrics import psnr


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--counts", nargs="+", type=int, default=[10, 50])
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    gains, seconds = [], []
    for path in options.photos:
        with Image.open(path) as picture:
            rgb = np.asarray(picture.convert("RGB"), dtype=np.float32) / np.float32(255)
        lab = rgb_to_lab(rgb)
        lightness = np.ascontiguousarray(lab[..., 0])
        gray = _psnr(lightness, np.zeros_like(lab[..., 1:]), rgb)
        row = []
        for count in options.counts:
            found = []
            for seed in range(options.seeds):
                points = scribbles(lab[..., 1:], count, np.random.default_rng(seed))
                start = time.process_time()
                ab = only_scribbles(lightness, points).ab
                seconds.append(time.process_time() - start)
                found.append(_psnr(lightness, refine_chroma(lightness, ab), rgb) - gray)
            row.append(float(np.mean(found)))
        gains.append(row)
        print(f"{path.parent.name}/{path.stem:16} gray {gray:6.2f} dB ", *(f"{gain:+7.2f}" for gain in row))
    print("mean gain at", *options.counts, ":", *(f"{gain:+.2f} dB" for gain in np.mean(gains, axis=0)))
    print(f"seconds of one core for a solution: median {np.median(seconds):.2f}, most {max(seconds):.2f}")


def scribbles(truth: FloatArray, count: int, rng: np.random.Generator) -> tuple[ColourPoint, ...]:
    """Lines at random places in their true colour."""
    height, width = truth.shape[:2]
    half = min(height, width) / 32
    lines = []
    for x, y in rng.random((count, 2)):
        row, middle = int(y * height), x * width
        left, right = max(0.0, middle - half), min(width - 1.0, middle + half)
        along = truth[row, int(left) : int(right) + 1]
        ab = np.median(along, axis=0)
        path = tuple((column / width, (row + 0.5) / height) for column in np.linspace(left, right, 5))
        lines.append(ColourPoint.along(path, (float(ab[0]), float(ab[1]))))
    return tuple(lines)


def _psnr(lightness: FloatArray, ab: FloatArray, truth: FloatArray) -> float:
    return psnr(linear_to_srgb(np.clip(np.dstack(recompose(lightness, ab)), 0, 1)), truth)


if __name__ == "__main__":
    main()
