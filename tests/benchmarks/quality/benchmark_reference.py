"""What a reference photo is worth, and how long its strength slider takes.

python tests/benchmarks/quality/benchmark_reference.py PHOTOS [--sources A B] [--limit N]
python tests/benchmarks/quality/benchmark_reference.py PHOTOS --pairs FILE [--sheet PICTURE] [--side PIXELS]

PHOTOS holds a folder of colour photos for each source. By the application's own way, refined to all pixels:

halves   One half of each photo is colorized, and the other half is the reference.
pairs    FILE names two photos in each line, below PHOTOS: the first one is colorized like the second one.

Of each: PSNR and mean CIEDE2000 of gray, of the automatic colour, by brightness (Welsh) and by likeness. The
sheet shows the pairs: reference, gray, automatic, by brightness, by likeness, truth. With pairs, also what a
move of the strength takes.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, linear_to_srgb, rgb_to_lab
from colorizer_gui.core.guidance.guide import Guide, sketched
from colorizer_gui.core.guidance.known_photo import KnownPhoto
from colorizer_gui.core.guidance.reference.picture import reference_of
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.pipeline.pipeline import recomposition_of
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.prediction.reference import Matching
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import refine_chroma
from colorizer_gui.core.rendering.recomposition import recompose
from model_training.evaluation.metrics import ciede2000, psnr

_WAYS: Final = ("gray", "automatic", "by brightness", "by likeness")
_SIDE: Final = 360
_MOVES: Final = 20


def read(path: Path) -> FloatArray:
    picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None, path
    return np.ascontiguousarray(picture[..., ::-1], dtype=np.float32) / np.float32(255)


def guided(rgb: FloatArray, matching: Matching, strength: float = 1.0) -> Guidance:
    """A picture as a reference, as a file of it would be."""
    lab = rgb_to_lab(rgb)
    photo = Photo(None, PhotoFormat.PNG, np.ascontiguousarray(lab[..., 0]), source_ab=lab[..., 1:])
    return Guidance.by(replace(reference_of(photo), matching=matching, strength=strength))


def compare(colorizer: NetworkColorizer, rgb: FloatArray, like: FloatArray) -> list[FloatArray]:
    """Pictures of all ways."""
    lightness = np.ascontiguousarray(rgb_to_lab(rgb)[..., 0])
    guide = Guide()
    chroma = [
        np.zeros((8, 8, 2), dtype=np.float32),
        guide.predict(colorizer, lightness).ab,
        guide.predict(colorizer, lightness, guided(like, Matching.BRIGHTNESS)).ab,
        guide.predict(colorizer, lightness, guided(like, Matching.LIKENESS)).ab,
    ]
    planes = (np.dstack(recompose(lightness, refine_chroma(lightness, ab))) for ab in chroma)
    return [linear_to_srgb(np.clip(each, 0, 1)) for each in planes]


def judge(name: str, rows: list[list[tuple[float, float]]]) -> None:
    table = np.array(rows)
    print(f"{name}: {len(table)} photos")
    for way, (gain, colour) in zip(_WAYS, table.transpose(1, 2, 0), strict=True):
        worse = np.mean(gain < table[:, 1, 0] - 0.1)
        beside = f"worse than automatic {worse:.0%}"
        print(f"  {way}: PSNR {gain.mean():.2f} dB, CIEDE2000 {colour.mean():.2f}, {beside}")


def figures(pictures: list[FloatArray], truth: FloatArray) -> list[tuple[float, float]]:
    lab = rgb_to_lab(truth)
    return [(psnr(each, truth), ciede2000(rgb_to_lab(each), lab)) for each in pictures]


def halves(arguments: argparse.Namespace) -> Iterator[tuple[FloatArray, FloatArray]]:
    folders = sorted(each for each in arguments.photos.iterdir() if each.is_dir())
    wanted = [each for each in folders if not arguments.sources or each.name in arguments.sources]
    each_source = -(-arguments.limit // max(1, len(wanted)))
    for folder in wanted:
        files = sorted(folder.iterdir())
        for path in files[:: max(1, len(files) // each_source)][:each_source]:
            rgb = read(path)
            if rgb.shape[0] > rgb.shape[1]:
                middle = rgb.shape[0] // 2
                yield rgb[:middle], rgb[middle:]
            else:
                middle = rgb.shape[1] // 2
                yield np.ascontiguousarray(rgb[:, :middle]), np.ascontiguousarray(rgb[:, middle:])


def slider(colorizer: NetworkColorizer, rgb: FloatArray, like: FloatArray, side: int) -> None:
    """From a move of the slider to the picture, as the thread that draws does it."""
    scale = side / max(rgb.shape[:2])
    large = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    lightness = np.ascontiguousarray(rgb_to_lab(np.clip(large, 0, 1))[..., 0])
    start = time.perf_counter()
    guidance = guided(like, Matching.LIKENESS)
    shown, reference = Guide().predict(colorizer, lightness, guidance), guidance.reference
    assert reference is not None
    print(f"first answer: {time.perf_counter() - start:.2f} s")
    known, picture = KnownPhoto.shown(lightness, None, shown), recomposition_of(lightness, shown)
    seconds = []
    for step in range(_MOVES):
        start = time.perf_counter()
        wanted = Guidance.by(replace(reference, strength=step / _MOVES))
        picture = recomposition_of(lightness, sketched(known, lightness, wanted), picture)
        picture.image(Adjustments(), depth=8)
        seconds.append(time.perf_counter() - start)
    print(f"a move of the strength at {side} pixels: {np.median(seconds) * 1000:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("photos", type=Path)
    parser.add_argument("--sources", nargs="*", default=[])
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--side", type=int, default=1200)
    arguments = parser.parse_args()
    colorizer = NetworkColorizer.load("cpu")
    if arguments.pairs is None:
        judge("halves", [figures(compare(colorizer, *pair), pair[0]) for pair in halves(arguments)])
        return
    rows, sheet = [], []
    names = [line.split() for line in arguments.pairs.read_text(encoding="utf-8").splitlines() if line]
    for one, other in names:
        rgb, like = (read(arguments.photos / name) for name in (one, other))
        pictures = compare(colorizer, rgb, like)
        rows.append(figures(pictures, rgb))
        sheet.append(np.hstack([_fitted(each) for each in (like, *pictures, rgb)]))
    judge("pairs", rows)
    slider(colorizer, rgb, like, arguments.side)
    if arguments.sheet is not None:
        pixels = np.rint(np.vstack(sheet) * 255).astype(np.uint8)
        arguments.sheet.write_bytes(cv2.imencode(".png", pixels[..., ::-1])[1].tobytes())


def _fitted(rgb: FloatArray) -> FloatArray:
    """Within a square."""
    scale = _SIDE / max(rgb.shape[:2])
    small = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    tile = np.full((_SIDE, _SIDE, 3), 0.5, dtype=np.float32)
    tile[: small.shape[0], : small.shape[1]] = np.clip(small, 0, 1)
    return tile


if __name__ == "__main__":
    main()
