"""Undo in the review takes back the decision that was made last, and goes to the photos that it was about."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.rendering.adjustments import Adjustments, restrained
from colorizer_gui.widgets.review.bar import ReviewCommand
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.review_bench import ReviewBench
from tests.support.window.fixtures import PhotoMaker

OPEN, ACCEPTED, KEPT = JobState.TO_REVIEW, JobState.ACCEPTED, JobState.SKIPPED


def press(reviewing: ReviewBench, keys: str) -> None:
    for key in keys:
        focus = reviewing.view.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key)


def press_ctrl_z(reviewing: ReviewBench) -> None:
    focus = reviewing.view.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("undo", [lambda reviewing: press(reviewing, "u"), press_ctrl_z])
def test_the_last_decision_is_taken_back_and_its_photo_is_chosen(
    reviewing: ReviewBench, undo: Callable[[ReviewBench], None]
) -> None:
    reviewing.fill(4)
    sheet = reviewing.view.sheet
    press(reviewing, "ab")
    assert reviewing.states() == [ACCEPTED, KEPT, OPEN, OPEN]
    assert sheet.current == 3
    undo(reviewing)
    assert reviewing.states() == [ACCEPTED, OPEN, OPEN, OPEN]
    assert (sheet.current, sheet.chosen) == (2, [2])
    undo(reviewing)
    assert reviewing.states() == [OPEN] * 4
    assert (sheet.current, sheet.chosen) == (1, [1])


def test_a_button_takes_back_what_was_decided_for_many_at_once(reviewing: ReviewBench) -> None:
    reviewing.fill(4)
    view = reviewing.view
    press(reviewing, "b")
    QTest.mouseClick(view.rest_button, Qt.MouseButton.LeftButton)
    assert reviewing.states() == [KEPT, ACCEPTED, ACCEPTED, ACCEPTED]
    QTest.mouseClick(view.bar.buttons[ReviewCommand.UNDO], Qt.MouseButton.LeftButton)
    assert reviewing.states() == [KEPT, OPEN, OPEN, OPEN]
    assert view.sheet.chosen == [2, 3, 4]


def test_what_changed_nothing_is_no_step(reviewing: ReviewBench) -> None:
    reviewing.fill(2)
    press(reviewing, "r")
    QTest.keyClick(reviewing.view.sheet, Qt.Key.Key_Right)
    press(reviewing, "aaa")  # accepted already: the second and the third say nothing new
    press(reviewing, "u")
    assert reviewing.states() == [OPEN, OPEN]
    assert reviewing.view.sheet.current == 2
    press(reviewing, "u")
    assert reviewing.bench.queue.job(1).request.recipe.adjustments == Adjustments()
    assert reviewing.view.sheet.current == 1


def test_large_it_goes_to_the_photo_too(reviewing: ReviewBench) -> None:
    reviewing.fill(3)
    view = reviewing.view
    QTest.keyClick(view.sheet, Qt.Key.Key_Space)
    press(reviewing, "a")
    assert view.counts_label.text() == "scan 1.png · To review"
    press_ctrl_z(reviewing)
    assert view.shows_large
    assert view.counts_label.text() == "scan 0.png · To review"


def test_a_gesture_that_something_interrupts_is_two_steps(reviewing: ReviewBench) -> None:
    reviewing.fill(1)
    view = reviewing.view

    def job() -> Adjustments:
        return reviewing.bench.queue.job(1).request.recipe.adjustments

    press(reviewing, "x")
    slider = view.settings.rows["saturation"].slider
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    first = job()
    QTest.mouseClick(view.bar.buttons[ReviewCommand.RESTRAIN], Qt.MouseButton.LeftButton)
    second = job()
    assert second == restrained(first)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    seen = []
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append(job())
    assert seen == [second, first, Adjustments()]


def test_reading_as_a_negative_is_taken_back_by_the_network(reviewing: ReviewBench) -> None:
    reviewing.fill(2)
    press(reviewing, "x")
    QTest.mouseClick(reviewing.view.settings.negative, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    reviewing.view.close_settings()
    press(reviewing, "u")
    assert reviewing.states() == [JobState.QUEUED, OPEN], "it is on its way, and is not lost"
    reviewing.run()
    press(reviewing, "u")
    assert not reviewing.bench.queue.job(1).request.recipe.reading.negative
    assert (reviewing.states(), reviewing.runs) == ([JobState.QUEUED, OPEN], 2)
    reviewing.run()
    assert reviewing.states() == [OPEN, OPEN]


def test_what_is_written_is_not_taken_back_but_what_came_before_is(reviewing: ReviewBench) -> None:
    reviewing.fill(3)
    press(reviewing, "ba")
    QTest.mouseClick(reviewing.view.export_button, Qt.MouseButton.LeftButton)
    press(reviewing, "u")
    assert reviewing.states()[0] is OPEN
    assert reviewing.view.sheet.current == 1
    reviewing.run()
    assert reviewing.states() == [OPEN, JobState.DONE, OPEN]


def test_a_decision_of_an_earlier_start_is_taken_back_at_the_photo_itself(reviewing: ReviewBench) -> None:
    reviewing.fill(2)
    press(reviewing, "a")
    queue = reviewing.bench.queue
    reviewing.controller.show_queue(None)
    reviewing.controller.show_queue(queue)
    reviewing.view.sheet.choose(1)
    press(reviewing, "u")
    assert reviewing.states() == [OPEN, OPEN]


def test_in_the_window_ctrl_z_is_for_the_review_while_that_is_shown(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo("open.png")])
    session, batch, page = window.workspace.session, window.workspace.batch, window.batch_page
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    window.workspace.adjusting.apply(Adjustments(warmth=0.5))
    folder = make_photo("a.png").parent / "box"
    folder.mkdir()
    for name in ("a.png", "b.png"):
        make_photo(name).rename(folder / name)
    window.page_switch.enter()
    batch.list.add([folder])
    qtbot.waitUntil(page.start_button.isEnabled)
    QTest.mouseClick(page.options.review_box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    QTest.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.message_bar.text.startswith("The photos are colorized."))
    QTest.mouseClick(page.message_bar.action_button, Qt.MouseButton.LeftButton)
    sheet = page.review.sheet
    qtbot.waitUntil(sheet.hasFocus)
    QTest.keyClicks(sheet, "a")
    assert sheet.current == 2
    QTest.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [job.state for job in batch.list.jobs] == [OPEN, OPEN]
    assert sheet.current == 1
    assert [entry.adjustments.warmth for entry in session] == [0.5], "the photo is not shown"
