"""`prepare --shards`: photos of any kind become indexed tar shards of photos at their own size and shape."""

import io
import itertools
import json
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Final, Self

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray, rgb_to_lab
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io.formats import detect_format
from model_training.common.json_files import write_json
from model_training.data.decoding import UndecodableError, opencv_rgb, program_rgb
from model_training.data.perceptual_hash import perceptual_hash
from model_training.data.photo_source import DataError, SourcePhoto, iterate_photos, listing
from model_training.data.prepare import GRAY_CHROMA, MIN_SIDE, REPORT_FILE
from model_training.shards.shard_index import INDEX_SUFFIX, ShardIndex
from model_training.shards.shard_list import LIST_FILE

#: Bytes of a shard, about.
SHARD_BYTES: Final = 256 * 10**6
_STATE_FILE: Final = "prepare.state.json"
_JPEG: Final = (
    *(cv2.IMWRITE_JPEG_QUALITY, 95),
    *(cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444),
)
#: OpenCV's colours may be so far from the program's, on the mean, that a file is kept as it is.
_SAME: Final = 1.0
_CHROMA_SIDE: Final = 128
#: Formats that stay as they are.
_KEPT: Final = (PhotoFormat.JPEG, PhotoFormat.PNG, PhotoFormat.WEBP, PhotoFormat.AVIF)


@dataclass(slots=True)
class ShardsReport:
    """What became of every file.

    Attributes
    ----------
    kept, encoded_anew
        Photos in the shards, and how many of them are not the bytes that they came as.
    left_out
        Why, by name.
    categories
        Photos of each.
    """

    kept: int = 0
    encoded_anew: int = 0
    left_out: dict[str, str] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)

    def summary(self) -> str:
        """One line for the terminal."""
        return (
            f"kept {self.kept} photos ({self.encoded_anew} of them encoded anew, as sRGB); "
            f"left out {len(self.left_out)} files, each named with its reason in {REPORT_FILE}"
        )


def prepare_shards(
    sources: list[Path],
    out: Path,
    *,
    shard_bytes: int = SHARD_BYTES,
    short_side: int = 0,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ShardsReport:
    """Write shards, an index beside each, and a list of them.

    The bytes of JPEG, PNG, WebP and AVIF stay as they are where OpenCV, which a training decodes with, sees
    the program's colours in them; others become JPEGs of quality 95. Stopped at any moment and called again
    with the same photos, it goes on with the shard that was begun, and the result is the same.

    Parameters
    ----------
    sources
        Folders, archives and single photos.
    out
        A folder without a list of shards.
    shard_bytes
        A shard ends after as many.
    short_side
        Photos with a longer one are scaled down to it; 0 keeps their size.
    progress
        Called with the photos looked at and the total.

    Raises
    ------
    DataError
        When `out` holds shards already, or when no photo is left to train on.
    """
    if (out / LIST_FILE).exists():
        raise DataError(f"{out} holds shards already; name an empty folder.")
    total, listed = listing(sources)
    out.mkdir(parents=True, exist_ok=True)
    state = _State.read(out, f"{listed} {shard_bytes} {short_side}")
    others: list[str] = []
    photos = itertools.islice(iterate_photos(sources, others.append), state.looked_at, None)
    done = itertools.count(state.looked_at + 1)
    accepting = _Accepting(state, short_side, lambda: progress(next(done), total))
    progress(state.looked_at, total)
    accepted = accepting.photos(photos)
    while (first := next(accepted, None)) is not None:
        _write_shard(out, itertools.chain([first], accepted), accepting, shard_bytes)
        state.write(out)
    report = state.report
    report.left_out |= dict.fromkeys(others, "is no photo")
    (out / _STATE_FILE).unlink(missing_ok=True)
    write_json(out / REPORT_FILE, asdict(report), indent=1)
    if not report.kept:
        raise DataError("None of the photos can be trained on; " + report.summary() + ".")
    write_json(out / LIST_FILE, {"wids_version": 1, "name": out.resolve().name, "shardlist": state.shards}, 1)
    return report


@dataclass(slots=True)
class _State:
    """What has to be known to go on after an interruption: all up to the last whole shard."""

    key: str
    looked_at: int = 0
    looks: list[str] = field(default_factory=list)
    shards: list[dict[str, object]] = field(default_factory=list)
    report: ShardsReport = field(default_factory=ShardsReport)

    def write(self, out: Path) -> None:
        """Write whole or not at all."""
        write_json(out / _STATE_FILE, asdict(self))

    @classmethod
    def read(cls, out: Path, key: str) -> Self:
        """What an interrupted attempt with the same photos has left, or a new one."""
        try:
            values = json.loads((out / _STATE_FILE).read_text(encoding="utf-8"))
            state = cls(**(values | {"report": ShardsReport(**values["report"])}))
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return cls(key)
        whole = state.key == key and all((out / str(each["url"])).exists() for each in state.shards)
        return state if whole else cls(key)


@dataclass(slots=True)
class _Accepted:
    """A photo that goes into a shard."""

    name: str
    category: str
    data: bytes
    look: str


class _Accepting:
    """Looks at photos one by one, and writes down what becomes of each."""

    def __init__(self, state: _State, short_side: int, advance: Callable[[], None]) -> None:
        self.state, self._short_side, self._advance = state, short_side, advance
        self._seen = set(state.looks)

    def photos(self, photos: Iterator[SourcePhoto]) -> Iterator[_Accepted]:
        """Those that can be trained on, as they go into a shard."""
        for photo in photos:
            data = photo.read()
            try:
                image = program_rgb(data, photo.name)
                reason, look = self._refused(image)
            except UndecodableError as exc:
                reason, look = str(exc), ""
            self.state.looked_at += 1
            if reason:
                self.state.report.left_out[photo.name] = reason
            else:
                self._seen.add(look)
                yield self._encoded(photo, data, image, look)
            self._advance()

    def _refused(self, image: ByteArray) -> tuple[str, str]:
        """Why a photo is left out, or nothing, and what it looks like."""
        height, width = image.shape[:2]
        if min(height, width) < MIN_SIDE:
            return f"is smaller than {MIN_SIDE} pixels", ""
        scale = min(1.0, _CHROMA_SIDE / min(height, width))
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.float32) / 255
        lab = rgb_to_lab(small.astype(np.float32))
        if np.hypot(lab[..., 1], lab[..., 2]).mean() < GRAY_CHROMA:
            return "is gray or nearly gray", ""
        look = perceptual_hash(np.clip(np.rint(lab[..., 0] * (255 / 100)), 0, 255).astype(np.uint8)).hex()
        return ("is the same as an earlier one" if look in self._seen else ""), look

    def _encoded(self, photo: SourcePhoto, data: bytes, image: ByteArray, look: str) -> _Accepted:
        report = self.state.report
        report.categories[photo.category] = report.categories.get(photo.category, 0) + 1
        suffix = PurePosixPath(photo.name).suffix.lower()
        short = min(image.shape[:2])
        large = bool(self._short_side) and short > self._short_side
        if large or not _sees_the_same(data, image):
            if large:
                scale = self._short_side / short
                height, width = (max(self._short_side, round(side * scale)) for side in image.shape[:2])
                image = np.asarray(cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
            data = cv2.imencode(".jpg", image[..., ::-1], _JPEG)[1].tobytes()
            report.encoded_anew += 1
            suffix = ".jpg"
        name = f"{photo.category}/{report.kept:08}-{PurePosixPath(photo.name).stem}{suffix}"
        report.kept += 1
        return _Accepted(name, photo.category, data, look)


def _sees_the_same(data: bytes, image: ByteArray) -> bool:
    """Whether OpenCV decodes the same picture."""
    if detect_format(data) not in _KEPT:
        return False
    try:
        plain = opencv_rgb(data)
    except UndecodableError:
        return False
    return plain.shape == image.shape and bool(cv2.absdiff(plain, image).mean() <= _SAME)


def _write_shard(out: Path, photos: Iterator[_Accepted], accepting: _Accepting, most: int) -> None:
    """Write one shard and its index; the shard has its name when all is there."""
    state = accepting.state
    path = out / f"{len(state.shards):06}.tar"
    partial = path.with_suffix(".partial")
    looks, held = [], 0
    with tarfile.open(partial, "w", format=tarfile.GNU_FORMAT) as archive:
        for photo in photos:
            member = tarfile.TarInfo(photo.name)
            member.size = len(photo.data)
            archive.addfile(member, io.BytesIO(photo.data))
            looks.append(photo.look)
            held += len(photo.data)
            if held >= most:
                break
    index = ShardIndex.read(str(partial))
    if len(index.table) != len(looks):
        raise DataError(f"{partial} lacks photos that were written to it; check the disk.")
    replace(index, plain=True).write(path.with_suffix(INDEX_SUFFIX))
    partial.replace(path)
    state.looks += looks
    facts = {"url": path.name, "nsamples": len(looks), "filesize": index.size, "sha256": index.sha256}
    state.shards.append(dict(facts))
