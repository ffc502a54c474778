"""What the user decides about photos that were predicted and wait to be looked at.

Nothing is written before `Review.export`: until then each decision can be taken back.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from colorizer_gui.core.batch.jobs.job import SENT_BACK, Approval, Job
from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.batch.jobs.states import UNDER_REVIEW, JobState
from colorizer_gui.core.batch.queue.queue import JobQueue
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.writing.naming import free_path

#: Why a photo is skipped that the user wants to leave as it is.
KEPT_GRAY: Final = Sentence("Kept black-and-white; nothing was written.")


class Review:
    """Decisions on the jobs of a queue; each method answers the jobs that it changed.

    Jobs that are not in a state in which the decision makes sense are left alone. All methods may be
    called from any thread, also while a run lasts.
    """

    def __init__(self, queue: JobQueue) -> None:
        self._queue = queue

    def accept(self, job_ids: Iterable[int]) -> tuple[Job, ...]:
        """Have these photos written with the next `export`.

        Raises
        ------
        JournalError
        """

        def accepted(job: Job) -> Job | None:
            if job.state is not JobState.TO_REVIEW:
                return None
            return job.moved_to(JobState.ACCEPTED)

        return self._queue.change_each(job_ids, accepted)

    def keep_gray(self, job_ids: Iterable[int]) -> tuple[Job, ...]:
        """Leave these photos as they are; nothing is written for them.

        Raises
        ------
        JournalError
        """

        def kept(job: Job) -> Job | None:
            if job.state not in UNDER_REVIEW:
                return None
            return job.moved_to(JobState.SKIPPED, message=KEPT_GRAY)

        return self._queue.change_each(job_ids, kept)

    def undecide(self, job_ids: Iterable[int]) -> tuple[Job, ...]:
        """Take a decision back; a photo whose prediction is gone is predicted once more.

        Raises
        ------
        JournalError
        """

        def undecided(job: Job) -> Job | None:
            if job.state is JobState.ACCEPTED:
                return job.moved_to(JobState.TO_REVIEW)
            if not kept_gray(job):
                return None
            if self._queue.stored.load(job.id) is None:
                return job.moved_to(JobState.QUEUED)
            return job.moved_to(JobState.TO_REVIEW, message="")

        return self._queue.change_each(job_ids, undecided)

    def adjust(self, job_ids: Iterable[int], recipe: Recipe) -> tuple[Job, ...]:
        """Give photos other settings of colour that are under review, or wait to be written after it.

        What was decided about them stays.

        Raises
        ------
        JournalError
        """

        def adjusted(job: Job) -> Job | None:
            waits = job.state is JobState.QUEUED and job.request.approval is not None
            if job.state not in UNDER_REVIEW and not waits:
                return None
            return replace(job, request=replace(job.request, recipe=recipe))

        return self._queue.change_each(job_ids, adjusted)

    def predict_again(self, job_ids: Iterable[int], recipe: Recipe) -> tuple[Job, ...]:
        """Send photos under review back to the network, read or guided in another way.

        They come back to be reviewed, whatever the run does with others.

        Raises
        ------
        JournalError
        """

        def queued(job: Job) -> Job | None:
            if job.state not in UNDER_REVIEW:
                return None
            job = job.moved_to(JobState.QUEUED)
            return replace(job, request=replace(job.request, recipe=recipe, approval=SENT_BACK))

        return self._queue.change_each(job_ids, queued)

    def colorize_again(self, job_id: int, recipe: Recipe) -> tuple[Job, ...]:
        """Make a second result of a photo that is done, beside the first one, which stays as it is.

        The new job comes right after the old one, and goes without review: its settings were chosen
        for this very photo.

        Raises
        ------
        JournalError
        """
        before = self._queue.job(job_id)
        if before.state is not JobState.DONE:
            return ()
        target = free_path(before.request.target)
        approval = Approval(before.source_sha256, before.model_sha256)
        request = replace(before.request, recipe=recipe, target=target, approval=approval)
        added = self._queue.add([request])
        place = [job.id for job in self._queue.jobs].index(job_id)
        self._queue.move([job.id for job in added], place + 1)
        return added

    def export(self) -> tuple[Job, ...]:
        """Have all accepted photos wait to be written by the run that lasts, or the next one.

        Raises
        ------
        JournalError
        """

        def released(job: Job) -> Job | None:
            if job.state is not JobState.ACCEPTED:
                return None
            approval = Approval(job.source_sha256, job.model_sha256)
            job = job.moved_to(JobState.QUEUED)
            return replace(job, request=replace(job.request, approval=approval))

        return self._queue.change_each([job.id for job in self._queue.jobs], released)


def kept_gray(job: Job) -> bool:
    """Whether the user decided to leave a photo as it is."""
    return job.state is JobState.SKIPPED and job.message == KEPT_GRAY
