"""The markers of a JPEG file (ITU-T T.81, annex B), read with patience, and a clean stream for the decoder.

What surrounds the picture's own data is often broken: short segments, stray bytes, a missing end. Decoders
disagree on what of that is an error, so they get the picture alone, and what was wrong is said.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.codecs.jpeg.scans import EOI, RESTART, SOS, STANDING_ALONE, Scans, read_scans
from colorizer_gui.core.photo_io.raster import RefusedError

_DRI, _JPEG_LS = 0xDD, 0xF7
_APP0, _APP14, _APP15, _COM = 0xE0, 0xEE, 0xEF, 0xFE
#: Every start of a frame: baseline to lossless, Huffman and arithmetic coding.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
#: Frames whose pictures are refined scan by scan; those without cosine transform; those coded arithmetically.
_PROGRESSIVE: Final = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_LOSSLESS: Final = frozenset({0xC3, 0xC7, 0xCB, 0xCF})
_ARITHMETIC: Final = frozenset(range(0xC9, 0xD0))
_HIERARCHICAL: Final = frozenset({0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF})
_NEXT_SEGMENT: Final = re.compile(rb"\xff[\xc0-\xcf\xd8-\xfe]")
_JFIF: Final = b"JFIF\0"
_ADOBE: Final = b"Adobe"
_JFIF_SIZE, _ADOBE_SIZE = 14, 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What the start of the frame says; `factors` are the sampling factors of each component."""

    marker: int
    bits: int
    width: int
    height: int
    factors: tuple[tuple[int, int], ...]

    @property
    def progressive(self) -> bool:
        """Whether the picture is refined scan by scan."""
        return self.marker in _PROGRESSIVE

    @property
    def lossless(self) -> bool:
        """Whether there is no cosine transform."""
        return self.marker in _LOSSLESS

    @property
    def arithmetic(self) -> bool:
        """Whether the coding is not Huffman's."""
        return self.marker in _ARITHMETIC

    @property
    def hierarchical(self) -> bool:
        """Whether the picture is a pyramid of differences, which nobody decodes."""
        return self.marker in _HIERARCHICAL

    @property
    def mcu(self) -> tuple[int, int]:
        """Width and height of the units that the data is made of, in pixels."""
        side = 1 if self.lossless else 8
        if len(self.factors) == 1:
            return side, side
        return side * max(x for x, _ in self.factors), side * max(y for _, y in self.factors)

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the samples."""
        count = len(self.factors)
        return (self.height, self.width) if count == 1 else (self.height, self.width, count)

    @property
    def least_bits(self) -> int:
        """The fewest bits that can hold such a picture; 0 where the coding has no such bound."""
        if self.arithmetic:
            return 0
        return self._blocks if self.progressive or self.lossless else 2 * self._blocks

    @property
    def coefficient_bytes(self) -> int:
        """What the coefficients of all blocks take, where a decoder has to hold them until the last scan."""
        return 128 * self._blocks

    @property
    def _blocks(self) -> int:
        width, height = self.mcu
        units = -(-self.width // width) * -(-self.height // height)
        return units * sum(x * y for x, y in self.factors) if len(self.factors) > 1 else units


@dataclass(frozen=True, slots=True, eq=False)
class JpegStructure:
    """A file's first picture.

    Attributes
    ----------
    segments
        Marker and content of the application segments and comments before the picture's data.
    tables
        The segments that decoding needs, as they stand in the file.
    start
        Where the first scan begins in the file.
    scans
        All of them, and where they end.
    restart
        After how many units the coding begins anew; 0 where it does not.
    late_height
        Whether the number of lines stands behind the first scan.
    faults
        What is broken around the picture; each completes "The photo … ".
    """

    frame: Frame
    components: tuple[int, ...]
    segments: tuple[tuple[int, bytes], ...]
    tables: bytes
    start: int
    scans: Scans
    restart: int
    late_height: bool
    faults: tuple[Sentence, ...]

    @property
    def segments_of_data(self) -> int:
        """Into how many pieces scans and restarts divide the data."""
        return len(self.scans.spans) + self.scans.restarts

    @property
    def lost_restarts(self) -> int:
        """How many restarts are missing in a picture of one scan."""
        width, height = self.frame.mcu
        units = -(-self.frame.width // width) * -(-self.frame.height // height)
        wanted = -(-units // self.restart) - 1 if self.restart else 0
        return max(0, wanted - self.scans.restarts)

    @property
    def is_clean(self) -> bool:
        """Whether a decoder can have the file as it is."""
        return self.scans.ended and not self.late_height and not self.faults

    def clean(self, data: bytes, tail: bytes = b"") -> bytes:
        """The picture alone, with its end.

        `tail` stands in for what is missing: it is put behind the data of each scan, and before each restart.
        """
        head = b"\xff\xd8"
        for marker, content in self.segments:
            if marker == _APP0 and content.startswith(_JFIF) and len(content) >= _JFIF_SIZE:
                head += _segment(_APP0, content[:_JFIF_SIZE][:12] + b"\0\0")
                break
        for marker, content in self.segments:
            if marker == _APP14 and content.startswith(_ADOBE) and len(content) >= _ADOBE_SIZE:
                head += _segment(_APP14, content[:_ADOBE_SIZE])
                break
        parts: list[bytes | memoryview] = [head, self.tables]
        at = self.start
        for begin, end in self.scans.spans if tail else ():
            coded = RESTART.sub(lambda mark: tail + mark.group(), data[begin:end])
            parts += [data[at:begin], coded, tail]
            at = end
        return b"".join((*parts, memoryview(data)[at : self.scans.stop], b"\xff\xd9"))

    def covered(self) -> bool:
        """Whether the scans that begin in the file send all of the picture, down to the last bit."""
        for component in self.components:
            sent = [scan for scan in self.scans.scans if component in scan.components]
            if self.frame.progressive:
                done = {k for scan in sent if not scan.low_bit for k in range(scan.first, scan.last + 1)}
                if not done.issuperset(range(64)):
                    return False
            elif not sent:
                return False
        return True


def read_structure(data: bytes) -> JpegStructure:
    """Walk over the markers of a file's first picture.

    Raises
    ------
    ValueError
        When there is no frame, or no data of the picture.
    """
    frame: Frame | None = None
    components: tuple[int, ...] = ()
    segments: list[tuple[int, bytes]] = []
    tables = bytearray()
    faults: list[Sentence] = []
    late_height = False
    restart = 0
    for marker, start, stop in _walk(data, faults):
        content = data[start + 4 : stop]
        if marker in _FRAMES:
            frame, components = _frame(marker, content)
            late_height = frame.height == 0
            if late_height:
                height = _late_height(data, stop)
                frame = Frame(marker, frame.bits, frame.width, height, frame.factors)
                content = content[:1] + struct.pack(">H", height) + content[3:]
        if marker == SOS:
            if frame is None:
                raise ValueError("there is no frame before the picture's data")
            return JpegStructure(
                frame,
                components,
                tuple(segments),
                bytes(tables),
                start,
                read_scans(data, start),
                restart,
                late_height,
                tuple(dict.fromkeys(faults)),
            )
        if marker == _JPEG_LS:
            raise RefusedError("is a JPEG-LS, which Tintype does not decode; save it as PNG or TIFF")
        if marker == _DRI:
            restart = int.from_bytes(content[:2], "big")
        if _APP0 <= marker <= _APP15 or marker == _COM:
            segments.append((marker, content))
        else:
            tables += _segment(marker, content)
    raise ValueError("there is no picture in the file")


def _walk(data: bytes, faults: list[Sentence]) -> Iterator[tuple[int, int, int]]:
    """Marker, start and stop of each segment, over whatever lies between them."""
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF or data[position + 1] == 0:
            found = _NEXT_SEGMENT.search(data, position)
            if found is None:
                return
            faults.append(Sentence("has stray bytes between its segments; they were passed over"))
            position = found.start()
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
        elif marker in STANDING_ALONE:
            position += 2
        elif marker == EOI:
            return
        else:
            size = int.from_bytes(data[position + 2 : position + 4], "big")
            if size < 2:
                faults.append(Sentence("has a segment of no length; it was passed over"))
            stop = position + 2 + max(size, 2)
            yield marker, position, min(stop, len(data))
            position = stop


def _frame(marker: int, content: bytes) -> tuple[Frame, tuple[int, ...]]:
    if len(content) < 6 or len(content) < 6 + 3 * content[5]:
        raise ValueError("the frame's header is cut off")
    bits, height, width, count = struct.unpack_from(">BHHB", content)
    entries = [content[6 + 3 * index : 9 + 3 * index] for index in range(count)]
    factors = tuple((entry[1] >> 4, entry[1] & 15) for entry in entries)
    if not factors or any(not 1 <= each <= 4 for pair in factors for each in pair):
        raise ValueError("unknown sampling factors")
    return Frame(marker, bits, width, height, factors), tuple(entry[0] for entry in entries)


def _late_height(data: bytes, start: int) -> int:
    """The number of lines where it stands behind the first scan (T.81, B.2.5)."""
    position = data.find(b"\xff\xdc\0\4", start)
    return int.from_bytes(data[position + 4 : position + 6], "big") if position >= 0 else 0


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
