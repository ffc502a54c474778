"""JPEG XL (ISO/IEC 18181), as codestream or in boxes, decoded by libjxl through imagecodecs."""

import contextlib
from typing import Final

import imagecodecs
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray, linear_to_srgb
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io import boxes
from colorizer_gui.core.photo_io.codecs.decoded import PICTURE_IS_WHOLE, Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.jpegxl_header import JxlHeader, read_header, with_twelve_bits
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.made_profiles import (
    BT709_CURVE,
    P3_PRIMARIES,
    REC2020_PRIMARIES,
    SRGB_CURVE,
    SRGB_PRIMARIES,
    gamma_curve,
    matrix_profile,
)
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError, check_size, split_alpha

CODESTREAM: Final = b"\xff\x0a"
_PRIMARIES: Final = {1: SRGB_PRIMARIES, 9: REC2020_PRIMARIES, 11: P3_PRIMARIES}
_CURVES: Final = {1: BT709_CURVE, 8: gamma_curve(1.0), 13: SRGB_CURVE, 17: gamma_curve(2.6)}
_D65, _SRGB = 1, 13
_BYTE, _FINE = 8, 12


def inspect_jpegxl(data: bytes, options: ReadOptions) -> FileFacts:
    """See `codecs.decoded.Inspector`."""
    found = _contents(data)
    header = read_jpegxl_header(data)
    check_size(header.width, header.height, options.max_pixels, len(data))
    if header.floating:
        raise RefusedError("is a JPEG XL of floating-point samples; save it with 16 bits and open that")
    raw = found.get(b"Exif")
    described = exif.read(None if raw is None else _exif_block(raw), (header.width, header.height))
    packet = found.get(b"xml ")
    profile, warnings = _profile(header)
    metadata = PhotoMetadata(
        icc_profile=profile,
        exif=described.block,
        xmp=None if packet is None else upright_xmp(packet),
        dpi=described.dpi,
        per_centimetre=described.per_centimetre,
        exif_damaged=described.damaged,
        exif_faulty=described.faulty,
    )
    # The header's orientation counts, which the decoder applies; EXIF only repeats it.
    return FileFacts(max(8, header.bits), profile, 1, metadata, warnings=warnings)


def read_jpegxl_header(data: bytes) -> JxlHeader:
    """The header of a file, of which its beginning is enough.

    Raises
    ------
    ValueError
    """
    return read_header(_contents(data)[b"codestream"])


def decode_jpegxl(data: bytes, facts: FileFacts) -> Decoded:
    """Decode the first frame, upright."""
    stream = _contents(data)[b"codestream"]
    header = read_header(stream)
    if _is_linear(header) and header.bits == _BYTE:
        # Steps of linear light are coarse in dark tones, and the decoder makes as many as the file had.
        linear = imagecodecs.jpegxl_decode(with_twelve_bits(stream, header), index=0)
        samples, applied = _encoded(linear), True
    else:
        samples, applied = imagecodecs.jpegxl_decode(data, index=0), False
    if samples.dtype == np.uint16 and facts.bits < 16:
        samples = (
            np.rint(samples * np.float32(65_535 / (2**facts.bits - 1))).clip(0, 65_535).astype(np.uint16)
        )
    color, alpha = split_alpha(samples)
    bits = facts.bits if color.dtype == np.uint16 else 8
    report = DecoderReport(profile_applied=applied, orientation_applied=True, bits=bits, missing=0.0)
    notes = (PICTURE_IS_WHOLE,) if _is_cut_off(data) else ()
    return Decoded(color, alpha, report, warnings=notes)


def _is_cut_off(data: bytes) -> bool:
    """Whether a box reaches beyond the end; where it is that of the picture the decoder knows."""
    return not data.startswith(CODESTREAM) and any(end > len(data) for _, _, end in boxes.boxes(data))


def _encoded(linear: AnyArray) -> ByteArray:
    """Linear sRGB of 12 bits with the curve of sRGB, in 8 bits; alpha has no curve."""
    steps = np.arange(2**16, dtype=np.float32) / (2**_FINE - 1)
    straight = np.rint(255 * steps.clip(0, 1)).astype(np.uint8)
    curve = np.rint(255 * linear_to_srgb(steps.clip(0, 1))).astype(np.uint8)
    samples = curve[linear]
    if linear.ndim == 3 and linear.shape[2] in {2, 4}:
        samples[..., -1] = straight[linear[..., -1]]
    return samples


def _contents(data: bytes) -> dict[bytes, bytes]:
    """The content of each box by its name, and under "codestream" where the pixels begin."""
    if data.startswith(CODESTREAM):
        return {b"codestream": data}
    found: dict[bytes, bytes] = {}
    for name, start, end in boxes.boxes(data):
        head = 16 if data[start : start + 4] == b"\0\0\0\1" else 8
        content = data[start + head : end]
        if name == b"jxlc":
            found.setdefault(b"codestream", content)
        elif name == b"jxlp":
            found[b"codestream"] = found.get(b"codestream", b"") + content[4:]
        elif name == b"brob" and imagecodecs.BROTLI.available:
            with contextlib.suppress(RuntimeError):  # damaged metadata stops no photo
                found.setdefault(content[:4], bytes(imagecodecs.brotli_decode(content[4:])))
        else:
            found.setdefault(name, content)
    if b"codestream" not in found:
        raise ValueError("there is no codestream")
    return found


def _exif_block(content: bytes) -> bytes:
    """What a box of EXIF holds behind the offset that it begins with."""
    return content[4 + int.from_bytes(content[:4], "big") :]


def _is_linear(header: JxlHeader) -> bool:
    """Whether the decoder answers linear sRGB, which it does with lossy colours that have a profile."""
    return header.has_icc and header.lossy_colors


def _profile(header: JxlHeader) -> tuple[bytes | None, tuple[Sentence, ...]]:
    """A profile of the colours that the decoder answers; None means sRGB."""
    if _is_linear(header):
        return None if header.bits == _BYTE else matrix_profile(SRGB_PRIMARIES, gamma_curve(1.0)), ()
    if header.has_icc:
        return None, (Sentence("has a colour profile that its decoder does not tell; sRGB was assumed"),)
    primaries = _PRIMARIES.get(header.primaries)
    curve = gamma_curve(1.0 / header.gamma) if header.gamma else _CURVES.get(header.transfer)
    if primaries is None or curve is None or header.white != _D65:
        return None, (Sentence("is in an unusual colour space; sRGB was assumed"),)
    if primaries is SRGB_PRIMARIES and not header.gamma and header.transfer == _SRGB:
        return None, ()
    return matrix_profile(primaries, curve), ()
