"""Photos whose own format, or whose own name, cannot hold the result."""

import struct
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.batch import JobState, OnExisting, RunOptions
from colorizer_gui.core.photo_io import read_photo
from tests.support.batch.bench import Bench

SIZE = (20, 30)


def transparent_bmp(path: Path) -> None:
    """32 bits with a mask for alpha (BITMAPV5HEADER)."""
    height, width = SIZE
    fields = struct.pack("<iiHHIIiiII", width, -height, 1, 32, 3, 0, 2835, 2835, 0, 0)
    masks = struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, 0xFF000000).ljust(84, b"\0")
    pixels = np.random.default_rng(0).integers(1, 255, (height, width, 4), dtype=np.uint8).tobytes()
    head = b"BM" + struct.pack("<IHHI", 138 + len(pixels), 0, 0, 138) + struct.pack("<I", 124)
    path.write_bytes(head + fields + masks + pixels)


def deep_jpeg(path: Path) -> None:
    values = np.linspace(0, 4095, SIZE[0] * SIZE[1]).reshape(SIZE).astype(np.uint16)
    path.write_bytes(bytes(imagecodecs.jpeg_encode(values, bitspersample=12)))


def test_what_the_own_format_cannot_hold_becomes_a_png(bench: Bench) -> None:
    bench.box.mkdir()
    transparent_bmp(bench.box / "a.bmp")
    deep_jpeg(bench.box / "b.jpg")
    Image.fromarray(np.full((*SIZE, 3), 90, np.uint8)).save(bench.box / "c.bmp")
    bench.add()
    assert bench.run().counts == {JobState.DONE: 3}
    messages = [job.message for job in bench.queue.jobs]
    assert "PNG" in messages[0]
    assert "its transparency" in messages[0]
    assert "its 16 bits" in messages[1]
    assert "PNG" not in messages[2]
    written = [job.output for job in bench.queue.jobs]
    assert [path.suffix for path in written if path] == [".png", ".png", ".bmp"]
    for job in bench.queue.jobs:
        assert job.output is not None
        source, result = read_photo(job.request.source), read_photo(job.output)
        assert (result.depth, result.size) == (source.depth, source.size)
        assert (result.alpha is None) == (source.alpha is None)
        assert abs(result.lightness - source.lightness).mean() < 1.0


def test_a_png_that_is_there_already_is_skipped_or_gets_a_number(bench: Bench) -> None:
    bench.box.mkdir()
    transparent_bmp(bench.box / "a.bmp")
    bench.add()
    bench.run()
    (first,) = bench.results()
    bench.queue.start_over()
    bench.options = RunOptions(reserve=0, skip_done=False, on_existing=OnExisting.SKIP)
    bench.add()
    bench.run()
    assert bench.results() == [first]
    bench.queue.start_over()
    bench.options = RunOptions(reserve=0, skip_done=False)
    bench.add()
    bench.run()
    assert len(bench.results()) == 2


@pytest.mark.parametrize("letter", ["a", "ä", "写"])
def test_names_of_255_bytes(bench: Bench, letter: str) -> None:
    stem = letter * (251 // len(letter.encode()))
    stem += "x" * (251 - len(stem.encode()))
    bench.box.mkdir()
    for ending in ("1.png", "2.png"):
        name = stem[:-1] + ending
        Image.fromarray(np.full((*SIZE, 3), 90, np.uint8)).save(bench.box / name)
        assert len(name.encode()) == 255
    bench.add("{name}-colorized")
    assert bench.run().counts == {JobState.DONE: 2}
    results = bench.results()
    assert len(results) == 2
    for name in results:
        assert len(name.encode()) <= 255
        assert name.startswith(stem[:60])
        assert "-colorized" in name
