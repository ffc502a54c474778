"""The boxes of the ISO base media file format (ISO/IEC 14496-12) that HEIC, AVIF and CR3 are made of."""

import struct
from collections.abc import Iterator
from typing import Final

from colorizer_gui.core.photo_io.metadata.ifd import Buffer

_AVIF: Final = frozenset({b"avif", b"avis"})
_HEIC: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})
#: Structures that either codec may fill; the compatible brands say which one does.
_GENERIC: Final = frozenset({b"mif1", b"mif2", b"msf1", b"miaf", b"1pic"})


def brands(data: bytes) -> tuple[bytes, ...]:
    """The major brand and the compatible ones of a file that begins with ``ftyp``; none of any other."""
    if data[4:8] != b"ftyp":
        return ()
    size = min(int.from_bytes(data[:4], "big"), 4096)
    content = data[16:size]
    return (data[8:12], *(content[at : at + 4] for at in range(0, len(content) - 3, 4)))


def is_avif(found: tuple[bytes, ...]) -> bool:
    """Whether brands are those of an AVIF: the major one, or a compatible one of a generic structure."""
    return found[:1] != () and (
        found[0] in _AVIF or (found[0] not in _HEIC and not _AVIF.isdisjoint(found) and _generic(found))
    )


def is_heic(found: tuple[bytes, ...]) -> bool:
    """Whether brands are those of a HEIC."""
    return bool(found) and (found[0] in _HEIC or (_generic(found) and not is_avif(found)))


def _generic(found: tuple[bytes, ...]) -> bool:
    return found[0] in _GENERIC or not (_HEIC | _AVIF).isdisjoint(found)


def boxes(data: Buffer, start: int = 0, stop: int | None = None) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each box, its header included; the end may lie beyond that of the file."""
    stop = len(data) if stop is None else stop
    while start + 8 <= stop:
        size, name = struct.unpack_from(">I4s", data, start)
        if size == 1 and start + 16 <= stop:
            (size,) = struct.unpack_from(">Q", data, start + 8)
        end = stop if size == 0 else start + size
        if end < start + 8:
            return
        yield name, start, end
        start = end


def is_whole(data: Buffer) -> bool:
    """Whether a file's boxes end where it does."""
    return [end for _, _, end in boxes(data)][-1:] == [len(data)]
