"""Which format holds all of a photo, where its own cannot."""

from pathlib import Path

import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.photo_io.formats import ALPHA_FORMATS, DEEP_FORMATS, LONGEST_SIDE, format_of_suffix
from colorizer_gui.core.photo_io.options import WriteOptions


def is_transparent(photo: Photo) -> bool:
    """Whether anything of a photo is not opaque."""
    return photo.alpha is not None and bool(photo.alpha.min() < np.iinfo(photo.alpha.dtype).max)


def what_is_lost(target_format: PhotoFormat, photo: Photo, options: WriteOptions | None = None) -> str:
    """What a format has no place for; empty when it holds all of the photo."""
    if is_transparent(photo) and target_format not in ALPHA_FORMATS:
        return Sentence("its transparency")
    if max(photo.size) > LONGEST_SIDE.get(target_format, max(photo.size)):
        return Sentence("so many pixels")
    wanted = photo.depth if options is None or options.depth is None else options.depth
    if wanted > 8 and target_format not in DEEP_FORMATS:
        return Sentence("its {depth} bits", depth=wanted)
    return ""


def same_or_png(target: Path, photo: Photo, options: WriteOptions | None = None) -> tuple[Path, str]:
    """A target in the source's own format, or a PNG in its place where that cannot hold the photo.

    A format that is not the source's was asked for; then it is left to the writer to refuse.

    Returns
    -------
    The target, and a sentence that says why it is another one; empty when it is not.
    """
    target_format = format_of_suffix(target)
    if target_format is None or target_format is not photo.format:
        return target, ""
    lost = what_is_lost(target_format, photo, options)
    if not lost:
        return target, ""
    return target.with_suffix(".png"), Sentence(
        "The result is a PNG, because a {target_format} file cannot keep {lost}.",
        target_format=target_format,
        lost=lost,
    )
