"""Photos, a colorizer that waits and fails on command, and a window that leaves no thread behind."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.colour_points import cell_at, points_of
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Guidance, Prediction
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.activation import activate

PhotoMaker = Callable[..., Path]


class FakeColorizer:
    """Paints everything in one colour, and the surroundings of each point in that of the point.

    Attributes
    ----------
    gate
        Predictions wait until it is set; it is, at first.
    ab
        The colour.
    error
        Raised by the next predictions.
    plausible
        The colours that it holds plausible everywhere, the likeliest first; none for no distribution.
    threads
        Identifiers of the threads that asked, one per prediction.
    guidances
        What it was asked to follow, one per prediction.
    """

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()
        self.error: Exception | None = None
        self.ab = (30.0, 20.0)
        self.plausible: list[tuple[float, float]] = []
        self.threads: list[int] = []
        self.guidances: list[Guidance | None] = []

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        self.guidances.append(guidance)
        self.threads.append(threading.get_ident())
        self.entered.set()
        assert self.gate.wait(300)
        if self.error is not None:
            raise self.error
        height, width = (max(2, side // 8) for side in lightness.shape)
        ab = np.full((height, width, 2), self.ab, dtype=np.float32)
        for point in points_of(guidance):
            for place in point.places:
                row, column = cell_at(ab.shape, *place)
                ab[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2] = point.ab
        return Prediction(ab, np.ones((height, width), dtype=np.float32), self._distribution(height, width))

    def _distribution(self, height: int, width: int) -> Distribution | None:
        if not self.plausible:
            return None
        bins = AbBins.derive()
        scores = np.full((height, width, len(bins)), -16, dtype=np.float16)
        for rank, ab in enumerate(self.plausible):
            scores[..., np.square(bins.centers - np.array(ab)).sum(axis=1).argmin()] = -rank
        return Distribution(bins, scores)


def write_gray(path: Path, width: int = 64, height: int = 48) -> Path:
    """Write a gray gradient with a few edges."""
    across = np.linspace(40, 200, width, dtype=np.float32)
    image: npt.NDArray[np.uint8] = np.tile(across, (height, 1)).astype(np.uint8)
    image[height // 3 : height // 2] //= 2
    ok, data = cv2.imencode(path.suffix, image)
    assert ok
    path.write_bytes(data.tobytes())
    return path


@pytest.fixture
def make_photo(tmp_path: Path) -> PhotoMaker:
    """Write a small gray photo of that name."""

    def make(name: str = "photo.png", width: int = 64, height: int = 48) -> Path:
        return write_gray(tmp_path / name, width, height)

    return make


@pytest.fixture
def colorizer() -> FakeColorizer:
    return FakeColorizer()


@pytest.fixture
def workspace(qapp: object, colorizer: FakeColorizer, tmp_path: Path) -> Iterator[Workspace]:
    """Controllers and workers; no thread of theirs outlives the test."""
    del qapp
    made = Workspace(lambda: colorizer, data_folder=tmp_path / "data")
    yield made
    colorizer.gate.set()
    made.stop()
    assert made.wait(10_000)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, settings: Settings) -> MainWindow:
    """The window, shown and active: without that no shortcut works."""
    made = MainWindow(workspace, settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    activate(qtbot, made)
    return made
