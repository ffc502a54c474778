"""What a JPEG file says about its photo: profile, resolution, metadata, and what of that is broken."""

import struct
from collections.abc import Iterator
from typing import Final

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import FileFacts
from colorizer_gui.core.photo_io.codecs.jpeg.segments import read_segments
from colorizer_gui.core.photo_io.codecs.jpeg.structure import JpegStructure
from colorizer_gui.core.photo_io.metadata import exif, photoshop
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.profiles.cms import assumed_profile

_APP0, _APP2, _APP13, _APP14 = 0xE0, 0xE2, 0xED, 0xEE
#: Segments by marker and first bytes: their name, and the bytes without which they say nothing.
_KNOWN: Final = (
    (_APP0, b"JFIF\0", "JFIF", 14),
    (_APP2, b"ICC_PROFILE\0", "ICC", 14),
    (_APP13, photoshop.JPEG_PREFIX, "Photoshop", len(photoshop.JPEG_PREFIX) + 12),
    (_APP14, b"Adobe", "Adobe", 12),
)
_ICC: Final = b"ICC_PROFILE\0"
#: What programs write that know of no resolution.
_DEFAULT_DPI: Final = (72.0, 72.0)


def facts_of(structure: JpegStructure) -> FileFacts:
    """Gather what the segments say."""
    frame = structure.frame
    faults = [*structure.faults, *_broken(structure.segments)]
    found = read_segments(structure.segments)
    described = exif.read(found.exif, (frame.width, frame.height))
    if found.problem:
        faults.append(Sentence("has long XMP that is kept in part, because {reason}", reason=found.problem))
    profile, whole = _profile(structure.segments)
    if not whole:
        faults.append(Sentence("has a colour profile of which a part is missing; sRGB was assumed"))
    jfif_dpi, jfif_centimetre = _jfif_resolution(structure.segments)
    stated = described.dpi is not None and (jfif_dpi is None or described.dpi != _DEFAULT_DPI)
    metadata = PhotoMetadata(
        icc_profile=profile,
        exif=described.block,
        xmp=None if found.xmp is None else upright_xmp(found.xmp),
        iptc=photoshop.find_iptc(found.resources) or None,
        dpi=described.dpi if stated else jfif_dpi,
        per_centimetre=described.per_centimetre if stated else jfif_centimetre,
        comments=tuple(found.comments),
        exif_damaged=described.damaged,
        exif_faulty=described.faulty,
    )
    return FileFacts(
        bits=frame.bits,
        profile=assumed_profile(profile, described.block),
        orientation=described.orientation,
        metadata=metadata,
        warnings=tuple(dict.fromkeys(faults)),
    )


def _broken(segments: tuple[tuple[int, bytes], ...]) -> Iterator[Sentence]:
    """Name the segments that are too short for what they announce."""
    for marker, content in segments:
        for known, prefix, name, least in _KNOWN:
            begun = content.startswith(prefix) or (bool(content) and prefix.startswith(content))
            if marker == known and begun and len(content) < least:
                yield Sentence("has a segment ({name}) that is too short; it was passed over", name=name)


def _profile(segments: tuple[tuple[int, bytes], ...]) -> tuple[bytes | None, bool]:
    """The profile (ICC.1:2022, B.4), and whether none of its parts is missing."""
    parts: dict[int, bytes] = {}
    count = 0
    for marker, content in segments:
        if marker == _APP2 and content.startswith(_ICC) and len(content) >= 14:
            parts.setdefault(content[12], content[14:])
            count = max(count, content[13])
    if not parts:
        return None, True
    if not all(number in parts for number in range(1, count + 1)):
        return None, False
    return b"".join(parts[number] for number in sorted(parts)) or None, True


def _jfif_resolution(segments: tuple[tuple[int, bytes], ...]) -> tuple[tuple[float, float] | None, bool]:
    """Pixels per inch, and whether they are stated per centimetre (ITU-T T.871, 10.1)."""
    for marker, content in segments:
        if marker == _APP0 and content.startswith(b"JFIF\0") and len(content) >= 12:
            unit, x, y = struct.unpack_from(">BHH", content, 7)
            if unit not in {1, 2} or not x or not y:
                return None, False
            scale = 2.54 if unit == 2 else 1.0
            return (x * scale, y * scale), unit == 2
    return None, False
