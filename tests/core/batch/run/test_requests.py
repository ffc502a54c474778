"""What is asked of a run while it lasts: stop, pause, cancel, first; and every job ends exactly once."""

import threading
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colorizer_gui.core.batch import (
    BatchEngine,
    BatchEvent,
    JobChanged,
    JobState,
    Progressed,
    RunFinished,
    StopReason,
)
from colorizer_gui.core.batch.jobs.states import ENDED, LEGAL
from tests.support.batch.bench import Bench, changes
from tests.support.batch.box import make_photo


def test_stop_and_go_on(bench: Bench) -> None:
    bench.fill(6)
    engine = bench.engine()
    bench.colorizer.at_call[3] = engine.stop
    summary = engine.run()
    assert summary.reason is StopReason.ASKED
    done = summary.counts.get(JobState.DONE, 0)
    assert set(bench.states()) <= {JobState.DONE, JobState.QUEUED}
    assert len(bench.results()) == done <= 2
    bench.reopen()
    assert bench.run().counts == {JobState.DONE: 6}
    assert len(bench.results()) == 6


def test_stopping_at_the_end_is_no_stop(bench: Bench) -> None:
    bench.fill(1)
    engine = bench.engine()
    bench.listen = lambda event: engine.stop() if isinstance(event, Progressed) else None
    assert engine.run().reason is None


def test_pause_finishes_what_was_begun(bench: Bench) -> None:
    bench.fill(4)
    engine = bench.engine()
    first_done = threading.Event()

    def listen(event: BatchEvent) -> None:
        if isinstance(event, JobChanged) and event.job.id == 1:
            if event.job.state is JobState.RUNNING:
                engine.pause()
            if event.job.state is JobState.DONE:
                first_done.set()

    bench.listen = listen
    run = threading.Thread(target=engine.run)
    run.start()
    assert first_done.wait(300)
    assert bench.queue.counts() == {JobState.DONE: 1, JobState.QUEUED: 3}
    engine.resume()
    run.join(300)
    assert bench.queue.counts() == {JobState.DONE: 4}


def test_a_paused_run_can_be_stopped(bench: Bench) -> None:
    bench.fill(3)
    engine = bench.engine()
    engine.pause()
    threading.Timer(0.0, engine.stop).start()
    assert engine.run().counts == {JobState.QUEUED: 3}


def test_what_the_user_looks_at_comes_next(bench: Bench) -> None:
    bench.fill(6)
    engine = bench.engine()

    def listen(event: BatchEvent) -> None:
        if isinstance(event, JobChanged) and (event.job.id, event.job.state) == (1, JobState.RUNNING):
            engine.prioritise(5)

    bench.listen = listen
    engine.run()
    begun = [job_id for job_id, state in changes(bench.events) if state is JobState.RUNNING]
    assert begun == [1, 5, 2, 3, 4, 6]


def test_cancel_waiting_and_running(bench: Bench) -> None:
    bench.fill(4)
    engine = bench.engine()
    bench.colorizer.at_call[1] = lambda: engine.cancel([1, 4])
    summary = engine.run()
    assert summary.counts == {JobState.DONE: 2, JobState.CANCELLED: 2}
    assert bench.states() == [JobState.CANCELLED, JobState.DONE, JobState.DONE, JobState.CANCELLED]
    engine = bench.engine()
    engine.requeue([1, 2, 4])
    engine.run()
    assert bench.states() == [JobState.DONE, JobState.SKIPPED, JobState.DONE, JobState.DONE]


def test_photos_may_be_added_while_it_runs(bench: Bench) -> None:
    bench.fill(1)
    late = make_photo(bench.box / "late.png", seed=99)
    bench.colorizer.at_call[1] = bench.add
    assert bench.run().counts == {JobState.DONE: 2}, "the one that was queued is not queued twice"
    assert f"{late.stem}-colorized.png" in bench.results()


REQUESTS = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.sampled_from(["stop", "cancel", "first", "requeue", "pause"]),
        st.integers(1, 6),
    ),
    max_size=6,
)


@settings(max_examples=25)
@given(REQUESTS)
def test_every_job_that_runs_ends_exactly_once(
    tmp_path_factory: pytest.TempPathFactory, requests: list[tuple[int, str, int]]
) -> None:
    bench = Bench(tmp_path_factory.mktemp("requests"))
    make_photo(bench.box / "1.png")
    bench.fill(5)
    engine = bench.engine()
    seen = 0

    def listen(event: BatchEvent) -> None:
        nonlocal seen
        if isinstance(event, RunFinished):
            return  # a request would come true after the summary was made
        now, seen = seen, seen + 1
        for moment, request, job_id in requests:
            if moment == now:
                fulfil(engine, request, job_id)

    bench.listen = listen
    summary = engine.run()
    bench.queue.close()
    for job_id in range(1, 7):
        path = [JobState.QUEUED, *(state for number, state in changes(bench.events) if number == job_id)]
        assert all(after in LEGAL[before] for before, after in pairwise(path)), path
        runs, ends = path.count(JobState.RUNNING), sum(state in ENDED for state in path)
        returns = sum(pair == (JobState.RUNNING, JobState.QUEUED) for pair in pairwise(path))
        from_waiting = sum(pair == (JobState.QUEUED, JobState.CANCELLED) for pair in pairwise(path))
        assert runs + from_waiting == ends + returns
    assert summary.counts == Counter(bench.states())
    assert JobState.RUNNING not in bench.states()
    assert (summary.reason is None) == (JobState.QUEUED not in bench.states())


def fulfil(engine: BatchEngine, request: str, job_id: int) -> None:
    if request == "stop":
        engine.stop()
    elif request == "cancel":
        engine.cancel([job_id])
    elif request == "first":
        engine.prioritise(job_id)
    elif request == "requeue":
        engine.requeue([job_id])
    else:
        engine.pause()
        engine.resume()
