"""A full disk, folders that go away, permissions that are lost: a clear end that can be gone on from."""

import errno
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from colorizer_gui.core.batch import JobState, JournalError, Recipe, RunOptions, StopReason, Summary
from colorizer_gui.core.batch.jobs.job import JobRequest
from colorizer_gui.core.batch.run import disk_space as space
from colorizer_gui.core.batch.run.disk_space import Need, Room, SpaceGauge, readable_size
from colorizer_gui.core.batch.run.failures import output_failure
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.photo_io.codecs import encoding
from colorizer_gui.core.photo_io.writing import writing
from tests.support.batch.bench import Bench
from tests.support.batch.box import make_photo


def goes_on(bench: Bench, summary: Summary, photos: int) -> None:
    """Nothing failed, nothing is half there, and the next run does the rest."""
    assert summary.message.endswith(".")
    assert set(bench.states()) <= {JobState.DONE, JobState.QUEUED}, [job.message for job in bench.queue.jobs]
    assert JobState.QUEUED in bench.states()
    if bench.out.exists():
        assert len(bench.results()) == summary.counts.get(JobState.DONE, 0)
    bench.reopen()
    bench.queue.start_over()
    bench.add()
    assert bench.run().reason is None
    assert {*bench.states()} <= {JobState.DONE, JobState.SKIPPED}
    assert len(bench.results()) == photos


def test_a_full_disk(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.fill(5)
    encode, calls = encoding.encode, 0

    def full(picture: Any, kind: Any, options: Any, stream: Any) -> None:
        nonlocal calls
        calls += 1
        encode(picture, kind, options, stream)
        if calls == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing, "encode", full)
    summary = bench.run()
    assert summary.reason is StopReason.DISK_FULL
    assert "full" in summary.message
    assert summary.counts == {JobState.DONE: 2, JobState.QUEUED: 3}
    goes_on(bench, summary, 5)


@pytest.mark.parametrize("record", ["intent", "state"])
def test_a_full_disk_under_the_journal(bench: Bench, monkeypatch: pytest.MonkeyPatch, record: str) -> None:
    bench.fill(4)
    journal: Any = bench.queue._journal
    append, calls = journal.append, 0

    def full(records: Any) -> None:
        nonlocal calls
        (entry,) = records
        calls += entry["kind"] == record
        if calls > 3:
            raise JournalError("The disk is full.", disk_full=True)
        append([entry])

    monkeypatch.setattr(journal, "append", full)
    summary = bench.run()
    assert summary.reason is StopReason.DISK_FULL
    assert JobState.RUNNING not in bench.states()
    monkeypatch.undo()
    goes_on(bench, summary, 4)


def test_the_journal_fails_between_a_result_and_its_line(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The promise was kept and could not be reported: the next process finds the result by its hash."""
    bench.fill(1)
    journal: Any = bench.queue._journal
    append = journal.append

    def full(records: Any) -> None:
        (entry,) = records
        if entry.get("state") == "done":
            raise JournalError("The disk is full.", disk_full=True)
        append([entry])

    monkeypatch.setattr(journal, "append", full)
    assert bench.run().counts == {JobState.DONE: 1}
    monkeypatch.undo()
    bench.reopen()
    (job,) = bench.queue.jobs
    assert job.state is JobState.QUEUED
    assert bench.run().counts == {JobState.DONE: 1}
    assert bench.colorizer.calls == 1
    assert bench.results() == ["scan 0-colorized.png"]


@pytest.mark.skipif(sys.platform != "linux", reason="mount namespaces are Linux's")
def test_a_disk_that_is_really_full(project: Path, tmp_path: Path) -> None:
    apart = ["unshare", "--mount", "--map-root-user"]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], check=False).returncode:
        pytest.skip("needs a mount namespace of its own")
    script = project / "tests" / "support" / "batch" / "full_disk.py"
    answer = subprocess.run(
        [*apart, sys.executable, str(script), str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.endswith("then all were there\n")


def test_too_little_space_is_said_before_the_start(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.fill(2)
    with monkeypatch.context() as patch:
        patch.setattr(space, "free_space", lambda folder: 1000)
        summary = bench.run()
        assert summary.reason is StopReason.DISK_FULL
        assert "1.0 kB free" in summary.message
        assert summary.counts == {JobState.QUEUED: 2}
        bench.options = RunOptions(reserve=0, check_space=False)
        assert bench.run().reason is None


def test_what_is_to_be_reviewed_first_needs_little_room(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same disk is too small for the results, and large enough for the predictions."""
    bench.fill(2)
    bench.queue.revise({job.id: replace(job.request, size=10**9) for job in bench.queue.jobs})
    monkeypatch.setattr(space, "free_space", lambda folder: 10**8)
    assert bench.run().reason is StopReason.DISK_FULL
    bench.options = RunOptions(review_first=True)
    assert bench.run().counts == {JobState.TO_REVIEW: 2}


def test_too_little_space_for_what_is_reviewed_is_said_of_its_own_disk(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.fill(2)
    journal = bench.queue.stored.folder.parent
    monkeypatch.setattr(space, "free_space", lambda folder: 10**9 if folder == bench.out else 1000)
    bench.options = RunOptions(review_first=True)
    summary = bench.run()
    assert summary.reason is StopReason.DISK_FULL
    assert "for the review" in summary.message
    assert f'"{journal}" has 1.0 kB free' in summary.message
    bench.options = RunOptions()
    assert bench.run().reason is None


def test_the_fuller_one_of_two_disks_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, stored = tmp_path / "output", tmp_path / "stored"
    free = {output: 1000, stored: 500}
    monkeypatch.setattr(space, "free_space", free.__getitem__)
    shared = space.scarcest(Need(100, 70), output, stored)
    assert shared == Room(output, 170, 1000), "both are on one disk"
    disks = {output: 1, stored: 2}
    monkeypatch.setattr(space, "_disk", disks.__getitem__)
    assert space.scarcest(Need(100, 70), output, stored) == Room(stored, 70, 500)
    assert space.scarcest(Need(900, 70), output, stored) == Room(output, 900, 1000)
    assert space.scarcest(Need(900, 0), output, stored) == Room(output, 900, 1000)
    assert space.scarcest(Need(), output, stored) == Room(output, 0, 1000)


def test_space_goes_while_it_runs(bench: Bench) -> None:
    bench.fill(2)
    bench.options = RunOptions(reserve=2**60, check_space=False)
    assert bench.run().reason is StopReason.DISK_FULL
    bench.options = RunOptions(reserve=0)
    assert bench.run().counts == {JobState.DONE: 2}


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let folders go that are in use")
def test_the_output_folder_goes(bench: Bench) -> None:
    bench.fill(6)
    away = bench.out.with_name("away")
    # At once, unlike removing it file by file while a result is written.
    bench.colorizer.at_call[3] = lambda: bench.out.rename(away)  # type: ignore[assignment]
    summary = bench.run()
    shutil.rmtree(away)
    assert summary.reason is StopReason.OUTPUT_LOST
    assert str(bench.out) in summary.message
    assert not bench.out.exists(), "it might be a drive that was unplugged"
    goes_on(bench, summary, 6)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let folders go that are in use")
def test_the_output_folder_goes_right_after_it_was_seen(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.fill(3)
    bench.colorizer.at_call[1] = lambda: bench.out.rename(bench.out.with_name("away"))  # type: ignore[assignment]
    seen = Path.is_dir
    monkeypatch.setattr(Path, "is_dir", lambda path, **options: path == bench.out or seen(path, **options))
    assert bench.run().reason is StopReason.OUTPUT_LOST
    assert not os.path.lexists(bench.out)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let folders go that are in use")
def test_the_source_folder_goes(bench: Bench) -> None:
    bench.fill(6)
    away = bench.box.with_name("away")
    bench.colorizer.at_call[2] = lambda: bench.box.rename(away)  # type: ignore[assignment]
    summary = bench.run()
    assert summary.reason is StopReason.SOURCE_LOST
    assert str(bench.box) in summary.message
    away.rename(bench.box)
    goes_on(bench, summary, 6)


def test_one_photo_that_goes_fails_alone(bench: Bench) -> None:
    bench.fill(6)
    bench.colorizer.at_call[1] = (bench.box / "scan 5.png").unlink
    assert bench.run().counts == {JobState.DONE: 5, JobState.FAILED: 1}


def test_permission_to_write_is_lost(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.fill(4)
    open_file = Path.open
    with monkeypatch.context() as patch:

        def refuse(self: Path, mode: str = "r", *words: Any, **options: Any) -> Any:
            if "x" in mode and self.parent == bench.out:
                raise PermissionError(errno.EACCES, "Permission denied")
            return open_file(self, mode, *words, **options)

        bench.colorizer.at_call[2] = lambda: patch.setattr(Path, "open", refuse)
        summary = bench.run()
    assert summary.reason is StopReason.OUTPUT_LOST
    assert "Permission denied" in summary.message
    goes_on(bench, summary, 4)


def test_a_folder_that_cannot_be_made(bench: Bench) -> None:
    bench.fill(1)
    bench.out.write_bytes(b"a file")
    summary = bench.run()
    assert summary.reason is StopReason.OUTPUT_LOST
    assert summary.counts == {JobState.QUEUED: 1}


def test_estimates_learn(tmp_path: Path) -> None:
    gauge = SpaceGauge()
    request = JobRequest(Path("a.jpg"), Path("b.jpg"), size=1000)
    assert gauge.needed([request, request]) == 4000
    gauge.learn(request, 3000)
    gauge.learn(request, 5000)
    assert gauge.needed([request]) == 4000
    small = replace(request, recipe=Recipe(options=WriteOptions(quality=50)))
    assert gauge.needed([small, request]) == 6000, "results of another quality say nothing"
    gauge.learn(replace(request, size=0), 1000)
    assert gauge.needed([request]) == 4000, "nothing can be learnt from a source of unknown size"
    lossless = JobRequest(make_photo(tmp_path / "a.jpg"), Path("b.png"), size=1000)
    assert SpaceGauge().needed([lossless]) == 12000
    assert [readable_size(size) for size in (999, 1500, 3_100_000_000, 2 * 10**12)] == [
        "999 bytes",
        "1.5 kB",
        "3.1 GB",
        "2.0 TB",
    ]


def test_threads_that_try_the_output_folder_at_a_time_are_in_nobodys_way(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = set(threads.map(lambda _number: output_failure(tmp_path), range(1000)))
    assert found == {None}
    assert list(tmp_path.iterdir()) == []
