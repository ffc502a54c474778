"""What the user may choose about a saved file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """Settings of the writer; the defaults lose nothing that an eye could see.

    Attributes
    ----------
    quality
        1 to 100, of JPEG (always 4:4:4) and of WebP when that is lossy.
    webp_lossless
        Whether WebP keeps each sample.
    """

    quality: int = 95
    webp_lossless: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality is 1 to 100, not {self.quality}")
