"""What a user does with the page of a batch, and what it shows."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.batch.table import JobCommand
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import write_gray


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


def fill_batch(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """A batch with all that there is to say: one photo is done, one is damaged, a file is left out."""
    window.window_actions.batch.trigger()
    page, batch = window.batch_page, window.workspace.batch
    box = tmp_path / "[box]"
    write_gray(make_folder(box / "[in]") / "1photo.png")
    (box / "2photo.png").write_bytes(b"damaged")
    (box / ".hidden.png").write_bytes(b"")
    page.paths_dropped.emit([box])
    qtbot.waitUntil(page.start_button.isEnabled)
    page.start_button.click()
    qtbot.waitUntil(lambda: batch.run.state is RunState.IDLE and page.message_bar.isVisible())
    page.table.choose([1])


def make_folder(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
