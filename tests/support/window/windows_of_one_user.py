"""Several windows of one user, each as if it were a program of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import WORK_NAME, Workspace
from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.activation import activate
from tests.support.window.fixtures import FakeColorizer


class Windows:
    """Opens them; they share a data folder and the settings.

    Attributes
    ----------
    spaces
        Of the windows that were opened.
    """

    def __init__(self, qtbot: QtBot, settings: Settings, colorizer: FakeColorizer, folder: Path) -> None:
        self._qtbot, self._settings, self._colorizer = qtbot, settings, colorizer
        self._folder = folder
        self.spaces: list[Workspace] = []

    def open(self) -> MainWindow:
        workspace = Workspace(lambda: self._colorizer, data_folder=self._folder)
        self.spaces.append(workspace)
        window = MainWindow(workspace, self._settings)
        self._qtbot.addWidget(window)
        with self._qtbot.waitExposed(window):
            window.show()
        activate(self._qtbot, window)
        return window

    def start(self, *paths: Path) -> MainWindow:
        """Start the program: with photos, or with none."""
        window = self.open()
        window.desktop.keep_session(self._folder / "session.json", reopen=not paths)
        window.open_paths(list(paths))
        return window

    def kill(self, window: MainWindow) -> None:
        """As the system does: the locks are gone, and nothing is tidied up."""
        keeper = window.desktop.keeper
        assert keeper is not None
        keeper._pause.stop()
        keeper._files.release()
        keeper.deleteLater()
        window.desktop.keeper = None

    @property
    def kept(self) -> KeptWork:
        return KeptWork(self._folder / WORK_NAME)


@pytest.fixture
def windows(qtbot: QtBot, settings: Settings, colorizer: FakeColorizer, tmp_path: Path) -> Iterator[Windows]:
    """None of them leaves a thread behind."""
    made = Windows(qtbot, settings, colorizer, tmp_path / "data")
    yield made
    for workspace in made.spaces:
        workspace.stop()
        assert workspace.wait(10_000)
