"""Splits a scan with several photos on it in a run, where that is wanted."""

from collections.abc import Callable

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.planning.splitting import divided
from colorizer_gui.core.batch.queue.step_queue import StepQueue
from colorizer_gui.core.geometry.geometry import AS_IT_IS
from colorizer_gui.core.photo.photo import Photo


class Divider:
    """Of the scans of one run; what the user has decided about one is left alone.

    Parameters
    ----------
    wanted
        Whether scans are split.
    on_job
        Told which job was added.
    """

    def __init__(self, queue: StepQueue, on_job: Callable[[Job], None] | None, *, wanted: bool) -> None:
        self._queue = queue
        self._wanted = wanted
        self._on_job = on_job

    def may_split(self, job: Job) -> bool:
        """Whether several photos are looked for on a scan."""
        request = job.request
        whole = not request.part and request.recipe.reading.geometry == AS_IT_IS
        return self._wanted and whole and request.approval is None

    def split(self, job: Job, photo: Photo) -> int:
        """Add the photos on a scan to the list, right after it; the answer is how many they are.

        Raises
        ------
        JournalError
        """
        parts = divided(job.request, photo, self._queue.targets)
        for added in self._queue.divide(job.id, parts):
            if self._on_job is not None:
                self._on_job(added)
        return len(parts)
