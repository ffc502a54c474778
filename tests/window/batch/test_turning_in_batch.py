"""Photos that lie on their side are turned in the batch where that is chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.core.batch import JobState
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.widgets.batch.model import MESSAGE
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.window.main_window import MainWindow
from tests.support.photos.held import HeldColorizer, write_held


@pytest.fixture
def colorizer() -> HeldColorizer:
    return HeldColorizer()


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> BatchPage:
    """A batch of one photo upright and one on its side."""
    write_held(tmp_path / "box" / "a side.png", 1)
    write_held(tmp_path / "box" / "b up.png", seed=1)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    window.workspace.batch.list.add([tmp_path / "box"])
    qtbot.waitUntil(lambda: len(window.workspace.batch.list.jobs) == 2)
    qtbot.waitUntil(window.batch_page.start_button.isEnabled)
    return window.batch_page


def tick(box: QCheckBox) -> None:
    was = box.isChecked()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked() is not was


def run(qtbot: QtBot, window: MainWindow) -> None:
    batch = window.workspace.batch
    QTest.mouseClick(window.batch_page.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not batch.list.counts().get(JobState.QUEUED) and batch.run.state is RunState.IDLE)


def sizes(window: MainWindow) -> list[tuple[int, int]]:
    jobs = window.workspace.batch.list.jobs
    return [read_photo(job.output).size for job in jobs if job.output is not None]


def messages(page: BatchPage) -> list[str]:
    model = page.table.filter
    return [str(model.index(row, MESSAGE).data() or "") for row in range(model.rowCount())]


def test_one_that_lies_on_its_side_is_turned_and_its_row_says_so(
    qtbot: QtBot, window: MainWindow, page: BatchPage
) -> None:
    tick(page.options.turn_box)
    run(qtbot, window)
    assert sizes(window) == [(64, 48), (64, 48)]
    assert messages(page) == ["The photo lay on its side and was turned to the left.", ""]
    window.workspace.batch.list.plan()
    qtbot.waitUntil(lambda: not window.workspace.batch.list.is_planning)
    first = window.workspace.batch.list.jobs[0].request
    assert (first.recipe.reading.geometry, first.turned) == (Geometry(3), 3)


def test_unless_it_is_chosen_nothing_is_turned(
    qtbot: QtBot, window: MainWindow, page: BatchPage, colorizer: HeldColorizer
) -> None:
    run(qtbot, window)
    assert sizes(window) == [(48, 64), (64, 48)]
    assert colorizer.looked == []


def test_one_that_waits_for_the_review_stays_turned_whatever_is_chosen_next(
    qtbot: QtBot, window: MainWindow, page: BatchPage
) -> None:
    tick(page.options.turn_box)
    tick(page.options.review_box)
    run(qtbot, window)
    batch = window.workspace.batch
    batch.commands.cancel([batch.list.jobs[0].id])
    batch.commands.requeue([batch.list.jobs[0].id])
    page.options.name_edit.setText("{parent} {name}")
    qtbot.waitUntil(lambda: batch.list.jobs[0].request.target.name == "box a side.png")
    first = batch.list.jobs[0].request
    assert (first.recipe.reading.geometry, first.turned) == (Geometry(3), 3)


def test_the_box_is_remembered(window: MainWindow, page: BatchPage) -> None:
    tick(page.options.turn_box)
    choices = window.workspace.batch.list.choices
    assert (choices.turn, choices.split, choices.review_first) == (True, False, False)
    assert choices.run_options.turn
    assert type(choices).from_dict(choices.to_dict()) == choices
