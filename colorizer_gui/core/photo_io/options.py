"""What the user may choose about a saved file."""

from dataclasses import dataclass, field
from typing import Final, Literal

from colorizer_gui.core.common.plain_data import ONLY_IF_SET
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.photo.photo import BitDepth

#: Most pixels of a picture unless the user says otherwise.
MAX_PIXELS: Final = 400_000_000

TiffCompression = Literal["deflate", "lzw", "none"]
ResultProfile = Literal["srgb", "source"]
MarkCorner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a photo is read.

    Attributes
    ----------
    max_pixels
        A picture with more pixels is refused before it is decoded: it would need many gigabytes of
        memory, and a tiny file can claim any size.
    page
        Of a file with several pages, counted from 0; thumbnails are no pages.
    negative
        Whether the tones are turned round, since the photo is an inverted scan.
    geometry
        How the photo is turned, straightened and cropped, after EXIF's orientation.
    own_colours
        Whether the colours that a photo has are read in full (`Photo.own_ab`).
    """

    max_pixels: int = MAX_PIXELS
    page: int = 0
    negative: bool = False
    geometry: Geometry = AS_IT_IS
    own_colours: bool = field(default=False, metadata=ONLY_IF_SET)

    def __post_init__(self) -> None:
        if self.max_pixels < 1 or self.page < 0:
            raise ValueError("there is at least one pixel, and pages are counted from 0")


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """Settings of the writer; the defaults lose nothing that an eye could see.

    Attributes
    ----------
    quality
        1 to 100, of JPEG (always 4:4:4) and of WebP when that is lossy.
    webp_lossless
        Whether WebP keeps each sample.
    depth
        Bits of a sample; None keeps the source's. Formats with 8 bits take no more.
    tiff_compression
        All three lose nothing.
    profile
        The colour space of the result: sRGB, or that of the source's RGB profile.
    dpi
        Another resolution than the source's, in pixels per inch.
    mark
        The corner of a small visible mark; None for none.
    sidecar
        Whether the recipe is also written beside the result.
    """

    quality: int = 95
    webp_lossless: bool = False
    depth: BitDepth | None = None
    tiff_compression: TiffCompression = "deflate"
    profile: ResultProfile = "srgb"
    dpi: tuple[float, float] | None = None
    mark: MarkCorner | None = None
    sidecar: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality is 1 to 100, not {self.quality}")
        if self.dpi is not None and not all(1 <= value <= 100_000 for value in self.dpi):
            raise ValueError(f"the resolution is 1 to 100000 pixels per inch, not {self.dpi}")
