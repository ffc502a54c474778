"""The batch as a user drives it: real widgets, real files, a colorizer that waits and fails on command."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.job_list import PLAN_MS
from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import Job, JobState, OnExisting
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.left_out_dialog import LeftOutDialog
from colorizer_gui.widgets.batch.model import MESSAGE, PHOTO, STATE, TIME
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.batch.table import JobCommand
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import hashes, make_box, make_photo
from tests.support.window.fixtures import FakeColorizer


def drop(widget: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    position = QPointF(widget.rect().center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(position, copy, mime, left, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(position, copy, mime, left, none))


def jobs(window: MainWindow) -> list[Job]:
    return list(window.workspace.batch.list.jobs)


def states(window: MainWindow) -> list[JobState]:
    return [job.state for job in jobs(window)]


def shown(page: BatchPage, column: int) -> list[str]:
    model = page.table.filter
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def command(page: BatchPage, command: JobCommand, *job_ids: int) -> None:
    page.table.choose(job_ids)
    action = page.table.actions_by_command[command]
    assert action.isEnabled()
    action.trigger()


def wait_for_end(qtbot: QtBot, window: MainWindow) -> None:
    run = window.workspace.batch.run
    qtbot.waitUntil(lambda: run.state is RunState.IDLE)


def run_until(qtbot: QtBot, window: MainWindow, expected: list[JobState]) -> None:
    """Start, or go on, and wait until all jobs are in these states and the run has ended."""
    window.batch_page.start_button.click()
    qtbot.waitUntil(lambda: states(window) == expected)
    wait_for_end(qtbot, window)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> BatchPage:
    """The page, shown."""
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.batch_page.isVisible()
    return window.batch_page


@pytest.fixture
def fill(qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path) -> Callable[[int], list[Path]]:
    """Drop a folder of so many photos on the page."""

    def make(count: int) -> list[Path]:
        paths = [make_photo(tmp_path / "box" / "in" / f"{n + 1}.png", seed=n) for n in range(count)]
        drop(page, tmp_path / "box")
        qtbot.waitUntil(lambda: len(jobs(window)) == count and page.table.filter.rowCount() == count)
        qtbot.waitUntil(page.start_button.isEnabled)
        return paths

    return make


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


def test_what_was_left_out_is_told_with_the_reason(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    folder = make_photo(tmp_path / "box" / "a.png").parent
    for name in ("._a.png", "Thumbs.db", "letter.txt", ".hidden.png"):
        (folder / name).write_bytes(b"x")
    drop(page, folder)
    qtbot.waitUntil(page.footer.left_out_button.isVisible)
    assert page.footer.left_out_button.text() == "Left out: 4"
    drop(page, folder)
    qtbot.waitUntil(lambda: page.message_bar.text == "These photos are in the list already.")
    assert page.footer.left_out_button.text() == "Left out: 4", "each file counts once"
    page.footer.left_out_button.click()
    (dialog,) = (dialog for dialog in window.findChildren(LeftOutDialog) if dialog.isVisible())
    dialog.copy_button.click()
    assert sorted(QApplication.clipboard().text().splitlines()) == [
        *(str(folder / name) for name in ("._a.png", ".hidden.png", "Thumbs.db", "letter.txt")),
        "Files of the system, such as Thumbs.db: 1",
        "Files that are no photos: 1",
        "Hidden files: 2",
    ]
    (first,) = dialog.tree.findItems("_a.png", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    assert first.text(0) == str(Path("box", "._a.png"))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.tree.setFocus()
    first.setSelected(True)
    QTest.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == str(folder / "._a.png")
    dialog.close()
    report = tmp_path / "r.csv"
    window.workspace.batch.list.report(report)
    qtbot.waitUntil(report.exists)
    assert report.read_text(encoding="utf-8-sig").count("left out") == 4


def test_photos_that_are_in_the_list_are_not_added_twice(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    paths = fill(2)
    drop(page, paths[0])
    qtbot.waitUntil(lambda: page.message_bar.text == "These photos are in the list already.")
    assert len(jobs(window)) == 2


def test_a_folder_that_is_proposed_while_something_else_is_chosen_is_kept(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    drop(page, make_photo(tmp_path / "box" / "x.png").parent)
    page.options.quality_box.setValue(50)
    qtbot.waitUntil(page.start_button.isEnabled)
    assert page.options.folder_button.toolTip() == str(tmp_path / "box-colorized")
    assert window.workspace.batch.list.choices.quality == 50


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
    assert page.filter_bar.buttons[JobState.CANCELLED].text() == "2 cancelled"
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


def test_without_photos_the_first_key_adds_a_folder(window: MainWindow, page: BatchPage) -> None:
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == page.add_folder_button.text()


def test_names_are_previewed_and_errors_are_beside_them(
    qtbot: QtBot, window: MainWindow, page: BatchPage, settings: Settings, fill: Callable[[int], list[Path]]
) -> None:
    fill(2)
    options = page.options
    options.name_edit.setText("{parent} {counter} {model}")
    qtbot.waitUntil(lambda: options.preview_label.text() == "1.png\n→ in 1 tintype.png")
    options.name_edit.setText("{name")
    assert "brace" in options.name_error.text()
    assert options.name_error.isVisible()
    assert not page.start_button.isEnabled()
    options.name_edit.setText("{name}")
    assert not options.name_error.isVisible()
    assert page.start_button.isEnabled()
    options.format_box.setCurrentIndex(1)
    options.format_box.activated.emit(1)
    options.quality_box.setValue(60)
    qtbot.waitUntil(lambda: options.preview_label.text() == "1.png\n→ 1.jpg")
    run_until(qtbot, window, [JobState.DONE] * 2)
    first = jobs(window)[0]
    assert first.output == first.request.target
    assert first.request.recipe.options.quality == 60
    assert settings.batch_choices.template == "{name}"
    assert settings.batch_choices.format_name == "jpeg"


def test_an_output_folder_among_the_originals_is_asked_for(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(2)
    inside = tmp_path / "box" / "results"
    monkeypatch.setattr(dialogs, "ask_output_folder", lambda *_: inside)
    page.options.folder_button.click()
    assert str(inside) in page.options.folder_error.text()
    assert not page.start_button.isEnabled()
    page.options.allow_button.click()
    assert not page.options.folder_error.isVisible()
    run_until(qtbot, window, [JobState.DONE] * 2)
    assert sorted(path.name for path in inside.rglob("*.png")) == ["1-colorized.png", "2-colorized.png"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_an_output_folder_among_originals_that_a_link_leads_to_is_asked_for(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_photo(tmp_path / "box" / "1.png")
    inner = tmp_path / "box" / "inner"
    inner.mkdir()
    (inner / "up").symlink_to(tmp_path / "box")
    window.page_switch.enter()
    drop(page, inner)
    qtbot.waitUntil(page.start_button.isEnabled)
    monkeypatch.setattr(dialogs, "ask_output_folder", lambda *_: tmp_path / "box" / "results")
    page.options.folder_button.click()
    assert str(tmp_path / "box") in page.options.folder_error.text()
    assert not page.start_button.isEnabled()


def test_files_that_exist_are_numbered_or_skipped(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path, fill: Callable[[int], list[Path]]
) -> None:
    fill(2)
    taken = make_photo(tmp_path / "box-colorized" / "in" / "1-colorized.png", seed=9)
    before = taken.read_bytes()
    page.options.existing_box.setCurrentIndex(1)
    page.options.existing_box.activated.emit(1)
    run_until(qtbot, window, [JobState.SKIPPED, JobState.DONE])
    assert window.workspace.batch.list.choices.on_existing is OnExisting.SKIP
    page.options.existing_box.activated.emit(0)
    command(page, JobCommand.AGAIN, 1)
    run_until(qtbot, window, [JobState.DONE] * 2)
    output = jobs(window)[0].output
    assert output is not None
    assert output.name == "1-colorized (2).png"
    assert taken.read_bytes() == before


def test_colour_of_all_photos_and_of_one(
    qtbot: QtBot, window: MainWindow, page: BatchPage, fill: Callable[[int], list[Path]]
) -> None:
    fill(3)
    mine = Adjustments(saturation=0.0)
    page.table.choose([2])
    page.table.colours.chosen.emit(mine)
    assert shown(page, MESSAGE)[1] == "Colour settings of its own"
    page.options.colours.chosen.emit(Adjustments(warmth=0.3))
    assert page.options.colour_button.text() == "Own settings"
    qtbot.waitUntil(lambda: jobs(window)[0].request.recipe.adjustments.warmth == 0.3)
    run_until(qtbot, window, [JobState.DONE] * 3)
    kinds = [read_photo(job.output).notice.color for job in jobs(window) if job.output is not None]
    assert [kind is ColorKind.NEUTRAL for kind in kinds] == [False, True, False]
    page.table.choose([2])
    page.table.colours.chosen.emit(None)
    assert states(window)[1] is JobState.QUEUED
    run_until(qtbot, window, [JobState.DONE] * 3)
    output = jobs(window)[1].output
    assert output is not None
    assert read_photo(output).notice.color is not ColorKind.NEUTRAL


def test_settings_of_an_earlier_result_are_taken_over(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fill: Callable[[int], list[Path]],
) -> None:
    paths = fill(2)
    chosen = Adjustments(saturation=0.5)
    page.options.colours.chosen.emit(chosen)
    run_until(qtbot, window, [JobState.DONE] * 2)
    result = jobs(window)[0].output
    monkeypatch.setattr(dialogs, "ask_recipe", lambda *_: result)
    page.options.colours.chosen.emit(Adjustments())
    page.table.choose([2])
    page.table.colours.recipe_requested.emit()
    qtbot.waitUntil(lambda: states(window)[1] is JobState.QUEUED)
    assert jobs(window)[1].request.recipe.adjustments == chosen
    page.options.colours.recipe_requested.emit()
    qtbot.waitUntil(lambda: window.workspace.batch.list.choices.adjustments == chosen)
    assert page.options.colour_button.text() == "Own settings"
    monkeypatch.setattr(dialogs, "ask_recipe", lambda *_: paths[0])
    page.options.colours.recipe_requested.emit()
    qtbot.waitUntil(lambda: "1.png" in page.message_bar.text)


def test_the_menu_of_colours_knows_the_photo_that_is_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open_paths([make_photo(tmp_path / "x.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    adjusted = Adjustments(warmth=0.5)
    window.workspace.adjusting.apply(adjusted)
    colours = window.batch_page.options.colours
    texts = {action.text(): action for action in colours.actions()}
    assert not texts["As Copied"].isEnabled()
    with qtbot.waitSignal(colours.chosen) as caught:
        texts["As the Photo in the Photo View"].trigger()
    assert caught.args == [adjusted]
    window.window_actions.copy_settings.trigger()
    texts = {action.text(): action for action in colours.actions()}
    assert texts["As Copied"].isEnabled()


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


def test_many_dropped_photos_may_become_a_batch(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for number in range(25):
        make_photo(tmp_path / "box" / f"{number}.png", seed=number)
    drop(window, tmp_path / "box")
    bar, session = window.viewer.message_bar, window.workspace.session
    qtbot.waitUntil(lambda: "25 photos" in bar.text)
    bar.action_button.click()
    assert window.batch_page.isVisible()
    qtbot.waitUntil(lambda: len(jobs(window)) == 25)
    assert all(entry is session.current or entry.prediction is not None for entry in session)


def test_a_report_is_saved(
    qtbot: QtBot,
    window: MainWindow,
    page: BatchPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fill: Callable[[int], list[Path]],
) -> None:
    fill(2)
    report = tmp_path / "r.json"
    monkeypatch.setattr(dialogs, "ask_report", lambda *_: report)
    with qtbot.waitSignal(window.workspace.batch.list.reported):
        next(a for a in page.more_menu.actions() if a.text().startswith("Save Report")).trigger()
    assert json.loads(report.read_text(encoding="utf-8"))["counts"] == {"queued": 2}
    assert "r.json" in page.message_bar.text


def test_a_report_that_fails_takes_no_photos_away_and_keeps_no_run_from_starting(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    batch = window.workspace.batch
    nowhere = tmp_path / "nowhere" / "r.json"
    batch.list.report(nowhere)
    batch.list.add([make_photo(tmp_path / "x.png")])  # waits until the journal is open, behind the report
    qtbot.waitUntil(lambda: "r.json" in page.message_bar.text)
    qtbot.waitUntil(page.start_button.isEnabled)
    batch.list.report(nowhere)
    page.start_button.click()
    qtbot.waitUntil(lambda: states(window) == [JobState.DONE])


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
