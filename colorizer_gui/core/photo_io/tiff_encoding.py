"""TIFF of 8 or 16 bits, written strip by strip.

tifffile writes the samples; the directory is then replaced by one that also holds the metadata,
because tifffile cannot write the EXIF and GPS directories.
"""

import mmap
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

import numpy as np
import tifffile

from colorizer_gui.core.photo import BitDepth, PhotoMetadata
from colorizer_gui.core.photo_io import exif, ifd
from colorizer_gui.core.photo_io.ifd import Directory, Entry
from colorizer_gui.core.photo_io.options import TiffCompression
from colorizer_gui.core.photo_io.raster import AnyArray
from colorizer_gui.core.photo_io.tiff_decoding import ICC_TAG, IPTC_TAG, XMP_TAG
from colorizer_gui.core.strips import THREADS, strips

_ORDER: Final = "<"
_COMPRESSIONS: Final[dict[TiffCompression, str | None]] = {"deflate": "zlib", "lzw": "lzw", "none": None}


def encode_tiff(
    parts: Iterator[tuple[slice, AnyArray]],
    shape: tuple[int, int, int],
    depth: BitDepth,
    metadata: PhotoMetadata,
    compression: TiffCompression,
    stream: BinaryIO,
) -> None:
    """Write a picture strip by strip to an open, empty, real file; alpha is not multiplied in.

    Parameters
    ----------
    parts
        Rows and their samples, from top to bottom; all but the last of the same number of rows.
    shape
        Height, width, and 3 or 4 channels.

    Raises
    ------
    OSError
        From the file system.
    """
    first_strip = next(strips(*shape[:2]))
    tifffile.imwrite(
        stream,
        (samples for _, samples in parts),
        shape=shape,
        dtype=np.uint16 if depth == 16 else np.uint8,
        rowsperstrip=first_strip.stop,
        photometric="rgb",
        extrasamples=["unassalpha"] if shape[2] == 4 else None,
        compression=_COMPRESSIONS[compression],
        predictor=compression != "none",
        byteorder=_ORDER,
        bigtiff=False,
        metadata=None,
        software=False,
        maxworkers=THREADS,
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
