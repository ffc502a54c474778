"""WebP and BMP encoded by Pillow; both have 8 bits."""

from io import BytesIO
from typing import Any

from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.options import WriteOptions


def encode_webp(channels: ByteArray, metadata: PhotoMetadata, options: WriteOptions) -> bytes:
    """WebP with EXIF (which holds the DPI), XMP and ICC; hidden colours of clear pixels are kept."""
    settings: dict[str, Any] = {
        name: value
        for name, value in (
            ("icc_profile", metadata.icc_profile),
            ("exif", metadata.exif),
            ("xmp", metadata.xmp),
        )
        if value
    }
    stream = BytesIO()
    image = Image.fromarray(channels)
    image.save(
        stream,
        "WEBP",
        quality=options.quality,
        lossless=options.webp_lossless,
        exact=True,
        method=4,
        **settings,
    )
    return stream.getvalue()


def encode_bmp(image_rgb: ByteArray, metadata: PhotoMetadata) -> bytes:
    """BMP with 24 bits, which holds the DPI and no other metadata."""
    stream = BytesIO()
    settings: dict[str, Any] = {"dpi": metadata.dpi} if metadata.dpi else {}
    Image.fromarray(image_rgb).save(stream, "BMP", **settings)
    return stream.getvalue()
