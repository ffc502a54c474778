"""TIFF of 8 or 16 bits, written strip by strip.

tifffile writes the samples; the directory is then replaced by one that also holds the metadata,
because tifffile cannot write the EXIF and GPS directories.
"""

import mmap
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final

import imagecodecs
import numpy as np
import tifffile

from colorizer_gui.core.common.strips import in_order, strips
from colorizer_gui.core.photo.photo import BitDepth, PhotoMetadata
from colorizer_gui.core.photo_io.codecs.tiff.facts import ICC_TAG, IPTC_TAG, XMP_TAG
from colorizer_gui.core.photo_io.metadata import exif, ifd
from colorizer_gui.core.photo_io.metadata.ifd import Directory, Entry
from colorizer_gui.core.photo_io.options import TiffCompression
from colorizer_gui.core.photo_io.raster import AnyArray

_ORDER: Final = "<"
_COMPRESSIONS: Final[dict[TiffCompression, str | None]] = {"deflate": "zlib", "lzw": "lzw", "none": None}


@dataclass(frozen=True, slots=True)
class TiffLayout:
    """How the samples are stored.

    Attributes
    ----------
    shape
        Height, width, and 3 or 4 channels.
    """

    shape: tuple[int, int, int]
    depth: BitDepth
    compression: TiffCompression

    def encode(self, samples: AnyArray) -> bytes:
        """One strip, as the file holds it."""
        dtype = np.dtype("<u2" if self.depth == 16 else "u1")
        strip = np.ascontiguousarray(samples, dtype=dtype)
        if self.compression == "none":
            return strip.tobytes()
        differences = imagecodecs.delta_encode(strip, axis=1)
        if self.compression == "lzw":
            return bytes(imagecodecs.lzw_encode(differences.tobytes()))
        return bytes(imagecodecs.deflate_encode(differences.tobytes(), level=6, raw=False))


def encode_tiff(
    samples_of: Callable[[slice], AnyArray], layout: TiffLayout, metadata: PhotoMetadata, stream: BinaryIO
) -> None:
    """Write a picture strip by strip to an open, empty, real file; alpha is not multiplied in.

    Parameters
    ----------
    samples_of
        Answers some rows, in any order and from several threads.

    Raises
    ------
    OSError
        From the file system.
    """
    height, width, channels = layout.shape
    encoded = in_order(height, width, lambda rows: layout.encode(samples_of(rows)))
    tifffile.imwrite(
        stream,
        (data for _, data in encoded),
        shape=layout.shape,
        dtype="<u2" if layout.depth == 16 else "u1",
        rowsperstrip=next(strips(height, width)).stop,
        photometric="rgb",
        extrasamples=["unassalpha"] if channels == 4 else None,
        compression=_COMPRESSIONS[layout.compression],
        predictor=layout.compression != "none",
        byteorder=_ORDER,
        bigtiff=False,
        metadata=None,
        software=False,
    )
    stream.flush()
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        _, _, first = ifd.read_header(data)
        written = ifd.read_directory(data, _ORDER, first)
    described = exif.descriptive(exif.parse(metadata.exif)).in_order(_ORDER)
    entries = {**written.entries, **described.entries, **_blocks(metadata)}
    base = stream.seek(0, 2)
    base += stream.write(b"\0" * (base % 2))
    stream.write(ifd.pack_directory(Directory(_ORDER, entries, described.children), base))
    stream.seek(4)
    stream.write(struct.pack(_ORDER + "I", base))


def _blocks(metadata: PhotoMetadata) -> dict[int, Entry]:
    blocks = {
        ICC_TAG: (ifd.UNDEFINED, metadata.icc_profile),
        XMP_TAG: (ifd.BYTE, metadata.xmp),
        IPTC_TAG: (ifd.UNDEFINED, metadata.iptc),
    }
    return {tag: Entry(kind, len(data), data) for tag, (kind, data) in blocks.items() if data}
