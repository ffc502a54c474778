"""Large arrays behave like others, and their files go when they do."""

import gc
import mmap
from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.common import large_arrays


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_arrays, "LARGE", 1)


def in_file(array: large_arrays.AnyArray) -> bool:
    base: object = array
    while isinstance(base, np.ndarray):
        base = base.base
    return isinstance(base, mmap.mmap) or (isinstance(base, memoryview) and isinstance(base.obj, mmap.mmap))


def test_small_arrays_are_ordinary_ones() -> None:
    assert not in_file(large_arrays.empty((10, 10), np.float32))


@pytest.mark.usefixtures("everything_is_large")
def test_what_was_written_is_still_there_when_the_pages_were_given_back() -> None:
    array = large_arrays.empty((600, 700), np.float32)
    assert in_file(array)
    array[:] = np.arange(array.size, dtype=np.float32).reshape(array.shape)
    thread = large_arrays._janitor._thread
    if thread is not None:  # not on Windows
        for memory in list(large_arrays._janitor._maps):
            memory.madvise(mmap.MADV_DONTNEED)
            del memory
    np.testing.assert_array_equal(array.ravel(), np.arange(array.size, dtype=np.float32))
    del array
    gc.collect()
    if thread is not None:
        thread.join(300)
        assert not thread.is_alive(), "somebody keeps what was given back"


def test_who_looks_fast_gives_pages_back_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    bands = [slice(top, top + 3) for top in range(0, 30, 3)]
    given: list[None] = []
    monkeypatch.setattr(large_arrays, "_PIECE", 500)
    monkeypatch.setattr(large_arrays, "give_back", lambda: given.append(None))
    counts = [(band, len(given)) for band in large_arrays.sparing(bands, 100)]
    assert [band for band, _ in counts] == bands
    assert [count for _, count in counts] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4], "after each two bands"


@pytest.mark.usefixtures("everything_is_large")
def test_views_keep_their_file() -> None:
    part = large_arrays.empty((50, 60, 3), np.uint8)[10:20, 5:9]
    gc.collect()
    part[:] = 7
    assert part.sum() == 7 * part.size


@pytest.mark.usefixtures("everything_is_large")
def test_another_order_of_elements() -> None:
    image = np.random.default_rng(0).integers(0, 256, (70, 1000, 4), dtype=np.uint8)
    for view in (image[..., 1], image[::-1], image.swapaxes(0, 1), image[..., :3]):
        ordered = large_arrays.contiguous(view)
        assert ordered.flags.c_contiguous
        np.testing.assert_array_equal(ordered, view)
    assert large_arrays.contiguous(image) is image


@pytest.mark.usefixtures("everything_is_large")
def test_a_full_disk_leaves_the_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_size: int) -> mmap.mmap:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(large_arrays, "_mapped", fail)
    array = large_arrays.empty((5, 6), np.uint16)
    assert array.shape == (5, 6)
    assert not in_file(array)


@pytest.mark.parametrize("large", [False, True])
def test_the_content_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: bool) -> None:
    monkeypatch.setattr(large_arrays, "LARGE", 1 if large else 1 << 30)
    monkeypatch.setattr(large_arrays, "_PIECE", 1000)
    content = bytes(range(256)) * 17
    (tmp_path / "file").write_bytes(content)
    found = large_arrays.file_content(tmp_path / "file")
    assert isinstance(found, mmap.mmap) is large
    assert found[:] == content
