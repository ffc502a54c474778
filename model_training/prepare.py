"""Make the Kaggle layout from any photos: resize, crop, filter, report.

Photos stream one by one; only the arrays on disk grow. A photo is left out when it cannot be read,
is too small, is gray or nearly gray, or looks the same as an earlier one.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

import cv2
import numpy as np

from colorizer_gui.core.color import ByteArray, rgb_to_lab
from model_training.kaggle import AB_FILES, AB_OFFSET, LIGHTNESS_FILE, MAX_ROWS, PART_ROWS, SIDE, KaggleArrays
from model_training.photo_source import DataError, SourcePhoto, count_photos, iterate_photos

#: A photo whose mean chroma is below this is gray for the purpose of learning colour.
GRAY_CHROMA = 3.0
MIN_SIDE = 96
REPORT_FILE = "prepare.json"


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
    sources: list[Path], out: Path, *, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> PrepareReport:
    """Write `l/` and `ab/` under `out` from the photos of `sources`.

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
    total = count_photos(sources)
    report = PrepareReport()
    seen: set[bytes] = set()
    with _Rows(out) as rows:
        for done, photo in enumerate(iterate_photos(sources), start=1):
            lab = _accept(photo, seen, report)
            if lab is not None:
                rows.append(lab)
                report.kept += 1
                report.categories[photo.category] = report.categories.get(photo.category, 0) + 1
            progress(done, total)
            if report.kept == MAX_ROWS:
                report.full = True
                break
        if not report.kept:
            raise DataError("None of the photos can be trained on; " + report.summary() + ".")
        rows.finish()
    (out / REPORT_FILE).write_text(json.dumps(asdict(report), indent=1), encoding="utf-8")
    KaggleArrays.open(out)
    return report


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
    key = _fingerprint(lab)
    if key in seen:
        report.duplicates.append(photo.name)
        return None
    seen.add(key)
    return lab


def _fingerprint(lab: ByteArray) -> bytes:
    """A hash that survives light recompression: signs of the low frequencies of the lightness (pHash)."""
    small = cv2.resize(lab[..., 0], (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32)
    low = np.asarray(cv2.dct(small))[:12, :12].ravel()[1:]
    return np.packbits(low > np.median(low)).tobytes()


class _Rows:
    """Growing arrays on disk that become .npy files with `finish`, and vanish without it."""

    def __init__(self, out: Path) -> None:
        self.count = 0
        for file in (LIGHTNESS_FILE, *AB_FILES):
            (out / file).parent.mkdir(parents=True, exist_ok=True)
        self._lightness = _RawRows(out / LIGHTNESS_FILE, (SIDE, SIDE))
        self._ab = [_RawRows(out / file, (SIDE, SIDE, 2)) for file in AB_FILES]

    def append(self, lab: ByteArray) -> None:
        self._lightness.append(lab[..., 0])
        self._ab[self.count // PART_ROWS].append(lab[..., 1:])
        self.count += 1

    def finish(self) -> None:
        for rows in (*self._ab, self._lightness):  # lightness last: it says that the folder is whole
            rows.finish()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        for rows in (*self._ab, self._lightness):
            rows.discard()


class _RawRows:
    """Rows streamed behind a .npy header of fixed length, which is filled in at the end."""

    def __init__(self, path: Path, tail: tuple[int, ...]) -> None:
        self.path = path
        self.tail = tail
        self.count = 0
        self._partial = path.with_suffix(".partial")
        self._file = self._partial.open("wb")
        self._write_header()

    def _write_header(self) -> None:
        header = {"descr": "|u1", "fortran_order": False, "shape": (self.count, *self.tail)}
        # NumPy pads the header so that the first axis may grow without moving the data.
        np.lib.format.write_array_header_1_0(self._file, header)

    def append(self, row: ByteArray) -> None:
        self._file.write(np.ascontiguousarray(row).tobytes())
        self.count += 1

    def finish(self) -> None:
        self._file.seek(0)
        self._write_header()
        self._file.close()
        if self.count:
            self._partial.replace(self.path)

    def discard(self) -> None:
        self._file.close()
        self._partial.unlink(missing_ok=True)
