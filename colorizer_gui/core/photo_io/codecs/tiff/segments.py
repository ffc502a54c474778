"""Where the strips and tiles of a TIFF lie, and whether all of them are in the file."""

from collections.abc import Callable, Iterator
from math import prod
from typing import Final

import imagecodecs
import tifffile

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.raster import RefusedError

_DECOMPRESSORS: Final[dict[int, Callable[[bytes], bytes | bytearray]]] = {
    5: imagecodecs.lzw_decode,
    8: imagecodecs.zlib_decode,
    32_773: imagecodecs.packbits_decode,
}


def mend_byte_counts(page: tifffile.TiffPage, size: int) -> tuple[Sentence, ...]:
    """Replace lengths of strips or tiles that cannot be true or are not there, as libtiff does; say so.

    An uncompressed strip has the length that follows from its size, where so much is in the file before the
    next one begins. A compressed one ends where the next one begins, where all lengths are 0 or missing, or
    where its own reaches beyond the end of the file; whether that was true shows when it is decoded.
    """
    offsets = list(page.dataoffsets)
    if not offsets:
        return ()
    tag = page.tags.get("StripByteCounts") or page.tags.get("TileByteCounts")
    stated = () if tag is None else tag.value
    stated = (stated,) if isinstance(stated, int) else stated
    none_stated = not any(stated) or len(page.databytecounts) < len(offsets)
    counts = [0] * len(offsets) if none_stated else list(page.databytecounts)
    bounds = sorted({*offsets, page.offset, size})
    ends = [next((bound for bound in bounds if bound > offset), size) for offset in offsets]
    mended = list(counts)
    if page.compression == tifffile.COMPRESSION.NONE:
        for index, (offset, count, end) in enumerate(zip(offsets, counts, ends, strict=False)):
            wanted = plain_size(page, index)
            wrong = none_stated or offset + count > size or (count < wanted <= end - offset)
            if wrong and offset and offset + wanted <= size:
                mended[index] = wanted
    else:
        tellable = none_stated or int(page.compression) in _DECOMPRESSORS
        for index, (offset, count, end) in enumerate(zip(offsets, counts, ends, strict=False)):
            if tellable and (not count or offset + count > size) and 0 < offset < size:
                mended[index] = end - offset
    if mended == counts and any(stated):
        return ()
    page.databytecounts = tuple(mended)
    return (Sentence("has wrong lengths of its strips; they were computed from its size"),)


def plain_size(page: tifffile.TiffPage, index: int) -> int:
    """Bytes of an uncompressed strip or tile."""
    channels = page.samplesperpixel if page.planarconfig == tifffile.PLANARCONFIG.CONTIG else 1
    width, rows = page.tilewidth if page.is_tiled else page.imagewidth, _rows_of(page, index)
    if page.is_subsampled and channels == 3:
        across, down = page.subsampling or (2, 2)
        return int(-(-width // across) * -(-rows // down) * (across * down + 2))
    return int(-(-width * channels * page.bitspersample // 8) * rows)


def _rows_of(page: tifffile.TiffPage, index: int) -> int:
    if page.is_tiled:
        return int(page.tilelength)
    per_plane = max(1, -(-page.imagelength // page.rowsperstrip))
    return int(min(page.rowsperstrip, page.imagelength - index % per_plane * page.rowsperstrip))


def check_complete(page: tifffile.TiffPage, size: int, colors: int) -> None:
    """Find strips or tiles that are missing, which tifffile would fill with black.

    Planes of channels that are neither one of so many colours nor alpha need not be there.

    Raises
    ------
    ValueError, RefusedError
    """
    count = prod(page.chunked)
    if len(page.dataoffsets) < count:
        raise ValueError("there are fewer strips or tiles than the picture needs")
    too_short = _FAX_OR_JPEG.get(int(page.compression))
    if too_short is not None and too_short(page):
        raise RefusedError("holds far too little data for its size; it is cut off, or no photo")
    planar = page.planarconfig == tifffile.PLANARCONFIG.SEPARATE
    per_plane = max(1, count // page.samplesperpixel) if planar else count
    beside = [bool(int(kind)) for kind in page.extrasamples]
    needed = [True] * (page.samplesperpixel - len(beside)) + beside
    needed[:colors] = [True] * colors
    segments = zip(page.dataoffsets, page.databytecounts, strict=True)
    for index, (offset, length) in enumerate(segments):
        outside = offset == 0 or length == 0 or offset + length > size
        if outside and (not planar or needed[min(index // per_plane, len(needed) - 1)]):
            raise ValueError("a strip or tile lies outside of the file")


def _too_few_bits_of_jpeg(page: tifffile.TiffPage) -> bool:
    """Whether a segment has fewer than 2 bits for 16 by 16 pixels, of which its decoder makes gray."""
    width = page.tilewidth if page.is_tiled else page.imagewidth
    return any(
        8 * count < 2 * -(-width // 16) * (_rows_of(page, index) // 16)
        for index, count in enumerate(page.databytecounts)
    )


def _too_few_bits_of_fax(page: tifffile.TiffPage) -> bool:
    """Whether a segment has less than a bit for each row, of which its decoder makes white."""
    return any(8 * count < _rows_of(page, index) for index, count in enumerate(page.databytecounts))


_FAX_OR_JPEG: Final[dict[int, Callable[[tifffile.TiffPage], bool]]] = {
    **dict.fromkeys((2, 3, 4), _too_few_bits_of_fax),
    7: _too_few_bits_of_jpeg,
}


def decompressed(page: tifffile.TiffPage) -> Iterator[bytes | bytearray]:
    """The strips or tiles of a page, where their compression has nothing to do with pixels.

    Raises
    ------
    RuntimeError
        From imagecodecs, where one is damaged.
    """
    decode = _DECOMPRESSORS.get(int(page.compression))
    if decode is not None:
        yield from map(decode, stored(page))


def stored(page: tifffile.TiffPage) -> Iterator[bytes]:
    """The strips or tiles of a page as they lie in the file."""
    for offset, count in zip(page.dataoffsets, page.databytecounts, strict=True):
        page.parent.filehandle.seek(offset)
        yield page.parent.filehandle.read(count)


def check_decodable(page: tifffile.TiffPage) -> None:
    """Decode each strip whose length had to be computed: tifffile would fill up what is missing.

    Raises
    ------
    ValueError
    """
    for index, strip in enumerate(decompressed(page)):
        if len(strip) < plain_size(page, index):
            raise ValueError("a strip is cut off")
