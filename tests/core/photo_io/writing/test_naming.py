"""Names of results."""

from pathlib import Path

import pytest

from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES, WRITABLE_SUFFIXES, default_target, free_path


def test_a_free_name_is_taken_as_it_is(folder: Path) -> None:
    assert free_path(folder / "Ñandú 日本.jpg") == folder / "Ñandú 日本.jpg"


def test_a_taken_name_gets_the_first_free_number(folder: Path) -> None:
    for name in ("Ñandú 日本.jpg", "Ñandú 日本 (2).jpg", "Ñandú 日本 (4).jpg"):
        (folder / name).touch()
    assert free_path(folder / "Ñandú 日本.jpg") == folder / "Ñandú 日本 (3).jpg"


def test_a_broken_link_counts_as_taken(folder: Path) -> None:
    (folder / "photo.jpg").symlink_to(folder / "nowhere")
    assert free_path(folder / "photo.jpg") == folder / "photo (2).jpg"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ñandú 日本.jpg", "Ñandú 日本-colorized.jpg"),
        ("SCAN.TIF", "SCAN-colorized.TIF"),
        ("1932.05.01.webp", "1932.05.01-colorized.webp"),
        ("scan.heic", "scan-colorized.png"),
        ("scan", "scan-colorized.png"),
    ],
)
def test_results_stand_beside_their_source(folder: Path, source: str, target: str) -> None:
    assert default_target(folder / source) == folder / target
    assert default_target(folder / source, Path("other")) == Path("other") / target


def test_all_suffixes_can_be_written() -> None:
    assert {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp"} <= SUPPORTED_SUFFIXES
    for suffix in SUPPORTED_SUFFIXES:
        expected = suffix if suffix in WRITABLE_SUFFIXES else ".png"
        assert default_target(Path(f"photo{suffix}")).suffix == expected


@pytest.mark.parametrize("letter", ["a", "ä", "写", "\U0001f4f7"])
def test_a_name_that_would_be_too_long_is_shortened(folder: Path, letter: str) -> None:
    stem = letter * (251 // len(letter.encode()))
    target = default_target(folder / f"{stem}.jpg")
    assert len(target.name.encode()) <= 240
    assert target.stem.endswith("-colorized")
    assert stem.startswith(target.stem.removesuffix("-colorized"))
    target.touch()
    second = free_path(target)
    assert second.name.endswith("-colorized (2).jpg")
    longest = folder / (stem[: -len(" (2)")] + ".jpg")
    longest.touch()
    free_path(longest).touch()
