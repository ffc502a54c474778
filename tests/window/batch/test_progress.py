"""What is said of a run while it lasts and after its end, and of no other run."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.batch_page import run_until, states, wait_for_end
from tests.support.window.fixtures import FakeColorizer
from tests.support.window.hands import drop


def test_who_looks_at_a_photo_sees_how_far_the_batch_is(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    colorizer: FakeColorizer,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(5)
    status = window.window_actions.batch_status
    page.leaving_requested.emit()
    assert not status.isVisible(), "nothing runs"
    window.page_switch.enter()
    colorizer.gate.clear()
    page.start_button.click()
    qtbot.waitUntil(colorizer.entered.is_set)
    assert not status.isVisible(), "the page says it itself"
    page.leaving_requested.emit()
    qtbot.waitUntil(status.isVisible)
    qtbot.waitUntil(lambda: status.text() == "0 of 5 photos")
    assert status.accessibleName() == "Batch: 0 of 5 photos"
    assert status.minimumSizeHint() == status.sizeHint(), "counts always find room"
    window.workspace.batch.run.pause()
    assert status.text().endswith("pausing, what was begun is finished")
    assert status.minimumSizeHint().width() < status.sizeHint().width(), "words give way"
    colorizer.gate.set()
    qtbot.waitUntil(lambda: status.text().endswith("· paused"))
    QTest.mouseClick(status, Qt.MouseButton.LeftButton)
    assert page.isVisible()
    qtbot.waitUntil(lambda: not status.isVisible())
    page.start_button.click()
    page.leaving_requested.emit()
    wait_for_end(qtbot, window)
    qtbot.waitUntil(lambda: not status.isVisible())


def test_how_a_run_ended_is_not_said_of_the_next_one(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    colorizer: FakeColorizer,
    fill: Callable[[int], list[Path]],
) -> None:
    paths = fill(3)
    whole = paths[1].read_bytes()
    paths[1].write_bytes(whole[:99])
    run_until(qtbot, window, [JobState.DONE, JobState.FAILED, JobState.DONE])
    assert page.message_bar.text == "The batch has ended. Done: 2, failed: 1"
    paths[1].write_bytes(whole)
    page.retry_action.trigger()
    page.options.review_box.click()
    colorizer.gate.clear()
    colorizer.entered.clear()
    page.start_button.click()
    qtbot.waitUntil(colorizer.entered.is_set)
    assert page.message_bar.text == ""
    page.show_view(page.review)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: states(window)[1] is JobState.TO_REVIEW)
    wait_for_end(qtbot, window)
    assert page.message_bar.text == ""


def test_what_stopped_a_run_is_not_said_of_the_next_one(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path, fill: Callable[[int], list[Path]]
) -> None:
    fill(1)
    out = tmp_path / "box-colorized"
    out.write_bytes(b"a file in the place of the folder")
    page.start_button.click()
    qtbot.waitUntil(lambda: str(out) in page.message_bar.text)
    out.unlink()
    run_until(qtbot, window, [JobState.DONE])
    assert str(out) not in page.message_bar.text


def test_photos_that_are_added_after_a_run_were_not_interrupted(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path, fill: Callable[[int], list[Path]]
) -> None:
    fill(1)
    run_until(qtbot, window, [JobState.DONE])
    drop(page, make_photo(tmp_path / "more.png", seed=5))
    qtbot.waitUntil(lambda: page.footer.state_label.text() == "1 of 2 photos")


def test_counts_do_without_words_where_there_is_no_room(window: MainWindow, page: BatchPage) -> None:
    counts = dict.fromkeys(JobState, 123)
    page.show_counts(dict.fromkeys((JobState.DONE, JobState.QUEUED), 123))
    bar = page.filter_bar
    done = bar.buttons[JobState.DONE]
    window.resize(1280, 700)
    QApplication.processEvents()
    assert done.text() == "123 done"
    page.show_counts(counts)
    QApplication.processEvents()
    assert window.width() == 1280, "the window does not grow"
    assert (done.text(), done.accessibleName(), done.toolTip()) == ("123", "123 done", "123 done")
    assert bar.buttons[None].text() == f"All {sum(counts.values())}"
    right = max(button.geometry().right() for button in bar.buttons.values())
    assert right <= bar.width(), "and all of them are seen"


def test_a_network_that_cannot_be_loaded_is_told(
    qtbot: QtBot, settings: Settings, tmp_path: Path, qapp: QApplication
) -> None:
    def make() -> FakeColorizer:
        raise WeightsError("The weights are missing.")

    workspace = Workspace(make, data_folder=tmp_path / "data")
    try:
        window = MainWindow(workspace, settings)
        qtbot.addWidget(window)
        window.show()
        window.window_actions.batch.trigger()
        drop(window.batch_page, make_photo(tmp_path / "x.png"))
        qtbot.waitUntil(window.batch_page.start_button.isEnabled)
        window.batch_page.start_button.click()
        qtbot.waitUntil(lambda: window.batch_page.message_bar.text == "The weights are missing.")
        assert states(window) == [JobState.QUEUED]
        assert window.batch_page.start_button.text() == "Start"
    finally:
        workspace.stop()
        assert workspace.wait(10_000)
