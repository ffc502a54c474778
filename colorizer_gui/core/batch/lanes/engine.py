"""A run of a queue in whose lanes further photos are on their way beside those in its own threads."""

import logging
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.batch.journal.recovery import published
from colorizer_gui.core.batch.lanes.lane import Lane, LaneDesk, LaneError, LaneMaker, LaneSetup
from colorizer_gui.core.batch.queue.queue import JobQueue
from colorizer_gui.core.batch.run.engine import BatchEngine
from colorizer_gui.core.batch.run.events import BatchEvent, Summary
from colorizer_gui.core.batch.run.options import RunOptions
from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.batch.run.steps import Settled
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.prediction.prediction import Colorizer, ModelIdentity

_POLL_SECONDS: Final = 0.1
_log = logging.getLogger(__name__)


class LaneEngine(BatchEngine):
    """One run of a queue; see `BatchEngine`.

    Each lane takes a photo as soon as its network is loaded. What becomes of photos is decided here as for
    those in the run's own threads: journal, cancelling, pauses and events know no difference.

    Parameters
    ----------
    make_lanes
        Called when the run begins; the lanes are closed with it.
    """

    def __init__(
        self,
        queue: JobQueue,
        colorizer: Colorizer,
        *,
        model: ModelIdentity,
        output: Path,
        make_lanes: LaneMaker,
        options: RunOptions | None = None,
        token: CancelToken | None = None,
        on_event: Callable[[BatchEvent], None],
        others: OtherModels | None = None,
    ) -> None:
        options = options or RunOptions()
        super().__init__(
            queue,
            colorizer,
            model=model,
            output=output,
            options=options,
            token=token,
            on_event=on_event,
            others=others,
        )
        self._make_lanes = make_lanes
        self._setup = LaneSetup(model, output, queue.stored.folder, options)
        self._desk = LaneDesk(queue, self._enter, self._notice, self._tell)
        self._lanes: Sequence[Lane] | None = None

    def run(self) -> Summary:
        """See `BatchEngine.run`."""
        try:
            return super().run()
        finally:
            for lane in self._lanes or ():
                lane.close()

    def _carry(self) -> None:
        """See `BatchEngine`."""
        if self._lanes is None:
            self._lanes = self._made()
        loops = [partial(self._use, lane) for lane in self._lanes if lane.works]
        threads = [threading.Thread(target=self._guarded, args=(loop,), daemon=True) for loop in loops]
        for thread in threads:
            thread.start()
        super()._carry()
        for thread in threads:
            # In short waits, since Windows does not let Ctrl-C through a long one.
            while thread.is_alive():
                thread.join(_POLL_SECONDS)

    def _made(self) -> Sequence[Lane]:
        try:
            return self._make_lanes(self._setup, self._queue.counts().get(JobState.QUEUED, 0))
        except ColorizationError as exc:
            # The run's own network is loaded already, whatever has become of its file.
            _log.warning("A run goes on without further processes: %s", exc)
            return ()

    def _use(self, lane: Lane) -> None:
        """Carry photos by a lane until none waits, or it is gone."""
        try:
            while not lane.is_ready(_POLL_SECONDS):
                if self._token.cancelled or not self._queue.counts().get(JobState.QUEUED):
                    return
        except LaneError as exc:
            _log.warning("A run goes on without one of its processes: %s", exc)
            return
        while lane.works and (job := self._take()) is not None:
            end = self._attempt(job, partial(self._carried, lane, job))
            if end is not None:
                self._end(job, end)

    def _carried(self, lane: Lane, job: Job) -> Settled:
        try:
            return lane.carry(job, self._desk, self._job_token(job))
        except Exception:
            # One that is gone may have written all that it promised.
            finished = None if lane.works else published(self._queue.job(job.id))
            if finished is None:
                raise
            return Settled(JobState.DONE, **finished.result)
