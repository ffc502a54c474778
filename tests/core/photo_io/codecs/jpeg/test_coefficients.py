"""A progressive JPEG whose coefficients lie in a file gives the same picture, and an error ends it."""

import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.photo_io.codecs.jpeg import coefficients

pytestmark = pytest.mark.skipif(not coefficients.available(), reason="Pillow brings no libjpeg of its own")


def progressive(image: ByteArray, mode: str = "RGB", **settings: Any) -> bytes:
    stream = BytesIO()
    Image.fromarray(image).convert(mode).save(stream, "JPEG", progressive=True, **settings)
    return stream.getvalue()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("subsampling", [0, 1, 2])
@pytest.mark.parametrize("cut", [0, 1, 7])
def test_the_samples_are_those_of_the_usual_decoder(
    picture: ByteArray, mode: str, subsampling: int, cut: int
) -> None:
    image = picture[cut:, : picture.shape[1] - cut].copy()
    data = progressive(image, mode, subsampling=subsampling, quality=85)
    usual = imagecodecs.jpeg8_decode(data)
    out = np.zeros_like(usual)
    coefficients.decode(data, out)
    np.testing.assert_array_equal(out, usual)


def test_a_large_photo_is_read_that_way(
    folder: Path, picture: ByteArray, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "photo.jpg").write_bytes(progressive(picture))
    usual = read_photo(folder / "photo.jpg")
    decoded: list[object] = []
    decode = coefficients.decode
    monkeypatch.setattr(coefficients, "decode", lambda data, out: decoded.append(decode(data, out)))
    read_photo(folder / "photo.jpg")
    assert not decoded, "a small one is not"
    monkeypatch.setattr(large_arrays, "LARGE", 1)
    large = read_photo(folder / "photo.jpg")
    assert decoded
    np.testing.assert_array_equal(large.lightness, usual.lightness)
    assert large.warnings == usual.warnings == ()


@pytest.mark.parametrize("place", [2, 0.5], ids=["before the picture", "within it"])
def test_an_error_of_the_library_is_raised_and_the_next_picture_is_decoded(
    picture: ByteArray, place: float
) -> None:
    data = progressive(picture)
    impossible = b"\xff\xc4\0\x13\0" + bytes([255] * 16)  # a table of more codes than there are
    at = int(place * len(data)) if place < 1 else int(place)
    out = np.zeros(picture.shape, np.uint8)
    with pytest.raises(ValueError, match="refuses"):
        coefficients.decode(data[:at] + impossible + data[at:], out)
    coefficients.decode(data, out)
    np.testing.assert_array_equal(out, imagecodecs.jpeg8_decode(data))
    assert all(each.daemon for each in threading.enumerate() if each.name == "progressive JPEG")


def test_another_size_than_wanted_is_refused(picture: ByteArray) -> None:
    with pytest.raises(ValueError, match="refuses"):
        coefficients.decode(progressive(picture), np.zeros((5, 5, 3), np.uint8))
