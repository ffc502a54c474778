"""HEIC, AVIF and camera RAW, whose decoders are additions that a user chooses to install."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import imagecodecs
import numpy as np
from PIL import Image, features

from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, Raster, RefusedError, check_size, split_alpha


def decode_heic(data: bytes, options: ReadOptions) -> Raster:
    """HEIC through pillow-heif (the extra "heif"); more than 8 bits are kept as 16."""
    try:
        import pillow_heif
    except ImportError as exc:
        raise _missing("HEIC", "heif") from exc
    file: Any = pillow_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=False)
    width, height = file.size
    check_size(width, height, options.max_pixels)
    samples: AnyArray = np.asarray(file)
    # libheif has turned the pixels as the file's own boxes say; EXIF's orientation repeats that and has
    # no say (ISO/IEC 23008-12, A.2.1), but the library leaves it as it was.
    return replace(_raster(samples, file.info, file.size), orientation=1)


def decode_avif(data: bytes, options: ReadOptions) -> Raster:
    """AVIF: metadata through Pillow, samples through libavif, which keeps 10 and 12 bits as 16."""
    if not features.check("avif") or not imagecodecs.AVIF.available:
        raise _missing("AVIF", "heif")
    with Image.open(BytesIO(data), formats=["AVIF"]) as image:
        check_size(*image.size, options.max_pixels)
        raster = _raster(np.asarray(image), dict(image.info), image.size)
    bits = _avif_bits(data)
    if bits == 8 or raster.orientation != 1:
        return raster
    deep: AnyArray = imagecodecs.avif_decode(data)
    if deep.dtype != np.uint16 or deep.shape[:2] != raster.samples.shape[:2]:
        return raster
    color, alpha = split_alpha(np.rint(deep * np.float32(65_535 / (2**bits - 1))).astype(np.uint16))
    return Raster(color, alpha, raster.profile, 1, raster.metadata)


def decode_raw(data: bytes, options: ReadOptions) -> Raster:
    """Camera RAW through rawpy (the extra "raw"): the camera's white balance, 16 bits, sRGB."""
    try:
        import rawpy
    except ImportError as exc:
        raise _missing(PhotoFormat.RAW, "raw") from exc
    library: Any = rawpy
    try:
        with library.imread(BytesIO(data)) as file:
            check_size(file.sizes.width, file.sizes.height, options.max_pixels)
            samples = file.postprocess(
                use_camera_wb=True,
                output_bps=16,
                output_color=library.ColorSpace.sRGB,
                gamma=(2.4, 12.92),
                no_auto_bright=False,
            )
    except library.LibRawError as exc:
        raise ValueError("the RAW file cannot be developed") from exc
    block = None
    if data[:4] in {b"II*\0", b"MM\0*"}:
        block = exif.pack(exif.descriptive(exif.parse(data)))
    if block is not None:
        # LibRaw has turned the pixels already.
        block, _ = exif.upright(block, (samples.shape[1], samples.shape[0]))
    return Raster(samples, metadata=PhotoMetadata(exif=block, dpi=None))


def _raster(samples: AnyArray, info: dict[Any, Any], size: tuple[int, int]) -> Raster:
    color, alpha = split_alpha(samples)
    block, orientation = None, 1
    if isinstance(info.get("exif"), bytes):
        block, orientation = exif.upright(info["exif"], size)
    packet = info.get("xmp")
    profile = info.get("icc_profile") or None
    metadata = PhotoMetadata(
        icc_profile=profile,
        exif=block,
        xmp=upright_xmp(packet) if isinstance(packet, bytes) and packet else None,
        dpi=exif.dpi_of(exif.parse(block)),
        per_centimetre=exif.per_centimetre(exif.parse(block)),
    )
    return Raster(color, alpha, profile, orientation, metadata)


def _avif_bits(data: bytes) -> int:
    """Bits of a sample, from the codec's configuration record (AV1 in ISOBMFF, 2.3.3)."""
    position = data.find(b"av1C")
    if position < 0 or position + 7 > len(data):
        return 8
    flags = data[position + 6]
    return (12 if flags & 0x20 else 10) if flags & 0x40 else 8


def _missing(name: str, extra: str) -> RefusedError:
    return RefusedError(
        "is in the format {name}, for which an addition is missing; install it with: pip install "
        '"tintype[{extra}]"',
        name=name,
        extra=extra,
    )
