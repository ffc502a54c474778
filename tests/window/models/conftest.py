"""A window whose shelf, and everything on it, is the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.foreign.desk import Desk
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.foreign.others import ShelfModels
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from colorizer_gui.workers.batch.needs import BatchNeeds
from tests.support.networks.shelf import shelf
from tests.support.window.activation import activate
from tests.support.window.fixtures import FakeColorizer, make_photo, settings

__all__ = ["make_photo", "settings", "shelf"]


class OwnIsFake(Desk):
    """Opens whatever is named; Tintype's own network is one that paints."""

    def open(self, model: Path | None) -> Colorizer:
        return FakeColorizer() if model is None else super().open(model)


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, shelf: Shelf, tmp_path: Path) -> Iterator[MainWindow]:
    def make() -> Colorizer:
        if settings.weights is None:
            return FakeColorizer()
        return open_colorizer(settings.weights, "cpu", shelf=shelf)

    workspace = Workspace(
        make,
        data_folder=tmp_path / "data",
        make_desk=lambda: OwnIsFake(shelf, lambda: "cpu"),
        shelf=shelf,
        batch_needs=BatchNeeds(make_others=lambda: ShelfModels(shelf, "cpu")),
    )
    made = MainWindow(workspace, settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    activate(qtbot, made)
    yield made
    workspace.stop()
    assert workspace.wait(10_000)
