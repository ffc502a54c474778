"""What the tests of this folder share."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from colorizer_gui.desktop.translation import install_translation
from colorizer_gui.settings.settings import LANGUAGES
from colorizer_gui.widgets.style.theme import apply_theme
from tests.support.window.fixtures import colorizer, make_photo, settings, window, workspace

__all__ = ["colorizer", "make_photo", "settings", "window", "workspace"]


@pytest.fixture(params=[(language, size) for language in LANGUAGES for size in (1.0, 1.5)])
def words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """A language, and how large its letters are."""
    language, size = request.param
    font, palette, sheet = QFont(qapp.font()), qapp.palette(), qapp.styleSheet()
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * size)
    qapp.setFont(larger)
    apply_theme(qapp, Qt.ColorScheme.Light)
    install_translation(qapp, language)
    yield
    install_translation(qapp, "en")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)
