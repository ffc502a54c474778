"""The application segments of a JPEG file: XMP and IPTC of any length, EXIF, and comments.

A segment holds 64 KiB. Longer XMP goes into extension segments (XMP Specification, part 3, 1.1.3.1),
longer Photoshop resources are divided over several segments, as Photoshop does.
"""

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from colorizer_gui.core.photo_io.metadata import exif, photoshop
from colorizer_gui.core.photo_io.metadata.xmp import NAMESPACES, description, name, text_value
from colorizer_gui.core.photo_io.metadata.xmp_scan import XmpError, XmpScan, scan

XMP_PREFIX: Final = b"http://ns.adobe.com/xap/1.0/\0"
EXTENSION_PREFIX: Final = b"http://ns.adobe.com/xmp/extension/\0"
_NOTE: Final = "http://ns.adobe.com/xmp/note/"
_HAS_EXTENDED: Final = f"{_NOTE}HasExtendedXMP"
#: Longest content of a segment.
MAX_SEGMENT: Final = 65_533
_MAX_EXTENSION: Final = 32 << 20
_APP0, _APP1, _APP2, _APP13, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_INSTRUCTION: Final = re.compile(rb"<\?xpacket[^>]*\?>")


@dataclass(slots=True)
class JpegSegments:
    """What the segments before the picture's data hold.

    Attributes
    ----------
    exif
        Without its prefix.
    resources
        Photoshop's image resource blocks.
    problem
        Why extended XMP could not be used; usually empty.
    """

    exif: bytes | None = None
    xmp: bytes | None = None
    resources: bytes = b""
    comments: list[str] = field(default_factory=list)
    problem: str = ""


def read_segments(segments: Iterable[tuple[int, bytes]]) -> JpegSegments:
    """Sort the segments of a file's first picture by what they hold; damaged ones are passed over."""
    found = JpegSegments()
    extensions: dict[bytes, dict[int, bytes]] = {}
    for marker, content in segments:
        if marker == _APP1 and content.startswith(exif.PREFIX):
            found.exif = found.exif or content.removeprefix(exif.PREFIX)
        elif marker == _APP1 and content.startswith(XMP_PREFIX):
            found.xmp = found.xmp or content.removeprefix(XMP_PREFIX)
        elif marker == _APP1 and content.startswith(EXTENSION_PREFIX):
            rest = content.removeprefix(EXTENSION_PREFIX)
            if len(rest) >= 40:
                (offset,) = struct.unpack_from(">I", rest, 36)
                extensions.setdefault(rest[:32], {})[offset] = rest[40:]
        elif marker == _APP13 and content.startswith(photoshop.JPEG_PREFIX):
            found.resources += content.removeprefix(photoshop.JPEG_PREFIX)
        elif marker == _COMMENT and content.strip(b"\0 "):
            found.comments.append(_text(content))
    if found.xmp is not None and extensions:
        try:
            found.xmp = _with_extension(found.xmp, extensions)
        except XmpError as exc:
            found.problem = exc.sentence
    return found


def _text(content: bytes) -> str:
    content = content.rstrip(b"\0")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _with_extension(packet: bytes, extensions: dict[bytes, dict[int, bytes]]) -> bytes:
    """Put the descriptions of the extension that a packet names into the packet."""
    main = scan(packet)
    parts = extensions.get(main.text(_HAS_EXTENDED).encode("ascii", "replace"))
    if parts is None:
        return packet
    extended = bytearray()
    for offset in sorted(parts):
        if offset != len(extended) or offset + len(parts[offset]) > _MAX_EXTENSION:
            raise XmpError("a part of its extension is missing")
        extended += parts[offset]
    inner = b"".join(_standing_alone(scan(bytes(extended))))
    kept = main.without({_HAS_EXTENDED})
    end = scan(kept).end
    return kept[:end] + inner + kept[end:]


def _standing_alone(found: XmpScan) -> Iterator[bytes]:
    """Each description with the namespaces that were declared around it."""
    for start, stop in found.descriptions:
        element = found.packet[start:stop]
        head = re.match(rb"<[^\s/>]+", element)
        tag_end = element.find(b">")
        if head is None:
            continue
        declared = b"".join(
            f" xmlns{':' + prefix if prefix else ''}={_quoted(uri)}".encode()
            for prefix, uri in found.namespaces.items()
            if f"xmlns:{prefix}".encode() not in element[:tag_end]
        )
        yield head.group() + declared + element[head.end() :]


def _quoted(uri: str) -> str:
    return '"' + text_value(uri).replace('"', "&quot;") + '"'


def with_segments(data: bytes, packet: bytes | None, iptc: bytes | None, comments: tuple[str, ...]) -> bytes:
    """Add XMP, IPTC and comments to a JPEG that has none, behind its JFIF and EXIF segments."""
    position = 2
    while data[position] == 0xFF and 0xE0 <= data[position + 1] <= 0xE1:
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    added = bytearray()
    for content in _xmp_contents(packet) if packet else ():
        added += _segment(_APP1, content)
    if iptc:
        blocks = photoshop.wrap_iptc(iptc)
        room = MAX_SEGMENT - len(photoshop.JPEG_PREFIX)
        for start in range(0, len(blocks), room):
            added += _segment(_APP13, photoshop.JPEG_PREFIX + blocks[start : start + room])
    for comment in comments:
        added += _segment(_COMMENT, comment.encode("utf-8", "replace")[:MAX_SEGMENT])
    return data[:position] + bytes(added) + data[position:]


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _xmp_contents(packet: bytes) -> Iterator[bytes]:
    if len(packet) + len(XMP_PREFIX) <= MAX_SEGMENT:
        yield XMP_PREFIX + packet
        return
    found = scan(packet)
    # What says that the colour is a guess stays where every program looks.
    short = [each for each in ("Iptc4xmpExt:DigitalSourceType", "xmp:CreatorTool") if found.find(name(each))]
    extended = _INSTRUCTION.sub(b"", found.without(map(name, short))).strip()
    identifier = hashlib.md5(extended, usedforsecurity=False).hexdigest().upper().encode()
    properties = {each: text_value(found.text(name(each))) for each in short}
    note = f'<rdf:Description xmlns:rdf="{NAMESPACES["rdf"]}" rdf:about="" xmlns:xmpNote="{_NOTE}" '
    note += f'xmpNote:HasExtendedXMP="{identifier.decode()}"/>'
    body = description(properties) + note
    head = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">'
    yield XMP_PREFIX + (head + body + "</rdf:RDF></x:xmpmeta>").encode()
    room = MAX_SEGMENT - len(EXTENSION_PREFIX) - 40
    for start in range(0, len(extended), room):
        yield (
            EXTENSION_PREFIX
            + identifier
            + struct.pack(">II", len(extended), start)
            + extended[start : start + room]
        )
