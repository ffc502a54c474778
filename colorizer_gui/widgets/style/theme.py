"""The calm look of Tintype: neutral grays around the photo, one warm accent, light or dark."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from colorizer_gui.core.color.conversion import lab_to_rgb
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.widgets.style.style_sheet import STYLE_SHEET

_ROLE = QPalette.ColorRole

_DARK: Final = {
    _ROLE.Window: "#262626",
    _ROLE.WindowText: "#e4e4e4",
    _ROLE.Base: "#1d1d1d",
    _ROLE.AlternateBase: "#2b2b2b",
    _ROLE.Text: "#e4e4e4",
    _ROLE.Button: "#383838",
    _ROLE.ButtonText: "#e4e4e4",
    _ROLE.BrightText: "#ff8a75",
    _ROLE.PlaceholderText: "#a4a4a4",
    _ROLE.Highlight: "#d99a4e",
    _ROLE.HighlightedText: "#1a1410",
    _ROLE.Accent: "#d99a4e",
    _ROLE.Link: "#e3ad69",
    _ROLE.LinkVisited: "#e3ad69",
    _ROLE.ToolTipBase: "#3a3a3a",
    _ROLE.ToolTipText: "#e8e8e8",
    _ROLE.Light: "#454545",
    _ROLE.Midlight: "#3e3e3e",
    _ROLE.Mid: "#3a3a3a",
    _ROLE.Dark: "#181818",
    _ROLE.Shadow: "#101010",
}
_LIGHT: Final = {
    _ROLE.Window: "#f3f3f3",
    _ROLE.WindowText: "#222222",
    _ROLE.Base: "#ffffff",
    _ROLE.AlternateBase: "#ececec",
    _ROLE.Text: "#222222",
    _ROLE.Button: "#fdfdfd",
    _ROLE.ButtonText: "#222222",
    _ROLE.BrightText: "#b3261e",
    _ROLE.PlaceholderText: "#5e5e5e",
    _ROLE.Highlight: "#a3601c",
    _ROLE.HighlightedText: "#ffffff",
    _ROLE.Accent: "#a3601c",
    _ROLE.Link: "#8a4f14",
    _ROLE.LinkVisited: "#8a4f14",
    _ROLE.ToolTipBase: "#ffffff",
    _ROLE.ToolTipText: "#222222",
    _ROLE.Light: "#ffffff",
    _ROLE.Midlight: "#ededed",
    _ROLE.Mid: "#d4d4d4",
    _ROLE.Dark: "#c2c2c2",
    _ROLE.Shadow: "#8a8a8a",
}
_DISABLED: Final = (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.PlaceholderText)

#: Sizes in logical pixels.
SPACE: Final = 8
PANEL_WIDTH: Final = 264


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than what it stands on."""
    return palette.color(_ROLE.WindowText).lightness() > palette.color(_ROLE.Window).lightness()


def canvas_color(palette: QPalette) -> QColor:
    """The exactly neutral gray around a photo, so that it does not tint how colour is seen."""
    return QColor("#1a1a1a") if is_dark(palette) else QColor("#dcdcdc")


def line_color(palette: QPalette) -> QColor:
    """Thin lines between areas."""
    return QColor("#3a3a3a") if is_dark(palette) else QColor("#d0d0d0")


def hue_color(hue: float) -> QColor:
    """A colour of the CIE hue angle in degrees, of middle lightness, for a swatch."""
    angle = np.radians(hue)
    lab = np.array([[[62.0, 45.0 * np.cos(angle), 45.0 * np.sin(angle)]]], dtype=np.float32)
    red, green, blue = (float(value) for value in lab_to_rgb(lab)[0, 0])
    return QColor.fromRgbF(red, green, blue)


def wants_motion(widget: QWidget) -> bool:
    """Whether the user has not asked the system for less of it.

    Asked by the style, which knows it from the desktop: PySide6 6.12 deletes the object behind
    `QStyleHints.accessibility`, so that its motion preference can be asked once and then crashes.
    """
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


def muted_color(palette: QPalette) -> QColor:
    """Text of second rank."""
    return palette.color(_ROLE.PlaceholderText)


def apply_theme(application: QApplication, scheme: Qt.ColorScheme | None = None) -> None:
    """Dress the application; to be called again when the system's colour scheme changes.

    Parameters
    ----------
    scheme
        None takes the system's.
    """
    dark = (scheme or QGuiApplication.styleHints().colorScheme()) == Qt.ColorScheme.Dark
    palette = QPalette()
    for role, name in (_DARK if dark else _LIGHT).items():
        palette.setColor(role, QColor(name))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#737373" if dark else "#9a9a9a"))
    application.setPalette(palette)
    application.setStyleSheet(_style_sheet(palette, dark=dark))


@contextmanager
def undressed(application: QApplication) -> Iterator[None]:
    """Make widgets within: they get their style sheet once, at the end.

    Qt looks for what concerns a widget and all that is in it whenever it is put into another one.
    """
    sheet = application.styleSheet()
    application.setStyleSheet("")
    try:
        yield
    finally:
        application.setStyleSheet(sheet)


def _style_sheet(palette: QPalette, *, dark: bool) -> str:
    accent = palette.color(_ROLE.Accent)
    return STYLE_SHEET.format(
        window=palette.color(_ROLE.Window).name(),
        base=palette.color(_ROLE.Base).name(),
        muted=palette.color(_ROLE.PlaceholderText).name(),
        error=palette.color(_ROLE.BrightText).name(),
        panel="#2a2a2a" if dark else "#f8f8f8",
        text=palette.color(_ROLE.Text).name(),
        button=palette.color(_ROLE.Button).name(),
        link=palette.color(_ROLE.Link).name(),
        line=line_color(palette).name(),
        edge="#727272" if dark else "#8a8a8a",
        icons=resource("icons").as_posix(),
        kind="dark" if dark else "light",
        other_kind="light" if dark else "dark",
        hover="#444444" if dark else "#e6e6e6",
        pressed="#505050" if dark else "#d8d8d8",
        thumb="#565656" if dark else "#bcbcbc",
        disabled="#737373" if dark else "#9a9a9a",
        accent=accent.name(),
        accent_hover=accent.lighter(110).name(),
        on_accent=palette.color(_ROLE.HighlightedText).name(),
    )
