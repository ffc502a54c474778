"""Esc ends what is in front and nothing else, and photos that were stopped say how to go on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.prediction.prediction import same_guidance
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
STOPPED, DONE = EntryState.STOPPED, EntryState.DONE


@pytest.fixture
def three(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> list[Path]:
    """Three photos, of which the first is with the network and the others wait."""
    colorizer.gate.clear()
    paths = [make_photo(f"{name}.png") for name in "abc"]
    window.open_paths(list(paths))
    qtbot.waitUntil(
        lambda: colorizer.entered.is_set() and len(window.workspace.colorization._queue.waiting) == 2
    )
    return paths


def states(window: MainWindow) -> list[EntryState]:
    return [entry.state for entry in window.workspace.session]


@pytest.mark.parametrize("where", ["window", "strip", "pane", "field"])
def test_esc_stops_the_photo_that_is_shown_and_the_others_go_on(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, three: list[Path], where: str
) -> None:
    widgets: dict[str, QWidget] = {
        "window": window,
        "strip": window.film_strip,
        "pane": window.viewer.comparison.original_pane,
        "field": window.panel.rows["warmth"].spin_box,
    }
    QTest.keyClick(widgets[where], Qt.Key.Key_Escape)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window) == [STOPPED, DONE, DONE])


def test_esc_while_another_photo_is_worked_on_stops_nothing(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo("a.png")])
    qtbot.waitUntil(lambda: states(window) == [DONE])
    colorizer.gate.clear()
    colorizer.entered.clear()
    window.open_paths([make_photo("b.png"), make_photo("c.png")])
    qtbot.waitUntil(colorizer.entered.is_set)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window) == [DONE] * 3)


def test_esc_ends_a_tool_before_the_work(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo("a.png")])
    qtbot.waitUntil(lambda: states(window) == [DONE])
    QTest.keyClick(window, Qt.Key.Key_P)
    assert window.window_actions.points.isChecked()
    colorizer.gate.clear()
    colorizer.entered.clear()
    window.workspace.colorization.colorize(next(iter(window.workspace.session)))
    qtbot.waitUntil(colorizer.entered.is_set)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.window_actions.points.isChecked()
    assert not window.workspace.colorization._queue.requests[0].token.cancelled
    QTest.keyClick(window, Qt.Key.Key_Escape)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window) == [STOPPED])


def test_esc_closes_the_row_of_other_colours_and_leaves_the_full_screen_last(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo("a.png")])
    qtbot.waitUntil(lambda: states(window) == [DONE])
    QTest.keyClick(window, Qt.Key.Key_F11)
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: bool(window.candidate_bar.buttons))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.candidate_bar.isVisible()
    assert window.window_actions.full_screen.isChecked()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.window_actions.full_screen.isChecked()


def test_stopped_photos_say_so_and_all_go_on_by_one_button(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, three: list[Path]
) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape, SHIFT)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window) == [STOPPED] * 3)
    bar = window.viewer.message_bar
    assert bar.text == "This photo was stopped before it had colour."
    assert [button.text() for button in bar.answer_buttons.values()] == ["Colorize", "Go On with the Rest"]
    QTest.mouseClick(bar.answer_buttons["rest"], LEFT)
    qtbot.waitUntil(lambda: states(window) == [DONE] * 3)
    assert bar.text == ""
    assert not window.panel.notes.isVisible()


def test_each_stopped_photo_can_be_colorized_alone(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, three: list[Path]
) -> None:
    QTest.mouseClick(window.viewer.activity_bar.cancel_button, LEFT)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window) == [STOPPED] * 3)
    bar, notes = window.viewer.message_bar, window.panel.notes
    QTest.mouseClick(bar.dismiss_button, LEFT)
    assert set(notes.buttons) == {"colorize", "rest"}, "who dismissed the question finds it in the panel"
    QTest.mouseClick(notes.buttons["colorize"], LEFT)
    qtbot.waitUntil(lambda: states(window) == [DONE, STOPPED, STOPPED])
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    QTest.mouseClick(bar.answer_buttons["colorize"], LEFT)
    qtbot.waitUntil(lambda: states(window) == [DONE, DONE, STOPPED])
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert set(bar.answer_buttons) == {"colorize"}, "there is no rest"
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert bar.text == ""


def test_what_was_stopped_can_be_asked_for_again_at_once(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.gate.clear()
    window.open_paths([make_photo("a.png")])
    qtbot.waitUntil(colorizer.entered.is_set)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.workspace.colorization.colorize(next(iter(window.workspace.session)))
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window) == [DONE])


def test_a_save_that_was_stopped_is_told(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo("a.png")])
    qtbot.waitUntil(lambda: states(window) == [DONE])
    other = make_photo("b.png")
    colorizer.gate.clear()
    colorizer.entered.clear()
    window.open_paths([other])
    qtbot.waitUntil(colorizer.entered.is_set)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.viewer.message_bar.text == "“a.png” was not saved: it was stopped."
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window) == [DONE, DONE])
    assert not list(other.parent.glob("*-colorized*"))


def test_nothing_stops_a_colour_that_follows_a_point(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, colorizer: FakeColorizer
) -> None:
    """Otherwise the photo would show what the point is guessed to mean, and be saved in another colour."""
    window.open_paths([make_photo("a.png", 320, 240)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    entry = session.current
    assert entry is not None
    colorizer.gate.clear()
    window.workspace.pointing.put(ColourPoint(0.5, 0.5, (40.0, 10.0)))
    bar = window.viewer.activity_bar
    qtbot.waitUntil(bar.isVisible)
    assert not bar.cancel_button.isVisible()
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(window, Qt.Key.Key_Escape, modifier)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: entry.prediction is not None and not entry.prediction.is_sketch)
    qtbot.waitUntil(bar.isHidden)
    assert entry.prediction is not None
    assert same_guidance(entry.prediction.guidance, entry.guidance)
    assert entry.state is EntryState.DONE
