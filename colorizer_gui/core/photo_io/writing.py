"""From pixels to a file that is complete, checked, and in nobody's place."""

import errno
import struct
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from colorizer_gui.core.errors import PhotoWriteError
from colorizer_gui.core.photo import Photo, PhotoFormat, PhotoMetadata, SampleArray
from colorizer_gui.core.photo_io import exif
from colorizer_gui.core.photo_io.checking import CheckError, check_written
from colorizer_gui.core.photo_io.cms import srgb_profile
from colorizer_gui.core.photo_io.encoding import Picture, encode
from colorizer_gui.core.photo_io.formats import ALPHA_FORMATS, DEEP_FORMATS, LONGEST_SIDE, format_of_suffix
from colorizer_gui.core.photo_io.options import WriteOptions
from colorizer_gui.core.photo_io.publishing import (
    Publication,
    flush_to_disk,
    publish,
    temporary_file,
)
from colorizer_gui.core.photo_io.raster import AnyArray
from colorizer_gui.core.photo_io.xmp import marked_packet
from colorizer_gui.core.version import VERSION

SOFTWARE: Final = f"Tintype {VERSION}"


def write_photo(
    target: Path,
    image_rgb: SampleArray,
    photo: Photo,
    *,
    options: WriteOptions,
    publication: Publication | None = None,
) -> Path:
    """Write a colorized photo; its suffix chooses the format.

    The file is written beside the target, read back and compared (each sample where the format is
    lossless, size and depth otherwise), and only then gets its name. No file is ever overwritten:
    a name that is taken gets a number.

    Parameters
    ----------
    target
        The wanted path; its folder exists.
    image_rgb
        (H, W, 3) uint8 or uint16 sRGB of the photo's size. PNG and TIFF keep 16 bits, other formats
        are rounded to 8.
    photo
        The source: its alpha and metadata go into the file; its profile does not, since the pixels
        are sRGB now. WebP has no place for IPTC, and BMP for nothing but the resolution.
    options
        Quality.
    publication
        For a caller that keeps a journal.

    Returns
    -------
    Where the photo was written.

    Raises
    ------
    PhotoWriteError
        When the suffix is unknown, the format cannot hold the photo, or the folder is missing, full
        or not writable; one sentence. Nothing is left behind.
    ValueError
        When `image_rgb` has another size or type.
    """
    height, width = photo.lightness.shape
    if image_rgb.shape != (height, width, 3) or image_rgb.dtype not in {
        np.dtype(np.uint8),
        np.dtype(np.uint16),
    }:
        raise ValueError(
            f"({height}, {width}, 3) uint8 or uint16 wanted, got {image_rgb.shape} {image_rgb.dtype}"
        )
    target_format = _checked_format(target, photo)
    depth = 16 if image_rgb.dtype == np.uint16 and target_format in DEEP_FORMATS else 8
    keeps_alpha = photo.alpha is not None and target_format in ALPHA_FORMATS
    picture = Picture(
        color=_to_depth(image_rgb, depth),
        alpha=_to_depth(photo.alpha, depth) if photo.alpha is not None and keeps_alpha else None,
        metadata=_metadata_for_saving(photo.metadata),
        software=SOFTWARE,
    )
    publication = publication or Publication()
    try:
        with temporary_file(target.parent, publication.token) as (temporary, stream):
            encode(picture, target_format, options, stream)
            flush_to_disk(stream)
            stream.close()
            check_written(temporary, picture, target_format, options)
            return publish(temporary, target, publication.announce)
    except OSError as exc:
        raise PhotoWriteError(_sentence(target, exc)) from exc
    except (ValueError, RuntimeError, struct.error) as exc:
        raise PhotoWriteError(
            f'The photo "{target}" was not saved, because it could not be encoded as {target_format}; '
            f"choose another format."
        ) from exc
    except CheckError as exc:
        raise PhotoWriteError(
            f'The photo "{target}" was not saved, because what was written could not be read back '
            f"unchanged; check the drive and try again."
        ) from exc
    except MemoryError as exc:
        raise PhotoWriteError(
            f'The photo "{target}" was not saved, because memory ran out; close other programs and try again.'
        ) from exc


def _checked_format(target: Path, photo: Photo) -> PhotoFormat:
    target_format = format_of_suffix(target)
    if target_format is None:
        raise PhotoWriteError(
            f'The photo "{target}" was not saved, because its suffix names no format that Tintype writes; '
            f"use .jpg, .png, .tif, .webp or .bmp."
        )
    limit = LONGEST_SIDE.get(target_format)
    if limit is not None and max(photo.size) > limit:
        raise PhotoWriteError(
            f'The photo "{target}" was not saved, because a {target_format} file is at most {limit} pixels '
            f"wide and high; use .tif or .png."
        )
    if photo.alpha is not None and target_format not in ALPHA_FORMATS:
        opaque = photo.alpha.min() == np.iinfo(photo.alpha.dtype).max
        if not opaque:
            raise PhotoWriteError(
                f'The photo "{target}" was not saved, because a {target_format} file cannot keep its '
                f"transparency; use .png, .tif or .webp."
            )
    return target_format


def _to_depth(samples: AnyArray, depth: int) -> AnyArray:
    if samples.dtype == np.uint16 and depth == 8:
        # v / 257 rounded, without a float copy of the whole picture.
        return ((samples.astype(np.uint32) + 128) // 257).astype(np.uint8)
    if samples.dtype == np.uint8 and depth == 16:
        return samples.astype(np.uint16) * np.uint16(257)
    return samples


def _metadata_for_saving(source: PhotoMetadata) -> PhotoMetadata:
    return replace(
        source,
        icc_profile=srgb_profile(),
        exif=exif.for_saving(source.exif, SOFTWARE, source.dpi),
        xmp=marked_packet(source.xmp),
    )


def _sentence(target: Path, exc: OSError) -> str:
    """Say what the file system refused, and what to do."""
    folder = target.parent
    start = f'The photo "{target}" was not saved, because'
    if exc.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"{start} the disk is full; free some space or choose another folder."
    if exc.errno == errno.ENOENT:
        return f'{start} the folder "{folder}" does not exist; create it or choose another one.'
    if exc.errno == errno.ENOTDIR:
        return f'{start} "{folder}" is not a folder; choose another one.'
    if exc.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f'{start} the folder "{folder}" may not be written to; choose another one.'
    if exc.errno == errno.ENAMETOOLONG:
        return f"{start} its name is too long; choose a shorter one."
    if exc.errno == errno.EFBIG:
        return f"{start} the drive does not take files of that size; choose another drive."
    return f"{start} the drive reported an error ({exc.strerror or 'unknown'}); check it and try again."
