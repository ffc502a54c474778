"""What a decoder answers, and what it has to say of its own doing: nothing is done twice or forgotten.

A file is read in two steps: its facts are gathered (`FileFacts`), and its samples are decoded (`Decoded`).
`composed` puts the two together, and it alone decides what is still to be done.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, Raster

#: The largest part of a picture that may be missing, in whatever format; a decoder may bear less.
MOST_MISSING: Final = 0.25
#: The largest part that may be missing at the end.
MOST_CUT_OFF: Final = 0.02
#: Bytes that may be missing at the end of a picture that is so small that this is a larger part of it.
MOST_BYTES_CUT_OFF: Final = 64
#: What is said of a file of which nothing is missing that the picture needs.
PICTURE_IS_WHOLE: Final = Sentence("is cut off; its picture is whole")
#: Pixels per inch that mean something, and that every format can state.
_POSSIBLE_DPI: Final = (1.0, 60_000.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoderReport:
    """What a decoder did itself. There are no defaults: each decoder answers each question.

    Attributes
    ----------
    profile_applied
        Whether the samples are sRGB already, whatever profile the file holds.
    orientation_applied
        Whether the pixels are upright already.
    bits
        How many bits of each of the file's samples were kept.
    missing
        The part of the picture, 0 to 1, that is not in the file and was filled in.
    """

    profile_applied: bool
    orientation_applied: bool
    bits: int
    missing: float


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """Samples, and how they came about; see `raster.Raster` for the arrays.

    Attributes
    ----------
    warnings
        What had to be assumed or was passed over; each completes "The photo … ".
    """

    samples: AnyArray
    alpha: AnyArray | None
    report: DecoderReport
    is_lightness: bool = False
    chroma: npt.NDArray[np.float16] | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says about its picture, before anything is decoded.

    Attributes
    ----------
    bits
        Of a sample as the file holds it.
    profile
        The ICC profile that the samples as stored have to be read with; None means sRGB.
    orientation
        The EXIF orientation, 1 to 8, of the samples as stored.
    metadata
        As found in the file, except that the EXIF block says "upright".
    page, page_count
        Which page is meant, counted from 0, and how many the file has.
    warnings
        What is broken in the file and was passed over; each completes "The photo … ".
    """

    bits: int
    profile: bytes | None = None
    orientation: int = 1
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    page: int = 0
    page_count: int = 1
    warnings: tuple[str, ...] = ()


#: Gathers the facts of a file. It refuses a picture that is too large (`raster.RefusedError`).
Inspector = Callable[[bytes, ReadOptions], FileFacts]
#: Decodes the samples of a file whose facts are known; see `raster.DECODE_ERRORS` for what it raises.
Decoder = Callable[[bytes, FileFacts], Decoded]


@dataclass(frozen=True, slots=True)
class Reader:
    """How a kind of file is read: who gathers its facts, and which decoders are tried, in this order."""

    inspect: Inspector
    decoders: tuple[Decoder, ...]


def is_little(missing: float, lost: float) -> bool:
    """Whether a picture is still one of which this part is missing at the end, and so many bytes of it."""
    return missing <= MOST_CUT_OFF or lost <= MOST_BYTES_CUT_OFF


def filled_up(data: bytes, start: int, wanted: int) -> tuple[AnyArray, float]:
    """So many bytes of plain samples from a place on, and the part of them that is not there but 0.

    Raises
    ------
    ValueError
        When more is missing than the last ones.
    """
    held = min(wanted, max(0, len(data) - start))
    missing = (wanted - held) / wanted
    if not held or missing > MOST_CUT_OFF:
        raise ValueError("the picture is cut off")
    found = np.frombuffer(data, np.uint8, held, start)
    return (np.pad(found, (0, wanted - held)) if missing else found), missing


def composed(facts: FileFacts, decoded: Decoded) -> Raster:
    """A file's samples with what is still to be done with them.

    Raises
    ------
    ValueError
        When more of the picture is missing than is tolerated.
    """
    report = decoded.report
    if report.missing > MOST_MISSING:
        raise ValueError("the picture is cut off")
    warnings = [*facts.warnings, *decoded.warnings]
    if report.missing:
        share = f"{max(0.1, 100 * report.missing):.1f}"
        warnings.append(
            Sentence("is damaged or cut off; at least {share} % of the picture is missing", share=share)
        )
    if report.bits < facts.bits:
        warnings.append(
            Sentence("has {bits} bits, of which {kept} could be read", bits=facts.bits, kept=report.bits)
        )
    return Raster(
        decoded.samples,
        decoded.alpha,
        None if report.profile_applied else facts.profile,
        1 if report.orientation_applied else facts.orientation,
        _with_possible_dpi(facts.metadata),
        decoded.is_lightness,
        decoded.chroma,
        facts.page_count,
        tuple(warnings),
    )


def _with_possible_dpi(metadata: PhotoMetadata) -> PhotoMetadata:
    least, most = _POSSIBLE_DPI
    if metadata.dpi is None or all(least <= value <= most for value in metadata.dpi):
        return metadata
    return replace(metadata, dpi=None)
