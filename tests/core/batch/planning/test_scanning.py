"""Which photos are meant."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorizer_gui.core.batch import scan
from colorizer_gui.core.batch.planning.natural_order import natural_key
from colorizer_gui.core.batch.planning.scanning import LeftOut
from tests.support.batch.box import make_box


def touch(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def found(folder: Path, *, recursive: bool = True) -> list[str]:
    photos = scan([folder], recursive=recursive).photos
    return [photo.path.relative_to(folder).as_posix() for photo in photos]


def test_natural_order() -> None:
    names = ["Scan 10", "scan 2", "scan 1b", "scan 1", "Ä 1", "b", "a 007", "a 7", "10", "9"]
    assert sorted(names, key=natural_key) == [
        "9",
        "10",
        "a 007",
        "a 7",
        "Ä 1",
        "b",
        "scan 1",
        "scan 1b",
        "scan 2",
        "Scan 10",
    ]


@given(st.lists(st.text(max_size=12), max_size=12))
def test_natural_order_is_an_order_of_any_names(names: list[str]) -> None:
    once = sorted(names, key=natural_key)
    backwards = names[::-1]
    assert sorted(backwards, key=natural_key) == once


def test_files_of_a_folder_come_before_its_folders(tmp_path: Path) -> None:
    touch(tmp_path, "z.jpg", "a/10.jpg", "a/9.jpg", "a/b/1.jpg", "B/1.tif")
    assert found(tmp_path) == ["z.jpg", "a/9.jpg", "a/10.jpg", "a/b/1.jpg", "B/1.tif"]
    assert found(tmp_path, recursive=False) == ["z.jpg"]


def test_what_is_no_photo_is_left_out_and_named(tmp_path: Path) -> None:
    names = ["._a.jpg", ".b.jpg", "Thumbs.db", "desktop.ini", "c.txt", "d", "e-colorized (2).png", "f.JPEG"]
    touch(tmp_path, *names, ".trash/g.jpg", ".tintype-batch.journal")
    result = scan([tmp_path], recursive=True)
    assert [photo.path.name for photo in result.photos] == ["f.JPEG"]
    left_out = {reason: {path.name for path in paths} for reason, paths in result.left_out.items()}
    assert left_out == {
        LeftOut.HIDDEN: {"._a.jpg", ".b.jpg", ".trash"},
        LeftOut.SYSTEM: {"Thumbs.db", "desktop.ini"},
        LeftOut.NO_PHOTO: {"c.txt", "d"},
        LeftOut.RESULT: {"e-colorized (2).png"},
    }
    assert not scan([tmp_path / "f.JPEG"], recursive=True).left_out


def test_the_box(tmp_path: Path) -> None:
    box = make_box(tmp_path / "box", 20)
    result = scan([box.folder], recursive=True)
    assert {photo.path for photo in result.photos} == {*box.good, *box.bad}
    assert result.problems == ()
    assert {photo.root for photo in result.photos} == {box.folder}


def test_named_files_are_taken_whatever_they_are_called(tmp_path: Path) -> None:
    touch(tmp_path, ".hidden", "a-colorized.jpg")
    inputs = [tmp_path / ".hidden", tmp_path / "a-colorized.jpg", tmp_path / "missing.jpg"]
    assert [photo.path for photo in scan(inputs, recursive=False).photos] == inputs


def test_nothing_is_taken_twice(tmp_path: Path) -> None:
    touch(tmp_path, "a.jpg", "in/b.jpg")
    result = scan([tmp_path / "a.jpg", tmp_path, tmp_path / "in", tmp_path / "in" / "b.jpg"], recursive=True)
    assert [photo.path.name for photo in result.photos] == ["a.jpg", "b.jpg"]
    assert result.problems == ()


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert "no photos" in scan([tmp_path], recursive=True).problems[0]


def test_known_results_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "a.jpg", "a_c.jpg", "results/b.jpg")
    known = {tmp_path / "a_c.jpg", tmp_path / "results"}
    result = scan([tmp_path], recursive=True, results=known)
    assert [photo.path.name for photo in result.photos] == ["a.jpg"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links(tmp_path: Path) -> None:
    box, other = touch(tmp_path / "box", "real/a.jpg"), touch(tmp_path / "other", "b.jpg", "c.jpg")
    (box / "a loop").symlink_to(box)
    (box / "a link").symlink_to(box / "real")
    (box / "elsewhere").symlink_to(other)
    (box / "A file.jpg").symlink_to(box / "real" / "a.jpg")
    (box / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (box / "self.jpg").symlink_to(box / "self.jpg")
    os.mkfifo(box / "pipe.jpg")
    assert found(box) == ["gone.jpg", "self.jpg", "elsewhere/b.jpg", "elsewhere/c.jpg", "real/a.jpg"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that count")
def test_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    touch(tmp_path, "a.jpg", "locked/b.jpg")
    (tmp_path / "locked").chmod(0)
    try:
        result = scan([tmp_path], recursive=True)
    finally:
        (tmp_path / "locked").chmod(0o700)
    assert [photo.path.name for photo in result.photos] == ["a.jpg"]
    assert "locked" in result.problems[0]
