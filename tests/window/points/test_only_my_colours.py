"""Only my colours: nothing is guessed, in the window, in the saved file, and when it is replayed."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.prediction.prediction import ONLY_MINE
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def entry(entry_with_tool: Entry) -> Entry:
    return entry_with_tool


def is_as_wanted(entry: Entry) -> bool:
    prediction = entry.prediction
    return prediction is not None and prediction.is_as_wanted(entry.guidance, entry.candidate)


def stroke(window: MainWindow) -> None:
    pane, plane = window.viewer.comparison.colorized_pane, window.panel.points.chooser.plane
    QTest.mouseClick(plane, LEFT, pos=plane.place_of((-25.0, 20.0)).toPoint())
    photo = pane.photo_rect
    places = [
        QPointF(photo.x() + x * photo.width(), photo.y() + 0.8 * photo.height()).toPoint()
        for x in (0.3, 0.4, 0.6)
    ]
    QTest.mousePress(pane, LEFT, pos=places[0])
    for place in places:
        QTest.mouseMove(pane, place)
    QTest.mouseRelease(pane, LEFT, pos=places[-1])


def test_only_my_colours_and_back_by_undo(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    box = window.panel.points.alone_box
    before = entry.prediction
    assert before is not None
    QTest.mouseClick(box, LEFT, pos=box.rect().center() - box.rect().center() / 1.2)
    assert box.isChecked()
    qtbot.waitUntil(lambda: is_as_wanted(entry))
    assert entry.prediction is not None
    assert not entry.prediction.ab.any()
    stroke(window)
    qtbot.waitUntil(lambda: is_as_wanted(entry))
    assert entry.prediction.ab[..., 0].max() < -10
    assert entry.undo_stack.count() == 2
    assert [entry.undo_stack.text(index) for index in (0, 1)] == ["Guess No Colours", "Colour Stroke"]
    assert "predicted" in window.panel.notes.buttons
    assert not window.panel.points.chooser.reach.isEnabled()
    window.window_actions.undo.trigger()
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: is_as_wanted(entry))
    assert not box.isChecked()
    assert entry.prediction is before


def test_it_is_saved_as_what_it_is_and_made_again(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer, tmp_path: Path
) -> None:
    window.panel.points.alone_box.setChecked(True)
    stroke(window)
    qtbot.waitUntil(lambda: is_as_wanted(entry))
    assert entry.prediction is not None
    ab, asked = entry.prediction.ab, len(colorizer.guidances)
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.workspace.save(entry, tmp_path / "out.png")
    photo = read_photo(tmp_path / "out.png")
    recipe = stored_recipe(photo)
    assert recipe is not None
    assert (recipe.candidate, recipe.model) == (ONLY_MINE, None)
    assert photo.metadata.xmp is not None
    assert b"algorithmicallyEnhanced" in photo.metadata.xmp
    assert b"compositeWithTrainedAlgorithmicMedia" not in photo.metadata.xmp
    session = window.workspace.session
    session.remove(entry)
    window.open_paths([tmp_path / "out.png"])
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    again = session.current
    assert again is not None
    assert again.prediction is not None
    assert np.array_equal(again.prediction.ab, ab)
    assert window.panel.points.alone_box.isChecked()
    assert len(colorizer.guidances) == asked, "the network is not asked"
