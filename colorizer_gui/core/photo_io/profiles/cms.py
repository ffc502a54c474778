"""Colour conversion by profiles with multi-dimensional tables, through Pillow's ImageCms."""

from functools import cache
from io import BytesIO
from typing import Final

import cv2
import imagecodecs
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.strips import strips
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.profiles.made_profiles import ADOBE_PRIMARIES, gamma_curve, matrix_profile
from colorizer_gui.core.photo_io.raster import AnyArray

_SMALL_SIDE: Final = 384


@cache
def srgb_profile() -> bytes:
    """A standard sRGB profile (ICC version 4, matrix and tone curves)."""
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


def image_to_srgb(image: Image.Image, profile: bytes) -> Image.Image | None:
    """Convert an 8-bit image to RGB in sRGB; None when the profile cannot be used.

    Relative colorimetric with black point compensation, as photo editors do by default: a CMYK
    black is not shown as gray. Unoptimized, because LittleCMS's shortcuts lose dark tones.
    """
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
        return ImageCms.profileToProfile(
            image,
            source,
            target,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.NOOPTIMIZE | ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None


def to_srgb(samples: AnyArray, profile: bytes) -> AnyArray | None:
    """Convert gray, RGB or CMYK samples of 8 or 16 bits to (H, W, 3) sRGB of the same depth.

    None when the profile cannot be used, or is one for other samples.
    """
    if samples.dtype == np.uint8:
        mode = "CMYK" if samples.ndim == 3 and samples.shape[2] == 4 else None
        converted = image_to_srgb(Image.fromarray(samples, mode), profile)
        return None if converted is None else np.asarray(converted)
    channels = 1 if samples.ndim == 2 else samples.shape[2]
    try:
        deep: AnyArray = imagecodecs.cms_transform(
            np.ascontiguousarray(samples),
            profile,
            srgb_profile(),
            colorspace={1: "gray", 3: "rgb", 4: "cmyk"}[channels],
            outcolorspace="rgb",
            outdtype=samples.dtype,
            intent=imagecodecs.CMS.INTENT.RELATIVE_COLORIMETRIC,
            flags=imagecodecs.CMS.FLAGS.NOOPTIMIZE | imagecodecs.CMS.FLAGS.BLACKPOINTCOMPENSATION,
        )
    except (RuntimeError, ValueError, KeyError):
        return None
    return deep


def cmyk_to_srgb(samples: AnyArray, profile: bytes | None) -> AnyArray:
    """Convert (H, W, 4) CMYK of 8 or 16 bits, all of it ink, to sRGB; plainly where no profile helps."""
    samples = np.ascontiguousarray(samples)
    converted = None if profile is None else to_srgb(samples, profile)
    if converted is not None:
        return converted
    maximum = np.iinfo(samples.dtype).max
    light = np.float32(1.0) - samples / np.float32(maximum)
    rgb: AnyArray = np.rint(light[..., :3] * light[..., 3:] * maximum).astype(samples.dtype)
    return rgb


def small_chroma(samples: AnyArray, profile: bytes | None) -> FloatArray:
    """a*b* of a small version of (H, W, 3) samples, through their profile; good enough to look at."""
    height, width = samples.shape[:2]
    scale = min(1.0, _SMALL_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small: AnyArray = cv2.resize(samples, size, interpolation=cv2.INTER_AREA)
    converted = None if profile is None else to_srgb(small, profile)
    small = small if converted is None else converted
    return rgb_to_lab(small.astype(np.float32) / np.float32(np.iinfo(small.dtype).max))[..., 1:]


def shown_chroma(chroma: npt.NDArray[np.float16]) -> FloatArray:
    """A small version of (H, W, 2) a*b*, of every few pixels where there are many; good enough to look at."""
    height, width = chroma.shape[:2]
    scale = min(1.0, _SMALL_SIDE / max(height, width))
    step = max(1, int(0.25 / scale))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    few = chroma[::step, ::step].astype(np.float32)
    return np.asarray(cv2.resize(few, size, interpolation=cv2.INTER_AREA), dtype=np.float32)


def own_chroma(samples: AnyArray, profile: bytes | None) -> npt.NDArray[np.float16]:
    """a*b* of each of (H, W, 3) samples, through their profile and sRGB, to less than a tenth."""
    chroma = large_arrays.empty((*samples.shape[:2], 2), np.float16)
    for rows in strips(*samples.shape[:2]):
        converted = None if profile is None else to_srgb(samples[rows], profile)
        strip = samples[rows] if converted is None else converted
        lab = rgb_to_lab(strip.astype(np.float32) / np.float32(np.iinfo(strip.dtype).max))
        chroma[rows] = lab[..., 1:]
    return chroma


@cache
def adobe_rgb_profile() -> bytes:
    """Adobe RGB (1998), which EXIF can name without a profile."""
    return matrix_profile(ADOBE_PRIMARIES, gamma_curve(563 / 256))


def assumed_profile(profile: bytes | None, exif_block: bytes | None) -> bytes | None:
    """A file's profile, or the one that its EXIF names."""
    if profile is None and exif_block is not None and exif.is_adobe_rgb(exif.parse(exif_block)):
        return adobe_rgb_profile()
    return profile
