"""A run: order, facts of results, bad files, names, and what a run takes."""

import gc
import os
import weakref
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from colorizer_gui.core.batch import (
    BatchEvent,
    BatchStartError,
    JobState,
    ModelIdentity,
    Noticed,
    OnExisting,
    Progressed,
    RunFinished,
    RunOptions,
    RunStarted,
    StageChanged,
)
from colorizer_gui.core.batch.run import steps
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import ReadOptions, decode_photo
from colorizer_gui.core.photo_io.reading import need
from tests.support.batch.bench import MODEL, Bench, changes
from tests.support.batch.box import make_box, make_photo


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
