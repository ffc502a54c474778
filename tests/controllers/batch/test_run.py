"""Runs of the list without a widget: begun, paused, stopped, and why one may not begin."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.batch.batch import BatchController
from colorizer_gui.controllers.batch.run import RunState
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.core.batch import JobState, Summary
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.workers.batch.worker import BatchWorker
from colorizer_gui.workers.shared_network import SharedNetwork
from tests.support.batch.box import WarmColorizer, make_photo

PHOTOS = 3
FULL_SPEED = 30_000


class Batch:
    """A controller of a batch of three photos, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.colorizer = WarmColorizer()
        self.may_load = Event()
        self.may_load.set()
        worker = BatchWorker(SharedNetwork(self._load))
        self.controller = BatchController(Session(), worker, folder / "journal")
        self.states: list[RunState] = []
        self.summaries: list[Summary] = []
        self.failures: list[str] = []
        self.controller.run.changed.connect(self.states.append)
        self.controller.run.finished.connect(self.summaries.append)
        self.controller.failed.connect(self.failures.append)

    def _load(self) -> WarmColorizer:
        self.may_load.wait(300)
        return self.colorizer

    def job_states(self) -> list[JobState]:
        return [job.state for job in self.controller.list.jobs]


@pytest.fixture
def batch(qtbot: QtBot, tmp_path: Path) -> Iterator[Batch]:
    for number in range(PHOTOS):
        make_photo(tmp_path / "box" / f"{number}.png", seed=number)
    batch = Batch(tmp_path)
    batch.controller.list.choose(BatchChoices(tmp_path / "out"))
    batch.controller.list.add([tmp_path / "box"])
    qtbot.waitUntil(lambda: len(batch.job_states()) == PHOTOS and not batch.controller.list.is_planning)
    yield batch
    batch.controller.stop()
    assert batch.controller.wait(FULL_SPEED)


def test_a_run_writes_every_photo_and_tells_so(qtbot: QtBot, batch: Batch, tmp_path: Path) -> None:
    batch.controller.start()
    batch.controller.start()  # a second time changes nothing
    qtbot.waitUntil(lambda: bool(batch.summaries))
    assert batch.states == [RunState.STARTING, RunState.RUNNING, RunState.IDLE]
    assert batch.summaries[0].counts == {JobState.DONE: PHOTOS}
    assert batch.job_states() == [JobState.DONE] * PHOTOS
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{number}-colorized.png" for number in range(PHOTOS)
    ]
    assert batch.controller.run.engine is None


def test_a_pause_begins_no_further_photo_until_it_ends(qtbot: QtBot, batch: Batch) -> None:
    run = batch.controller.run
    batch.may_load.clear()
    batch.controller.start()
    qtbot.waitUntil(lambda: run.state is RunState.STARTING)
    run.pause()
    batch.may_load.set()
    qtbot.waitUntil(lambda: run.engine is not None)
    assert batch.colorizer.calls == 0
    run.resume()
    qtbot.waitUntil(lambda: bool(batch.summaries))
    assert batch.states == [RunState.STARTING, RunState.PAUSED, RunState.RUNNING, RunState.IDLE]
    assert batch.job_states() == [JobState.DONE] * PHOTOS


def test_what_is_stopped_waits_for_the_next_run(qtbot: QtBot, batch: Batch) -> None:
    reached, go_on = Event(), Event()

    def hold() -> None:
        reached.set()
        go_on.wait(300)

    batch.colorizer.at_call[1] = hold
    batch.controller.start()
    qtbot.waitUntil(reached.is_set)
    batch.controller.run.stop()
    assert batch.controller.run.state is RunState.STOPPING
    go_on.set()
    qtbot.waitUntil(lambda: batch.controller.run.state is RunState.IDLE)
    assert JobState.QUEUED in batch.job_states()
    assert JobState.RUNNING not in batch.job_states()
    batch.controller.start()
    qtbot.waitUntil(lambda: batch.job_states() == [JobState.DONE] * PHOTOS)


def test_results_among_the_originals_need_the_user_s_word(qtbot: QtBot, batch: Batch, tmp_path: Path) -> None:
    inside = BatchChoices(tmp_path / "box" / "colour")
    batch.controller.list.choose(inside)
    assert "box" in batch.controller.blocker()
    batch.controller.start()
    qtbot.waitUntil(lambda: bool(batch.failures))
    assert batch.failures == [batch.controller.blocker()]
    assert batch.states == []
    assert batch.job_states() == [JobState.QUEUED] * PHOTOS
