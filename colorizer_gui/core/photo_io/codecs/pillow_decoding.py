"""WebP, GIF, and the kinds of other formats that Pillow alone knows."""

from io import BytesIO

import numpy as np
from PIL import Image

from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.webp_partial import lacks_exif, without_gaps
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import assumed_profile, cmyk_to_srgb
from colorizer_gui.core.photo_io.raster import AnyArray, check_size, split_alpha

# Pillow's own limit is lower than ours and cannot be raised for one call; `check_size` takes over.
Image.MAX_IMAGE_PIXELS = None


def inspect_webp(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`."""
    with Image.open(BytesIO(without_gaps(data)), formats=["WEBP"]) as image:
        check_size(*image.size, options.max_pixels, len(data))
        info, size = image.info, image.size
    raw, packet = info.get("exif"), info.get("xmp")
    described = exif.read(raw if isinstance(raw, bytes) else None, size)
    metadata = PhotoMetadata(
        icc_profile=info.get("icc_profile") or None,
        exif=described.block,
        xmp=upright_xmp(packet) if isinstance(packet, bytes) and packet else None,
        dpi=described.dpi,
        per_centimetre=described.per_centimetre,
        exif_damaged=described.damaged or lacks_exif(data),
        exif_faulty=described.faulty,
    )
    profile = assumed_profile(metadata.icc_profile, described.block)
    return FileFacts(8, profile, described.orientation, metadata)


def inspect_gif(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`; of an animation the first frame counts."""
    with Image.open(BytesIO(data), formats=["GIF"]) as image:
        check_size(*image.size, options.max_pixels, len(data))
        comment = image.info.get("comment", b"")
    text = comment.decode("utf-8", "replace").strip("\0 ") if isinstance(comment, bytes) else ""
    return FileFacts(8, metadata=PhotoMetadata(comments=(text,) if text else ()))


def decode_with_pillow(data: bytes, facts: FileFacts) -> Decoded:
    """Decode the first picture of whatever Pillow recognises, with 8 bits.

    CMYK is converted to sRGB, through its profile if it has one.
    """
    with Image.open(BytesIO(data)) as image:
        image.load()
        samples = samples_of(image)
    is_cmyk = image.mode == "CMYK"
    if is_cmyk:
        samples = cmyk_to_srgb(samples, facts.profile)
    color, alpha = split_alpha(samples)
    deep = color.dtype == np.uint16
    report = DecoderReport(
        profile_applied=is_cmyk, orientation_applied=False, bits=16 if deep else min(8, facts.bits), missing=0
    )
    return Decoded(color, alpha, report)


def samples_of(image: Image.Image) -> AnyArray:
    """(H, W) or (H, W, 2 to 4) samples of a decoded picture; palettes are followed."""
    if image.mode in {"CMYK", "I;16"}:
        return np.asarray(image)
    transparent = "transparency" in image.info or image.mode in {"PA", "La", "RGBa"}
    if image.mode in {"L", "LA", "RGB", "RGBA"} and not transparent:
        return np.asarray(image)
    if image.mode in {"1", "L", "La"}:
        return np.asarray(image.convert("LA" if transparent else "L"))
    return np.asarray(image.convert("RGBA" if transparent else "RGB"))
