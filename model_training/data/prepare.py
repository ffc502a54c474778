"""Make the Kaggle layout from any photos: resize, crop, filter, report.

Photos stream one by one; only the arrays on disk grow. A photo is left out when it cannot be read,
is too small, is gray or nearly gray, or looks the same as an earlier one.
"""

import itertools
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray, rgb_to_lab
from model_training.common.json_files import write_json
from model_training.data.categories import Categories
from model_training.data.growing_arrays import GrowingArrays
from model_training.data.kaggle import AB_OFFSET, LIGHTNESS_FILE, MAX_ROWS, SIDE, KaggleArrays
from model_training.data.perceptual_hash import perceptual_hash
from model_training.data.photo_source import DataError, SourcePhoto, iterate_photos, listing

#: A photo whose mean chroma is below this is gray for the purpose of learning colour.
GRAY_CHROMA = 3.0
MIN_SIDE = 96
REPORT_FILE = "prepare.json"
_STATE_FILE = "prepare.state.json"
#: Photos between two moments that an interrupted attempt can go on from.
_SAVE_EVERY = 100


@dataclass(slots=True)
class PrepareReport:
    """What became of every photo; the lists hold names.

    `full` says that the layout has no room for more, and that the photos after that were not read.
    """

    kept: int = 0
    unreadable: list[str] = field(default_factory=list)
    too_small: list[str] = field(default_factory=list)
    gray: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    categories: dict[str, int] = field(default_factory=dict)
    full: bool = False

    def summary(self) -> str:
        """One line for the terminal."""
        return (
            f"kept {self.kept}; left out {len(self.unreadable)} unreadable, {len(self.too_small)} too small, "
            f"{len(self.gray)} gray, {len(self.duplicates)} duplicates"
            + (f"; stopped there, as the layout holds {MAX_ROWS}" if self.full else "")
        )


def prepare(
    sources: list[Path],
    out: Path,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> PrepareReport:
    """Write `l/` and `ab/` under `out` from the photos of `sources`.

    Stopped at any moment and called again with the same photos, it goes on where it was.

    Parameters
    ----------
    sources
        Folders, tar shards or single photos.
    out
        A folder that does not hold arrays yet.
    progress
        Called with the photos looked at and the total.

    Raises
    ------
    DataError
        When `out` holds arrays already, or when no photo is left to train on.
    """
    if (out / LIGHTNESS_FILE).exists():
        raise DataError(f"{out} holds prepared arrays already; name an empty folder.")
    total, key = listing(sources)
    state = _State.read(out, key)
    with GrowingArrays(out, state.report.kept) as rows:
        seen = {perceptual_hash(lightness) for lightness in rows.lightness()}
        progress(state.looked_at, total)
        for photo in itertools.islice(iterate_photos(sources), state.looked_at, None):
            if state.report.kept == MAX_ROWS:
                state.report.full = True
                break
            lab = _accept(photo, seen, state.report)
            if lab is not None:
                rows.append(lab)
                state.kept(photo.category)
            state.looked_at += 1
            progress(state.looked_at, total)
            if state.looked_at % _SAVE_EVERY == 0:
                rows.flush()
                state.write(out)
        if not state.report.kept:
            rows.discard()
            (out / _STATE_FILE).unlink(missing_ok=True)
            raise DataError("None of the photos can be trained on; " + state.report.summary() + ".")
        (out / REPORT_FILE).write_text(json.dumps(asdict(state.report), indent=1), encoding="utf-8")
        Categories.of(state.categories).write(out)
        rows.finish()
    (out / _STATE_FILE).unlink(missing_ok=True)
    KaggleArrays.open(out)
    return state.report


def square_lab(image_rgb: ByteArray) -> ByteArray:
    """Short side to 224, centre crop, 8-bit L*a*b* as Kaggle has it.

    Parameters
    ----------
    image_rgb
        (H, W, 3) uint8 sRGB.

    Returns
    -------
    (224, 224, 3) uint8.
    """
    height, width = image_rgb.shape[:2]
    scale = SIDE / min(height, width)
    size = (max(SIDE, round(width * scale)), max(SIDE, round(height * scale)))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = cv2.resize(image_rgb, size, interpolation=interpolation)
    top, left = (size[1] - SIDE) // 2, (size[0] - SIDE) // 2
    crop = resized[top : top + SIDE, left : left + SIDE]
    lab = rgb_to_lab(crop.astype(np.float32) / 255)
    lab[..., 0] *= 255 / 100
    lab[..., 1:] += AB_OFFSET
    return np.clip(np.rint(lab), 0, 255).astype(np.uint8)


def _accept(photo: SourcePhoto, seen: set[bytes], report: PrepareReport) -> ByteArray | None:
    image = photo.decode_rgb()
    if image is None:
        report.unreadable.append(photo.name)
        return None
    if min(image.shape[:2]) < MIN_SIDE:
        report.too_small.append(photo.name)
        return None
    lab = square_lab(image)
    chroma = np.hypot(*(lab[..., 1:].astype(np.float32) - AB_OFFSET).transpose(2, 0, 1))
    if chroma.mean() < GRAY_CHROMA:
        report.gray.append(photo.name)
        return None
    key = perceptual_hash(lab[..., 0])
    if key in seen:
        report.duplicates.append(photo.name)
        return None
    seen.add(key)
    return lab


@dataclass(slots=True)
class _State:
    """How far it is: what has to be known to go on after an interruption."""

    key: str
    looked_at: int = 0
    categories: list[str] = field(default_factory=list)
    report: PrepareReport = field(default_factory=PrepareReport)

    def kept(self, category: str) -> None:
        """Count one more row."""
        self.report.kept += 1
        self.report.categories[category] = self.report.categories.get(category, 0) + 1
        self.categories.append(category)

    def write(self, out: Path) -> None:
        """Write whole or not at all."""
        write_json(out / _STATE_FILE, asdict(self))

    @classmethod
    def read(cls, out: Path, key: str) -> Self:
        """What an interrupted attempt with the same photos has left, or a new one."""
        try:
            values = json.loads((out / _STATE_FILE).read_text(encoding="utf-8"))
            state = cls(**(values | {"report": PrepareReport(**values["report"])}))
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return cls(key)
        whole = state.key == key and GrowingArrays.holds(out, state.report.kept)
        return state if whole else cls(key)
