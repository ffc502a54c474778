"""Photos from and to files: nothing is lost on the way, and no file is ever overwritten."""

from colorizer_gui.core.photo_io.formats import SUPPORTED_SUFFIXES
from colorizer_gui.core.photo_io.naming import default_target, free_path
from colorizer_gui.core.photo_io.options import WriteOptions
from colorizer_gui.core.photo_io.raster import MAX_PIXELS
from colorizer_gui.core.photo_io.reading import photo_from_rgb, read_photo
from colorizer_gui.core.photo_io.sidecar import write_sidecar
from colorizer_gui.core.photo_io.writing import write_photo

__all__ = [
    "MAX_PIXELS",
    "SUPPORTED_SUFFIXES",
    "WriteOptions",
    "default_target",
    "free_path",
    "photo_from_rgb",
    "read_photo",
    "write_photo",
    "write_sidecar",
]
