"""Light and dark can be read: contrast as WCAG 2.2 asks on level AA."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QToolButton
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.common.dismiss_button import DismissButton
from colorizer_gui.widgets.compare.error_state import ErrorState
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.widgets.style.theme import apply_theme, canvas_color, is_dark, muted_color

ROLE = QPalette.ColorRole


@pytest.fixture(params=[Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def palette(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QPalette]:
    before, sheet = qapp.palette(), qapp.styleSheet()
    apply_theme(qapp, request.param)
    yield qapp.palette()
    qapp.setPalette(before)
    qapp.setStyleSheet(sheet)


def luminance(color: QColor) -> float:
    """Relative luminance, as WCAG defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_can_be_read(palette: QPalette) -> None:
    grounds = [palette.color(role) for role in (ROLE.Window, ROLE.Base, ROLE.Button, ROLE.AlternateBase)]
    for ground in [*grounds, canvas_color(palette)]:
        for text in (palette.color(ROLE.Text), muted_color(palette)):
            assert contrast(text, ground) >= 4.5, (text.name(), ground.name())
    for role in (ROLE.Link, ROLE.BrightText):
        assert contrast(palette.color(role), palette.color(ROLE.Window)) >= 4.5
    assert contrast(palette.color(ROLE.HighlightedText), palette.color(ROLE.Highlight)) >= 4.5
    assert contrast(palette.color(ROLE.ToolTipText), palette.color(ROLE.ToolTipBase)) >= 4.5


def test_focus_can_be_seen(palette: QPalette) -> None:
    for ground in (ROLE.Window, ROLE.Base, ROLE.Button):
        assert contrast(palette.color(ROLE.Accent), palette.color(ground)) >= 3.0


def test_what_is_drawn_follows_the_system(qtbot: QtBot, qapp: QApplication, palette: QPalette) -> None:
    """A window that is open when light becomes dark, or dark becomes light."""
    button, bar, error = DismissButton("Close", "Close"), MessageBar(), ErrorState()
    for widget in (button, bar, error):
        qtbot.addWidget(widget)
        widget.show()
    bar.show_error("A sentence.")
    apply_theme(qapp, Qt.ColorScheme.Light if is_dark(palette) else Qt.ColorScheme.Dark)
    other = qapp.palette()
    assert is_dark(other) is not is_dark(palette)
    for dismiss in (button, bar.dismiss_button):
        assert drawing_color(dismiss.icon().pixmap(16).toImage()) == other.color(ROLE.WindowText).name()
    assert error.grab().toImage().pixelColor(2, 2) == canvas_color(other)


def drawing_color(image: QImage) -> str:
    """Of a line drawing: of its most opaque pixel."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha).name()


def test_the_canvas_does_not_tint_what_is_seen(palette: QPalette) -> None:
    canvas = canvas_color(palette)
    assert canvas.red() == canvas.green() == canvas.blue()
    assert (canvas.lightness() < 128) is is_dark(palette)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("checked", [False, True])
def test_what_can_be_chosen_is_seen(
    qtbot: QtBot, palette: QPalette, kind: type[QCheckBox | QRadioButton], checked: bool
) -> None:
    """The outline of a control has three times the light of what it stands on (WCAG 2.2, 1.4.11)."""
    button = kind("Keep gray")
    button.setAutoExclusive(False)
    button.setChecked(checked)
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    image = button.grab().toImage()
    outline = [image.pixelColor(x, y) for x in range(8) for y in range(image.height())]
    assert max(contrast(color, palette.color(ROLE.Window)) for color in outline) >= 3


def test_links_are_flush_with_what_is_above(qtbot: QtBot, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    apply_theme(qapp, Qt.ColorScheme.Light)
    link = QToolButton()
    link.setObjectName("noteAction")
    link.setText("HH")
    qtbot.addWidget(link)
    link.ensurePolished()
    link.resize(link.sizeHint())
    picture = link.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = picture.pixelColor(0, 0).lightness()
    dark = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).lightness() < ground - 60 for y in range(picture.height()))
    ]
    qapp.setStyleSheet(sheet)
    assert dark[0] <= 4
    assert picture.width() - 1 - dark[-1] <= 4
