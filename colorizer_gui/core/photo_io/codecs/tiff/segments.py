"""Where the strips and tiles of a TIFF lie, and whether all of them are in the file."""

from math import prod

import tifffile

from colorizer_gui.core.common.sentences import Sentence


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
