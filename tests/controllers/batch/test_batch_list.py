"""The list of a batch and what can be done with its jobs, without a widget and without a network."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.commands import BatchCommands
from colorizer_gui.controllers.batch.job_list import BatchList
from colorizer_gui.controllers.batch.run import BatchRun
from colorizer_gui.core.batch import JobState, plan
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.workers.batch import files_worker
from colorizer_gui.workers.batch.files_worker import BatchFilesWorker
from colorizer_gui.workers.batch.worker import BatchWorker
from colorizer_gui.workers.shared_network import SharedNetwork
from colorizer_gui.workers.work_queue import WorkQueue
from tests.support.batch.box import make_photo

VIVID = Adjustments(saturation=1.5)


class Batch:
    """A list that lives in `folder`, with the thread that looks through folders."""

    def __init__(self, folder: Path, worker: BatchWorker) -> None:
        self.files = WorkQueue(BatchFilesWorker(), "batch-files")
        self.run = BatchRun(worker)
        self.list = BatchList(self.files, folder / "journal")
        self.commands = BatchCommands(self.list, self.run, self.files)
        self.failures: list[str] = []
        self.list.failed.connect(self.failures.append)

    def names(self) -> list[str]:
        return [job.request.source.name for job in self.list.jobs]

    def ids(self, *names: str) -> list[int]:
        return [job.id for job in self.list.jobs if job.request.source.name in names]

    def end(self) -> None:
        self.files.stop()
        self.run.end()
        assert self.files.wait(300_000)
        assert self.run.wait(300_000)
        self.list.close()


@pytest.fixture
def batch(qtbot: QtBot, tmp_path: Path) -> Iterator[Batch]:
    """Four photos that wait."""
    for number in range(4):
        make_photo(tmp_path / "box" / f"{number}.png", seed=number)
    batch = Batch(tmp_path, BatchWorker(SharedNetwork(_no_network)))
    batch.list.add([tmp_path / "box"])
    qtbot.waitUntil(lambda: len(batch.list.jobs) == 4 and not batch.list.is_planning)
    yield batch
    batch.end()


def _colours(batch: Batch) -> list[Adjustments]:
    return [job.request.recipe.adjustments for job in batch.list.jobs]


def _no_network() -> Colorizer:
    raise AssertionError("the list needs no network")


def test_photos_of_a_folder_wait_with_names_in_a_folder_beside_it(batch: Batch, tmp_path: Path) -> None:
    assert batch.names() == ["0.png", "1.png", "2.png", "3.png"]
    assert batch.list.choices.proposed
    assert {job.request.target.parent for job in batch.list.jobs} == {tmp_path / "box-colorized"}
    assert batch.list.counts()[JobState.QUEUED] == 4


def test_photos_pass_each_other_and_go_to_the_front(batch: Batch) -> None:
    batch.commands.move(batch.ids("2.png", "3.png"), -1)
    assert batch.names() == ["0.png", "2.png", "3.png", "1.png"]
    batch.commands.move(batch.ids("0.png"), 1)
    assert batch.names() == ["2.png", "0.png", "3.png", "1.png"]
    batch.commands.move_to_front(batch.ids("1.png"))
    assert batch.names() == ["1.png", "2.png", "0.png", "3.png"]
    batch.commands.move([], 1)
    batch.commands.move_to_front([99])
    assert batch.names() == ["1.png", "2.png", "0.png", "3.png"]


def test_cancelled_photos_wait_again_or_are_taken_out(batch: Batch) -> None:
    batch.commands.cancel(batch.ids("0.png", "1.png"))
    assert [job.state for job in batch.list.jobs] == [JobState.CANCELLED] * 2 + [JobState.QUEUED] * 2
    batch.commands.requeue(batch.ids("1.png"))
    assert batch.list.counts()[JobState.QUEUED] == 3
    batch.commands.remove_ended()
    assert batch.names() == ["1.png", "2.png", "3.png"]
    batch.commands.remove(batch.ids("2.png"))
    assert batch.names() == ["1.png", "3.png"]


def test_failed_photos_stay_until_they_are_looked_at_and_are_retried(batch: Batch) -> None:
    queue = batch.list.queue
    assert queue is not None
    job = queue.take()
    assert job is not None
    queue.change(job.id, JobState.FAILED, message=Sentence("It cannot be read."))
    batch.commands.remove_ended()
    assert batch.names()[0] == "0.png"
    batch.commands.retry_failed()
    assert batch.list.counts() == {JobState.QUEUED: 4}


def test_own_colours_survive_other_choices_for_the_batch(qtbot: QtBot, batch: Batch, tmp_path: Path) -> None:
    batch.commands.adjust(batch.ids("0.png"), VIVID)
    assert batch.list.has_own_colour(batch.list.jobs[0])
    assert not batch.list.has_own_colour(batch.list.jobs[1])
    other = BatchChoices(tmp_path / "out", format_name="jpeg", adjustments=Adjustments(warmth=0.2))
    batch.list.choose(other)
    qtbot.waitUntil(lambda: batch.list.jobs[1].request.target.suffix == ".jpg" and not batch.list.is_planning)
    first, second = (job.request.recipe.adjustments for job in batch.list.jobs[:2])
    assert (first, second) == (VIVID, Adjustments(warmth=0.2))
    batch.commands.adjust(batch.ids("0.png"), None)
    assert batch.list.jobs[0].request.recipe.adjustments == Adjustments(warmth=0.2)
    assert not batch.list.has_own_colour(batch.list.jobs[0])


def test_a_colour_that_was_just_that_of_the_batch_is_kept_by_who_was_given_it(
    qtbot: QtBot, batch: Batch, tmp_path: Path
) -> None:
    vivid = BatchChoices(tmp_path / "out", adjustments=VIVID)
    batch.list.choose(vivid)
    qtbot.waitUntil(lambda: _colours(batch) == [VIVID] * 4 and not batch.list.is_planning)
    batch.list.choose(replace(vivid, adjustments=Adjustments()))
    batch.commands.adjust(batch.ids("1.png"), VIVID)  # nothing else has followed yet
    assert _colours(batch) == [VIVID] * 4
    assert batch.list.has_own_colour(batch.list.jobs[1])
    qtbot.waitUntil(lambda: _colours(batch)[0] == Adjustments() and not batch.list.is_planning)
    assert _colours(batch) == [Adjustments(), VIVID, Adjustments(), Adjustments()]


def test_what_is_said_of_a_photo_while_the_others_are_planned_holds(
    qtbot: QtBot, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, goes_on = threading.Event(), threading.Event()

    def slow_plan(*arguments: Any, **named: Any) -> Any:
        looks.set()
        assert goes_on.wait(300)
        return plan(*arguments, **named)

    monkeypatch.setattr(files_worker, "plan", slow_plan)
    chosen = BatchChoices(tmp_path / "out", adjustments=Adjustments(warmth=0.2), quality=50)
    batch.list.choose(chosen)
    qtbot.waitUntil(looks.is_set)
    batch.commands.adjust(batch.ids("1.png"), VIVID)
    goes_on.set()
    qtbot.waitUntil(lambda: batch.list.jobs[1].request.recipe.options.quality == 50)
    warm = chosen.adjustments
    assert _colours(batch) == [warm, VIVID, warm, warm]
    assert batch.list.has_own_colour(batch.list.jobs[1])


def test_a_network_belongs_to_a_folder_also_for_photos_that_come_later(
    qtbot: QtBot, batch: Batch, tmp_path: Path
) -> None:
    batch.commands.use_model(batch.list.jobs[:1], "mine")
    assert {job.request.recipe.model for job in batch.list.jobs} == {"mine"}
    added = make_photo(tmp_path / "box" / "4.png", seed=4)
    elsewhere = make_photo(tmp_path / "other" / "5.png", seed=5)
    batch.list.add([added, elsewhere])
    qtbot.waitUntil(lambda: len(batch.list.jobs) == 6 and not batch.list.is_planning)
    assert [job.request.recipe.model for job in batch.list.jobs[4:]] == ["mine", ""]


def test_the_list_is_found_again(qtbot: QtBot, batch: Batch, tmp_path: Path) -> None:
    batch.commands.cancel(batch.ids("3.png"))
    batch.end()
    again = Batch(tmp_path, BatchWorker(SharedNetwork(_no_network)))
    waiting: list[int] = []
    again.list.restored.connect(waiting.append)
    again.list.restore()
    qtbot.waitUntil(lambda: bool(waiting))
    assert waiting == [3]
    assert again.names() == ["0.png", "1.png", "2.png", "3.png"]
    again.end()


def test_a_list_that_another_window_has_is_said_unless_nobody_asked(
    qtbot: QtBot, batch: Batch, tmp_path: Path
) -> None:
    second = Batch(tmp_path, BatchWorker(SharedNetwork(_no_network)))
    second.list.restore(quiet=True)
    qtbot.waitUntil(lambda: not second.files.requests)
    assert second.failures == []
    second.list.restore()
    qtbot.waitUntil(lambda: bool(second.failures))
    assert "Tintype" in second.failures[0]
    assert second.list.queue is None
    second.end()


def test_a_report_is_written_and_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, batch: Batch, tmp_path: Path
) -> None:
    written: list[Path] = []
    batch.list.reported.connect(written.append)
    batch.list.report(tmp_path / "report.csv")
    qtbot.waitUntil(lambda: written == [tmp_path / "report.csv"])
    assert "0.png" in written[0].read_text(encoding="utf-8-sig")
    batch.list.report(tmp_path / "box" / "0.png" / "report.csv")
    qtbot.waitUntil(lambda: bool(batch.failures))
    assert "report.csv" in batch.failures[0]
