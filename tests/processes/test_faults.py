"""What goes wrong with a further process harms neither the run nor the photo after."""

import hashlib
import os
import pickle
import signal
from collections.abc import Iterator
from typing import Any, cast

import pytest

from colorizer_gui.core.batch import JobQueue, JobState
from colorizer_gui.core.batch.jobs.job import Intent, Job
from colorizer_gui.core.batch.lanes.lane import LaneDesk, LaneError, LaneSetup
from colorizer_gui.core.batch.run.steps import Settled
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import WeightsError
from colorizer_gui.processes import lanes
from colorizer_gui.processes.lanes import ProcessLane, ProcessLanes
from colorizer_gui.processes.messages import Asked
from tests.support.batch.bench import MODEL, Bench
from tests.support.batch.lanes import LaneRun, known


@pytest.fixture
def setup(bench: Bench) -> LaneSetup:
    return LaneSetup(MODEL, bench.out, bench.queue.stored.folder, bench.options)


@pytest.fixture
def lane(setup: LaneSetup) -> Iterator[ProcessLane]:
    made = ProcessLane(setup, known)
    yield made
    made.close()


def waited_for(lane: ProcessLane) -> bool:
    return any(lane.is_ready(1.0) for _ in range(120))


def ignore(*_told: object) -> None:
    """Told, and not needed."""


def test_a_run_goes_on_where_nobody_can_say_whether_processes_pay(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    def gone() -> bool:
        raise WeightsError("The weights are gone.")

    bench.fill(2)
    run = LaneRun(bench, pays=gone)
    run.go.set()
    assert run.run().counts == {JobState.DONE: 2}
    assert "are gone" in caplog.text


def test_a_run_goes_on_with_the_processes_that_the_system_allows(
    setup: LaneSetup, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    left = [object(), object()]

    def start(*_arguments: Any, **_options: Any) -> object:
        if not left:
            raise OSError("no more processes")
        return left.pop()

    monkeypatch.setattr(lanes, "ProcessLane", start)
    assert len(ProcessLanes(known, most=5)(setup, 20)) == 2
    assert "2 further processes of 5: no more processes" in caplog.text


def test_there_are_no_more_processes_than_photos(setup: LaneSetup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "ProcessLane", lambda *_arguments, **_options: object())
    assert len(ProcessLanes(known, most=63)(setup, 3)) == 3


def test_a_process_that_is_in_the_middle_of_a_photo_gets_no_other_one(
    bench: Bench, lane: ProcessLane
) -> None:
    def broken(*_told: object) -> None:
        raise ValueError("a fault of the listener")

    bench.fill(1)
    job = bench.queue.take()
    assert isinstance(job, Job)
    assert waited_for(lane)
    with pytest.raises(ValueError, match="fault of the listener"):
        lane.carry(job, LaneDesk(bench.queue, broken, ignore, ignore), CancelToken())
    assert not lane.works


def test_an_error_of_the_queue_reaches_the_process_whatever_it_holds(bench: Bench) -> None:
    class Queue:
        def token(self, _job_id: int) -> str:
            raise KeyError(lambda: None)  # which cannot be pickled

    desk = LaneDesk(cast("JobQueue", Queue()), ignore, ignore, ignore)
    answer = pickle.loads(pickle.dumps(lanes._answer(Asked("token", (1,)), desk)))
    assert "KeyError" in str(answer.error)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_ctrl_c_is_not_heard_while_a_process_starts(lane: ProcessLane) -> None:
    """The whole group of processes gets it, and the run decides."""
    assert lane._process.pid is not None
    os.kill(lane._process.pid, signal.SIGINT)
    assert waited_for(lane)


def test_nobody_waits_for_a_process_that_still_loads(
    lane: ProcessLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float | None] = []
    with monkeypatch.context() as patch:
        patch.setattr(lane._process, "join", lambda seconds=None: waited.append(seconds))
        lane.close()
    assert waited[0] == 0


class Dying:
    """Ends between a result and the news of it."""

    works = True

    def is_ready(self, _seconds: float) -> bool:
        return True

    def carry(self, job: Job, desk: LaneDesk, _token: CancelToken) -> Settled:
        job.request.target.write_bytes(b"whole")
        digest = hashlib.sha256(b"whole").hexdigest()
        desk.queue.announce(job.id, Intent(job.request.target, digest, "1" * 64, MODEL.sha256))
        self.works = False
        raise LaneError("It is gone.")

    def close(self) -> None:
        pass


def test_what_a_process_has_written_before_its_end_is_not_written_again(bench: Bench) -> None:
    bench.fill(8)
    run = LaneRun(bench, enough=1)
    run.engine._make_lanes = lambda _setup, _waiting: [Dying()]
    assert run.run().counts == {JobState.DONE: 8}
    written = [job.output for job in bench.queue.jobs if job.source_sha256 == "1" * 64]
    assert len(written) == 1
    assert len(bench.results()) == 8
