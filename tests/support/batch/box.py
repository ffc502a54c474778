"""A box of scans as a family has it, a colorizer that costs nothing, and what must hold afterwards."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.prediction.prediction import Guidance, Prediction

FOLDERS = ("", "Großmutter 1932", "Großmutter 1932/Ñandú 日本", "a.jpg", "box 10/box 2")
SUFFIXES = (".JPG", ".jpg", ".png", ".tif")
SIZE = (48, 32)


class WarmColorizer:
    """Gives every photo the same warm tint, and does what a test wants at a certain call."""

    def __init__(self) -> None:
        self.calls = 0
        self.guidances: list[Guidance | None] = []
        self.notice = ""
        self.at_call: dict[int, Callable[[], None]] = {}

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        self.calls += 1
        self.guidances.append(guidance)
        self.at_call.get(self.calls, lambda: None)()
        ab = np.full((8, 8, 2), (10.0, 20.0), dtype=np.float32)
        return Prediction(ab, np.ones((8, 8), dtype=np.float32), notice=self.notice)


@dataclass(frozen=True)
class Box:
    """A folder with `good` photos, `bad` ones, and what is no photo."""

    folder: Path
    good: tuple[Path, ...]
    bad: tuple[Path, ...]
    hashes: dict[Path, str]

    def expected(self, out: Path) -> set[Path]:
        """Where the results belong."""
        return {
            out / path.relative_to(self.folder).with_name(f"{path.stem}-colorized{path.suffix}")
            for path in self.good
        }

    def check(self, out: Path) -> None:
        """Each good photo is there exactly once and whole, and nothing else is; originals are unchanged."""
        found = {path for path in out.rglob("*") if path.is_file()}
        hidden = {path for path in found if path.name.startswith(".")}
        assert found - hidden == self.expected(out), found ^ self.expected(out)
        assert {path.name for path in hidden} <= {".tintype-batch.journal"}, hidden
        for path in found - hidden:
            result = read_photo(path)
            assert result.size == SIZE, path
            assert result.notice.color is not ColorKind.NEUTRAL, path
        assert hashes(self.folder) == self.hashes


def make_photo(path: Path, seed: int = 0, size: tuple[int, int] = SIZE) -> Path:
    """A small gray photo of noise that no other seed gives."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(40, 200, (size[1], size[0])).astype(np.uint8)
    with path.open("wb") as stream:
        kind = {".jpg": "JPEG", ".png": "PNG", ".tif": "TIFF"}[path.suffix.lower()]
        Image.fromarray(pixels).save(stream, format=kind)
    return path


def make_box(folder: Path, photos: int) -> Box:
    """A tree with everything that is known to go wrong."""
    good = [
        make_photo(
            folder / FOLDERS[n % len(FOLDERS)] / f"Ñandú 日本 ({n}){SUFFIXES[n % len(SUFFIXES)]}", seed=n
        )
        for n in range(photos)
    ]
    whole = good[1].read_bytes()
    contents = {
        "cut.jpg": whole[: len(whole) // 2],
        "text.png": b"no photo",
        "zero.tif": b"II*\0" + bytes(64),
    }
    contents["box 10/empty.jpg"] = b""
    bad = []
    for name, content in contents.items():
        bad.append(folder / name)
        bad[-1].parent.mkdir(parents=True, exist_ok=True)
        bad[-1].write_bytes(content)
    for name in ("._x.jpg", "Großmutter 1932/Thumbs.db", ".hidden/y.jpg", "letter.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(whole)
    if os.name != "nt":
        (folder / "Großmutter 1932" / "loop").symlink_to(folder)
        (folder / "Großmutter 1932" / "again.jpg").symlink_to(good[1])
    return Box(folder, tuple(good), tuple(bad), hashes(folder))


def hashes(folder: Path) -> dict[Path, str]:
    """SHA-256 of all files."""
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def photos_in(folder: Path) -> list[str]:
    """What is there, apart from the journal."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
