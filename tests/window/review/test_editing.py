"""From the review into the editor, points put there, and back: the review has them, and so has the result."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.guidance.colour_points import ColourPoint, guidance_of, points_of
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.recipe_in_photo import stored_recipe
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.batch.table import JobCommand
from colorizer_gui.widgets.dialogs.question_box import QuestionBox
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.guards.patient_bot import can_be_clicked

POINT = ColourPoint(0.5, 0.5, (50.0, 30.0))
WARM = Adjustments(warmth=0.25)


def jobs(window: MainWindow) -> list[Job]:
    return list(window.workspace.batch.list.jobs)


def kept(window: MainWindow, path: Path) -> StoredPhoto | None:
    return window.workspace.work.kept.find([path]).get(path)


def first(window: MainWindow) -> Job:
    """The one of the two that is edited, wherever it stands in the list by now."""
    return next(job for job in jobs(window) if job.request.source.name == "0.png")


def wait_for(qtbot: QtBot, window: MainWindow, *states: JobState) -> None:
    run = window.workspace.batch.run
    qtbot.waitUntil(lambda: [job.state for job in jobs(window)] == list(states))
    qtbot.waitUntil(lambda: run.state is RunState.IDLE)


@pytest.fixture
def reviewed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Two photos that wait to be reviewed, in the review."""
    for number in range(2):
        make_photo(tmp_path / "box" / f"{number}.png", seed=number)
    page = window.batch_page
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    window.workspace.batch.list.add([tmp_path / "box"])
    qtbot.waitUntil(lambda: len(jobs(window)) == 2 and page.start_button.isEnabled())
    page.options.review_box.click()
    page.start_button.click()
    wait_for(qtbot, window, JobState.TO_REVIEW, JobState.TO_REVIEW)
    page.show_view(page.review)
    page.review.sheet.setFocus()
    return window


def edit_first(qtbot: QtBot, window: MainWindow) -> None:
    window.batch_page.review.sheet.choose(first(window).id)
    QTest.keyClick(window.batch_page.review.sheet, Qt.Key.Key_E)
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert not window.page_switch.is_shown


def test_points_put_in_the_editor_come_back_and_are_written(qtbot: QtBot, reviewed: MainWindow) -> None:
    window, page = reviewed, reviewed.batch_page
    edit_first(qtbot, window)
    window.workspace.pointing.put(POINT)
    window.workspace.adjusting.apply(WARM)
    bar = window.viewer.message_bar
    assert "review" in bar.text
    QTest.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    assert window.page_switch.is_shown
    assert page.is_view_shown(page.review)
    assert page.review.sheet.current == first(window).id
    assert len(window.workspace.session) == 0, "it was opened for the review alone"
    qtbot.waitUntil(lambda: points_of(first(window).request.recipe.guidance) == (POINT,))
    wait_for(qtbot, window, JobState.TO_REVIEW, JobState.TO_REVIEW)
    recipe = first(window).request.recipe
    assert points_of(recipe.guidance) == (POINT,)
    assert recipe.adjustments == WARM
    QTest.keyClick(page.review.sheet, Qt.Key.Key_A)
    page.review.export_button.click()
    qtbot.waitUntil(lambda: first(window).state is JobState.DONE)
    output = first(window).output
    assert output is not None
    written = stored_recipe(read_photo(output))
    assert written is not None
    assert points_of(written.guidance) == (POINT,)


def test_what_needs_no_network_is_there_at_once_and_a_turn_goes_there(
    qtbot: QtBot, reviewed: MainWindow
) -> None:
    window = reviewed
    edit_first(qtbot, window)
    window.workspace.adjusting.apply(WARM)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)  # another way back
    assert first(window).state is JobState.TO_REVIEW
    assert first(window).request.recipe.adjustments == WARM
    edit_first(qtbot, window)
    current = window.workspace.session.current
    assert current is not None
    assert current.adjustments == WARM
    window.workspace.treating.turn(1)
    window.page_switch.enter()
    qtbot.waitUntil(lambda: first(window).request.recipe.reading.geometry == Geometry(1))
    wait_for(qtbot, window, JobState.TO_REVIEW, JobState.TO_REVIEW)


def test_a_photo_that_is_open_anyway_stays_open(qtbot: QtBot, reviewed: MainWindow, tmp_path: Path) -> None:
    window = reviewed
    window.workspace.loading.open_paths([tmp_path / "box" / "0.png"])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    window.workspace.pointing.put(POINT)
    edit_first(qtbot, window)
    assert len(session) == 1
    window.page_switch.enter()
    qtbot.waitUntil(lambda: points_of(first(window).request.recipe.guidance) == (POINT,))
    wait_for(qtbot, window, JobState.TO_REVIEW, JobState.TO_REVIEW)
    assert len(session) == 1
    assert points_of(first(window).request.recipe.guidance) == (POINT,)


def test_work_that_was_done_before_outlives_the_review_and_is_offered(
    qtbot: QtBot, reviewed: MainWindow, tmp_path: Path
) -> None:
    window, path = reviewed, tmp_path / "box" / "0.png"
    work = StoredPhoto(path, Adjustments(saturation=0.5), guidance=guidance_of((POINT,)))
    window.workspace.work.kept.keep(work)
    edit_first(qtbot, window)
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == "You have worked on “0.png” before.")
    entry = window.workspace.session.current
    assert entry is not None
    assert entry.adjustments == Adjustments()
    window.page_switch.enter()  # nothing was done
    qtbot.waitUntil(lambda: not window.workspace.work.is_busy)
    found = kept(window, path)
    assert found is not None
    assert found.is_alike(work)
    edit_first(qtbot, window)
    qtbot.waitUntil(lambda: bar.action_button.text() == "Take That Work")
    QTest.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    entry = window.workspace.session.current
    assert entry is not None
    assert (entry.adjustments, points_of(entry.guidance)) == (work.adjustments, (POINT,))
    window.window_actions.undo.trigger()
    assert (entry.adjustments, entry.guidance) == (Adjustments(), None)
    window.window_actions.redo.trigger()
    window.page_switch.enter()
    qtbot.waitUntil(lambda: points_of(first(window).request.recipe.guidance) == (POINT,))
    wait_for(qtbot, window, JobState.TO_REVIEW, JobState.TO_REVIEW)


def test_what_is_done_for_the_review_takes_nothing_of_the_work_before(
    qtbot: QtBot, reviewed: MainWindow, tmp_path: Path
) -> None:
    window, path = reviewed, tmp_path / "box" / "0.png"
    work = StoredPhoto(path, Adjustments(saturation=0.5), guidance=guidance_of((POINT,)))
    window.workspace.work.kept.keep(work)
    edit_first(qtbot, window)
    slider = window.panel.rows["warmth"].slider
    place = QPoint(slider.width() - 12, slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place - QPoint(20, 0))
    edited = window.workspace.session.current
    assert edited is not None
    warm = edited.adjustments
    window.page_switch.enter()
    qtbot.waitUntil(lambda: not window.workspace.work.is_busy)
    assert first(window).request.recipe.adjustments == warm
    window.page_switch.leave()
    window.open_paths([path])
    session, bar = window.workspace.session, window.viewer.message_bar
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    entry = session.current
    assert entry is not None
    assert entry.adjustments == warm
    qtbot.waitUntil(
        lambda: bar.text == "Your latest work on “0.png” goes on. There is other work on it, too."
    )
    for other in (work, StoredPhoto(path, warm)):
        QTest.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
        assert (entry.adjustments, points_of(entry.guidance)) == (
            other.adjustments,
            points_of(other.guidance),
        )
        qtbot.waitUntil(lambda: not window.workspace.work.is_busy)
        found = kept(window, path)
        assert found is not None
        assert found.adjustments == other.adjustments
        if other is work:
            window.workspace.earlier.look_for(entry)
            qtbot.waitUntil(lambda: can_be_clicked(bar.action_button))


def test_rows_that_were_reviewed_are_not_removed_without_a_question(
    qtbot: QtBot, reviewed: MainWindow
) -> None:
    window, page = reviewed, reviewed.batch_page
    QTest.keyClick(page.review.sheet, Qt.Key.Key_A)
    QTest.mouseClick(page._head.views.button(0), Qt.MouseButton.LeftButton)
    page.table.setFocus()
    page.table.choose([job.id for job in jobs(window)])
    for answer, left in (("Back", 2), ("Remove from the List", 0)):
        page.table.actions_by_command[JobCommand.REMOVE].trigger()
        box = window.findChild(QuestionBox)
        assert isinstance(box, QuestionBox)
        assert len(jobs(window)) == 2
        (button,) = [each for each in box.findChildren(QPushButton) if each.text() == answer]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.findChild(QuestionBox) is None)
        assert len(jobs(window)) == left
