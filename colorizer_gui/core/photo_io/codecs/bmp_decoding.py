"""BMP of any header and any bit fields, decoded here; run-length coding is left to Pillow.

The layout is that of Windows' BITMAPINFOHEADER and its successors, and OS/2's two versions.
"""

import struct
from dataclasses import dataclass
from typing import Final

import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts, filled_up
from colorizer_gui.core.photo_io.codecs.pillow_decoding import decode_with_pillow
from colorizer_gui.core.photo_io.formats import BARE_BMP
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError, check_size

_FILE_HEADER: Final = 14
_CORE, _INFO, _OS2 = 12, 40, {16, 64}
_RGB, _RLE8, _RLE4, _BITFIELDS, _ALPHA_BITFIELDS = 0, 1, 2, 3, 6
_EMBEDDED: Final = b"DEBM"  # "MBED", little-endian
_INCH_IN_METRES: Final = 0.0254
#: Red, green, blue and alpha where the file does not say.
_USUAL_MASKS: Final = {
    16: (0x7C00, 0x03E0, 0x001F, 0),
    24: (0xFF0000, 0x00FF00, 0x0000FF, 0),
    32: (0xFF0000, 0x00FF00, 0x0000FF, 0),
}


@dataclass(frozen=True, slots=True)
class BmpHeader:
    """How the samples are stored; `colors` are the palette's entries and `masks` the bits of each channel."""

    width: int
    height: int
    top_down: bool
    bits: int
    compression: int
    pixels: int
    palette: AnyArray
    masks: tuple[int, int, int, int]
    dpi: tuple[float, float] | None
    profile: bytes | None


def read_header(data: bytes) -> BmpHeader:
    """Read a file's headers and palette.

    Raises
    ------
    struct.error, ValueError
    """
    (pixels,) = struct.unpack_from("<I", data, 10)
    (size,) = struct.unpack_from("<I", data, _FILE_HEADER)
    end = _FILE_HEADER + size
    compression, per_metre, used = _RGB, (0, 0), 0
    if size == _CORE:
        width, height, _, bits = struct.unpack_from("<4H", data, _FILE_HEADER + 4)
        entry = 3
    else:
        width, height, _, bits = struct.unpack_from("<iiHH", data, _FILE_HEADER + 4)
        entry = 4
        if size >= _INFO:
            compression, _, *per_metre_list, used = struct.unpack_from("<IIiiI", data, _FILE_HEADER + 16)
            per_metre = (per_metre_list[0], per_metre_list[1])
    if size in _OS2 and compression in {_BITFIELDS, 4}:
        raise RefusedError("is a BMP of OS/2 in a coding that Tintype does not know; save it as PNG")
    masks = _USUAL_MASKS.get(bits, (0, 0, 0, 0))
    if compression in {_BITFIELDS, _ALPHA_BITFIELDS}:
        has_alpha = size >= 56 or (size == _INFO and compression == _ALPHA_BITFIELDS)
        found = struct.unpack_from("<4I" if has_alpha else "<3I", data, _FILE_HEADER + _INFO)
        masks = (found[0], found[1], found[2], found[3] if has_alpha else 0)
        end += 4 * len(found) if size == _INFO else 0
    elif bits == 32 and size >= 56:
        masks = (*masks[:3], struct.unpack_from("<I", data, _FILE_HEADER + 52)[0])
    palette = np.zeros((0, 3), np.uint8)
    if bits <= 8:
        # Some files say that the pixels begin where the palette does.
        room = (pixels if end < pixels <= len(data) else len(data)) - end
        count = min(used or 2**bits, 2**bits, max(0, room // entry))
        raw = np.frombuffer(data, np.uint8, count * entry, end).reshape(count, entry)
        palette = np.ascontiguousarray(raw[:, 2::-1])
        end += count * entry
    known = min(per_metre) > 0
    return BmpHeader(
        width,
        abs(height),
        height < 0,
        bits,
        compression,
        pixels if end <= pixels < len(data) else end,
        palette,
        masks,
        (per_metre[0] * _INCH_IN_METRES, per_metre[1] * _INCH_IN_METRES) if known else None,
        _profile(data, size),
    )


def _profile(data: bytes, size: int) -> bytes | None:
    """The profile that a BITMAPV5HEADER leads to."""
    if size < 124 or data[_FILE_HEADER + 56 : _FILE_HEADER + 60] != _EMBEDDED:
        return None
    start, length = struct.unpack_from("<II", data, _FILE_HEADER + 112)
    profile = data[_FILE_HEADER + start : _FILE_HEADER + start + length]
    return profile if profile[36:40] == b"acsp" else None


def inspect_bmp(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`."""
    header = read_header(_with_file_header(data))
    check_size(header.width, header.height, options.max_pixels, len(data))
    known = {_RGB, _RLE8, _RLE4, _BITFIELDS, _ALPHA_BITFIELDS}
    if header.compression not in known or header.bits not in {1, 2, 4, 8, 16, 24, 32}:
        raise RefusedError(
            "is a BMP of {bits} bits in the coding {coding}, which Tintype does not know; save it as PNG",
            bits=header.bits,
            coding=header.compression,
        )
    deepest = max(mask.bit_count() for mask in header.masks[:3]) if header.bits > 8 else 8
    metadata = PhotoMetadata(icc_profile=header.profile, dpi=header.dpi)
    return FileFacts(16 if deepest > 8 else 8, header.profile, metadata=metadata)


def decode_bmp(data: bytes, facts: FileFacts) -> Decoded:
    """Decode samples; an alpha channel that is clear everywhere is none, as Windows has it."""
    if read_header(_with_file_header(data)).compression in {_RLE8, _RLE4}:
        return decode_with_pillow(data, facts)
    data = _with_file_header(data)
    header = read_header(data)
    rows, missing = _rows(data, header)
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=facts.bits, missing=missing)
    if header.bits <= 8:
        indices = _indices(rows, header)
        if not len(header.palette) or indices.max() >= len(header.palette):
            raise ValueError("the palette is too short")
        palette = header.palette
        is_gray = bool((palette == palette[:, :1]).all())
        return Decoded((palette[:, 0] if is_gray else palette)[indices], None, report)
    words = _words(rows, header)
    channels = [_channel(words, mask, facts.bits) for mask in header.masks[:3]]
    color = np.ascontiguousarray(np.stack(channels, axis=-1))
    if not header.masks[3]:
        return Decoded(color, None, report)
    alpha = _channel(words, header.masks[3], facts.bits)
    if alpha.any():
        return Decoded(color, alpha, report)
    note = Sentence("has an alpha channel that is clear everywhere; it was passed over")
    return Decoded(color, None, report, warnings=(note,))


def _with_file_header(data: bytes) -> bytes:
    """With the first header, where it is missing; that says nothing of where the pixels are."""
    return b"BM" + bytes(_FILE_HEADER - 2) + data if data.startswith(BARE_BMP) else data


def _rows(data: bytes, header: BmpHeader) -> tuple[AnyArray, float]:
    """(H, bytes of a row) from top to bottom, and the part that was filled up with zeros.

    The padding of the last row may be missing without a word.
    """
    used = -(-header.width * header.bits // 8)
    stride = -(-used // 4) * 4
    wanted = stride * (header.height - 1) + used
    flat, missing = filled_up(data, header.pixels, wanted)
    rows = np.lib.stride_tricks.as_strided(flat, (header.height, used), (stride, 1), writeable=False)
    return rows if header.top_down else rows[::-1], missing


def _indices(rows: AnyArray, header: BmpHeader) -> AnyArray:
    if header.bits == 8:
        return rows[:, : header.width]
    per_byte = 8 // header.bits
    shifts = np.arange(8 - header.bits, -1, -header.bits, dtype=np.uint8)
    unpacked = (rows[:, :, None] >> shifts) & np.uint8(2**header.bits - 1)
    indices: AnyArray = unpacked.reshape(len(rows), rows.shape[1] * per_byte)[:, : header.width]
    return indices


def _words(rows: AnyArray, header: BmpHeader) -> AnyArray:
    if header.bits == 24:
        triples = rows.reshape(header.height, header.width, 3).astype(np.uint32)
        return triples[..., 0] | triples[..., 1] << 8 | triples[..., 2] << 16
    words: AnyArray = np.ascontiguousarray(rows).view("<u2" if header.bits == 16 else "<u4")
    return words


def _channel(words: AnyArray, mask: int, bits: int) -> AnyArray:
    """One channel, spread over 8 or 16 bits."""
    dtype, top = (np.uint16, 65_535) if bits == 16 else (np.uint8, 255)
    if not mask:
        return np.zeros(words.shape, dtype)
    shift = (mask & -mask).bit_length() - 1
    most = mask >> shift
    values = (words & words.dtype.type(mask)) >> words.dtype.type(shift)
    if most == top:
        return np.asarray(values, dtype)
    if most > 65_535:
        values, most = values >> (most.bit_length() - 16), 65_535
    table = np.rint(np.arange(most + 1) * (top / most)).astype(dtype)
    spread: AnyArray = table[values]
    return spread
