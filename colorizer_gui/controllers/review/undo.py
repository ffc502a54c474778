"""How photos were before something was decided about them, so that the last decision can be taken back."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from colorizer_gui.core.batch import Job, JobState, Recipe, Review, kept_gray
from colorizer_gui.core.batch.jobs.states import UNDER_REVIEW


@dataclass(frozen=True, slots=True)
class Before:
    """What was decided about a job before the last decision."""

    accepted: bool
    kept: bool
    recipe: Recipe

    @classmethod
    def of(cls, job: Job) -> "Before":
        """Note what is decided about a job now."""
        return cls(job.state is JobState.ACCEPTED, kept_gray(job), job.request.recipe)

    @classmethod
    def undecided(cls, job: Job) -> "Before":
        """Without the decision that is not known, since it was made before the program was started."""
        return cls(accepted=False, kept=False, recipe=job.request.recipe)


#: What one decision changed: how each job was before, by its number.
Step = dict[int, Before]


class ReviewUndo:
    """The decisions in the order in which they were made, whichever photos they are about.

    Parameters
    ----------
    find
        The job of that number as it is now.
    """

    def __init__(self, find: Callable[[int], Job | None]) -> None:
        self._find = find
        self._steps: list[Step] = []
        self._gesture: Step | None = None

    def begin_gesture(self) -> None:
        """What is decided with `in_gesture` from here on is one step, until something else is decided."""
        self._gesture = {}

    @contextmanager
    def recording(self, keys: Iterable[int], *, in_gesture: bool = False) -> Iterator[None]:
        """What is decided inside is one step, or goes on with that of a gesture; no change is no step."""
        jobs = filter(None, map(self._find, keys))
        before = {job.id: Before.of(job) for job in jobs if can_be_undone(job)}
        yield
        changed = {
            key: was for key, was in before.items() if (job := self._find(key)) and Before.of(job) != was
        }
        if not changed:
            return
        if in_gesture and self._gesture:
            self._gesture.update({key: was for key, was in changed.items() if key not in self._gesture})
            return
        self._steps.append(changed)
        if self._gesture is not None:
            self._gesture = changed if in_gesture else {}

    def forget(self, keys: Iterable[int]) -> None:
        """Nothing of these jobs can be taken back any more."""
        for key in keys:
            for step in self._steps:
                step.pop(key, None)

    def clear(self) -> None:
        """Forget all steps: other photos are under review."""
        self._steps.clear()
        self._end_gesture()

    @property
    def last(self) -> Step:
        """What was decided last; empty if nothing was."""
        while self._steps and not self._steps[-1]:
            self._steps.pop()
        return dict(self._steps[-1]) if self._steps else {}

    def drop_last(self) -> None:
        """Forget the last step, since it was taken back."""
        del self._steps[-1:]
        self._end_gesture()

    def _end_gesture(self) -> None:
        self._gesture = None if self._gesture is None else {}


def take_back(review: Review, job: Job, before: Before) -> tuple[Job, ...]:
    """Make a job what it was before; the answer is what was changed.

    A job that was read in another way goes through the network once more.
    """
    jobs = review.undecide([job.id])
    if before.recipe.reading != job.request.recipe.reading:
        return merged(jobs, review.predict_again([job.id], before.recipe))
    jobs = merged(jobs, review.adjust([job.id], before.recipe))
    if before.accepted:
        return merged(jobs, review.accept([job.id]))
    return merged(jobs, review.keep_gray([job.id])) if before.kept else jobs


def can_be_undone(job: Job) -> bool:
    """Whether there may be a decision about a job that is not carried out."""
    return job.state in UNDER_REVIEW or kept_gray(job)


def is_on_its_way(job: Job) -> bool:
    """Whether a job comes back to be reviewed, and can be undone then."""
    return job.state in {JobState.QUEUED, JobState.RUNNING}


def merged(before: tuple[Job, ...], after: tuple[Job, ...]) -> tuple[Job, ...]:
    """Each job once, as it is after both changes."""
    return tuple({job.id: job for job in (*before, *after)}.values())
