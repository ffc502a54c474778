"""Reading a file back before it gets its name."""

import mmap
from pathlib import Path

import numpy as np
import tifffile

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.strips import strips
from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import composed
from colorizer_gui.core.photo_io.codecs.decoding import decode
from colorizer_gui.core.photo_io.codecs.encoding import Picture
from colorizer_gui.core.photo_io.codecs.png.decoding import decode_png, inspect_png
from colorizer_gui.core.photo_io.codecs.tiff.facts import read_metadata
from colorizer_gui.core.photo_io.formats import BARE_FORMATS
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.options import ReadOptions, WriteOptions
from colorizer_gui.core.photo_io.pixels import AveragedPixels
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, AnyArray, Raster, RefusedError
from colorizer_gui.core.photo_io.writing.jpeg_check import JpegCheckError, check_jpeg


class CheckError(Exception):
    """What was read back is not what was written."""


def check_written(path: Path, picture: Picture, target_format: PhotoFormat, options: WriteOptions) -> None:
    """Read a file back and compare it with what it should hold.

    Raises
    ------
    CheckError
    OSError
        Where it is the system that cannot read it, as of a drive that was unplugged.
    """
    try:
        if target_format is PhotoFormat.TIFF:
            _check_tiff(path, picture)
            return
        if isinstance(picture.pixels, AveragedPixels):
            _check_metadata(check_jpeg(path, picture.pixels), picture.metadata, target_format)
            return
        raster = _read_back(path, target_format, picture.pixels.shape)
    except JpegCheckError as exc:
        raise CheckError(str(exc)) from exc
    except (RefusedError, *DECODE_ERRORS) as exc:
        if isinstance(exc, OSError) and exc.errno is not None:  # decoders give none
            raise
        raise CheckError("the file cannot be decoded") from exc
    _check_metadata(raster.metadata, picture.metadata, target_format)
    _check_layout(raster, picture, target_format)
    if target_format is not PhotoFormat.WEBP or options.webp_lossless:
        for rows in strips(*picture.pixels.shape):
            alpha = None if raster.alpha is None else raster.alpha[rows]
            _check_rows(picture, rows, raster.samples[rows], alpha)


def _read_back(path: Path, target_format: PhotoFormat, shape: tuple[int, int]) -> Raster:
    options = ReadOptions(max_pixels=shape[0] * shape[1])  # it was opened, whatever the usual limit
    if target_format is not PhotoFormat.PNG:
        return decode(path.read_bytes(), target_format, options)
    content = large_arrays.file_content(path)  # the one kind whose files are large as well
    facts = inspect_png(content, options)
    return composed(facts, decode_png(content, facts))


def _check_tiff(path: Path, picture: Picture) -> None:
    """Like the other formats, but one strip at a time: such files are large."""
    height, width = picture.pixels.shape
    channels = 3 if picture.alpha is None else 4
    with (
        path.open("rb") as stream,
        mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data,
        tifffile.TiffFile(stream) as file,
    ):
        page = file.pages.first
        _check_metadata(read_metadata(data, page)[0], picture.metadata, PhotoFormat.TIFF)
        layout = (page.imagelength, page.imagewidth, page.samplesperpixel, page.bitspersample)
        if layout != (height, width, channels, picture.pixels.depth):
            raise CheckError("the size or the depth differs")
        wanted = list(strips(height, width))
        if len(page.dataoffsets) != len(wanted):
            raise CheckError("the number of strips differs")
        for index, rows in enumerate(wanted):
            stream.seek(page.dataoffsets[index])
            decoded = page.decode(stream.read(page.databytecounts[index]), index)[0]
            if decoded is None:
                raise CheckError("a strip is missing")
            samples: AnyArray = decoded.reshape(-1, width, channels)
            alpha = None if picture.alpha is None else samples[..., 3]
            _check_rows(picture, rows, samples[..., :3], alpha)


def _check_layout(raster: Raster, picture: Picture, target_format: PhotoFormat) -> None:
    dtype = np.uint16 if picture.pixels.depth == 16 else np.uint8
    if raster.samples.shape != (*picture.pixels.shape, 3) or raster.samples.dtype != dtype:
        raise CheckError("the size or the depth differs")
    if (raster.alpha is None) != (picture.alpha is None):
        # WebP drops an alpha channel that is opaque everywhere.
        opaque = picture.alpha is not None and picture.alpha.min() == np.iinfo(picture.alpha.dtype).max
        if target_format is not PhotoFormat.WEBP or not opaque:
            raise CheckError("the alpha channel differs")


def _check_rows(picture: Picture, rows: slice, color: AnyArray, alpha: AnyArray | None) -> None:
    if not picture.pixels.equal(rows, color):
        raise CheckError("the colours differ")
    if alpha is not None and not np.array_equal(alpha, picture.alpha_rows(rows)):
        raise CheckError("the alpha channel differs")


def _check_metadata(found: PhotoMetadata, wanted: PhotoMetadata, target_format: PhotoFormat) -> None:
    if target_format in BARE_FORMATS:
        return
    if found.icc_profile != wanted.icc_profile:
        raise CheckError("the profile differs")
    block = wanted.exif or b""
    block = exif.fitting_jpeg(block) if target_format is PhotoFormat.JPEG else block
    if exif.parse(found.exif).children.keys() != exif.parse(block).children.keys():
        raise CheckError("EXIF differs")
    # A long packet is divided in a JPEG, and put together again in another order.
    if target_format is not PhotoFormat.JPEG and found.xmp != wanted.xmp:
        raise CheckError("XMP differs")
    if target_format is not PhotoFormat.WEBP and found.iptc != wanted.iptc:
        raise CheckError("IPTC differs")
