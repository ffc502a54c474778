"""Camera RAW, whose decoder is an addition that a user chooses to install (the extra "raw")."""

from io import BytesIO
from pathlib import Path
from typing import Any

from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.raw.extent import check_whole
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import AnyArray, check_size, missing_addition

_DEPTH = 16


def inspect_raw(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`. LibRaw does not look whether all of the picture is there, so we do."""
    rawpy = library()
    check_whole(data)
    try:
        with rawpy.imread(BytesIO(data)) as file:
            size = (file.sizes.width, file.sizes.height)
    except rawpy.LibRawFileUnsupportedError as exc:
        raise NotImplementedError("the RAW file cannot be recognised") from exc
    except rawpy.LibRawError as exc:
        raise ValueError("the RAW file cannot be opened") from exc
    check_size(*size, options.max_pixels)
    block = None
    if data[:4] in {b"II*\0", b"MM\0*"}:
        block = exif.pack(exif.descriptive(exif.parse(data)))
    described = exif.read(block, size)
    return FileFacts(_DEPTH, None, described.orientation, PhotoMetadata(exif=described.block, dpi=None))


def raw_size(path: Path) -> tuple[int, int]:
    """Width and height of a file that is not developed; see `raster.DECODE_ERRORS`."""
    rawpy = library()
    try:
        with rawpy.imread(str(path)) as file:
            return int(file.sizes.width), int(file.sizes.height)
    except rawpy.LibRawError as exc:
        raise ValueError("the RAW file cannot be opened") from exc


def decode_raw(data: bytes, _facts: FileFacts) -> Decoded:
    """Develop with the camera's white balance, into 16 bits of sRGB, upright."""
    rawpy = library()
    try:
        with rawpy.imread(BytesIO(data)) as file:
            samples = develop(file, bits=_DEPTH)
    except rawpy.LibRawError as exc:
        raise ValueError("the RAW file cannot be developed") from exc
    report = DecoderReport(profile_applied=True, orientation_applied=True, bits=_DEPTH, missing=0.0)
    return Decoded(samples, None, report)


def develop(file: Any, *, bits: int, half_size: bool = False) -> AnyArray:  # noqa: ANN401 - no types
    """(H, W, 3) of sRGB, upright, of a file that LibRaw has opened."""
    samples: AnyArray = file.postprocess(
        use_camera_wb=True,
        output_bps=bits,
        output_color=library().ColorSpace.sRGB,
        gamma=(2.4, 12.92),
        no_auto_bright=False,
        half_size=half_size,
    )
    return samples


def library() -> Any:  # noqa: ANN401 - a library without types
    """LibRaw.

    Raises
    ------
    RefusedError
        When it is not installed.
    """
    try:
        import rawpy
    except ImportError as exc:
        raise missing_addition(PhotoFormat.RAW, "raw") from exc
    return rawpy
