"""Decisions by keys: accepted, kept, taken back, for one photo and for several."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.core.batch import KEPT_GRAY, JobState
from colorizer_gui.core.rendering.adjustments import Adjustments, restrained
from colorizer_gui.widgets.review.bar import ReviewCommand
from colorizer_gui.widgets.review.words import Decision
from tests.support.batch.review_bench import ReviewBench
from tests.support.batch.reviewing import adjustments, current, key, press


def test_accept_and_keep_black_and_white(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(4)
    assert current(reviewing) == 1
    press(qtbot, reviewing, "a")
    assert current(reviewing) == 2, "the next one that is not decided"
    press(qtbot, reviewing, "b")
    key(qtbot, reviewing, Qt.Key.Key_Return)
    assert reviewing.states() == [
        JobState.ACCEPTED,
        JobState.SKIPPED,
        JobState.ACCEPTED,
        JobState.TO_REVIEW,
    ]
    assert reviewing.bench.queue.job(2).message == KEPT_GRAY
    assert reviewing.view.counts_label.text() == "1 to review · 2 accepted · 1 kept black-and-white"
    assert [item.decision for item in reviewing.view.sheet.photos.items] == [
        Decision.ACCEPTED,
        Decision.KEPT_GRAY,
        Decision.ACCEPTED,
        Decision.OPEN,
    ]
    assert reviewing.bench.results() == []
    QTest.mouseClick(reviewing.view.export_button, Qt.MouseButton.LeftButton)
    assert reviewing.runs == 1
    reviewing.run()
    assert reviewing.bench.results() == ["scan 0-colorized.png", "scan 2-colorized.png"]
    assert reviewing.view.counts_label.text() == "1 to review · 1 kept black-and-white · 2 saved"


def test_arrows_move_and_letters_do_not(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(7)
    key(qtbot, reviewing, Qt.Key.Key_Right)
    key(qtbot, reviewing, Qt.Key.Key_Right)
    assert current(reviewing) == 3
    key(qtbot, reviewing, Qt.Key.Key_Left)
    assert current(reviewing) == 2
    key(qtbot, reviewing, Qt.Key.Key_Down)
    assert current(reviewing) == 5, "three to a row at this width"
    press(qtbot, reviewing, "s")
    assert current(reviewing) == 5, "no search for names that begin with s"


def test_undo_takes_decisions_back_one_by_one(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(1)
    press(qtbot, reviewing, "rab")
    assert reviewing.states() == [JobState.SKIPPED]
    press(qtbot, reviewing, "u")
    assert reviewing.states() == [JobState.ACCEPTED]
    assert adjustments(reviewing) == restrained(Adjustments())
    press(qtbot, reviewing, "u")
    assert reviewing.states() == [JobState.TO_REVIEW]
    press(qtbot, reviewing, "u")
    assert adjustments(reviewing) == Adjustments()
    press(qtbot, reviewing, "u")
    assert reviewing.states() == [JobState.TO_REVIEW]
    press(qtbot, reviewing, "ba")
    assert reviewing.states() == [JobState.ACCEPTED], "black-and-white was no last word"
    press(qtbot, reviewing, "u")
    assert reviewing.states() == [JobState.SKIPPED]


def test_several_at_once_and_all_the_rest(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(5)
    sheet = reviewing.view.sheet
    press(qtbot, reviewing, "b")
    QTest.keyClick(sheet, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.chosen == [2, 3]
    press(qtbot, reviewing, "ra")
    assert reviewing.states()[:3] == [JobState.SKIPPED, JobState.ACCEPTED, JobState.ACCEPTED]
    assert adjustments(reviewing, 2) == adjustments(reviewing, 3) == restrained(Adjustments())
    QTest.mouseClick(reviewing.view.rest_button, Qt.MouseButton.LeftButton)
    assert reviewing.states() == [JobState.SKIPPED, *[JobState.ACCEPTED] * 4]
    assert not reviewing.view.rest_button.isEnabled()
    assert reviewing.view.export_button.text() == "Save 4 Accepted"


def test_each_key_has_a_button(qtbot: QtBot, reviewing: ReviewBench) -> None:
    reviewing.fill(2)
    buttons = reviewing.view.bar.buttons
    assert set(buttons) == set(ReviewCommand)
    for command, letter in zip(ReviewCommand, ["A", "R", "V", "B", "X", "U", "Space", "E"], strict=True):
        assert f"({letter})" in buttons[command].accessibleName()
    QTest.mouseClick(buttons[ReviewCommand.RESTRAIN], Qt.MouseButton.LeftButton)
    assert adjustments(reviewing) == restrained(Adjustments())
    QTest.mouseClick(buttons[ReviewCommand.ACCEPT], Qt.MouseButton.LeftButton)
    assert reviewing.states() == [JobState.ACCEPTED, JobState.TO_REVIEW]
    assert reviewing.view.sheet.hasFocus(), "the keys still go to the photos"
