"""A decoded file: samples as they are in it, and what it says about them."""

import struct
import zlib
from dataclasses import dataclass, field
from typing import Any, Final

import imagecodecs
import numpy as np
import numpy.typing as npt
from PIL import ImageCms

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.sentences import SentenceError
from colorizer_gui.core.photo.photo import PhotoMetadata, SampleArray
from colorizer_gui.core.photo_io.options import MAX_PIXELS

#: Samples whose type is only known when they are there.
AnyArray = npt.NDArray[Any]

#: What Pillow, tifffile (`TiffFileError` is a ValueError) and imagecodecs (its errors are
#: RuntimeErrors) raise on damaged files.
DECODE_ERRORS: Final = (
    OSError,
    ValueError,
    SyntaxError,
    RuntimeError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    AssertionError,
    struct.error,
    zlib.error,
    imagecodecs.DelayedImportError,
    ImageCms.PyCMSError,
)


#: Larger pictures are doubted where a byte stands for more pixels than in any photo: not even noise is left.
_DOUBTED_PIXELS: Final = 50_000_000
_MOST_PIXELS_A_BYTE: Final = 10_000


class RefusedError(SentenceError):
    """A picture that is not decoded on purpose; the message completes "The photo … ".

    Stays inside of this package: it is turned into a `PhotoReadError`.
    """


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """What a decoder answers.

    Attributes
    ----------
    samples
        (H, W) or (H, W, 3) uint8 or uint16, full range, gamma-encoded in the space of `profile`.
    alpha
        (H, W), as deep as `samples`, or None.
    profile
        The ICC profile that `samples` have to be read with; None means sRGB.
    orientation
        The EXIF orientation, 1 to 8, that has not been applied yet.
    metadata
        As found in the file, except that the EXIF block says "upright".
    is_lightness
        Whether gray `samples` are L* itself, 0 to 100 spread over their range, and no profile applies.
    chroma
        (H, W, 2) float16 a*b*, where the samples do not hold the colour.
    page_count
        Pages of the file.
    warnings
        What had to be assumed; each completes "The photo … ".
    """

    samples: SampleArray
    alpha: SampleArray | None = None
    profile: bytes | None = None
    orientation: int = 1
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    is_lightness: bool = False
    chroma: npt.NDArray[np.float16] | None = None
    page_count: int = 1
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Damaged files can claim anything; past this point samples are what they should be."""
        shape, kind = self.samples.shape, self.samples.dtype
        known = len(shape) == 2 or (len(shape) == 3 and shape[2] == 3)
        if not known or not self.samples.size or kind not in {np.dtype(np.uint8), np.dtype(np.uint16)}:
            raise ValueError(f"samples of {shape} {kind} are neither gray nor RGB")
        if self.alpha is not None and (self.alpha.shape != shape[:2] or self.alpha.dtype != kind):
            raise ValueError("alpha does not match the samples")


def check_size(width: int, height: int, max_pixels: int = MAX_PIXELS, held: int | None = None) -> None:
    """Refuse a picture that is too large to decode, has no pixels, or is no photo of that size.

    Parameters
    ----------
    held
        Bytes of the file, where its format bounds no size by itself: a photo of many pixels takes some.

    Raises
    ------
    RefusedError
    """
    if width < 1 or height < 1:
        raise RefusedError("has no pixels; choose another file")
    if width * height > max_pixels:
        megapixels = width * height / 1e6
        raise RefusedError(
            "has {megapixels} megapixels, more than the {most} that Tintype opens; make a smaller copy, "
            "or raise the limit in the settings or by --max-megapixels",
            megapixels=f"{megapixels:,.0f}",
            most=f"{max_pixels / 1e6:,.0f}",
        )
    if held is not None and width * height > max(_DOUBTED_PIXELS, held * _MOST_PIXELS_A_BYTE):
        raise RefusedError(
            "claims {megapixels} megapixels, but holds far too little data for them; it is cut off, "
            "or no photo",
            megapixels=f"{width * height / 1e6:,.0f}",
        )


def check_enough(held: float, least: float) -> None:
    """Refuse a picture of which the file holds less than even an empty one of its size would take.

    Raises
    ------
    RefusedError
    """
    if held < least:
        raise RefusedError("holds far too little data for its size; it is cut off, or no photo")


def split_alpha(channels: AnyArray) -> tuple[AnyArray, AnyArray | None]:
    """Divide (H, W), (H, W, 1..4) samples into gray or RGB, and alpha."""
    if channels.ndim == 2:
        return channels, None
    count = channels.shape[2]
    has_alpha = count in {2, 4}
    color = channels[..., : count - 1] if has_alpha else channels
    if color.shape[2] == 1:
        color = color[..., 0]
    alpha = large_arrays.contiguous(channels[..., -1]) if has_alpha else None
    return large_arrays.contiguous(color), alpha


def missing_addition(name: str, extra: str) -> RefusedError:
    """The refusal of a format whose decoder is not installed."""
    return RefusedError(
        "is in the format {name}, for which an addition is missing; install it with: pip install "
        '"tintype[{extra}]"',
        name=name,
        extra=extra,
    )
