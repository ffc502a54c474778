"""JPEG 2000, as file (JP2, ISO/IEC 15444-1, annex I) or bare codestream, decoded by OpenJPEG."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

import imagecodecs
import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.jpeg2000_ends import completed, ends_of
from colorizer_gui.core.photo_io.metadata import exif, photoshop
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError, check_size, split_alpha

CODESTREAM: Final = b"\xff\x4f\xff\x51"
_XMP_UUID: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_IPTC_UUID: Final = bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38")
_EXIF_UUID: Final = b"JpgTiffExif->JP2"
_CONTAINERS: Final = {b"jp2h", b"res "}
#: Enumerated colour spaces: what the decoder answers for these is gray or RGB (sYCC it converts).
_SRGB, _GRAY, _SYCC = 16, 17, 18
_KNOWN_SPACES: Final = {_SRGB, _GRAY, _SYCC}
_MOST_CHANNELS: Final = 4
#: What a channel is: colour, opacity, opacity that is multiplied in.
_COLOR: Final = 0
_OPACITY: Final = {1, 2}
_MAX_DEPTH: Final = 4
_Boxes = Iterator[tuple[bytes, bytes]]


def inspect_jpeg2000(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`; a bare codestream has no metadata."""
    boxes = _first_boxes(data)
    stream = boxes.get(b"jp2c", b"")
    size = _size(stream)
    check_size(size.width, size.height, options.max_pixels, len(data))
    layout = _layout(boxes, size)
    if len(layout.bits) > _MOST_CHANNELS:
        raise RefusedError(
            "is a JPEG 2000 file of {count} channels; save it as gray or RGB and open that",
            count=len(layout.bits),
        )
    color_box = _color_box(data)
    space: int | str = _SRGB
    if color_box[:1] == b"\1" and len(color_box) >= 7:
        (space,) = struct.unpack_from(">I", color_box, 3)
    elif color_box[19:23] == b"CMYK":
        space = "CMYK"
    if space not in _KNOWN_SPACES:
        raise RefusedError(
            "is a JPEG 2000 file in an unusual colour space ({space}); save it as RGB and open that",
            space=space,
        )
    described = exif.read(boxes.get(_EXIF_UUID), (size.width, size.height))
    profile = color_box[3:] if color_box[:1] in {b"\2", b"\3"} else None
    metadata = PhotoMetadata(
        icc_profile=profile,
        exif=described.block,
        xmp=upright_xmp(boxes[_XMP_UUID]) if _XMP_UUID in boxes else None,
        iptc=photoshop.find_iptc(boxes.get(_IPTC_UUID, b"")) or None,
        dpi=_dpi(boxes.get(b"resc") or boxes.get(b"resd") or b"") or described.dpi,
        exif_damaged=described.damaged,
        exif_faulty=described.faulty,
    )
    return FileFacts(max(8, *layout.bits), profile, described.orientation, metadata)


def decode_jpeg2000(data: bytes, facts: FileFacts) -> Decoded:
    """Decode samples as they are stored; the profile is followed here, in full precision, and not there."""
    boxes = _first_boxes(data)
    size = _size(boxes.get(b"jp2c", b""))
    layout = _layout(boxes, size)
    data, missing, warnings = _with_end(data)
    samples: AnyArray = imagecodecs.jpeg2k_decode(_without_profile(data, len(layout.bits)))
    samples = samples.reshape(size.height, size.width, -1)
    if samples.shape[2] != len(layout.bits):
        raise ValueError("the decoder answers other channels")
    channels = [_full_range(samples[..., at], layout.bits[at], facts.bits) for at in layout.channels]
    color, alpha = split_alpha(np.stack(channels, axis=-1))
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=facts.bits, missing=missing)
    return Decoded(color, alpha, report, warnings=warnings)


def _with_end(data: bytes) -> tuple[bytes, float, tuple[Sentence, ...]]:
    """A file that the decoder takes for whole, the part of it that was filled up, and what to say."""
    try:
        start = data.index(CODESTREAM)
        ends = ends_of(data, start)
        mended, missing = completed(data, start)
    except (ValueError, struct.error):
        return data, 0.0, ()  # the decoder will say
    if ends.ended or missing:
        return mended, missing, ()
    if ends.known:
        return mended, 0.0, (Sentence("has no end mark; its picture is whole"),)
    return mended, 0.0, (Sentence("has no end mark; it may lack its finest details"),)


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


def _first_boxes(data: bytes) -> dict[bytes, bytes]:
    """The first box of each name, which is the one that counts; a bare codestream is a box by itself."""
    if data.startswith(CODESTREAM):
        return {b"jp2c": data}
    found: dict[bytes, bytes] = {}
    for name, content in _boxes(data):
        found.setdefault(name, content)
    return found


def _color_box(data: bytes) -> bytes:
    """The first box of the colour space that the decoder follows, or else the first that names a profile."""
    if data.startswith(CODESTREAM):
        return b""
    found = [content for name, content in _boxes(data) if name == b"colr"]
    followed = (each for each in found if each[:1] in {b"\1", b"\2"})
    return next(followed, next((each for each in found if each[:1] == b"\3"), b""))


class _Size(NamedTuple):
    """What the codestream says of itself; `bits` are those of each component."""

    width: int
    height: int
    bits: tuple[int, ...]


class _Layout(NamedTuple):
    """What the decoder answers: the bits of each channel, and which ones are the picture's, alpha last."""

    bits: tuple[int, ...]
    channels: tuple[int, ...]


def _layout(boxes: dict[bytes, bytes], size: _Size) -> _Layout:
    """The channels, through a palette (15444-1, I.5.3.4) and with the meaning that is stated (I.5.3.6)."""
    bits = size.bits
    palette = boxes.get(b"pclr", b"")
    if len(palette) > 3 and b"cmap" in boxes:
        bits = tuple((each & 0x7F) + 1 for each in palette[3 : 3 + palette[2]])
    definitions = boxes.get(b"cdef", b"")[2:]
    whole = definitions[: len(definitions) // 6 * 6]
    kinds = {channel: kind for channel, kind, _ in struct.iter_unpack(">3H", whole)}
    known = [at for at in range(len(bits)) if kinds.get(at, 0) in {_COLOR, *_OPACITY}]
    channels = sorted(known, key=lambda at: kinds.get(at, 0) in _OPACITY)
    return _Layout(bits, tuple(channels))


def _size(stream: bytes) -> _Size:
    """Read the marker SIZ."""
    if not stream.startswith(CODESTREAM):
        raise ValueError("there is no codestream")
    right, bottom, left, top = struct.unpack_from(">4I", stream, 8)
    (components,) = struct.unpack_from(">H", stream, 40)
    depths = [(each & 0x7F) + 1 for each in stream[42 : 42 + 3 * components : 3]]
    return _Size(right - left, bottom - top, tuple(depths) or (8,))


def _full_range(samples: AnyArray, bits: int, wanted: int) -> AnyArray:
    """One channel of so many bits in 8 bits, or in 16 where any has more."""
    if samples.dtype.kind != "u" or bits > 16:
        raise RefusedError("is a JPEG 2000 file with unusual samples; save it with 16 bits and open that")
    top, dtype = (255, np.uint8) if wanted <= 8 else (65_535, np.uint16)
    if top == 2**bits - 1:
        return samples.astype(dtype, copy=False)
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
