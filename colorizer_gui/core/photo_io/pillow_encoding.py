"""JPEG, WebP and BMP encoded by Pillow; all have 8 bits."""

import struct
from io import BytesIO
from typing import Any, Final

from PIL import Image

from colorizer_gui.core.color import ByteArray
from colorizer_gui.core.photo import PhotoMetadata
from colorizer_gui.core.photo_io import exif, photoshop
from colorizer_gui.core.photo_io.options import WriteOptions

#: Longest content of a JPEG segment.
_MAX_SEGMENT: Final = 65_533
_MAX_XMP: Final = _MAX_SEGMENT - len(b"http://ns.adobe.com/xap/1.0/\0")


def encode_jpeg(image_rgb: ByteArray, metadata: PhotoMetadata, quality: int) -> bytes:
    """JPEG 4:4:4 with EXIF, XMP, IPTC, ICC and DPI.

    An XMP or IPTC block that does not fit into one segment is left out.
    """
    settings: dict[str, Any] = {"icc_profile": metadata.icc_profile}
    if metadata.dpi:
        settings["dpi"] = metadata.dpi
    if metadata.exif and (block := exif.fitting_jpeg(metadata.exif)):
        settings["exif"] = exif.PREFIX + block
    if metadata.xmp and len(metadata.xmp) <= _MAX_XMP:
        settings["xmp"] = metadata.xmp
    stream = BytesIO()
    Image.fromarray(image_rgb).save(stream, "JPEG", quality=quality, subsampling=0, **settings)
    data = stream.getvalue()
    return _with_iptc(data, metadata.iptc) if metadata.iptc else data


def _with_iptc(data: bytes, iptc: bytes) -> bytes:
    """Put a Photoshop segment behind the leading application segments."""
    content = photoshop.JPEG_PREFIX + photoshop.wrap_iptc(iptc)
    if len(content) > _MAX_SEGMENT:
        return data
    position = 2
    while data[position] == 0xFF and 0xE0 <= data[position + 1] <= 0xE1:
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return data[:position] + b"\xff\xed" + struct.pack(">H", len(content) + 2) + content + data[position:]


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
