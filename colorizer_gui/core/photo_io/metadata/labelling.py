"""The metadata of a result: everything of the source's, and what is true of the result alone."""

from dataclasses import replace
from typing import Final

from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.photo.photo import PhotoFormat, PhotoMetadata
from colorizer_gui.core.photo_io.metadata import exif, iptc
from colorizer_gui.core.photo_io.metadata.xmp import description, marked_packet, text_value
from colorizer_gui.core.photo_io.metadata.xmp_scan import scan
from colorizer_gui.core.photo_io.options import WriteOptions
from colorizer_gui.core.recipe.result_label import ResultLabel

SOFTWARE: Final = f"Tintype {VERSION}"
#: Formats with a place for plain comments, and with one for IPTC records.
_COMMENT_FORMATS: Final = {PhotoFormat.JPEG, PhotoFormat.PNG}
_IPTC_FORMATS: Final = {PhotoFormat.JPEG, PhotoFormat.PNG, PhotoFormat.TIFF}


def metadata_for_saving(
    source: PhotoMetadata,
    target_format: PhotoFormat,
    profile: bytes,
    options: WriteOptions,
    label: ResultLabel | None,
) -> PhotoMetadata:
    """Label a source's metadata; what the target format has no place for goes into XMP where it can."""
    dpi = options.dpi or source.dpi
    caption = None if label is None else label.caption
    tags = exif.OwnTags(SOFTWARE, dpi, source.per_centimetre, caption)
    packet = marked_packet(source.xmp, label, SOFTWARE)
    return replace(
        source,
        icc_profile=profile,
        exif=exif.for_saving(source.exif, tags),
        xmp=_with_displaced(packet, source, target_format),
        iptc=source.iptc if target_format in _IPTC_FORMATS else None,
        comments=source.comments if target_format in _COMMENT_FORMATS else (),
        dpi=dpi,
    )


def _with_displaced(packet: bytes, source: PhotoMetadata, target_format: PhotoFormat) -> bytes:
    """Add as XMP what a format has no other place for, unless the packet says it already."""
    found = scan(packet)
    displaced: dict[str, str] = {}
    if source.iptc and target_format not in _IPTC_FORMATS:
        displaced |= iptc.as_xmp(source.iptc, found)
    if source.comments and target_format not in _COMMENT_FORMATS:
        displaced["tintype:SourceComment"] = text_value("\n".join(source.comments))
        packet = found.without({"urn:tintype:xmp:1.0/SourceComment"})
        found = scan(packet)
    if not displaced:
        return packet
    return packet[: found.end] + description(displaced, found.about).encode() + packet[found.end :]
