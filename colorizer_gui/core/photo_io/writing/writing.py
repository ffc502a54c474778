"""From pixels to a file that is complete, checked, and in nobody's place."""

import errno
import struct
from pathlib import Path

import numpy as np

from colorizer_gui.core.common.errors import PhotoWriteError
from colorizer_gui.core.common.sentences import Sentence, reason_of
from colorizer_gui.core.photo.photo import BitDepth, Photo, PhotoFormat, SampleArray
from colorizer_gui.core.photo_io.codecs.encoding import Picture, encode
from colorizer_gui.core.photo_io.formats import ALPHA_FORMATS, DEEP_FORMATS, LONGEST_SIDE, format_of_suffix
from colorizer_gui.core.photo_io.metadata.labelling import SOFTWARE, metadata_for_saving
from colorizer_gui.core.photo_io.options import WriteOptions
from colorizer_gui.core.photo_io.pixels import (
    ArrayPixels,
    AveragedPixels,
    DepthPixels,
    PixelSource,
    RecordedPixels,
)
from colorizer_gui.core.photo_io.profiles.cms import srgb_profile
from colorizer_gui.core.photo_io.profiles.output_profile import ProfilePixels
from colorizer_gui.core.photo_io.writing.checking import CheckError, check_written
from colorizer_gui.core.photo_io.writing.holding import is_transparent
from colorizer_gui.core.photo_io.writing.mark import MarkedPixels
from colorizer_gui.core.photo_io.writing.publishing import (
    Publication,
    flush_to_disk,
    publish,
    temporary_file,
)
from colorizer_gui.core.recipe.result_label import ResultLabel


def write_photo(
    target: Path,
    image_rgb: SampleArray | PixelSource,
    photo: Photo,
    *,
    options: WriteOptions,
    label: ResultLabel | None = None,
    publication: Publication | None = None,
) -> Path:
    """Write a colorized photo; its suffix chooses the format.

    The file is written beside the target, read back and compared (each sample where the format is
    lossless, each block's mean of a JPEG, size and depth of a lossy WebP), and only then gets its name.
    No file is ever overwritten: a name that is taken gets a number.

    Parameters
    ----------
    target
        The wanted path; its folder exists.
    image_rgb
        (H, W, 3) uint8 or uint16 sRGB of the photo's size, or what renders it in strips. PNG and TIFF
        keep 16 bits, other formats are rounded to 8.
    photo
        The source: its alpha and metadata go into the file, its profile only where the options say so.
        WebP holds IPTC as XMP, and BMP nothing but the resolution.
    options
        Quality, depth, compression, profile, resolution, mark.
    label
        What the file says about how it was made; without it only that its colour is by an algorithm.
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
    Cancelled
        When the pixels' source raises it. Nothing is left behind.
    ValueError
        When `image_rgb` has another size or type.
    """
    source = ArrayPixels(_checked_array(image_rgb)) if isinstance(image_rgb, np.ndarray) else image_rgb
    if source.shape != photo.lightness.shape:
        raise ValueError(f"{photo.lightness.shape} pixels wanted, got {source.shape}")
    target_format = _checked_format(target, photo)
    depth: BitDepth = (options.depth or source.depth) if target_format in DEEP_FORMATS else 8
    pixels, profile = _in_profile(source, depth, target, photo, options)
    if options.mark is not None and not (label is not None and label.is_by_hand):
        pixels = MarkedPixels(pixels, options.mark)
    picture = Picture(
        pixels=AveragedPixels(pixels) if target_format is PhotoFormat.JPEG else RecordedPixels(pixels),
        alpha=photo.alpha if target_format in ALPHA_FORMATS else None,
        metadata=metadata_for_saving(photo.metadata, target_format, profile, options, label),
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
        raise PhotoWriteError(write_problem(target, exc)) from exc
    except (ValueError, RuntimeError, struct.error) as exc:
        raise PhotoWriteError(
            'The photo "{target}" was not saved, because it could not be encoded as {target_format}; '
            "choose another format.",
            target=target,
            target_format=target_format,
        ) from exc
    except CheckError as exc:
        raise PhotoWriteError(
            'The photo "{target}" was not saved, because what was written could not be read back '
            "unchanged; check the drive and try again.",
            target=target,
        ) from exc
    except MemoryError as exc:
        raise PhotoWriteError(
            'The photo "{target}" was not saved, because memory ran out; close other programs and try again.',
            target=target,
        ) from exc


def _checked_format(target: Path, photo: Photo) -> PhotoFormat:
    target_format = format_of_suffix(target)
    if target_format is None:
        raise PhotoWriteError(
            'The photo "{target}" was not saved, because its suffix names no format that Tintype '
            "writes; use .jpg, .png, .tif, .webp or .bmp.",
            target=target,
        )
    limit = LONGEST_SIDE.get(target_format)
    if limit is not None and max(photo.size) > limit:
        raise PhotoWriteError(
            'The photo "{target}" was not saved, because a {target_format} file is at most {limit} '
            "pixels wide and high; use .tif or .png.",
            target=target,
            target_format=target_format,
            limit=limit,
        )
    if target_format not in ALPHA_FORMATS and is_transparent(photo):
        raise PhotoWriteError(
            'The photo "{target}" was not saved, because a {target_format} file cannot keep its '
            "transparency; use .png, .tif or .webp.",
            target=target,
            target_format=target_format,
        )
    return target_format


def _checked_array(image_rgb: SampleArray) -> SampleArray:
    kinds = {np.dtype(np.uint8), np.dtype(np.uint16)}
    if image_rgb.ndim != 3 or image_rgb.shape[2] != 3 or image_rgb.dtype not in kinds:
        raise ValueError(f"(H, W, 3) uint8 or uint16 wanted, got {image_rgb.shape} {image_rgb.dtype}")
    return image_rgb


def _in_profile(
    source: PixelSource, depth: BitDepth, target: Path, photo: Photo, options: WriteOptions
) -> tuple[PixelSource, bytes]:
    """Pixels of the wanted depth and colour space, and the profile of that space."""
    if options.profile == "srgb":
        return (source if source.depth == depth else DepthPixels(source, depth)), srgb_profile()
    profile = photo.metadata.icc_profile
    try:
        return ProfilePixels(source, profile or b"", depth), profile or b""
    except ValueError as exc:
        raise PhotoWriteError(
            'The photo "{target}" was not saved, because its source has no RGB profile that colours '
            "can be converted to; choose sRGB.",
            target=target,
        ) from exc


def write_problem(target: Path, exc: OSError) -> Sentence:
    """Say what the file system refused, and what to do."""
    folder = target.parent
    if exc.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Sentence(
            'The photo "{target}" was not saved, because the disk is full; free some space or choose another '
            "folder.",
            target=target,
        )
    if exc.errno == errno.ENOENT:
        return Sentence(
            'The photo "{target}" was not saved, because the folder "{folder}" does not exist; create it or '
            "choose another one.",
            target=target,
            folder=folder,
        )
    if exc.errno == errno.ENOTDIR:
        return Sentence(
            'The photo "{target}" was not saved, because "{folder}" is not a folder; choose another one.',
            target=target,
            folder=folder,
        )
    if exc.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Sentence(
            'The photo "{target}" was not saved, because the folder "{folder}" may not be written to; choose '
            "another one.",
            target=target,
            folder=folder,
        )
    if exc.errno == errno.ENAMETOOLONG:
        return Sentence(
            'The photo "{target}" was not saved, because its name is too long; choose a shorter one.',
            target=target,
        )
    if exc.errno == errno.EFBIG:
        return Sentence(
            'The photo "{target}" was not saved, because the drive does not take files of that size; choose '
            "another drive.",
            target=target,
        )
    return Sentence(
        'The photo "{target}" was not saved, because the drive reported an error ({reason}); check it '
        "and try again.",
        target=target,
        reason=reason_of(exc),
    )
