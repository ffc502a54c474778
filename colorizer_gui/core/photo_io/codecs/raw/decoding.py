"""Camera RAW, whose decoder is an addition that a user chooses to install (the extra "raw")."""

from io import BytesIO
from pathlib import Path
from typing import Any

from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.raw.extent import check_whole
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import check_size, missing_addition

_DEPTH = 16


def inspect_raw(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`. LibRaw does not look whether all of the picture is there, so we do."""
    library = _library()
    check_whole(data)
    try:
        with library.imread(BytesIO(data)) as file:
            size = (file.sizes.width, file.sizes.height)
    except library.LibRawFileUnsupportedError as exc:
        raise NotImplementedError("the RAW file cannot be recognised") from exc
    except library.LibRawError as exc:
        raise ValueError("the RAW file cannot be opened") from exc
    check_size(*size, options.max_pixels)
    block = None
    if data[:4] in {b"II*\0", b"MM\0*"}:
        block = exif.pack(exif.descriptive(exif.parse(data)))
    described = exif.read(block, size)
    return FileFacts(_DEPTH, None, described.orientation, PhotoMetadata(exif=described.block, dpi=None))


def raw_size(path: Path) -> tuple[int, int]:
    """Width and height of a file that is not developed; see `raster.DECODE_ERRORS`."""
    library = _library()
    try:
        with library.imread(str(path)) as file:
            return int(file.sizes.width), int(file.sizes.height)
    except library.LibRawError as exc:
        raise ValueError("the RAW file cannot be opened") from exc


def decode_raw(data: bytes, _facts: FileFacts) -> Decoded:
    """Develop with the camera's white balance, into 16 bits of sRGB, upright."""
    library = _library()
    try:
        with library.imread(BytesIO(data)) as file:
            samples = file.postprocess(
                use_camera_wb=True,
                output_bps=_DEPTH,
                output_color=library.ColorSpace.sRGB,
                gamma=(2.4, 12.92),
                no_auto_bright=False,
            )
    except library.LibRawError as exc:
        raise ValueError("the RAW file cannot be developed") from exc
    report = DecoderReport(profile_applied=True, orientation_applied=True, bits=_DEPTH, missing=0.0)
    return Decoded(samples, None, report)


def _library() -> Any:  # noqa: ANN401 - a library without types
    try:
        import rawpy
    except ImportError as exc:
        raise missing_addition(PhotoFormat.RAW, "raw") from exc
    return rawpy
