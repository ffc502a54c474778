"""Reading a file back before it gets its name."""

from pathlib import Path

import numpy as np

from colorizer_gui.core.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io import exif
from colorizer_gui.core.photo_io.decoding import decode
from colorizer_gui.core.photo_io.encoding import Picture
from colorizer_gui.core.photo_io.options import WriteOptions
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, RefusedError


class CheckError(Exception):
    """What was read back is not what was written."""


def check_written(path: Path, picture: Picture, target_format: PhotoFormat, options: WriteOptions) -> None:
    """Read a file back and compare it with what it should hold.

    Raises
    ------
    CheckError
    """
    try:
        raster = decode(path.read_bytes(), target_format)
    except (RefusedError, *DECODE_ERRORS) as exc:
        raise CheckError("the file cannot be decoded") from exc
    _check_metadata(raster.metadata, picture.metadata, target_format)
    if raster.samples.shape != picture.color.shape or raster.samples.dtype != picture.color.dtype:
        raise CheckError("the size or the depth differs")
    if (raster.alpha is None) != (picture.alpha is None):
        # WebP drops an alpha channel that is opaque everywhere.
        opaque = picture.alpha is not None and picture.alpha.min() == np.iinfo(picture.alpha.dtype).max
        if target_format is not PhotoFormat.WEBP or not opaque:
            raise CheckError("the alpha channel differs")
    lossy = target_format is PhotoFormat.JPEG or (
        target_format is PhotoFormat.WEBP and not options.webp_lossless
    )
    if lossy:
        return
    if not np.array_equal(raster.samples, picture.color):
        raise CheckError("the colours differ")
    if (
        raster.alpha is not None
        and picture.alpha is not None
        and not np.array_equal(raster.alpha, picture.alpha)
    ):
        raise CheckError("the alpha channel differs")


def _check_metadata(found: PhotoMetadata, wanted: PhotoMetadata, target_format: PhotoFormat) -> None:
    if target_format is PhotoFormat.BMP:
        return
    if found.icc_profile != wanted.icc_profile:
        raise CheckError("the profile differs")
    block = wanted.exif or b""
    block = exif.fitting_jpeg(block) if target_format is PhotoFormat.JPEG else block
    if exif.parse(found.exif).children.keys() != exif.parse(block).children.keys():
        raise CheckError("EXIF differs")
    # One segment of a JPEG may be too short for these.
    if target_format is not PhotoFormat.JPEG and found.xmp != wanted.xmp:
        raise CheckError("XMP differs")
