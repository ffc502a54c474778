"""A batch in the window as a user drives it: a box is dropped, the run stopped, ended, taken up again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.job_list import PLAN_MS
from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import JobState
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.model import MESSAGE, PHOTO, STATE
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.batch.table import JobCommand
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import hashes, make_box
from tests.support.window.batch_page import command, jobs, run_until, shown, states, wait_for_end
from tests.support.window.fixtures import FakeColorizer
from tests.support.window.hands import drop


def test_a_family_drops_a_box_and_goes_to_bed(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    box = make_box(tmp_path / "box", 12)
    drop(page, box.folder)
    total = len(box.good) + len(box.bad)
    qtbot.waitUntil(lambda: len(jobs(window)) == total)
    qtbot.waitUntil(lambda: page.options.folder_button.toolTip() == str(tmp_path / "box-colorized"))
    assert not page.footer.left_out_button.isHidden()
    assert "needed" in page.footer.space_label.text()
    qtbot.waitUntil(page.start_button.isEnabled)
    page.start_button.click()
    qtbot.waitUntil(lambda: page.message_bar.text != "")
    wait_for_end(qtbot, window)
    failed = [job for job in jobs(window) if job.state is JobState.FAILED]
    assert {job.request.source for job in failed} == set(box.bad)
    assert states(window).count(JobState.DONE) == len(box.good)
    out = tmp_path / "box-colorized"
    assert {path for path in out.rglob("*") if path.is_file()} == box.expected(out)
    assert hashes(box.folder) == box.hashes
    texts = zip(shown(page, STATE), shown(page, MESSAGE), strict=True)
    rows = dict(zip(shown(page, PHOTO), texts, strict=True))
    assert rows["cut.jpg"][0] == "Failed"
    assert "cut.jpg" in rows["cut.jpg"][1]
    assert str(tmp_path) not in rows["cut.jpg"][1], "the row names the folder already"
    assert page.footer.bar.value() == page.footer.bar.maximum() == total
    page.message_bar.action_button.click()
    assert sorted(shown(page, PHOTO)) == sorted(path.name for path in box.bad), "those that failed"


def test_pausing_resuming_and_stopping(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    colorizer: FakeColorizer,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(6)
    colorizer.gate.clear()
    page.start_button.click()
    qtbot.waitUntil(colorizer.entered.is_set)
    qtbot.waitUntil(lambda: page.start_button.text() == "Pause")
    assert not page.options.name_edit.isEnabled(), "a run keeps its settings"
    page.start_button.click()
    assert "pausing" in page.footer.state_label.text()
    colorizer.gate.set()
    qtbot.waitUntil(lambda: page.footer.state_label.text().endswith("· paused"))
    qtbot.waitUntil(lambda: JobState.RUNNING not in states(window))
    done = states(window).count(JobState.DONE)
    assert 0 < done < 6
    assert page.start_button.text() == "Resume"
    colorizer.gate.clear()
    colorizer.entered.clear()
    page.start_button.click()
    qtbot.waitUntil(colorizer.entered.is_set)
    page.stop_button.click()
    assert "stopping" in page.footer.state_label.text()
    assert not page.start_button.isEnabled()
    colorizer.gate.set()
    wait_for_end(qtbot, window)
    assert states(window) == [JobState.DONE] * done + [JobState.QUEUED] * (6 - done)
    assert page.footer.state_label.text().endswith("· stopped")
    assert page.options.name_edit.isEnabled()
    run_until(qtbot, window, [JobState.DONE] * 6)


def test_a_pause_before_the_network_is_there_holds(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    colorizer: FakeColorizer,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(3)
    run = window.workspace.batch.run

    def pause_at_once(state: RunState) -> None:
        if state is RunState.STARTING:
            run.pause()

    run.changed.connect(pause_at_once)
    page.start_button.click()
    qtbot.waitUntil(lambda: run.engine is not None)
    run.changed.disconnect(pause_at_once)
    assert page.footer.state_label.text().endswith("· paused")
    assert states(window) == [JobState.QUEUED] * 3
    assert not colorizer.threads
    run_until(qtbot, window, [JobState.DONE] * 3)


def test_failed_photos_are_tried_again(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    paths = fill(3)
    whole = paths[1].read_bytes()
    paths[1].write_bytes(whole[: len(whole) // 2])
    page.start_button.click()
    qtbot.waitUntil(lambda: JobState.FAILED in states(window))
    wait_for_end(qtbot, window)
    paths[1].write_bytes(whole)
    page.more_menu.actions()[0].trigger()
    assert states(window)[1] is JobState.QUEUED
    run_until(qtbot, window, [JobState.DONE] * 3)


def test_the_photo_view_works_while_a_batch_runs_and_its_photo_goes_first(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    colorizer: FakeColorizer,
    tmp_path: Path,
    fill: Callable[[int], list[Path]],
) -> None:
    paths = fill(6)
    page.options.name_edit.setText("{counter}")
    colorizer.gate.clear()
    page.start_button.click()
    qtbot.waitUntil(lambda: states(window).count(JobState.RUNNING) == 2)  # one is read, one waits for it
    command(page, JobCommand.OPEN_PHOTO, 6)
    assert not page.isVisible()
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.path == paths[5])
    qtbot.waitUntil(lambda: [job.id for job in jobs(window)].index(6) == 2)
    batch_list = window.workspace.batch.list
    timers = [timer for timer in batch_list.findChildren(QTimer) if timer.interval() == PLAN_MS]
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers) and not batch_list.is_planning)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    wait_for_end(qtbot, window)
    assert states(window) == [JobState.DONE] * 6
    numbers = {job.id: job.output.stem for job in jobs(window) if job.output is not None}
    assert numbers == {job_id: str(job_id) for job_id in range(1, 7)}  # it goes first under its own number
    assert "Done: 6" in window.viewer.message_bar.text
    window.viewer.message_bar.action_button.click()
    assert page.isVisible()


def test_closing_stops_the_batch_and_the_next_start_goes_on(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    workspace: Workspace,
    settings: Settings,
    colorizer: FakeColorizer,
    tmp_path: Path,
    fill: Callable[[int], list[Path]],
) -> None:
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / "Thumbs.db").touch()
    fill(5)
    page.options.name_edit.setText("{name} x")
    colorizer.gate.clear()
    page.start_button.click()
    qtbot.waitUntil(colorizer.entered.is_set)
    window.close()
    assert window.isVisible()
    assert "stopping" in page.message_bar.text
    colorizer.gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert workspace.wait(10_000)
    again = Workspace(lambda: colorizer, data_folder=tmp_path / "data")
    try:
        other = MainWindow(again, settings)
        qtbot.addWidget(other)
        other.show()
        again.batch.list.restore()
        bar = other.viewer.message_bar
        qtbot.waitUntil(lambda: "5" in bar.text)
        assert states(other) == [JobState.QUEUED] * 5
        assert other.batch_page.options.name_edit.text() == "{name} x"
        assert other.batch_page.footer.left_out_button.text() == "Left out: 1"
        bar.action_button.click()
        assert other.batch_page.isVisible()
        qtbot.waitUntil(lambda: states(other) == [JobState.DONE] * 5)
        wait_for_end(qtbot, other)
        assert sorted(path.name for path in (tmp_path / "box-colorized" / "in").iterdir()) == [
            f"{n} x.png" for n in range(1, 6)
        ]
    finally:
        again.stop()
        assert again.wait(10_000)


def test_two_programs_do_not_share_a_list(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    settings: Settings,
    colorizer: FakeColorizer,
    tmp_path: Path,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(1)
    again = Workspace(lambda: colorizer, data_folder=tmp_path / "data")
    try:
        other = MainWindow(again, settings)
        qtbot.addWidget(other)
        drop(other.batch_page, tmp_path / "box")
        qtbot.waitUntil(lambda: "at work" in other.viewer.message_bar.text)
    finally:
        again.stop()
        assert again.wait(10_000)
