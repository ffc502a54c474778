"""What a TIFF says about its picture, and whether it is a kind that its decoders know."""

from typing import Final

import tifffile

from colorizer_gui.core.common.buffer_stream import stream_of
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import FileFacts
from colorizer_gui.core.photo_io.codecs.tiff.pages import pages_of
from colorizer_gui.core.photo_io.codecs.tiff.segments import check_held, mend_byte_counts
from colorizer_gui.core.photo_io.metadata import exif, ifd
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import assumed_profile
from colorizer_gui.core.photo_io.raster import RefusedError, check_size

XMP_TAG: Final = 700
IPTC_TAG: Final = 33723
ICC_TAG: Final = 34675
_PHOTOMETRIC_TAG: Final = 262

_MIN_IS_WHITE, _MIN_IS_BLACK, _RGB, _PALETTE, _CMYK, _YCBCR, _CIE_LAB, _ICC_LAB = 0, 1, 2, 3, 5, 6, 8, 9
#: Channels of each colour space.
_COLORS: Final = {
    _MIN_IS_WHITE: 1,
    _MIN_IS_BLACK: 1,
    _RGB: 3,
    _PALETTE: 1,
    _CMYK: 4,
    _YCBCR: 3,
    _CIE_LAB: 3,
    _ICC_LAB: 3,
}
_CCITT: Final = {2, 3, 4, 32771}
_MOST_CHANNELS: Final = 16


def inspect_tiff(data: Buffer, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`; a picture that the data cannot hold is refused.

    Samples of fewer than 8 bits count as 8, and all others as 16.
    """
    with tifffile.TiffFile(stream_of(data)) as file:
        pages, warnings = pages_of(file, data)
        page = _wanted(pages, options)
        check_size(page.imagewidth, page.imagelength, options.max_pixels)
        _check_kind(page)
        mend_byte_counts(page, len(data))
        check_held(page, len(data))
        notes = [*warnings, *color_space(page)[1]]
        metadata, orientation = read_metadata(data, page)
    return FileFacts(
        8 if page.bitspersample <= 8 else 16,
        assumed_profile(metadata.icc_profile, metadata.exif),
        orientation,
        metadata,
        options.page,
        len(pages),
        tuple(notes),
    )


def _wanted(pages: list[tifffile.TiffPage], options: ReadOptions) -> tifffile.TiffPage:
    if options.page >= len(pages):
        count = Sentence("1 page") if len(pages) == 1 else Sentence("{count} pages", count=len(pages))
        raise RefusedError(
            "has {count}, so there is no page {page}; choose another page",
            count=count,
            page=options.page + 1,
        )
    return pages[options.page]


def _check_kind(page: tifffile.TiffPage) -> None:
    """Name a kind that no decoder knows, which would be taken for damage otherwise."""
    colors = color_channels(page)
    if colors is None or page.imagedepth != 1 or page.samplesperpixel > _MOST_CHANNELS:
        raise RefusedError("is a TIFF in an unusual colour space; save it as gray or RGB and open that")
    if page.samplesperpixel < colors:
        raise RefusedError(
            "is a TIFF with fewer channels ({count}) than its colour space has ({wanted}); save it as gray "
            "or RGB and open that",
            count=page.samplesperpixel,
            wanted=colors,
        )
    try:
        tifffile.TIFF.DECOMPRESSORS[int(page.compression)]
    except KeyError as exc:
        raise RefusedError(
            "is a TIFF in the compression {number}, which Tintype does not know; save it with another one",
            number=int(page.compression),
        ) from exc
    if page.dtype is None:
        raise RefusedError("is a TIFF with an unusual kind of numbers; save it with 16 bits and open that")


def color_space(page: tifffile.TiffPage) -> tuple[int, tuple[Sentence, ...]]:
    """The colour space; where the file does not say it, or lacks its colour map, as libtiff takes it.

    Raises
    ------
    RefusedError
        When there is no way to tell.
    """
    if _PHOTOMETRIC_TAG in page.tags:
        if page.photometric != _PALETTE or page.colormap is not None:
            return int(page.photometric), ()
        if page.bitspersample < 8:
            raise RefusedError("is a TIFF without the colour map that it needs; save it as PNG and open that")
        guess = _RGB if page.samplesperpixel == 3 else _MIN_IS_BLACK
        return guess, (Sentence("has no colour map where one belongs; it was read without"),)
    if page.colormap is not None:
        guess, name = _PALETTE, Sentence("a palette")
    elif page.samplesperpixel - len(page.extrasamples) >= 3:
        guess, name = _RGB, Sentence("RGB")
    elif int(page.compression) in _CCITT:
        guess, name = _MIN_IS_WHITE, Sentence("gray from white to black")
    else:
        guess, name = _MIN_IS_BLACK, Sentence("gray from black to white")
    return guess, (Sentence("does not say its colour space; {name} was assumed", name=name),)


def color_channels(page: tifffile.TiffPage) -> int | None:
    """How many channels the colour space has; None where it is an unusual one."""
    photometric = color_space(page)[0]
    return 1 if photometric == _CIE_LAB and page.samplesperpixel == 1 else _COLORS.get(photometric)


def read_metadata(data: Buffer, page: tifffile.TiffPage) -> tuple[PhotoMetadata, int]:
    """What a page says about its photo, and the orientation that is still to be applied."""
    order, big, _ = ifd.read_header(data)
    directory = ifd.read_directory(data, order, page.offset, big=big)
    orientation = int(directory.number(exif.ORIENTATION) or 1)
    block = exif.pack(exif.descriptive(directory))
    described = exif.read(block, (page.imagewidth, page.imagelength))
    packet = directory.entries.get(XMP_TAG)
    iptc = directory.entries.get(IPTC_TAG)
    profile = directory.entries.get(ICC_TAG)
    metadata = PhotoMetadata(
        icc_profile=None if profile is None else profile.data,
        exif=described.block,
        xmp=None if packet is None else upright_xmp(packet.data),
        iptc=None if iptc is None else iptc.data,
        dpi=exif.dpi_of(directory),
        per_centimetre=exif.per_centimetre(directory),
        exif_faulty=not ifd.leads_on(data, order, page.offset, big=big),
    )
    return metadata, orientation if 1 <= orientation <= 8 else 1
