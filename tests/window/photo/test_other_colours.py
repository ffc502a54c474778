"""That other colours were taken is said as long as it is so, and Reset Colour takes the predicted ones."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import FIRST_READING
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

OTHER = (-25.0, 35.0)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A photo in other colours than the predicted ones, with the row of colours closed again."""
    closer = FakeColorizer()
    closer.ab = OTHER
    colorizer.closer = lambda: closer  # type: ignore[attr-defined]
    window.open_paths([make_photo()])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    made = session.current
    assert made is not None
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: len(window.candidate_bar.buttons) == 2)
    QTest.mouseClick(window.candidate_bar.buttons[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_C)
    assert not window.candidate_bar.isVisible()
    assert shown(made) == OTHER
    return made


def shown(entry: Entry) -> tuple[float, float]:
    assert entry.prediction is not None
    a, b = entry.prediction.ab[0, 0]
    return float(a), float(b)


def notes(window: MainWindow) -> list[str]:
    return [button.accessibleDescription() for button in window.panel.notes.buttons.values()]


def test_after_the_row_is_closed_the_panel_says_which_colours_are_in_use(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    assert notes(window) == ["Other colours are in use: Finer detail."]
    button = window.panel.notes.buttons["predicted"]
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(entry) == colorizer.ab)
    assert notes(window) == []
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert shown(entry) == OTHER
    assert notes(window) == ["Other colours are in use: Finer detail."]


@pytest.mark.parametrize("redo", [(Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_Y, CONTROL)])
def test_reset_colour_takes_the_predicted_ones_as_one_step(
    qtbot: QtBot,
    window: MainWindow,
    entry: Entry,
    colorizer: FakeColorizer,
    redo: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    """Both keys that systems have for redo are good on each of them."""
    slider = window.panel.rows["warmth"].slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 12, slider.height() // 2))
    assert entry.adjustments != Adjustments()
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(lambda: shown(entry) == colorizer.ab)
    assert (entry.adjustments, entry.candidate) == (Adjustments(), FIRST_READING)
    assert not window.window_actions.reset.isEnabled()
    assert notes(window) == []
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert shown(entry) == OTHER
    assert entry.adjustments != Adjustments()
    QTest.keyClick(window, *redo)
    qtbot.waitUntil(lambda: shown(entry) == colorizer.ab)


def test_with_other_colours_alone_there_is_something_to_reset(window: MainWindow, entry: Entry) -> None:
    assert entry.adjustments == Adjustments()
    assert window.window_actions.reset.isEnabled()


def test_what_is_saved_right_after_a_reset_is_reset(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    colorizer.gate.clear()
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    assert shown(entry) == OTHER, "until the predicted ones are there"
    with qtbot.waitSignal(window.workspace.colorization.saved) as saved:
        QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
        colorizer.gate.set()
    assert saved.args is not None
    recipe = stored_recipe(read_photo(saved.args[1]))
    assert recipe is not None
    assert recipe.candidate == FIRST_READING
    assert window.workspace.unsaved == []


def test_other_colours_taken_while_a_save_runs_are_not_called_saved(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: entry.state is EntryState.SAVED)
    assert window.workspace.unsaved == []
    colorizer.gate.clear()
    QTest.keyClick(window, Qt.Key.Key_R, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    with qtbot.waitSignal(window.workspace.colorization.saved):
        colorizer.gate.set()
    assert shown(entry) == OTHER
    assert entry.candidate != FIRST_READING
