"""Where the strips and tiles of a TIFF lie, and whether all of them are in the file."""

from collections.abc import Callable, Iterator, Sequence
from math import prod
from typing import Final

import imagecodecs
import tifffile

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.raster import check_enough

#: How many bytes one of the file stands for at most, many times over where nothing is compressed.
_MOST_BYTES_OF_ONE: Final = {1: 100, 5: 4096, 8: 1032, 32_946: 1032, 32_773: 128}
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
    width, rows = page.tilewidth if page.is_tiled else page.imagewidth, rows_of(page, index)
    if page.is_subsampled and channels == 3:
        across, down = page.subsampling or (2, 2)
        return int(-(-width // across) * -(-rows // down) * (across * down + 2))
    return int(-(-width * channels * page.bitspersample // 8) * rows)


def rows_of(page: tifffile.TiffPage, index: int) -> int:
    """Rows of a strip or tile."""
    if page.is_tiled:
        return int(page.tilelength)
    per_plane = max(1, -(-page.imagelength // page.rowsperstrip))
    return int(min(page.rowsperstrip, page.imagelength - index % per_plane * page.rowsperstrip))


def check_held(page: tifffile.TiffPage, size: int) -> None:
    """Refuse a page of which the file holds less than even an empty one of its size would take.

    Raises
    ------
    ValueError, RefusedError
    """
    count = prod(page.chunked)
    if len(page.dataoffsets) < count:
        raise ValueError("there are fewer strips or tiles than the picture needs")
    too_short = _FAX_OR_JPEG.get(int(page.compression))
    if too_short is not None:
        check_enough(0, int(too_short(page)))
    most = _MOST_BYTES_OF_ONE.get(int(page.compression))
    if most is not None:
        check_enough(size * most, page.imagewidth * page.imagelength * page.bitspersample / 8)


def check_complete(page: tifffile.TiffPage, size: int, colors: int) -> None:
    """Find strips or tiles that are missing, which tifffile would fill with black.

    Planes of channels that are neither one of so many colours nor alpha need not be there.

    Raises
    ------
    ValueError
    """
    count = prod(page.chunked)
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
        8 * count < 2 * -(-width // 16) * (rows_of(page, index) // 16)
        for index, count in enumerate(page.databytecounts)
    )


def _too_few_bits_of_fax(page: tifffile.TiffPage) -> bool:
    """Whether a segment has less than a bit for each row, of which its decoder makes white."""
    return any(8 * count < rows_of(page, index) for index, count in enumerate(page.databytecounts))


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


def check_decodable(page: tifffile.TiffPage, stated: Sequence[int]) -> None:
    """Decode each strip whose length had to be computed: tifffile would fill up what is missing.

    Parameters
    ----------
    stated
        The lengths that are stated in the file.

    Raises
    ------
    ValueError
    """
    longer = dict(enumerate(stated))
    for index, (packed, count) in enumerate(zip(stored(page), page.databytecounts, strict=True)):
        decode = _DECOMPRESSORS.get(int(page.compression))
        if decode is None:
            return
        is_cut = longer.get(index, 0) > count and page.compression == tifffile.COMPRESSION.LZW
        if len(decode(packed)) < plain_size(page, index) or (is_cut and not lzw_ends(packed)):
            raise ValueError("a strip is cut off")


def lzw_ends(packed: bytes) -> bool:
    """Whether the code that ends a strip is there: then nothing that follows it is decoded."""
    return len(imagecodecs.lzw_decode(packed)) == len(imagecodecs.lzw_decode(packed + bytes(8)))
