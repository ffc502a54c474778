"""Segments that hold more than belongs there: libtiff passes it over, tifffile does not decode them."""

import zlib
from collections.abc import Callable
from typing import Final

import tifffile

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.codecs.tiff.segments import plain_size

#: A byte of PackBits that is followed by nothing.
_NOTHING: Final = 128


def without_surplus(page: tifffile.TiffPage) -> tuple[bytes, list[int], tuple[Sentence, ...]]:
    """The segments of a page, cut to their sizes and stored as Deflate: where each begins, and what to say.

    Raises
    ------
    ValueError
        Where the compression is another one, a segment is too short, or none holds too much.
    """
    decode = DECODERS.get(int(page.compression))
    if decode is None:
        raise ValueError("only Deflate and PackBits end at a known place")
    handle = page.parent.filehandle
    stored = bytearray()
    starts: list[int] = []
    surplus = False
    for index, (offset, count) in enumerate(zip(page.dataoffsets, page.databytecounts, strict=True)):
        handle.seek(offset)
        size = plain_size(page, index)
        segment = decode(handle.read(count), size + 1)
        if len(segment) < size:
            raise ValueError("a strip is cut off")
        surplus = surplus or len(segment) > size
        starts.append(len(stored))
        stored += zlib.compress(segment[:size], level=0)  # so that tifffile goes on as with the others
    if not surplus:
        raise ValueError("no segment holds too much")
    note = Sentence("has more data in a strip than belongs there; it was left out")
    return bytes(stored), starts, (note,)


def _inflated(data: bytes, size: int) -> bytes:
    return zlib.decompressobj().decompress(data, size)


def _unpacked(data: bytes, size: int) -> bytes:
    """PackBits (TIFF 6.0, section 9), up to a size."""
    plain = bytearray()
    at = 0
    while at < len(data) and len(plain) < size:
        code = data[at]
        if code < _NOTHING:
            plain += data[at + 1 : at + code + 2]
            at += code + 2
        elif code == _NOTHING:
            at += 1
        else:
            plain += data[at + 1 : at + 2] * (257 - code)
            at += 2
    return bytes(plain[:size])


#: What decodes up to a size, and goes no further.
DECODERS: Final[dict[int, Callable[[bytes, int], bytes]]] = {
    8: _inflated,
    32_946: _inflated,
    32_773: _unpacked,
}
