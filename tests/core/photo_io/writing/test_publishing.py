"""No file is ever overwritten, and none is left behind."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from colorizer_gui.core.photo_io.writing import publishing
from colorizer_gui.core.photo_io.writing.naming import free_path
from colorizer_gui.core.photo_io.writing.publishing import publish, temporary_file


def names(folder: Path) -> list[str]:
    """All that is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def no_links(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.fixture(params=["links", "no links"], autouse=True)
def file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs on a file system with and on one without hard links."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)


def write_and_publish(target: Path, content: bytes) -> Path:
    with temporary_file(target.parent) as (temporary, stream):
        stream.write(content)
        stream.close()
        return publish(temporary, target)


def test_a_finished_file_gets_its_name(folder: Path) -> None:
    target = folder / "Ñandú 日本.png"
    assert write_and_publish(target, b"new") == target
    assert target.read_bytes() == b"new"
    assert names(folder) == [target.name]


def test_a_taken_name_gets_a_number(folder: Path) -> None:
    target = folder / "photo.png"
    target.write_bytes(b"old")
    assert write_and_publish(target, b"new") == folder / "photo (2).png"
    assert target.read_bytes() == b"old"
    assert (folder / "photo (2).png").read_bytes() == b"new"
    assert len(names(folder)) == 2


def test_a_file_that_appears_at_the_last_moment_survives(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder / "photo.png"
    rivals = 0

    def outrun(path: Path) -> Path:
        nonlocal rivals
        chosen = free_path(path)
        if rivals < 2:
            chosen.write_bytes(b"rival")
            rivals += 1
        return chosen

    monkeypatch.setattr(publishing, "free_path", outrun)
    assert write_and_publish(target, b"new") == folder / "photo (3).png"
    contents = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert contents == {"photo.png": b"rival", "photo (2).png": b"rival", "photo (3).png": b"new"}


def test_a_failing_rename_leaves_no_reservation(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="Input/output"):
        write_and_publish(folder / "photo.png", b"new")
    assert names(folder) == []


def test_other_errors_of_linking_are_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", fail)
    with pytest.raises(OSError, match="No space"):
        write_and_publish(folder / "photo.png", b"new")
    assert names(folder) == []


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt, SystemExit])
def test_the_temporary_file_goes_whatever_happens(folder: Path, error: type[BaseException]) -> None:
    def fail() -> NoReturn:
        with temporary_file(folder) as (temporary, stream):
            stream.write(b"half")
            assert names(folder) == [temporary.name]
            assert temporary.name.startswith(".")
            raise error

    with pytest.raises(error):
        fail()
    assert names(folder) == []


def test_permissions_are_those_of_any_new_file(folder: Path) -> None:
    (folder / "ordinary").touch()
    written = write_and_publish(folder / "photo.png", b"new")
    assert written.stat().st_mode == (folder / "ordinary").stat().st_mode
