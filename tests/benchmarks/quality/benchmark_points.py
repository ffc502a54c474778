"""What colour points are worth: whether the place, the object and nothing else has the colour.

python tests/benchmarks/quality/benchmark_points.py PHOTOS [--sources A B] [--limit N]
    [--trial chosen objects truth] [--weights FILE]

PHOTOS holds a folder of colour photos for each source. Three trials, each by the application's own way,
refined to all pixels:

chosen   One colour of chroma 45 that its place can have, at a random place. The share of the chosen change
         that the place gets (the median of 5 x 5 pixels), and of the pixels that change by more than 10
         those farther than 0.35 of the photo's diagonal; the network's hinted answer alone beside it.
objects  The objects of objects.json: one such colour at the innermost place, then twice more at the
         innermost place of the part that is still more than 12 away from it, as long as that is more than a
         twentieth. The share of the object within 12, and of the rest that changes by more than 5. The
         outlines were drawn by hand; a margin of 0.02 of the short side is left out on either side of them.
truth    1, 3, 10 and 50 true colours at random places (Zhang et al. 2017): PSNR with the network alone, with
         what the points mean, when the rest follows as well, and what other weights (--weights) make of the
         same; differences photo by photo, with intervals. Its photos are spread over each whole source.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray, linear_to_srgb, rgb_to_lab
from colorizer_gui.core.guidance.colour_points import (
    ColourPoint,
    cell_at,
    guidance_of,
    lightness_at,
    with_rest,
)
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.guidance.possible_colors import within_gamut
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.rendering.chroma import refine_chroma
from colorizer_gui.core.rendering.recomposition import recompose
from model_training.evaluation.hint_trials import HintTrials
from model_training.evaluation.metrics import bootstrap_interval, psnr

BoolArray = npt.NDArray[np.bool_]

_OBJECTS: Final = Path(__file__).with_name("objects.json")
_CHROMA: Final = 45.0
_FAR: Final = 0.35
_MARGIN: Final = 0.02
_DONE: Final = 0.05
_COUNTS: Final = (1, 3, 10, 50)
_WAYS: Final = ("alone", "with what they mean", "and the rest follows")


@dataclass
class Bench:
    """One photo and what is asked about it."""

    colorizer: NetworkColorizer
    rgb: FloatArray

    def __post_init__(self) -> None:
        lab = rgb_to_lab(self.rgb)
        self.lightness = np.ascontiguousarray(lab[..., 0])
        self.truth = lab[..., 1:]
        self.guide = Guide()
        self.before = self._refined(self.guide.predict(self.colorizer, self.lightness).ab)

    def follow(self, points: tuple[ColourPoint, ...]) -> FloatArray:
        return self._refined(self.guide.predict(self.colorizer, self.lightness, guidance_of(points)).ab)

    def hinted(self, points: tuple[ColourPoint, ...]) -> FloatArray:
        return self._refined(self.colorizer.predict_ab(self.lightness, guidance_of(points)).ab)

    def psnr(self, ab: FloatArray) -> float:
        return psnr(linear_to_srgb(np.clip(np.dstack(recompose(self.lightness, ab)), 0, 1)), self.rgb)

    def told(self, guidance: Guidance | None) -> list[float]:
        """PSNR with the network's own answer, with what the points mean, and when the rest follows."""
        alone = self.colorizer.predict_ab(self.lightness, guidance)
        meant, followed = (
            self.guide.predict(self.colorizer, self.lightness, each)
            for each in (guidance, with_rest(guidance, follows=True))
        )
        return [self.psnr(self._refined(answer.ab)) for answer in (alone, meant, followed)]

    def possible(self, x: float, y: float, rng: np.random.Generator) -> tuple[float, float] | None:
        """A colour of chroma 45 that this place can have."""
        level = lightness_at(self.lightness, x, y)
        for angle in rng.random(60) * 2 * np.pi:
            ab = _CHROMA * np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)
            if np.abs(within_gamut(level, ab) - ab).max() < 1:
                return float(ab[0]), float(ab[1])
        return None

    def _refined(self, ab: FloatArray) -> FloatArray:
        return refine_chroma(self.lightness, ab)


def photos(arguments: argparse.Namespace, *, spread: bool = False) -> Iterator[tuple[str, FloatArray]]:
    folders = sorted(each for each in arguments.photos.iterdir() if each.is_dir())
    wanted = [each for each in folders if not arguments.sources or each.name in arguments.sources]
    each_source = -(-arguments.limit // max(1, len(wanted)))
    for folder in wanted:
        files = sorted(folder.iterdir())
        chosen = files[:: max(1, len(files) // each_source)][:each_source]
        if spread:
            places = np.linspace(0, len(files) - 1, each_source).round().astype(int)
            chosen = [files[place] for place in dict.fromkeys(places.tolist())]
        for path in chosen:
            yield f"{folder.name}/{path.stem}", read(path)


def read(path: Path) -> FloatArray:
    picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None, path
    return np.ascontiguousarray(picture[..., ::-1], dtype=np.float32) / np.float32(255)


def try_chosen(colorizer: NetworkColorizer, arguments: argparse.Namespace) -> None:
    rows, seconds = [], []
    for number, (_, rgb) in enumerate(photos(arguments)):
        bench, rng = Bench(colorizer, rgb), np.random.default_rng(number)
        found = ((x, y, bench.possible(x, y, rng)) for x, y in rng.random((50, 2)))
        x, y, ab = next((x, y, ab) for x, y, ab in found if ab is not None)
        points = (ColourPoint(x, y, ab),)
        bench.follow(points)
        start = time.perf_counter()
        bench.guide.predict(colorizer, bench.lightness, guidance_of((ColourPoint(1 - x, y, ab), *points)))
        seconds.append(time.perf_counter() - start)
        rows.append(
            [
                *reached(bench, points[0], bench.follow(points)),
                *reached(bench, points[0], bench.hinted(points)),
            ]
        )
    table = np.array(rows)
    for name, part in (("with what the point means", table[:, :3]), ("the network alone", table[:, 3:])):
        share, far, changed = part.T
        print(
            f"{name}: {len(share)} places get {np.median(share):.3f} of the change "
            f"(least {share.min():.3f}); far {far.mean():.3f} a photo, "
            f"{(far * changed).sum() / changed.sum():.3f} of all; "
            f"changed {changed.mean():.3f}"
        )
    print(f"another point: {np.median(seconds):.3f} s")


def reached(bench: Bench, point: ColourPoint, after: FloatArray) -> tuple[float, float, float]:
    height, width = bench.lightness.shape
    row, column = cell_at((height, width), point.x, point.y)
    around = np.s_[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3]
    before = np.median(bench.before[around], axis=(0, 1))
    chosen = np.array(point.ab) - before
    share = (np.median(after[around], axis=(0, 1)) - before) @ chosen / (chosen @ chosen)
    changed = np.linalg.norm(after - bench.before, axis=-1) > 10
    y, x = np.ogrid[:height, :width]
    away = np.hypot(y - point.y * height, x - point.x * width) > _FAR * np.hypot(height, width)
    return float(share), float((changed & away).sum() / max(changed.sum(), 1)), float(changed.mean())


def try_objects(colorizer: NetworkColorizer, arguments: argparse.Namespace) -> None:
    tables: dict[int, list[tuple[float, float]]] = {1: [], 2: [], 3: []}
    for number, entry in enumerate(json.loads(_OBJECTS.read_text())):
        path = next(arguments.photos.glob(f"{entry['photo']}.*"), None)
        if path is None or (arguments.sources and path.parent.name not in arguments.sources):
            continue
        bench = Bench(colorizer, read(path))
        inner, outer = masks(entry, *bench.lightness.shape)
        rng, wrong, after = np.random.default_rng(number), inner, bench.before
        points: tuple[ColourPoint, ...] = ()
        ab: tuple[float, float] | None = None
        line = f"{entry['photo']} {entry['name']}:"
        for rows in tables.values():
            if wrong.sum() > _DONE * inner.sum():
                x, y = innermost(wrong)
                ab = ab or bench.possible(x, y, rng)
                assert ab is not None, entry["photo"]
                points = (*points, ColourPoint(x, y, ab))
                after = bench.follow(points)
                wrong = inner & (np.linalg.norm(after - np.array(ab), axis=-1) > 12)
            moved = np.linalg.norm(after - bench.before, axis=-1) > 5
            rows.append((1 - float(wrong.sum() / inner.sum()), float(moved[outer].mean())))
            line += f" {rows[-1][0]:.2f} {rows[-1][1]:.3f};"
        print(line)
    for count, rows in tables.items():
        inside, beside = np.array(rows).T
        print(
            f"{count} points, {len(rows)} objects: within 12 {inside.mean():.3f} "
            f"(median {np.median(inside):.3f}), rest changed {beside.mean():.3f} "
            f"(median {np.median(beside):.3f})"
        )


def masks(entry: dict[str, Any], height: int, width: int) -> tuple[BoolArray, BoolArray]:
    """What is surely the object, and what is surely not."""

    def filled(kinds: tuple[str, ...]) -> npt.NDArray[np.uint8]:
        mask = np.zeros((height, width), dtype=np.uint8)
        for outline in (outline for kind in kinds for outline in entry.get(kind, ())):
            cv2.fillPoly(mask, [np.rint(np.array(outline) * (width, height)).astype(np.int32)], 1)
        return mask

    thing = filled(("object",)) & (1 - filled(("without",)))
    either = filled(("either",)).astype(bool)
    radius = max(1, round(_MARGIN * min(height, width)))
    kernel = np.ones((2 * radius + 1,) * 2, dtype=np.uint8)
    inner = cv2.erode(thing, kernel, borderType=cv2.BORDER_CONSTANT, borderValue=1).astype(bool)
    return inner & ~either, ~cv2.dilate(thing, kernel).astype(bool) & ~either


def innermost(mask: BoolArray) -> tuple[float, float]:
    """The place that is farthest from what is not in a mask."""
    inside = cv2.distanceTransform(np.pad(mask.astype(np.uint8), 1), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[
        1:-1, 1:-1
    ]
    row, column = np.unravel_index(inside.argmax(), inside.shape)
    return (float(column) + 0.5) / mask.shape[1], (float(row) + 0.5) / mask.shape[0]


def try_truth(colorizer: NetworkColorizer, arguments: argparse.Namespace) -> None:
    networks = {"": colorizer}
    if arguments.weights is not None:
        networks["other weights, "] = NetworkColorizer.load("cpu", arguments.weights)
    ways = [f"{name}{way}" for name in networks for way in _WAYS]
    rows = []
    for number, (_, rgb) in enumerate(photos(arguments, spread=True)):
        row = []
        for network in networks.values():
            bench = Bench(network, rgb)
            known = HintTrials(_COUNTS).guidance(bench.truth, number)
            row.append([bench.told(known.get(count)) for count in (0, *_COUNTS)])
        rows.append(np.concatenate(row, axis=1))
    table = np.array(rows)
    print(f"{len(rows)} photos")
    for place, count in enumerate((0, *_COUNTS)):
        print(
            f"{count} true colours:",
            *(f"{way} {table[:, place, i].mean():.2f} dB" for i, way in enumerate(ways)),
        )
        for way in (1, 2):
            for i in (0, *range(len(_WAYS), len(ways))):
                gained = table[:, place, way] - table[:, place, i]
                low, high = bootstrap_interval(gained)
                print(f"    {ways[way]} over {ways[i]}: {gained.mean():+.2f} [{low:+.2f}, {high:+.2f}]")


_TRIALS: Final = {"chosen": try_chosen, "objects": try_objects, "truth": try_truth}


def main() -> None:
    parser = argparse.ArgumentParser(description="What colour points are worth.")
    parser.add_argument("photos", type=Path)
    parser.add_argument("--sources", nargs="*", default=())
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--trial", nargs="*", choices=tuple(_TRIALS), default=tuple(_TRIALS))
    parser.add_argument("--weights", type=Path, help="another network for the third trial")
    arguments = parser.parse_args()
    colorizer = NetworkColorizer.load("cpu")
    for name in arguments.trial:
        _TRIALS[name](colorizer, arguments)


if __name__ == "__main__":
    main()
