"""A photo that is in colour keeps its colours, cleaned of noise: live, undoable, saved, and made again."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import FIRST_READING, OWN_COLOURS
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.window.main_window import MainWindow
from tests.support.guards.patient_bot import can_be_clicked
from tests.support.window.fixtures import PhotoMaker

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def coloured(tmp_path: Path) -> Path:
    """Four colours side by side, with noise."""
    pixels = np.full((96, 128, 3), (200, 120, 60), dtype=np.float64)
    pixels[:, :32], pixels[:, 96:] = (190, 50, 60), (70, 150, 60)
    pixels[:48, 32:96] = 60, 90, 180
    pixels += np.random.default_rng(0).normal(0, 9, pixels.shape)
    path = tmp_path / "coloured.png"
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path)
    return path


def reached(qtbot: QtBot, entry: Entry, state: EntryState = EntryState.DONE) -> None:
    qtbot.waitUntil(lambda: entry.state is state and entry.photo is not None)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, coloured: Path) -> Entry:
    """A photo in colour about which it was decided that it keeps its colours."""
    window.open_paths([coloured])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.IN_COLOUR)
    entry = session.current
    assert entry is not None
    click(qtbot, lambda: window.viewer.message_bar.answer_buttons, "own")
    reached(qtbot, entry)
    return entry


def click(qtbot: QtBot, buttons: Callable[[], dict[str, QToolButton]], key: str) -> None:
    """Click a button by its key, once it has its place."""
    qtbot.waitUntil(lambda: key in buttons() and can_be_clicked(buttons()[key]))
    QTest.mouseClick(buttons()[key], LEFT)


def pixels_of(path: Path) -> npt.NDArray[np.float32]:
    return np.asarray(Image.open(path).convert("RGB"), dtype=np.float32)


def saved(qtbot: QtBot, window: MainWindow, entry: Entry, target: Path) -> npt.NDArray[np.float32]:
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.workspace.save(entry, target)
    return pixels_of(target)


def shown(window: MainWindow) -> set[str]:
    """Which rows are there that only one kind of colour has a use for."""
    names = ("vividness", "edge_cleanup", "colour_noise")
    return {name for name in names if not window.panel.rows[name].isHidden()}


def noise_of(image: QImage | None) -> float:
    """How much red and green differ from place to place within the blue."""
    if image is None:
        return 0.0
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height = plain.width(), plain.height()
    pixels = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(height, -1)[:, : 3 * width]
    colours = pixels.reshape(height, width, 3).astype(np.float32)
    blue = colours[height // 12 : 5 * height // 12, 11 * width // 32 : 21 * width // 32]
    return float((blue[..., 0] - blue[..., 1]).std())


def texts(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.panel.notes.findChildren(QLabel) if label.isVisible())


def test_one_step_of_undo_there_and_back(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    assert entry.candidate == OWN_COLOURS
    assert entry.prediction is not None
    assert entry.prediction.candidate == OWN_COLOURS
    assert entry.undo_stack.count() == 1
    assert entry.adjustments.colour_noise == 1
    qtbot.waitUntil(lambda: "keeps its own colours" in texts(window))
    rows = window.panel.rows
    assert "specks" in rows["colour_noise"].slider.toolTip()
    assert shown(window) == {"colour_noise"}
    assert window.panel.sections["repair"].opened
    window.window_actions.undo.trigger()
    reached(qtbot, entry, EntryState.IN_COLOUR)
    assert (entry.candidate, entry.adjustments) == (FIRST_READING, Adjustments())
    assert shown(window) == {"vividness", "edge_cleanup"}
    assert window.viewer.message_bar.answer_buttons
    window.window_actions.redo.trigger()
    reached(qtbot, entry)
    assert entry.candidate == OWN_COLOURS


def test_the_slider_is_live_and_what_is_shown_is_saved(
    qtbot: QtBot, window: MainWindow, entry: Entry, coloured: Path, tmp_path: Path
) -> None:
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: 0 < noise_of(pane.image) < 5)
    window.panel.rows["colour_noise"].spin_box.setValue(0)
    qtbot.waitUntil(lambda: noise_of(pane.image) > 8)
    source = pixels_of(coloured)
    assert np.abs(saved(qtbot, window, entry, tmp_path / "as it was.png") - source).max() <= 1
    window.panel.rows["colour_noise"].spin_box.setValue(100)
    cleaned = saved(qtbot, window, entry, tmp_path / "cleaned.png")
    before, after = (rgb_to_lab(each / np.float32(255)) for each in (source, cleaned))
    assert np.abs(after[..., 0] - before[..., 0]).max() < 0.6
    place = np.s_[8:40, 44:84, 1:]
    assert after[place].std(axis=(0, 1)).max() < 0.4 * before[place].std(axis=(0, 1)).min()
    recipe = stored_recipe(read_photo(tmp_path / "cleaned.png"))
    assert recipe is not None
    assert (recipe.candidate, recipe.model) == (OWN_COLOURS, None)
    assert pixels_of(coloured) is not None
    np.testing.assert_array_equal(pixels_of(coloured), source)


def test_a_result_goes_on_where_it_ended(
    qtbot: QtBot, window: MainWindow, entry: Entry, tmp_path: Path
) -> None:
    window.panel.rows["saturation"].spin_box.setValue(130)
    made = saved(qtbot, window, entry, tmp_path / "out.png")
    session = window.workspace.session
    session.remove(entry)
    window.open_paths([tmp_path / "out.png"])
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    again = session.current
    assert again is not None
    assert (again.name, again.candidate) == ("coloured.png", OWN_COLOURS)
    np.testing.assert_array_equal(saved(qtbot, window, again, tmp_path / "again.png"), made)


def test_points_go_on_top(qtbot: QtBot, window: MainWindow, entry: Entry, tmp_path: Path) -> None:
    before = saved(qtbot, window, entry, tmp_path / "before.png")
    point = ColourPoint(0.5, 0.25, (-30.0, -5.0))
    window.workspace.pointing.put(point)
    qtbot.waitUntil(lambda: entry.prediction is not None and not entry.prediction.is_sketch)
    qtbot.waitUntil(
        lambda: (
            entry.prediction is not None
            and entry.prediction.is_as_wanted(entry.guidance, OWN_COLOURS)
            and entry.prediction.automatic is not None
        )
    )
    after = saved(qtbot, window, entry, tmp_path / "after.png")
    lab = rgb_to_lab(after / np.float32(255))
    assert np.hypot(*(lab[20:28, 60:68, 1:].mean((0, 1)) - point.ab)) < 6
    far = np.s_[:, :16]
    assert np.abs(after[far] - before[far]).mean() < 3, "the red stays"


def test_the_predicted_colours_and_back(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    click(qtbot, lambda: window.panel.notes.buttons, "predicted")
    qtbot.waitUntil(lambda: entry.prediction is not None and entry.prediction.candidate == FIRST_READING)
    qtbot.waitUntil(lambda: "only its lightness" in texts(window))
    click(qtbot, lambda: window.panel.notes.buttons, "own")
    reached(qtbot, entry)
    qtbot.waitUntil(lambda: entry.prediction is not None and entry.prediction.candidate == OWN_COLOURS)
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: entry.prediction is not None and entry.prediction.candidate == FIRST_READING)


def test_setting_sliders_back_keeps_the_colours(window: MainWindow, entry: Entry) -> None:
    window.window_actions.reset.trigger()
    assert entry.candidate == OWN_COLOURS
    assert entry.adjustments == Adjustments()
    window.window_actions.undo.trigger()
    assert entry.adjustments.colour_noise == 1


def test_other_photos_are_asked_for_nothing_of_it(
    qtbot: QtBot, window: MainWindow, entry: Entry, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo()])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [each.state for each in session][1:] == [EntryState.DONE])
    session.select([*session][-1])
    assert shown(window) == {"vividness", "edge_cleanup"}
    session.select(entry)
    assert shown(window) == {"colour_noise"}
    assert not window.panel.reference.isEnabled()


def test_a_preset_leaves_the_noise_cleaned(window: MainWindow, entry: Entry) -> None:
    window.panel.presets.preset_requested.emit(Adjustments(saturation=1.3))
    assert entry.adjustments == Adjustments(saturation=1.3, colour_noise=1.0)
    assert window.workspace.adjusting.apply_to([entry], Adjustments(warmth=0.2)) == 1
    assert entry.adjustments == Adjustments(warmth=0.2, colour_noise=1.0)
    assert window.workspace.adjusting.apply_to([entry], Adjustments(warmth=0.2)) == 0


def test_nothing_is_said_to_be_a_guess(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    window.window_actions.confidence.trigger()
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: pane.title == "None of these colours is a guess")
