"""A large PNG comes out of its bands as libpng decodes it whole, and damage is found."""

from typing import Any

import cv2
import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest

from colorizer_gui.core.photo_io.codecs.png import bands
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS

Array = npt.NDArray[Any]
FILTERS = (
    cv2.IMWRITE_PNG_FILTER_NONE,
    cv2.IMWRITE_PNG_FILTER_SUB,
    cv2.IMWRITE_PNG_FILTER_UP,
    cv2.IMWRITE_PNG_FILTER_AVG,
    cv2.IMWRITE_PNG_FILTER_PAETH,
    cv2.IMWRITE_PNG_ALL_FILTERS,
)


@pytest.fixture(autouse=True)
def small_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "_BAND", 1500)
    monkeypatch.setattr(bands, "_PIECE", 97)


def picture(channels: int, dtype: Any) -> Array:
    rng = np.random.default_rng(channels)
    steps = np.cumsum(rng.integers(-9, 10, (61, 83, channels)), axis=1) + 100
    image: Array = (steps * (257 if dtype is np.uint16 else 1)).astype(dtype)
    return image[..., 0] if channels == 1 else image


def encoded(image: Array, png_filter: int = cv2.IMWRITE_PNG_ALL_FILTERS) -> bytes:
    return cv2.imencode(".png", image, [cv2.IMWRITE_PNG_FILTER, png_filter])[1].tobytes()


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("png_filter", FILTERS)
def test_bands_are_the_picture(channels: int, dtype: Any, png_filter: int) -> None:
    data = encoded(picture(channels, dtype), png_filter)
    assert bands.has_bands(data)
    whole = imagecodecs.png_decode(data)
    out = np.zeros_like(whole)
    bands.decode_bands(data, out)
    np.testing.assert_array_equal(out, whole)


@pytest.mark.parametrize("at", [0.3, 0.6, 0.95])
def test_a_damaged_or_cut_file_is_not_decoded(at: float) -> None:
    data = encoded(picture(3, np.uint8))
    place = int(len(data) * at)
    damaged = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
    for broken in (damaged, data[:place]):
        with pytest.raises(DECODE_ERRORS):
            bands.decode_bands(broken, np.zeros((61, 83, 3), np.uint8))


def test_palettes_bits_and_interlaced_rows_have_none() -> None:
    data = bytearray(encoded(picture(1, np.uint8)))
    for place, value in ((24, 4), (25, 3), (28, 1)):  # bits, kind, interlace
        other = data.copy()
        other[place] = value
        assert not bands.has_bands(bytes(other))
