"""Where results go and what they are called, as the page says it before; and the report."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.core.batch import JobState, OnExisting
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.batch.table import JobCommand
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.window.batch_page import command, jobs, run_until, states
from tests.support.window.hands import drop


def test_a_folder_that_is_proposed_while_something_else_is_chosen_is_kept(
    qtbot: QtBot, window: MainWindow, page: BatchPage, tmp_path: Path
) -> None:
    drop(page, make_photo(tmp_path / "box" / "x.png").parent)
    page.options.quality_box.setValue(50)
    qtbot.waitUntil(page.start_button.isEnabled)
    assert page.options.folder_button.toolTip() == str(tmp_path / "box-colorized")
    assert window.workspace.batch.list.choices.quality == 50


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
