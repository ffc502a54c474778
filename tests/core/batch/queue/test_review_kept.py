"""What is kept for a review: taken up after a kill, made again where it is gone, and never left behind."""

import shutil
from dataclasses import replace

import pytest

from colorizer_gui.core.batch import (
    BatchEngine,
    BatchStartError,
    JobQueue,
    JobState,
    Recipe,
    StopReason,
)
from colorizer_gui.core.batch.journal.stored_predictions import (
    PredictionStore,
)
from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.rendering.adjustments import Adjustments
from tests.support.batch.bench import MODEL, Bench
from tests.support.batch.box import make_photo
from tests.support.batch.review import OTHER, REVIEW_FIRST, known, review, stored_files


def test_decisions_survive(looked: Bench) -> None:
    warm = Recipe(Adjustments(warmth=0.5))
    review(looked).accept([1, 2])
    review(looked).adjust([2], warm)
    review(looked).keep_gray([3])
    before = known(looked)
    looked.kill()
    assert known(looked) == before
    assert looked.queue.job(2).request.recipe == warm
    review(looked).export()
    before = known(looked)
    looked.kill()
    assert known(looked) == before
    assert looked.run().counts == {JobState.DONE: 2, JobState.SKIPPED: 1}
    assert looked.colorizer.calls == 3


def test_half_a_line_is_no_other_decision(looked: Bench) -> None:
    """A line that says both what is wanted and how far it is: torn, the earlier one holds."""
    review(looked).accept([1])
    length = looked.journal.stat().st_size
    review(looked).adjust([1], Recipe(Adjustments(warmth=0.5)))
    whole = looked.journal.read_bytes()
    looked.queue.close()
    for size in range(length, len(whole), 7):
        looked.journal.write_bytes(whole[:size])
        queue = JobQueue.open(looked.journal)
        assert queue.job(1).state is JobState.ACCEPTED, size
        queue.close()


def test_a_killed_run_asks_the_network_once(bench: Bench) -> None:
    """Killed between the stored prediction and the journal's line: the next run finds it."""
    bench.fill(1)
    bench.options = REVIEW_FIRST
    bench.run()
    journal = bench.journal.read_text(encoding="ascii").splitlines(keepends=True)
    assert '"to review"' in journal[-1]
    bench.kill(lambda: bench.journal.write_text("".join(journal[:-1]), encoding="ascii"))
    assert bench.states() == [JobState.QUEUED]
    assert bench.run().counts == {JobState.TO_REVIEW: 1}
    assert bench.colorizer.calls == 1


def test_a_photo_that_changed_is_looked_at_again(looked: Bench) -> None:
    review(looked).accept([1])
    review(looked).export()
    make_photo(looked.box / "scan 0.png", seed=77)
    assert looked.run().counts == {JobState.TO_REVIEW: 3}
    assert looked.results() == []
    job = looked.queue.job(1)
    assert "scan 0.png" in job.message
    assert job.message.endswith("look at it again.")
    assert job.source_sha256 == file_sha256(job.request.source)
    assert looked.colorizer.calls == 4
    review(looked).accept([1])
    review(looked).export()
    assert looked.run().counts == {JobState.DONE: 1, JobState.TO_REVIEW: 2}


@pytest.mark.parametrize("harm", ["gone", "cut", "turned", "other"])
def test_a_prediction_that_is_gone_or_damaged_is_made_again(looked: Bench, harm: str) -> None:
    path = looked.queue.stored.path(1)
    data = path.read_bytes()
    if harm == "gone":
        shutil.rmtree(looked.queue.stored.folder)
    elif harm == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif harm == "turned":
        path.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    else:
        path.write_bytes(looked.queue.stored.path(2).read_bytes())
    review(looked).accept([1])
    review(looked).export()
    looked.run()
    assert looked.queue.job(1).state is JobState.DONE
    assert looked.colorizer.calls == 4


def test_what_was_accepted_is_written_although_the_model_changed(looked: Bench) -> None:
    review(looked).accept([1, 2])
    review(looked).export()
    looked.queue.stored.remove(2)
    looked.engine(OTHER).run()
    assert looked.queue.job(1).state is JobState.DONE
    assert looked.queue.job(1).model_sha256 == MODEL.sha256
    assert looked.queue.job(2).state is JobState.TO_REVIEW, "the other model sees other colours"
    assert looked.queue.job(2).model_sha256 == OTHER.sha256


def test_cancelled_and_removed_photos_leave_nothing(looked: Bench) -> None:
    looked.engine().cancel([1])
    looked.queue.remove([2])
    assert stored_files(looked) == ["3.planes"]
    looked.queue.start_over()
    assert not looked.queue.stored.folder.exists()


def test_leftovers_of_a_killed_process_go(looked: Bench) -> None:
    folder = looked.queue.stored.folder
    (folder / ".tintype-planes-9.tmp").write_bytes(b"half")
    (folder / "9.planes").write_bytes(b"of nobody")
    (folder / "mine.txt").write_bytes(b"not ours")
    looked.reopen()
    assert stored_files(looked) == ["1.planes", "2.planes", "3.planes", "mine.txt"]


def test_a_full_disk_stops_before_the_prediction_is_stored(bench: Bench) -> None:
    bench.fill(2)
    bench.options = replace(REVIEW_FIRST, reserve=2**60, check_space=False)
    summary = bench.run()
    assert summary.reason is StopReason.DISK_FULL
    assert summary.counts == {JobState.QUEUED: 2}
    assert not bench.queue.stored.folder.exists()
    bench.options = REVIEW_FIRST
    assert bench.run().counts == {JobState.TO_REVIEW: 2}


def test_a_disk_that_fills_while_it_is_stored(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.fill(2)
    bench.options = REVIEW_FIRST
    with monkeypatch.context() as patch:

        def full(self: PredictionStore, job_id: int, stored: object) -> None:
            raise OSError(28, "No space left on device")

        patch.setattr(PredictionStore, "save", full)
        assert bench.run().reason is StopReason.DISK_FULL
    assert bench.run().counts == {JobState.TO_REVIEW: 2}


def test_a_review_needs_a_journal(bench: Bench) -> None:
    engine = BatchEngine(
        JobQueue(),
        bench.colorizer,
        model=MODEL,
        output=bench.out,
        options=REVIEW_FIRST,
        on_event=bench.events.append,
    )
    with pytest.raises(BatchStartError, match="journal"):
        engine.run()
