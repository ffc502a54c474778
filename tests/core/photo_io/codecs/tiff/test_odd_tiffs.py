"""TIFF files of kinds that no rule foresees: read as libtiff reads them, or named."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from skimage.color import rgb2lab

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import read_photo

Array = npt.NDArray[Any]
#: The value of a tag with its type: a number, or the bytes of several.
Value = tuple[int, int | bytes]
SHORT, LONG, RATIONAL = 3, 4, 5
WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, OFFSETS = 256, 257, 258, 259, 262, 273
CHANNELS, ROWS, COUNTS, PLANES, PREDICTOR, NO_DATA, SUBSAMPLING = 277, 278, 279, 284, 317, 42113, 530
SIZES = {1: 1, 2: 1, SHORT: 2, LONG: 4, RATIONAL: 8}


def expected(image: Array) -> Array:
    rgb = image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2)
    lab: Array = rgb2lab(rgb / 255.0)
    return lab[..., 0]


def shorts(*values: int) -> Value:
    return SHORT, struct.pack(f"<{len(values)}H", *values)


def longs(*values: int) -> Value:
    return LONG, struct.pack(f"<{len(values)}I", *values)


def tiff(strip: bytes, shape: tuple[int, ...], tags: dict[int, Value | None]) -> bytes:
    """A file of one strip, put together by hand; a tag of None is left out."""
    channels = shape[2] if len(shape) == 3 else 1
    usual: dict[int, Value | None] = {
        WIDTH: shorts(shape[1]),
        HEIGHT: shorts(shape[0]),
        BITS: shorts(*[8] * channels),
        COMPRESSION: shorts(1),
        PHOTOMETRIC: shorts(2 if channels == 3 else 1),
        OFFSETS: longs(8),
        CHANNELS: shorts(channels),
        ROWS: shorts(shape[0]),
        COUNTS: longs(len(strip)),
    }
    found = [(tag, value) for tag, value in sorted({**usual, **tags}.items()) if value is not None]
    start = 8 + len(strip) + len(strip) % 2
    room = start + 2 + 12 * len(found) + 4
    table, more = struct.pack("<H", len(found)), b""
    for tag, (kind, value) in found:
        data = struct.pack("<H" if kind == SHORT else "<I", value) if isinstance(value, int) else value
        table += struct.pack("<HHI", tag, kind, len(data) // SIZES[kind])
        table += data.ljust(4, b"\0") if len(data) <= 4 else struct.pack("<I", room + len(more))
        more += data if len(data) > 4 else b""
    return b"II*\0" + struct.pack("<I", start) + strip.ljust(start - 8, b"\0") + table + bytes(4) + more


def opened(folder: Path, data: bytes) -> Photo:
    (folder / "photo.tif").write_bytes(data)
    return read_photo(folder / "photo.tif")


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(PhotoReadError) as caught:
        opened(folder, data)
    return str(caught.value)


@pytest.mark.parametrize("predictor", [2, 3, 9])
def test_a_predictor_means_nothing_where_nothing_is_compressed(
    folder: Path, picture: ByteArray, predictor: int
) -> None:
    data = tiff(picture.tobytes(), picture.shape, {PREDICTOR: shorts(predictor)})
    np.testing.assert_allclose(opened(folder, data).lightness, expected(picture), atol=0.01)


def subsampled(ycbcr: ByteArray, across: int, down: int) -> bytes:
    """Samples as TIFF 6.0, section 21, lays them out."""
    height, width = ycbcr.shape[:2]
    padded = np.pad(ycbcr, ((0, -height % down), (0, -width % across), (0, 0)), mode="edge")
    units = bytearray()
    for top in range(0, height, down):
        for left in range(0, width, across):
            block = padded[top : top + down, left : left + across]
            units += block[..., 0].tobytes() + block[..., 1:].mean(axis=(0, 1)).astype(np.uint8).tobytes()
    return bytes(units)


@pytest.mark.parametrize("factors", [(1, 1), (2, 1), (2, 2), (4, 1), (4, 2), (4, 4), (1, 2)])
@pytest.mark.parametrize("cut", [0, 1])
def test_colour_of_a_lower_resolution(
    folder: Path, picture: ByteArray, factors: tuple[int, int], cut: int
) -> None:
    picture = picture[: len(picture) - cut, : picture.shape[1] - cut].copy()
    ycbcr = np.asarray(Image.fromarray(picture).convert("YCbCr"))
    tags: dict[int, Value | None] = {PHOTOMETRIC: shorts(6), SUBSAMPLING: shorts(*factors)}
    photo = opened(folder, tiff(subsampled(ycbcr, *factors), picture.shape, tags))
    shared = Image.fromarray(ycbcr, "YCbCr") if factors == (1, 1) else None
    assert abs(photo.lightness - expected(picture)).mean() < (0.3 if shared else 3.0)
    assert photo.warnings == ()


@pytest.mark.parametrize("planes", [False, True])
def test_colour_of_full_size_without_a_word_about_it(folder: Path, picture: ByteArray, planes: bool) -> None:
    ycbcr = np.asarray(Image.fromarray(picture).convert("YCbCr"))
    size = picture[..., 0].size
    tags: dict[int, Value | None] = {PHOTOMETRIC: shorts(6)}
    if planes:
        ycbcr = np.ascontiguousarray(np.moveaxis(ycbcr, 2, 0))
        tags |= {
            PLANES: shorts(2),
            OFFSETS: longs(8, 8 + size, 8 + 2 * size),
            COUNTS: longs(size, size, size),
        }
    photo = opened(folder, tiff(ycbcr.tobytes(), picture.shape, tags))
    assert abs(photo.lightness - expected(picture)).max() < 1.0


@pytest.mark.parametrize(
    "counts", [None, "zero", "half", "one zero"], ids=["missing", "zero", "half", "one zero"]
)
def test_lengths_of_uncompressed_strips_that_are_wrong(
    folder: Path, gray: ByteArray, counts: str | None
) -> None:
    rows = 10
    width = gray.shape[1]
    starts = range(0, len(gray), rows)
    sizes = [width * min(rows, len(gray) - start) for start in starts]
    wrong = {
        None: None,
        "zero": longs(*[0] * len(sizes)),
        "half": longs(*[size // 2 for size in sizes]),
        "one zero": longs(*sizes[:-1], 0),
    }[counts]
    tags: dict[int, Value | None] = {
        ROWS: shorts(rows),
        OFFSETS: longs(*[8 + start * width for start in starts]),
        COUNTS: wrong,
    }
    photo = opened(folder, tiff(gray.tobytes(), gray.shape, tags))
    np.testing.assert_allclose(photo.lightness, expected(gray), atol=0.01)
    assert any("lengths of its strips" in text for text in photo.warnings)


def test_no_rows_in_a_strip_are_all_of_them(folder: Path, gray: ByteArray) -> None:
    photo = opened(folder, tiff(gray.tobytes(), gray.shape, {ROWS: shorts(0)}))
    np.testing.assert_allclose(photo.lightness, expected(gray), atol=0.01)


def test_no_colour_map(folder: Path, gray: ByteArray) -> None:
    """Samples of 8 bits are gray then, fewer bits are none."""
    photo = opened(folder, tiff(gray.tobytes(), gray.shape, {PHOTOMETRIC: shorts(3)}))
    np.testing.assert_allclose(photo.lightness, expected(gray), atol=0.01)
    assert any("colour map" in text for text in photo.warnings)
    few = tiff(bytes(50 * len(gray)), gray.shape, {PHOTOMETRIC: shorts(3), BITS: shorts(4)})
    assert "without the colour map" in refused(folder, few)


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({COMPRESSION: shorts(12_345)}, "compression 12345"),
        ({COMPRESSION: shorts(0)}, "compression 0"),
        ({339: shorts(9)}, "kind of numbers"),
        ({PHOTOMETRIC: shorts(2)}, "fewer channels"),
        ({PHOTOMETRIC: shorts(5)}, "fewer channels"),
        ({PHOTOMETRIC: shorts(32_845)}, "unusual colour space"),
    ],
)
def test_a_kind_that_nobody_decodes_is_named(
    folder: Path, gray: ByteArray, tags: dict[int, Value | None], words: str
) -> None:
    sentence = refused(folder, tiff(gray.tobytes(), gray.shape, tags))
    assert words in sentence
    assert "damaged" not in sentence


@pytest.mark.parametrize("tag", [0x8769, 0x8825])
@pytest.mark.parametrize("pointer", [shorts(9), (2, b"abcdefgh"), longs(0), longs(10**6)])
def test_a_pointer_that_leads_nowhere(folder: Path, gray: ByteArray, tag: int, pointer: Value) -> None:
    tags: dict[int, Value | None] = {tag: pointer, 274: shorts(6)}
    photo = opened(folder, tiff(gray.tobytes(), gray.shape, tags))
    np.testing.assert_allclose(photo.lightness, expected(np.rot90(gray, -1)), atol=0.01)
    assert any("EXIF is damaged" in text for text in photo.warnings)


@pytest.mark.parametrize("compression", [2, 3, 4, 7])
def test_a_small_file_that_claims_a_huge_picture(folder: Path, compression: int) -> None:
    """Decoders of faxes and of JPEG fill up what is missing without a word."""
    bits = 8 if compression == 7 else 1
    tags: dict[int, Value | None] = {COMPRESSION: shorts(compression), BITS: shorts(bits)}
    assert "far too little data" in refused(folder, tiff(bytes(500), (6000, 65_500), tags))


@pytest.mark.parametrize("share", [0.005, 0.4])
@pytest.mark.parametrize(
    ("kind", "no_data", "top"),
    [
        (np.float32, -3.4e38, 255.0),
        (np.float32, -9999.0, 1.0),
        (np.float32, 1e30, 1.0),
        (np.float64, -32_768.0, 65_535.0),
        (np.float32, -1.0, 255.0),
        (np.int16, -9999, 32_767),
        (np.int16, -1, 32_767),
        (np.int32, -(2**31), 65_535),
        (np.uint32, 2**32 - 1, 65_535),
    ],
)
@pytest.mark.parametrize("declared", [False, True])
def test_many_pixels_without_data(
    folder: Path, gray: ByteArray, kind: Any, no_data: float, top: float, share: float, declared: bool
) -> None:
    """A whole border of them is usual, and says nothing of the range of the others."""
    tones = np.where(np.arange(gray.size).reshape(gray.shape) == gray.size - 7, 255, gray)
    values = (tones * (top / 255.0)).astype(kind)
    count = int(share * gray.size)
    values.ravel()[:count] = no_data
    sample_format = {"f": 3, "i": 2, "u": 1}[values.dtype.kind]
    tags: dict[int, Value | None] = {BITS: shorts(8 * values.itemsize), 339: shorts(sample_format)}
    if declared:
        tags[NO_DATA] = (2, f"{no_data:.10g}".encode() + b"\0\0\0\0\0")
    photo = opened(folder, tiff(values.tobytes(), gray.shape, tags))
    measured = np.arange(gray.size).reshape(gray.shape) >= count
    np.testing.assert_allclose(photo.lightness[measured], expected(tones)[measured], atol=0.2)
    white = no_data > 0 and not declared
    np.testing.assert_allclose(photo.lightness[~measured], 100 if white else 0, atol=0.01)


def test_alpha_of_another_range_than_the_colour(folder: Path, picture: ByteArray) -> None:
    values = np.dstack([picture / 255.0, np.full(picture.shape[:2], 255.0)]).astype(np.float32)
    tags: dict[int, Value | None] = {
        BITS: shorts(32, 32, 32, 32),
        339: shorts(3, 3, 3, 3),
        338: shorts(2),
        PHOTOMETRIC: shorts(2),
    }
    photo = opened(folder, tiff(values.tobytes(), values.shape, tags))
    np.testing.assert_allclose(photo.lightness, expected(picture), atol=0.01)
    assert photo.alpha is not None
    assert photo.alpha.min() == 65_535


def test_no_sample_with_a_value(folder: Path) -> None:
    values = np.full((7, 9), np.nan, np.float32)
    data = tiff(values.tobytes(), values.shape, {BITS: shorts(32), 339: shorts(3)})
    assert "no sample with a value" in refused(folder, data)


@pytest.mark.parametrize(("kind", "opens"), [(0, True), (2, False)])
def test_a_plane_beside_the_picture_that_is_not_there(
    folder: Path, gray: ByteArray, kind: int, opens: bool
) -> None:
    """Alpha has to be there, and what nobody shows need not."""
    tags: dict[int, Value | None] = {
        BITS: shorts(8, 8),
        CHANNELS: shorts(2),
        PLANES: shorts(2),
        338: shorts(kind),
        OFFSETS: longs(8, 0),
        COUNTS: longs(gray.size, 0),
    }
    data = tiff(gray.tobytes(), gray.shape, tags)
    if not opens:
        assert "cut off" in refused(folder, data)
        return
    photo = opened(folder, data)
    np.testing.assert_allclose(photo.lightness, expected(gray), atol=0.01)
    assert photo.alpha is None
