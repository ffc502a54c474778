"""Makes PySide6 safe to use; importing it before a QApplication is made is enough.

Three faults of others are undone here, and nowhere else.

- The wheels of opencv-python point Qt's platform plugins and fonts at folders of their own Qt 5,
  and the xcb plugin of PySide6 then fails to load. OpenCV writes the variables once, on its first
  import, so it is imported here and the variables are taken back.
- PySide6 6.12.0 does not count its references to None, True and False: they are immortal from
  Python 3.12 on (PEP 683), but under Python 3.11 each call that returns nothing brings None closer
  to "Fatal Python error: none_dealloc". They are made immortal there too.
- PySide6 puts a function of its own in the place of `__import__`, for its switch `__feature__`, and
  reads the source of each module that is imported from then on: a third of a second of the start,
  PyTorch included. Nothing here uses that switch; the function that was there before is put back.
"""

import builtins
import ctypes
import os
import sys
from pathlib import Path
from typing import Final

import cv2
import PySide6.QtCore  # noqa: F401 - changes `__import__`

_NAMES: Final = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_IMMORTAL: Final = 2**60


def prepare() -> None:
    """Undo all of them; may be called again, after somebody else imported OpenCV."""
    remove_opencv_paths()
    make_singletons_immortal()
    read_no_sources()


def remove_opencv_paths() -> None:
    """Drop the variables that point into OpenCV's package; the user's own stay."""
    package = Path(cv2.__file__).resolve().parent
    for name in _NAMES:
        value = os.environ.get(name)
        if value and Path(value).resolve().is_relative_to(package):
            del os.environ[name]


def make_singletons_immortal() -> None:
    """Give None, True and False more references than any program can lose."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value = _IMMORTAL


def read_no_sources() -> None:
    """Import modules as before PySide6 was imported; see the top of this module."""
    before = getattr(builtins, "__orig_import__", None)
    if before is not None and builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = before


prepare()
