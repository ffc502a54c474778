"""What the worker that colours and saves photos is at."""

from dataclasses import dataclass

from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.workers.requests import Request


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """What the worker is at.

    Attributes
    ----------
    request
        The request that is being carried out.
    stage
        How far it is; None while the network is being loaded.
    done, total
        Photos that have ended, and all that were asked for since there was last nothing to do.
    """

    request: Request
    stage: Stage | None
    done: int
    total: int
