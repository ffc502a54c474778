"""Photos from and to files: nothing is lost on the way, and no file is ever overwritten.

Enters: at the root only the words that all its rooms share; a format goes to `codecs`, a block to `metadata`.
Leaves: what is imported here, for everybody; the rooms themselves for `pipeline` and `batch` alone.
"""

from colorizer_gui.core.photo_io.formats import SUPPORTED_SUFFIXES, WRITABLE_SUFFIXES
from colorizer_gui.core.photo_io.options import MAX_PIXELS, ReadOptions, WriteOptions
from colorizer_gui.core.photo_io.reading.glancing import GLANCED_PIXELS, GLANCED_SIDE, Glance, glance_at
from colorizer_gui.core.photo_io.reading.need import greatest_need, need_sentence
from colorizer_gui.core.photo_io.reading.reading import decode_photo, photo_from_rgb, read_file, read_photo
from colorizer_gui.core.photo_io.writing.naming import default_target, free_path
from colorizer_gui.core.photo_io.writing.publishing import Publication
from colorizer_gui.core.photo_io.writing.sidecar import write_sidecar
from colorizer_gui.core.photo_io.writing.writing import write_photo

__all__ = [
    "GLANCED_PIXELS",
    "GLANCED_SIDE",
    "MAX_PIXELS",
    "SUPPORTED_SUFFIXES",
    "WRITABLE_SUFFIXES",
    "Glance",
    "Publication",
    "ReadOptions",
    "WriteOptions",
    "decode_photo",
    "default_target",
    "free_path",
    "glance_at",
    "greatest_need",
    "need_sentence",
    "photo_from_rgb",
    "read_file",
    "read_photo",
    "write_photo",
    "write_sidecar",
]
