"""What carries one photo at a time through all steps of a run, beside the run's own threads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.queue.step_queue import StepQueue
from colorizer_gui.core.batch.run.options import RunOptions
from colorizer_gui.core.batch.run.steps import Settled
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.core.prediction.prediction import ModelIdentity


class LaneError(ColorizationError):
    """A lane cannot work, or is gone with the photo that it carried."""


@dataclass(frozen=True, slots=True)
class LaneSetup:
    """What holds for all photos of a run; can be pickled.

    Attributes
    ----------
    model
        Who has to predict; a lane with another network does not work.
    output
        The folder that all results go to or below.
    stored
        The folder of predictions that wait to be looked at.
    """

    model: ModelIdentity
    output: Path
    stored: Path
    options: RunOptions


@dataclass(frozen=True, slots=True)
class LaneDesk:
    """Whom a lane asks and tells while it carries a photo; see `Steps`."""

    queue: StepQueue
    on_stage: Callable[[int, Stage], None]
    on_notice: Callable[[int, str], None]
    on_job: Callable[[Job], None]


class Lane(Protocol):
    """Used by one thread."""

    def is_ready(self, seconds: float) -> bool:
        """Whether it can carry; waits so long for its network.

        Raises
        ------
        LaneError
            When it never will.
        """
        ...

    @property
    def works(self) -> bool:
        """Whether it can carry another photo."""
        ...

    def carry(self, job: Job, desk: LaneDesk, token: CancelToken) -> Settled:
        """Take a photo through all of its steps.

        Raises
        ------
        LaneError, Cancelled, and whatever `Steps` raises
        """
        ...

    def close(self) -> None:
        """Let it go, also while it carries; may be called by another thread."""
        ...


#: Makes lanes for a run in which so many photos wait; none where they would not pay.
LaneMaker = Callable[[LaneSetup, int], Sequence[Lane]]
