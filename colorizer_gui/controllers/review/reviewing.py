"""What the user decides about the photos of a batch, and how they look until then."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColorSpace

from colorizer_gui.controllers.review.items import belongs, item_of
from colorizer_gui.controllers.review.pictures import LARGE_SIDE, ReviewPictures
from colorizer_gui.controllers.review.undo import (
    Before,
    ReviewUndo,
    can_be_undone,
    is_on_its_way,
    merged,
    take_back,
)
from colorizer_gui.core.batch import Job, JobQueue, JobState, JournalError, Recipe, Review, kept_gray
from colorizer_gui.core.batch.jobs.states import UNDER_REVIEW
from colorizer_gui.core.rendering.adjustments import Adjustments, restrained, with_settings
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.review.item import ReviewItem

#: While a run lasts, new photos are shown so often.
RELOAD_MS: Final = 150


class ReviewController(QObject):
    """Carries out decisions.

    Signals
    -------
    reset()
        Other photos are to be shown, or in another order: see `items`.
    changed(list[ReviewItem])
    jobs_changed(tuple[Job])
        For whoever else shows these jobs.
    run_wanted()
        Accepted photos wait to be written, or a photo to be predicted once more.
    outdated(int)
        This photo looks otherwise now; a picture of it is to be asked for when it is seen.
    failed(str)
        A sentence for the user.

    Attributes
    ----------
    pictures
        See `ReviewPictures`.
    """

    reset = Signal()
    changed = Signal(object)
    jobs_changed = Signal(object)
    run_wanted = Signal()
    outdated = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = ReviewPictures(self)
        self._queue: JobQueue | None = None
        self._shown: set[int] = set()
        self._undo = ReviewUndo(self.job)
        self._away: set[int] = set()
        self._seen: set[int] = set()
        self._large: tuple[int, int] | None = None
        self._reloading = QTimer(self, singleShot=True, interval=RELOAD_MS)
        self._reloading.timeout.connect(self.reset)

    # What there is.

    def show_queue(self, queue: JobQueue | None, changed: Collection[Job] | None = None) -> None:
        """Show the photos of a list; where only some have changed, nothing else is looked at."""
        if queue is not self._queue:
            self._queue = queue
            self._shown.clear()
            self._undo.clear()
            self.reload()
        elif changed is None:
            self.reload()
        else:
            self.note(changed)

    @Slot()
    def reload(self) -> None:
        """The list is another one, or in another order."""
        jobs = self._jobs()
        self._shown = {job.id for job in jobs if belongs(job) or job.id in self._shown}
        self.reset.emit()

    @Slot(object)
    def note(self, jobs: Collection[Job]) -> None:
        """Jobs were changed by a run, or by the list."""
        new = {job.id for job in jobs if belongs(job)} - self._shown
        self._shown |= new
        known = [job for job in jobs if job.id in self._shown]
        self._follow(known)
        if new:
            if not self._reloading.isActive():
                self._reloading.start()
        elif known:
            self.changed.emit([item_of(job) for job in known])

    def items(self) -> list[ReviewItem]:
        """All photos that are shown, in the order of the batch."""
        return [item_of(job) for job in self._jobs() if job.id in self._shown]

    def job(self, key: int) -> Job | None:
        """The job of a photo that is shown."""
        if self._queue is None or key not in self._shown:
            return None
        return self._queue.job(key)

    def want_pictures(self, seen: Iterable[int], missing: Iterable[int]) -> None:
        """These photos are seen, and some of them have no pictures."""
        self._seen = set(seen)
        if self._queue is not None:
            jobs = [job for job in map(self.job, missing) if job is not None]
            self.pictures.want([(job, self._stored(job)) for job in jobs])

    def set_display(self, display: QColorSpace | None) -> None:
        """Draw all photos for the colours of a display; None for sRGB."""
        self.pictures.set_display(display)
        for job in filter(None, map(self.job, tuple(self._shown))):
            self._draw(job)

    def show_large(self, key: int | None, side: int = LARGE_SIDE) -> None:
        """Draw a photo large, and again when its colour changes; None draws none."""
        self._large = None if key is None else (key, max(side, LARGE_SIDE))
        job = None if key is None else self.job(key)
        if job is not None and self._large is not None:
            self.pictures.show_large(job, self._stored(job), self._large[1])

    def look_closer(self, side: int) -> None:
        """Draw the large photo so that its longer side has enough pixels."""
        if self._large is not None and side > self._large[1]:
            self.show_large(self._large[0], side)

    # What the user decides.

    def accept(self, keys: Collection[int]) -> None:
        """Have photos written with the next export; also such as were to stay black-and-white."""
        with self._undo.recording(keys):
            self._decide(lambda review: merged(review.undecide(self._kept(keys)), review.accept(keys)))

    def accept_rest(self) -> None:
        """Accept all photos about which nothing was decided."""
        self.accept([job.id for job in self._jobs() if job.state is JobState.TO_REVIEW])

    def keep_gray(self, keys: Collection[int]) -> None:
        """Leave photos as they are."""
        with self._undo.recording(keys):
            self._decide(lambda review: review.keep_gray(keys))

    def restrain(self, keys: Collection[int], steps: int = 1) -> None:
        """Make photos more restrained, or with negative steps more vivid."""
        with self._undo.recording(keys):
            for job in self._under_review(keys):
                self._adjust(job, restrained(job.request.recipe.adjustments, steps))

    def adjust(self, keys: Collection[int], adjustments: Adjustments) -> None:
        """Give photos these settings, with the areas that each has; see `begin_gesture`."""
        with self._undo.recording(keys, in_gesture=True):
            for job in self._under_review(keys):
                self._adjust(job, with_settings(job.request.recipe.adjustments, None, adjustments))

    def take(self, key: int, recipe: Recipe) -> None:
        """Give a photo what was chosen for it elsewhere, where the network's answer is the same."""
        with self._undo.recording([key]):
            self._change([key], lambda _job: recipe)

    def begin_gesture(self) -> None:
        """All that `adjust` does from here on is one step of undo, until something else is decided."""
        self._undo.begin_gesture()

    def set_negative(self, keys: Collection[int], *, negative: bool) -> None:
        """Read photos with their tones turned round, or back."""
        self.ask_again(
            keys, lambda recipe: replace(recipe, reading=replace(recipe.reading, negative=negative))
        )

    def ask_again(self, keys: Collection[int], change: Callable[[Recipe], Recipe]) -> None:
        """Have photos read, guided or chosen in another way, which the network has to see."""
        with self._undo.recording(keys):
            for job in self._under_review(keys):
                recipe = change(job.request.recipe)
                self._decide(lambda review, job=job, recipe=recipe: review.predict_again([job.id], recipe))  # type: ignore[misc]
        self.run_wanted.emit()

    def colorize_again(self, key: int, adjustments: Adjustments) -> None:
        """Make a second result of a photo that is saved, with these settings and its own areas."""
        job = self.job(key)
        if job is not None:
            before = job.request.recipe
            recipe = replace(before, adjustments=with_settings(before.adjustments, None, adjustments))
            added = self._decide(lambda review: review.colorize_again(key, recipe))
            self._shown |= {job.id for job in added}
            self.reset.emit()

    def undo(self, keys: Collection[int]) -> list[int]:
        """Take the last decision back, for all photos that it was about; the answer is which these are.

        Parameters
        ----------
        keys
            Photos whose decision is taken back where none was made since the list was opened.
        """
        step = self._undo.last
        jobs = list(filter(None, map(self.job, step or keys)))
        if step and any(map(is_on_its_way, jobs)):
            return list(step)  # only when they are back from the network is there something to undo
        self._undo.drop_last()
        for job in filter(can_be_undone, jobs):
            before = step.get(job.id) or Before.undecided(job)
            self._decide(lambda review, job=job, before=before: take_back(review, job, before))  # type: ignore[misc]
            if (after := self.job(job.id)) is not None and after.request.recipe != job.request.recipe:
                self._draw(after)
        if any(map(is_on_its_way, filter(None, map(self.job, step)))):
            self.run_wanted.emit()
        return list(step)

    def export(self) -> None:
        """Have all accepted photos written."""
        if jobs := self._decide(lambda review: review.export()):
            self._undo.forget(job.id for job in jobs)
            self.run_wanted.emit()

    def stop(self) -> None:
        """Cancel all work and let the thread end."""
        self._reloading.stop()
        self.pictures.stop()

    def wait(self, milliseconds: int) -> bool:
        """Whether the thread has ended within that time."""
        return self.pictures.wait(milliseconds)

    def _jobs(self) -> tuple[Job, ...]:
        return () if self._queue is None else self._queue.jobs

    def _stored(self, job: Job) -> Path:
        assert self._queue is not None
        return self._queue.stored.path(job.id)

    def _under_review(self, keys: Iterable[int]) -> list[Job]:
        return [job for job in map(self.job, keys) if job is not None and job.state in UNDER_REVIEW]

    def _kept(self, keys: Iterable[int]) -> list[int]:
        return [job.id for job in map(self.job, keys) if job is not None and kept_gray(job)]

    def _adjust(self, job: Job, adjustments: Adjustments) -> None:
        self._change([job.id], lambda job: replace(job.request.recipe, adjustments=adjustments))

    def _change(self, keys: Iterable[int], change: Callable[[Job], Recipe]) -> None:
        for job in self._under_review(keys):
            recipe = change(job)
            if recipe != job.request.recipe:
                self._decide(lambda review, job=job, recipe=recipe: review.adjust([job.id], recipe))  # type: ignore[misc]
                self._redraw(job.id)

    def _redraw(self, key: int) -> None:
        job = self.job(key)
        if job is not None:
            self._draw(job)

    def _follow(self, jobs: Iterable[Job]) -> None:
        """Draw photos anew that come back from the network."""
        for job in jobs:
            if job.state in {JobState.QUEUED, JobState.RUNNING}:
                self._away.add(job.id)
            elif job.id in self._away:
                self._away.remove(job.id)
                if job.state is JobState.TO_REVIEW:
                    self._draw(job)

    def _draw(self, job: Job) -> None:
        if job.id in self._seen:
            self.pictures.refresh(job, self._stored(job))
        else:
            self.outdated.emit(job.id)
        if self._large is not None and self._large[0] == job.id:
            self.pictures.show_large(job, self._stored(job), self._large[1])

    def _decide(self, decision: Callable[[Review], tuple[Job, ...]]) -> tuple[Job, ...]:
        if self._queue is None:
            return ()
        try:
            jobs = decision(Review(self._queue))
        except JournalError as exc:
            self.failed.emit(in_own_language(exc.sentence))
            return ()
        if jobs:
            self._follow(jobs)
            self.changed.emit([item_of(job) for job in jobs])
            self.jobs_changed.emit(jobs)
        return jobs
