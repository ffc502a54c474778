"""A JPEG divided into several, so that several threads can decode it."""

import struct
from typing import Final

from colorizer_gui.core.photo_io.codecs.jpeg.scans import FIRST_RESTART, RESTART, RESTARTS
from colorizer_gui.core.photo_io.codecs.jpeg.structure import JpegStructure

#: The start of a frame: its marker and length, then bits, height and width.
_FRAME: Final = struct.Struct(">BBHBHH")


def parted(structure: JpegStructure, data: bytes, count: int) -> list[bytes]:
    """Divide a file from top to bottom; every bit of the picture's data is in one of the pieces.

    One of a single scan is divided where its coding begins anew at the start of a row, if it does so often
    and its restarts are in order (ITU-T T.81, E.1.4); any other one stays whole.

    Parameters
    ----------
    data
        The file that the structure was read from.
    count
        At most so many pieces.

    Returns
    -------
    JPEG files, without the segments that decoding does not need where there are several.
    """
    frame, scans = structure.frame, structure.scans
    width, height = frame.mcu
    rows, beside = divmod(structure.restart, -(-frame.width // width))
    begin, end = scans.spans[0]
    marks = [mark.start() for mark in RESTART.finditer(data, begin, end)] if structure.restart else []
    in_order = all(data[mark + 1] == FIRST_RESTART + number % RESTARTS for number, mark in enumerate(marks))
    intervals = len(marks) + 1
    if (
        len(scans.spans) > 1
        or beside
        or structure.lost_restarts
        or structure.late_height
        or not in_order
        or intervals < 2 * RESTARTS * count
    ):
        return [data]
    # A piece begins where the next restart is number 0 again.
    firsts = [round(intervals * number / count / RESTARTS) * RESTARTS for number in range(count)]
    pieces = []
    for first, last in zip(firsts, [*firsts[1:], intervals], strict=True):
        start = marks[first - 1] + 2 if first else begin
        stop = marks[last - 1] if last < intervals else end
        lines = min(last * rows * height, frame.height) - first * rows * height
        head = _of_lines(structure, lines) + data[structure.start : begin]
        pieces.append(b"".join((b"\xff\xd8", head, data[start:stop], b"\xff\xd9")))
    return pieces


def _of_lines(structure: JpegStructure, lines: int) -> bytes:
    """The tables and the frame of a picture of another height."""
    frame, tables = structure.frame, structure.tables
    known = 0xFF, frame.marker, 8 + 3 * len(frame.factors), frame.bits
    at = tables.index(_FRAME.pack(*known, frame.height, frame.width))
    return tables[:at] + _FRAME.pack(*known, lines, frame.width) + tables[at + _FRAME.size :]
