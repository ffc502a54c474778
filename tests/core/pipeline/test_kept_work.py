"""Work is found by the content of a photo, and what is damaged or another program's is left alone."""

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.common.whole_files import write_whole
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.pipeline import kept_work
from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import Guidance
from colorizer_gui.core.rendering.adjustments import Adjustments

POINTS = Guidance(np.array([[0.25, 0.5]], dtype=np.float32), np.array([[12.5, -30.0]], dtype=np.float32))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "Großmutter.jpg"
    path.write_bytes(b"one photo")
    return path


def test_it_is_found_by_content_under_another_name_and_by_another_program(
    tmp_path: Path, photo: Path
) -> None:
    work = StoredPhoto(photo, Adjustments(warmth=0.3), Treatment(page=1, negative=True), POINTS, "vivid")
    KeptWork(tmp_path / "work").keep(work)
    copy = tmp_path / "elsewhere" / "copy.jpg"
    copy.parent.mkdir()
    shutil.copy(photo, copy)
    alike = tmp_path / "alike.jpg"
    alike.write_bytes(b"two photo")  # of the same size
    kept = KeptWork(tmp_path / "work")
    found = kept.find([photo, copy, alike, tmp_path / "gone.jpg"])
    assert set(found) == {photo, copy}
    assert found[copy].path == copy
    assert found[copy].is_alike(work)
    assert len(kept) == 1


def test_a_photo_that_was_only_turned_and_cropped_is_worked_on(tmp_path: Path, photo: Path) -> None:
    geometry = Geometry(1, True, -2.5, (0.1, 0.2, 0.75, 1.0))
    work = StoredPhoto(photo, treatment=Treatment(geometry=geometry))
    KeptWork(tmp_path / "work").keep(work)
    found = KeptWork(tmp_path / "work").find([photo])[photo]
    assert found.treatment.geometry == geometry
    assert found.is_alike(work)
    assert not found.is_alike(StoredPhoto(photo))


def test_photos_of_other_sizes_are_not_even_read(
    tmp_path: Path, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptWork(tmp_path / "work")
    kept.keep(StoredPhoto(photo, Adjustments(warmth=0.3)))
    other = tmp_path / "other.jpg"
    other.write_bytes(b"a much longer photo")
    hashed: list[Path] = []

    def note(path: Path) -> str:
        hashed.append(path)
        return ""

    monkeypatch.setattr(kept_work, "file_sha256", note)
    KeptWork(tmp_path / "work").find([other])
    assert hashed == []


def test_a_photo_that_changed_is_another_one(tmp_path: Path, photo: Path) -> None:
    kept = KeptWork(tmp_path / "work")
    kept.keep(StoredPhoto(photo, Adjustments(warmth=0.3)))
    assert kept.find([photo])
    photo.write_bytes(b"two photo")
    assert kept.find([photo]) == {}


def test_where_everything_was_taken_back_nothing_is_kept(tmp_path: Path, photo: Path) -> None:
    kept = KeptWork(tmp_path / "work")
    kept.keep(StoredPhoto(photo, guidance=POINTS))
    assert len(kept) == 1
    kept.keep(StoredPhoto(photo))
    assert len(kept) == 0
    assert list((tmp_path / "work").iterdir()) == []
    kept.keep(StoredPhoto(photo))


def test_the_user_has_all_of_it_forgotten(tmp_path: Path, photo: Path) -> None:
    kept = KeptWork(tmp_path / "work")
    kept.keep(StoredPhoto(photo, guidance=POINTS))
    (tmp_path / "work" / "notes.txt").write_text("not ours")
    kept.forget_all()
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["notes.txt"]
    KeptWork(tmp_path / "none").forget_all()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"tintype": 99}', '{"tintype": 1}', "[" * 100_000])
def test_what_is_damaged_is_no_work(tmp_path: Path, photo: Path, text: str) -> None:
    kept = KeptWork(tmp_path / "work")
    kept.keep(StoredPhoto(photo, guidance=POINTS))
    (file,) = (tmp_path / "work").iterdir()
    file.write_text(text)
    assert kept.find([photo]) == {}
    kept.keep(StoredPhoto(photo, guidance=POINTS))
    assert set(kept.find([photo])) == {photo}


def test_nobody_reads_half_a_file_while_others_write(tmp_path: Path) -> None:
    path = tmp_path / "work" / "file"
    write_whole(path, b"0" * 100_000)
    seen: set[bytes] = set()

    def write(digit: bytes) -> None:
        for _ in range(20):
            write_whole(path, digit * 100_000)

    writers = [threading.Thread(target=write, args=(digit,)) for digit in (b"1", b"2")]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seen.add(path.read_bytes())
    assert {len(data) for data in seen} == {100_000}
    assert all(len(set(data)) == 1 for data in seen)
    assert [each.name for each in path.parent.iterdir()] == ["file"]


def test_what_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_whole(path, b"before")

    def fail(_handle: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("colorizer_gui.core.common.whole_files.os.fsync", fail)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_other_work_on_the_photo_is_set_aside_and_found(tmp_path: Path, photo: Path) -> None:
    kept = KeptWork(tmp_path / "work")
    nothing = StoredPhoto(photo)
    one, two, three = (StoredPhoto(photo, Adjustments(warmth=warmth)) for warmth in (0.1, 0.2, 0.3))
    kept.keep(one, nothing)
    kept.keep(two, one)
    assert [work.adjustments.warmth for work in kept.find_all(photo)] == [0.2], "which went on from it"
    kept.keep(three, nothing)
    assert [work.adjustments.warmth for work in kept.find_all(photo)] == [0.3, 0.2]
    kept.keep(nothing, one)
    assert [work.adjustments.warmth for work in kept.find_all(photo)] == [0.3, 0.2]
    assert kept.find([photo]) == {}
    assert len(kept) == 1, "one photo"
    assert kept.find_parts([photo]) == {}
    kept.forget_all()
    assert kept.find_all(photo) == ()
    assert len(kept) == 0


def test_of_each_photo_on_a_scan_the_other_work_is_its_own(tmp_path: Path, photo: Path) -> None:
    kept = KeptWork(tmp_path / "work")
    for part in (1, 2):
        for warmth in (0.1, 0.2):
            kept.keep(StoredPhoto(photo, Adjustments(warmth=warmth * part), part=part), StoredPhoto(photo))
    assert [work.adjustments.warmth for work in kept.find_all(photo, 2)] == [0.4, 0.2]
    assert [work.part for work in kept.find_parts([photo])[photo]] == [1, 2]


def test_not_more_than_a_few_are_set_aside(tmp_path: Path, photo: Path) -> None:
    kept = KeptWork(tmp_path / "work")
    for number in range(1, 10):
        kept.keep(StoredPhoto(photo, Adjustments(warmth=number / 100)), StoredPhoto(photo))
    found = [round(work.adjustments.warmth * 100) for work in kept.find_all(photo)]
    assert found == [9, 8, 7, 6, 5, 4]
