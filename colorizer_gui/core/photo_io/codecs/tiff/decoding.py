"""TIFF of any depth, decoded by tifffile; `tifffile` does not invert MinIsWhite, so we do.

What tifffile leaves in another colour space, YCbCr without JPEG, goes through Pillow's libtiff.
"""

import struct
from dataclasses import replace
from math import prod
from typing import Final

import numpy as np
import tifffile

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.buffer_stream import stream_of
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.pillow_decoding import decode_with_pillow
from colorizer_gui.core.photo_io.codecs.tiff import lab as tiff_lab
from colorizer_gui.core.photo_io.codecs.tiff import ycbcr as tiff_ycbcr
from colorizer_gui.core.photo_io.codecs.tiff.facts import color_channels, color_space
from colorizer_gui.core.photo_io.codecs.tiff.pages import pages_of
from colorizer_gui.core.photo_io.codecs.tiff.partial import filled_up, painted
from colorizer_gui.core.photo_io.codecs.tiff.ranges import full_range
from colorizer_gui.core.photo_io.codecs.tiff.segments import (
    check_complete,
    check_decodable,
    decompressed,
    mend_byte_counts,
)
from colorizer_gui.core.photo_io.codecs.tiff.surplus import without_surplus
from colorizer_gui.core.photo_io.metadata import exif, ifd
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.profiles.cms import cmyk_to_srgb
from colorizer_gui.core.photo_io.raster import AnyArray

_NO_DATA_TAG: Final = 42113

_MIN_IS_WHITE, _PALETTE, _CMYK, _YCBCR, _CIE_LAB, _ICC_LAB = 0, 3, 5, 6, 8, 9
#: JPEG, whose colours its decoder converts, also in the way of TIFF 6.0 that was given up.
_OLD_JPEG: Final = 6
_JPEG_COMPRESSIONS: Final = {_OLD_JPEG, 7, 34892}
_ASSOCIATED, _UNASSOCIATED = 1, 2


def decode_tiff(data: Buffer, facts: FileFacts) -> Decoded:
    """Decode one page in full resolution, with its alpha.

    Extra channels that are not declared as alpha are left out. Samples of fewer than 8 bits are
    widened to 8, all others to 16; floating-point samples are read as encoded values in [0, 1].
    """
    with tifffile.TiffFile(stream_of(data)) as file:
        page = pages_of(file, data)[0][facts.page]
        stated = page.databytecounts
        mended = mend_byte_counts(page, len(data))
        check_complete(page, len(data), color_channels(page) or 1)
        if mended:
            check_decodable(page, stated)
        decoded = _decoded(page, color_space(page)[0], facts.profile)
    return replace(decoded, warnings=(*mended, *decoded.warnings))


def decode_tiff_without_end(data: Buffer, facts: FileFacts) -> Decoded:
    """Decode one page of which the last strips or tiles are cut off, or not in the file; these are gray."""
    with tifffile.TiffFile(stream_of(data)) as file:
        filled = filled_up(pages_of(file, data)[0][facts.page], data)
    with tifffile.TiffFile(stream_of(data, filled.stored)) as file:
        page = pages_of(file, data)[0][facts.page]
        page.dataoffsets, page.databytecounts = filled.offsets, filled.counts
        return painted(_decoded(page, color_space(page)[0], facts.profile), filled)


def decode_tiff_with_surplus(data: Buffer, facts: FileFacts) -> Decoded:
    """Decode one page whose strips hold more than belongs there; what is too much is left out and said."""
    with tifffile.TiffFile(stream_of(data)) as file:
        page = pages_of(file, data)[0][facts.page]
        mended = mend_byte_counts(page, len(data))
        check_complete(page, len(data), color_channels(page) or 1)
        stored, starts, notes = without_surplus(page)
    with tifffile.TiffFile(stream_of(data, stored)) as file:
        page = pages_of(file, data)[0][facts.page]
        page.compression = tifffile.COMPRESSION.ADOBE_DEFLATE
        page.dataoffsets = tuple(len(data) + start for start in starts)
        page.databytecounts = tuple(
            end - start for start, end in zip(starts, [*starts[1:], len(stored)], strict=True)
        )
        decoded = _decoded(page, color_space(page)[0], facts.profile)
    return replace(decoded, warnings=(*mended, *decoded.warnings, *notes))


def decode_tiff_with_libtiff(data: Buffer, facts: FileFacts) -> Decoded:
    """Decode one page in YCbCr, or in the older kind of JPEG, with 8 bits, by Pillow's libtiff."""
    with tifffile.TiffFile(stream_of(data)) as file:
        page = pages_of(file, data)[0][facts.page]
        if page.photometric != _YCBCR and page.compression != _OLD_JPEG:
            raise ValueError("tifffile knows this kind better")
        mended = mend_byte_counts(page, len(data))
        check_complete(page, len(data), color_channels(page) or 1)
        for segment in decompressed(page):  # libtiff prints what is damaged, and goes on
            del segment
    decoded = decode_with_pillow(_first_and_upright(data, page.offset), facts)
    if decoded.samples.shape[:2] != (page.imagelength, page.imagewidth):
        raise ValueError("the decoder answers another size")
    return replace(decoded, warnings=(*mended, *decoded.warnings))


def _first_and_upright(data: Buffer, offset: int) -> bytes:
    """The same file with one directory as its first, whose orientation libtiff has no reason to apply."""
    order, big, _ = ifd.read_header(data)
    changed = bytearray(data)
    struct.pack_into(order + ("Q" if big else "I"), changed, 8 if big else 4, offset)
    entry = ifd.entry_positions(data, order, offset, big=big).get(exif.ORIENTATION)
    if entry is not None:
        value = entry + (12 if big else 8)
        changed[value : value + 4] = struct.pack(order + "HH", 1, 0)
        struct.pack_into(order + "H", changed, entry + 2, ifd.SHORT)
    return bytes(changed)


def _decoded(page: tifffile.TiffPage, photometric: int, profile: bytes | None) -> Decoded:
    colors = color_channels(page)
    if photometric == _YCBCR and page.compression not in _JPEG_COMPRESSIONS:
        plain = tiff_ycbcr.unpacked(page) if page.is_subsampled else _pixels(page)
        channels = tiff_ycbcr.to_rgb(page, plain)
    else:
        channels = _pixels(page)
    bits = 8 if page.bitspersample <= 8 else 16
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=bits, missing=0.0)
    if photometric == _PALETTE:
        samples, notes = _through_palette(page, channels[..., 0])
        return Decoded(samples, None, replace(report, bits=16), warnings=notes)
    if photometric in {_CIE_LAB, _ICC_LAB}:
        return tiff_lab.decoded(channels, colors or 3, photometric == _CIE_LAB, report)
    if colors is None or channels.shape[-1] < colors:
        raise ValueError("there are too few channels")
    if channels.dtype.kind == "f" and channels.shape[-1] > colors:
        others, _ = full_range(channels[..., colors:], page.bitspersample)
        channels, warnings = full_range(channels[..., :colors], page.bitspersample, no_data=_no_data(page))
        channels = np.concatenate([channels, others], axis=-1)
    else:
        channels, warnings = full_range(channels, page.bitspersample, no_data=_no_data(page))
    color = channels[..., 0] if colors == 1 else channels[..., :colors]
    if photometric == _MIN_IS_WHITE:
        color = np.invert(color, out=color if color.flags.writeable else None)
    alpha = None
    for index, kind in enumerate(page.extrasamples):
        if kind in {_ASSOCIATED, _UNASSOCIATED} and colors + index < channels.shape[-1]:
            alpha = np.ascontiguousarray(channels[..., colors + index])
            if kind == _ASSOCIATED:
                color = _without_alpha(color, alpha)
            break
    if photometric == _CMYK:
        report = replace(report, profile_applied=True)
        return Decoded(cmyk_to_srgb(color, profile), alpha, report, warnings=warnings)
    return Decoded(np.ascontiguousarray(color), alpha, report, warnings=warnings)


def _no_data(page: tifffile.TiffPage) -> float | None:
    """The value that stands for pixels that were not measured (GDAL's tag)."""
    tag = page.tags.get(_NO_DATA_TAG)
    try:
        return None if tag is None else float(str(tag.value).strip("\0 "))
    except ValueError:
        return None


def _pixels(page: tifffile.TiffPage) -> AnyArray:
    """(H, W, C) samples, whatever the planes' order."""
    room = None
    if page.dtype is not None and prod(page.shape) * page.dtype.itemsize >= large_arrays.LARGE:
        room = large_arrays.empty(page.shape, page.dtype)
    array: AnyArray = page.asarray(out=room)
    if array.size != page.imagewidth * page.imagelength * page.samplesperpixel:
        raise ValueError("the samples do not fill the picture")
    if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE and page.samplesperpixel > 1:
        planes: AnyArray = array.reshape(-1, page.imagelength, page.imagewidth)
        return np.moveaxis(planes, 0, -1)
    channels: AnyArray = array.reshape(page.imagelength, page.imagewidth, -1)
    return channels


def _through_palette(page: tifffile.TiffPage, indices: AnyArray) -> tuple[AnyArray, tuple[Sentence, ...]]:
    if page.colormap is None:
        raise ValueError("the palette is missing")
    palette = page.colormap.T
    indices = indices.astype(np.uint16 if indices.dtype.itemsize > 1 else np.uint8, copy=False)
    if indices.max() >= len(palette):
        raise ValueError("the palette is too short")
    if 0 < palette.max() < 256:
        note = Sentence("has a colour map of 8 bits where one of 16 belongs; it was read as such")
        return palette.astype(np.uint8)[indices], (note,)
    # The map has 16 bits by definition, but nearly every writer fills 8: repeated, or shifted.
    eight_bit = np.all(palette % 257 == 0) or np.all(palette & 0xFF == 0)
    return ((palette >> 8).astype(np.uint8) if eight_bit else palette)[indices], ()


def _without_alpha(color: AnyArray, alpha: AnyArray) -> AnyArray:
    """Undo the multiplication of colour by alpha."""
    maximum = np.iinfo(color.dtype).max
    share = np.maximum(alpha, 1) / np.float32(maximum)
    share = share if color.ndim == 2 else share[..., None]
    return np.minimum(np.rint(color / share), maximum).astype(color.dtype)
