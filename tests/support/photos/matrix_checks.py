"""One file of the matrix: made of one picture, read, colorized, written, and judged by outside programs."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo_io import WriteOptions, read_photo
from colorizer_gui.core.photo_io.writing.naming import default_target
from colorizer_gui.core.pipeline.pipeline import colorize_file
from colorizer_gui.core.prediction.prediction import Guidance, Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.photos.outside_tools import lightness, srgb_profile

Array = npt.NDArray[Any]
HEIGHT, WIDTH = 48, 64
LOSSY = re.compile("jpeg|420|lossy|cmyk")


class Warm:
    """Paints in two hues."""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        del lightness, guidance
        ab = np.array([[[10, 20], [-8, -12]]], dtype=np.float32)
        return Prediction(ab, np.ones((1, 2), dtype=np.float32))


def picture() -> bytes:
    """A 16-bit PPM, written by hand: smooth and moderately coloured."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float64)
    gray = 6000 + 50_000 * (0.7 * x / WIDTH + 0.3 * y / HEIGHT)
    planes = [gray + 3000 * np.sin(y / 7), gray, gray - 3000 * np.cos(x / 9)]
    samples = np.rint(np.stack(planes, axis=-1)).astype(">u2")
    header = f"P6\n{WIDTH} {HEIGHT}\n65535\n"
    return header.encode() + bytes(samples.tobytes())


def check(source: Path, *, by_profile: bool = False, tolerance: float | None = None) -> Path:
    """Tintype and the outside program agree on a file's L*, and on that of the result."""
    srgb = srgb_profile(source.parent) if by_profile else None
    photo = read_photo(source)
    upright = photo.lightness.shape
    judged = lightness(source, upright, srgb)
    if tolerance is None:
        tolerance = 1.2 if LOSSY.search(source.name) else 0.3
    assert np.abs(photo.lightness - judged).max() < tolerance, source.name
    target = default_target(source, source.parent / "results")
    target.parent.mkdir(exist_ok=True)
    options = WriteOptions(quality=98, webp_lossless=True)
    written = colorize_file(source, target, Warm(), Adjustments(), options=options)
    # The way back has to pass 8 bits in most formats, and JPEG.
    again = lightness(written, upright)
    assert np.abs(again - photo.lightness).mean() < (1.0 if written.suffix == ".jpg" else 0.3), source.name
    reread = read_photo(written)
    deep = photo.depth == 16 and written.suffix in {".png", ".tif"}
    assert reread.depth == (16 if deep else 8)
    assert np.abs(reread.lightness - again).max() < 0.05
    return written
