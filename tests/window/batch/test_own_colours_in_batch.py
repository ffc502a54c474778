"""Photos in colour keep their colours in the batch where that is chosen; the others are colorized."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import FIRST_READING, OWN_COLOURS
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import write_gray


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> BatchPage:
    """A batch of one photo in colour and one without."""
    box = tmp_path / "box"
    box.mkdir()
    pixels = np.full((60, 90, 3), (200, 120, 60), dtype=np.float64)
    pixels[:, :20], pixels[:, 70:], pixels[10:50, 30:60] = (190, 50, 60), (70, 150, 60), (60, 90, 180)
    pixels += np.random.default_rng(0).normal(0, 8, pixels.shape)
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(box / "a colour.png")
    write_gray(box / "b gray.png")
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    window.workspace.batch.list.add([box])
    qtbot.waitUntil(lambda: len(window.workspace.batch.list.jobs) == 2)
    qtbot.waitUntil(window.batch_page.start_button.isEnabled)
    return window.batch_page


def blue_of(path: Path) -> npt.NDArray[np.float64]:
    with Image.open(path) as picture:
        return np.asarray(picture, dtype=np.float64)[14:46, 34:56]


def test_colours_are_kept_and_cleaned(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    batch, box = window.workspace.batch, page.options.colours_box
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    qtbot.waitUntil(lambda: all(job.request.recipe.candidate == OWN_COLOURS for job in batch.list.jobs))
    QTest.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: batch.list.counts() == {JobState.DONE: 2} and batch.run.state is RunState.IDLE)
    outputs = [job.output for job in batch.list.jobs]
    recipes = [stored_recipe(read_photo(output)) for output in outputs if output is not None]
    assert [each.candidate for each in recipes if each is not None] == [OWN_COLOURS, FIRST_READING]
    assert outputs[0] is not None
    before, after = blue_of(tmp_path / "box" / "a colour.png"), blue_of(outputs[0])
    np.testing.assert_allclose(after.mean((0, 1)), before.mean((0, 1)), atol=3)
    differences = [(each[..., 0] - each[..., 2]).std() for each in (before, after)]
    assert differences[1] < 0.5 * differences[0]
