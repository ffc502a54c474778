"""The scans of a JPEG file (ITU-T T.81, annex B.2.3): what each sends, and where its data lies."""

import re
from dataclasses import dataclass
from typing import Final

EOI, SOS = 0xD9, 0xDA
#: Markers that are no segments.
STANDING_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
#: Where the coding begins anew within a scan.
RESTART: Final = re.compile(rb"\xff[\xd0-\xd7]")
#: Its markers are numbered over and over, from this one on.
FIRST_RESTART, RESTARTS = 0xD0, 8
#: A marker among entropy-coded data is none when a zero or a restart follows.
_MARKER: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


@dataclass(frozen=True, slots=True)
class Scan:
    """Which components a scan sends, which coefficients, and down to which bit."""

    components: tuple[int, ...]
    first: int
    last: int
    low_bit: int


@dataclass(frozen=True, slots=True)
class Scans:
    """The scans of a file's first picture.

    Attributes
    ----------
    spans
        Where the entropy-coded data of each scan begins and ends in the file.
    restarts
        How often the coding begins anew within scans.
    stop
        Where the last one ends, without the end marker.
    ended
        Whether the end marker is there.
    """

    scans: tuple[Scan, ...]
    spans: tuple[tuple[int, int], ...]
    restarts: int
    stop: int
    ended: bool


def read_scans(data: bytes, start: int) -> Scans:
    """Walk over the scans from the first one on, whose marker stands at `start`."""
    scans: list[Scan] = []
    spans: list[tuple[int, int]] = []
    position = start
    # Half of an escaped byte, or of a marker, would be taken for one with what is put behind it.
    whole = len(data) - 1 if data.endswith(b"\xff") else len(data)
    while position + 4 <= len(data):
        marker = data[position + 1]
        if marker == EOI:
            break
        head = position + 2
        if marker not in STANDING_ALONE:
            head += int.from_bytes(data[position + 2 : position + 4], "big")
        found = _MARKER.search(data, head)
        end = whole if found is None else found.start()
        if marker == SOS and end >= head:
            spans.append((head, end))
            scan = _scan(data[position + 4 : head])
            scans += [] if scan is None else [scan]
        position = end
    ended = data[position : position + 2] == b"\xff\xd9"
    restarts = sum(1 for begin, end in spans for _ in RESTART.finditer(data, begin, end))
    return Scans(tuple(scans), tuple(spans), restarts, position, ended)


def _scan(content: bytes) -> Scan | None:
    count = content[0] if content else 0
    if len(content) < 4 + 2 * count:
        return None
    first, last, bits = content[1 + 2 * count : 4 + 2 * count]
    return Scan(tuple(content[1 : 1 + 2 * count : 2]), first, last, bits & 15)
