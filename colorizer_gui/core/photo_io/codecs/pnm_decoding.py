"""PBM, PGM and PPM (Netpbm's pbm(5), pgm(5), ppm(5)), plain and raw, with up to 16 bits.

Pillow is not used: it turns 16-bit PPM into 8 bits without a word.
"""

import re
from typing import Final

import numpy as np

from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, Raster, check_size

_TOKEN: Final = re.compile(rb"(?:\s|#[^\n\r]*[\n\r])*([^\s#]+)")
_SINGLE_SPACE: Final = 1
_PLAIN: Final = {b"P1", b"P2", b"P3"}


def decode_pnm(data: bytes, options: ReadOptions) -> Raster:
    """Decode the first picture; values are spread over the whole range of 8 or 16 bits."""
    kind, position = _token(data, 0)
    width, position = _number(data, position)
    height, position = _number(data, position)
    bilevel = kind in {b"P1", b"P4"}
    maximum, position = (1, position) if bilevel else _number(data, position)
    check_size(width, height, options.max_pixels)
    if not 1 <= maximum <= 65_535:
        raise ValueError("a maximum out of range")
    channels = 3 if kind in {b"P3", b"P6"} else 1
    count = width * height * channels
    if kind in _PLAIN:
        values = _plain(data[position:], count, bilevel=bilevel)
    elif bilevel:
        row = (width + 7) // 8
        packed = np.frombuffer(data, np.uint8, row * height, position + _SINGLE_SPACE).reshape(height, row)
        values = np.unpackbits(packed, axis=1)[:, :width]
    else:
        dtype = np.dtype(">u2" if maximum > 255 else "u1")
        values = np.frombuffer(data, dtype, count, position + _SINGLE_SPACE)
    values = np.minimum(values, maximum)
    if bilevel:
        values = 1 - values  # a one is ink
    shape = (height, width) if channels == 1 else (height, width, 3)
    return Raster(_full_range(values.reshape(shape), maximum))


def _token(data: bytes, position: int) -> tuple[bytes, int]:
    match = _TOKEN.match(data, position)
    if match is None:
        raise ValueError("the header is cut off")
    return match.group(1), match.end()


def _number(data: bytes, position: int) -> tuple[int, int]:
    token, position = _token(data, position)
    if not token.isdigit() or len(token) > 9:
        raise ValueError("a number of the header is damaged")
    return int(token), position


def _plain(text: bytes, count: int, *, bilevel: bool) -> AnyArray:
    text = re.sub(rb"#[^\n\r]*", b"", text)
    words = re.findall(rb"[01]", text) if bilevel else text.split()
    if len(words) < count:
        raise ValueError("the picture is cut off")
    return np.array([int(word) for word in words[:count]], dtype=np.uint16)


def _full_range(values: AnyArray, maximum: int) -> AnyArray:
    if maximum == 255:
        return values.astype(np.uint8)
    if maximum == 65_535:
        return values.astype(np.uint16)
    top, dtype = (255, np.uint8) if maximum < 255 else (65_535, np.uint16)
    scaled: AnyArray = np.rint(values * np.float64(top / maximum)).astype(dtype)
    return scaled
