"""JPEG of every kind that libjpeg-turbo knows, also where the last bytes are missing.

The decoder gets the picture alone (`structure`), and says nothing of what is missing in it. Where some of it
may be (`missing`), it is decoded twice with different bytes in the place of what is missing: where the
two differ, nothing was in the file.
"""

import random
from typing import Final

import imagecodecs
import numpy as np

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.jpeg import coefficients
from colorizer_gui.core.photo_io.codecs.jpeg.facts import facts_of
from colorizer_gui.core.photo_io.codecs.jpeg.missing import may_lack, missing_share
from colorizer_gui.core.photo_io.codecs.jpeg.structure import JpegStructure, read_structure
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import cmyk_to_srgb
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError, check_enough, check_size

#: Entropy-coded data that means nothing.
_JUNK: Final = random.Random(0).randbytes(4096).replace(b"\xff", b"\0")  # noqa: S311 - no secret
_MOST_JUNK: Final = 16 << 20


def inspect_jpeg(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`; a picture that the data cannot hold is refused."""
    structure = read_structure(data)
    frame = structure.frame
    bytes_held = structure.scans.stop - structure.start
    check_size(frame.width, frame.height, options.max_pixels, bytes_held)
    if frame.hierarchical:
        raise RefusedError("is a hierarchical JPEG, which Tintype does not decode; save it as PNG or TIFF")
    if len(frame.factors) not in {1, 3, 4}:
        raise RefusedError(
            "is a JPEG of {count} channels; save it as gray or RGB and open that", count=len(frame.factors)
        )
    if 8 * bytes_held < frame.least_bits and not structure.scans.ended:
        raise ValueError("the picture is cut off")
    check_enough(8 * bytes_held, frame.least_bits)
    return facts_of(structure)


def decode_jpeg(data: bytes, facts: FileFacts) -> Decoded:
    """Decode 8 to 16 bits, lossy or lossless; CMYK becomes sRGB, through its profile if it has one."""
    structure = read_structure(data)
    samples = _samples(structure, data)
    missing = 0.0
    warnings: tuple[Sentence, ...] = ()
    if not structure.covered():
        if not structure.scans.ended:
            raise ValueError("the picture is cut off before its last scan")
        warnings = (Sentence("lacks its last scans; its finest details are missing"),)
    if may_lack(structure, samples):
        other = _samples(structure, data, _JUNK)
        missing = missing_share(structure, samples, other)
        del other
    if not structure.scans.ended and not missing:
        warnings = (Sentence("has no end mark; its picture is whole"),)
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
    tail = tail[: max(64, _MOST_JUNK // structure.segments_of_data)]
    stream = data if structure.is_clean and not tail else structure.clean(data, tail)
    out = large_arrays.empty(frame.shape, np.uint8 if frame.bits <= 8 else np.uint16)
    if _is_worth_a_file(structure) and coefficients.available():
        coefficients.decode(stream, out)
        return out
    samples: AnyArray = decode(stream, out=out)
    if samples.shape[:2] != (frame.height, frame.width):
        raise ValueError("the decoder answers another size")
    return samples


def _is_worth_a_file(structure: JpegStructure) -> bool:
    """Whether libjpeg would hold so many coefficients that they rather lie in a file."""
    frame = structure.frame
    whole = frame.progressive or len(structure.scans.spans) > 1
    return whole and frame.bits == 8 and not frame.lossless and frame.coefficient_bytes >= large_arrays.LARGE


def _full_range(samples: AnyArray, bits: int) -> AnyArray:
    if bits in {8, 16}:
        return samples.astype(np.uint8 if bits == 8 else np.uint16, copy=False)
    top, dtype = (255, np.uint8) if bits < 8 else (65_535, np.uint16)
    table = np.rint(np.arange(2**16) * (top / (2**bits - 1))).clip(0, top).astype(dtype)
    spread: AnyArray = table[samples]
    return spread
