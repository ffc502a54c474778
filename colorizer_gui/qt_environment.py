"""Undoes what importing OpenCV does to Qt's environment; import it before a QApplication is made.

The wheels of opencv-python point Qt's platform plugins and fonts at folders of their own Qt 5, and
the xcb plugin of PySide6 then fails to load. OpenCV writes the variables once, on its first import,
so it is imported here and the variables are taken back.
"""

import os
from pathlib import Path
from typing import Final

import cv2

_NAMES: Final = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def remove_opencv_paths() -> None:
    """Drop the variables that point into OpenCV's package; the user's own stay."""
    package = Path(cv2.__file__).resolve().parent
    for name in _NAMES:
        value = os.environ.get(name)
        if value and Path(value).resolve().is_relative_to(package):
            del os.environ[name]


remove_opencv_paths()
