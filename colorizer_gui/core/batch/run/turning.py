"""Puts photos upright in a run that lie on their side, where that is wanted and certain."""

from collections.abc import Callable

from colorizer_gui.core.batch.jobs.job import Job, JobRequest
from colorizer_gui.core.batch.queue.step_queue import StepQueue
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo.reshaping import may_be_turned, turned
from colorizer_gui.core.prediction.mounted import inside_mount
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.core.prediction.uprightness import turns_of


class Turner:
    """Of the photos of one run; one that the user has turned, or put points on, is left alone.

    Parameters
    ----------
    wanted
        Whether photos are turned.
    on_job
        Told which job has another recipe now.
    """

    def __init__(self, queue: StepQueue, on_job: Callable[[Job], None] | None, *, wanted: bool) -> None:
        self._queue = queue
        self._wanted = wanted
        self._on_job = on_job

    def find_done(self, request: JobRequest, source_sha256: str, model_sha256: str) -> Job | None:
        """What `JobQueue.find_done` finds, also where an earlier run has turned the photo."""
        alike = [request]
        if self._may_turn(request, source_sha256):
            alike += [request.turned_by(turns) for turns in (1, 2, 3)]
        found = (self._queue.find_done(each, source_sha256, model_sha256) for each in alike)
        return next(filter(None, found), None)

    def upright(self, job: Job, photo: Photo, source_sha256: str, colorizer: Colorizer) -> tuple[Job, Photo]:
        """The job and its photo, turned if the network is sure; the list and the journal know it then.

        Raises
        ------
        InferenceError, JournalError
        """
        if not self._may_turn(job.request, source_sha256):
            return job, photo
        mount = photo.notice.mount if job.request.recipe.ignore_mount else None
        turns = turns_of(inside_mount(colorizer, mount), photo.lightness)
        if not turns:
            return job, photo
        changed = self._queue.turn(job.id, turns)
        if self._on_job is not None:
            self._on_job(changed)
        return changed, turned(photo, turns)

    def _may_turn(self, request: JobRequest, source_sha256: str) -> bool:
        recipe = request.recipe
        points, areas = recipe.guidance_for(source_sha256), recipe.adjustments_for(source_sha256).areas
        untouched = points is None and areas is None and may_be_turned(recipe.reading.geometry, request.part)
        return self._wanted and untouched and request.approval is None
