"""A large file lies in a map while it is read, and gives the same photo."""

import io
import mmap
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.buffer_stream import stream_of
from colorizer_gui.core.photo_io import read_file, read_photo


@pytest.mark.parametrize(
    "name", ["a.jpg", "a.png", "a.bmp", "a.webp", "a.gif", "a.ppm", "a.tif", "b.tif", "c.tif"]
)
def test_the_photo_is_the_same(
    folder: Path, picture: ByteArray, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / name
    settings: dict[str, dict[str, Any]] = {
        "a.tif": {},
        "b.tif": {"compression": "lzw", "predictor": True, "rowsperstrip": 5},
        "c.tif": {"planarconfig": "separate", "tile": (16, 16)},
    }
    if name in settings:
        image = np.moveaxis(picture, -1, 0) if name == "c.tif" else picture
        tifffile.imwrite(path, image, photometric="rgb", **settings[name])
    else:
        Image.fromarray(picture).save(path)
    usual = read_photo(path)
    monkeypatch.setattr(large_arrays, "LARGE", 1)
    assert isinstance(read_file(path), mmap.mmap)
    large = read_photo(path)
    np.testing.assert_array_equal(large.lightness, usual.lightness)
    assert (large.sha256, large.warnings, large.format) == (usual.sha256, usual.warnings, usual.format)


def test_an_empty_file_needs_no_map(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.jpg").write_bytes(b"")
    monkeypatch.setattr(large_arrays, "LARGE", 1)
    assert read_file(folder / "a.jpg") == b""


def test_a_stream_over_a_map(folder: Path) -> None:
    (folder / "a").write_bytes(bytes(range(256)) * 100)
    with (folder / "a").open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
        stream = stream_of(memory)
        assert stream.seek(-3, io.SEEK_END) == 25_597
        assert stream.read() == b"\xfd\xfe\xff"
        assert stream.read(5) == b""
        stream.seek(257)
        assert stream.read(2) == b"\1\2"
        assert stream.seek(10, io.SEEK_CUR) == 269
        assert stream.tell() == 269
        with pytest.raises(ValueError, match="before the beginning"):
            stream.seek(-25_601, io.SEEK_END)
        stream.close()
