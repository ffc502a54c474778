"""TIFF of any depth, decoded by tifffile; `tifffile` does not invert MinIsWhite, so we do.

Pillow decodes only what tifffile leaves in another colour space: YCbCr without JPEG.
"""

from dataclasses import replace
from io import BytesIO
from math import prod
from typing import Final

import numpy as np
import tifffile

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.codecs.pillow_decoding import decode_with_pillow
from colorizer_gui.core.photo_io.codecs.tiff import lab as tiff_lab
from colorizer_gui.core.photo_io.codecs.tiff.ranges import full_range
from colorizer_gui.core.photo_io.metadata import exif, ifd
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import assumed_profile, to_srgb
from colorizer_gui.core.photo_io.raster import AnyArray, Raster, RefusedError, check_size

XMP_TAG: Final = 700
IPTC_TAG: Final = 33723
ICC_TAG: Final = 34675

_MIN_IS_WHITE, _MIN_IS_BLACK, _RGB, _PALETTE, _CMYK, _YCBCR, _CIE_LAB, _ICC_LAB = 0, 1, 2, 3, 5, 6, 8, 9
#: Channels of each colour space.
_COLORS: Final = {
    _MIN_IS_WHITE: 1,
    _MIN_IS_BLACK: 1,
    _RGB: 3,
    _PALETTE: 1,
    _CMYK: 4,
    _YCBCR: 3,
    _CIE_LAB: 3,
    _ICC_LAB: 3,
}
_JPEG_COMPRESSIONS: Final = {7, 34892}
_ASSOCIATED, _UNASSOCIATED = 1, 2
_REDUCED: Final = 1
_MOST_CHANNELS: Final = 16
_MOST_PAGES: Final = 10_000


def decode_tiff(data: bytes, options: ReadOptions) -> Raster:
    """Decode one page in full resolution, with its alpha and metadata.

    Extra channels that are not declared as alpha are left out. Samples of fewer than 8 bits are
    widened to 8, all others to 16; floating-point samples are read as encoded values in [0, 1].
    See `raster.DECODE_ERRORS` and `raster.RefusedError` for what is raised.
    """
    with tifffile.TiffFile(BytesIO(data)) as file:
        pages = _pages(file)
        if options.page >= len(pages):
            count = Sentence("1 page") if len(pages) == 1 else Sentence("{count} pages", count=len(pages))
            raise RefusedError(
                "has {count}, so there is no page {page}; choose another page",
                count=count,
                page=options.page + 1,
            )
        page = pages[options.page]
        check_size(page.imagewidth, page.imagelength, options.max_pixels)
        metadata, orientation = read_metadata(data, page)
        photometric = int(page.photometric)
        if photometric == _YCBCR and page.compression not in _JPEG_COMPRESSIONS:
            if page is not file.pages.first:
                raise RefusedError("has a page in YCbCr; save that page as RGB and open it")
            decoded = decode_with_pillow(data, PhotoFormat.TIFF, options)
            return replace(decoded, metadata=metadata, orientation=orientation, page_count=len(pages))
        _check_complete(page, len(data))
        profile = assumed_profile(metadata.icc_profile, metadata.exif)
        decoded = _samples(page, photometric, profile)
    return replace(decoded, orientation=orientation, metadata=metadata, page_count=len(pages))


def _pages(file: tifffile.TiffFile) -> list[tifffile.TiffPage]:
    """Whole pages; smaller versions of the same picture are none, and a chain that bites its tail ends."""
    pages: list[tifffile.TiffPage] = []
    seen = set()
    for page in file.pages:
        whole = page.aspage()
        if whole.offset in seen:
            break
        seen.add(whole.offset)
        if not int(whole.subfiletype) & _REDUCED:
            pages.append(whole)
        if len(pages) > _MOST_PAGES:
            break
    return pages or [file.pages.first.aspage()]


def _check_complete(page: tifffile.TiffPage, size: int) -> None:
    """Find strips or tiles that are missing, which tifffile would fill with black.

    Raises
    ------
    ValueError
    """
    segments = zip(page.dataoffsets, page.databytecounts, strict=True)
    if len(page.dataoffsets) < prod(page.chunked):
        raise ValueError("there are fewer strips or tiles than the picture needs")
    if any(offset == 0 or count == 0 or offset + count > size for offset, count in segments):
        raise ValueError("a strip or tile lies outside of the file")


def _samples(page: tifffile.TiffPage, photometric: int, profile: bytes | None) -> Raster:
    colors = _COLORS.get(photometric)
    if colors is None or page.imagedepth != 1 or page.samplesperpixel > _MOST_CHANNELS:
        raise RefusedError("is a TIFF in an unusual colour space; save it as gray or RGB and open that")
    if photometric == _CIE_LAB and page.samplesperpixel == 1:
        colors = 1
    channels = _pixels(page)
    if photometric == _PALETTE:
        return Raster(_through_palette(page, channels[..., 0]), None, profile)
    if photometric in {_CIE_LAB, _ICC_LAB}:
        return tiff_lab.raster(channels, colors, photometric == _CIE_LAB)
    channels, warnings = full_range(channels, page.bitspersample)
    if channels.shape[-1] < colors:
        raise ValueError("there are too few channels")
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
        return Raster(_cmyk_to_rgb(np.ascontiguousarray(color), profile), alpha, None, warnings=warnings)
    return Raster(np.ascontiguousarray(color), alpha, profile, warnings=warnings)


def _cmyk_to_rgb(samples: AnyArray, profile: bytes | None) -> AnyArray:
    converted = None if profile is None else to_srgb(samples, profile)
    if converted is not None:
        return converted
    maximum = np.iinfo(samples.dtype).max
    light = np.float32(1.0) - samples / np.float32(maximum)
    rgb: AnyArray = np.rint(light[..., :3] * light[..., 3:] * maximum).astype(samples.dtype)
    return rgb


def _pixels(page: tifffile.TiffPage) -> AnyArray:
    """(H, W, C) samples, whatever the planes' order."""
    array: AnyArray = page.asarray()
    if array.size != page.imagewidth * page.imagelength * page.samplesperpixel:
        raise ValueError("the samples do not fill the picture")
    if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE and page.samplesperpixel > 1:
        planes: AnyArray = array.reshape(-1, page.imagelength, page.imagewidth)
        return np.moveaxis(planes, 0, -1)
    channels: AnyArray = array.reshape(page.imagelength, page.imagewidth, -1)
    return channels


def _through_palette(page: tifffile.TiffPage, indices: AnyArray) -> AnyArray:
    if page.colormap is None:
        raise ValueError("the palette is missing")
    palette = page.colormap.T
    # The map has 16 bits by definition, but nearly every writer fills 8: repeated, or shifted.
    eight_bit = np.all(palette % 257 == 0) or np.all(palette & 0xFF == 0)
    return (palette >> 8).astype(np.uint8)[indices] if eight_bit else palette[indices]


def _without_alpha(color: AnyArray, alpha: AnyArray) -> AnyArray:
    """Undo the multiplication of colour by alpha."""
    maximum = np.iinfo(color.dtype).max
    share = np.maximum(alpha, 1) / np.float32(maximum)
    share = share if color.ndim == 2 else share[..., None]
    return np.minimum(np.rint(color / share), maximum).astype(color.dtype)


def read_metadata(data: Buffer, page: tifffile.TiffPage) -> tuple[PhotoMetadata, int]:
    """What a page says about its photo, and the orientation that is still to be applied."""
    order, big, _ = ifd.read_header(data)
    directory = ifd.read_directory(data, order, page.offset, big=big)
    orientation = int(directory.number(exif.ORIENTATION) or 1)
    block = exif.pack(exif.descriptive(directory))
    if block is not None:
        block, _ = exif.upright(block, (page.imagewidth, page.imagelength))
    packet = directory.entries.get(XMP_TAG)
    iptc = directory.entries.get(IPTC_TAG)
    profile = directory.entries.get(ICC_TAG)
    metadata = PhotoMetadata(
        icc_profile=None if profile is None else profile.data,
        exif=block,
        xmp=None if packet is None else upright_xmp(packet.data),
        iptc=None if iptc is None else iptc.data,
        dpi=exif.dpi_of(directory),
        per_centimetre=exif.per_centimetre(directory),
    )
    return metadata, orientation if 1 <= orientation <= 8 else 1
