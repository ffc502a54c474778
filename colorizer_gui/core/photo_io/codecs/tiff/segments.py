"""Where the strips and tiles of a TIFF lie, and whether all of them are in the file."""

from collections.abc import Callable, Iterator
from math import prod
from typing import Final

import imagecodecs
import tifffile

from colorizer_gui.core.common.sentences import Sentence

_DECOMPRESSORS: Final[dict[int, Callable[[bytes], bytes | bytearray]]] = {
    5: imagecodecs.lzw_decode,
    8: imagecodecs.zlib_decode,
    32_773: imagecodecs.packbits_decode,
}


def mend_byte_counts(page: tifffile.TiffPage, size: int) -> tuple[Sentence, ...]:
    """Replace lengths of strips or tiles that cannot be true, as libtiff does; say so.

    Lengths are replaced where all of them are 0, or where they reach beyond the end of an uncompressed file
    that is long enough.
    """
    offsets, counts = list(page.dataoffsets), list(page.databytecounts)
    if not offsets:
        return ()
    tag = page.tags.get("StripByteCounts") or page.tags.get("TileByteCounts")
    stated = () if tag is None else tag.value
    stated = (stated,) if isinstance(stated, int) else stated
    none_stated = tag is not None and not any(stated)
    plain = page.compression == tifffile.COMPRESSION.NONE
    mended = list(counts)
    if plain:
        for index, (offset, count) in enumerate(zip(offsets, counts, strict=False)):
            wanted = plain_size(page, index)
            if (none_stated or offset + count > size) and offset and offset + wanted <= size:
                mended[index] = wanted
    elif none_stated:
        bounds = sorted({*offsets, page.offset, size})
        mended = [next((bound for bound in bounds if bound > offset), size) - offset for offset in offsets]
    if mended == counts and not none_stated:
        return ()
    page.databytecounts = tuple(mended)
    return (Sentence("has wrong lengths of its strips; they were computed from its size"),)


def plain_size(page: tifffile.TiffPage, index: int) -> int:
    """Bytes of an uncompressed strip or tile."""
    channels = page.samplesperpixel if page.planarconfig == tifffile.PLANARCONFIG.CONTIG else 1
    if page.is_tiled:
        width, rows = page.tilewidth, page.tilelength
    else:
        per_plane = max(1, -(-page.imagelength // page.rowsperstrip))
        rows = min(page.rowsperstrip, page.imagelength - index % per_plane * page.rowsperstrip)
        width = page.imagewidth
    return -(-width * channels * page.bitspersample // 8) * rows


def check_complete(page: tifffile.TiffPage, size: int) -> None:
    """Find strips or tiles that are missing, which tifffile would fill with black.

    Raises
    ------
    ValueError
    """
    segments = zip(page.dataoffsets, page.databytecounts, strict=True)
    if len(page.dataoffsets) < prod(page.chunked):
        raise ValueError("there are fewer strips or tiles than the picture needs")
    if any(offset == 0 or count == 0 or offset + count > size for offset, count in segments):
        raise ValueError("a strip or tile lies outside of the file")


def decompressed(page: tifffile.TiffPage) -> Iterator[bytes | bytearray]:
    """The strips or tiles of a page, where their compression has nothing to do with pixels.

    Raises
    ------
    RuntimeError
        From imagecodecs, where one is damaged.
    """
    decode = _DECOMPRESSORS.get(int(page.compression))
    if decode is not None:
        for offset, count in zip(page.dataoffsets, page.databytecounts, strict=True):
            page.parent.filehandle.seek(offset)
            yield decode(page.parent.filehandle.read(count))


def check_decodable(page: tifffile.TiffPage) -> None:
    """Decode each strip whose length had to be computed: tifffile would fill up what is missing.

    Raises
    ------
    ValueError
    """
    if page.is_tiled:
        return
    for index, strip in enumerate(decompressed(page)):
        if len(strip) < plain_size(page, index):
            raise ValueError("a strip is cut off")
