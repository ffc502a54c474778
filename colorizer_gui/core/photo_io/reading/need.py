"""What a large photo will need, told from its header before anything is decoded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from PIL import Image

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io.codecs.jpeg import coefficients as coefficients_in_file
from colorizer_gui.core.photo_io.codecs.jpegxl_decoding import read_jpegxl_header
from colorizer_gui.core.photo_io.codecs.raw.decoding import raw_size
from colorizer_gui.core.photo_io.formats import RAW_SUFFIXES, detect_format
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, RefusedError

#: Pixels from which on it is worth a sentence.
LARGE_PIXELS: Final = 100_000_000
#: Smaller files are not looked into.
_LEAST_BYTES: Final = 1_000_000
#: As much of a file as its header needs.
_HEADER: Final = 1 << 16
#: The program with its network and the strips in work, measured (docs/performance.md).
_PROGRAM: Final = 900_000_000
_LIGHTNESS: Final = 4
_COEFFICIENT: Final = 2
#: Bytes of memory for each pixel that decoders take which work on whole pictures, measured with 8 bits.
_WHOLE: Final = {
    "BMP": 20,
    "WEBP": 19,
    "JPEG2000": 16,
    "GIF": 11,
    "PPM": 6,
    "AVIF": 6,
    "JPEG XL": 6,
    "RAW": 17,
}
_RAW_BITS: Final = 16


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes that colorizing a photo takes, from file to file.

    Attributes
    ----------
    memory
        Of which no part can be given back meanwhile: the file, what decoders hold that know whole pictures
        alone, and the coefficients of a progressive JPEG where they cannot lie in a file.
    disk
        Of scratch files: lightness, the samples of the photo or its result (`common.large_arrays`), and the
        coefficients of a progressive JPEG.
    """

    pixels: int
    memory: int
    disk: int


def need_of(path: Path) -> Need | None:
    """The need of a photo whose header can be read; None for any other file, and for small ones."""
    try:
        size = path.stat().st_size
        if size < _LEAST_BYTES:
            return None
        if path.suffix.lower() in RAW_SUFFIXES:
            return _need("RAW", size, raw_size(path), _RAW_BITS)
        with path.open("rb") as file:
            start = file.read(_HEADER)
        if detect_format(start) is PhotoFormat.JPEG_XL:
            header = read_jpegxl_header(start)
            return _need("JPEG XL", size, (header.width, header.height), header.bits)
        with Image.open(path) as image:
            bits = 16 if image.mode[0] in "IF" or "16" in _raw_mode(image) else 8
            need = _need(image.format or "", size, image.size, bits, alpha=image.mode.endswith("A"))
            coefficients = _coefficients(image) if image.format in {"JPEG", "MPO"} else 0
    except (*DECODE_ERRORS, UserWarning, RefusedError):
        return None
    held = _COEFFICIENT * coefficients
    if coefficients_in_file.available():
        return replace(need, disk=need.disk + held)
    return replace(need, memory=need.memory + held)


def _need(kind: str, size: int, sides: tuple[int, int], bits: int, *, alpha: bool = False) -> Need:
    """The need of a photo of a kind, whose file has a size in bytes."""
    pixels = sides[0] * sides[1]
    depth = 1 if bits <= 8 else 2
    packed = 2 * size if kind == "PNG" else 0
    whole = _WHOLE.get(kind, 0) * (1 if kind == "RAW" else depth)
    scratch = _LIGHTNESS + (3 + 2 * alpha) * depth
    return Need(pixels, _PROGRAM + size + pixels * whole, pixels * scratch + packed)


def need_sentence(path: Path) -> Sentence | None:
    """What to tell the user before a photo is read; None where it is not worth it."""
    return greatest_need([path])


def greatest_need(paths: Iterable[Path]) -> Sentence | None:
    """What to tell the user of the photo that needs the most; None where none is worth it."""
    found = [(path, need_of(path)) for path in paths]
    large = [(path, need) for path, need in found if need is not None and need.pixels >= LARGE_PIXELS]
    if not large:
        return None
    path, need = max(large, key=lambda each: (each[1].memory, each[1].disk))
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
