"""Addresses: listed, read, written, and never overwritten; the store is fsspec's own in memory."""

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from colorizer_gui.cluster import storage
from colorizer_gui.cluster.errors import StorageError
from colorizer_gui.cluster.scanning import scan_everywhere
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.planning.scanning import LeftOut
from colorizer_gui.core.common.addresses import Address, is_address, place


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    system = fsspec.filesystem("memory")
    for name in ("box/scan 10.jpg", "box/scan 2.jpg", "box/inner/b.png", "box/letter.txt", "box/.hidden.jpg"):
        system.pipe_file(f"/{name}", name.encode())
    yield system
    system.rm("/", recursive=True)


def test_an_address_is_a_path_that_says_itself() -> None:
    scan = place("s3://bucket/box/scan 1.jpg")
    assert isinstance(scan, Address)
    assert str(scan) == "s3://bucket/box/scan 1.jpg"
    assert str(scan.parent / "x.png") == "s3://bucket/box/x.png"
    assert str(scan.relative_to(place("s3://bucket"))) == "box/scan 1.jpg"
    assert absolute(scan) == scan
    assert not is_address(place("C:/photos"))
    assert not is_address(place("scans/a.jpg"))


def test_photos_are_found_as_in_folders(store: fsspec.AbstractFileSystem) -> None:
    found = scan_everywhere([place("memory://box")], recursive=True)
    assert [str(photo.path) for photo in found.photos] == [
        "memory://box/scan 2.jpg",
        "memory://box/scan 10.jpg",
        "memory://box/inner/b.png",
    ]
    assert [str(photo.inner_folder) for photo in found.photos] == [".", ".", "inner"]
    assert {reason: len(paths) for reason, paths in found.left_out.items()} == {
        LeftOut.NO_PHOTO: 1,
        LeftOut.HIDDEN: 1,
    }
    flat = scan_everywhere([place("memory://box")], recursive=False)
    assert len(flat.photos) == 2


def test_a_name_that_is_taken_gets_a_number(store: fsspec.AbstractFileSystem) -> None:
    store.pipe_file("/out/a.jpg", b"of somebody else")
    store.pipe_file("/out/work/a.jpg", b"new")
    announced: list[Path] = []
    hidden = storage.address("memory://out/work/a.jpg")
    given = storage.publish(hidden, place("memory://out/a.jpg"), announced.append)
    assert str(given) == "memory://out/a (2).jpg"
    assert announced == [given]
    assert storage.read(given) == b"new"
    assert store.cat_file("/out/a.jpg") == b"of somebody else"


def test_what_is_not_there_is_said_in_a_sentence(store: fsspec.AbstractFileSystem) -> None:
    with pytest.raises(StorageError, match=r'There is nothing at "memory://box/none\.jpg"') as caught:
        storage.read(place("memory://box/none.jpg"))
    assert caught.value.missing
    with pytest.raises(StorageError, match="install Tintype with its extra"):
        storage.read(place("nothing://box/none.jpg"))


def test_a_store_that_fails_for_a_moment_is_asked_again(
    store: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("colorizer_gui.cluster.storage.time.sleep", pauses.append)
    answers = iter([OSError("slow down"), OSError("slow down"), None])

    def cat(_self: object, _path: str) -> bytes:
        answer = next(answers)
        if answer is not None:
            raise answer
        return b"there"

    monkeypatch.setattr(type(store), "cat_file", cat)
    assert storage.read(place("memory://box/scan 2.jpg")) == b"there"
    assert pauses == [0.5, 2.0]
