"""A run: order, requests, bad files, and that every job ends exactly once."""

import gc
import os
import threading
import weakref
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from colorizer_gui.core.batch import (
    BatchEngine,
    BatchEvent,
    BatchStartError,
    JobChanged,
    JobState,
    ModelIdentity,
    Noticed,
    OnExisting,
    Progressed,
    RunFinished,
    RunOptions,
    RunStarted,
    StageChanged,
    StopReason,
)
from colorizer_gui.core.batch.jobs.states import ENDED, LEGAL
from colorizer_gui.core.batch.run import steps
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import ReadOptions, decode_photo
from colorizer_gui.core.photo_io.reading import need
from tests.support.batch.bench import MODEL, Bench
from tests.support.batch.box import make_box, make_photo


def changes(events: list[BatchEvent]) -> list[tuple[int, JobState]]:
    return [(event.job.id, event.job.state) for event in events if isinstance(event, JobChanged)]


def test_everything_is_done_in_natural_order(bench: Bench) -> None:
    bench.fill(12)
    summary = bench.run()
    assert summary.counts == {JobState.DONE: 12}
    assert summary.reason is None
    assert len(bench.results()) == 12
    assert [job_id for job_id, state in changes(bench.events) if state is JobState.RUNNING] == [*range(1, 13)]
    names = [job.request.source.name for job in bench.queue.jobs]
    assert names[2:] == [f"scan {number}.png" for number in range(2, 12)]
    assert isinstance(bench.events[0], RunStarted)
    assert bench.events[0].waiting == 12
    assert bench.events[0].space_needed > 0
    assert bench.events[-1] == RunFinished(summary)
    progress = [event for event in bench.events if isinstance(event, Progressed)]
    assert [event.ended for event in progress] == [*range(1, 13)]
    assert {event.total for event in progress} == {12}
    assert progress[-1].seconds_left == 0


def test_facts_of_a_result(bench: Bench) -> None:
    bench.colorizer.notice = "The graphics card was full."
    bench.fill(1)
    bench.run()
    (job,) = bench.queue.jobs
    assert job.output == bench.out / "scan 0-colorized.png"
    assert job.output_sha256 == file_sha256(job.output)
    assert job.source_sha256 == file_sha256(job.request.source)
    assert job.model_sha256 == MODEL.sha256
    assert job.seconds > 0
    assert job.intent is None
    assert job.message == bench.colorizer.notice
    assert Noticed(job.id, bench.colorizer.notice) in bench.events


def test_a_photo_in_colour_is_said(bench: Bench) -> None:
    y, x = np.mgrid[0:64, 0:80]
    planes = [60 + x, 90 + y, 150 + 60 * np.sin(x / 9)]
    bench.box.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.dstack(planes).astype(np.uint8)).save(bench.box / "coloured.png")
    bench.fill(1)
    bench.run()
    messages = {job.request.source.name: job.message for job in bench.queue.jobs}
    assert "in colour already" in messages["coloured.png"]
    assert messages["scan 0.png"] == ""


def test_what_a_large_photo_needs_is_said_before_it_is_read(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(need, "LARGE_PIXELS", 1)
    monkeypatch.setattr(need, "_LEAST_BYTES", 0)
    bench.fill(1)
    assert bench.run().counts == {JobState.DONE: 1}
    kinds = [type(event) for event in bench.events]
    noticed = kinds.index(Noticed)
    assert "GB of memory" in bench.events[noticed].text  # type: ignore[union-attr]
    read = [index for index, event in enumerate(bench.events) if isinstance(event, StageChanged)]
    assert read[0] < noticed < read[1]


def test_bad_files_are_named_and_can_be_tried_again(bench: Bench) -> None:
    box = make_box(bench.box, 10)
    bench.add()
    bench.run()
    assert bench.queue.counts() == {JobState.DONE: 10, JobState.FAILED: 4}
    failed = [job for job in bench.queue.jobs if job.state is JobState.FAILED]
    assert {job.request.source for job in failed} == set(box.bad)
    assert all(job.request.source.name in job.message and job.message.endswith(".") for job in failed)
    box.check(bench.out)
    make_photo(bench.box / "text.png")
    engine = bench.engine()
    engine.retry_failed()
    engine.run()
    assert bench.queue.counts() == {JobState.DONE: 11, JobState.FAILED: 3}


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (InferenceError("No colours."), "No colours."),
        (MemoryError(), "memory"),
        (TypeError("nonsense"), "fault in Tintype (TypeError: nonsense)"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_whatever_goes_wrong_concerns_one_photo(bench: Bench, error: Exception, word: str) -> None:
    def fail() -> None:
        raise error

    bench.colorizer.at_call[2] = fail
    bench.fill(3)
    summary = bench.run()
    assert summary.counts == {JobState.DONE: 2, JobState.FAILED: 1}
    assert word in bench.queue.job(2).message


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
    assert first_done.wait(60)
    assert bench.queue.counts() == {JobState.DONE: 1, JobState.QUEUED: 3}
    engine.resume()
    run.join(60)
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


def test_names_that_are_taken(bench: Bench) -> None:
    bench.fill(2)
    bench.out.mkdir()
    (bench.out / "scan 0-colorized.png").write_bytes(b"mine")
    bench.options = RunOptions(on_existing=OnExisting.SKIP, reserve=0)
    target = bench.out / "scan 1-colorized.png"
    bench.colorizer.at_call[1] = lambda: target.write_bytes(b"at the last moment")  # type: ignore[assignment]
    assert bench.run().counts == {JobState.SKIPPED: 2}
    assert all("already" in job.message for job in bench.queue.jobs)
    assert bench.results() == ["scan 0-colorized.png", "scan 1-colorized.png"]
    bench.options = RunOptions(reserve=0)
    engine = bench.engine()
    engine.requeue([1, 2])
    engine.run()
    assert len(bench.results()) == 4
    assert (bench.out / "scan 0-colorized.png").read_bytes() == b"mine"
    assert bench.queue.job(1).output == bench.out / "scan 0-colorized (2).png"


def test_two_copies_of_a_photo_both_get_a_result(bench: Bench) -> None:
    for name in ("a.png", "in/a.png", "b.png"):
        make_photo(bench.box / name, seed=7)
    bench.add()
    assert bench.run().counts == {JobState.DONE: 3}
    bench.queue.start_over()
    bench.add()
    assert bench.run().counts == {JobState.SKIPPED: 3}
    assert bench.colorizer.calls == 3


def test_another_model_is_another_result(bench: Bench) -> None:
    bench.fill(1)
    bench.run()
    bench.queue.start_over()
    bench.add()
    assert bench.engine(ModelIdentity("new", "1" * 64)).run().counts == {JobState.DONE: 1}
    assert len(bench.results()) == 2


def test_a_photo_of_another_output_folder_goes_there(bench: Bench) -> None:
    bench.fill(1)
    first, bench.out = bench.out, bench.out.with_name("other")
    assert bench.run().counts == {JobState.DONE: 1}
    assert [path.parent for path in first.rglob("*.png")] == [first]


def test_an_engine_runs_once(bench: Bench) -> None:
    engine = bench.engine()
    engine.run()
    with pytest.raises(BatchStartError):
        engine.run()


def test_a_fault_of_the_listener_is_not_lost(bench: Bench) -> None:
    bench.fill(3)

    def listen(event: BatchEvent) -> None:
        if isinstance(event, Progressed):
            raise ZeroDivisionError

    bench.listen = listen
    with pytest.raises(ZeroDivisionError):
        bench.run()
    assert JobState.FAILED not in bench.states()
    assert JobState.RUNNING not in bench.states()


@pytest.mark.parametrize("review_first", [False, True])
def test_at_most_three_photos_are_in_memory(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, *, review_first: bool
) -> None:
    bench.fill(12)
    bench.options = RunOptions(reserve=0, review_first=review_first)
    planes: list[weakref.ref[Any]] = []
    most = 0

    def counting(data: bytes, path: Path, options: ReadOptions) -> Photo:
        nonlocal most
        photo = decode_photo(data, path, options)
        planes.append(weakref.ref(photo.lightness))
        gc.collect()
        most = max(most, sum(plane() is not None for plane in planes))
        return photo

    monkeypatch.setattr(steps, "decode_photo", counting)
    assert bench.run().counts == {JobState.TO_REVIEW if review_first else JobState.DONE: 12}
    assert 1 <= most <= 3


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_originals_may_be_read_only(bench: Bench) -> None:
    bench.fill(2)
    for path in bench.box.iterdir():
        path.chmod(0o400)
    bench.box.chmod(0o500)
    try:
        assert bench.run().counts == {JobState.DONE: 2}
    finally:
        bench.box.chmod(0o700)


WISHES = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.sampled_from(["stop", "cancel", "first", "requeue", "pause"]),
        st.integers(1, 6),
    ),
    max_size=6,
)


@settings(max_examples=25)
@given(WISHES)
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
