"""How well and how fast chroma comes back to full resolution, method by method, and what rendering costs.

python tests/benchmarks/quality/benchmark_chroma.py [--photos FOLDER] [--limit N]

Truth's own chroma is averaged over cells, brought back by each method and joined with truth's
lightness; PSNR of RGB against truth says how well. "Edge" counts only pixels beside a strong edge of
lightness or chroma. Times are medians of one run on this machine; rendering is also given as a ratio to
decoding and encoding the same picture as JPEG, which travels better between machines.
"""

import argparse
import functools
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from skimage import data

from colorizer_gui.core.color.conversion import FloatArray, lab_to_rgb, rgb_to_lab
from colorizer_gui.core.rendering import chroma
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import refine_chroma, shrink
from colorizer_gui.core.rendering.rendering import Recomposition

Method = Callable[[FloatArray, FloatArray], FloatArray]

_SAMPLES: Final = ("astronaut", "chelsea", "coffee", "rocket")
_SUFFIXES: Final = {".jpg", ".jpeg", ".png", ".webp"}
_GRAIN: Final = 6.0
_BEST_PSNR: Final = 50.0


def bilinear(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    return _resize(ab, lightness, cv2.INTER_LINEAR)


def bicubic(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    return _resize(ab, lightness, cv2.INTER_CUBIC)


def joint_bilateral(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """Kopf et al. 2007, eq. 4, as printed: 5 x 5 cells, Gaussians of 0.5 cells and 8 L*."""
    height, width = lightness.shape
    padded = np.pad(np.dstack([shrink(lightness, *ab.shape[:2]), ab]), ((2, 2), (2, 2), (0, 0)), mode="edge")
    y, x = (_positions(size, cells) for size, cells in zip(lightness.shape, ab.shape[:2], strict=True))
    nearest_y, nearest_x = np.rint(y).astype(int), np.rint(x).astype(int)
    total = np.zeros((height, width, 1), dtype=np.float32)
    result = np.zeros((height, width, 2), dtype=np.float32)
    for j, k in np.ndindex(5, 5):
        cell = padded[nearest_y + j][:, nearest_x + k]
        distance = (nearest_y + j - 2 - y)[:, None] ** 2 + (nearest_x + k - 2 - x) ** 2
        weight = np.exp(-distance / (2 * 0.5**2) - (cell[..., 0] - lightness) ** 2 / (2 * 8.0**2))
        total += weight[..., None]
        result += weight[..., None] * cell[..., 1:]
    return np.asarray(result / np.maximum(total, 1e-30), dtype=np.float32)


def guided(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """Fast guided filter (He, Sun 2015): linear models of 3 x 3 cells, their coefficients enlarged."""
    small = shrink(lightness, *ab.shape[:2])
    mean, mean_ab = _box(small), _box(ab)
    slope = (_box(ab * small[..., None]) - mean_ab * mean[..., None]) / (
        _box(small * small) - mean**2 + 16.0
    )[..., None]
    offset = mean_ab - slope * mean[..., None]
    return bilinear(lightness, _box(slope)) * lightness[..., None] + bilinear(lightness, _box(offset))


def with_residual(method: Method, carry: Method) -> Method:
    """Add what the cells' means lack, carried up by a second method."""

    def corrected(lightness: FloatArray, ab: FloatArray) -> FloatArray:
        result = method(lightness, ab)
        return result + carry(lightness, ab - shrink(result, *ab.shape[:2]))

    return corrected


def two_steps(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """Tintype's refinement at half the photo's size, bilinear from there: what a large photo gets."""
    height, width = lightness.shape
    half = shrink(lightness, max(1, height // 2), max(1, width // 2))
    return bilinear(lightness, refine_chroma(half, ab))


METHODS: Final[dict[str, Method]] = {
    "bilinear": bilinear,
    "bicubic": bicubic,
    "guided filter": guided,
    "guided filter + residual": with_residual(guided, bilinear),
    "joint bilateral": joint_bilateral,
    "joint bilateral + bilinear residual": with_residual(joint_bilateral, bilinear),
    "joint bilateral + itself": with_residual(joint_bilateral, joint_bilateral),
    "Tintype": refine_chroma,
    "Tintype at half size, bilinear": two_steps,
}


def quality(
    method: Method, photos: Iterable[FloatArray], factor: int, grain: float = 0.0
) -> tuple[float, float]:
    """Mean PSNR in dB over all pixels, and over those beside edges."""
    everywhere, at_edges = [], []
    rng = np.random.default_rng(0)
    for photo_rgb in photos:
        lab = rgb_to_lab(photo_rgb)
        lightness, ab = np.ascontiguousarray(lab[..., 0]), np.ascontiguousarray(lab[..., 1:])
        height, width = lightness.shape
        cells = shrink(ab, max(1, round(height / factor)), max(1, round(width / factor)))
        guide = lightness + rng.normal(0, grain, lightness.shape).astype(np.float32)
        result = np.dstack([lightness, method(guide, cells)]).astype(np.float32)
        error = np.square(lab_to_rgb(result) - photo_rgb).mean(axis=-1)
        everywhere.append(_psnr(error))
        edges = _edges(lab)
        if edges.any():
            at_edges.append(_psnr(error[edges]))
    return statistics.fmean(everywhere), statistics.fmean(at_edges)


def print_quality(small: list[FloatArray], large: list[FloatArray]) -> None:
    columns = [(small, 8, 0.0), (small, 16, 0.0), (large, 16, 0.0), (large, 32, 0.0), (large, 16, _GRAIN)]
    print(f"PSNR in dB, all / edge; {len(small)} photos, {len(large)} larger ones; last: guide with grain\n")
    print("| method | photos 8x | photos 16x | larger 16x | larger 32x | 16x, grain |")
    print("|---|---|---|---|---|---|")
    for name, method in METHODS.items():
        figures = [quality(method, *column) for column in columns]
        print(f"| {name} | " + " | ".join(f"{whole:.2f} / {edge:.2f}" for whole, edge in figures) + " |")


def print_times(megapixels: float) -> None:
    height = round((megapixels * 1e6 / 1.5) ** 0.5)
    size = (round(1.5 * height), height)
    photo_rgb = cv2.resize(data.astronaut(), size, interpolation=cv2.INTER_CUBIC)
    lab = rgb_to_lab(photo_rgb.astype(np.float32) / 255)
    lightness, cells = np.ascontiguousarray(lab[..., 0]), shrink(lab[..., 1:], 32, 48)
    packed = cv2.imencode(".jpg", photo_rgb, [cv2.IMWRITE_JPEG_QUALITY, 95])[1]
    jpeg = _seconds(lambda: cv2.imdecode(packed, cv2.IMREAD_COLOR)) + _seconds(
        lambda: cv2.imencode(".jpg", photo_rgb)
    )
    whole = Recomposition(lightness, cells)
    preview = whole.scaled(1536)
    steps: dict[str, Callable[[], object]] = {
        f"refinement, once, at {chroma.REFINED_PIXELS / 1e6:.1f} megapixels": lambda: refine_chroma(
            lightness, cells
        ),
        "rendering, 8 bits": lambda: whole.image(Adjustments(), depth=8),
        "rendering, 16 bits": lambda: whole.image(Adjustments(), depth=16),
        f"preview of {preview.size[0]} x {preview.size[1]}": lambda: preview.image(Adjustments(), depth=8),
    }
    print(f"\n{megapixels:g} megapixels; JPEG decode + encode: {jpeg * 1e3:.0f} ms\n")
    print("| step | ms | times JPEG decode + encode | ms per megapixel of the photo |\n|---|---|---|---|")
    for name, step in steps.items():
        seconds = _seconds(step)
        print(f"| {name} | {seconds * 1e3:.0f} | {seconds / jpeg:.2f} | {seconds * 1e3 / megapixels:.1f} |")
    print("\n| enlarging at full size, from one megapixel's time | ms |\n|---|---|")
    tile = np.ascontiguousarray(shrink(lightness, 816, 1225))
    for name in ("bilinear", "bicubic", "guided filter", "joint bilateral"):
        seconds = _seconds(functools.partial(METHODS[name], tile, cells), 1) * megapixels
        print(f"| {name} | {seconds * 1e3:.0f} |")


def _seconds(work: Callable[[], object], repeats: int = 5) -> float:
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _resize(plane: FloatArray, like: FloatArray, interpolation: int) -> FloatArray:
    height, width = like.shape
    return np.asarray(cv2.resize(plane, (width, height), interpolation=interpolation), dtype=np.float32)


def _box(plane: FloatArray) -> FloatArray:
    return np.asarray(cv2.blur(plane, (3, 3), borderType=cv2.BORDER_REFLECT), dtype=np.float32)


def _positions(size: int, cells: int) -> FloatArray:
    position = (np.arange(size, dtype=np.float32) + 0.5) * (cells / size) - 0.5
    return np.asarray(np.clip(position, 0, cells - 1), dtype=np.float32)


def _edges(lab: FloatArray) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Within a pixel of a step of about 8 L* or 5 units of chroma per pixel."""
    slope = np.hypot(*(cv2.Sobel(lab, -1, dx, 1 - dx, scale=1 / 8) for dx in (0, 1)))
    strong = (slope[..., 0] > 8) | (slope[..., 1:].max(axis=-1) > 5)
    return cv2.dilate(strong.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0


def _psnr(squared_error: FloatArray) -> float:
    return min(_BEST_PSNR, float(-10 * np.log10(max(float(squared_error.mean()), 1e-12))))


def _samples() -> list[FloatArray]:
    return [
        np.asarray(getattr(data, name)()[..., :3], dtype=np.float32) / np.float32(255) for name in _SAMPLES
    ]


def _photos(folder: Path, limit: int) -> list[FloatArray]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    chosen = paths[:: max(1, len(paths) // limit)][:limit]
    return [_read(path) for path in chosen]


def _read(path: Path) -> FloatArray:
    image = cv2.imdecode(np.frombuffer(path.read_bytes(), dtype=np.uint8), cv2.IMREAD_COLOR)
    if image is None:
        message = f"{path} is no photo."
        raise SystemExit(message)
    return np.ascontiguousarray(image[..., ::-1], dtype=np.float32) / np.float32(255)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--photos", type=Path, help="folder of colour photos; without it the sample pictures, halved"
    )
    parser.add_argument(
        "--limit", type=int, default=100, help="number of photos, evenly spread over the folder"
    )
    parser.add_argument("--megapixels", type=float, default=12.0, help="size of the photo that is timed")
    arguments = parser.parse_args()
    large = _samples()
    small = _photos(arguments.photos, arguments.limit) if arguments.photos else []
    small = small or [shrink(photo, photo.shape[0] // 2, photo.shape[1] // 2) for photo in large]
    print_quality(small, large)
    print_times(arguments.megapixels)


if __name__ == "__main__":
    main()
