"""What a large photo will need, told from its header before anything is decoded."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PIL import Image

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS

#: Pixels from which on it is worth a sentence.
LARGE_PIXELS: Final = 100_000_000
#: Smaller files are not looked into.
_LEAST_BYTES: Final = 1_000_000
#: The program with its network and the strips in work, measured (docs/performance.md).
_PROGRAM: Final = 600_000_000
_LIGHTNESS: Final = 4
_COEFFICIENT: Final = 2


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes that colorizing a photo takes, from file to file.

    Attributes
    ----------
    memory
        Of which no part can be given back meanwhile: the file, and all coefficients of a progressive JPEG,
        which libjpeg holds until the last scan.
    disk
        Of scratch files: lightness, and the samples of the photo or its result (`common.large_arrays`).
    """

    pixels: int
    memory: int
    disk: int


def need_of(path: Path) -> Need | None:
    """The need of a photo whose header Pillow can read; None for any other file, and for small ones."""
    try:
        size = path.stat().st_size
        if size < _LEAST_BYTES:
            return None
        with Image.open(path) as image:
            pixels = image.width * image.height
            depth = 2 if image.mode[0] in "IF" or "16" in _raw_mode(image) else 1
            coefficients = _coefficients(image) if image.format in {"JPEG", "MPO"} else 0
            packed = 2 * size if image.format == "PNG" else 0
            alpha = depth if image.mode.endswith("A") else 0
    except (*DECODE_ERRORS, UserWarning):
        return None
    memory = _PROGRAM + size + _COEFFICIENT * coefficients
    return Need(pixels, memory, pixels * (_LIGHTNESS + 3 * depth + 2 * alpha) + packed)


def need_sentence(path: Path) -> Sentence | None:
    """What to tell the user before a photo is read; None where it is not worth it."""
    need = need_of(path)
    if need is None or need.pixels < LARGE_PIXELS:
        return None
    return Sentence(
        "“{name}” has {megapixels} megapixels: it will need about {memory} GB of memory and {disk} GB of "
        "free disk space, and some minutes.",
        name=path.name,
        megapixels=f"{need.pixels / 1e6:.0f}",
        memory=f"{need.memory / 1e9:.1f}",
        disk=f"{need.disk / 1e9:.1f}",
    )


def _raw_mode(image: Any) -> str:  # noqa: ANN401 - Pillow's types leave its tiles out
    """How samples are stored, which tells 16 bits where Pillow would make 8 of them."""
    how = image.tile[0].args if image.tile else ""
    return str(how[0] if isinstance(how, tuple) else how)


def _coefficients(image: Any) -> int:  # noqa: ANN401 - Pillow's JPEG file, whose layers its types leave out
    """Numbers that libjpeg holds at once: all of them where the picture comes in several scans."""
    if not image.info.get("progressive"):
        return 0
    factors = [(across, down) for _, across, down, _ in image.layer]
    widest, highest = max(across for across, _ in factors), max(down for _, down in factors)
    shares = sum(across * down for across, down in factors) / (widest * highest)
    return int(image.width * image.height * shares)
