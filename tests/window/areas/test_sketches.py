"""A colour point is seen before the network has answered, and the network's answer follows."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

BLUE = (0.0, -50.0)
RED = (50.0, 30.0)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    window.open_paths([make_photo(width=400, height=300)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
    return session.current


def prediction_of(entry: Entry) -> Prediction:
    assert entry.prediction is not None
    return entry.prediction


def colour_at(entry: Entry, x: float, y: float) -> list[float]:
    ab = prediction_of(entry).ab
    return [round(float(value), 2) for value in ab[cell_at(ab.shape, x, y)]]


def test_a_point_is_seen_while_the_network_is_still_busy(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    colorizer.gate.clear()
    window.workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    qtbot.waitUntil(lambda: prediction_of(entry).is_sketch and window.workspace.previewing.is_settled)
    assert colour_at(entry, 0.5, 0.5) == list(BLUE)
    assert window.workspace.colorization.is_busy_with_shown
    colorizer.gate.set()
    qtbot.waitUntil(lambda: prediction_of(entry).is_as_wanted(entry.guidance, entry.candidate))
    assert colour_at(entry, 0.5, 0.5) == list(BLUE)


def test_an_answer_to_older_points_is_no_step_back(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    colorizer.gate.clear()
    colorizer.entered.clear()
    window.workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    assert colorizer.entered.wait(300)
    window.workspace.pointing.recolour(0, RED)
    qtbot.waitUntil(lambda: colour_at(entry, 0.5, 0.5) == list(RED))
    seen: list[list[float]] = []
    window.workspace.previewing.colorized_drawn.connect(lambda _: seen.append(colour_at(entry, 0.5, 0.5)))
    colorizer.gate.set()
    qtbot.waitUntil(lambda: prediction_of(entry).is_as_wanted(entry.guidance, entry.candidate))
    qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
    assert all(colour == list(RED) for colour in seen)


def test_undo_of_the_first_point_brings_the_first_colour_back_without_the_network(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    first = prediction_of(entry).ab
    window.workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    window.workspace.pointing.end_gesture()
    qtbot.waitUntil(lambda: prediction_of(entry).is_as_wanted(entry.guidance, entry.candidate))
    colorizer.gate.clear()
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: prediction_of(entry).is_as_wanted(entry.guidance, entry.candidate))
    np.testing.assert_array_equal(prediction_of(entry).ab, first)


def test_reach_is_not_asked_of_the_network(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    window.workspace.pointing.put(ColourPoint(0.5, 0.5, BLUE))
    qtbot.waitUntil(lambda: prediction_of(entry).is_as_wanted(entry.guidance, entry.candidate))
    asked = len(colorizer.guidances)
    for reach in (0.2, 0.5, 0.9):
        window.workspace.pointing.set_reach(0, reach)
    qtbot.waitUntil(lambda: prediction_of(entry).is_as_wanted(entry.guidance, entry.candidate))
    assert len(colorizer.guidances) == asked
