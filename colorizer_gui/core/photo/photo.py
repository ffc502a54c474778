"""A photo as Tintype sees it: an untouched lightness plane, and all that must survive beside it."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.photo.notice import PhotoNotice

#: Bits of one sample, in a source and in a result.
BitDepth = Literal[8, 16]
#: (H, W, 3) or (H, W) samples of 8 or 16 bits.
SampleArray = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]


class PhotoFormat(StrEnum):
    """File formats that are read; those of `photo_io.formats.WRITABLE_SUFFIXES` are written as well."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WebP"
    BMP = "BMP"
    GIF = "GIF"
    PNM = "PNM"
    JPEG_2000 = "JPEG 2000"
    JPEG_XL = "JPEG XL"
    AVIF = "AVIF"
    HEIC = "HEIC"
    RAW = "camera RAW"


@dataclass(frozen=True, slots=True)
class PhotoMetadata:
    """What a file says about its picture, kept as the file's own bytes.

    Attributes
    ----------
    icc_profile
        The source's profile; lightness is computed through it.
    exif
        A TIFF structure without the "Exif" prefix; orientation is 1, it has been applied.
    xmp, iptc
        The packets as found.
    dpi
        Horizontal and vertical pixels per inch.
    per_centimetre
        Whether the file states its resolution per centimetre.
    comments
        Plain texts without a place in EXIF, XMP or IPTC.
    exif_damaged
        Whether there was EXIF of which nothing could be read.
    exif_faulty
        Whether a part of the EXIF could not be read.
    """

    icc_profile: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    dpi: tuple[float, float] | None = None
    per_centimetre: bool = False
    comments: tuple[str, ...] = ()
    exif_damaged: bool = False
    exif_faulty: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """One photo, oriented upright.

    Attributes
    ----------
    path
        Where it was read from; None when it was pasted.
    format
        The source's file format.
    lightness
        (H, W) float32 L* in [0, 100].
    alpha
        (H, W) uint8 or uint16, as deep as the source, or None.
    depth
        Bits of a sample of the source, 8 or 16.
    had_color
        Whether the source was in colour; a tint, such as sepia, is none.
    source_ab
        (h, w, 2) float32 a*b* of a small version of a source in colour or tinted, to show it as it is;
        None for a gray one.
    own_ab
        (H, W, 2) float16 a*b* of a source in colour; None unless it was read to keep its colours.
    sha256
        Of the source's bytes, in hexadecimal digits; empty when it was pasted.
    page, page_count
        Which page of the file this is, counted from 0, and how many it has.
    notice
        What the user may want to know or decide before the photo is colorized.
    negative
        Whether it was read as a negative: its tones are turned round.
    geometry
        How the user has it turned, straightened and cropped; all other attributes are those of the result.
    file_size
        Width and height before that; None without a geometry.
    warnings
        Sentences on what of the file could not be used, such as damaged metadata.
    """

    path: Path | None
    format: PhotoFormat
    lightness: FloatArray
    depth: BitDepth = 8
    alpha: SampleArray | None = None
    had_color: bool = False
    source_ab: FloatArray | None = None
    own_ab: npt.NDArray[np.float16] | None = None
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    sha256: str = ""
    page: int = 0
    page_count: int = 1
    notice: PhotoNotice = field(default_factory=PhotoNotice)
    negative: bool = False
    geometry: Geometry = AS_IT_IS
    file_size: tuple[int, int] | None = None
    warnings: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.lightness.shape
        return width, height

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height before the user's geometry."""
        return self.file_size or self.size
