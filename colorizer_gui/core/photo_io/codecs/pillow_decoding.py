"""JPEG, WebP and BMP, and the rarer kinds of 8-bit TIFF, decoded by Pillow."""

from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image

from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.codecs.jpeg_segments import JpegSegments, read_segments
from colorizer_gui.core.photo_io.metadata import exif, photoshop
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import assumed_profile, image_to_srgb
from colorizer_gui.core.photo_io.raster import AnyArray, Raster, check_size, split_alpha

# Pillow's own limit is lower than ours and cannot be raised for one call; `check_size` takes over.
Image.MAX_IMAGE_PIXELS = None

_JFIF_UNITS: Final = {1, 2}


def decode_with_pillow(data: bytes, source_format: PhotoFormat, options: ReadOptions) -> Raster:
    """Decode 8-bit samples; a truncated JPEG raises.

    CMYK is converted to sRGB, through its profile if it has one. See `raster.DECODE_ERRORS` and
    `raster.RefusedError` for what is raised.
    """
    with Image.open(BytesIO(data), formats=[source_format.value.upper()]) as image:
        check_size(*image.size, options.max_pixels)
        image.load()
        metadata, orientation = _metadata(image, data)
        samples, profile = _samples(image, metadata.icc_profile)
    color, alpha = split_alpha(samples)
    return Raster(color, alpha, assumed_profile(profile, metadata.exif), orientation, metadata)


def _samples(image: Image.Image, profile: bytes | None) -> tuple[AnyArray, bytes | None]:
    if image.mode == "CMYK":
        converted = None if profile is None else image_to_srgb(image, profile)
        return np.asarray(converted or image.convert("RGB")), None
    transparent = "transparency" in image.info or image.mode in {"PA", "La", "RGBa"}
    if image.mode in {"L", "LA", "RGB", "RGBA"} and not transparent:
        return np.asarray(image), profile
    if image.mode in {"1", "L", "La"}:
        return np.asarray(image.convert("LA" if transparent else "L")), profile
    return np.asarray(image.convert("RGBA" if transparent else "RGB")), profile


def _metadata(image: Image.Image, data: bytes) -> tuple[PhotoMetadata, int]:
    info = image.info
    found = JpegSegments(info.get("exif"), info.get("xmp"))
    if image.format in {"JPEG", "MPO"}:
        found = read_segments(data)
    block, orientation = None, 1
    if isinstance(found.exif, bytes):
        block, orientation = exif.upright(found.exif, image.size)
    dpi = info.get("dpi")
    if image.format != "BMP" and info.get("jfif_unit") not in _JFIF_UNITS:
        dpi = exif.dpi_of(exif.parse(block))
    metadata = PhotoMetadata(
        icc_profile=info.get("icc_profile") or None,
        exif=block,
        xmp=upright_xmp(found.xmp) if isinstance(found.xmp, bytes) else None,
        iptc=photoshop.find_iptc(found.resources) or None,
        dpi=None if not dpi or min(dpi) <= 0 else (float(dpi[0]), float(dpi[1])),
        per_centimetre=info.get("jfif_unit") == 2 or exif.per_centimetre(exif.parse(block)),
        comments=tuple(found.comments),
        exif_damaged=block is None and bool(found.exif),
    )
    return metadata, orientation
