"""Pictures below others, and chains of pages that are broken: what is whole can be opened."""

import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import tifffile

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.photo_io.profiles.lightness import lightness_of

_REDUCED = 1


def pages(gray: ByteArray, count: int) -> bytearray:
    stream = BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        for number in range(count):
            writer.write(gray // (number + 1), photometric="minisblack", metadata=None)
    return bytearray(stream.getvalue())


def link_of(data: bytearray, page: int) -> int:
    """Where the offset of the next directory stands."""
    with tifffile.TiffFile(BytesIO(data)) as file:
        offset = file.pages[page].aspage().offset
    (count,) = struct.unpack_from("<H", data, offset)
    return offset + 2 + 12 * int(count)


@pytest.mark.parametrize("compression", [None, "zlib"])
def test_a_picture_below_its_thumbnail(folder: Path, gray: ByteArray, compression: str | None) -> None:
    path = folder / "photo.tif"
    with tifffile.TiffWriter(path) as writer:
        small = np.ascontiguousarray(gray[::4, ::4])
        writer.write(small, photometric="minisblack", subfiletype=_REDUCED, subifds=1, metadata=None)
        writer.write(gray, photometric="minisblack", compression=compression, metadata=None)
    photo = read_photo(path)
    assert photo.page_count == 1
    np.testing.assert_array_equal(photo.lightness, lightness_of(gray, None))


def test_smaller_pictures_below_are_no_pages(folder: Path, gray: ByteArray) -> None:
    path = folder / "photo.tif"
    with tifffile.TiffWriter(path) as writer:
        writer.write(gray, photometric="minisblack", subifds=2, metadata=None)
        for step in (2, 4):
            small = np.ascontiguousarray(gray[::step, ::step])
            writer.write(small, photometric="minisblack", subfiletype=_REDUCED, metadata=None)
    photo = read_photo(path)
    assert (photo.page_count, photo.size) == (1, (53, 37))


@pytest.mark.parametrize("target", [0xFFFFFF00, 1_000_000, 3])
def test_a_chain_that_leads_out_of_the_file(folder: Path, gray: ByteArray, target: int) -> None:
    data = pages(gray, 3)
    struct.pack_into("<I", data, link_of(data, 1), target)
    path = folder / "photo.tif"
    path.write_bytes(data)
    for number in range(2):
        photo = read_photo(path, ReadOptions(page=number))
        assert photo.page_count == 2
        np.testing.assert_array_equal(photo.lightness, lightness_of(gray // (number + 1), None))
        assert photo.warnings


def test_a_page_that_is_nonsense_is_left_out(folder: Path, gray: ByteArray) -> None:
    data = pages(gray, 3)
    with tifffile.TiffFile(BytesIO(data)) as file:
        tag = file.pages[1].aspage().tags["ImageWidth"]
    struct.pack_into("<I", data, tag.offset + 8, 0)
    path = folder / "photo.tif"
    path.write_bytes(data)
    photo = read_photo(path, ReadOptions(page=1))
    assert photo.page_count == 2
    np.testing.assert_array_equal(photo.lightness, lightness_of(gray // 3, None))
    assert any("left out" in text for text in photo.warnings)


def test_a_chain_without_its_end(folder: Path, gray: ByteArray) -> None:
    """The last four bytes of many files: the directory stands last, and its link is missing."""
    stream = BytesIO()
    tifffile.imwrite(stream, gray, photometric="minisblack", metadata=None, software=False)
    data = bytearray(stream.getvalue())
    with tifffile.TiffFile(BytesIO(data)) as file:
        start = file.pages.first.offset
        end = link_of(data, 0)
    moved = data + data[start:end]
    struct.pack_into("<I", moved, 4, len(data))
    path = folder / "photo.tif"
    path.write_bytes(moved)
    photo = read_photo(path)
    assert (photo.page_count, photo.warnings) == (1, ())
    np.testing.assert_array_equal(photo.lightness, lightness_of(gray, None))
