"""The page of a batch, filled; and windows of one user, none of which leaves a thread behind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.photos.green import green
from tests.support.window.batch_page import jobs
from tests.support.window.hands import drop
from tests.support.window.windows_of_one_user import windows

__all__ = ["green", "windows"]


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> BatchPage:
    """The page, shown."""
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.batch_page.isVisible()
    return window.batch_page


@pytest.fixture
def fill(qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path) -> Callable[[int], list[Path]]:
    """Drop a folder of so many photos on the page."""

    def make(count: int) -> list[Path]:
        paths = [make_photo(tmp_path / "box" / "in" / f"{n + 1}.png", seed=n) for n in range(count)]
        drop(page, tmp_path / "box")
        qtbot.waitUntil(lambda: len(jobs(window)) == count and page.table.filter.rowCount() == count)
        qtbot.waitUntil(page.start_button.isEnabled)
        return paths

    return make
