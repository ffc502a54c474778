"""Scans are split in the batch where that is chosen; each photo has a row, a name and a result."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.batch.model import MESSAGE, PHOTO
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.window.main_window import MainWindow
from tests.support.batch.box import make_photo
from tests.support.photos.scans import write_scan

PARTS = [f"scan-{number}.png" for number in (1, 2, 3, 4)]


def add(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    before = len(window.workspace.batch.list.jobs)
    window.workspace.batch.list.add([folder])
    qtbot.waitUntil(lambda: len(window.workspace.batch.list.jobs) > before)
    qtbot.waitUntil(window.batch_page.start_button.isEnabled)


def tick(box: QCheckBox) -> None:
    was = box.isChecked()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() - box.rect().center() / 2)
    assert box.isChecked() is not was


def run(qtbot: QtBot, window: MainWindow) -> None:
    batch = window.workspace.batch
    QTest.mouseClick(window.batch_page.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not batch.list.counts().get(JobState.QUEUED) and batch.run.state is RunState.IDLE)


def shown(page: BatchPage, column: int) -> list[str]:
    model = page.table.filter
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_scan_becomes_its_photos_each_with_a_name_and_a_picture(
    qtbot: QtBot, window: MainWindow, page: BatchPage, samples: Path, tmp_path: Path
) -> None:
    (tmp_path / "box").mkdir()
    write_scan(tmp_path / "box" / "scan.png", samples)
    make_photo(tmp_path / "box" / "z.png")
    add(qtbot, window, tmp_path / "box")
    tick(page.options.split_box)
    run(qtbot, window)
    assert shown(page, PHOTO) == ["scan.png", *PARTS, "z.png"], "right after the scan"
    assert shown(page, MESSAGE)[0].startswith("4 photos")
    output = window.workspace.batch.list.choices.output
    assert output is not None
    results = sorted(path.name for path in output.iterdir() if not path.name.startswith("."))
    assert results == [*(f"scan-colorized-{n}.png" for n in (1, 2, 3, 4)), "z-colorized.png"]
    add_again = window.workspace.batch.list.jobs
    window.workspace.batch.list.choose(window.workspace.batch.list.choices)
    window.workspace.batch.list.plan()
    qtbot.waitUntil(lambda: not window.workspace.batch.list.is_planning)
    assert window.workspace.batch.list.jobs == add_again, (
        "planning anew leaves the photos of a scan as they are"
    )


def test_photos_that_wait_keep_their_place_on_the_scan_whatever_is_chosen_next(
    qtbot: QtBot, window: MainWindow, page: BatchPage, samples: Path, tmp_path: Path
) -> None:
    (tmp_path / "box").mkdir()
    write_scan(tmp_path / "box" / "scan.png", samples)
    add(qtbot, window, tmp_path / "box")
    tick(page.options.split_box)
    tick(page.options.review_box)
    run(qtbot, window)
    batch = window.workspace.batch
    parts = batch.list.jobs[1:]
    assert [job.state for job in parts] == [JobState.TO_REVIEW] * 4
    geometries = [job.request.recipe.reading.geometry for job in parts]
    batch.commands.adjust([parts[0].id], Adjustments(warmth=0.5))
    batch.commands.cancel([parts[1].id])
    batch.commands.requeue([parts[1].id])
    page.options.name_edit.setText("{parent} {name}")
    qtbot.waitUntil(lambda: batch.list.jobs[2].request.target.name == "box scan-2.png")
    assert [job.request.recipe.reading.geometry for job in batch.list.jobs[1:]] == geometries
    assert batch.list.jobs[1].request.recipe.adjustments.warmth == 0.5


def test_a_photo_of_a_scan_is_edited_from_the_review_by_itself(
    qtbot: QtBot, window: MainWindow, page: BatchPage, samples: Path, tmp_path: Path
) -> None:
    (tmp_path / "box").mkdir()
    scan = write_scan(tmp_path / "box" / "scan.png", samples)
    add(qtbot, window, tmp_path / "box")
    tick(page.options.split_box)
    tick(page.options.review_box)
    run(qtbot, window)
    second = window.workspace.batch.list.jobs[2]
    page.show_view(page.review)
    page.review.sheet.choose(second.id)
    QTest.keyClick(page.review.sheet, Qt.Key.Key_E)
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    entry = session.current
    assert entry is not None
    assert (entry.path, entry.part, entry.name) == (scan, 2, "scan-2.png")
    assert entry.treatment.geometry == second.request.recipe.reading.geometry
    QTest.keyClick(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    QTest.mouseClick(window.viewer.message_bar.action_button, Qt.MouseButton.LeftButton)
    batch = window.workspace.batch
    qtbot.waitUntil(
        lambda: batch.list.jobs[2].state is JobState.TO_REVIEW and batch.run.state is RunState.IDLE
    )
    assert batch.list.jobs[2].request.recipe.reading.geometry == entry.treatment.geometry
    assert batch.list.jobs[1].request.recipe.reading.geometry != entry.treatment.geometry


def test_the_box_is_remembered(window: MainWindow, page: BatchPage) -> None:
    tick(page.options.split_box)
    choices = window.workspace.batch.list.choices
    assert choices.split
    assert choices.run_options.split
    assert type(choices).from_dict(choices.to_dict()) == choices
