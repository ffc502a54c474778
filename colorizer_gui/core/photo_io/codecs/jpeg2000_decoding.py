"""JPEG 2000, as file (JP2, ISO/IEC 15444-1, annex I) or bare codestream, decoded by OpenJPEG."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

import imagecodecs
import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.metadata import exif, photoshop
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError, check_size, split_alpha

CODESTREAM: Final = b"\xff\x4f\xff\x51"
_XMP_UUID: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_IPTC_UUID: Final = bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38")
_EXIF_UUID: Final = b"JpgTiffExif->JP2"
_CONTAINERS: Final = {b"jp2h", b"res "}
_END_OF_CODESTREAM: Final = b"\xff\xd9"
#: Enumerated colour spaces: what the decoder answers for these is gray or RGB (sYCC it converts).
_SRGB, _GRAY, _SYCC = 16, 17, 18
_KNOWN_SPACES: Final = {_SRGB, _GRAY, _SYCC}
_MAX_DEPTH: Final = 4
_Boxes = Iterator[tuple[bytes, bytes]]


def inspect_jpeg2000(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`; a bare codestream has no metadata."""
    boxes = {} if data.startswith(CODESTREAM) else dict(_boxes(data))
    stream = data if data.startswith(CODESTREAM) else boxes.get(b"jp2c", b"")
    size = _size(stream)
    check_size(size.width, size.height, options.max_pixels)
    color_box = boxes.get(b"colr", b"")
    if color_box[:1] == b"\1" and len(color_box) >= 7:
        (space,) = struct.unpack_from(">I", color_box, 3)
        if space not in _KNOWN_SPACES:
            raise RefusedError(
                "is a JPEG 2000 file in an unusual colour space ({space}); save it as RGB and open that",
                space=space,
            )
    described = exif.read(boxes.get(_EXIF_UUID), (size.width, size.height))
    profile = color_box[3:] if color_box[:1] == b"\2" else None
    metadata = PhotoMetadata(
        icc_profile=profile,
        exif=described.block,
        xmp=upright_xmp(boxes[_XMP_UUID]) if _XMP_UUID in boxes else None,
        iptc=photoshop.find_iptc(boxes.get(_IPTC_UUID, b"")) or None,
        dpi=_dpi(boxes.get(b"resc") or boxes.get(b"resd") or b"") or described.dpi,
        exif_damaged=described.damaged,
        exif_faulty=described.faulty,
    )
    ended = stream.rstrip(b"\0").endswith(_END_OF_CODESTREAM)
    faults = () if ended else (Sentence("has no end mark; it may lack its finest details"),)
    return FileFacts(max(8, size.bits), profile, described.orientation, metadata, warnings=faults)


def decode_jpeg2000(data: bytes, facts: FileFacts) -> Decoded:
    """Decode samples as they are stored; the profile is followed here, in full precision, and not there."""
    size = _size(data if data.startswith(CODESTREAM) else dict(_boxes(data)).get(b"jp2c", b""))
    samples: AnyArray = imagecodecs.jpeg2k_decode(_without_profile(data, size.components))
    samples = _full_range(samples.reshape(size.height, size.width, -1), size.bits)
    color, alpha = split_alpha(samples)
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=facts.bits, missing=0.0)
    return Decoded(color, alpha, report)


def _without_profile(data: bytes, components: int) -> bytes:
    """A file whose colours the decoder takes for sRGB or gray: it would apply the profile otherwise."""
    position = data.find(b"colr\2")
    if data.startswith(CODESTREAM) or not 0 <= position < data.find(b"jp2c"):
        return data
    patched = bytearray(data)
    space = _SRGB if components >= 3 else _GRAY
    patched[position + 4 : position + 11] = struct.pack(">BBBI", 1, 0, 0, space)
    return bytes(patched)


def _boxes(
    data: bytes, start: int = 0, stop: int | None = None, depth: int = 0
) -> Iterator[tuple[bytes, bytes]]:
    """Name (or UUID) and content of each box, those within containers too."""
    stop = len(data) if stop is None else stop
    while start + 8 <= stop:
        size, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        end = stop if size == 0 else start + size
        if size and size < head:
            return
        end = min(end, stop)
        if kind in _CONTAINERS and depth < _MAX_DEPTH:
            yield from _boxes(data, start + head, end, depth + 1)
        elif kind == b"uuid":
            yield data[start + head : start + head + 16], data[start + head + 16 : end]
        else:
            yield kind, data[start + head : end]
        start = end


class _Size(NamedTuple):
    """What the codestream says of itself; `bits` are those of its deepest component."""

    width: int
    height: int
    bits: int
    components: int


def _size(stream: bytes) -> _Size:
    """Read the marker SIZ."""
    if not stream.startswith(CODESTREAM):
        raise ValueError("there is no codestream")
    right, bottom, left, top = struct.unpack_from(">4I", stream, 8)
    (components,) = struct.unpack_from(">H", stream, 40)
    depths = [(each & 0x7F) + 1 for each in stream[42 : 42 + 3 * components : 3]]
    return _Size(right - left, bottom - top, max(depths, default=8), components)


def _full_range(samples: AnyArray, bits: int) -> AnyArray:
    if samples.dtype.kind != "u" or bits > 16:
        raise RefusedError("is a JPEG 2000 file with unusual samples; save it with 16 bits and open that")
    if bits in {8, 16}:
        return samples
    top, dtype = (255, np.uint8) if bits < 8 else (65_535, np.uint16)
    scaled: AnyArray = np.rint(samples * np.float64(top / (2**bits - 1))).astype(dtype)
    return scaled


def _dpi(box: bytes) -> tuple[float, float] | None:
    """Pixels per inch of a resolution box, which states them per metre."""
    if len(box) < 10:
        return None
    vertical, per, horizontal, per_x, exponent, exponent_x = struct.unpack_from(">4H2b", box)
    if not (vertical and per and horizontal and per_x):
        return None
    return (
        horizontal / per_x * 10.0**exponent_x * 0.0254,
        vertical / per * 10.0**exponent * 0.0254,
    )
