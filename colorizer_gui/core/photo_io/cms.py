"""Colour conversion by profiles with multi-dimensional tables, through Pillow's ImageCms."""

from functools import cache
from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

from colorizer_gui.core.color import ByteArray


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


def to_srgb(samples: ByteArray, profile: bytes) -> ByteArray | None:
    """Convert (H, W) or (H, W, 3) uint8 samples to (H, W, 3) sRGB; None when that is impossible."""
    converted = image_to_srgb(Image.fromarray(samples), profile)
    return None if converted is None else np.asarray(converted)
