"""Files without their last bytes: opened, and said, where an eye hardly misses them; refused elsewhere."""

import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import PhotoReadError
from tests.support.photos.opened import encoded, opened

Array = npt.NDArray[Any]


@pytest.fixture
def large(picture: ByteArray) -> ByteArray:
    """Enough rows for one of them to be little, with grain that no coding makes small."""
    image = Image.fromarray(picture).resize((400, 304), Image.Resampling.BICUBIC)
    grain = np.random.default_rng(1).integers(0, 40, (304, 400, 3))
    return np.clip(np.asarray(image) * 0.8 + grain, 0, 255).astype(np.uint8)


def palette(image: ByteArray) -> bytes:
    stream = BytesIO()
    Image.fromarray(image).quantize(64).save(stream, "PNG")
    return stream.getvalue()


def ppm(image: ByteArray) -> bytes:
    height, width = image.shape[:2]
    return b"\n".join((b"P6", b"%d %d" % (width, height), b"255", image.tobytes()))


def jpeg_2000(image: ByteArray, codec: str, level: int) -> bytes:
    return bytes(imagecodecs.jpeg2k_encode(image, codecformat=codec, level=level))


#: A file of each kind that tolerates something.
KINDS: dict[str, Callable[[ByteArray], bytes]] = {
    "rgb.png": lambda image: encoded(image, "PNG"),
    "gray.png": lambda image: encoded(image[..., 0].copy(), "PNG"),
    "palette.png": palette,
    "deep.png": lambda image: bytes(imagecodecs.png_encode(image.astype(np.uint16) * 257)),
    "rgb.bmp": lambda image: encoded(image, "BMP"),
    "rgb.ppm": ppm,
    "lossless.jp2": lambda image: jpeg_2000(image, "jp2", 0),
    "lossy.jp2": lambda image: jpeg_2000(image, "jp2", 60),
    "bare.j2k": lambda image: jpeg_2000(image, "j2k", 0),
}
NAMES = sorted(KINDS)


def made(image: ByteArray, name: str) -> bytes:
    """A file of that kind; each is made once for all tests."""
    return _made(image.tobytes(), image.shape, name)


@cache
def _made(samples: bytes, shape: tuple[int, ...], name: str) -> bytes:
    return KINDS[name](np.frombuffer(samples, np.uint8).reshape(shape))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("cut", [1, 2, 3, 16, 40, 100])
def test_the_last_bytes_are_missing(folder: Path, large: ByteArray, name: str, cut: int) -> None:
    data = made(large, name)
    whole = opened(folder, name, data)
    photo = opened(folder, name, data[:-cut])
    assert whole.warnings == ()
    assert photo.size == whole.size
    assert abs(photo.lightness - whole.lightness).mean() < 0.2
    (warning,) = photo.warnings
    if "picture is whole" in warning:
        np.testing.assert_array_equal(photo.lightness, whole.lightness)
    else:
        assert "is missing" in warning


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_more_is_missing_than_an_eye_would_miss(
    folder: Path, large: ByteArray, name: str, share: float
) -> None:
    data = made(large, name)
    with pytest.raises(PhotoReadError, match="damaged or cut off"):
        opened(folder, name, data[: int(share * len(data))])


def test_an_interlaced_picture_is_whole_or_refused(folder: Path, large: ByteArray) -> None:
    """Of its last pass every second row is missing everywhere."""
    plain = interlaced(large)
    whole = opened(folder, "photo.png", plain)
    photo = opened(folder, "photo.png", plain[:-16])
    np.testing.assert_array_equal(photo.lightness, whole.lightness)
    assert any("checksum" in text for text in photo.warnings)
    with pytest.raises(PhotoReadError, match="cut off"):
        opened(folder, "photo.png", plain[:-400])


def interlaced(image: ByteArray) -> bytes:
    """Adam7 (PNG, third edition, 8.1), without filters."""
    steps = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b""
    for left, top, across, down in steps:
        rows += b"".join(b"\0" + row.tobytes() for row in image[top::down, left::across])
    header = struct.pack(">IIBBBBB", image.shape[1], image.shape[0], 8, 2, 0, 0, 1)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def test_a_checksum_alone_is_wrong(folder: Path, large: ByteArray) -> None:
    plain = encoded(large, "PNG")
    whole = opened(folder, "photo.png", plain)
    data = bytearray(plain)
    data[-13] ^= 1  # of the last piece of the picture
    photo = opened(folder, "photo.png", bytes(data))
    np.testing.assert_array_equal(photo.lightness, whole.lightness)
    assert any("checksum" in text for text in photo.warnings)


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_damaged_data_is_not_taken_for_a_wrong_checksum(folder: Path, large: ByteArray, place: float) -> None:
    data = bytearray(encoded(large, "PNG"))
    data[int(place * len(data))] ^= 0x10
    with pytest.raises(PhotoReadError, match="damaged"):
        opened(folder, "photo.png", bytes(data))


def test_tiles_of_jpeg_2000_that_are_missing(folder: Path, large: ByteArray) -> None:
    plain = encoded(large, "JPEG2000", tile_size=(128, 128), no_jp2=True)
    assert plain.startswith(b"\xff\x4f")
    assert plain.count(b"\xff\x90\0\n") > 1
    photo = opened(folder, "photo.j2k", plain[:-2])
    np.testing.assert_array_equal(photo.lightness, opened(folder, "photo.j2k", plain).lightness)
    with pytest.raises(PhotoReadError, match="cut off"):
        opened(folder, "photo.j2k", plain[: plain.rindex(b"\xff\x90\0\n")])


def test_arithmetic_coding_bounds_no_size_but_a_photo_takes_some(folder: Path, large: ByteArray) -> None:
    data = bytearray(encoded(large[:8, :8].copy(), "JPEG"))
    start = data.index(b"\xff\xc0")
    data[start + 1] = 0xC9
    data[start + 5 : start + 9] = struct.pack(">HH", 6000, 65_500)
    with pytest.raises(PhotoReadError, match="far too little data"):
        opened(folder, "photo.jpg", bytes(data))
