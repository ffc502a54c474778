"""Points, strokes, areas, protected places and own colours alone, over networks of other programs."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.foreign.files import foreign_sha256
from colorizer_gui.core.foreign.opening import open_colorizer
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.photo_io import WriteOptions, read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_photo
from colorizer_gui.core.prediction.prediction import ONLY_MINE
from colorizer_gui.core.recipe.recipe import read_sidecar, sidecar_path
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow
from tests.support.networks.painters import save_painter
from tests.support.window.areas import dark_and_light
from tests.support.window.fixtures import PhotoMaker

AB = (10.0, -20.0)
RED = (45.0, 25.0)
#: One hot among the 313 colours.
BINS = tuple(20.0 if number == 100 else 0.0 for number in range(313))
#: How each family's network is saved: what it answers, its inputs, and how much of the gray goes through.
FAMILIES: dict[str, dict[str, Any]] = {
    "DDColor": {"colour": AB, "size": (64, 64)},
    "DeOldify": {"colour": (10.0, 25.0, 60.0), "size": (64, 64), "touch": 0.6},
    "Zhang et al.": {"colour": AB, "inputs": (1,)},
    "Zhang et al., distribution": {"colour": BINS, "inputs": (1,), "size": (64, 64)},
    "SIGGRAPH17 with hints": {"colour": AB, "inputs": (1, 2, 1), "size": (64, 64)},
}


@pytest.fixture
def entry(qtbot: QtBot, model: Path, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    return dark_and_light(qtbot, window, make_photo)


@pytest.fixture(params=FAMILIES)
def family(request: pytest.FixtureRequest) -> str:
    """The name of each family."""
    return str(request.param)


@pytest.fixture
def model(family: str, tmp_path: Path, settings: Settings) -> Path:
    """A network of the family, which the window uses."""
    settings.weights = save_painter(tmp_path / "painter.onnx", **FAMILIES[family])
    return settings.weights


def seen(qtbot: QtBot, window: MainWindow, entry: Entry) -> FloatArray:
    """(H, W, 3) CIELAB of what the pane shows once it is settled."""
    qtbot.waitUntil(
        lambda: (
            entry.prediction is not None and entry.prediction.is_as_wanted(entry.guidance, entry.candidate)
        )
    )
    window.workspace.previewing.mark()
    qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
    image = window.viewer.comparison.colorized_pane.image
    assert image is not None
    return rgb_to_lab(np.asarray(rgb_from_image(image)).astype(np.float32) / 255)


def chroma(lab: FloatArray, x: float, y: float) -> FloatArray:
    """The mean a* and b* of a few pixels about a place."""
    row, column = int(y * lab.shape[0]), int(x * lab.shape[1])
    found: FloatArray = lab[row - 3 : row + 3, column - 3 : column + 3, 1:].mean(axis=(0, 1))
    return found


def drag(window: MainWindow, *places: tuple[float, float]) -> None:
    (sheet,) = window.viewer.comparison.colorized_pane.findChildren(BrushSheet)
    photo = window.viewer.comparison.colorized_pane.photo_rect
    at = [QPointF(photo.x() + x * photo.width(), photo.y() + y * photo.height()).toPoint() for x, y in places]
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=at[0])
    for place in at[1:]:
        QTest.mouseMove(sheet, place)
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=at[-1])


def test_all_marks_together_are_seen_saved_and_made_again(
    qtbot: QtBot, window: MainWindow, entry: Entry, model: Path, shelf: Shelf, tmp_path: Path
) -> None:
    first = seen(qtbot, window, entry)
    window.workspace.pointing.put(ColourPoint(0.25, 0.5, RED))
    window.workspace.pointing.end_gesture()
    pointed = seen(qtbot, window, entry)
    np.testing.assert_allclose(chroma(pointed, 0.25, 0.5), RED, atol=4)
    np.testing.assert_allclose(chroma(pointed, 0.8, 0.5), chroma(first, 0.8, 0.5), atol=1)
    window.window_actions.protect.trigger()
    window.panel.protect.brush_button.click()
    drag(window, (0.7, 0.1), (0.9, 0.1))  # stays as it is
    window.panel.protect.gray_button.click()
    drag(window, (0.1, 0.9), (0.3, 0.9))
    window.window_actions.protect.setChecked(False)
    window.window_actions.region.trigger()
    drag(window, (0.8, 0.5))
    window.panel.rows["saturation"].slider.setValue(0)
    window.workspace.adjusting.end_gesture()
    marked = seen(qtbot, window, entry)
    assert abs(chroma(marked, 0.8, 0.6)).max() < 1  # the area alone
    np.testing.assert_allclose(chroma(marked, 0.8, 0.1), chroma(first, 0.8, 0.1), atol=1)
    assert abs(chroma(marked, 0.2, 0.9)).max() < 1
    np.testing.assert_allclose(chroma(marked, 0.25, 0.5), RED, atol=4)
    assert abs(marked[..., 0] - first[..., 0]).mean() < 0.3  # lightness stays

    target = tmp_path / "saved.png"
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.workspace.save(entry, target, options=WriteOptions(sidecar=True))
    saved = cv2.imread(str(target))
    assert saved is not None
    recipe = read_sidecar(sidecar_path(target))
    assert recipe.model is not None
    assert recipe.model.sha256 == foreign_sha256(model)
    assert entry.path is not None
    again = colorize_photo(
        read_photo(entry.path),
        open_colorizer(model, "cpu", shelf=shelf),
        guidance=recipe.guidance,
        adjustments=recipe.adjustments,
    )
    np.testing.assert_array_equal(again.recomposition().image(recipe.adjustments, depth=8), saved[..., ::-1])

    while entry.undo_stack.canUndo():
        window.window_actions.undo.trigger()
    assert entry.adjustments == Adjustments()
    np.testing.assert_array_equal(seen(qtbot, window, entry), first)


def test_own_colours_alone_need_no_answer_of_the_network(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    for point in (ColourPoint(0.25, 0.5, RED), ColourPoint(0.8, 0.5, (0.0, 0.0))):
        window.workspace.pointing.put(point)
        window.workspace.pointing.end_gesture()
        seen(qtbot, window, entry)
    window.panel.points.alone_box.setChecked(True)
    alone = seen(qtbot, window, entry)
    assert entry.candidate == ONLY_MINE
    np.testing.assert_allclose(chroma(alone, 0.25, 0.5), RED, atol=4)
    assert abs(chroma(alone, 0.8, 0.5)).max() < 2  # nothing is guessed


def test_confidence_is_shown_where_there_is_a_distribution_and_a_sentence_elsewhere(
    window: MainWindow, entry: Entry, family: str
) -> None:
    window.window_actions.confidence.trigger()
    assert entry.prediction is not None
    has_one = family == "Zhang et al., distribution"
    assert (entry.prediction.confidence is not None) is has_one
    said = window.viewer.comparison.colorized_pane.title == "This model does not say where it guesses"
    assert said is not has_one
