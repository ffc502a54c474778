"""The colour alone, for other programs: a transparent layer, and the planes of L*, a* and b*.

The layer is a picture with alpha. Laid over the black-and-white photo in the mode "Normal" it gives the
colorized photo, to a step of its depth; in the mode "Color" it gives the same colours with the luma of the
photo beneath. Any program that has layers opens it: it is an ordinary PNG, TIFF or WebP.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import tifffile

from colorizer_gui.core.color.conversion import FloatArray, lightness_to_gray, rgb_to_lab
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import PhotoWriteError
from colorizer_gui.core.common.strips import strips
from colorizer_gui.core.photo_io import WriteOptions, write_photo
from colorizer_gui.core.photo_io.codecs.tiff.facts import XMP_TAG
from colorizer_gui.core.photo_io.metadata.labelling import SOFTWARE
from colorizer_gui.core.photo_io.metadata.xmp import marked_packet
from colorizer_gui.core.photo_io.writing.publishing import flush_to_disk, publish, temporary_file
from colorizer_gui.core.photo_io.writing.writing import write_problem
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto, recipe_of
from colorizer_gui.core.recipe.result_label import ResultLabel
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.rendering import Recomposition

#: What the layer and the planes can be written as.
LAYER_SUFFIXES: Final = frozenset({".png", ".tif", ".tiff", ".webp"})
PLANES_SUFFIXES: Final = frozenset({".tif", ".tiff"})


def save_color_layer(
    colorized: ColorizedPhoto,
    target: Path,
    adjustments: Adjustments,
    *,
    label: ResultLabel | None = None,
    token: CancelToken | None = None,
) -> Path:
    """Write the colour as a layer to lay over the photo; what has no colour is clear.

    Parameters
    ----------
    target
        A .png, .tif or .webp; a name that exists gets a number.
    label
        What the file says about itself; by default source, model and settings.

    Returns
    -------
    Where it was written.

    Raises
    ------
    PhotoWriteError, Cancelled
    """
    photo = colorized.photo
    depth = photo.depth
    recomposition = colorized.recomposition()
    height, width = photo.lightness.shape
    dtype, maximum = (np.uint16, 65_535) if depth == 16 else (np.uint8, 255)
    color = np.empty((height, width, 3), dtype=dtype)
    alpha = np.empty((height, width), dtype=dtype)
    for rows in strips(height, width):
        if token is not None:
            token.raise_if_cancelled()
        result: FloatArray = recomposition.strip(rows, adjustments, 16).astype(np.float32)
        result /= np.float32(65_535.0)
        layer, cover = color_to_alpha(result, lightness_to_gray(photo.lightness[rows]))
        color[rows] = np.rint(layer * maximum)
        alpha[rows] = np.rint(cover * maximum)
    if photo.alpha is not None:
        alpha = np.minimum(alpha, photo.alpha)
    options = WriteOptions(webp_lossless=True)
    label = label or ResultLabel(recipe_of(colorized, adjustments))
    return write_photo(target, color, replace(photo, alpha=alpha), options=options, label=label)


def color_to_alpha(result_rgb: FloatArray, gray: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The clearest layer that, laid over gray, gives a result.

    With the opacity t and the layer's colour c, result = t c + (1 - t) gray for each channel; t is the
    smallest at which c stays within [0, 1].

    Parameters
    ----------
    result_rgb
        (H, W, 3) encoded sRGB in [0, 1].
    gray
        (H, W) encoded sRGB in [0, 1].

    Returns
    -------
    (H, W, 3) colour and (H, W) opacity, both in [0, 1].
    """
    base = gray[..., None]
    difference = result_rgb - base
    room = np.where(difference > 0, np.float32(1.0) - base, base)
    cover = np.max(np.abs(difference) / np.maximum(room, np.float32(1e-6)), axis=-1)
    # Less than half a step of 16 bits is rounding.
    cover = np.where(np.abs(difference).max(axis=-1) < 1e-5, 0.0, np.clip(cover, 0.0, 1.0)).astype(np.float32)
    layer = base + difference / np.maximum(cover, np.float32(1e-6))[..., None]
    layer = np.where(cover[..., None] > 0, layer, base)
    return np.clip(layer, 0.0, 1.0).astype(np.float32), cover


def save_lab_planes(
    colorized: ColorizedPhoto,
    target: Path,
    adjustments: Adjustments,
    *,
    label: ResultLabel | None = None,
    token: CancelToken | None = None,
) -> Path:
    """Write L*, a* and b* as three pages of a TIFF, 32-bit floating point.

    L* is the photo's own (0 to 100); a* and b* are those of the result, after adjustments and gamut.

    Parameters
    ----------
    target, label
        See `save_color_layer`.

    Returns
    -------
    Where it was written; a name that exists gets a number.

    Raises
    ------
    PhotoWriteError, Cancelled
    """
    label = label or ResultLabel(recipe_of(colorized, adjustments))
    packet = marked_packet(colorized.photo.metadata.xmp, label, SOFTWARE)
    try:
        with temporary_file(target.parent) as (temporary, stream):
            with tifffile.TiffWriter(stream, bigtiff=False) as writer:
                for index, name in enumerate(("L*", "a*", "b*")):
                    writer.write(
                        _encoded_strips(colorized, adjustments, index, token),
                        shape=colorized.photo.lightness.shape,
                        dtype="<f4",
                        photometric="minisblack",
                        compression="zlib",
                        rowsperstrip=next(strips(*colorized.photo.lightness.shape)).stop,
                        metadata=None,
                        software=SOFTWARE,
                        extratags=[
                            (285, 2, len(name) + 1, name, True),
                            *([(XMP_TAG, 1, len(packet), packet, True)] if index == 0 else []),
                        ],
                    )
            flush_to_disk(stream)
            stream.close()
            return publish(temporary, target)
    except OSError as exc:
        raise PhotoWriteError(write_problem(target, exc)) from exc


def _encoded_strips(
    colorized: ColorizedPhoto, adjustments: Adjustments, index: int, token: CancelToken | None
) -> Iterator[bytes]:
    import imagecodecs

    recomposition = colorized.recomposition()
    lightness = colorized.photo.lightness
    for rows in strips(*lightness.shape):
        if token is not None:
            token.raise_if_cancelled()
        plane = lightness[rows] if index == 0 else _chroma(recomposition, adjustments, rows)[..., index]
        yield bytes(imagecodecs.zlib_encode(np.ascontiguousarray(plane, dtype="<f4").tobytes(), level=6))


def _chroma(recomposition: Recomposition, adjustments: Adjustments, rows: slice) -> FloatArray:
    return rgb_to_lab(recomposition.strip(rows, adjustments, 16) / np.float32(65_535.0))
