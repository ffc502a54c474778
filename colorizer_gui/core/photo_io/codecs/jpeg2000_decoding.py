"""JPEG 2000, as file (JP2, ISO/IEC 15444-1, annex I) or bare codestream, decoded by OpenJPEG."""

import struct
from collections.abc import Iterator
from typing import Final

import imagecodecs
import numpy as np

from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.metadata import exif, photoshop
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, Raster, RefusedError, check_size, split_alpha

CODESTREAM: Final = b"\xff\x4f\xff\x51"
_XMP_UUID: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_IPTC_UUID: Final = bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38")
_EXIF_UUID: Final = b"JpgTiffExif->JP2"
_CONTAINERS: Final = {b"jp2h", b"res "}
_SYCC: Final = 18
_MAX_DEPTH: Final = 4
_Boxes = Iterator[tuple[bytes, bytes]]


def decode_jpeg2000(data: bytes, options: ReadOptions) -> Raster:
    """Decode samples and the metadata of the boxes; a bare codestream has none."""
    boxes = {} if data.startswith(CODESTREAM) else dict(_boxes(data))
    stream = data if data.startswith(CODESTREAM) else boxes.get(b"jp2c", b"")
    width, height, bits = _size(stream)
    check_size(width, height, options.max_pixels)
    color_box = boxes.get(b"colr", b"")
    if color_box[:1] == b"\1" and struct.unpack_from(">I", color_box, 3)[0] == _SYCC:
        raise RefusedError("is a JPEG 2000 file in YCC; save it as RGB and open that")
    samples: AnyArray = imagecodecs.jpeg2k_decode(data)
    color, alpha = split_alpha(_full_range(samples.reshape(height, width, -1), bits))
    block, orientation = None, 1
    if _EXIF_UUID in boxes:
        block, orientation = exif.upright(boxes[_EXIF_UUID], (width, height))
    metadata = PhotoMetadata(
        icc_profile=color_box[3:] if color_box[:1] == b"\2" else None,
        exif=block,
        xmp=upright_xmp(boxes[_XMP_UUID]) if _XMP_UUID in boxes else None,
        iptc=photoshop.find_iptc(boxes.get(_IPTC_UUID, b"")) or None,
        dpi=_dpi(boxes.get(b"resc") or boxes.get(b"resd") or b"") or exif.dpi_of(exif.parse(block)),
    )
    return Raster(color, alpha, metadata.icc_profile, orientation, metadata)


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


def _size(stream: bytes) -> tuple[int, int, int]:
    """Width, height and bits of the first component (marker SIZ)."""
    if not stream.startswith(CODESTREAM):
        raise ValueError("there is no codestream")
    right, bottom, left, top = struct.unpack_from(">4I", stream, 8)
    return right - left, bottom - top, (stream[42] & 0x7F) + 1


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
