"""The journal on the disk: cut off, damaged, locked, full."""

import errno
import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colorizer_gui.core.batch import JobQueue, JobRequest, JobState, JournalError, Recipe
from colorizer_gui.core.batch.jobs.job import Intent
from colorizer_gui.core.batch.journal.journal_file import JournalFile
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.batch.planning.scanning import LeftOut, Scan
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.batch.box import make_photo


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def requests(folder: Path, count: int) -> list[JobRequest]:
    return [JobRequest(folder / f"{n}.png", folder / "out" / f"{n}-colorized.png") for n in range(count)]


def test_everything_comes_back(path: Path, tmp_path: Path) -> None:
    recipe = Recipe(Adjustments(saturation=0.25), WriteOptions(quality=80))
    name = os.fsdecode(b"gro\xdf.jpg") if os.name == "posix" else "groß.jpg"
    request = JobRequest(tmp_path / name, tmp_path / "out" / name, recipe, tmp_path, 1234, counter="007")
    queue = JobQueue.open(path)
    jobs = queue.add([request, *requests(tmp_path, 3)])
    queue.take()
    output = tmp_path / "out" / "x (2).jpg"
    queue.change(1, JobState.DONE, output=output, source_sha256="s", output_sha256="o", seconds=1.5)
    queue.take()
    queue.change(2, JobState.FAILED, message="Ñandú is “damaged”.")
    queue.move([jobs[3].id], 0)
    queue.remove([jobs[2].id])
    before = queue.jobs
    queue.close()
    queue = JobQueue.open(path)
    assert queue.jobs == before
    assert queue.notice == ""
    assert [job.id for job in queue.jobs] == [4, 1, 2]
    (added,) = queue.add(requests(tmp_path, 1))
    assert added.id == 5, "no number is used twice"
    queue.close()


def test_what_is_no_job_is_remembered_as_long_as_there_are_jobs(path: Path, tmp_path: Path) -> None:
    empty = Sentence('There are no photos in the folder "{root}".', root=tmp_path)
    queue = JobQueue.open(path)
    queue.note_omissions(Scan((), {LeftOut.HIDDEN: (tmp_path / "._a.jpg",)}))
    assert not queue.omissions, "they belong to jobs"
    (job,) = queue.add(requests(tmp_path, 1))
    hidden, system = (tmp_path / "._b.jpg",), (tmp_path / "Ñandú" / "Thumbs.db",)
    queue.note_omissions(Scan((), {LeftOut.HIDDEN: hidden}, (empty,)))
    queue.note_omissions(Scan((), {LeftOut.HIDDEN: hidden, LeftOut.SYSTEM: system}, (empty,)))
    expected = Omissions({LeftOut.HIDDEN: hidden, LeftOut.SYSTEM: system}, (empty,))
    assert queue.omissions == expected
    assert queue.omissions.count == 2
    for _ in range(2):  # from the lines as they were written, and from the shorter journal
        queue.close()
        queue = JobQueue.open(path)
        assert queue.omissions == expected
    (problem,) = queue.omissions.problems
    assert isinstance(problem, Sentence)
    assert problem.template == empty.template, "it can still be translated"
    queue.remove([job.id])
    assert not queue.omissions
    queue.close()
    queue = JobQueue.open(path)
    assert not queue.omissions
    queue.close()


def test_what_waits_can_be_asked_otherwise(path: Path, tmp_path: Path) -> None:
    queue = JobQueue.open(path)
    first, second, third = queue.add(requests(tmp_path, 3))
    queue.take()
    queue.take()
    intent = Intent(tmp_path / "x.png", "o", "s", "m")
    queue.announce(second.id, intent)
    queue.change(second.id, JobState.QUEUED)
    wanted = JobRequest(tmp_path / "0.png", tmp_path / "elsewhere" / "0.png", Recipe(Adjustments(warmth=0.5)))
    other = JobRequest(tmp_path / "1.png", tmp_path / "elsewhere" / "1.png")
    asked = {first.id: wanted, second.id: other, third.id: third.request, 99: other}
    (changed,) = queue.revise(asked)
    assert (changed.id, changed.request, changed.intent) == (second.id, other, intent)
    assert queue.job(first.id).request == first.request, "it runs already"
    (numbered,) = queue.revise({first.id: replace(wanted, counter="1")})
    assert numbered.request == replace(first.request, counter="1"), "a number changes nothing of the work"
    assert numbered.state is JobState.RUNNING
    assert queue.counters() == {first.request.source: "1"}
    before = queue.jobs[1:]
    queue.close()
    queue = JobQueue.open(path)
    assert {job.id: job for job in queue.jobs if job.id != first.id} == {job.id: job for job in before}
    queue.close()


def test_results_move_with_the_journal(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    queue = JobQueue.open(old / "journal")
    queue.add([JobRequest(tmp_path / "a.png", old / "in" / "a.png")])
    queue.take()
    queue.change(1, JobState.DONE, output=old / "in" / "a (2).png")
    queue.close()
    old.rename(new)
    queue = JobQueue.open(new / "journal")
    assert queue.job(1).output == new / "in" / "a (2).png"
    assert queue.job(1).request.source == tmp_path / "a.png"
    queue.close()


def test_only_one_at_a_time(path: Path) -> None:
    queue = JobQueue.open(path)
    with pytest.raises(JournalError, match="at work"):
        JobQueue.open(path)
    queue.close()
    JobQueue.open(path).close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name], "the lock is gone"


def test_a_journal_cut_anywhere_is_a_shorter_one(path: Path, tmp_path: Path) -> None:
    queue = JobQueue.open(path)
    queue.add(requests(tmp_path, 3))
    for number in (1, 2):
        queue.take()
        queue.announce(number, Intent(tmp_path / "out" / "gone.png", "o", "s", "m"))
        queue.change(number, JobState.DONE, output=tmp_path / f"{number}.png")
    queue.close()
    whole = path.read_bytes()
    done_before = 0
    for length in range(0, len(whole) + 1, 13):
        path.write_bytes(whole[:length])
        queue = JobQueue.open(path)
        assert queue.notice == ""
        done = queue.counts().get(JobState.DONE, 0)
        assert done >= done_before
        done_before = done
        queue.close()
    assert done_before == 2 - (len(whole) % 13 != 0)


@settings(max_examples=40)
@given(st.data())
def test_garbage_is_said_and_kept_and_the_rest_is_used(
    path: Path, tmp_path: Path, data: st.DataObject
) -> None:
    for left in tmp_path.iterdir():
        left.unlink()
    queue = JobQueue.open(path)
    queue.add(requests(tmp_path, 4))
    queue.close()
    whole = bytearray(path.read_bytes())
    start = data.draw(st.integers(0, len(whole) - 2))
    garbage = data.draw(st.binary(min_size=1, max_size=40))
    ends = [match.end() for match in re.finditer(rb"\n", whole)]
    # Line 0 is the head; a line is whole with its own end and that of the line before.
    spans = enumerate(pairwise(ends), start=1)
    untouched = {n for n, (a, b) in spans if start + len(garbage) < a or start >= b}
    whole[start : start + len(garbage)] = garbage
    path.write_bytes(whole)
    queue = JobQueue.open(path)
    if queue.notice:
        assert "damaged" in queue.notice
        assert path.with_name("journal.damaged").read_bytes() == whole
    assert untouched <= {job.id for job in queue.jobs}
    before = queue.jobs
    queue.close()
    queue = JobQueue.open(path)
    assert queue.jobs == before
    assert queue.notice == ""
    queue.close()


def test_a_file_that_is_no_journal_is_kept(path: Path) -> None:
    path.write_bytes(b"my diary\n" * 10)
    queue = JobQueue.open(path)
    assert queue.jobs == ()
    assert "0 of its 10 entries" in queue.notice
    assert path.with_name("journal.damaged").read_bytes() == b"my diary\n" * 10
    queue.close()


def test_one_damaged_line_costs_one_entry(path: Path, tmp_path: Path) -> None:
    queue = JobQueue.open(path)
    queue.add(requests(tmp_path, 4))
    queue.close()
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"png", b"pnx")
    path.write_bytes(b"\n".join(lines))
    queue = JobQueue.open(path)
    assert [job.request.source.name for job in queue.jobs] == ["0.png", "2.png", "3.png"]
    assert "4 of its 5 entries" in queue.notice
    queue.close()


def test_a_journal_of_another_version_is_left_alone(path: Path) -> None:
    journal = JournalFile(path)
    journal.append([{"kind": "journal", "version": 99, "token": "x", "next_id": 1}])
    journal.close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match="another version"):
        JobQueue.open(path)
    assert path.read_bytes() == before
    path.unlink()
    JobQueue.open(path).close()


def test_a_half_written_line_is_cut_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = JournalFile(path)
    record = {"kind": "journal", "version": 1, "token": "x", "next_id": 1}
    journal.append([record])
    stream = journal._stream

    class Full:
        def write(self, data: bytes) -> int:
            stream.write(data[: len(data) // 2])
            stream.flush()
            raise OSError(errno.ENOSPC, "No space left on device")

        def __getattr__(self, name: str) -> Any:
            return getattr(stream, name)

    monkeypatch.setattr(journal, "_stream", Full())
    with pytest.raises(JournalError, match="full"):
        journal.append([record])
    journal.append([record])
    assert journal.replay().records == (record, record)
    assert journal.replay().notice == ""
    journal.close()


def test_interrupted_jobs_come_last(path: Path, tmp_path: Path) -> None:
    queue = JobQueue.open(path)
    queue.add(requests(tmp_path, 3))
    queue.take()
    queue.close()
    queue = JobQueue.open(path)
    assert [job.id for job in queue.jobs] == [2, 3, 1]
    assert {job.state for job in queue.jobs} == {JobState.QUEUED}
    queue.start_over()
    again = queue.add(requests(tmp_path, 3))
    assert [job.request.source.name for job in again] == ["1.png", "2.png", "0.png"]
    queue.close()


def test_a_published_result_is_recognised(path: Path, tmp_path: Path) -> None:
    output = make_photo(tmp_path / "out" / "0-colorized.png")
    queue = JobQueue.open(path)
    queue.add(requests(tmp_path, 2))
    for number, sha256 in ((1, file_sha256(output)), (2, "of another file")):
        queue.take()
        queue.announce(number, Intent(output, sha256, "source", "model"))
    queue.close()
    queue = JobQueue.open(path)
    queue.start_over()
    request = requests(tmp_path, 1)[0]
    found = queue.find_done(request, "source", "model")
    assert found is not None
    assert found.output == output
    assert queue.find_done(request, "changed", "model") is None
    assert queue.find_done(request, "source", "retrained") is None
    output.unlink()
    assert queue.find_done(request, "source", "model") is None
    queue.close()
