"""AVIF: metadata through Pillow, samples through libavif, which keeps 10 and 12 bits as 16."""

import re
import struct
from io import BytesIO
from typing import Any, Final

import imagecodecs
import numpy as np
from PIL import Image, features

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io import boxes
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.heif.ends import with_end
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cicp import profile_of
from colorizer_gui.core.photo_io.raster import (
    DECODE_ERRORS,
    AnyArray,
    RefusedError,
    check_size,
    missing_addition,
    split_alpha,
)

#: The decoder's own ceiling for one side.
_LONGEST_SIDE: Final = 32_768
_UNREADABLE: Final = "exif that cannot be read"
#: The entry of the item of EXIF (ISO/IEC 14496-12, 8.11.6), up to its kind.
_EXIF_ITEM: Final = re.compile(rb"(infe.{8,10})Exif", re.DOTALL)


def inspect_avif(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`. The orientation is that of the file's boxes, which Pillow puts into EXIF."""
    if not features.check("avif") or not imagecodecs.AVIF.available:
        raise missing_addition("AVIF", "heif")
    data, _ = with_end(data)
    for claim in _claimed_sizes(data):
        check_size(*claim, options.max_pixels, len(data))
        if max(claim) > _LONGEST_SIDE:
            raise RefusedError(
                "is an AVIF of {width} x {height} pixels, and its decoder opens at most {most} a side; "
                "save it as TIFF or PNG",
                width=claim[0],
                height=claim[1],
                most=_LONGEST_SIDE,
            )
    info, size = _described(data)
    raw, packet = info.get("exif"), info.get("xmp")
    described = exif.read(raw if isinstance(raw, bytes) else None, size)
    profile = info.get("icc_profile") or None
    warnings: tuple[Sentence, ...] = ()
    if profile is None:
        profile, warnings = profile_of(*_numbered_color(data))
    metadata = PhotoMetadata(
        icc_profile=profile,
        exif=described.block,
        xmp=upright_xmp(packet) if isinstance(packet, bytes) and packet else None,
        dpi=described.dpi,
        per_centimetre=described.per_centimetre,
        exif_damaged=described.damaged or _UNREADABLE in info,
        exif_faulty=described.faulty,
    )
    return FileFacts(_bits(data), profile, described.orientation, metadata, warnings=warnings)


def decode_avif(data: bytes, facts: FileFacts) -> Decoded:
    """Decode the first picture as it is stored, not turned."""
    data, missing = with_end(data)
    samples: AnyArray = imagecodecs.avif_decode(_without_exif(_as_still(data)), index=0)
    if samples.dtype == np.uint16:
        samples = np.rint(samples * np.float32(65_535 / (2**facts.bits - 1))).astype(np.uint16)
    color, alpha = split_alpha(samples)
    bits = facts.bits if color.dtype == np.uint16 else 8
    return Decoded(
        color,
        alpha,
        DecoderReport(profile_applied=False, orientation_applied=False, bits=bits, missing=missing),
    )


def decode_avif_with_pillow(data: bytes, _facts: FileFacts) -> Decoded:
    """Decode samples with 8 bits, where `decode_avif` cannot."""
    data, missing = with_end(data)
    with Image.open(BytesIO(_without_exif(_as_still(data))), formats=["AVIF"]) as image:
        color, alpha = split_alpha(np.asarray(image))
    return Decoded(
        color, alpha, DecoderReport(profile_applied=False, orientation_applied=False, bits=8, missing=missing)
    )


def _as_still(data: bytes) -> bytes:
    """A file under the brand that the decoders know, if it holds a still picture under another."""
    if b"meta" not in data[:4096]:
        return data
    end = min(int.from_bytes(data[:4], "big"), 4096)
    names = data[8:end]
    if data[8:12] != b"avif":
        names = b"avif" + names[4:]
    if not any(name == b"moov" for name, _, _ in boxes.boxes(data)):
        names = names.replace(b"avis", b"avif")
    return data[:8] + names + data[end:]


def _described(data: bytes) -> tuple[dict[str | tuple[int, int], Any], tuple[int, int]]:
    """What Pillow knows of a file, and its size; without its EXIF, or without anything, where it gives up."""
    still = _as_still(data)
    bare = _without_exif(still)
    for mended in dict.fromkeys((still, bare)):
        try:
            with Image.open(BytesIO(mended), formats=["AVIF"]) as image:
                return {**image.info, **({} if mended is still else {_UNREADABLE: True})}, image.size
        except (*DECODE_ERRORS, UserWarning):
            continue
    # The decoder of the samples is less strict; it will say whether there is a picture.
    return ({} if bare == still else {_UNREADABLE: True}), (_claimed_sizes(data) or [(0, 0)])[-1]


def _without_exif(data: bytes) -> bytes:
    """The same file with its EXIF as an item of an unknown kind: where it is damaged, decoders give up."""
    return _EXIF_ITEM.sub(rb"\1none", data, count=1)


def _numbered_color(data: bytes) -> tuple[int, int]:
    """Primaries and transfer characteristics of the first box that names them (ISO/IEC 14496-12, 12.1.5)."""
    position = data.find(b"colrnclx", 0, 1 << 20)
    if position < 0 or position + 12 > len(data):
        return 2, 2
    primaries, transfer = struct.unpack_from(">HH", data, position + 8)
    return primaries, transfer


def _claimed_sizes(data: bytes) -> list[tuple[int, int]]:
    """Width and height of each image property (ISO/IEC 23008-12, 6.5.3), the largest last."""
    claims = []
    position = data.find(b"ispe", 0, 1 << 20)
    while position >= 0 and position + 16 <= len(data):
        claim = data[position + 8 : position + 16]
        claims.append((int.from_bytes(claim[:4], "big"), int.from_bytes(claim[4:], "big")))
        position = data.find(b"ispe", position + 16, 1 << 20)
    return sorted(claims, key=lambda each: each[0] * each[1])[-1:]


def _bits(data: bytes) -> int:
    """Bits of a sample, from the codec's configuration record (AV1 in ISOBMFF, 2.3.3)."""
    position = data.find(b"av1C")
    if position < 0 or position + 7 > len(data):
        return 8
    flags = data[position + 6]
    return (12 if flags & 0x20 else 10) if flags & 0x40 else 8
