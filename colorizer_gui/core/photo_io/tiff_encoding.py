"""TIFF with deflate and predictor, 8 or 16 bits.

tifffile writes the samples; the directory is then replaced by one that also holds the metadata,
because tifffile cannot write the EXIF and GPS directories.
"""

import mmap
import struct
from typing import BinaryIO, Final

import tifffile

from colorizer_gui.core.photo import PhotoMetadata, SampleArray
from colorizer_gui.core.photo_io import exif, ifd
from colorizer_gui.core.photo_io.ifd import Directory, Entry
from colorizer_gui.core.photo_io.tiff_decoding import ICC_TAG, IPTC_TAG, XMP_TAG

_ORDER: Final = "<"


def encode_tiff(channels: SampleArray, metadata: PhotoMetadata, stream: BinaryIO) -> None:
    """Write (H, W, 3 or 4) samples to an open, empty, real file; alpha is not multiplied in.

    Raises
    ------
    OSError
        From the file system.
    """
    tifffile.imwrite(
        stream,
        channels,
        photometric="rgb",
        extrasamples=["unassalpha"] if channels.shape[2] == 4 else None,
        compression="zlib",
        predictor=True,
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
