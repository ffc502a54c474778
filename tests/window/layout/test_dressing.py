"""The style sheet of a window that gets it at the end changes nothing that is seen."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.style.theme import apply_theme, undressed
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.activation import activate


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in its theme."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    apply_theme(qapp)
    yield qapp
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def looks(qtbot: QtBot, window: MainWindow) -> list[ByteArray]:
    """The window for a photo, and for many."""
    qtbot.addWidget(window)
    window.resize(1200, 800)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    seen = []
    for many in (False, True):
        if many:
            window.page_switch.enter()
        QApplication.processEvents()
        picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        seen.append(rgb_from_image(picture))
    window.hide()
    return seen


def test_a_window_dressed_at_the_end_looks_the_same(
    qtbot: QtBot, dressed: QApplication, workspace: Workspace, settings: Settings
) -> None:
    expected = looks(qtbot, MainWindow(workspace, settings))
    with undressed(dressed):
        window = MainWindow(workspace, settings)
    assert dressed.styleSheet()
    for one, other in zip(looks(qtbot, window), expected, strict=True):
        np.testing.assert_array_equal(one, other)


def test_the_sheet_comes_back(dressed: QApplication) -> None:
    sheet = dressed.styleSheet()
    with undressed(dressed):
        assert dressed.styleSheet() == ""
    assert dressed.styleSheet() == sheet != ""
