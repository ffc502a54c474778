"""PBM, PGM and PPM (Netpbm's pbm(5), pgm(5), ppm(5)), plain and raw, with up to 16 bits.

Pillow is not used: it turns 16-bit PPM into 8 bits without a word.
"""

import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts, filled_up
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, check_enough, check_size

_TOKEN: Final = re.compile(rb"(?:\s|#[^\n\r]*[\n\r])*([^\s#]+)")
_SINGLE_SPACE: Final = 1
_PLAIN: Final = {b"P1", b"P2", b"P3"}
_COMMENT: Final = re.compile(rb"#[^\n\r]*")
_NOT_A_NUMBER: Final = re.compile(rb"[^0-9\s]|[0-9]{10}")
_SPACE: Final = re.compile(rb"\s")
#: So many times less than the samples take, and a file is no photo that was cut off.
_FAR_TOO_FEW: Final = 100
#: Bytes of text that are turned into numbers at a time.
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands before the samples, and where they begin."""

    kind: bytes
    width: int
    height: int
    maximum: int
    position: int

    @property
    def bilevel(self) -> bool:
        return self.kind in {b"P1", b"P4"}

    @property
    def channels(self) -> int:
        return 3 if self.kind in {b"P3", b"P6"} else 1


def _read_header(data: bytes) -> _Header:
    kind, position = _token(data, 0)
    width, position = _number(data, position)
    height, position = _number(data, position)
    maximum, position = (1, position) if kind in {b"P1", b"P4"} else _number(data, position)
    if not 1 <= maximum <= 65_535:
        raise ValueError("a maximum out of range")
    return _Header(kind, width, height, maximum, position)


def inspect_pnm(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`."""
    header = _read_header(data)
    check_size(header.width, header.height, options.max_pixels)
    pixel = 1 / 8 if header.bilevel else header.channels
    check_enough(len(data) * _FAR_TOO_FEW, header.width * header.height * pixel)
    return FileFacts(16 if header.maximum > 255 else 8)


def decode_pnm(data: bytes, facts: FileFacts) -> Decoded:
    """Decode the first picture; values are spread over the whole range of 8 or 16 bits."""
    header = _read_header(data)
    width, height, position = header.width, header.height, header.position
    count = width * height * header.channels
    missing = 0.0
    if header.kind in _PLAIN:
        values = _plain_bits(data, position, count) if header.bilevel else _plain(data, position, count)
    elif header.bilevel:
        row = (width + 7) // 8
        packed, missing = filled_up(data, position + _SINGLE_SPACE, row * height)
        values = np.unpackbits(packed.reshape(height, row), axis=1)[:, :width]
    else:
        dtype = np.dtype(">u2" if header.maximum > 255 else "u1")
        flat, missing = filled_up(data, position + _SINGLE_SPACE, count * dtype.itemsize)
        values = flat.view(dtype)
    values = np.minimum(values, header.maximum)
    if header.bilevel:
        values = 1 - values  # a one is ink
    shape = (height, width) if header.channels == 1 else (height, width, 3)
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=facts.bits, missing=missing)
    return Decoded(_full_range(values.reshape(shape), header.maximum), None, report)


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


def _plain(data: bytes, start: int, count: int) -> AnyArray:
    """Numbers that are written out, a piece at a time: as numbers of Python they would fill the memory."""
    values = np.empty(count, dtype=np.uint16)
    done = 0
    while done < count and start < len(data):
        stop = _end_of_piece(data, start)
        text = _COMMENT.sub(b" ", data[start:stop])
        if _NOT_A_NUMBER.search(text):
            raise ValueError("there is something else than numbers")
        found = np.fromstring(text, dtype=np.int64, sep=" ")[: count - done]
        if found.size and found.max() > 65_535:
            raise ValueError("a sample out of range")
        values[done : done + len(found)] = found
        done += len(found)
        start = stop
    if done < count:
        raise ValueError("the picture is cut off")
    return values


def _end_of_piece(data: bytes, start: int) -> int:
    """The end of a line, where neither a number nor a comment is cut in two, or of a piece of one line."""
    middle = min(start + _PIECE, len(data))
    line = data.find(b"\n", middle, middle + _PIECE)
    if line >= 0:
        return line + 1
    if b"#" in data[start:middle] or middle == len(data):
        return len(data)
    space = _SPACE.search(data, middle)
    return len(data) if space is None else space.end()


def _plain_bits(data: bytes, start: int, count: int) -> AnyArray:
    """Zeros and ones, between which there need not be any space."""
    digits = _COMMENT.sub(b" ", data[start:]).translate(None, b" \t\n\v\f\r")
    values = np.frombuffer(digits, np.uint8, count) - np.uint8(ord("0"))
    if values.max(initial=0) > 1:
        raise ValueError("there is something else than zeros and ones")
    return values


def _full_range(values: AnyArray, maximum: int) -> AnyArray:
    if maximum == 255:
        return values.astype(np.uint8)
    if maximum == 65_535:
        return values.astype(np.uint16)
    top, dtype = (255, np.uint8) if maximum < 255 else (65_535, np.uint16)
    scaled: AnyArray = np.rint(values * np.float64(top / maximum)).astype(dtype)
    return scaled
