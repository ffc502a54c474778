"""PNG of any kind, 1 to 16 bits, decoded by libpng through imagecodecs.

Pillow is not used: it turns 16-bit RGB into 8 bits without a word. The decoder gets the chunks that hold the
picture alone, so that nothing else in a file can stop it.
"""

import struct
from dataclasses import replace
from typing import Any, Final

import imagecodecs
import numpy as np

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.png import chunks as png_chunks
from colorizer_gui.core.photo_io.codecs.png.bands import decode_bands, has_bands
from colorizer_gui.core.photo_io.codecs.png.tail import decode_what_is_there
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cicp import profile_of
from colorizer_gui.core.photo_io.profiles.cms import assumed_profile
from colorizer_gui.core.photo_io.raster import AnyArray, RefusedError, check_enough, check_size, split_alpha

_HEADER: Final = struct.Struct(">8s4x4sIIBB")
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
#: Deflate makes nothing smaller than by this.
_DEFLATE: Final = 1032


def inspect_png(data: Buffer, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`; a picture that the data cannot hold is refused."""
    _, name, width, height, bits, kind = _HEADER.unpack_from(data)
    if name == b"CgBI":
        raise RefusedError(
            "is a PNG of the kind that Apple's programs alone read; save it as an ordinary PNG and open that"
        )
    if name != b"IHDR":
        raise ValueError("a PNG file begins with its header")
    check_size(width, height, options.max_pixels)
    check_enough(len(data) * _DEFLATE, height * -(-width * bits * _CHANNELS.get(kind, 1) // 8))
    metadata = png_chunks.read_metadata(data)
    described = exif.read(metadata.exif, (width, height))
    metadata = replace(
        metadata,
        exif=described.block,
        xmp=None if metadata.xmp is None else upright_xmp(metadata.xmp),
        exif_damaged=described.damaged,
        exif_faulty=described.faulty,
    )
    own = metadata.icc_profile
    faults: tuple[Sentence, ...] = ()
    named = png_chunks.color_space(data)
    if own is None and named is not None:
        own, faults = profile_of(*named)
    elif own is None:
        own = png_chunks.gamma_profile(data)
    profile = assumed_profile(own, described.block)
    return FileFacts(max(8, bits), profile, described.orientation, metadata, warnings=faults)


def _room(data: Buffer) -> AnyArray | None:
    """Where the samples of a large picture go; the decoder finds room for others itself."""
    _, _, width, height, bits, kind = _HEADER.unpack_from(data)
    channels = {0: 1, 2: 3, 3: 3, 4: 2, 6: 4}[kind]
    if kind in {0, 2, 3} and png_chunks.is_transparent(data):
        channels += 1
    dtype = np.dtype(np.uint16 if bits == 16 else np.uint8)
    if width * height * channels * dtype.itemsize < large_arrays.LARGE:
        return None
    return large_arrays.empty((height, width) if channels == 1 else (height, width, channels), dtype)


def decode_png(data: Buffer, _facts: FileFacts) -> Decoded:
    """Decode samples and transparency, also of a single colour or a palette."""
    _, _, width, height, *_ = _HEADER.unpack_from(data)
    samples = _room(data)
    if samples is not None and has_bands(data) and not png_chunks.is_transparent(data):
        decode_bands(data, samples)
    else:
        alone: Any = png_chunks.picture_alone(data)  # any buffer does, whatever the types say
        samples = imagecodecs.png_decode(alone, out=samples)
    notes = () if png_chunks.ends(data) else (Sentence("has no end mark; its picture is whole"),)
    return _decoded(samples.reshape(height, width, -1), 0.0, notes)


def decode_png_without_end(data: Buffer, _facts: FileFacts) -> Decoded:
    """Decode a file that is cut off within its last rows, or whose checksums alone are wrong."""
    _, _, width, height, *_ = _HEADER.unpack_from(data)
    samples, missing = decode_what_is_there(data)
    note = Sentence("has a wrong or missing checksum; its picture is whole")
    return _decoded(samples.reshape(height, width, -1), missing, () if missing else (note,))


def _decoded(samples: AnyArray, missing: float, notes: tuple[Sentence, ...]) -> Decoded:
    color, alpha = split_alpha(samples)
    bits = 8 * color.itemsize
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=bits, missing=missing)
    return Decoded(color, alpha, report, warnings=notes)
