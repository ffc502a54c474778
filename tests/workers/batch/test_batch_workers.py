"""What prepares a batch and what gathers its events, without threads."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from colorizer_gui.core.batch import (
    Job,
    JobChanged,
    JobQueue,
    JobRequest,
    JobState,
    Noticed,
    OnExisting,
    Progressed,
    RunPaused,
    RunResumed,
    StageChanged,
)
from colorizer_gui.core.batch.jobs.job import Approval
from colorizer_gui.core.batch.journal.stored_predictions import STORED_BYTES
from colorizer_gui.core.photo_io.reading import need
from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.workers.batch.event_inbox import EventInbox
from colorizer_gui.workers.batch.files_worker import BatchFilesWorker
from colorizer_gui.workers.batch.requests import (
    OpenQueueRequest,
    PictureRequest,
    Planned,
    PlanRequest,
    ReportRequest,
    Space,
    SpaceRequest,
)
from tests.support.batch.box import make_box, make_photo
from tests.support.window.worker_answers import answer, failure

pytestmark = pytest.mark.usefixtures("qapp")


def planned(queue: JobQueue, choices: BatchChoices, *inputs: Path, **own: Adjustments) -> Planned:
    request = PlanRequest(
        queue=queue,
        choices=choices,
        inputs=inputs,
        own={int(name[3:]): value for name, value in own.items()},
    )
    result = answer(BatchFilesWorker(), request)
    assert isinstance(result, Planned)
    return result


def test_a_folder_is_proposed_beside_the_photos_and_names_go_on(tmp_path: Path) -> None:
    box = make_box(tmp_path / "box", 4)
    queue = JobQueue()
    first = planned(queue, BatchChoices(template="{counter}"), box.folder)
    assert first.choices.output == tmp_path / "box-colorized"
    assert first.choices.proposed
    assert len(first.added) == len(box.good) + len(box.bad)
    assert first.found.left_out
    assert first.space.free is not None
    more = make_photo(tmp_path / "more" / "x.png")
    second = planned(queue, first.choices, more.parent, box.folder)
    assert [job.request.source for job in second.added] == [more], "the others are in the list already"
    assert second.added[0].request.target == tmp_path / "box-colorized" / "9.png"
    assert second.choices.output == first.choices.output


def test_what_the_largest_photo_needs_is_told_before_anything_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos = [make_photo(tmp_path / f"{n}.png", seed=n) for n in range(2)]
    Image.new("L", (400, 300)).save(tmp_path / "large.png")
    queue = JobQueue()
    choices = BatchChoices(tmp_path / "out")
    assert planned(queue, choices, *photos).need is None
    monkeypatch.setattr(need, "_LEAST_BYTES", 0)
    monkeypatch.setattr(need, "LARGE_PIXELS", 100_000)
    told = planned(queue, choices, tmp_path / "large.png", *photos).need
    assert told is not None
    assert told.fields["name"] == "large.png"
    assert planned(queue, choices).need is None, "it has been told"


def test_other_choices_reach_all_that_waits_but_its_own_colour(tmp_path: Path) -> None:
    photos = [make_photo(tmp_path / f"{n}.png", seed=n) for n in range(3)]
    queue = JobQueue()
    choices = planned(queue, BatchChoices(), *photos).choices
    assert choices.output == tmp_path / "colorized"
    done = queue.take()
    assert done is not None
    other = BatchChoices(tmp_path / "out", template="{name} {model}", format_name="jpeg", quality=50)
    changed = planned(queue, other, own2=Adjustments(warmth=1.0))
    assert [job.id for job in changed.revised] == [2, 3]
    assert [job.request.target for job in changed.revised] == [
        tmp_path / "out" / "1 tintype.jpg",
        tmp_path / "out" / "2 tintype.jpg",
    ]
    second, third = (job.request.recipe for job in changed.revised)
    assert (second.adjustments, second.options.quality) == (Adjustments(warmth=1.0), 50)
    assert third.adjustments == Adjustments()
    assert planned(queue, other, own2=Adjustments(warmth=1.0)).revised == ()


def test_a_new_list_gets_a_new_folder_unless_the_user_chose_one(tmp_path: Path) -> None:
    one, two = (make_photo(tmp_path / name / "x.png").parent for name in ("one", "two"))
    proposed = planned(JobQueue(), BatchChoices(), one).choices
    assert planned(JobQueue(), proposed, two).choices.output == tmp_path / "two-colorized"
    chosen = proposed.with_output(tmp_path / "mine")
    assert planned(JobQueue(), chosen, two).choices.output == tmp_path / "mine"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("dropped", ["box/inner", "box/inner/up"])
def test_no_folder_is_proposed_where_a_link_has_led(tmp_path: Path, dropped: str) -> None:
    make_photo(tmp_path / "box" / "x.png")
    (tmp_path / "box" / "inner").mkdir()
    (tmp_path / "box" / "inner" / "up").symlink_to(tmp_path / "box")
    answered = planned(JobQueue(), BatchChoices(), tmp_path / dropped)
    assert len(answered.added) == 1
    assert answered.choices.output == tmp_path / "box-colorized"


def test_a_list_whose_folder_was_forgotten_gets_one(tmp_path: Path) -> None:
    queue = JobQueue()
    planned(queue, BatchChoices(), make_photo(tmp_path / "box" / "x.png").parent)
    again = planned(queue, BatchChoices())
    assert again.choices.output == tmp_path / "box-colorized"
    assert again.revised == ()


def test_results_are_no_photos_unless_their_folder_is_asked_for(tmp_path: Path) -> None:
    photo = make_photo(tmp_path / "box" / "x.png")
    out = make_photo(tmp_path / "box" / "out" / "y.png").parent
    choices = BatchChoices(out)
    assert [job.request.source for job in planned(JobQueue(), choices, photo.parent).added] == [photo]
    assert len(planned(JobQueue(), choices, out).added) == 1


def test_the_journal_is_opened_and_a_place_without_one_is_named(tmp_path: Path) -> None:
    worker = BatchFilesWorker()
    queue = answer(worker, OpenQueueRequest(journal=tmp_path / "a" / "b" / "batch.journal"))
    assert isinstance(queue, JobQueue)
    queue.close()
    (tmp_path / "file").write_text("")
    assert str(tmp_path / "file") in failure(worker, OpenQueueRequest(journal=tmp_path / "file" / "journal"))


def test_pictures_are_gray_before_and_coloured_after(tmp_path: Path) -> None:
    path = make_photo(tmp_path / "x.png", size=(400, 200))
    worker = BatchFilesWorker()
    for colored in (False, True):
        picture = answer(worker, PictureRequest(path=path, colored=colored, long_side=100))
        assert isinstance(picture, QImage)
        assert (picture.width(), picture.height()) == (100, 50)
    (tmp_path / "no.png").write_bytes(b"no photo")
    assert failure(worker, PictureRequest(path=tmp_path / "no.png", colored=False, long_side=100))


def test_a_report_is_written_or_the_reason_told(tmp_path: Path) -> None:
    job = Job(1, JobRequest(tmp_path / "x.png", tmp_path / "y.png"))
    worker = BatchFilesWorker()
    path = tmp_path / "r.csv"
    assert answer(worker, ReportRequest(path=path, jobs=(job,))) == path
    assert "x.png" in path.read_text(encoding="utf-8")
    gone = tmp_path / "gone" / "r.csv"
    assert str(gone) in failure(worker, ReportRequest(path=gone, jobs=(job,)))


def test_the_space_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    queue = JobQueue()
    queue.add([JobRequest(tmp_path / "x.png", tmp_path / "out" / "x.png", size=1000)])
    space = answer(BatchFilesWorker(), SpaceRequest(queue=queue, output=tmp_path / "out"))
    assert isinstance(space, Space)
    assert space.needed == 3000
    assert space.free


def test_the_space_of_photos_that_are_reviewed_first(tmp_path: Path) -> None:
    """Only predictions are written then; what is accepted is another matter."""
    queue = JobQueue.open(tmp_path / "journal")
    large = JobRequest(tmp_path / "x.png", tmp_path / "out" / "x.png", size=10**9)
    accepted = replace(large, source=tmp_path / "y.png", approval=Approval("0" * 64, "1" * 64))

    def needed() -> int:
        request = SpaceRequest(queue=queue, output=tmp_path / "out", review_first=True)
        space = answer(BatchFilesWorker(), request)
        assert isinstance(space, Space)
        return space.needed

    queue.add([large, large])
    assert needed() == 2 * STORED_BYTES
    queue.add([accepted])
    assert needed() == 2 * STORED_BYTES + 3 * 10**9
    queue.close()


def test_the_space_that_is_needed_is_learnt_from_results(tmp_path: Path) -> None:
    queue, worker = JobQueue(), BatchFilesWorker()
    wanted = [JobRequest(tmp_path / f"{n}.png", tmp_path / f"{n} out.png", size=1000) for n in range(4)]
    queue.add(wanted)

    def needed() -> int:
        space = answer(worker, SpaceRequest(queue=queue, output=tmp_path))
        assert isinstance(space, Space)
        return space.needed

    assert needed() == 4 * 3000
    for request, size in zip(wanted[:3], (5000, 7000, None), strict=True):
        job = queue.take()
        assert job is not None
        if size is not None:
            request.target.write_bytes(bytes(size))
        queue.change(job.id, JobState.DONE, output=request.target)
    assert needed() == 6000, "the mean of the two that are there"


def test_thousands_of_events_become_one_piece_of_news(tmp_path: Path) -> None:
    first: list[int] = []
    inbox = EventInbox(lambda: first.append(1))
    job = Job(1, JobRequest(tmp_path / "x.png", tmp_path / "y.png"))
    for number in range(2000):
        inbox.put(JobChanged(job))
        inbox.put(StageChanged(1, Stage.READING))
        inbox.put(Progressed(number, 2000, 1.0))
    running = job.moved_to(JobState.RUNNING)
    inbox.put(JobChanged(running))
    inbox.put(StageChanged(2, Stage.WRITING))
    inbox.put(Noticed(1, "The card was full."))
    inbox.put(RunPaused())
    inbox.put(RunResumed())
    assert len(first) == 1
    news = inbox.take()
    assert news.jobs == (running,)
    assert news.stages == {2: Stage.WRITING}
    assert news.progress == Progressed(1999, 2000, 1.0)
    assert [notice.text for notice in news.notices] == ["The card was full."]
    assert news.others == (RunPaused(), RunResumed())
    inbox.put(RunPaused())
    assert len(first) == 2
    assert inbox.take().jobs == ()


def test_choices_come_back_and_nonsense_does_no_harm(tmp_path: Path) -> None:
    choices = BatchChoices(
        tmp_path, True, "{date} {name}", "tiff", 70, OnExisting.SKIP, Adjustments(tint=0.5), tmp_path
    )
    assert BatchChoices.from_dict(choices.to_dict()) == choices
    assert BatchChoices.from_dict({}) == BatchChoices()
    nonsense = {"output": 5, "template": "{x}", "format": "gif", "quality": 900, "adjustments": [1]}
    assert BatchChoices.from_dict(nonsense) == BatchChoices()
