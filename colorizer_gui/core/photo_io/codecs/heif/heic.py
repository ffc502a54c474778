"""HEIC, whose decoder is an addition that a user chooses to install (the extra "heif")."""

from io import BytesIO
from typing import Any

import numpy as np

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.decoded import Decoded, DecoderReport, FileFacts
from colorizer_gui.core.photo_io.codecs.heif.ends import with_end
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cicp import profile_of
from colorizer_gui.core.photo_io.raster import check_size, missing_addition, split_alpha


def inspect_heic(data: bytes, options: ReadOptions) -> FileFacts:
    """See `decoded.Inspector`."""
    file = _opened(with_end(data)[0])
    width, height = file.size
    check_size(width, height, options.max_pixels, len(data))
    info = file.info
    raw, packet = info.get("exif"), info.get("xmp")
    described = exif.read(raw if isinstance(raw, bytes) else None, (width, height))
    profile = info.get("icc_profile") or None
    warnings: tuple[Sentence, ...] = ()
    named = info.get("nclx_profile")
    if profile is None and named:
        profile, warnings = profile_of(int(named["color_primaries"]), int(named["transfer_characteristics"]))
    metadata = PhotoMetadata(
        icc_profile=profile,
        exif=described.block,
        xmp=upright_xmp(packet) if isinstance(packet, bytes) and packet else None,
        dpi=described.dpi,
        per_centimetre=described.per_centimetre,
        exif_damaged=described.damaged,
        exif_faulty=described.faulty,
    )
    return FileFacts(
        int(info.get("bit_depth") or 8), profile, described.orientation, metadata, warnings=warnings
    )


def decode_heic(data: bytes, facts: FileFacts) -> Decoded:
    """Decode through pillow-heif; more than 8 bits are kept as 16.

    libheif has turned the pixels as the file's own boxes say; EXIF's orientation repeats that and has no say
    (ISO/IEC 23008-12, A.2.1), but the library leaves it as it was.
    """
    data, missing = with_end(data)
    color, alpha = split_alpha(np.asarray(_opened(data)))
    bits = facts.bits if color.dtype == np.uint16 else 8
    return Decoded(
        color,
        alpha,
        DecoderReport(profile_applied=False, orientation_applied=True, bits=bits, missing=missing),
    )


def _opened(data: bytes) -> Any:  # noqa: ANN401 - a library without types
    try:
        import pillow_heif
    except ImportError as exc:
        raise missing_addition("HEIC", "heif") from exc
    return pillow_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=False)
