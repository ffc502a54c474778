"""Let the rest of the photo follow: a box in the panel, one step of undo, saved, taken up and made again."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.prediction.prediction import Guidance, Prediction
from colorizer_gui.core.recipe.recipe import read_sidecar, sidecar_path
from colorizer_gui.core.rendering.adjustments import Areas, Keep, Look, Protection, with_areas
from colorizer_gui.core.rendering.touches import Touch
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.points import colorized

LEFT = Qt.MouseButton.LeftButton
BLUE, GREEN = (0.0, -40.0), (-40.0, 30.0)


class Listener(FakeColorizer):
    """Turns the whole photo by what it is told."""

    takes_hints = True

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        prediction = super().predict_ab(lightness, guidance)
        if guidance is not None and len(guidance.ab):
            prediction.ab[...] += np.float32(0.5) * (guidance.ab.mean(axis=0) - prediction.ab)
        return prediction


@pytest.fixture
def colorizer() -> FakeColorizer:
    """One that draws conclusions."""
    return Listener()


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """A colorized photo with a blue point that means its spot."""
    entry = colorized(qtbot, window, make_photo)
    window.workspace.pointing.put(ColourPoint(0.2, 0.2, BLUE, reach=-1.0))
    window.workspace.pointing.end_gesture()
    settled(qtbot, entry)
    return entry


def settled(qtbot: QtBot, entry: Entry) -> FloatArray:
    """What is predicted in the end."""

    def is_wanted() -> bool:
        made = entry.prediction
        return made is not None and made.is_as_wanted(entry.guidance, entry.candidate)

    qtbot.waitUntil(is_wanted)
    assert entry.prediction is not None
    return entry.prediction.ab


def far_of(ab: FloatArray) -> FloatArray:
    """A place that no point means."""
    found: FloatArray = ab[cell_at(ab.shape, 0.8, 0.8)]
    return found


def box_of(window: MainWindow) -> QCheckBox:
    return window.panel.points.rest_box


def click(window: MainWindow) -> None:
    """Click on the little square, brought into view as a user does."""
    box = box_of(window)
    window.panel.bring_into_view("points")
    QTest.qWait(0)
    option = QStyleOptionButton()
    box.initStyleOption(option)
    square = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    QTest.mouseClick(box, LEFT, pos=QPoint(square.center()))


def test_a_click_lets_the_rest_follow_and_undo_is_one_step(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    stays = settled(qtbot, entry)
    assert not box_of(window).isChecked()
    click(window)
    assert box_of(window).isChecked()
    follows = settled(qtbot, entry)
    assert np.linalg.norm(far_of(follows) - far_of(stays)) > 15
    assert follows[cell_at(follows.shape, 0.2, 0.2)].tolist() == list(BLUE)
    assert entry.undo_stack.text(entry.undo_stack.count() - 1) == "Rest Follows"
    window.window_actions.undo.trigger()
    assert not box_of(window).isChecked()
    np.testing.assert_array_equal(settled(qtbot, entry), stays)
    window.window_actions.redo.trigger()
    assert box_of(window).isChecked()
    np.testing.assert_array_equal(settled(qtbot, entry), follows)


def test_a_key_does_it_and_its_name_says_what_it_does(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    box, steps = box_of(window), entry.undo_stack.count()
    assert box.accessibleName().startswith(box.text())
    assert box.focusPolicy() & Qt.FocusPolicy.TabFocus
    box.setFocus()
    seen = []
    for _ in range(2):
        QTest.keyClick(box, Qt.Key.Key_Space)
        seen.append(window.workspace.pointing.rest_follows)
    assert seen == [True, False]
    assert entry.undo_stack.count() == steps + 2
    settled(qtbot, entry)


def test_it_may_be_said_before_the_first_point_and_outlives_the_last(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    window.workspace.pointing.remove_all()
    first = settled(qtbot, entry)
    click(window)
    np.testing.assert_array_equal(settled(qtbot, entry), first)
    window.workspace.pointing.put(ColourPoint(0.3, 0.3, GREEN, reach=-1.0))
    assert np.linalg.norm(far_of(settled(qtbot, entry)) - far_of(first)) > 15
    window.workspace.pointing.remove_all()
    assert box_of(window).isChecked()
    np.testing.assert_array_equal(settled(qtbot, entry), first)


def test_while_the_network_thinks_nothing_jumps_back(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    click(window)
    before = settled(qtbot, entry)
    colorizer.gate.clear()
    window.workspace.pointing.put(ColourPoint(0.5, 0.3, GREEN, reach=-1.0))
    qtbot.waitUntil(lambda: entry.prediction is not None and entry.prediction.is_sketch)
    assert entry.prediction is not None
    np.testing.assert_array_equal(far_of(entry.prediction.ab), far_of(before))
    colorizer.gate.set()
    assert np.linalg.norm(far_of(settled(qtbot, entry)) - far_of(before)) > 5


def test_what_is_protected_stays_as_it_was(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    previewing, pane = window.workspace.previewing, window.viewer.comparison.colorized_pane
    touch = Touch(((0.7, 0.8), (0.9, 0.8)), (0.3, 0.3))
    kept = Protection(Keep.AS_IT_IS, (touch,), Look(entry.adjustments, entry.guidance))
    window.workspace.session.set_adjustments(entry, with_areas(entry.adjustments, Areas((), (kept,))))
    settled(qtbot, entry)
    qtbot.waitUntil(lambda: previewing.is_settled)

    def colour(x: float, y: float) -> tuple[int, ...]:
        assert pane.image is not None
        pixel = pane.image.pixelColor(int(x * pane.image.width()), int(y * pane.image.height()))
        return pixel.red(), pixel.green(), pixel.blue()

    protected, free = colour(0.8, 0.8), colour(0.8, 0.2)
    click(window)
    settled(qtbot, entry)
    qtbot.waitUntil(lambda: previewing.is_settled and colour(0.8, 0.2) != free)
    assert colour(0.8, 0.8) == protected


def test_it_is_saved_and_taken_up_again(
    qtbot: QtBot, window: MainWindow, entry: Entry, tmp_path: Path
) -> None:
    plain, told = tmp_path / "plain.png", tmp_path / "told.png"
    options = WriteOptions(sidecar=True)
    for target in (plain, told):
        if target is told:
            click(window)
            settled(qtbot, entry)
        with qtbot.waitSignal(window.workspace.colorization.saved):
            window.workspace.save(entry, target, options=options)
    ab = settled(qtbot, entry)
    assert "rest_follows" not in sidecar_path(plain).read_text(encoding="utf-8"), "earlier versions open it"
    guidance = read_sidecar(sidecar_path(told)).guidance
    assert guidance is not None
    assert guidance.rest_follows
    session = window.workspace.session
    session.remove(entry)
    window.open_paths([told])
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    np.testing.assert_array_equal(settled(qtbot, session.current), ab)
    assert box_of(window).isChecked()


def test_it_says_why_where_nothing_could_follow(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: Listener
) -> None:
    box = box_of(window)
    assert box.isEnabled()
    assert "true" in box.toolTip()
    window.panel.points.alone_box.setChecked(True)
    settled(qtbot, entry)
    assert not box.isEnabled()
    assert "No colours are guessed" in box.toolTip()
    window.window_actions.undo.trigger()
    assert box.isEnabled()
    colorizer.takes_hints = False
    window.workspace.session.entry_changed.emit(entry)
    assert not box.isEnabled()
    assert "cannot be told" in box.toolTip()
