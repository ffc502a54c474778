"""The calm look of Tintype: neutral grays around the photo, one warm accent, light or dark."""

from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from colorizer_gui.core.color.conversion import lab_to_rgb
from colorizer_gui.core.common.resource_files import resource

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

_STYLE_SHEET: Final = """
QToolBar {{
    background: {window}; border: none; border-bottom: 1px solid {line}; padding: 3px 8px; spacing: 4px;
}}
QToolBar QToolButton {{ padding: 4px; border-radius: 6px; border: 1px solid transparent; }}
QToolBar QToolButton:hover {{ background: {hover}; }}
QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {pressed}; }}
QToolBar QToolButton:checked:disabled {{ background: transparent; }}
QToolBar QToolButton:focus {{ border-color: {accent}; }}
QToolBar QToolButton#batchStatus {{ padding: 4px 9px; color: {muted}; }}
QMenuBar {{ background: {window}; padding: 1px 4px; }}
QMenuBar::item {{ background: transparent; padding: 4px 9px; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {panel}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 22px 5px 10px; border-radius: 5px; background: transparent; }}
QMenu::item:selected {{ background: {hover}; }}
QMenu::item:disabled {{ color: {disabled}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::indicator {{ width: 14px; height: 14px; margin-left: 7px; }}
QMenu::indicator:checked {{ image: url("{icons}/check-{other_kind}.svg"); }}
QPushButton {{ background: {button}; border: 1px solid {line}; border-radius: 6px; padding: 6px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {disabled}; }}
QPushButton#recentPhoto {{ background: transparent; border-color: transparent; color: {link}; }}
QPushButton#recentPhoto:hover {{ border-color: {line}; }}
QPushButton#recentPhoto:focus {{ border-color: {accent}; }}
QPushButton[primary="true"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton[primary="true"]:hover {{ background: {accent_hover}; }}
QPushButton[primary="true"]:focus {{ border-color: {text}; }}
QPushButton[primary="true"]:disabled {{ background: {hover}; color: {disabled}; border-color: {line}; }}
QToolButton#dismiss, QToolButton#messageAction {{
    border: 1px solid transparent; border-radius: 5px; padding: 3px 6px;
}}
QToolButton#dismiss:hover, QToolButton#messageAction:hover {{ background: {hover}; }}
QToolButton#dismiss:focus, QToolButton#messageAction:focus {{ border-color: {accent}; }}
QToolButton#messageAction {{ color: {link}; font-weight: 600; }}
QToolButton#noteAction {{
    color: {link}; border: 1px solid transparent; border-radius: 5px; padding: 1px 3px 1px 0;
}}
QToolButton#noteAction:hover {{ background: {hover}; }}
QToolButton#noteAction:checked {{ background: {pressed}; }}
QToolButton#noteAction:focus {{ border-color: {accent}; }}
QFrame#candidateBar {{ background: {panel}; border-top: 1px solid {line}; }}
QToolButton#candidate {{ border: 2px solid transparent; border-radius: 7px; padding: 3px; }}
QToolButton#candidate:hover {{ background: {hover}; }}
QToolButton#candidate:checked {{ background: {pressed}; }}
QToolButton#candidate:focus {{ border-color: {accent}; }}
QFrame#colourPopover {{ background: {panel}; border: 1px solid {line}; border-radius: 10px; }}
QFrame#toast {{ background: {panel}; border: 1px solid {line}; border-radius: 9px; }}
QWidget#adjustPanel {{ background: {panel}; border-left: 1px solid {line}; }}
QListView#filmStrip {{ background: {panel}; border: none; border-top: 1px solid {line}; padding: 4px 6px; }}
QScrollArea#settingScroll, QWidget#settingRows {{ background: transparent; }}
QToolButton#sectionHeader {{
    border: 1px solid transparent; border-radius: 5px; padding: 4px 2px; font-weight: 600; text-align: left;
}}
QToolButton#sectionHeader:hover {{ background: {hover}; }}
QToolButton#sectionHeader:focus {{ border-color: {accent}; }}
QListView#reviewSheet {{ background: {base}; border: none; padding: 4px; }}
QFrame#reviewBar {{ background: {panel}; border-top: 1px solid {line}; }}
QFrame#reviewSettings {{ background: {panel}; border: 1px solid {line}; border-radius: 10px; }}
QToolButton#keyButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; }}
QToolButton#keyButton:hover {{ background: {hover}; }}
QToolButton#keyButton:pressed {{ background: {pressed}; }}
QToolButton#keyButton:focus {{ border-color: {accent}; }}
QTabBar::tab {{
    background: transparent; border: none; border-bottom: 2px solid transparent; padding: 7px 12px;
}}
QTabBar::tab:selected {{ border-bottom-color: {accent}; }}
QTabBar::tab:hover:!selected {{ border-bottom-color: {line}; }}
QTabBar::tab:focus {{ color: {link}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QTabWidget::tab-bar {{ left: 0; }}
QTabBar {{ qproperty-drawBase: 0; }}
QComboBox, QLineEdit, QSpinBox[buttonSymbols="0"] {{
    background: {base}; border: 1px solid {edge}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit {{ padding: 4px 6px; }}
QSpinBox[buttonSymbols="0"] {{ padding: 3px 8px 2px 8px; }}
QComboBox {{ background: {button}; }}
QComboBox:hover {{ background: {hover}; }}
QComboBox:focus, QLineEdit:focus, QSpinBox[buttonSymbols="0"]:focus {{ border-color: {accent}; }}
QComboBox:disabled, QLineEdit:disabled, QSpinBox:disabled {{ color: {disabled}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{icons}/arrow-down.svg"); width: 10px; height: 10px; }}
QComboBox QLineEdit, QSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
QSpinBox[buttonSymbols="0"]::up-button, QSpinBox[buttonSymbols="0"]::down-button {{
    border: none; background: transparent; width: 20px;
}}
QSpinBox[buttonSymbols="0"]::up-arrow {{ image: url("{icons}/arrow-up.svg"); width: 10px; height: 10px; }}
QSpinBox[buttonSymbols="0"]::down-arrow {{
    image: url("{icons}/arrow-down.svg"); width: 10px; height: 10px;
}}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator, QListWidget::indicator {{
    width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 4px; background: {base};
}}
QCheckBox::indicator:checked, QListWidget::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{icons}/check-{kind}.svg");
}}
QRadioButton {{ spacing: 6px; }}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {edge}; border-radius: 8px; background: {base};
}}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {link}; }}
QCheckBox::indicator:focus {{ border-color: {accent}; }}
QPushButton:checked {{ background: {pressed}; border-color: {edge}; }}
QPushButton:checked:focus {{ border-color: {accent}; }}
QPlainTextEdit, QTextBrowser, QTableView#shortcutTable {{
    background: {base}; border: 1px solid {line}; border-radius: 6px; padding: 2px;
}}
QPlainTextEdit:focus, QTextBrowser:focus, QTableView#shortcutTable:focus {{ border-color: {accent}; }}
QTableView#shortcutTable::item {{ padding: 0 8px; }}
QTableView#shortcutTable::item:selected {{ background: {hover}; color: {text}; border: none; }}
QTableView#shortcutTable {{ outline: 0; }}
QTableView#batchTable {{ background: {base}; border: none; }}
QTableView#batchTable QHeaderView::section, QTableView#shortcutTable QHeaderView::section {{
    background: {panel}; color: {muted}; border: none; border-bottom: 1px solid {line}; padding: 5px 10px;
}}
QTreeView#leftOut {{ background: {base}; border: 1px solid {line}; border-radius: 6px; padding: 4px; }}
QFrame#line {{ background: {line}; max-height: 1px; border: none; }}
QFrame#batchFooter, QFrame#batchDetail {{ background: {panel}; border-top: 1px solid {line}; }}
QFrame#inlineMessage {{ background: {panel}; border: none; border-top: 1px solid {line}; }}
QLabel#inlineError {{ color: {error}; }}
QToolButton#filterCount, QToolButton#moreButton, QToolButton#fieldButton {{
    border: 1px solid transparent; border-radius: 6px; padding: 4px 8px;
}}
QToolButton#filterCount {{ padding: 4px 6px; }}
QToolButton#filterCount:hover, QToolButton#moreButton:hover, QToolButton#fieldButton:hover {{
    background: {hover};
}}
QToolButton#filterCount:checked {{ background: {pressed}; }}
QToolButton#filterCount:focus, QToolButton#moreButton:focus, QToolButton#fieldButton:focus {{
    border-color: {accent};
}}
QToolButton#moreButton::menu-indicator, QToolButton#fieldButton::menu-indicator {{ image: none; width: 0; }}
QPushButton#batchFolder {{ text-align: left; padding: 6px 10px; }}
QScrollBar:vertical {{ width: 9px; background: transparent; margin: 2px 2px 2px 0; }}
QScrollBar::handle:vertical {{ background: {thumb}; border-radius: 3px; min-height: 40px; }}
QScrollBar:horizontal {{ height: 9px; background: transparent; margin: 0 4px 2px 4px; }}
QScrollBar::handle:horizontal {{ background: {thumb}; border-radius: 3px; min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


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


def _style_sheet(palette: QPalette, *, dark: bool) -> str:
    accent = palette.color(_ROLE.Accent)
    return _STYLE_SHEET.format(
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
