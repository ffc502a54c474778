"""Rows of the list: moved, cancelled, removed, opened, read in full, and drawn where they are seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.batch import JobState
from colorizer_gui.widgets.batch.model import MESSAGE, PHOTO, STATE, TIME
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.batch.table import JobCommand
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.batch_page import command, jobs, run_until, shown, states, wait_for_end
from tests.support.window.fixtures import FakeColorizer
from tests.support.window.hands import drop


def test_rows_are_moved_cancelled_removed_and_done_once_more(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    fill(5)
    command(page, JobCommand.FIRST, 4, 5)
    assert shown(page, PHOTO) == ["4.png", "5.png", "1.png", "2.png", "3.png"]
    assert [job.id for job in page.table.chosen()] == [4, 5], "what is selected stays selected"
    command(page, JobCommand.UP, 2)
    command(page, JobCommand.DOWN, 4)
    assert shown(page, PHOTO) == ["5.png", "4.png", "2.png", "1.png", "3.png"]
    assert [job.id for job in jobs(window)] == [5, 4, 2, 1, 3], "it is the order of the run"
    command(page, JobCommand.UP, 5)
    command(page, JobCommand.DOWN, 3)
    assert [job.id for job in jobs(window)] == [5, 4, 2, 1, 3]
    command(page, JobCommand.CANCEL, 2, 1)
    cancelled = page.filter_bar.buttons[JobState.CANCELLED]
    qtbot.waitUntil(lambda: cancelled.text() == "2 cancelled")  # once the page has its size
    command(page, JobCommand.UP, 3)
    assert [job.id for job in jobs(window)] == [5, 3, 4, 2, 1], "it passes the next one that waits"
    page.table.choose([4])
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page, PHOTO) == ["5.png", "3.png", "2.png", "1.png"]
    page.filter_bar.buttons[JobState.CANCELLED].click()
    assert shown(page, PHOTO) == ["2.png", "1.png"]
    command(page, JobCommand.AGAIN, 2)
    assert shown(page, PHOTO) == ["1.png"]
    command(page, JobCommand.AGAIN, 1)
    assert page.filter_bar.buttons[None].isChecked(), "there is nothing left to filter"
    run_until(qtbot, window, [JobState.DONE] * 4)
    assert shown(page, TIME) == ["0.0 s"] * 4 or all(text.endswith(" s") for text in shown(page, TIME))
    page.more_menu.actions()[1].trigger()
    assert shown(page, PHOTO) == []


def test_cancelling_while_it_runs(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    colorizer: FakeColorizer,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(4)
    colorizer.gate.clear()
    page.start_button.click()
    qtbot.waitUntil(colorizer.entered.is_set)
    qtbot.waitUntil(lambda: shown(page, STATE)[0] == "Colorizing…")
    command(page, JobCommand.CANCEL, 1, 4)
    colorizer.gate.set()
    wait_for_end(qtbot, window)
    cancelled, done = JobState.CANCELLED, JobState.DONE
    assert states(window) == [cancelled, done, done, cancelled]
    assert shown(page, STATE) == ["Cancelled", "Done", "Done", "Cancelled"]


def test_a_photo_keeps_its_number_once_a_run_has_begun(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    colorizer: FakeColorizer,
    tmp_path: Path,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(8)
    page.options.name_edit.setText("{counter}")
    command(page, JobCommand.FIRST, 8)
    qtbot.waitUntil(
        lambda: jobs(window)[0].request.target.name == "1.png"
    )  # before, numbers follow the order
    colorizer.gate.clear()
    page.start_button.click()
    qtbot.waitUntil(lambda: states(window).count(JobState.RUNNING) == 2)
    names = {job.id: job.request.target.name for job in jobs(window)}
    assert names == {8: "1.png"} | {n: f"{n + 1}.png" for n in range(1, 8)}
    command(page, JobCommand.UP, 6)
    command(page, JobCommand.FIRST, 7)
    command(page, JobCommand.REMOVE, 3)
    drop(page, make_photo(tmp_path / "more" / "new.png", seed=99))
    qtbot.waitUntil(lambda: len(jobs(window)) == 8)
    page.stop_button.click()
    colorizer.gate.set()
    wait_for_end(qtbot, window)
    command(page, JobCommand.FIRST, 5)
    run_until(qtbot, window, [JobState.DONE] * 8)
    del names[3]
    results = {job.id: job.output.name for job in jobs(window) if job.output is not None}
    assert results == names | {9: "9.png"}


def test_the_whole_message_of_a_row_can_be_read_and_copied(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    paths = fill(2)
    paths[0].write_bytes(b"no photo")
    assert not page.detail.isVisible()
    run_until(qtbot, window, [JobState.FAILED, JobState.DONE])
    page.table.setFocus()
    page.table.choose([2])
    assert not page.detail.isVisible(), "there is nothing to say about it"
    QTest.keyClick(page.table, Qt.Key.Key_Up)
    whole = f"The file “{paths[0]}” is not a photo"
    assert page.detail.isVisible()
    assert page.detail.label.text().startswith(whole)
    assert page.detail.label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    for column in (PHOTO, MESSAGE):
        index = page.table.filter.index(0, column)
        assert str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole)).startswith(whole)
    assert str(page.table.filter.index(0, MESSAGE).data(Qt.ItemDataRole.ToolTipRole)).startswith(whole)
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith(whole)
    paths[0].write_bytes(paths[1].read_bytes())
    command(page, JobCommand.AGAIN, 1)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    page.table.selectAll()
    assert not page.detail.isVisible()


def test_results_are_opened_by_the_system(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fill: Callable[[int], list[Path]],
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    fill(1)
    page.table.choose([1])
    assert not page.table.actions_by_command[JobCommand.OPEN_RESULT].isEnabled()
    run_until(qtbot, window, [JobState.DONE])
    command(page, JobCommand.OPEN_RESULT, 1)
    command(page, JobCommand.SHOW_FOLDER, 1)
    out = tmp_path / "box-colorized" / "in"
    assert opened == [str(out / "1-colorized.png"), str(out)]


def test_escape_goes_back_and_keys_of_the_photo_rest_meanwhile(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    page.leaving_requested.emit()
    window.open_paths([make_photo(tmp_path / "x.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    assert window.window_actions.split.isEnabled()
    window.window_actions.batch.trigger()
    assert not window.window_actions.split.isEnabled()
    assert window.window_actions.open.isEnabled()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.window_actions.split.isEnabled()


def test_pictures_are_made_for_rows_that_are_seen(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    fill(60)
    model = page.table.model_of_jobs
    picture = Qt.ItemDataRole.DecorationRole
    qtbot.waitUntil(lambda: model.index(0, PHOTO).data(picture) is not None)
    assert model.index(59, PHOTO).data(picture) is None
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: model.index(59, PHOTO).data(picture) is not None)
