"""What happens to jobs when workers are lost, slow or wrong; workers are of paper, files are real."""

import errno
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from colorizer_gui.cluster.crew import Task
from colorizer_gui.cluster.engine import ATTEMPTS, ClusterEngine
from colorizer_gui.cluster.finishing import WORK, Finisher
from colorizer_gui.cluster.messages import Answer
from colorizer_gui.core.batch import (
    Job,
    JobQueue,
    JobRequest,
    JobState,
    ModelIdentity,
    RunOptions,
    StopReason,
    Summary,
)
from colorizer_gui.core.batch.jobs.job import Intent
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.sentences import Sentence
from tests.support.batch.box import WarmColorizer, make_photo
from tests.support.cluster.paper_crew import LATER, PaperCrew, Script

MODEL = ModelIdentity("warm", "f" * 64)


class Bench:
    """A queue of photos, an output folder, and a crew of paper."""

    def __init__(self, folder: Path, photos: int) -> None:
        self.out = folder / "out"
        self.out.mkdir()
        self.sources = [make_photo(folder / "in" / f"{n}.jpg", n) for n in range(photos)]
        self.queue = JobQueue.open(self.out / ".tintype-batch.journal")
        self.queue.add([JobRequest(path, self.out / path.name) for path in self.sources])

    def run(self, crew: PaperCrew, options: RunOptions | None = None) -> Summary:
        finisher = Finisher(self.queue, self.out, options or RunOptions(), lambda job: MODEL.sha256)
        finisher.prepare()
        engine = ClusterEngine(
            self.queue,
            crew,
            finisher,
            colorizer=WarmColorizer(),
            model=MODEL,
            output=self.out,
            options=options or RunOptions(),
            on_event=lambda event: None,
            clock=crew.clock,
        )
        return engine.run()

    def done(self, ticket: int, task: Task) -> Answer:
        """A worker's answer with a result that waits for its name."""
        hidden = self.out / WORK / str(ticket) / f"{task.job_id - 1}.jpg"
        hidden.parent.mkdir()
        hidden.write_bytes(f"result {ticket}".encode())
        facts = {
            "source_sha256": "a" * 64,
            "output_sha256": file_sha256(hidden),
            "model_sha256": MODEL.sha256,
            "seconds": 1.0,
        }
        return Answer("node", "done", hidden=str(hidden), facts=facts)

    def results(self) -> list[str]:
        return sorted(path.name for path in self.out.iterdir() if not path.name.startswith("."))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path, 6)
    yield made
    made.queue.close()


def well(bench: Bench) -> Script:
    return lambda crew, ticket, worker, task: bench.done(ticket, task)


def said(state: str, text: str, error: int = 0) -> Answer:
    return Answer("node", state, Sentence(text).to_plain(), error)


def test_each_photo_gets_one_result_and_few_are_on_their_way(bench: Bench) -> None:
    crew = PaperCrew(well(bench))
    summary = bench.run(crew)
    assert (summary.reason, dict(summary.counts)) == (None, {JobState.DONE: 6})
    assert bench.results() == [f"{n}.jpg" for n in range(6)]
    assert crew.most == 4
    assert crew.closed
    assert not (bench.out / WORK).exists()


def test_a_photo_whose_worker_is_lost_goes_to_another_after_a_pause(bench: Bench) -> None:
    times = []

    def script(crew: PaperCrew, ticket: int, worker: int, task: Task) -> Answer | None:
        if task.job_id == 2:
            times.append(crew.now)
        return None if task.job_id == 2 and len(times) < 4 else bench.done(ticket, task)

    crew = PaperCrew(script)
    assert dict(bench.run(crew).counts) == {JobState.DONE: 6}
    pauses = [after - before for before, after in pairwise(times)]
    assert pauses == sorted(pauses)
    assert pauses[-1] >= 2.0


def test_a_photo_that_every_worker_is_lost_with_fails_and_the_others_are_done(bench: Bench) -> None:
    crew = PaperCrew(
        lambda crew, ticket, worker, task: None if task.job_id == 1 else bench.done(ticket, task)
    )
    summary = bench.run(crew)
    assert dict(summary.counts) == {JobState.DONE: 5, JobState.FAILED: 1}
    assert "workers were lost" in bench.queue.job(1).message
    assert [job for _, job in crew.given].count(1) == ATTEMPTS


def test_a_straggler_is_given_to_a_second_worker_and_one_result_is_kept(bench: Bench) -> None:
    def script(crew: PaperCrew, ticket: int, worker: int, task: Task) -> Answer | str:
        return LATER if ticket == 1 else bench.done(ticket, task)

    crew = PaperCrew(script)
    assert dict(bench.run(crew).counts) == {JobState.DONE: 6}
    assert [job for _, job in crew.given].count(1) == 2
    assert {worker for worker, job in crew.given if job == 1} == {0, 1}
    assert bench.results() == [f"{n}.jpg" for n in range(6)]


def test_a_worker_that_hangs_is_ended(bench: Bench) -> None:
    def script(crew: PaperCrew, ticket: int, worker: int, task: Task) -> Answer | str | None:
        if task.job_id in {1, 2, 3, 4} and ticket <= 4:
            return None if worker in crew.dismissed else LATER
        return bench.done(ticket, task)

    crew = PaperCrew(script)
    assert dict(bench.run(crew).counts) == {JobState.DONE: 6}
    assert set(crew.dismissed) == {0, 1}


def test_without_a_worker_that_can_work_the_run_stops_and_photos_wait(bench: Bench) -> None:
    crew = PaperCrew(well(bench), refusal=Sentence("The node has no weights."))
    summary = bench.run(crew)
    assert (summary.reason, summary.message) == (StopReason.CLUSTER, "The node has no weights.")
    assert dict(summary.counts) == {JobState.QUEUED: 6}


def test_a_bad_photo_fails_once_and_a_full_disk_stops_the_run(bench: Bench) -> None:
    def script(crew: PaperCrew, ticket: int, worker: int, task: Task) -> Answer:
        if task.job_id == 1:
            return said("failed", "No photo.")
        return bench.done(ticket, task) if task.job_id < 5 else said("full", "The disk is full.")

    crew = PaperCrew(script)
    summary = bench.run(crew)
    assert (summary.reason, summary.message) == (StopReason.DISK_FULL, "The disk is full.")
    assert [job for _, job in crew.given].count(1) == 1
    assert bench.queue.job(1).message == "No photo."
    assert bench.queue.job(5).state is JobState.QUEUED


def test_what_one_node_cannot_read_another_one_may(bench: Bench) -> None:
    def script(crew: PaperCrew, ticket: int, worker: int, task: Task) -> Answer:
        if worker == 0:
            return said("failed", "It is not there.", errno.ENOENT)
        return bench.done(ticket, task)

    summary = bench.run(PaperCrew(script))
    assert summary.counts[JobState.DONE] >= 3
    failed = [job for job in bench.queue.jobs if job.state is JobState.FAILED]
    assert all('not on the node "node"' in job.message for job in failed)


def test_a_photo_that_nobody_can_read_fails_at_once(bench: Bench) -> None:
    bench.sources[0].unlink()
    crew = PaperCrew(
        lambda crew, ticket, worker, task: (
            said("failed", "It is not there.", errno.ENOENT) if task.job_id == 1 else bench.done(ticket, task)
        )
    )
    assert dict(bench.run(crew).counts) == {JobState.DONE: 5, JobState.FAILED: 1}
    assert [job for _, job in crew.given].count(1) == 1


def test_a_promise_that_came_true_is_not_done_again(bench: Bench) -> None:
    job = bench.queue.job(1)
    job.request.target.write_bytes(b"whole")
    hashes = file_sha256(job.request.target), "a" * 64, MODEL.sha256
    bench.queue.announce(1, Intent(job.request.target, *hashes))
    crew = PaperCrew(well(bench))
    assert dict(bench.run(crew).counts) == {JobState.DONE: 6}
    assert 1 not in {job_id for _, job_id in crew.given}


def test_what_was_done_before_is_told_to_the_worker(bench: Bench) -> None:
    bench.run(PaperCrew(well(bench)))
    bench.queue.start_over()
    bench.queue.add([JobRequest(path, bench.out / path.name) for path in bench.sources])
    known = []

    def script(crew: PaperCrew, ticket: int, worker: int, task: Task) -> Answer:
        known.append(task.known)
        output = task.known[0][1]["output"]
        return Answer("node", "skipped", facts={"output": output, "source_sha256": "a" * 64})

    assert dict(bench.run(PaperCrew(script)).counts) == {JobState.SKIPPED: 6}
    assert [[sha for sha, _ in each] for each in known] == [["a" * 64]] * 6
    assert bench.results() == [f"{n}.jpg" for n in range(6)]


def test_nothing_is_overwritten(bench: Bench) -> None:
    (bench.out / "0.jpg").write_bytes(b"of somebody else")
    bench.run(PaperCrew(well(bench)))
    assert (bench.out / "0.jpg").read_bytes() == b"of somebody else"
    outputs: list[Job] = [job for job in bench.queue.jobs if job.id == 1]
    assert outputs[0].output == bench.out / "0 (2).jpg"
