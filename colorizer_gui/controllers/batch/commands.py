"""What can be done with single jobs of a batch, also while a run lasts."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.batch.job_list import BatchList
from colorizer_gui.controllers.batch.run import BatchRun
from colorizer_gui.core.batch import Job, JobState, Recipe, Review
from colorizer_gui.core.batch.jobs.states import ENDED, UNDER_REVIEW
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.workers.batch.requests import RecipeRequest
from colorizer_gui.workers.requests import Finished
from colorizer_gui.workers.work_queue import WorkQueue


class BatchCommands(QObject):
    """Changes jobs of the list; the list tells what became of them, and what failed."""

    def __init__(
        self, batch_list: BatchList, run: BatchRun, files: WorkQueue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._list = batch_list
        self._run = run
        self._files = files
        files.finished.connect(self._on_finished)

    def cancel(self, job_ids: Collection[int]) -> None:
        """Give up jobs, also those that are worked on."""
        engine = self._run.engine
        if engine is not None:
            self._list.attempt(lambda: engine.cancel(job_ids))
        else:
            self._list.change(lambda queue: queue.cancel(job_ids))

    def requeue(self, job_ids: Collection[int]) -> None:
        """Have jobs that ended wait again."""
        engine = self._run.engine
        if engine is not None:
            self._list.attempt(lambda: engine.requeue(job_ids))
        else:
            self._list.change(lambda queue: queue.requeue(job_ids))

    def retry_failed(self) -> None:
        """Have all failed jobs wait again."""
        self.requeue([job.id for job in self._list.jobs if job.state is JobState.FAILED])

    def remove(self, job_ids: Collection[int]) -> None:
        """Take jobs out of the list, except for those that are worked on."""
        self._list.reorder(lambda queue: queue.remove(job_ids))

    def remove_ended(self) -> None:
        """Take out what is done, skipped or cancelled; failed jobs stay until they are looked at."""
        gone = ENDED - {JobState.FAILED}
        self.remove([job.id for job in self._list.jobs if job.state in gone])

    def move(self, job_ids: Collection[int], step: int) -> None:
        """Let jobs pass the waiting one before (-1) or after (+1) them."""
        order, chosen = self._list.jobs, set(job_ids)
        places = [index for index, job in enumerate(order) if job.id in chosen]
        if not places:
            return
        rest = [job for job in order if job.id not in chosen]
        waiting = [index for index, job in enumerate(rest) if job.state is JobState.QUEUED]
        first, behind_last = places[0], places[-1] - len(places) + 1
        if step < 0:
            index = max((place for place in waiting if place < first), default=first)
        else:
            index = min((place for place in waiting if place >= behind_last), default=behind_last - 1) + 1
        moved = [order[place].id for place in places]
        self._list.reorder(lambda queue: queue.move(moved, index))

    def move_to_front(self, job_ids: Collection[int]) -> None:
        """Have these jobs done next."""
        chosen = [job.id for job in self._list.jobs if job.id in set(job_ids)]
        rest = [job for job in self._list.jobs if job.id not in set(chosen)]
        waiting = (index for index, job in enumerate(rest) if job.state is JobState.QUEUED)
        if chosen:
            index = next(waiting, len(rest))
            self._list.reorder(lambda queue: queue.move(chosen, index))

    def adjust(self, job_ids: Collection[int], adjustments: Adjustments | None) -> None:
        """Give jobs a colour of their own, or that of the batch again; those that ended wait again."""
        wanted = adjustments or self._list.choices.adjustments
        chosen = [job for job in self._list.jobs if job.id in set(job_ids)]
        self._change_each(chosen, lambda recipe: replace(recipe, adjustments=wanted), coloured=True)

    def _change_each(
        self, jobs: Sequence[Job], change: Callable[[Recipe], Recipe], *, coloured: bool = False
    ) -> None:
        """Change recipes; each keeps all else, such as its network and how the photo is turned."""
        alike: dict[Recipe, list[Job]] = {}
        for job in jobs:
            alike.setdefault(change(job.request.recipe), []).append(job)
        for recipe, chosen in alike.items():
            self._change(chosen, recipe, coloured=coloured)

    def _change(self, chosen: Sequence[Job], recipe: Recipe, *, coloured: bool) -> None:
        ended = [job.id for job in chosen if job.state in ENDED]
        waiting = {job.id: replace(job.request, recipe=recipe) for job in chosen}
        looked_at = [job.id for job in chosen if job.request.approval or job.state in UNDER_REVIEW]
        self._list.change(
            lambda queue: (
                *queue.requeue(ended, recipe),
                *queue.revise(waiting),
                *Review(queue).adjust(looked_at, recipe),
            ),
            coloured=waiting if coloured else (),
        )

    def use_model(self, jobs: Sequence[Job], name: str) -> None:
        """Give the folders of jobs to another network; photos that ended wait again."""
        choices = self._list.choices
        folders = {job.request.source.parent for job in jobs}
        for folder in folders:
            choices = choices.with_model(folder, name)
        alike = [job for job in self._list.jobs if job.request.source.parent in folders]
        self._change_each(alike, lambda recipe: replace(recipe, model=name))
        self._list.choose(choices)

    def take_recipe(self, path: Path, job_ids: Collection[int] = ()) -> None:
        """Give jobs, or the whole batch, the colour settings of a result, as soon as it was read."""
        self._files.submit(RecipeRequest(path=path, job_ids=tuple(job_ids)))

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, adjustments = finished.request, finished.result
        if not isinstance(request, RecipeRequest) or not isinstance(adjustments, Adjustments):
            return
        if request.job_ids:
            self.adjust(request.job_ids, adjustments)
        else:
            self._list.choose(replace(self._list.choices, adjustments=adjustments))
