"""JPEG of every kind that libjpeg-turbo knows, also where the last bytes are missing.

The decoder gets the picture alone (`jpeg_structure`). Where the end marker is missing the picture is decoded
twice with different bytes in the place of what is missing: where the two differ, nothing was in the file.
"""

import random
from typing import Final

import imagecodecs
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.jpeg.facts import facts_of
from colorizer_gui.core.photo_io.codecs.jpeg.structure import Frame, JpegStructure, read_structure
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import cmyk_to_srgb
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError, check_size

#: What may be missing at the end: a part of the picture, or about so many bytes of a small one. In a
#: progressive picture it is its finest details that are missing, so more may be.
_MOST_MISSING: Final = 0.02
_MOST_MISSING_BYTES: Final = 64
_MOST_UNREFINED: Final = 0.1
#: Entropy-coded data that means nothing.
_JUNK: Final = bytes(random.Random(0).randrange(255) for _ in range(4096))  # noqa: S311 - no secret


def inspect_jpeg(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`; a picture that the data cannot hold is taken for cut off."""
    structure = read_structure(data)
    frame = structure.frame
    check_size(frame.width, frame.height, options.max_pixels)
    if frame.hierarchical:
        raise RefusedError("is a hierarchical JPEG, which Tintype does not decode; save it as PNG or TIFF")
    if len(frame.factors) not in {1, 3, 4}:
        raise RefusedError(
            "is a JPEG of {count} channels; save it as gray or RGB and open that", count=len(frame.factors)
        )
    if 8 * (structure.stop - structure.start) < frame.least_bits:
        raise ValueError("there is too little data for a picture of that size")
    return facts_of(structure)


def decode_jpeg(data: bytes, facts: FileFacts) -> Decoded:
    """Decode 8 to 16 bits, lossy or lossless; CMYK becomes sRGB, through its profile if it has one."""
    structure = read_structure(data)
    samples = _samples(structure, data)
    missing = 0.0
    if not structure.ended:
        if not structure.covered():
            raise ValueError("the picture is cut off before its last scan")
        other = _samples(structure, data, _JUNK)
        missing = _missing(structure, samples, other)
        del other
        _check_missing(structure, missing)
    warnings = () if structure.ended or missing else (Sentence("has no end mark; its picture is whole"),)
    samples = _full_range(samples, facts.bits)
    is_cmyk = samples.ndim == 3 and samples.shape[2] == 4
    if is_cmyk:
        # Adobe's convention: what is stored is light, not ink.
        samples = cmyk_to_srgb(np.invert(samples), facts.profile)
    report = DecoderReport(
        profile_applied=is_cmyk, orientation_applied=False, bits=facts.bits, missing=missing
    )
    return Decoded(samples, None, report, warnings=warnings)


def _samples(structure: JpegStructure, data: bytes, tail: bytes = b"") -> AnyArray:
    frame = structure.frame
    decode = imagecodecs.jpeg8_decode if frame.bits == 8 and not frame.lossless else imagecodecs.jpeg_decode
    # The same picture need not be in memory twice.
    stream = data if structure.is_clean and not tail else structure.clean(data, tail)
    out = large_arrays.empty(frame.shape, np.uint8 if frame.bits <= 8 else np.uint16)
    samples: AnyArray = decode(stream, out=out)
    if samples.shape[:2] != (frame.height, frame.width):
        raise ValueError("the decoder answers another size")
    return samples


def _full_range(samples: AnyArray, bits: int) -> AnyArray:
    if bits in {8, 16}:
        return samples.astype(np.uint8 if bits == 8 else np.uint16, copy=False)
    top, dtype = (255, np.uint8) if bits < 8 else (65_535, np.uint16)
    table = np.rint(np.arange(2**16) * (top / (2**bits - 1))).clip(0, top).astype(dtype)
    spread: AnyArray = table[samples]
    return spread


def _missing(structure: JpegStructure, samples: AnyArray, other: AnyArray) -> float:
    """The part of the picture that differs between two decodings, in the units that the data is made of."""
    frame = structure.frame
    units = _differing_units(frame, samples, other)
    if not units.any():
        return 0.0
    if frame.progressive or len(structure.scans) > 1:
        return float(units.mean())
    # In a single scan nothing follows what is missing.
    return 1.0 - int(np.argmax(units)) / units.size


def _check_missing(structure: JpegStructure, missing: float) -> None:
    """Refuse a picture of which more is missing than its last bytes.

    Raises
    ------
    ValueError
    """
    if structure.frame.progressive:
        tolerated = missing <= _MOST_UNREFINED
    else:
        size = (structure.stop - structure.start) * missing / max(1e-9, 1.0 - missing)
        tolerated = missing <= _MOST_MISSING or size <= _MOST_MISSING_BYTES
    if not tolerated:
        raise ValueError("the picture is cut off")


def _differing_units(frame: Frame, samples: AnyArray, other: AnyArray) -> npt.NDArray[np.bool_]:
    """Which units differ, row by row; their edges do not count, since colour is interpolated across them."""
    width, height = frame.mcu
    rows = range(0, frame.height, height)
    columns = range(0, frame.width, width)
    units = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    inner = np.ones(frame.width, dtype=np.bool_)
    if width > 2:
        inner[::width] = inner[width - 1 :: width] = False
    edge = 1 if height > 2 else 0
    for index, top in enumerate(rows):
        band = slice(top + edge, max(top + height - edge, top + 1))
        differs = samples[band] != other[band]
        differs = differs.reshape(len(differs), frame.width, -1).any(axis=(0, 2)) & inner
        units[index] = np.logical_or.reduceat(differs, columns)
    return units.ravel()
