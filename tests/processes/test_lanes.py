"""Further processes carry photos of a run as its own threads do, and nothing is lost with one of them."""

import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from colorizer_gui.core.batch import JobChanged, JobState, StageChanged
from colorizer_gui.core.batch.run.failures import RunFailureError, disk_full
from colorizer_gui.core.common.errors import PhotoWriteError
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.processes.carrier import NetworkMaker
from colorizer_gui.processes.lanes import paying
from colorizer_gui.processes.messages import Raised
from tests.support.batch.bench import Bench
from tests.support.batch.box import make_box, make_photo
from tests.support.batch.lanes import LaneRun, Waiting, missing, strange
from tests.support.photos.held import write_held
from tests.support.photos.scans import write_scan

GIGABYTE = 2**30


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Bench]:
    """A second bench for the same photos."""
    (tmp_path / "other").mkdir()
    made = Bench(tmp_path / "other")
    yield made
    made.queue.close()


def states_of(bench: Bench, job_id: int) -> list[JobState]:
    return [e.job.state for e in bench.events if isinstance(e, JobChanged) and e.job.id == job_id]


def wait_for(path: Path) -> str:
    """The text of a file that another process writes."""
    for _ in range(6000):
        if path.exists():
            return path.read_text(encoding="ascii")
        time.sleep(0.02)
    raise AssertionError(f"{path} did not come")


def leftovers(bench: Bench) -> list[Path]:
    return [path for path in bench.out.rglob("*.tmp") if path.is_file()]


def test_all_photos_are_done_by_whoever_is_free(bench: Bench) -> None:
    bench.fill(12)
    summary = LaneRun(bench, enough=9).run()
    assert summary.counts == {JobState.DONE: 12}
    assert len(bench.results()) == 12
    for job in bench.queue.jobs:
        assert states_of(bench, job.id) == [JobState.RUNNING, JobState.DONE]
        stages = [e.stage for e in bench.events if isinstance(e, StageChanged) and e.job_id == job.id]
        assert stages[0] is Stage.READING
        assert stages[-1] is Stage.WRITING
        assert job.output is not None
        assert read_photo(job.output).size == (48, 32)
        assert all((job.output_sha256, job.source_sha256))
        assert job.model_sha256 == "0" * 64
    bench.reopen()
    assert bench.states() == [JobState.DONE] * 12, "the journal knows"


def test_it_says_of_damaged_photos_what_the_run_itself_says(bench: Bench, other: Bench) -> None:
    make_box(bench.box, 8)
    bench.add()
    other.box = bench.box
    other.add()
    LaneRun(bench, enough=len(bench.queue.jobs) - 3).run()
    other.run()
    for job, plain in zip(bench.queue.jobs, other.queue.jobs, strict=True):
        assert (job.request.source, job.state, str(job.message)) == (
            plain.request.source,
            plain.state,
            str(plain.message),
        )
    assert JobState.FAILED in bench.states()


def test_a_scan_is_split_and_a_photo_is_turned(bench: Bench, samples: Path) -> None:
    bench.box.mkdir()
    for number in range(3):
        make_photo(bench.box / f"a{number}.png", seed=number)
    write_held(bench.box / "left.png", 3)
    write_scan(bench.box / "scan.png", samples)
    bench.options = replace(bench.options, split=True, turn=True)
    bench.add()
    LaneRun(bench, enough=6).run()
    parts = [f"scan-colorized-{number}.png" for number in (1, 2, 3, 4)]
    assert bench.results() == [*(f"a{n}-colorized.png" for n in range(3)), "left-colorized.png", *parts]
    (left,) = (job for job in bench.queue.jobs if job.request.name == "left.png")
    assert left.request.recipe.reading.geometry.turns == 1
    assert left.message.startswith("The photo lay on its side")
    bench.reopen()
    assert left.request in {job.request for job in bench.queue.jobs}


def test_photos_wait_for_a_review(bench: Bench) -> None:
    bench.fill(6)
    bench.options = replace(bench.options, review_first=True)
    LaneRun(bench, enough=3).run()
    assert bench.states() == [JobState.TO_REVIEW] * 6
    assert all(bench.queue.stored.load(job.id) is not None for job in bench.queue.jobs)
    assert bench.results() == []


def test_what_is_there_already_is_not_made_again(bench: Bench) -> None:
    bench.fill(6)
    bench.run()
    bench.queue.start_over()
    bench.add("{name}-again")
    LaneRun(bench, enough=3).run()
    assert bench.states() == [JobState.SKIPPED] * 6
    assert all(job.message.startswith("Done before") for job in bench.queue.jobs)


def meanwhile(flag: Path, act: Callable[[int], None]) -> threading.Thread:
    """Act as soon as a process waits in its network; it gets the process's number."""

    def wait_and_act() -> None:
        number = int(wait_for(flag))
        act(number)
        flag.unlink()

    thread = threading.Thread(target=wait_and_act)
    thread.start()
    return thread


def test_one_photo_is_given_up_while_a_process_has_it(bench: Bench, tmp_path: Path) -> None:
    bench.fill(8)
    run = LaneRun(bench, Waiting(tmp_path / "flag"), enough=1)
    unwanted: list[int] = []

    def cancel(_process: int) -> None:
        unwanted.append(max(job.id for job in bench.queue.jobs if job.state is JobState.RUNNING))
        run.engine.cancel(unwanted)
        time.sleep(0.3)  # in which the process is told
        run.go.set()

    thread = meanwhile(tmp_path / "flag", cancel)
    run.run()
    thread.join()
    assert bench.queue.job(unwanted[0]).state is JobState.CANCELLED
    assert set(bench.states()) == {JobState.CANCELLED, JobState.DONE}
    assert leftovers(bench) == []


def test_a_stop_reaches_the_photos_in_processes(bench: Bench, tmp_path: Path) -> None:
    bench.fill(8)
    run = LaneRun(bench, Waiting(tmp_path / "flag"), enough=8)

    def stop(_process: int) -> None:
        run.engine.stop()
        time.sleep(0.3)
        run.go.set()

    thread = meanwhile(tmp_path / "flag", stop)
    summary = run.run()
    thread.join()
    assert summary.counts == {JobState.QUEUED: 8}
    assert leftovers(bench) == []
    assert bench.run().counts == {JobState.DONE: 8}


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_process_that_is_killed_takes_one_photo_with_it(bench: Bench, tmp_path: Path) -> None:
    bench.fill(8)
    run = LaneRun(bench, Waiting(tmp_path / "flag"), enough=1)
    thread = meanwhile(tmp_path / "flag", lambda process: os.kill(process, signal.SIGKILL))
    summary = run.run()
    thread.join()
    assert summary.counts == {JobState.DONE: 7, JobState.FAILED: 1}
    (lost,) = (job for job in bench.queue.jobs if job.state is JobState.FAILED)
    assert f'"{lost.request.source}" has ended' in lost.message
    run.engine.requeue([lost.id])
    assert bench.run().counts == {JobState.DONE: 8}


@pytest.mark.parametrize(("make", "why"), [(strange, "not those of the run"), (missing, "are gone")])
def test_a_run_goes_on_without_a_process_that_has_no_network(
    bench: Bench, make: NetworkMaker, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    bench.fill(4)
    run = LaneRun(bench, make, enough=1)

    def go_on_once_it_is_said() -> None:
        while why not in caplog.text:
            time.sleep(0.02)
        run.go.set()

    threading.Thread(target=go_on_once_it_is_said, daemon=True).start()
    assert run.run().counts == {JobState.DONE: 4}
    assert why in caplog.text


@pytest.mark.parametrize(
    ("waiting", "cores", "memory", "expected"),
    [
        (15, 2, None, 0),
        (16, 2, None, 1),
        (1000, 2, 16 * GIGABYTE, 1),
        (1000, 8, 16 * GIGABYTE, 4),
        (33, 8, 16 * GIGABYTE, 2),
        (1000, 8, 5 * GIGABYTE, 2),
        (1000, 1, 16 * GIGABYTE, 0),
        (1000, 8, GIGABYTE, 0),
    ],
)
def test_as_many_processes_as_pay(waiting: int, cores: int, memory: int | None, expected: int) -> None:
    assert paying(waiting, cores, memory) == expected


def test_an_error_keeps_its_causes(tmp_path: Path) -> None:
    error = PhotoWriteError('"{path}" was not written.', path=tmp_path)
    error.__cause__ = OSError(28, "No space left on device")
    error.__cause__.__cause__ = _UnportableError(lambda: None)
    again = pickle.loads(pickle.dumps(Raised.of(error))).again()
    assert again.sentence == error.sentence
    assert again.sentence.fields == {"path": tmp_path}
    assert again.__cause__.errno == 28
    assert "_UnportableError" in str(again.__cause__.__cause__)
    full = pickle.loads(pickle.dumps(Raised.of(RunFailureError(disk_full(tmp_path))))).again()
    assert full.failure == disk_full(tmp_path)


class _UnportableError(Exception):
    """Holds what cannot be pickled."""
