"""What of a file's metadata could not be used, in sentences for the user; none of it stops anything."""

from collections.abc import Iterator

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.metadata.xmp_scan import XmpError, scan
from colorizer_gui.core.photo_io.profiles.icc import luminance_tables, profile_channels
from colorizer_gui.core.photo_io.raster import Raster


def metadata_problems(raster: Raster) -> Iterator[Sentence]:
    """One sentence for each kind of metadata that is damaged."""
    metadata = raster.metadata
    if metadata.xmp is not None:
        try:
            scan(metadata.xmp)
        except XmpError as exc:
            yield Sentence("The photo's XMP is not kept, because {reason}.", reason=exc.sentence)
    profile = metadata.icc_profile
    if profile is not None and not raster.is_lightness:
        channels = profile_channels(profile)
        if channels is None or profile[36:40] != b"acsp":
            yield Sentence("The photo's colour profile is damaged or of an unknown kind; sRGB was assumed.")
        elif channels == 1 and raster.samples.ndim == 3:
            yield Sentence(
                "The photo's colour profile is for gray and its samples are in colour; sRGB was assumed."
            )
        elif channels == 4 and raster.profile is not None:
            yield Sentence(
                "The photo's colour profile is for CMYK and its samples are not; sRGB was assumed."
            )
        elif channels == 1 and luminance_tables(profile, 256) is None:
            yield Sentence("The photo's colour profile cannot be followed; sRGB was assumed.")
    if metadata.exif_damaged:
        yield Sentence("The photo's EXIF is damaged and not kept.")
    if metadata.exif_faulty:
        yield Sentence("The photo's EXIF is damaged; what could be read of it is kept.")
