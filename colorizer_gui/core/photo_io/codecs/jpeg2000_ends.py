"""Where a JPEG 2000 codestream ends (ISO/IEC 15444-1, annex A); what lacks its last bytes is made decodable.

OpenJPEG decodes no stream that is shorter than its tile-parts say. Zeros in the place of what is missing are
packets without content to it, which lack details and nothing else.
"""

import struct
from typing import Final, NamedTuple

from colorizer_gui.core.photo_io.codecs.decoded import MOST_CUT_OFF

_START_OF_TILE_PART, _END = 0xFF90, 0xFFD9
_END_MARK: Final = b"\xff\xd9"
_MOST_MISSING_BYTES: Final = 64


class Ends(NamedTuple):
    """How a stream ends.

    Attributes
    ----------
    place
        Where its end mark is or belongs.
    missing
        Bytes before that place that are not in the file.
    known
        Whether the place is stated, and not just that of the end of the file.
    ended
        Whether the end mark is there.
    """

    place: int
    missing: int
    known: bool
    ended: bool


def ends_of(data: bytes, start: int) -> Ends:
    """Walk over the tile-parts of a stream that begins at a place.

    Raises
    ------
    ValueError, struct.error
        When tiles are missing altogether, or the stream is damaged.
    """
    left = _tiles(data, start)
    at = start + 2
    while at + 12 <= len(data):
        marker, length = struct.unpack_from(">HH", data, at)
        if marker == _END:
            break
        if marker != _START_OF_TILE_PART:
            at += 2 + length
            continue
        (tile, size) = struct.unpack_from(">HI", data, at + 4)
        left.discard(tile)
        if size == 0:
            return Ends(len(data), 0, known=False, ended=data.rstrip(b"\0").endswith(_END_MARK))
        if size < 14:
            raise ValueError("a tile-part is too short")
        at += size
    if left:
        raise ValueError("there are fewer tiles than the picture needs")
    return Ends(at, max(0, at - len(data)), known=True, ended=data[at : at + 2] == _END_MARK)


def completed(data: bytes, start: int) -> tuple[bytes, float]:
    """A file whose stream has its end, and the part of it that was filled up.

    Raises
    ------
    ValueError, struct.error
        When more is missing than the last bytes.
    """
    ends = ends_of(data, start)
    if ends.ended or not ends.known:
        return data, 0.0
    share = ends.missing / max(1, ends.place - start)
    if share > MOST_CUT_OFF and ends.missing > _MOST_MISSING_BYTES:
        raise ValueError("the picture is cut off")
    return data[: ends.place] + bytes(ends.missing) + _END_MARK, share


def _tiles(data: bytes, start: int) -> set[int]:
    """The numbers of all tiles, from the marker SIZ (A.5.1)."""
    right, bottom, _, _, width, height, left, top = struct.unpack_from(">8I", data, start + 8)
    if not width or not height:
        raise ValueError("tiles without size")
    count = -(-(right - left) // width) * -(-(bottom - top) // height)
    if not 0 < count <= 65_535:
        raise ValueError("too many tiles")
    return set(range(count))
