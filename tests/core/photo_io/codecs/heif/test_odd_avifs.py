"""AVIF that breaks a rule on which viewers do not insist, and what is said where one has to be refused."""

import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import read_photo


def avif(image: ByteArray) -> bytes:
    stream = BytesIO()
    Image.fromarray(image).save(stream, "AVIF", quality=95)
    return stream.getvalue()


def opened(folder: Path, data: bytes) -> Photo:
    (folder / "photo.avif").write_bytes(data)
    return read_photo(folder / "photo.avif")


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(PhotoReadError) as caught:
        opened(folder, data)
    return str(caught.value)


def with_brands(data: bytes, *brands: bytes) -> bytes:
    """The same file under other brands, the major one first; room that is left names a brand of nobody."""
    size = int.from_bytes(data[:4], "big")
    names = (b"".join(brands[1:]) + b"none" * 9)[: size - 16]
    return data[:8] + brands[0] + data[12:16] + names + data[size:]


@pytest.mark.parametrize(
    "brands",
    [
        (b"heic", b"avif", b"mif1"),
        (b"mif1", b"mif1", b"miaf"),
        (b"mif1", b"avif"),
        (b"avis", b"avis", b"avif"),
        (b"msf1", b"avis"),
    ],
)
def test_the_codec_decides_and_not_the_brand(
    folder: Path, picture: ByteArray, brands: tuple[bytes, ...]
) -> None:
    plain = avif(picture)
    photo = opened(folder, with_brands(plain, *brands))
    np.testing.assert_array_equal(photo.lightness, opened(folder, plain).lightness)


def properties(data: bytes) -> list[bytes]:
    """Names of the item properties in their order, of which the first has the number 1."""
    start = data.index(b"ipco") + 4
    stop = start - 8 + int.from_bytes(data[start - 8 : start - 4], "big")
    names = []
    while start < stop:
        names.append(data[start + 4 : start + 8])
        start += int.from_bytes(data[start : start + 4], "big")
    return names


def links(data: bytes) -> Iterator[tuple[int, int]]:
    """Item, and where in the file one of its properties is named (ISO/IEC 23008-12, 9.3.1)."""
    at = data.index(b"ipma") + 8
    (items,) = struct.unpack_from(">I", data, at)
    at += 4
    for _ in range(items):
        (item, count) = struct.unpack_from(">HB", data, at)
        at += 3
        for place in range(at, at + count):
            yield item, place
        at += count


def test_transparency_whose_size_is_not_stated(folder: Path, picture: ByteArray) -> None:
    alpha = np.arange(picture[..., 0].size).reshape(picture.shape[:2]) % 256
    whole = avif(np.dstack([picture, alpha.astype(np.uint8)]))
    names = properties(whole)
    data = bytearray(whole)
    for item, place in links(whole):
        if item > 1 and names[(whole[place] & 0x7F) - 1] == b"ispe":
            data[place] = 0  # the number of no property
    assert data != whole
    photo = opened(folder, bytes(data))
    reference = opened(folder, whole)
    np.testing.assert_array_equal(photo.lightness, reference.lightness)
    assert photo.alpha is not None
    np.testing.assert_array_equal(photo.alpha, reference.alpha)


@pytest.mark.parametrize("cut", [80, 100])
def test_only_what_is_cut_off_is_called_so(folder: Path, picture: ByteArray, cut: int) -> None:
    plain = avif(picture)
    assert "cut off" in refused(folder, plain[:-cut])
    sentence = refused(folder, plain.replace(b"av1C", b"av9C"))
    assert "a kind that its decoder does not know" in sentence
    assert "cut off" not in sentence
