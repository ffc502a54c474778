"""Other colours side by side: all zoom together, one is taken by click, number or Enter, Esc goes back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.compare.candidate_grid import CandidatePane
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
GREEN = (-45.0, 35.0)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A red photo, of which six colorizations are shown side by side, the last of them green."""
    colorizer.ab, colorizer.plausible = (50.0, 30.0), [(50.0, 30.0), (0.0, -40.0), (-40.0, 40.0)]
    closer = FakeColorizer()
    closer.ab = GREEN
    colorizer.closer = lambda: closer  # type: ignore[attr-defined]
    window.open_paths([make_photo(width=480, height=360)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    QTest.keyClick(window, Qt.Key.Key_C, SHIFT)
    qtbot.waitUntil(lambda: len(panes(window)) > 0)
    made = session.current
    assert made is not None
    return made


def panes(window: MainWindow) -> list[CandidatePane]:
    return window.viewer.candidate_grid.panes


def focused(window: MainWindow) -> QWidget:
    """Where the keys go."""
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.window() is window
    return widget


def are_large(window: MainWindow) -> bool:
    """Whether they are more than the small pictures that are there at once."""
    return all(pane.image is not None and pane.image.width() > 256 for pane in panes(window))


def is_green(pane: CandidatePane) -> bool:
    assert pane.image is not None
    color = pane.image.pixelColor(pane.image.width() // 2, pane.image.height() // 2)
    return color.green() > color.red()


def test_all_are_shown_as_large_as_they_are_seen(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    shown = panes(window)
    assert all(pane.isVisible() for pane in shown)
    assert shown[0].title.endswith("✓"), "the photo has the first ones"
    window.window_actions.actual_size.trigger()
    qtbot.waitUntil(lambda: are_large(window))
    assert [is_green(pane) for pane in shown][-1]
    assert not is_green(shown[0])
    places = {(pane.x(), pane.y()) for pane in shown}
    assert len({x for x, _ in places}) > 1
    assert len({y for _, y in places}) > 1, "rows and columns"
    assert window.viewer.comparison.isHidden() or not window.viewer.comparison.isVisible()


def test_the_wheel_over_one_zooms_all_and_a_drag_takes_none(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    before = [pane.photo_rect.width() for pane in panes(window)]
    pane = panes(window)[1]
    place = QPointF(pane.rect().center())
    turn = QWheelEvent(
        place,
        QPointF(pane.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 960),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane, turn)
    after = [pane.photo_rect.width() for pane in panes(window)]
    assert all(new > 1.5 * old for new, old in zip(after, before, strict=True))
    left = panes(window)[-1].photo_rect.left()
    middle = pane.rect().center()
    QTest.mousePress(pane, LEFT, pos=middle)
    QTest.mouseMove(pane, middle + QPoint(40, 0))
    QTest.mouseRelease(pane, LEFT, pos=middle + QPoint(40, 0))
    qtbot.waitUntil(lambda: panes(window)[-1].photo_rect.left() != left)
    assert entry.undo_stack.count() == 0


@pytest.mark.parametrize("way", ["click", "number", "enter"])
def test_one_is_taken_and_undone(qtbot: QtBot, window: MainWindow, entry: Entry, way: str) -> None:
    shown = panes(window)
    last = shown[-1]
    if way == "click":
        QTest.mouseClick(last, LEFT, pos=last.rect().center())
    elif way == "number":
        QTest.keyClick(focused(window), Qt.Key(Qt.Key.Key_0 + len(shown)))
    else:
        for _ in shown[1:]:
            QTest.keyClick(focused(window), Qt.Key.Key_Tab)
        assert last.hasFocus()
        QTest.keyClick(last, Qt.Key.Key_Return)
    assert entry.prediction is not None
    assert entry.prediction.candidate == "fine"
    assert panes(window) == []
    assert window.viewer.comparison.isVisible()
    assert window.candidate_bar.isVisible(), "the row stays until it is closed"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry.prediction.candidate == "predicted"


def test_escape_goes_back_by_one_step_at_a_time(window: MainWindow, entry: Entry) -> None:
    QTest.keyClick(focused(window), Qt.Key.Key_Escape)
    assert panes(window) == []
    assert window.candidate_bar.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.candidate_bar.isVisible()
    assert entry.undo_stack.count() == 0


def test_a_slider_changes_all_of_them(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    window.window_actions.actual_size.trigger()
    qtbot.waitUntil(lambda: are_large(window))
    window.workspace.adjusting.apply(Adjustments(saturation=0.0))

    def is_gray(pane: CandidatePane) -> bool:
        assert pane.image is not None
        color = pane.image.pixelColor(pane.image.width() // 2, pane.image.height() // 2)
        return color.saturation() < 8

    qtbot.waitUntil(lambda: all(map(is_gray, panes(window))))


def test_another_photo_closes_them(
    qtbot: QtBot, window: MainWindow, entry: Entry, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo("b.png")])
    qtbot.waitUntil(lambda: window.workspace.session.current is not entry)
    assert panes(window) == []
    assert not window.window_actions.candidates_large.isChecked()
