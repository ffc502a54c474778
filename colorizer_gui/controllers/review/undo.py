"""How photos were before something was decided about them, so that each decision can be taken back."""

from dataclasses import dataclass

from colorizer_gui.core.batch import Job, JobState, Recipe, Review, kept_gray
from colorizer_gui.core.batch.jobs.states import UNDER_REVIEW


@dataclass(frozen=True, slots=True)
class _Step:
    """How a job was."""

    accepted: bool
    kept: bool
    recipe: Recipe


class ReviewUndo:
    """The steps of each photo, by the number of its job."""

    def __init__(self) -> None:
        self._steps: dict[int, list[_Step]] = {}

    def remember(self, job: Job) -> None:
        """Something is about to be decided about a job."""
        if can_be_undone(job):
            step = _Step(job.state is JobState.ACCEPTED, kept_gray(job), job.request.recipe)
            steps = self._steps.setdefault(job.id, [])
            if not steps or steps[-1] != step:
                steps.append(step)

    def forget(self, key: int) -> None:
        """No step of this photo makes sense any more."""
        self._steps.pop(key, None)

    def clear(self) -> None:
        """The photos are others."""
        self._steps.clear()

    def take_back(self, review: Review, job: Job) -> tuple[Job, ...]:
        """Make a job what it was before the last step, or before any; the answer is what was changed."""
        steps = self._steps.get(job.id)
        step = steps.pop() if steps else _Step(accepted=False, kept=False, recipe=job.request.recipe)
        jobs = review.undecide([job.id])
        jobs = merged(jobs, review.adjust([job.id], step.recipe))
        if step.accepted:
            return merged(jobs, review.accept([job.id]))
        return merged(jobs, review.keep_gray([job.id])) if step.kept else jobs


def can_be_undone(job: Job) -> bool:
    """Whether there may be a decision about a job that is not carried out."""
    return job.state in UNDER_REVIEW or kept_gray(job)


def merged(before: tuple[Job, ...], after: tuple[Job, ...]) -> tuple[Job, ...]:
    """Each job once, as it is after both changes."""
    return tuple({job.id: job for job in (*before, *after)}.values())
