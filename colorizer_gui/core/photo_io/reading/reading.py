"""From a file, or a pasted picture, to a `Photo`."""

import hashlib
import mmap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.errors import PhotoReadError
from colorizer_gui.core.common.existence import is_folder
from colorizer_gui.core.common.sentences import Sentence, reason_of
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo.noticing import notice_of
from colorizer_gui.core.photo.photo import Photo, PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo.reshaping import with_geometry
from colorizer_gui.core.photo_io.codecs.decoding import decode
from colorizer_gui.core.photo_io.formats import read_format
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import own_chroma, shown_chroma, small_chroma
from colorizer_gui.core.photo_io.profiles.lightness import lightness_of, plain_lightness
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, Raster, RefusedError, split_alpha
from colorizer_gui.core.photo_io.reading.glancing import GLANCED_SIDE, Glance, glance_of
from colorizer_gui.core.photo_io.reading.orientation import turn_upright
from colorizer_gui.core.photo_io.reading.problems import metadata_problems

#: As much of a file as its format is known from.
_HEAD: Final = 4096


def read_photo(
    path: Path, options: ReadOptions | None = None, on_glance: Callable[[Glance], None] | None = None
) -> Photo:
    """Read a photo of any known format; the content decides, not the suffix, but for camera RAW.

    Of a file with several pictures the first is read unless the options say otherwise. The pixels are
    turned upright, and the lightness is computed through the file's profile (`lightness.lightness_of`).

    Parameters
    ----------
    on_glance
        Called with a small picture of a large photo as soon as it is decoded, before any geometry.

    Raises
    ------
    PhotoReadError
        When the file is missing, unreadable, no photo, damaged or too large; one sentence.
    """
    return decode_photo(read_file(path), path, options, on_glance)


def decode_photo(
    data: Buffer,
    path: Path,
    options: ReadOptions | None = None,
    on_glance: Callable[[Glance], None] | None = None,
) -> Photo:
    """`read_photo` for a caller that has read the file, or wants its hash as well.

    Raises
    ------
    PhotoReadError
        When the content is empty, no photo, damaged or too large; one sentence.
    """
    options = options or ReadOptions()
    source_format = read_format(path, bytes(data[:_HEAD]))
    if not data:
        raise PhotoReadError('The file "{path}" is empty; choose another photo.', path=path)
    if source_format is None:
        raise PhotoReadError(
            'The file "{path}" is not a photo that Tintype knows; open a JPEG, PNG, TIFF, WebP or '
            "BMP file, for example.",
            path=path,
        )
    try:
        raster = decode(data, source_format, options)
    except RefusedError as exc:
        raise PhotoReadError('The photo "{path}" {reason}.', path=path, reason=exc.sentence) from exc
    except MemoryError as exc:
        raise PhotoReadError(
            'The photo "{path}" does not fit into memory; close other programs or open a smaller copy.',
            path=path,
        ) from exc
    except DECODE_ERRORS as exc:
        raise PhotoReadError(
            'The photo "{path}" is damaged or cut off and cannot be decoded; copy it again from '
            "where it came from.",
            path=path,
        ) from exc
    if on_glance is not None and (seen := glance_of(raster, GLANCED_SIDE)) is not None:
        on_glance(seen)
    digest = hashlib.sha256(data).hexdigest()
    del data  # the caller may hold it still
    if raster.page_count == 1 and options.page:
        raise PhotoReadError(
            'The photo "{path}" has 1 page, so there is no page {page}; choose another page.',
            path=path,
            page=options.page + 1,
        )
    photo = _photo(raster, path, source_format, options)
    return with_geometry(replace(photo, sha256=digest, page=options.page), options.geometry)


def photo_from_rgb(
    image_rgb: ByteArray,
    *,
    dpi: tuple[float, float] | None = None,
    options: ReadOptions | None = None,
) -> Photo:
    """Make a photo of pixels that come from no file, such as a pasted picture.

    Parameters
    ----------
    image_rgb
        (H, W, 3) or (H, W, 4) uint8 sRGB, the fourth channel being alpha that is not multiplied in.
    dpi
        Pixels per inch, if known.
    options
        Whether it is a negative, how it is turned, and whether its colours are kept.

    Raises
    ------
    ValueError
        When the array has another shape or type.
    """
    if image_rgb.dtype != np.uint8 or image_rgb.ndim != 3 or image_rgb.shape[2] not in {3, 4}:
        raise ValueError(f"(H, W, 3 or 4) uint8 wanted, got {image_rgb.shape} {image_rgb.dtype}")
    if not image_rgb.size:
        raise ValueError("a photo has at least one pixel")
    color, alpha = split_alpha(image_rgb)
    raster = Raster(color, alpha, metadata=PhotoMetadata(dpi=dpi))
    options = options or ReadOptions()
    return with_geometry(_photo(raster, None, PhotoFormat.PNG, options), options.geometry)


def _photo(raster: Raster, path: Path | None, source_format: PhotoFormat, options: ReadOptions) -> Photo:
    samples = turn_upright(raster.samples, raster.orientation)
    alpha = None if raster.alpha is None else turn_upright(raster.alpha, raster.orientation)
    metadata = raster.metadata
    if raster.orientation >= 5 and metadata.dpi is not None:
        metadata = replace(metadata, dpi=metadata.dpi[::-1])
    if options.negative:
        samples = np.invert(samples, out=large_arrays.empty(samples.shape, samples.dtype))
    plain = raster.is_lightness
    lightness = plain_lightness(samples) if plain else lightness_of(samples, raster.profile)
    chroma = None if raster.chroma is None else turn_upright(raster.chroma, raster.orientation)
    small = None if chroma is None else shown_chroma(chroma)
    notice = notice_of(samples, lightness, small)
    source_ab = own_ab = None
    if notice.color is not ColorKind.NEUTRAL:
        source_ab = small_chroma(samples, raster.profile) if small is None else small
    coloured = notice.color is ColorKind.COLORED
    if coloured and options.own_colours:
        own_ab = own_chroma(samples, raster.profile) if chroma is None else chroma
    return Photo(
        path=path,
        format=source_format,
        lightness=lightness,
        depth=16 if samples.dtype == np.uint16 else 8,
        alpha=alpha,
        had_color=coloured,
        source_ab=source_ab,
        own_ab=own_ab,
        metadata=metadata,
        page_count=raster.page_count,
        notice=notice,
        negative=options.negative,
        warnings=(
            *(Sentence("The photo {reason}.", reason=each) for each in raster.warnings),
            *metadata_problems(raster),
        ),
    )


def read_file(path: Path) -> bytes | mmap.mmap:
    """The bytes of a file that is only read; those of a large one lie in a map.

    Raises
    ------
    PhotoReadError
        When the file is missing or unreadable; one sentence.
    """
    try:
        return large_arrays.file_content(path)
    except FileNotFoundError as exc:
        raise PhotoReadError(
            'The photo "{path}" does not exist; check its name and folder.', path=path
        ) from exc
    except IsADirectoryError as exc:
        raise PhotoReadError(
            '"{path}" is a folder, not a photo; choose the photos in it.', path=path
        ) from exc
    except PermissionError as exc:
        # Windows answers so for a folder, too.
        if is_folder(path):
            raise PhotoReadError(
                '"{path}" is a folder, not a photo; choose the photos in it.', path=path
            ) from exc
        raise PhotoReadError(
            'The photo "{path}" may not be read; ask its owner for permission to read it.', path=path
        ) from exc
    except OSError as exc:
        raise PhotoReadError(
            'The photo "{path}" could not be read ({reason}); check the drive and try again.',
            path=path,
            reason=reason_of(exc),
        ) from exc
